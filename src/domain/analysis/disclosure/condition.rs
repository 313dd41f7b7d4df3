//! The conditions of a filter, as what they say about variables.

use super::table::Table;
use super::variable::{CHOSEN, Variable};
use crate::domain::analysis::Filter;
use crate::domain::analysis::target::Target;
use crate::domain::survey::{Choice, Day, Kind, Scalar, Survey};

/// Conditions that all hold of the responses of a group.
#[derive(Clone, Debug, Default)]
pub struct Conditions(Vec<Condition>);

#[derive(Clone, Debug)]
enum Condition {
    /// One of these codes.
    Codes(Variable, Vec<u64>),
    /// Any of these options.
    Any(Vec<Variable>),
    /// One of these languages.
    Languages(Vec<String>),
    /// A day of a period; both ends included.
    Period(Option<Day>, Option<Day>),
}

impl Conditions {
    /// Those of a filter. What the survey does not know is no condition, as in [`Filter::select`].
    pub fn of(survey: &Survey, filter: &Filter) -> Self {
        let mut conditions = Self::default();
        for (key, values) in filter.values.iter().filter(|(_, values)| !values.is_empty()) {
            conditions.add(survey, key, values);
        }
        let (first, last) = (filter.first_day(), filter.last_day());
        if first.is_some() || last.is_some() {
            conditions.0.push(Condition::Period(first, last));
        }
        conditions
    }

    /// Adds the condition that a key has one of these values.
    pub(super) fn add(&mut self, survey: &Survey, key: &str, values: &[String]) {
        let Some(target) = Target::of(survey, key) else { return };
        let of_question = |index: usize, wanted: &[String]| {
            let question = &survey.questionnaire.questions[index];
            let known: Vec<Scalar> = match &question.kind {
                Kind::Boolean { .. } => vec![Scalar::Bool(true), Scalar::Bool(false)],
                _ => question.options().map_or_else(Vec::new, |options| scalars(&options.all())),
            };
            let codes = codes(&known, wanted);
            if let Kind::Checkbox { .. } = question.kind {
                let place = |code: &u64| usize::try_from(*code).ok()?.checked_sub(1);
                let options = codes.iter().filter_map(place).map(|at| Variable::Option(index, at));
                Condition::Any(options.collect())
            } else {
                Condition::Codes(Variable::Question(index), codes)
            }
        };
        self.0.push(match target {
            Target::Language => Condition::Languages(values.to_vec()),
            Target::Question(index) => of_question(index, values),
            Target::Provider(index) => {
                let services = survey.catalogue.iter().flat_map(|catalogue| &catalogue.services);
                let of_theirs = services.filter(|service| values.contains(&service.provider));
                of_question(index, &of_theirs.map(|service| service.id.clone()).collect::<Vec<_>>())
            }
            Target::Row(index, row) => {
                let known = match &survey.questionnaire.questions[index].kind {
                    Kind::Matrix { columns, .. } => scalars(columns),
                    _ => Vec::new(),
                };
                Condition::Codes(Variable::Row(index, row), codes(&known, values))
            }
        });
    }

    /// Adds whatever a key could make a condition of: only its variables matter.
    pub(super) fn add_all_of(&mut self, survey: &Survey, key: &str) {
        let Some(Target::Question(index)) = Target::of(survey, key) else {
            return self.add(survey, key, &[]);
        };
        let question = &survey.questionnaire.questions[index];
        let all = question.options().map_or_else(Vec::new, |options| scalars(&options.all()));
        self.add(survey, key, &all.iter().map(Scalar::key).collect::<Vec<_>>());
    }

    /// What the conditions are about; sorted, each once.
    pub fn variables(&self) -> Vec<Variable> {
        let mut variables: Vec<Variable> = self.0.iter().flat_map(Condition::variables).collect();
        variables.sort_unstable();
        variables.dedup();
        variables
    }

    /// Those of these conditions that are not about a variable.
    pub(super) fn without(&self, variable: &Variable) -> Self {
        let others = self.0.iter().filter(|condition| !condition.variables().contains(variable));
        Self(others.cloned().collect())
    }

    /// Whether they hold of the responses of this cell of the table.
    pub(super) fn hold(&self, table: &Table<'_>, cell: u64) -> bool {
        let code = |variable: &Variable| {
            table.variables.binary_search(variable).map_or(0, |at| table.fields.get(at, cell))
        };
        let value = |variable| usize::try_from(code(variable)).ok()?.checked_sub(1);
        self.0.iter().all(|condition| match condition {
            Condition::Codes(variable, wanted) => wanted.contains(&code(variable)),
            Condition::Any(options) => options.iter().any(|option| code(option) == CHOSEN),
            Condition::Languages(wanted) => {
                value(&Variable::Language).is_some_and(|at| wanted.contains(&table.tags[at]))
            }
            Condition::Period(first, last) => value(&Variable::Day).is_some_and(|at| {
                let day = Day(table.days[at]);
                first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
            }),
        })
    }
}

impl Condition {
    fn variables(&self) -> Vec<Variable> {
        match self {
            Self::Codes(variable, _) => vec![variable.clone()],
            Self::Any(options) => options.clone(),
            Self::Languages(_) => vec![Variable::Language],
            Self::Period(..) => vec![Variable::Day],
        }
    }
}

fn scalars(choices: &[Choice]) -> Vec<Scalar> {
    choices.iter().map(|choice| choice.value.clone()).collect()
}

fn codes(known: &[Scalar], wanted: &[String]) -> Vec<u64> {
    let positions = known.iter().enumerate().filter(|(_, value)| wanted.contains(&value.key()));
    positions.map(|(at, _)| at as u64 + 1).collect()
}
