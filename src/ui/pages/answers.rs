//! Answers as words, for reading through.

use crate::domain::survey::{Answer, Answers, Choice, Kind, OTHER, Options, Question, Scalar, Survey};
use crate::ui::parts::{AnswerGroup, AnswerLine};
use crate::ui::text::Texts;

/// Every visible question with its answers; `change` gives a step's link.
pub(super) fn answer_groups(
    survey: &Survey,
    answers: &Answers,
    texts: Texts,
    change: impl Fn(&str) -> Option<String>,
) -> Vec<AnswerGroup> {
    let visible = survey.questionnaire.visible(answers);
    let shown = survey
        .questionnaire
        .questions
        .iter()
        .zip(visible)
        .filter(|(question, is_visible)| *is_visible && !matches!(question.kind, Kind::Html(_)));
    shown.map(|(question, _)| group(question, answers, texts, &change)).collect()
}

fn group(
    question: &Question,
    answers: &Answers,
    texts: Texts,
    change: &impl Fn(&str) -> Option<String>,
) -> AnswerGroup {
    let code = texts.code();
    let lines = match &question.kind {
        Kind::Matrix { rows, columns, .. } => {
            let line = |row: &Choice| {
                let key = row.value.key();
                let chosen = answers.row(&question.name, &key);
                AnswerLine {
                    statement: Some(row.text.get(code).to_owned()),
                    answers: chosen.map(|value| text_of(columns, value, code)).into_iter().collect(),
                    change: change(&format!("{}.{key}", question.name)),
                }
            };
            rows.iter().map(line).collect()
        }
        _ => vec![AnswerLine {
            statement: None,
            answers: words(question, answers, texts),
            change: change(&question.name),
        }],
    };
    AnswerGroup {
        question: question.title.get(code).to_owned(),
        is_matrix: matches!(question.kind, Kind::Matrix { .. }),
        lines,
    }
}

fn words(question: &Question, answers: &Answers, texts: Texts) -> Vec<String> {
    let code = texts.code();
    let choices = question.options().map(Options::all).unwrap_or_default();
    let word = |value: &Scalar| {
        let text = text_of(&choices, value, code);
        match answers.other_text(&question.name) {
            Some(more) if *value == Scalar::from(OTHER) && question.has_other() => format!("{text}: {more}"),
            _ => text,
        }
    };
    match (answers.get(&question.name), &question.kind) {
        (Some(Answer::One(Scalar::Bool(truth))), Kind::Boolean { label_true, label_false }) => {
            let label = if *truth { label_true } else { label_false };
            vec![label.get(code).to_owned()]
        }
        (Some(Answer::One(value)), _) => vec![word(value)],
        (Some(Answer::Many(values)), _) => values.iter().map(word).collect(),
        _ => Vec::new(),
    }
}

fn text_of(choices: &[Choice], value: &Scalar, code: &str) -> String {
    let choice = choices.iter().find(|choice| choice.value == *value);
    choice.map_or_else(|| value.key(), |choice| choice.text.get(code).to_owned())
}

/// A name for a file with one survey's responses, told apart by what follows.
pub(super) fn file_name(survey: &str, tail: &str) -> String {
    format!("aptauja-{survey}-{tail}.json")
}
