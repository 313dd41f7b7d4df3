//! Another survey of the same files, counted beside the one that is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::{Reported, Request};
use crate::domain::analysis::{self, Apart, Filter, Report, Side, WaveQuestion, waves};
use crate::domain::exchange::tables::Waves;
use crate::domain::survey::Survey;
use crate::ui::state::Load;

/// Two surveys side by side, both under the filter that is shown.
#[derive(Clone)]
pub struct Beside {
    /// The survey that is shown.
    pub own: Arc<Survey>,
    /// The other.
    pub other: Arc<Survey>,
    /// Their questions; none where the filter keeps the two apart.
    pub questions: Vec<WaveQuestion>,
    /// Why the filter does.
    pub apart: Vec<Apart>,
}

impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |left: &Arc<Survey>, right: &Arc<Survey>| left.entry.id == right.entry.id;
        is_same(&self.own, &other.own)
            && is_same(&self.other, &other.other)
            && self.apart == other.apart
            && self.questions == other.questions
    }
}

impl Beside {
    /// Whether there are figures of both.
    pub fn is_compared(&self) -> bool {
        self.apart.is_empty()
    }

    /// The same for tables.
    pub fn as_waves(&self) -> Waves<'_> {
        Waves { own: &self.own, other: &self.other, questions: &self.questions }
    }
}

/// Counts of another survey, and the filter they were asked with.
pub(super) type Wave = (String, Reported);

impl ResultsState {
    /// Has the survey with this id counted beside the one that is shown; `None` ends it.
    pub fn choose_wave(self, survey: Option<String>) {
        if self.wave_survey.get_untracked() != survey {
            self.wave.set(None);
            self.wave_survey.set(survey);
        }
    }

    /// Asks for the counts of the chosen survey under the filter that is shown.
    pub fn ask_wave(self) {
        let Some(survey) = self.wave_survey.get() else { return };
        if self.loaded.with_untracked(Option::is_some) {
            let mut filter = Filter::from_query(&self.query.get_untracked());
            filter.survey = Some(survey);
            self.send(&Request::Wave { query: filter.to_query() });
        }
    }

    /// The survey that is chosen.
    pub fn wave_survey(self) -> Option<String> {
        self.wave_survey.get()
    }

    /// A survey and the chosen one side by side; while counts of one of them are awaited, as they were before.
    pub fn beside(self, own: Arc<Survey>) -> Memo<Option<Beside>> {
        Memo::new(move |before: Option<&Option<Beside>>| {
            let chosen = self.wave_survey.get()?;
            let is_chosen = |beside: &&Beside| beside.other.entry.id == chosen;
            self.beside_now(&own).or_else(|| before?.as_ref().filter(is_chosen).cloned())
        })
    }

    /// Whether there are figures of a survey and the chosen one side by side.
    pub fn is_compared(self, own: Arc<Survey>) -> Memo<bool> {
        Memo::new(move |_| self.sides(&own).is_some_and(|it| it.apart(&own).is_empty()))
    }

    /// The same as [`Self::beside`]; `None` while counts of one of them are awaited.
    pub(super) fn beside_now(self, own: &Arc<Survey>) -> Option<Beside> {
        let sides = self.sides(own)?;
        let apart = sides.apart(own);
        let Sides { other, report, other_report, .. } = sides;
        let questions = if apart.is_empty() {
            waves(Side { survey: own, report: &report }, Side { survey: &other, report: &other_report })
        } else {
            Vec::new()
        };
        Some(Beside { own: own.clone(), other, questions, apart })
    }

    fn sides(self, own: &Arc<Survey>) -> Option<Sides> {
        let chosen = self.wave_survey.get()?;
        let Load::Ready(Some(other)) = self.definitions.survey(&chosen) else { return None };
        let report = self.reported.with(|it| it.as_ref().map(|it| it.report.clone()))?;
        let (query, wave) = self.wave.get().filter(|(_, wave)| wave.survey == chosen)?;
        let without_survey = |mut map: BTreeMap<String, Vec<String>>| {
            map.remove("survey");
            map
        };
        let filter = Filter::from_query(&query);
        let is_of_this_filter =
            without_survey(filter.as_report_map(own)) == without_survey(report.filter.clone());
        (report.survey == own.entry.id && is_of_this_filter).then_some(Sides {
            other,
            report,
            other_report: wave.report,
            filter,
        })
    }
}

/// What two surveys were counted to under one filter.
struct Sides {
    other: Arc<Survey>,
    report: Report,
    other_report: Report,
    filter: Filter,
}

impl Sides {
    fn apart(&self, own: &Survey) -> Vec<Apart> {
        let own = Side { survey: own, report: &self.report };
        analysis::apart(&self.filter, own, Side { survey: &self.other, report: &self.other_report })
    }
}
