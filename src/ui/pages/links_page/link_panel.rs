//! The link that was chosen, and its QR code.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::invitation::Inviting;
use crate::browser::{download, picture};
use crate::domain::invitation::{Link, Symbol};
use crate::ui::parts::{CopyButton, QrCode};
use crate::ui::text::{Texts, key};

/// The address to copy; the code to see and to save.
#[component]
pub(super) fn LinkPanel(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    let link = Memo::new(move |_| inviting.chosen().map(|it| it.link));
    let address = Memo::new(move |_| link.with(|link| link.as_ref().map(Link::address).unwrap_or_default()));
    let saved = RwSignal::new(None::<String>);
    Effect::new(move || {
        link.track();
        saved.set(None);
    });
    let told = move |name: &str| saved.try_set(Some(texts.fill(key::SENDING_SAVED, &[("file", name)])));
    let chosen = move || {
        let stem = link.with_untracked(|link| Some(link.as_ref()?.file_stem()))?;
        Some((stem, Symbol::of(&address.get_untracked()).ok()?))
    };
    let save_svg = move |_| {
        let Some((stem, symbol)) = chosen() else { return };
        let name = format!("{stem}.svg");
        if download::save_file(&name, "image/svg+xml", &symbol.svg()).is_ok() {
            told(&name);
        }
    };
    let save_png = move |_| {
        let Some((stem, symbol)) = chosen() else { return };
        spawn_local(async move {
            let name = format!("{stem}.png");
            let Ok(picture) = picture::png(&symbol).await else { return };
            if download::save_blob(&name, &picture).is_ok() {
                told(&name);
            }
        });
    };
    let code = move || {
        let address = address.get();
        let label = texts.fill(key::LINKS_CODE_OF, &[("address", &address)]);
        view! { <QrCode text=address label/> }
    };
    view! {
        <section class="panel link-panel" aria-labelledby="link-title">
            <h2 id="link-title">{texts.get(key::LINKS_LINK)}</h2>
            <p class="link-address">
                <a href=move || address.get() target="_blank" rel="noopener" data-testid="link">{move || address.get()}</a>
            </p>
            <CopyButton label=texts.get(key::LINKS_COPY) text=address/>
            <h3>{texts.get(key::LINKS_CODE)}</h3>
            <div class="link-code">
                {code}
                <div>
                    <div class="buttons">
                        <button type="button" class="button-second" data-testid="save-svg" on:click=save_svg>
                            {texts.get(key::LINKS_SVG)}
                        </button>
                        <button type="button" class="button-second" data-testid="save-png" on:click=save_png>
                            {texts.get(key::LINKS_PNG)}
                        </button>
                    </div>
                    <p class="hint">{texts.get(key::LINKS_CODE_HINT)}</p>
                </div>
            </div>
            <p class="hint" role="status">{move || saved.get()}</p>
        </section>
    }
}
