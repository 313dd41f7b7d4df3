//! Which texts are listed: question, language, codes, words.

use leptos::prelude::*;

use super::super::options::{Choices, FilterOption};
use super::title_of;
use crate::domain::coding::{QuestionTexts, Selection, Theme};
use crate::domain::survey::Question;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// What stands before a theme's id.
const THEME: &str = "theme:";

/// Choices of what is listed.
#[component]
pub(super) fn TextTools(questions: StoredValue<Vec<Question>>, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let wanted = Memo::new(move |_| results.wanted_texts());
    let counted: Memo<Vec<QuestionTexts>> =
        Memo::new(move |_| results.listed().here().map(|it| it.questions.clone()).unwrap_or_default());
    let question = move |question: Question| {
        let name = question.name;
        let title = questions.with_value(|all| title_of(all, &name, texts));
        let of = name.clone();
        let label = move || {
            let responses =
                counted.with(|counted| counted.iter().find(|it| it.name == of).map_or(0, |it| it.responses));
            format!("{title} ({})", texts.integer(responses))
        };
        let is_selected = {
            let name = name.clone();
            move || wanted.with(|wanted| wanted.question.as_ref() == Some(&name))
        };
        view! { <option value=name.clone() prop:selected=is_selected>{label}</option> }
    };
    let some = |value: String| Some(value).filter(|value| !value.is_empty());
    let language = move |option: FilterOption| {
        let value = option.value.clone();
        let is_selected = move || results.texts_language().as_ref() == Some(&value);
        view! { <option value=option.value prop:selected=is_selected>{option.label}</option> }
    };
    let languages = move || {
        let found = choices.with(|choices| choices.find("language").map(|it| it.values.clone()));
        found.unwrap_or_default().into_iter().map(language).collect_view()
    };
    let selection = move |value: String, label: String, selection: Selection| {
        let is_selected = move || wanted.with(|wanted| wanted.selection == selection);
        view! { <option value=value prop:selected=is_selected>{label}</option> }
    };
    let fixed = move || {
        FIXED
            .map(|(value, of)| selection(value.to_owned(), texts.get(title(&of)).to_owned(), of))
            .collect_view()
    };
    let themes = results.themes();
    let of_themes = move || {
        let option = |theme: Theme| {
            let label = texts.fill(key::COMMENTS_SELECT_THEME, &[("theme", &theme.title)]);
            selection(format!("{THEME}{}", theme.id), label, Selection::Theme(theme.id))
        };
        themes.get().into_iter().map(option).collect_view()
    };
    let choose = move |event| results.list_selection(parse(&event_target_value(&event)));
    view! {
        <div class="text-tools" role="search" aria-label=texts.get(key::COMMENTS_TOOLS)>
            <div class="text-tool text-question">
                <label for="texts-question">{texts.get(key::COMMENTS_QUESTION)}</label>
                <select id="texts-question" on:change=move |event| results.list_question(some(event_target_value(&event)))>
                    <option value="" prop:selected=move || wanted.with(|it| it.question.is_none())>{texts.get(key::COMMENTS_ALL_QUESTIONS)}</option>
                    {questions.get_value().into_iter().map(question).collect_view()}
                </select>
            </div>
            <div class="text-tool">
                <label for="texts-language">{texts.get(key::FILTER_LANGUAGE)}</label>
                <select id="texts-language" on:change=move |event| results.list_language(some(event_target_value(&event)))>
                    <option value="" prop:selected=move || results.texts_language().is_none()>{texts.get(key::COMMENTS_ALL_LANGUAGES)}</option>
                    {languages}
                </select>
            </div>
            <div class="text-tool">
                <label for="texts-selection">{texts.get(key::COMMENTS_SELECT)}</label>
                <select id="texts-selection" on:change=choose>{fixed} {of_themes}</select>
            </div>
            <div class="text-tool">
                <label for="texts-search">{texts.get(key::COMMENTS_SEARCH)}</label>
                <input id="texts-search" type="search" autocomplete="off" spellcheck="false" prop:value=move || wanted.with(|it| it.search.clone())
                    on:input=move |event| results.list_search(event_target_value(&event))/>
            </div>
        </div>
    }
}

const FIXED: [(&str, Selection); 5] = [
    ("all", Selection::All),
    ("uncoded", Selection::Uncoded),
    ("coded", Selection::Coded),
    ("personal", Selection::Personal),
    ("removed", Selection::Removed),
];

fn title(selection: &Selection) -> crate::ui::text::Key {
    match selection {
        Selection::All | Selection::Theme(_) => key::COMMENTS_SELECT_ALL,
        Selection::Uncoded => key::COMMENTS_SELECT_UNCODED,
        Selection::Coded => key::COMMENTS_SELECT_CODED,
        Selection::Personal => key::COMMENTS_SELECT_PERSONAL,
        Selection::Removed => key::COMMENTS_SELECT_REMOVED,
    }
}

fn parse(value: &str) -> Selection {
    if let Some(id) = value.strip_prefix(THEME) {
        return Selection::Theme(id.to_owned());
    }
    FIXED.into_iter().find(|(known, _)| *known == value).map(|(_, selection)| selection).unwrap_or_default()
}
