//! A mistake in a definition file, for whoever keeps the files.

use leptos::prelude::*;

use super::Heading;
use crate::domain::survey::DefinitionError;
use crate::ui::text::{Texts, key};

/// A page that names file, place and mistake.
#[component]
pub fn DefinitionProblem(
    /// The mistake.
    error: DefinitionError,
    /// Loads the files again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    let mistake = texts.mistake(&error.mistake);
    view! {
        <Heading text=texts.get(key::DEFINITION_TITLE)/>
        <p class="lead">{texts.get(key::DEFINITION_LEAD)}</p>
        <dl class="facts" data-testid="definition-error">
            <div><dt>{texts.get(key::DEFINITION_FILE)}</dt><dd><code>{error.file.clone()}</code></dd></div>
            <div><dt>{texts.get(key::DEFINITION_PATH)}</dt><dd><code>{error.path.clone()}</code></dd></div>
            <div><dt>{texts.get(key::DEFINITION_MISTAKE)}</dt><dd>{mistake}</dd></div>
        </dl>
        <button type="button" class="button" on:click=move |_| on_retry.run(())>
            {texts.get(key::DEFINITION_RETRY)}
        </button>
    }
}
