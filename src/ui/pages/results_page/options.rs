//! What a survey's responses can be filtered by and compared by.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::locale;
use crate::domain::analysis::is_key_of;
use crate::domain::survey::{Choice, Kind, Question, Scalar, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A key of the filter with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FilterOptions {
    /// The key in the address.
    pub(super) key: String,
    /// What it is called.
    pub(super) title: String,
    /// The question it is a statement of, in words; none of what stands by itself.
    pub(super) statement_of: Option<String>,
    /// Its values, in the order shown.
    pub(super) values: Vec<FilterOption>,
}

impl FilterOptions {
    /// What it is called where its question does not stand beside it.
    pub(super) fn full_title(&self) -> String {
        match &self.statement_of {
            Some(question) => format!("{question}: {}", self.title),
            None => self.title.clone(),
        }
    }
}

/// One value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FilterOption {
    pub(super) value: String,
    pub(super) label: String,
}

const SERVICE: &str = "service";
const PROVIDER: &str = "provider";
pub(super) const LANGUAGE: &str = "language";
const CHANNELS: &str = "channels";

/// Everything there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choices {
    /// Service, provider, channels and language.
    pub(super) first: Vec<FilterOptions>,
    /// Every other choice question, and the rows of matrices.
    pub(super) more: Vec<FilterOptions>,
}

impl Choices {
    /// Those of a survey whose responses were given in these languages.
    pub(super) fn new(survey: &Survey, languages: &[String], texts: Texts) -> Self {
        Self { first: first(survey, languages, texts), more: more(survey, texts) }
    }

    /// All keys, the first ones first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &FilterOptions> {
        self.first.iter().chain(&self.more)
    }

    /// Whether a question can be counted by the groups of a key.
    pub(super) fn can_split(&self, survey: &Survey, question: &str, by: &str) -> bool {
        let is_question = survey.questionnaire.question(question).is_some_and(Question::is_chosen);
        is_question && question != by && self.find(by).is_some()
    }

    /// A key with its values.
    pub(super) fn find(&self, key: &str) -> Option<&FilterOptions> {
        self.iter().find(|options| options.key == key)
    }
}

/// What the responses that are open can be filtered and compared by.
pub(super) fn choices_of(survey: Arc<Survey>) -> Memo<Choices> {
    let texts = Texts::here();
    let languages = AppState::expect().results().part(|it| it.languages.clone());
    Memo::new(move |_| Choices::new(&survey, &languages.get().unwrap_or_default(), texts))
}

fn first(survey: &Survey, languages: &[String], texts: Texts) -> Vec<FilterOptions> {
    let code = texts.code();
    let mut found = Vec::new();
    if let Some(catalogue) = &survey.catalogue {
        let mut services: Vec<FilterOption> =
            catalogue.services.iter().map(|it| option(&it.id, it.title.get(code))).collect();
        locale::sort_by_text(code, &mut services, |option| option.label.clone());
        found.push(options(SERVICE, texts.get(key::FILTER_SERVICE), services));
        let providers = catalogue.providers.iter().map(|it| option(&it.id, it.title.get(code))).collect();
        found.push(options(PROVIDER, texts.get(key::FILTER_PROVIDER), providers));
    }
    let channels = survey.questionnaire.question(CHANNELS).and_then(|it| of_question(it, texts));
    found.extend(channels.map(|it| options(CHANNELS, texts.get(key::FILTER_CHANNELS), it.values)));
    let mut tags: Vec<&String> = languages.iter().collect();
    tags.sort();
    let tags = tags.into_iter().map(|tag| option(tag, &language_name(tag))).collect();
    found.push(options(LANGUAGE, texts.get(key::FILTER_LANGUAGE), tags));
    found
}

fn more(survey: &Survey, texts: Texts) -> Vec<FilterOptions> {
    let questions = survey.questionnaire.questions.iter().enumerate();
    let is_other = |(_, question): &(usize, &Question)| {
        question.name != CHANNELS && !question.options().is_some_and(|options| options.from_catalogue)
    };
    questions
        .filter(is_other)
        .flat_map(|(index, question)| {
            if let Kind::Matrix { rows, columns, .. } = &question.kind {
                let title = question.title.get(texts.code());
                let row = |(at, row): (usize, &Choice)| {
                    let key = format!("{}.{}", question.name, row.value.key());
                    let row = || FilterOptions {
                        statement_of: Some(title.to_owned()),
                        ..options(&key, row.text.get(texts.code()), choices(columns, texts))
                    };
                    is_key_of(survey, &key, index, Some(at)).then(row)
                };
                return rows.iter().enumerate().filter_map(row).collect();
            }
            let found = of_question(question, texts);
            found.filter(|found| is_key_of(survey, &found.key, index, None)).into_iter().collect::<Vec<_>>()
        })
        .collect()
}

/// What a chip says: the value, after its key where that says more.
pub(super) fn label(survey: &Survey, choices: &Choices, name: &str, value: &str, texts: Texts) -> String {
    let of_value = |options: &FilterOptions| {
        let option = options.values.iter().find(|option| option.value == value)?;
        Some(format!("{}: {}", options.title, option.label))
    };
    let found = choices.find(name).and_then(of_value);
    let found = found.or_else(|| match name {
        // Nobody need have answered in it.
        LANGUAGE => Some(format!("{}: {}", texts.get(key::FILTER_LANGUAGE), language_name(value))),
        _ => of_value(&of_question(survey.questionnaire.question(name)?, texts)?),
    });
    found.unwrap_or_else(|| format!("{name}: {value}"))
}

fn of_question(question: &Question, texts: Texts) -> Option<FilterOptions> {
    let values = match &question.kind {
        Kind::Boolean { .. } => {
            let truth =
                |value: bool| option(&value.to_string(), &texts.value(question, &Scalar::Bool(value)));
            vec![truth(true), truth(false)]
        }
        _ => choices(&question.options()?.all(), texts),
    };
    Some(options(&question.name, question.title.get(texts.code()), values))
}

fn choices(choices: &[Choice], texts: Texts) -> Vec<FilterOption> {
    choices.iter().map(|choice| option(&choice.value.key(), choice.text.get(texts.code()))).collect()
}

fn options(key: &str, title: &str, values: Vec<FilterOption>) -> FilterOptions {
    FilterOptions { key: key.to_owned(), title: title.to_owned(), statement_of: None, values }
}

fn option(value: &str, label: &str) -> FilterOption {
    FilterOption { value: value.to_owned(), label: label.to_owned() }
}

/// A language in its own words where we have them, else its tag.
fn language_name(tag: &str) -> String {
    Texts::of(tag).map_or_else(|| tag.to_owned(), |texts| texts.get(key::LANGUAGE_NAME).to_owned())
}
