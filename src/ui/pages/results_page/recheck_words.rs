//! What differs from a saved report, in the words of the page.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::coding::Theme;
use crate::domain::exchange::Difference;
use crate::domain::survey::{Choice, Kind, Question, Scalar, Survey, Text};
use crate::ui::text::{Key, Texts, key};

/// Between a question, its row, its answer and what is counted of it.
const BETWEEN: &str = " · ";
const SOURCES: &str = "sources";

/// A difference as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Where.
    pub(super) place: String,
    /// What the saved report has.
    pub(super) saved: String,
    /// What the files give.
    pub(super) found: String,
}

/// What places and values are called by.
pub(super) struct Words<'a> {
    /// The survey of the report.
    pub(super) survey: Option<&'a Survey>,
    /// The code book.
    pub(super) themes: &'a [Theme],
    /// SHA-256 → name of the files that are open.
    pub(super) files: &'a BTreeMap<String, String>,
    /// The words.
    pub(super) texts: Texts,
}

impl Words<'_> {
    /// A row for each difference; a file whose content is another is one.
    pub(super) fn rows(&self, differences: &[Difference]) -> Vec<Row> {
        let whole = |it: &&Difference| it.place.len() == 2 && it.place[0] == SOURCES;
        let added: Vec<&Difference> =
            differences.iter().filter(whole).filter(|it| it.saved.is_none()).collect();
        let is_same_file = |one: &Difference, other: &Difference| name_of(one) == name_of(other);
        let missing: Vec<&Difference> =
            differences.iter().filter(whole).filter(|it| it.found.is_none()).collect();
        let row = |it: &Difference| {
            if !whole(&it) {
                return Some(self.row(it));
            }
            let other = |others: &[&Difference]| others.iter().any(|other| is_same_file(it, other));
            match it.found {
                None => Some(self.file(it, true, other(&added))),
                // Told of where it is missing.
                Some(_) if other(&missing) => None,
                Some(_) => Some(self.file(it, false, false)),
            }
        };
        differences.iter().filter_map(row).collect()
    }

    fn file(&self, difference: &Difference, is_in_report: bool, is_changed: bool) -> Row {
        let texts = self.texts;
        let place = texts.fill(key::RECHECK_FILE_PLACE, &[("file", &name_of(difference))]);
        let (saved, found) = match (is_in_report, is_changed) {
            (true, true) => (key::RECHECK_FILE_IN_REPORT, key::RECHECK_FILE_CHANGED),
            (true, false) => (key::RECHECK_FILE_IN_REPORT, key::RECHECK_FILE_NOT_OPEN),
            (false, _) => (key::RECHECK_FILE_NOT_IN_REPORT, key::RECHECK_FILE_OPEN),
        };
        Row { place, saved: texts.get(saved).to_owned(), found: texts.get(found).to_owned() }
    }

    fn row(&self, difference: &Difference) -> Row {
        let place: Vec<&str> = difference.place.iter().map(String::as_str).collect();
        Row {
            place: self.place(&place),
            saved: self.value(difference.saved.as_ref(), is_share(&place)),
            found: self.value(difference.found.as_ref(), is_share(&place)),
        }
    }

    fn place(&self, place: &[&str]) -> String {
        let parts = match place {
            ["questions", name, rest @ ..] => self.in_question(name, rest),
            ["themes", name, rest @ ..] => {
                let themes = self.texts.get(key::COMMENTS_TALLIES).to_owned();
                [vec![themes], self.in_question(name, rest)].concat()
            }
            ["indicators", name, rest @ ..] => {
                [vec![self.texts.indicator(name)], self.members(rest)].concat()
            }
            [SOURCES, digest, rest @ ..] => {
                let file = self.files.get(*digest).map_or(*digest, String::as_str);
                let file = self.texts.fill(key::RECHECK_FILE_PLACE, &[("file", file)]);
                [vec![file], self.members(rest)].concat()
            }
            _ => self.members(place),
        };
        parts.join(BETWEEN)
    }

    fn in_question(&self, name: &str, rest: &[&str]) -> Vec<String> {
        let question = self.survey.and_then(|survey| survey.questionnaire.question(name));
        let title = question.map_or(name, |question| question.title.get(self.texts.code())).to_owned();
        let within = match rest {
            ["rows", row, "columns", column, rest @ ..] => [
                vec![self.label(question, row, true), self.label(question, column, false)],
                self.members(rest),
            ]
            .concat(),
            ["rows", row, rest @ ..] => [vec![self.label(question, row, true)], self.members(rest)].concat(),
            ["choices", value, rest @ ..] => {
                let theme = self.themes.iter().find(|theme| theme.id == *value);
                let label =
                    theme.map_or_else(|| self.label(question, value, false), |theme| theme.title.clone());
                [vec![label], self.members(rest)].concat()
            }
            _ => self.members(rest),
        };
        [vec![title], within].concat()
    }

    /// What a row, column or choice is called whose value is written so.
    fn label(&self, question: Option<&Question>, written: &str, is_row: bool) -> String {
        let choices: Vec<Choice> = match question.map(|question| &question.kind) {
            Some(Kind::Matrix { rows, columns, .. }) => (if is_row { rows } else { columns }).clone(),
            Some(Kind::Boolean { label_true, label_false }) => {
                let label =
                    |value: bool, text: &Text| Choice { value: Scalar::Bool(value), text: text.clone() };
                vec![label(true, label_true), label(false, label_false)]
            }
            _ => question
                .and_then(Question::options)
                .map(crate::domain::survey::Options::all)
                .unwrap_or_default(),
        };
        let choice = choices.iter().find(|choice| choice.value.key() == written);
        choice.map_or(written, |choice| choice.text.get(self.texts.code())).to_owned()
    }

    /// Names of members; those that have none of ours as they are written.
    fn members(&self, members: &[&str]) -> Vec<String> {
        if let ["interval", end @ ("1" | "2")] = members {
            let end = if *end == "1" { key::EXPORT_LOW } else { key::EXPORT_HIGH };
            return vec![self.texts.get(end).to_owned()];
        }
        let name = |member: &&str| member_key(member).map_or(*member, |key| self.texts.get(key)).to_owned();
        members.iter().map(name).collect()
    }

    fn value(&self, value: Option<&Value>, is_share: bool) -> String {
        let texts = self.texts;
        match value {
            None | Some(Value::Bool(false)) => texts.get(key::RECHECK_ABSENT).to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => match (number.as_u64(), number.as_f64()) {
                (_, Some(share)) if is_share => texts.exact_percent(share),
                (Some(number), _) => texts.integer(number),
                _ => number.to_string().replace('.', &texts.number_format().decimal),
            },
            Some(Value::Null) => texts.get(key::INDICATOR_NONE).to_owned(),
            Some(_) => texts.get(key::RECHECK_PRESENT).to_owned(),
        }
    }
}

