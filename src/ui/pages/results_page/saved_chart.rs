//! A question's picture as a file: what stands around it there.

use std::sync::Arc;

use leptos::prelude::*;

use super::export_panel::in_words;
use super::filtering::Filtering;
use super::options::Choices;
use super::question_section::base;
use crate::browser::clock;
use crate::domain::survey::{Question, Survey};
use crate::ui::parts::ChartMenu;
use crate::ui::state::{AppState, Caption, ImageForm};
use crate::ui::text::{Texts, key};

/// The menu beneath a picture, where there is one.
#[component]
pub(super) fn SavedChart(
    survey: Arc<Survey>,
    question: Question,
    choices: Memo<Choices>,
    filter: Filtering,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let picture = results.picture(&question.name);
    let has_picture = Memo::new(move |_| picture.with(Option::is_some));
    let (report, finding) = (results.question(&question.name), results.finding(&question.name));
    let responses = results.part(|it| it.report.responses);
    let application = results.part(|it| it.report.application.clone());
    let question = StoredValue::new(question);
    let caption = move || {
        let question = question.get_value();
        let title = question.title.get(texts.code()).to_owned();
        let finding = finding.get_untracked().map(|finding| texts.finding(&finding, &question));
        let notes =
            finding.into_iter().chain(report.get_untracked().and_then(|it| base(&it, texts))).collect();
        let filter = filter.with(Clone::clone);
        let words = choices.with_untracked(|choices| in_words(&survey, &filter, choices, texts));
        let words =
            if words.is_empty() { texts.get(key::EXPORT_EVERYTHING).to_owned() } else { words.join("; ") };
        let values = [
            ("survey", survey.questionnaire.title.get(texts.code()).to_owned()),
            ("filter", words),
            ("n", texts.integer(responses.get_untracked().unwrap_or_default())),
            ("application", application.get_untracked().unwrap_or_default()),
            ("day", texts.day(clock::today())),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Caption { title, notes, source: texts.fill(key::EXPORT_PICTURE_SOURCE, &values) }
    };
    let caption = StoredValue::new_local(caption);
    let save = move |form: ImageForm| {
        let caption = untrack(|| caption.with_value(|caption| caption()));
        results.save_picture(&question.with_value(|it| it.name.clone()), form, caption);
    };
    let title = question.with_value(|it| it.title.get(texts.code()).to_owned());
    let is_broken = Signal::derive(move || question.with_value(|it| results.picture_failed(&it.name)));
    move || {
        has_picture.get().then(|| {
            view! {
                <ChartMenu
                    title=title.clone()
                    on_svg=Callback::new(move |()| save(ImageForm::Svg))
                    on_png=Callback::new(move |()| save(ImageForm::Png))
                    is_broken
                />
            }
        })
    }
}
