//! Another survey of the same files, counted beside the one that is shown.

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::{Reported, Request};
use crate::domain::analysis::Filter;

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

    /// The counts of the chosen survey, once they are there.
    pub fn wave(self) -> Option<Reported> {
        let chosen = self.wave_survey.get()?;
        self.wave.get().filter(|wave| wave.survey == chosen)
    }
}
