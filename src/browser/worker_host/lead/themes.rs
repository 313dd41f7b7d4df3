//! Pictures of themes.

use super::Lead;
use crate::browser::message::{Drawing, Reply};
use crate::domain::analysis::ThemesReport;
use crate::domain::charts::{Picture, picture};
use crate::domain::coding::as_question;

impl Lead {
    /// Draws the latest tallies of themes.
    pub fn draw_themes(&self, drawing: &Drawing) {
        let Some((survey, themes)) = &self.shelf.tallied else { return };
        for report in themes {
            let picture = self.draw_tallies(*survey, report, drawing);
            self.say(&Reply::ThemesDrawn { question: report.name.clone(), picture });
        }
    }

    /// The picture of the latest tallies of the themes of one question.
    pub fn picture_of_themes(&self, question: &str, drawing: &Drawing) -> Option<Picture> {
        let (survey, themes) = self.shelf.tallied.as_ref()?;
        self.draw_tallies(*survey, themes.iter().find(|it| it.name == question)?, drawing)
    }

    fn draw_tallies(&self, survey: usize, report: &ThemesReport, drawing: &Drawing) -> Option<Picture> {
        let question = self.definitions.surveys[survey].questionnaire.question(&report.name)?;
        let (asked, counts) = as_question(report, &question.title);
        picture(&asked, &counts, None, drawing.view, &drawing.style)
    }
}
