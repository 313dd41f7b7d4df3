//! What the report can be made from again: files, definition and application.

use leptos::prelude::*;

use super::super::ledger::Files;
use crate::ui::state::AppState;
use crate::ui::text::{Key, Texts, key};

/// The ledger with SHA-256, the definition's SHA-256, the application and the address.
#[component]
pub(super) fn Annex() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    let files = move || results.loaded().map(|loaded| view! { <Files loaded/> });
    let part = move |part: fn(&crate::domain::analysis::Report) -> String| {
        let part = results.part(move |it| part(&it.report));
        move || view! { <code>{part.get().unwrap_or_default()}</code> }
    };
    let address = move || {
        let route = state.route();
        (!route.query.is_empty())
            .then(|| view! { <Fact name=key::PRINTED_ADDRESS><code>{route.query.clone()}</code></Fact> })
    };
    view! {
        <section class="printed-part printed-annex" aria-labelledby="printed-annex">
            <h2 id="printed-annex">{texts.get(key::PRINTED_ANNEX)}</h2>
            {files}
            <dl class="printed-proof">
                <Fact name=key::PRINTED_DEFINITION>{part(|it| it.definition_sha256.clone())}</Fact>
                <Fact name=key::PRINTED_APPLICATION>{part(|it| it.application.clone())}</Fact>
                <Fact name=key::PRINTED_MADE>{part(|it| it.generated_at.clone())}</Fact>
                {address}
            </dl>
        </section>
    }
}

#[component]
fn Fact(name: Key, children: Children) -> impl IntoView {
    let texts = Texts::here();
    view! { <div><dt>{texts.get(name)}</dt><dd>{children()}</dd></div> }
}
