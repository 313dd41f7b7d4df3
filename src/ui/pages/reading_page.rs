//! `#/privacy` and `#/accessibility`: pages that are only read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::reading;
use crate::ui::parts::{Heading, Loading, NotLoaded};
use crate::ui::state::AppState;
use crate::ui::text::{Key, Texts};

/// A heading and what is written under it.
#[component]
pub(super) fn ReadingPage(
    /// Name of the page in the bundle.
    name: &'static str,
    /// Its heading.
    title: Key,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let markup = RwSignal::new(None);
    Effect::new(move || {
        let institution = state.institution().map(|entry| entry.institution).unwrap_or_default();
        spawn_local(async move {
            let (code, email) = (texts.code(), &institution.email);
            markup.set(Some(reading::markup(name, code, institution.name.get(code), email).await));
        });
    });
    let words = move || match markup.get() {
        None => view! { <Loading/> }.into_any(),
        Some(None) => view! { <NotLoaded/> }.into_any(),
        Some(Some(markup)) => view! { <div inner_html=markup></div> }.into_any(),
    };
    view! {
        <article class="prose">
            <Heading text=texts.get(title)/>
            {words}
        </article>
    }
}
