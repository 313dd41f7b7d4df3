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
//! All responses together are always shown, and so is how many meet one condition: that is what the tallies
//! of all responses say. How many of a group that is kept from sight meet another condition is what they
//! answered, and is kept from sight with them: so are sizes of hidden groups of two conditions, and tallies
//! of services among those who gave an answer, where they would tell what a small service's clients answered.
//! A group that is shown is shown whole, also where few of it gave an answer. The terms are those of
//! A. Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter 4 (tables of magnitude and
//! frequency, primary and secondary suppression).

mod condition;
mod fields;
mod joint;
mod level;
mod partition;
mod services;
mod table;
mod variable;

pub use condition::Conditions;
pub use joint::Joint;
pub use variable::Variable;

use super::{Counts, Cross, Filter, Group, Report};
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
        let variables = services::with_services(survey, variables(survey, filter, by));
        let is_needed = survey.entry.threshold > 1 && !variables.is_empty() && variables.len() <= joint::MOST;
        (is_needed && find(&self.joints, &variables).is_none()).then_some(variables)
    }

    /// Takes joint counts of all responses, if there are any.
    pub fn learn(&mut self, joint: Option<Joint>) {
        self.joints.extend(joint);
    }

    /// Whether the responses that pass a filter are kept from sight. Its variables must have been counted.
    pub fn hides(&mut self, survey: &Survey, filter: &Filter) -> bool {
        self.judge(survey, [Conditions::of(survey, filter)])[0]
    }

    /// Leaves out of a report what must not be shown.
    pub fn cover_report(&mut self, survey: &Survey, filter: &Filter, report: &mut Report) {
        if self.hides(survey, filter) {
            report.hide(Conditions::of(survey, filter).variables().len() <= 1);
            return;
        }
        let asked = survey.questionnaire.catalogue_question();
        let name = asked.map(|question| &question.name);
        if let Some(services) = report.questions.iter_mut().find(|question| Some(&question.name) == name) {
            let tallies = services.choices.iter().flatten();
            let counts: Vec<u64> = tallies.map(|it| it.count).collect();
            if self.exposes_services(survey, &Conditions::of(survey, filter), &counts) {
                services.hide();
            }
        }
    }

    /// Leaves out what a cross of the filtered responses must not show.
    pub fn cover(&mut self, survey: &Survey, filter: &Filter, question: &str, by: &str, cross: &mut Cross) {
        let of_filter = Conditions::of(survey, filter);
        let of_group = |group: &Group| {
            let mut conditions = of_filter.clone();
            conditions.add(survey, by, &[group.value.key()]);
            conditions
        };
        // Of a hidden selection, not even which groups nobody is in.
        if self.judge(survey, [of_filter.clone()])[0] {
            cross.groups.iter_mut().for_each(|group| *group = Group::hidden(group.value.clone()));
            return;
        }
        let is_of_services =
            survey.questionnaire.catalogue_question().is_some_and(|asked| asked.name == question);
        let mut exposes = |group: &Group| match &group.counts {
            Counts::Choice { values, .. } if is_of_services => {
                self.exposes_services(survey, &of_group(group), values)
            }
            _ => false,
        };
        let told: Vec<bool> = cross.groups.iter().map(&mut exposes).collect();
        let is_hidden = self.judge(survey, cross.groups.iter().map(of_group).collect::<Vec<_>>());
        for ((group, is_hidden), is_told) in cross.groups.iter_mut().zip(is_hidden).zip(told) {
            if group.base > 0 && (is_hidden || is_told) {
                *group = Group::hidden(group.value.clone());
            }
        }
    }

    /// For each group of these conditions, whether it is kept from sight.
    fn judge(&mut self, survey: &Survey, groups: impl IntoIterator<Item = Conditions>) -> Vec<bool> {
        // Most often all groups have the same variables.
        let mut prepared: Option<(Table<'_>, Level)> = None;
        let Self { joints, levels } = self;
        let is_hidden = |conditions: Conditions| {
            let variables = conditions.variables();
            if threshold(survey) <= 1 || variables.is_empty() {
                return false;
            }
            if prepared.as_ref().is_none_or(|(table, _)| table.variables != variables) {
                prepared = prepare(joints, levels, survey, &variables);
            }
            prepared.as_ref().is_none_or(|(table, level)| !level.takes_whole(table, &conditions))
        };
        groups.into_iter().map(is_hidden).collect()
    }

    /// Counts by these variables, and the blocks of their values; none where they were not counted.
    fn prepare(&mut self, survey: &Survey, variables: &[Variable]) -> Option<(Table<'_>, Level)> {
        prepare(&self.joints, &mut self.levels, survey, variables)
    }
}

/// Counts by all of these variables, among others.
fn find<'a>(joints: &'a [Joint], variables: &[Variable]) -> Option<&'a Joint> {
    joints.iter().find(|joint| joint.has(variables))
}

fn prepare<'a>(
    joints: &'a [Joint],
    levels: &mut Levels,
    survey: &Survey,
    variables: &[Variable],
) -> Option<(Table<'a>, Level)> {
    let table = find(joints, variables)?.project(variables);
    let level = levels.of(survey, &table, threshold(survey));
    Some((table, level))
}

fn threshold(survey: &Survey) -> u64 {
    u64::try_from(survey.entry.threshold).unwrap_or(u64::MAX)
}

fn variables(survey: &Survey, filter: &Filter, by: Option<&str>) -> Vec<Variable> {
    let mut conditions = Conditions::of(survey, filter);
    if let Some(by) = by {
        conditions.add_all_of(survey, by);
    }
    conditions.variables()
}
