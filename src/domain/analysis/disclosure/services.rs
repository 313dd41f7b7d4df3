//! Tallies of services within a group: read the other way round, they say what each service's clients answered.

use super::Protection;
use super::condition::Conditions;
use super::variable::Variable;
use crate::domain::survey::Survey;

/// The variables of a group, and where it has any, the service: tallies of services are judged by all of them.
pub(super) fn with_services(survey: &Survey, mut variables: Vec<Variable>) -> Vec<Variable> {
    let service = survey.questionnaire.catalogue_position().filter(|_| !variables.is_empty());
    if let Some(index) = service {
        variables.push(Variable::Question(index));
        variables.sort_unstable();
        variables.dedup();
    }
    variables
}

impl Protection {
    /// Whether these counts of the services within a group, in the order of the question's options, tell
    /// what the clients of a service that is kept from sight answered: whether it is kept from sight among
    /// those who meet all but one of the group's conditions.
    pub(super) fn exposes_services(&mut self, survey: &Survey, group: &Conditions, counts: &[u64]) -> bool {
        let index = survey.questionnaire.catalogue_position().filter(|_| survey.entry.threshold > 1);
        let Some(index) = index else { return false };
        let service = Variable::Question(index);
        let group = group.without(&service);
        group.variables().into_iter().any(|left_out| {
            let rest = group.without(&left_out);
            let variables = with_services(survey, [rest.variables(), vec![service.clone()]].concat());
            let place = variables.iter().position(|variable| *variable == service).unwrap_or(0);
            let Some((table, level)) = self.prepare(survey, &variables) else { return true };
            let mixed = level.mixed(&table, &rest, place);
            let found = counts.iter().enumerate().filter(|(_, count)| **count > 0);
            found.into_iter().any(|(at, _)| mixed.contains(&(at as u64 + 1)))
        })
    }
}
