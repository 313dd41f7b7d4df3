//! Trying out filters: a browser makes code fast only when it has run for a while, and the first filter
//! somebody chooses should be as quick as the tenth. What filters by one question are judged by is learned beside.

use super::super::order;
use super::reports::gather;
use super::{Columns, Lead};
use crate::browser::message::Split;
use crate::domain::analysis::{Filter, Joint};
use crate::domain::survey::{Kind, Question, Survey};

/// No question that is waited for has this number: its answers come too late.
const NOBODY: u32 = 0;
/// What is judged by more variables is counted when it is asked for.
const FEW: usize = 4;

/// Joint counts of some readers.
pub(super) struct Learning {
    number: u32,
    survey: usize,
    joint: Option<Joint>,
    /// Answers still to come.
    missing: usize,
}

impl Lead {
    /// Has the readers count by filters of every kind, and nobody hear of it.
    pub fn rehearse(&mut self) {
        let surveys = self.definitions.surveys.clone();
        let reported = self.reported.as_ref().map(|report| report.survey.clone());
        let Some(at) = surveys.iter().position(|it| Some(&it.entry.id) == reported.as_ref()) else { return };
        let Columns::Shared(sharing) = &self.columns else { return };
        let known = self.protections.entry(at).or_default();
        for query in queries(&surveys[at]) {
            let joint = known.missing(&surveys[at], &Filter::from_query(&query), None);
            let joint = joint.filter(|variables| variables.len() <= FEW);
            let mut number = NOBODY;
            if joint.is_some() {
                self.questions += 1;
                number = self.questions;
            }
            let missing =
                sharing.ask(&order::Order::Count(order::Question { number, survey: at, query, joint }));
            if number != NOBODY {
                self.learning.push(Learning { number, survey: at, joint: None, missing });
            }
        }
        for split in splits(&surveys[at]) {
            let question = order::Question { number: NOBODY, survey: at, query: String::new(), joint: None };
            sharing.ask(&order::Order::Cross(question, split));
        }
    }

    /// Learns what a reader counted jointly for nobody.
    pub fn learn(&mut self, number: u32, joint: Option<Joint>) {
        let Some(at) = self.learning.iter().position(|learning| learning.number == number) else { return };
        let learning = &mut self.learning[at];
        gather(&mut learning.joint, joint);
        learning.missing -= 1;
        if learning.missing == 0 {
            let Learning { survey, joint, .. } = self.learning.swap_remove(at);
            self.protection(survey).learn(joint);
        }
    }
}

/// Every question by the first that makes groups.
fn splits(survey: &Survey) -> impl Iterator<Item = Split> {
    let questions = &survey.questionnaire.questions;
    let by = questions.iter().find(|question| question.options().is_some()).map(|it| it.name.clone());
    let split = move |question: &Question| Some(Split { question: question.name.clone(), by: by.clone()? });
    questions.iter().filter_map(split)
}

/// A filter by days, one by each kind of question, and by all of them.
fn queries(survey: &Survey) -> Vec<String> {
    let mut all = Filter { from: Some("2000-01-01".into()), ..Filter::default() };
    let mut queries = vec![all.to_query()];
    for question in &survey.questionnaire.questions {
        let (key, values) = match &question.kind {
            Kind::Matrix { rows, columns, .. } => {
                let Some(row) = rows.first() else { continue };
                (format!("{}.{}", question.name, row.value.key()), columns.clone())
            }
            _ => match question.options() {
                Some(options) => (question.name.clone(), options.all()),
                None => continue,
            },
        };
        let values: Vec<String> = values.iter().take(2).map(|choice| choice.value.key()).collect();
        let mut filter = Filter::default();
        filter.set(&key, values.clone());
        all.set(&key, values);
        queries.extend([filter.to_query(), all.to_query()]);
    }
    queries
}
