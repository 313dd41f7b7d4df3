//! In what order groups stand.

use std::cmp::Ordering;

use super::{Cross, Group};
use crate::domain::analysis::{Counts, best_grades};
use crate::domain::survey::Scalar;

/// In what order the groups of a cross stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum GroupOrder {
    /// As the definition lists them.
    #[default]
    Listed,
    /// Those with most answers first.
    Answered,
    /// Those with the greatest share of the two best grades first.
    Best,
    /// Those with the greatest share of a choice first; its key.
    Share(String),
}

const ANSWERED: &str = "answered";
const BEST: &str = "best";
const SHARE: &str = "share.";

impl GroupOrder {
    /// Reads its word: `answered`, `best`, or `share.` and the key of a choice; else they stand as listed.
    pub fn parse(word: &str) -> Self {
        match word {
            ANSWERED => Self::Answered,
            BEST => Self::Best,
            _ => word.strip_prefix(SHARE).map_or(Self::Listed, |choice| Self::Share(choice.to_owned())),
        }
    }

    /// Its word; empty where they stand as listed.
    pub fn word(&self) -> String {
        match self {
            Self::Listed => String::new(),
            Self::Answered => ANSWERED.to_owned(),
            Self::Best => BEST.to_owned(),
            Self::Share(choice) => format!("{SHARE}{choice}"),
        }
    }

    /// Whether it tells groups apart that are counted by these choices.
    pub fn suits(&self, choices: &[Scalar]) -> bool {
        match self {
            Self::Listed | Self::Answered => true,
            Self::Best | Self::Share(_) => !self.counted(choices).is_empty(),
        }
    }

    /// The places of the choices whose shares are added up.
    fn counted(&self, choices: &[Scalar]) -> Vec<usize> {
        let best = best_grades(choices);
        let is_counted = |choice: &Scalar| match self {
            Self::Best => best.contains(choice),
            Self::Share(key) => choice.key() == *key,
            Self::Listed | Self::Answered => false,
        };
        (0..choices.len()).filter(|at| is_counted(&choices[*at])).collect()
    }
}

impl Cross {
    /// The same groups in an order, of equal ones that which is listed first; groups without answers, and those
    /// that are hidden, come last. The share of a matrix is the mean of its statements' shares.
    pub fn ordered(mut self, choices: &[Scalar], order: &GroupOrder) -> Self {
        let counted = order.counted(choices);
        match order {
            GroupOrder::Listed => {}
            GroupOrder::Answered => self.groups.sort_by_key(|group| std::cmp::Reverse(answered(group))),
            GroupOrder::Best | GroupOrder::Share(_) if counted.is_empty() => {}
            GroupOrder::Best | GroupOrder::Share(_) => {
                self.groups.sort_by(|left, right| descending(share(left, &counted), share(right, &counted)));
            }
        }
        self
    }
}

fn answered(group: &Group) -> u64 {
    match &group.counts {
        Counts::Choice { answered, .. } | Counts::Matrix { answered, .. } | Counts::Text(answered) => {
            *answered
        }
        Counts::Nothing => 0,
    }
}

fn descending(left: Option<f64>, right: Option<f64>) -> Ordering {
    // Of `None`, which is the least, comes last.
    right.partial_cmp(&left).unwrap_or(Ordering::Equal)
}

/// The share of the counted choices, 0 to 1 where they exclude each other; of a matrix the mean of those statements
/// that anybody answered.
#[allow(clippy::cast_precision_loss)]
fn share(group: &Group, counted: &[usize]) -> Option<f64> {
    let of = |answered: u64, values: &[u64]| {
        let count: u64 = counted.iter().filter_map(|at| values.get(*at)).sum();
        (answered > 0).then(|| count as f64 / answered as f64)
    };
    match &group.counts {
        Counts::Choice { answered, values } => of(*answered, values),
        Counts::Matrix { rows, .. } => {
            let shares: Vec<f64> =
                rows.iter().filter_map(|(answered, values)| of(*answered, values)).collect();
            (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
        }
        Counts::Text(_) | Counts::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, answered: u64, values: &[u64]) -> Group {
        let counts = Counts::Choice { answered, values: values.to_vec() };
        Group { value: name.into(), base: answered, counts, hidden: false }
    }

    fn names(cross: &Cross) -> Vec<String> {
        cross.groups.iter().map(|group| group.value.key()).collect()
    }

    fn grades() -> Vec<Scalar> {
        ["very_good", "good", "poor"].map(Scalar::from).to_vec()
    }

    fn cross() -> Cross {
        Cross {
            groups: vec![
                group("a", 10, &[1, 1, 8]),
                Group::hidden("b".into()),
                group("c", 30, &[3, 21, 6]),
                group("d", 0, &[0, 0, 0]),
                group("e", 20, &[10, 2, 8]),
                group("f", 10, &[5, 1, 4]),
            ],
        }
    }

    #[test]
    fn groups_stand_in_the_order_that_is_chosen_and_those_without_figures_last() {
        let order = |word: &str| names(&cross().ordered(&grades(), &GroupOrder::parse(word)));
        assert_eq!(order(""), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(order("answered"), ["c", "e", "a", "f", "b", "d"]);
        // 20, 80, 60 and 60 %.
        assert_eq!(order("best"), ["c", "e", "f", "a", "b", "d"]);
        assert_eq!(order("share.poor"), ["a", "e", "f", "c", "b", "d"]);
        assert_eq!(order("share.excellent"), order(""));
    }

    #[test]
    fn a_matrix_counts_with_the_mean_of_its_statements() {
        let matrix = |name: &str, rows: &[(u64, [u64; 3])]| Group {
            value: name.into(),
            base: 10,
            counts: Counts::Matrix {
                answered: 10,
                rows: rows.iter().map(|it| (it.0, it.1.to_vec())).collect(),
            },
            hidden: false,
        };
        // 50 % of two statements' 90 and 10 %, and 60 % of the one that was answered.
        let groups = vec![
            matrix("a", &[(10, [9, 0, 1]), (10, [1, 0, 9])]),
            matrix("b", &[(0, [0; 3]), (5, [1, 2, 2])]),
        ];
        assert_eq!(names(&Cross { groups }.ordered(&grades(), &GroupOrder::Best)), ["b", "a"]);
    }

    #[test]
    fn an_order_is_read_as_it_was_written() {
        for order in
            [GroupOrder::Listed, GroupOrder::Answered, GroupOrder::Best, GroupOrder::Share("a.b".into())]
        {
            assert_eq!(GroupOrder::parse(&order.word()), order);
        }
        assert!(GroupOrder::Best.suits(&grades()) && !GroupOrder::Best.suits(&grades()[1..]));
        assert!(GroupOrder::Share("poor".into()).suits(&grades()));
        assert!(!GroupOrder::Share("x".into()).suits(&grades()));
    }
}
