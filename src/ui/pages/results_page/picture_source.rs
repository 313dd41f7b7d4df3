//! What saved pictures of counts say of themselves: survey, filter, responses, application and day.

use std::sync::Arc;

use leptos::prelude::*;

use super::export_panel::in_words;
use super::filtering::Filtering;
use super::options::Choices;
use crate::browser::clock;
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The words for every picture of the report that is shown.
#[derive(Clone, Copy)]
pub(super) struct PictureSource(Callback<(), String>);

impl PictureSource {
    /// Has the pictures beneath say this.
    pub(super) fn provide(survey: Arc<Survey>, choices: Memo<Choices>, filter: Filtering) {
        let texts = Texts::here();
        let results = AppState::expect().results();
        let size = results.size();
        let application = results.part(|it| it.report.application.clone());
        let words = move |()| {
            let shown = filter.with(Clone::clone);
            let words = choices.with_untracked(|choices| in_words(&survey, &shown, choices, texts));
            let everything = || texts.get(key::EXPORT_EVERYTHING).to_owned();
            let values = [
                ("survey", format!("{} ({})", survey.questionnaire.title.get(texts.code()), survey.entry.id)),
                ("filter", if words.is_empty() { everything() } else { words.join("; ") }),
                ("n", size.get_untracked().selected.map_or_else(|| "–".to_owned(), |it| texts.integer(it))),
                ("application", application.get_untracked().unwrap_or_default()),
                ("day", texts.day(clock::today())),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            texts.fill(key::EXPORT_PICTURE_SOURCE, &values)
        };
        provide_context(Self(Callback::new(words)));
    }

    /// What the page says of its pictures here.
    pub(super) fn here() -> Callback<(), String> {
        use_context::<Self>().map_or_else(|| Callback::new(|()| String::new()), |it| it.0)
    }
}
