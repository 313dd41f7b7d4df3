//! What a picture can be saved as.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::state::SavedImage;
use crate::ui::text::{Texts, key};

/// Opens to two buttons.
#[component]
pub fn ChartMenu(
    /// What the picture is of, for whoever does not see it.
    #[prop(into)]
    title: String,
    /// Called where an SVG is wanted.
    on_svg: Callback<()>,
    /// Called where a PNG is wanted.
    on_png: Callback<()>,
    /// What came of it; nothing while nothing was saved.
    #[prop(into)]
    saved: Signal<Option<SavedImage>>,
) -> impl IntoView {
    let texts = Texts::here();
    let label = texts.fill(key::EXPORT_PICTURE_OF, &[("question", &title)]);
    view! {
        <details class="chart-menu" on:keydown=|event| dom::fold_on_escape(&event)>
            <summary aria-label=label.clone()>{texts.get(key::EXPORT_PICTURE)}</summary>
            <div class="chart-menu-buttons" role="group" aria-label=label>
                <button type="button" class="button-second" on:click=move |_| on_svg.run(())>
                    {texts.get(key::EXPORT_SVG)}
                </button>
                <button type="button" class="button-second" on:click=move |_| on_png.run(())>
                    {texts.get(key::EXPORT_PNG)}
                </button>
            </div>
        </details>
        <p class="error-message" role="status">
            {move || (saved.get() == Some(SavedImage::Failed)).then(|| texts.get(key::EXPORT_PICTURE_FAILED))}
        </p>
        // Who sees the page sees the browser save.
        <p class="visually-hidden" role="status">
            {move || match saved.get() {
                Some(SavedImage::As(file)) => Some(texts.fill(key::EXPORT_SAVED, &[("file", &file)])),
                _ => None,
            }}
        </p>
    }
}
