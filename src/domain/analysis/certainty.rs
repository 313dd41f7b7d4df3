//! How certain differences between groups are, if the respondents were a random sample.

mod outcome;
mod part;
mod testing;

use serde::{Deserialize, Serialize};

use super::target::Target;
use super::{Abreast, Counts, Cross, Layout, Place};
use crate::domain::survey::{Kind, Scalar, Survey};
pub use outcome::{Figures, Method, Outcome};
use part::Part;

/// Groups with fewer answers are marked: what is said of them is uncertain.
pub const CAUTION_BELOW: u64 = 30;
/// A difference counts where chance alone makes one as large at most this often.
pub const LEVEL: f64 = 0.05;

/// The tests of one table of groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Certainty {
    /// A response may be in several groups, so that these cannot be tested as independent ones.
    Overlapping,
    /// The groups are made of the very answers that are counted.
    Defining,
    /// Every test that is possible; all of them are the family of Holm's correction. None where fewer than
    /// two groups answered, or all answered alike.
    Tested(Vec<Test>),
}

/// One test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Test {
    /// The statement it is about; none outside matrices.
    pub row: Option<Scalar>,
    /// The choice; none where all of them are tested together.
    pub choice: Option<Scalar>,
    /// The group that is held against all others together, or the other survey; none where all groups are tested
    /// together.
    pub group: Option<Scalar>,
    /// The cells it says something of: those of two groups or two choices that mirror each other are tested once.
    pub cells: Vec<Cell>,
    /// What it came to.
    pub outcome: Outcome,
}

/// A share of a table that is held against that of all other groups together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The choice.
    pub choice: Scalar,
    /// The group.
    pub group: Scalar,
    /// Whether it is the higher share.
    pub is_higher: bool,
}

impl Test {
    /// Whether the difference counts, after the correction.
    pub fn differs(&self) -> bool {
        matches!(&self.outcome, Outcome::Tested(figures) if figures.adjusted <= LEVEL)
    }
}

impl Certainty {
    /// Tests the counts of a question by the groups that a key of the filter makes; `None` where the survey
    /// has no such question or key.
    pub fn of(survey: &Survey, question: &str, by: &str, cross: &Cross) -> Option<Self> {
        let questions = &survey.questionnaire.questions;
        let index = questions.iter().position(|known| known.name == question)?;
        let mut own_row = None;
        match Target::of(survey, by)? {
            Target::Provider(source) | Target::Question(source) if source == index => {
                return Some(Self::Defining);
            }
            Target::Provider(source) | Target::Question(source)
                if matches!(questions[source].kind, Kind::Checkbox { .. }) =>
            {
                return Some(Self::Overlapping);
            }
            Target::Row(source, row) if source == index => own_row = Some(row),
            _ => {}
        }
        let layout = Layout::new(&survey.questionnaire);
        let parts = parts(layout.places().get(index)?, cross, own_row);
        Some(Self::Tested(testing::test(&parts)))
    }
}

impl Certainty {
    /// The test that says something of a cell, however it came out; `None` where there is none.
    pub fn of_cell(&self, row: Option<&Scalar>, choice: &Scalar, group: &Scalar) -> Option<(&Test, &Cell)> {
        let Self::Tested(family) = self else { return None };
        let of_row = family.iter().filter(|test| test.row.as_ref() == row);
        let cells = of_row.flat_map(|test| test.cells.iter().map(move |cell| (test, cell)));
        cells.into_iter().find(|(_, cell)| cell.choice == *choice && cell.group == *group)
    }

    /// Tests the answers to a question in the first of the surveys of these ids against each other one; of a
    /// multiple choice, each option by itself. The tests against all of them are one family.
    pub fn of_waves(figures: &[Abreast], is_multiple: bool, surveys: &[String]) -> Self {
        let ids: Vec<Scalar> = surveys.iter().map(|id| id.as_str().into()).collect();
        let part = |it: &Abreast, at: usize| {
            let both = it.counts.iter().filter_map(|(value, counts)| Some((value, counts[0]?, counts[at]?)));
            let both: Vec<(&Scalar, u64, u64)> = both.collect();
            let values: Vec<Scalar> = both.iter().map(|(value, ..)| (*value).clone()).collect();
            let own = (ids[0].clone(), it.answered[0]?, both.iter().map(|(_, own, _)| *own).collect());
            let other = (ids[at].clone(), it.answered[at]?, both.iter().map(|(.., other)| *other).collect());
            let part = Part::new(it.row.clone(), !is_multiple, &values, [own, other].into_iter());
            Some(part.against(ids[at].clone()))
        };
        let of_other = |at: usize| figures.iter().filter_map(move |it| part(it, at));
        Self::Tested(testing::test(&(1..surveys.len()).flat_map(of_other).collect::<Vec<_>>()))
    }
}

/// The tables that are tested: one of a choice, one for each statement of a matrix.
fn parts(place: &Place, cross: &Cross, own_row: Option<usize>) -> Vec<Part> {
    let groups = || cross.groups.iter();
    match place {
        Place::Single { values, .. } | Place::Multiple { values, .. } => {
            let counts = groups().filter_map(|group| match &group.counts {
                Counts::Choice { answered, values } => Some((group.value.clone(), *answered, values.clone())),
                _ => None,
            });
            vec![Part::new(None, matches!(place, Place::Single { .. }), values, counts)]
        }
        Place::Matrix { rows, values, .. } => {
            let of_row = |(at, row): (usize, &Scalar)| {
                let counts = groups().filter_map(|group| match &group.counts {
                    Counts::Matrix { rows, .. } => rows
                        .get(at)
                        .map(|(answered, values)| (group.value.clone(), *answered, values.clone())),
                    _ => None,
                });
                Part::new(Some(row.clone()), true, values, counts)
            };
            rows.iter().enumerate().filter(|(at, _)| Some(*at) != own_row).map(of_row).collect()
        }
        Place::Nothing | Place::Text => Vec::new(),
    }
}
