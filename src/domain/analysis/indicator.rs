//! The headline indicators of the contract, for questionnaires that have their questions.

use super::report::IndicatorFigure;
use super::{Indicator, QuestionReport, Tally};
use crate::domain::survey::Scalar;

/// The question an indicator is about, and the values whose shares it adds up.
pub fn indicator_target(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    Some(match name {
        "information_sufficient" => ("information", &["sufficient"]),
        "quality_good" => ("quality", &["very_good", "good"]),
        "no_delays" => ("delays", &["no"]),
        "no_complaints" => ("complaints", &["no"]),
        "strength_promptness" => ("strengths", &["promptness"]),
        "reduce_burden" => ("suggestions", &["reduce_burden"]),
        _ => return None,
    })
}

/// The grades that the indicator of quality adds up, where all of them are among the choices.
pub fn best_grades(choices: &[Scalar]) -> Vec<Scalar> {
    let best = indicator_target("quality_good").map_or(&[][..], |(_, values)| values);
    let best: Vec<Scalar> = best.iter().map(|value| Scalar::from(*value)).collect();
    if best.iter().all(|value| choices.contains(value)) { best } else { Vec::new() }
}

/// Every indicator whose question and values are in the report; `answered` gives, for a question,
/// how many responses answered it.
pub(super) fn indicators(questions: &[QuestionReport], answered: impl Fn(&str) -> u64) -> Vec<Indicator> {
    let matrix = |name: &'static str| {
        let (question, values) = indicator_target(name)?;
        let question = find(questions, question)?;
        let rows = question.rows.as_ref()?;
        let shares = rows.iter().filter(|row| row.answered > 0).map(|row| together(&row.columns, values));
        let shares: Option<Vec<f64>> = shares.collect();
        Some(indicator(name, mean(&shares?), answered(&question.name)))
            .filter(|_| rows.iter().all(|row| has_all(&row.columns, values)))
    };
    let choice = |name: &'static str| {
        let (question, values) = indicator_target(name)?;
        let question = find(questions, question)?;
        let choices = question.choices.as_ref().filter(|choices| has_all(choices, values))?;
        Some(indicator(name, together(choices, values), question.answered.unwrap_or_default()))
    };
    [
        matrix("information_sufficient"),
        matrix("quality_good"),
        choice("no_delays"),
        choice("no_complaints"),
        choice("strength_promptness"),
        choice("reduce_burden"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn indicator(name: &str, value: Option<f64>, n: u64) -> Indicator {
    Indicator { name: name.to_owned(), figure: Some(IndicatorFigure { value, n }), hidden: false }
}

fn find<'a>(questions: &'a [QuestionReport], name: &str) -> Option<&'a QuestionReport> {
    questions.iter().find(|question| question.name == name)
}

fn has_all(tallies: &[Tally], values: &[&str]) -> bool {
    values.iter().all(|value| tallies.iter().any(|tally| tally.value == Scalar::from(*value)))
}

/// The shares of these values added up; `None` where nobody answered.
fn together(tallies: &[Tally], values: &[&str]) -> Option<f64> {
    tallies
        .iter()
        .filter(|tally| values.iter().any(|value| tally.value == Scalar::from(*value)))
        .map(|tally| tally.share)
        .sum()
}

#[allow(clippy::cast_precision_loss)]
fn mean(shares: &[f64]) -> Option<f64> {
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}
