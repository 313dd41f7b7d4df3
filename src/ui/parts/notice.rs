//! A framed message.

use leptos::prelude::*;

/// How grave a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// Something may be lost.
    Warning,
}

/// A message with a title and more beneath it.
#[component]
pub fn Notice(
    /// How grave it is.
    tone: Tone,
    /// Its first line.
    #[prop(into)]
    title: String,
    /// Whether screen readers say it at once: for what appears while the page is in use.
    #[prop(optional)]
    is_live: bool,
    /// What follows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "notice",
        Tone::Warning => "notice notice-warning",
    };
    view! {
        <div class=class role=is_live.then_some("alert")>
            <p class="notice-title">{title}</p>
            {children.map(|children| children())}
        </div>
    }
}
