//! Which survey and whose responses a slide is about: whoever sees it has seen no filter.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::survey::Survey;
use crate::ui::pages::results_page::export_panel::in_words;
use crate::ui::pages::results_page::filtering::Filtering;
use crate::ui::pages::results_page::options::Choices;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The survey, how many responses are counted, and what they were chosen by.
#[component]
pub(super) fn SlideScope(
    survey: Arc<Survey>,
    filter: Filtering,
    choices: Memo<Choices>,
    /// Whether published figures may stand on the slide.
    has_published: Memo<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let size = results.size();
    let title = survey.questionnaire.title.get(texts.code()).to_owned();
    let id = survey.entry.id.clone();
    let has_baseline = survey.baseline.is_some();
    let words = Memo::new(move |_| {
        let shown = filter.with(Clone::clone);
        choices.with(|choices| in_words(&survey, &shown, choices, texts)).join("; ")
    });
    let of_published = move || {
        let is_part = words.with(|words| !words.is_empty());
        (has_baseline && has_published.get() && is_part).then(|| {
            view! { <p class="slide-scope">{texts.get(key::SLIDES_PUBLISHED_OF_ALL)}</p> }
        })
    };
    view! {
        <p class="eyebrow">{title} " · " {id}</p>
        <p class="slide-scope" data-testid="slide-scope">
            {move || texts.size(size.get())}
            {move || words.with(|words| (!words.is_empty()).then(|| format!(" · {words}")))}
        </p>
        {of_published}
    }
}