fn name_of(file: &Difference) -> String {
    let entry = file.saved.as_ref().or(file.found.as_ref());
    let name = entry.and_then(|entry| entry.get("name")).and_then(Value::as_str);
    name.unwrap_or(&file.place[1]).to_owned()
}

/// Whether a value at this place is a share: they are told in per cent, like everywhere.
fn is_share(place: &[&str]) -> bool {
    matches!(place, [.., "share" | "value"] | [.., "interval", "1" | "2"])
}

fn member_key(member: &str) -> Option<Key> {
    Some(match member {
        "count" => key::TABLE_COUNT,
        "share" | "value" => key::TABLE_SHARE,
        "interval" => key::TABLE_INTERVAL,
        "answered" | "n" => key::TABLE_ANSWERED,
        "choices" | "columns" => key::TABLE_CHOICE,
        "rows" => key::TABLE_STATEMENT,
        "questions" => key::RESULTS_QUESTIONS,
        "indicators" => key::RESULTS_INDICATORS,
        "themes" => key::COMMENTS_TALLIES,
        "texts" => key::EXPORT_WITH_TEXT,
        "uncoded" => key::COMMENTS_SELECT_UNCODED,
        "title" | "name" => key::RECHECK_NAME,
        "kind" => key::EXPORT_KIND,
        "hidden" => key::EXPORT_HIDDEN,
        "responses" => key::EXPORT_RESPONSES_COUNT,
        "accepted" => key::EXPORT_ACCEPTED_COUNT,
        "threshold" => key::EXPORT_THRESHOLD,
        "definition_sha256" => key::EXPORT_DEFINITION,
        "codes_sha256" => key::RECHECK_CODES,
        "application" => key::EXPORT_APPLICATION,
        "filter" => key::EXPORT_FILTER,
        "survey" => key::RESULTS_SURVEY,
        "sources" => key::EXPORT_LEDGER,
        "bytes" => key::LEDGER_BYTES,
        "duplicates" => key::LEDGER_DUPLICATES,
        "conflicts" => key::LEDGER_CONFLICTS,
        "rejected" => key::LEDGER_REJECTED,
        _ => return None,
    })
}
