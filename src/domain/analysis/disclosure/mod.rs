//! Disclosure control: which groups of responses are too small to be shown, and which others would give
//! those away by subtraction.
//!
//! A filter, or a group of a cross, has conditions on some variables (service, an option, a day). The
//! responses, counted by every combination of values of just these variables, make a table. Values are put
//! together into blocks until every cell of that table is empty or holds at least the threshold: small
//! values with others of their kind, which hides the complementary ones too. A group is shown where it
//! takes such cells whole. Blocks of more variables are never finer than those of fewer, which is why no
//! sum or difference of groups that are shown, of whatever variables, is a group that is not: take the
//! mixed difference of such a sum over the variables of the hidden group, between values that one of its
//! blocks holds together; every term that lacks one of the variables drops out, every other one is equal
//! on both sides, and that of the hidden group is not.
//!
//! It is the responses of a group that are kept from sight, not how many they are: all responses together
//! are always shown, and their tally of the services says how many each has. The terms are those of
//! A. Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter 4 (tables of magnitude and
//! frequency, primary and secondary suppression).

mod condition;
mod fields;
mod joint;
mod level;
mod partition;
mod table;
mod variable;

pub use condition::Conditions;
pub use joint::Joint;
pub use variable::Variable;

use super::{Cross, Filter, Group};
use crate::domain::survey::Survey;
use level::{Level, Levels};
use table::Table;

/// What is known of the small groups of one survey's responses.
#[derive(Debug, Default)]
pub struct Protection {
    /// Counts by the variables that were asked for.
    joints: Vec<Joint>,
    levels: Levels,
}

impl Protection {
    /// The variables that must be counted jointly before a filter can be judged, and with `by` the groups
    /// it makes; `None` where that was done or nothing can be hidden.
    pub fn missing(&self, survey: &Survey, filter: &Filter, by: Option<&str>) -> Option<Vec<Variable>> {
        let variables = variables(survey, filter, by);
        let is_needed = survey.entry.threshold > 1 && !variables.is_empty() && variables.len() <= joint::MOST;
        (is_needed && self.joint(&variables).is_none()).then_some(variables)
    }

    /// Takes joint counts of all responses, if there are any.
    pub fn learn(&mut self, joint: Option<Joint>) {
        self.joints.extend(joint);
    }

    /// Whether the responses that pass a filter are kept from sight. Its variables must have been counted.
    pub fn hides(&mut self, survey: &Survey, filter: &Filter) -> bool {
        self.judge(survey, [Conditions::of(survey, filter)])[0]
    }

    /// Leaves out what a cross of the filtered responses must not show.
    pub fn cover(&mut self, survey: &Survey, filter: &Filter, by: &str, cross: &mut Cross) {
        let of_filter = Conditions::of(survey, filter);
        let of_group = |group: &Group| {
            let mut conditions = of_filter.clone();
            conditions.add(survey, by, &[group.value.key()]);
            conditions
        };
        // Of a hidden selection, not even which groups nobody is in.
        let is_all = self.judge(survey, [of_filter.clone()])[0];
        let is_hidden = self.judge(survey, cross.groups.iter().map(of_group).collect::<Vec<_>>());
        for (group, is_hidden) in cross.groups.iter_mut().zip(is_hidden) {
            if is_all || group.base > 0 && is_hidden {
                *group = Group::hidden(group.value.clone());
            }
        }
    }

    /// For each group of these conditions, whether it is kept from sight.
    fn judge(&mut self, survey: &Survey, groups: impl IntoIterator<Item = Conditions>) -> Vec<bool> {
        let threshold = u64::try_from(survey.entry.threshold).unwrap_or(u64::MAX);
        let Self { joints, levels } = self;
        // Most often all groups have the same variables.
        let mut prepared: Option<(Table<'_>, Level)> = None;
        let is_hidden = |conditions: Conditions| {
            let variables = conditions.variables();
            if threshold <= 1 || variables.is_empty() {
                return false;
            }
            if prepared.as_ref().is_none_or(|(table, _)| table.variables != variables) {
                prepared = joints.iter().find(|joint| joint.has(&variables)).map(|joint| {
                    let table = joint.project(&variables);
                    let level = levels.of(survey, &table, threshold);
                    (table, level)
                });
            }
            prepared.as_ref().is_none_or(|(table, level)| !level.takes_whole(table, &conditions))
        };
        groups.into_iter().map(is_hidden).collect()
    }

    fn joint(&self, variables: &[Variable]) -> Option<&Joint> {
        self.joints.iter().find(|joint| joint.has(variables))
    }
}

fn variables(survey: &Survey, filter: &Filter, by: Option<&str>) -> Vec<Variable> {
    let mut conditions = Conditions::of(survey, filter);
    if let Some(by) = by {
        conditions.add_all_of(survey, by);
    }
    conditions.variables()
}
