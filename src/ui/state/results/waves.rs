//! Other surveys of the same files, counted beside the one that is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::{Reported, Request};
use crate::domain::analysis::{self, Apart, Filter, Report, Side, WaveQuestion};
use crate::domain::exchange::tables;
use crate::domain::survey::Survey;

/// Surveys side by side, all under the filter that is shown.
#[derive(Clone)]
pub struct Beside {
    /// The survey that is shown.
    pub own: Arc<Survey>,
    /// The others that are compared with it.
    pub others: Vec<Arc<Survey>>,
    /// Their questions.
    pub questions: Vec<WaveQuestion>,
    /// The others that the filter keeps apart, and why.
    pub apart: Vec<(Arc<Survey>, Vec<Apart>)>,
}

impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        fn reasons(it: &Beside) -> Vec<&[Apart]> {
            it.apart.iter().map(|(_, reasons)| &reasons[..]).collect()
        }
        self.ids() == other.ids() && reasons(self) == reasons(other) && self.questions == other.questions
    }
}

impl Beside {
    /// Whether there are figures of any other survey.
    pub fn is_compared(&self) -> bool {
        !self.others.is_empty()
    }

    /// Every other survey.
    pub fn chosen(&self) -> impl Iterator<Item = &Arc<Survey>> {
        self.others.iter().chain(self.apart.iter().map(|(other, _)| other))
    }

    /// What is said of one of the other surveys: where it is the only one, nobody needs to be told of which.
    pub fn about(&self, other: &Survey, words: &str) -> String {
        if self.chosen().count() > 1 { format!("{}: {words}", other.entry.id) } else { words.to_owned() }
    }

    /// Ids of the survey that is shown and of those compared with it.
    pub fn compared_ids(&self) -> Vec<String> {
        [&self.own].into_iter().chain(&self.others).map(|it| it.entry.id.clone()).collect()
    }

    /// The same for tables.
    pub fn as_waves(&self) -> tables::Waves<'_> {
        let others = self.others.iter().map(|it| &**it).collect();
        tables::Waves { own: &self.own, others, questions: &self.questions }
    }

    fn ids(&self) -> Vec<&str> {
        [&self.own].into_iter().chain(self.chosen()).map(|it| it.entry.id.as_str()).collect()
    }
}

/// Counts of other surveys by their ids, each with the filter they were asked with.
pub(super) type Waves = BTreeMap<String, (String, Reported)>;

impl ResultsState {
    /// Has the surveys with these ids counted beside the one that is shown.
    pub fn choose_waves(self, surveys: Vec<String>) {
        if self.wave_surveys.get_untracked() != surveys {
            self.waves.update(|waves| waves.retain(|id, _| surveys.contains(id)));
            self.wave_surveys.set(surveys);
        }
    }

    /// Asks for the counts of the chosen surveys under the filter that is shown.
    pub fn ask_waves(self, own: &str) {
        self.wave_surveys.track();
        for survey in untrack(|| self.chosen_waves(own)) {
            let mut filter = Filter::from_query(&self.query.get_untracked());
            filter.survey = Some(survey.entry.id.clone());
            self.send(&Request::Wave { query: filter.to_query() });
        }
    }

    /// Whether a survey is chosen.
    pub fn is_wave(self, survey: &str) -> bool {
        self.wave_surveys.with(|chosen| chosen.iter().any(|id| id == survey))
    }

    /// The surveys beside one of which there are responses too.
    pub fn other_surveys(self, own: &str) -> Vec<Arc<Survey>> {
        let loaded = self.loaded().unwrap_or_default();
        let has_responses = |id: &str| loaded.surveys.get(id).is_some_and(|count| *count > 0);
        let good = self.definitions.good();
        good.into_iter().filter(|it| it.entry.id != own && has_responses(&it.entry.id)).collect()
    }

    /// A survey and the chosen ones side by side; while any counts are awaited, those that were there before.
    pub fn beside(self, own: Arc<Survey>) -> Memo<Option<Beside>> {
        Memo::new(move |before: Option<&Option<Beside>>| {
            let chosen = self.chosen_waves(&own.entry.id);
            let is_chosen = |it: &Arc<Survey>| chosen.iter().any(|known| known.entry.id == it.entry.id);
            let is_wanted = |before: &&Beside| !chosen.is_empty() && before.chosen().all(is_chosen);
            self.beside_now(&own).or_else(|| before?.as_ref().filter(is_wanted).cloned())
        })
    }

    /// Whether there are figures of a survey and of a chosen one side by side.
    pub fn is_compared(self, own: Arc<Survey>) -> Memo<bool> {
        Memo::new(move |_| {
            let sides = self.sides(&own);
            sides.is_some_and(|it| it.others.iter().any(|other| other.apart.is_empty()))
        })
    }

    /// The same as [`Self::beside`]; `None` while any counts are awaited.
    pub(super) fn beside_now(self, own: &Arc<Survey>) -> Option<Beside> {
        let Sides { report, others } = self.sides(own)?;
        let (others, apart): (Vec<Other>, Vec<Other>) =
            others.into_iter().partition(|it| it.apart.is_empty());
        let sides: Vec<Side<'_>> = others.iter().map(Other::side).collect();
        let questions = if others.is_empty() {
            Vec::new()
        } else {
            analysis::waves(Side { survey: own, report: &report }, &sides)
        };
        Some(Beside {
            own: own.clone(),
            questions,
            apart: apart.into_iter().map(|it| (it.survey, it.apart)).collect(),
            others: others.into_iter().map(|it| it.survey).collect(),
        })
    }

    /// Whether another survey is to stand beside one.
    pub fn has_waves(self, own: &str) -> bool {
        !self.chosen_waves(own).is_empty()
    }

    fn chosen_waves(self, own: &str) -> Vec<Arc<Survey>> {
        let mut others = self.other_surveys(own);
        others.retain(|it| self.is_wave(&it.entry.id));
        others
    }

    /// What all of them were counted to under the filter that is shown; `None` while any is awaited.
    fn sides(self, own: &Survey) -> Option<Sides> {
        let report = self.reported.with(|it| it.as_ref().map(|it| it.report.clone()))?;
        let chosen = self.chosen_waves(&own.entry.id);
        if chosen.is_empty() || report.survey != own.entry.id {
            return None;
        }
        let without_survey = |mut map: BTreeMap<String, Vec<String>>| {
            map.remove("survey");
            map
        };
        let shown = without_survey(report.filter.clone());
        let other = |survey: Arc<Survey>| {
            let (query, wave) = self.waves.with(|waves| waves.get(&survey.entry.id).cloned())?;
            let filter = Filter::from_query(&query);
            let side = Side { survey: &survey, report: &wave.report };
            let apart = analysis::apart(&filter, Side { survey: own, report: &report }, side);
            let is_of_this_filter = without_survey(filter.as_report_map(own)) == shown;
            is_of_this_filter.then_some(Other { survey, report: wave.report, apart })
        };
        let others = chosen.into_iter().map(other).collect::<Option<Vec<Other>>>()?;
        Some(Sides { report, others })
    }
}

/// What surveys were counted to under one filter.
struct Sides {
    report: Report,
    others: Vec<Other>,
}

/// One beside the survey that is shown.
struct Other {
    survey: Arc<Survey>,
    report: Report,
    /// Why it is not compared.
    apart: Vec<Apart>,
}

impl Other {
    fn side(&self) -> Side<'_> {
        Side { survey: &self.survey, report: &self.report }
    }
}
