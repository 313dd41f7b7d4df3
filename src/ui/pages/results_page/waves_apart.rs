//! Why two surveys are not compared under the filter that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::options::{self, Choices, FilterOptions};
use crate::domain::analysis::Apart;
use crate::domain::survey::Survey;
use crate::ui::state::Beside;
use crate::ui::text::{Texts, key};

/// What of the filter only one of the surveys knows, and days on which one of them has no responses.
#[component]
pub(super) fn WavesApart(beside: Beside) -> impl IntoView {
    let texts = Texts::here();
    let Beside { own, other, apart, .. } = beside;
    // What one lacks is called what the other calls it.
    let knows = |is_own: bool| if is_own { &other } else { &own };
    let item = |reason: &Apart| {
        let words = match reason {
            Apart::Key { key: name, is_own } => {
                let text = if *is_own { key::WAVES_APART_KEY_OWN } else { key::WAVES_APART_KEY };
                texts.fill(text, &[("filter", &title(knows(*is_own), name, texts))])
            }
            Apart::Value { key: name, value, is_own } => {
                let text = if *is_own { key::WAVES_APART_VALUE_OWN } else { key::WAVES_APART_VALUE };
                let survey = knows(*is_own);
                let label = options::label(survey, &Choices::new(survey, &[], texts), name, value, texts);
                texts.fill(text, &[("filter", &label)])
            }
            Apart::Days { is_own: true } => texts.get(key::WAVES_APART_DAYS_OWN).to_owned(),
            Apart::Days { is_own: false } => texts.get(key::WAVES_APART_DAYS).to_owned(),
        };
        view! { <li>{words}</li> }
    };
    view! {
        <div class="notice notice-warning wave-changes" data-testid="waves-apart">
            <p class="notice-title">{texts.get(key::WAVES_APART)}</p>
            <ul>{apart.iter().map(item).collect_view()}</ul>
        </div>
    }
}

/// What a key is called in a survey that knows it.
fn title(survey: &Arc<Survey>, name: &str, texts: Texts) -> String {
    let choices = Choices::new(survey, &[], texts);
    choices.find(name).map_or_else(|| name.to_owned(), FilterOptions::full_title)
}
