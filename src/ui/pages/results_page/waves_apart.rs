//! Why another survey is not compared under the filter that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::options::{self, Choices, FilterOptions};
use crate::domain::analysis::Apart;
use crate::domain::survey::Survey;
use crate::ui::state::Beside;
use crate::ui::text::{Texts, key};

/// Of each survey that is kept apart: what of the filter only one of the two knows, and days on which one of
/// them has no responses.
pub(super) fn waves_apart(beside: &Beside, texts: Texts) -> impl IntoView + use<> {
    let notice = |(other, reasons): &(Arc<Survey>, Vec<Apart>)| {
        let items = reasons.iter().map(|reason| words(reason, &beside.own, other, texts));
        view! {
            <div class="notice notice-warning wave-changes" data-testid="waves-apart">
                <p class="notice-title">{beside.about(other, texts.get(key::WAVES_APART))}</p>
                <ul>{items.map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
            </div>
        }
    };
    beside.apart.iter().map(notice).collect_view()
}

fn words(reason: &Apart, own: &Arc<Survey>, other: &Arc<Survey>, texts: Texts) -> String {
    // What one lacks is called what the other calls it.
    let knows = |is_own: bool| if is_own { other } else { own };
    match reason {
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
    }
}

/// What a key is called in a survey that knows it.
fn title(survey: &Arc<Survey>, name: &str, texts: Texts) -> String {
    let choices = Choices::new(survey, &[], texts);
    choices.find(name).map_or_else(|| name.to_owned(), FilterOptions::full_title)
}
