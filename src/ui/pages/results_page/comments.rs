//! Comments and "other" texts of the filtered responses: listed, sorted into themes, and tallied.

mod code_book;
mod codes_bar;
mod codes_news;
mod codes_warning;
mod coding;
mod text_item;
mod text_list;
mod text_tools;
mod theme_tallies;
mod themes_table;

use std::sync::Arc;

use leptos::html::Section;
use leptos::prelude::*;

use super::options::Choices;
use crate::browser::sight::SightWatch;
use crate::domain::survey::{Kind, Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use code_book::CodeBook;
use codes_bar::CodesBar;
pub(super) use codes_news::CodesNotice;
use codes_warning::CodesWarning;
use text_list::TextList;
use text_tools::TextTools;
use theme_tallies::ThemeTallies;
pub(super) use themes_table::{ThemesBase, ThemesTable};

/// Texts, code book and tallies. Texts are asked for when the section comes near to being seen; nothing of
/// a hidden selection is shown.
#[component]
pub(super) fn Comments(survey: Arc<Survey>, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let questions = survey.questionnaire.questions.iter().filter(|it| has_texts(it));
    let questions: Vec<Question> = questions.cloned().collect();
    if questions.is_empty() {
        return ().into_any();
    }
    let questions = StoredValue::new(questions);
    let place = NodeRef::<Section>::new();
    let watch = StoredValue::new_local(None::<SightWatch>);
    Effect::new(move || {
        if let Some(element) = place.get() {
            watch.set_value(SightWatch::new(&element, move || {
                watch.set_value(None);
                results.want_texts();
            }));
        }
    });
    on_cleanup(move || watch.set_value(None));
    let is_hidden = results.is_hidden();
    let threshold = survey.entry.threshold;
    let reason = move || {
        let reason = texts.hidden_selection(threshold);
        view! { <p>{texts.get(key::COMMENTS_HIDDEN)} " " {reason}</p> }
    };
    view! {
        <section class="comments" aria-labelledby="comments" data-testid="comments" node_ref=place>
            <h2 id="comments">{texts.get(key::COMMENTS_TITLE)}</h2>
            <p class="comments-lead">{texts.get(key::COMMENTS_LEAD)}</p>
            <CodesWarning/>
            <CodeBook/>
            <CodesBar/>
            <Show when=move || !is_hidden.get() fallback=reason>
                <TextTools questions choices/>
                <TextList questions threshold/>
                <ThemeTallies questions/>
            </Show>
        </section>
    }
    .into_any()
}

/// Whether a question is answered in words, or may be.
pub(super) fn has_texts(question: &Question) -> bool {
    question.has_other() || matches!(question.kind, Kind::Comment { .. } | Kind::Text { .. })
}

/// What a question's texts are called: the question, and that they are those of "other".
pub(super) fn title_of(questions: &[Question], name: &str, texts: Texts) -> String {
    let Some(question) = questions.iter().find(|question| question.name == name) else {
        return name.to_owned();
    };
    let title = question.title.get(texts.code());
    if question.has_other() {
        texts.fill(key::COMMENTS_OTHER_OF, &[("question", title)])
    } else {
        title.to_owned()
    }
}
