//! Pictures of themes.

use super::Lead;
use crate::browser::message::{Drawing, Reply};
use crate::domain::charts::picture;
use crate::domain::coding::as_question;

impl Lead {
    /// Draws the latest tallies of themes.
    pub fn draw_themes(&self, drawing: &Drawing) {
        let Some((survey, themes)) = &self.shelf.tallied else { return };
        let questionnaire = &self.definitions.surveys[*survey].questionnaire;
        for report in themes {
            let Some(question) = questionnaire.question(&report.name) else { continue };
            let (asked, counts) = as_question(report, &question.title);
            let picture = picture(&asked, &counts, None, drawing.view, &drawing.style);
            self.say(&Reply::ThemesDrawn { question: report.name.clone(), picture });
        }
    }
}
