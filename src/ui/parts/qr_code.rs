//! A QR code on the page.

use leptos::prelude::*;

use crate::domain::invitation::Symbol;

/// The code of a text, dark on white in both themes; nothing where the text is too long for one.
#[component]
pub fn QrCode(
    /// What it holds.
    text: String,
    /// What screen readers say of it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    Symbol::of(&text).ok().map(|symbol| {
        let side = symbol.side();
        view! {
            <svg
                class="qr-code"
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
                role="img"
                aria-label=label
            >
                <path fill="#fff" d=format!("M0,0h{side}v{side}h-{side}z")></path>
                <path fill="#000" d=symbol.path()></path>
            </svg>
        }
    })
}
