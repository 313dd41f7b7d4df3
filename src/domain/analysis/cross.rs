//! A cross: one question counted within the groups that another one, the provider or the language makes.

mod block;
mod counted;
mod grouping;
mod order;
mod walk;

use serde::{Deserialize, Serialize};

use super::{Bitmap, Counts, Dataset};
use crate::domain::survey::{Scalar, Survey};
use counted::Counted;
use grouping::Grouping;
pub use order::GroupOrder;

/// Counts of one question by group. Crosses of parts merge by addition.
///
/// A response that does not answer what makes the groups is in none of them. One that answers a
/// multiple choice is in the group of every value it chose: such groups overlap, and their bases add
/// up to more than the responses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cross {
    /// One for each value of the definition, in its order; of languages, those that occur, sorted.
    pub groups: Vec<Group>,
}

/// Counts of one question among the responses of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What its responses have in common.
    pub value: Scalar,
    /// How many selected responses are in it, whether or not they answered the question.
    pub base: u64,
    /// The question's counts among them; `Nothing` where they are hidden.
    pub counts: Counts,
    /// Whether its figures are kept from sight: the group is too small, or gives one away that is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

impl Group {
    /// Whether anybody in it answered the question.
    pub fn is_answered(&self) -> bool {
        match &self.counts {
            Counts::Choice { answered, .. } | Counts::Matrix { answered, .. } | Counts::Text(answered) => {
                *answered > 0
            }
            Counts::Nothing => false,
        }
    }

    /// A group that shows nothing of itself.
    pub fn hidden(value: Scalar) -> Self {
        Self { value, base: 0, counts: Counts::Nothing, hidden: true }
    }
}

/// Counts by group, before they are given their meaning.
struct Table {
    bases: Vec<u64>,
    /// A row for each group, a cell for each mask of the question.
    cells: Vec<u64>,
}

impl Cross {
    /// Counts a question of the selected responses by a key of the filter: `service`, `provider`,
    /// `language`, a choice question or `question.row`. `None` where there is no such question or key.
    pub fn count(
        survey: &Survey,
        dataset: &Dataset,
        selected: &Bitmap,
        question: &str,
        by: &str,
    ) -> Option<Self> {
        let index = survey.questionnaire.questions.iter().position(|known| known.name == question)?;
        let counted = Counted::of(dataset.slots().get(index)?);
        let grouping = Grouping::of(survey, dataset, by)?;
        let table = if grouping.is_sliced() && counted.is_sliced() {
            block::table(&grouping, &counted, selected)
        } else {
            walk::table(&grouping, &counted, selected)
        };
        let width = counted.cells();
        let group = |(at, (value, base)): (usize, (Scalar, u64))| Group {
            value,
            base,
            counts: counted.counts(&table.cells[at * width..][..width]),
            hidden: false,
        };
        let is_listed = |group: &Group| group.base > 0 || !grouping.is_open;
        let named = grouping.values.into_iter().zip(table.bases);
        Some(Self { groups: named.enumerate().map(group).filter(is_listed).collect() })
    }

    /// Adds the counts of another part of the same survey, crossed in the same way.
    pub fn add(&mut self, other: &Self) {
        if self.groups.is_empty() {
            self.groups.clone_from(&other.groups);
            return;
        }
        for group in &other.groups {
            if let Some(own) = self.groups.iter_mut().find(|own| own.value == group.value) {
                own.base += group.base;
                own.counts.add(&group.counts);
            } else {
                // Only languages are not in every part, and they are sorted.
                let key = group.value.key();
                let at = self.groups.partition_point(|own| own.value.key() < key);
                self.groups.insert(at, group.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(groups: &[(&str, u64)]) -> Cross {
        let group = |(tag, base): &(&str, u64)| Group {
            value: (*tag).into(),
            base: *base,
            counts: Counts::Text(base / 2),
            hidden: false,
        };
        Cross { groups: groups.iter().map(group).collect() }
    }

    #[test]
    fn languages_of_parts_merge_whatever_the_order() {
        let parts = [languages(&[("en", 2), ("ru", 4)]), languages(&[]), languages(&[("lv", 6), ("ru", 2)])];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut sum = Cross::default();
            for at in order {
                sum.add(&parts[at]);
            }
            assert_eq!(sum, languages(&[("en", 2), ("lv", 6), ("ru", 6)]));
        }
    }

    #[test]
    fn a_cross_travels_as_json() {
        let cross = languages(&[("en", 2)]);
        let text = serde_json::to_string(&cross).unwrap();
        assert_eq!(text, r#"{"groups":[{"value":"en","base":2,"counts":{"Text":1}}]}"#);
        assert_eq!(serde_json::from_str::<Cross>(&text).unwrap(), cross);
    }
}
