//! The figures of a picture, from a report or a published baseline, in the order they are drawn.

mod statements;

use super::Style;
use super::bars::Entry;
use super::number::Share;
use crate::domain::analysis::{QuestionReport, Tally};
use crate::domain::survey::{Baseline, Choice, Kind, NONE, OTHER, Options, Question, Scalar, Text};
pub(super) use statements::{counted_rows, published_rows};

/// The choices of a report; `None` where they are withheld, nobody answered, or there are none.
pub(super) fn counted(
    question: &Question,
    report: &QuestionReport,
    baseline: Option<&Baseline>,
    style: &Style,
) -> Option<Vec<Entry>> {
    let tallies = report.choices.as_deref()?;
    let answered = report.answered?;
    let mut entries = Vec::new();
    for choice in choices(question) {
        let count = count(tallies, &choice.value);
        if count == 0 && matches!(question.kind, Kind::Dropdown(_)) {
            continue;
        }
        let published = baseline.and_then(|it| figure(it, question, &choice.value, style));
        let share = Share::counted(count, answered, &style.format)?;
        entries.push((choice.value.clone(), entry(question, &choice, share, published, style)));
    }
    Some(ordered(question, entries))
}

/// The choices of one group, in the order that all groups have together: pictures beside each other are read
/// line by line.
pub(super) fn of_group(
    question: &Question,
    all: &[QuestionReport],
    report: &QuestionReport,
    style: &Style,
) -> Option<Vec<Entry>> {
    let tallies = report.choices.as_deref()?;
    let answered = report.answered?;
    let total = |value: &Scalar| -> u64 {
        all.iter().map(|report| count(report.choices.as_deref().unwrap_or_default(), value)).sum()
    };
    let is_listed = |choice: &Choice| !matches!(question.kind, Kind::Dropdown(_)) || total(&choice.value) > 0;
    let mut listed: Vec<Choice> = choices(question).into_iter().filter(is_listed).collect();
    if is_sorted(question) {
        listed.sort_by_key(|choice| (is_last(&choice.value), std::cmp::Reverse(total(&choice.value))));
    }
    let entry = |choice: &Choice| {
        let share = Share::counted(count(tallies, &choice.value), answered, &style.format)?;
        Some(entry(question, choice, share, None, style))
    };
    listed.iter().map(entry).collect()
}

/// The choices of a published baseline that have a figure.
pub(super) fn published(question: &Question, baseline: &Baseline, style: &Style) -> Vec<Entry> {
    let choices = choices(question);
    let shares: Vec<Option<Share>> =
        choices.iter().map(|choice| figure(baseline, question, &choice.value, style)).collect();
    // Of two choices that exclude each other, one share leaves the other its room but not its number.
    let known: f64 = shares.iter().flatten().map(|share| share.percent).sum();
    let is_pair = choices.len() == 2 && shares.iter().any(Option::is_some) && is_exclusive(question);
    let rest = is_pair.then(|| Share { percent: 100.0 - known, text: String::new(), interval: None });
    let entries = choices.iter().zip(shares).filter_map(|(choice, share)| {
        let share = share.or_else(|| rest.clone())?;
        Some((choice.value.clone(), entry(question, choice, share, None, style)))
    });
    ordered(question, entries.collect())
}

/// Whether one answer excludes the others and all of them are few.
pub(super) fn is_exclusive(question: &Question) -> bool {
    !matches!(question.kind, Kind::Checkbox { .. } | Kind::Dropdown(_))
}

fn choices(question: &Question) -> Vec<Choice> {
    if let Kind::Boolean { label_true, label_false } = &question.kind {
        let choice = |truth, text: &Text| Choice { value: Scalar::Bool(truth), text: text.clone() };
        return vec![choice(true, label_true), choice(false, label_false)];
    }
    question.options().map(Options::all).unwrap_or_default()
}

fn count(tallies: &[Tally], value: &Scalar) -> u64 {
    tallies.iter().find(|tally| tally.value == *value).map_or(0, |tally| tally.count)
}

/// Multiple choices and catalogues by share, "none" and "other" last; scales and single choices as asked.
fn ordered(question: &Question, mut entries: Vec<(Scalar, Entry)>) -> Vec<Entry> {
    if is_sorted(question) {
        entries.sort_by(|(left_value, left), (right_value, right)| {
            let by_share = right.share.percent.total_cmp(&left.share.percent);
            is_last(left_value).cmp(&is_last(right_value)).then(by_share)
        });
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// Counts of a report in the order in which the picture of all of them has the choices.
pub fn as_drawn(question: &Question, mut tallies: Vec<Tally>) -> Vec<Tally> {
    if is_sorted(question) {
        tallies.sort_by_key(|tally| (is_last(&tally.value), std::cmp::Reverse(tally.count)));
    }
    tallies
}

fn is_sorted(question: &Question) -> bool {
    matches!(question.kind, Kind::Checkbox { .. } | Kind::Dropdown(_))
}

fn is_last(value: &Scalar) -> bool {
    *value == OTHER.into() || *value == NONE.into()
}

fn entry(
    question: &Question,
    choice: &Choice,
    share: Share,
    published: Option<Share>,
    style: &Style,
) -> Entry {
    let text = choice.text.get(&style.language);
    let meaning = meaning(question, &choice.value).map(|text| text.get(&style.language));
    let label = meaning.map_or_else(|| text.to_owned(), |meaning| format!("{text} – {meaning}"));
    Entry { label, share, published }
}

/// What the ends of a rating stand for.
fn meaning<'a>(question: &'a Question, value: &Scalar) -> Option<&'a Text> {
    let Kind::Rating { options, min_label, max_label } = &question.kind else { return None };
    let is = |choice: Option<&Choice>| choice.is_some_and(|choice| choice.value == *value);
    if is(options.choices.first()) {
        min_label.as_ref()
    } else if is(options.choices.last()) {
        max_label.as_ref()
    } else {
        None
    }
}

fn figure(baseline: &Baseline, question: &Question, value: &Scalar, style: &Style) -> Option<Share> {
    let figure = baseline.figure(&question.name, None, &value.key())?;
    Some(Share::published(figure.percent, &style.format))
}
