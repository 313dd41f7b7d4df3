//! A table that is tested by itself.

use crate::domain::survey::Scalar;

/// Choices by groups: a choice question, or one statement of a matrix.
pub(super) struct Part {
    pub row: Option<Scalar>,
    /// The survey that another one is held against.
    pub against: Option<Scalar>,
    /// Whether one choice excludes the others.
    pub is_exclusive: bool,
    /// Those that anybody chose.
    pub choices: Vec<Scalar>,
    /// Those in which anybody answered.
    pub groups: Vec<Group>,
}

pub(super) struct Group {
    pub value: Scalar,
    pub answered: u64,
    /// One for each choice.
    pub counts: Vec<u64>,
}

impl Part {
    pub fn new(
        row: Option<Scalar>,
        is_exclusive: bool,
        values: &[Scalar],
        groups: impl Iterator<Item = (Scalar, u64, Vec<u64>)>,
    ) -> Self {
        let answering: Vec<_> = groups.filter(|(_, answered, _)| *answered > 0).collect();
        let is_chosen =
            |at: &usize| answering.iter().any(|(.., counts)| counts.get(*at).is_some_and(|it| *it > 0));
        let chosen: Vec<usize> = (0..values.len()).filter(is_chosen).collect();
        let choices = chosen.iter().map(|at| values[*at].clone()).collect();
        let group = |(value, answered, counts): (Scalar, u64, Vec<u64>)| Group {
            value,
            answered,
            counts: chosen.iter().map(|at| counts[*at]).collect(),
        };
        let groups = answering.into_iter().map(group).collect();
        Self { row, against: None, is_exclusive, choices, groups }
    }

    /// The same of two surveys, the second of which is this one.
    pub fn against(self, survey: Scalar) -> Self {
        Self { against: Some(survey), ..self }
    }

    /// How many answered, and how many chose, in all groups.
    pub fn all(&self, choice: usize) -> (u64, u64) {
        let groups = self.groups.iter();
        groups.fold((0, 0), |(all, chose), group| (all + group.answered, chose + group.counts[choice]))
    }
}
