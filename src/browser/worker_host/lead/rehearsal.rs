//! Trying out filters: a browser makes code fast only when it has run for a while, and the first filter
//! somebody chooses should be as quick as the tenth.

use super::super::order;
use super::{Columns, Lead};
use crate::browser::message::Split;
use crate::domain::analysis::Filter;
use crate::domain::survey::{Kind, Question, Survey};

/// No question that is waited for has this number: its answers come too late.
const NOBODY: u32 = 0;

impl Lead {
    /// Has the readers count by filters of every kind, and nobody hear of it.
    pub fn rehearse(&self) {
        let (Columns::Shared(sharing), Some(report)) = (&self.columns, &self.reported) else { return };
        let surveys = &self.definitions.surveys;
        let Some(at) = surveys.iter().position(|it| it.entry.id == report.survey) else { return };
        for query in queries(&surveys[at]) {
            sharing.ask(&order::Order::Count(order::Question {
                number: NOBODY,
                survey: at,
                query,
                joint: None,
            }));
        }
        for split in splits(&surveys[at]) {
            let question = order::Question { number: NOBODY, survey: at, query: String::new(), joint: None };
            sharing.ask(&order::Order::Cross(question, split));
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
