//! What a report says of one question: its headline where it has one, and what else stands out.

use super::headline::{Change, Headline, compared};
use super::{Finding, finding};
use crate::domain::analysis::{QuestionReport, Tally, indicator_target};
use crate::domain::survey::{Baseline, Kind, Question, Scalar};

/// The parts of what is said of a question, each where there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// What the question's headline indicator says.
    pub headline: Option<Headline>,
    /// What stands out beside it.
    pub finding: Option<Finding>,
    /// The most frequent choice beside the published share of it.
    pub change: Option<Change>,
    /// The choice that comes after the most frequent one, with its count and how many answered.
    pub second: Option<(Scalar, u64, u64)>,
    /// How many answered; of a matrix, the row that the fewest answered, if anybody did.
    pub n: u64,
}

/// What is said of a question; `headlines` are those of the whole report.
pub fn statement(
    question: &Question,
    report: &QuestionReport,
    headlines: &[Headline],
    survey: &str,
    baseline: Option<&Baseline>,
) -> Statement {
    let found = finding(question, report);
    if report.hidden {
        return Statement { finding: found, ..Statement::default() };
    }
    let n = match &report.rows {
        Some(rows) => rows.iter().map(|row| row.answered).filter(|it| *it > 0).min().unwrap_or_default(),
        None => report.answered.unwrap_or_default(),
    };
    let target =
        |headline: &&Headline| indicator_target(&headline.name).is_some_and(|it| it.0 == question.name);
    let headline = headlines.iter().find(target).cloned();
    let told = headline.as_ref().and_then(|it| indicator_target(&it.name)).map(|(_, values)| values);
    let tallies = report.choices.as_deref().unwrap_or_default();
    let mut statement = Statement { headline, n, ..Statement::default() };
    match &found {
        // With two choices the headline says it all.
        Some(Finding::TopChoice { .. } | Finding::Unanimous { .. })
            if told.is_some() && !matches!(question.kind, Kind::Checkbox { .. }) => {}
        Some(
            Finding::TopChoice { values, count, answered } | Finding::MultipleTop { values, count, answered },
        ) => {
            if let [top] = values.as_slice() {
                statement.second = second(tallies, *count).map(|it| (it.value.clone(), it.count, *answered));
                if told.is_some_and(|told| told.iter().any(|it| *top == Scalar::from(*it))) {
                    return statement;
                }
                statement.change = change(question, top, (*count, *answered), survey, baseline);
            }
            statement.finding = found;
        }
        _ => statement.finding = found,
    }
    statement
}

/// The choice that comes next after one chosen `top` times; `None` where several or none do.
fn second(tallies: &[Tally], top: u64) -> Option<&Tally> {
    let next = tallies.iter().map(|it| it.count).filter(|count| *count < top && *count > 0).max()?;
    let mut those = tallies.iter().filter(|it| it.count == next);
    those.next().filter(|_| those.next().is_none())
}

#[allow(clippy::cast_precision_loss)]
fn change(
    question: &Question,
    value: &Scalar,
    (count, answered): (u64, u64),
    survey: &str,
    baseline: Option<&Baseline>,
) -> Option<Change> {
    let baseline = baseline?;
    let figure = baseline.figure(&question.name, None, &value.key())?;
    let share = count as f64 / answered as f64;
    // The sentence tells whole per cent.
    compared(share, survey, Some((baseline, figure.percent))).1.filter(|_| figure.percent.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::Portion;
    use super::*;
    use crate::domain::survey::{Choice, Options, Text};

    fn question(name: &str, is_multiple: bool) -> Question {
        let options = Options {
            choices: ["no", "yes", "promptness", "accuracy"]
                .map(|value| Choice { value: value.into(), text: Text::plain(value) })
                .to_vec(),
            ..Options::default()
        };
        Question {
            name: name.into(),
            title: Text::plain("?"),
            description: None,
            is_required: false,
            visible_if: Vec::new(),
            page: 0,
            kind: if is_multiple {
                Kind::Checkbox { options, max_selected: None }
            } else {
                Kind::Radiogroup(options)
            },
        }
    }

    fn said(name: &str, is_multiple: bool, counts: &[(&str, u64)], indicator: &str) -> Statement {
        let tally = |(value, count): &(&str, u64)| Tally {
            value: (*value).into(),
            count: *count,
            share: None,
            interval: None,
        };
        let report = QuestionReport {
            name: name.into(),
            kind: String::new(),
            answered: Some(100),
            choices: Some(counts.iter().map(tally).collect()),
            rows: None,
            hidden: false,
        };
        let headline = Headline { name: indicator.into(), portion: Portion::Whole(1), n: 100, change: None };
        statement(&question(name, is_multiple), &report, &[headline], "now", None)
    }

    #[test]
    fn of_two_choices_the_headline_says_it_all() {
        let said = said("delays", false, &[("no", 97), ("yes", 3)], "no_delays");
        assert!(said.headline.is_some() && said.finding.is_none() && said.second.is_none());
    }

    #[test]
    fn a_headline_that_is_the_most_frequent_choice_is_followed_by_the_next() {
        let said = said("strengths", true, &[("promptness", 74), ("accuracy", 55)], "strength_promptness");
        assert_eq!((said.finding, said.second), (None, Some(("accuracy".into(), 55, 100))));
    }

    #[test]
    fn a_headline_that_is_not_the_most_frequent_choice_is_followed_by_that() {
        let said = said("strengths", true, &[("promptness", 54), ("accuracy", 55)], "strength_promptness");
        let top = Finding::MultipleTop { values: vec!["accuracy".into()], count: 55, answered: 100 };
        assert_eq!(said.finding, Some(top));
    }

    #[test]
    fn a_headline_of_another_question_is_not_said() {
        let said = said("channels", true, &[("no", 54), ("yes", 54), ("accuracy", 1)], "no_delays");
        assert_eq!((said.headline, said.second), (None, None));
    }
}
