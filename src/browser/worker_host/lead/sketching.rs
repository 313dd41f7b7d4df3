//! One picture apart, to be saved.

use super::Lead;
use super::drawing::{of_published, of_question};
use crate::browser::message::{Drawing, Reply};
use crate::browser::subject::Subject;
use crate::domain::charts::{Picture, indicators_picture, published_indicators_picture};
use crate::domain::survey::Survey;

impl Lead {
    /// Draws a picture apart; nothing where there is none of it.
    pub fn sketch(&self, subject: Subject, drawing: &Drawing) {
        let picture = self.picture_of(&subject, drawing);
        self.say(&Reply::Sketched { subject, picture });
    }

    fn picture_of(&self, subject: &Subject, drawing: &Drawing) -> Option<Picture> {
        let reported = || {
            let report = self.reported.as_ref()?;
            Some((self.survey(&report.survey)?, report))
        };
        match subject {
            Subject::Question(question) => {
                let (survey, report) = reported()?;
                let at = report.questions.iter().position(|it| it.name == *question)?;
                of_question(survey, report, at, drawing)
            }
            Subject::Group { split, group } => self.picture_of_group(split, group, drawing),
            Subject::Themes(question) => self.picture_of_themes(question, drawing),
            Subject::Published { survey, question } => {
                of_published(self.survey(survey)?, drawing).remove(question)
            }
            Subject::Indicators { published: Some(survey), title, names } => {
                let baseline = self.survey(survey)?.baseline.as_ref()?;
                published_indicators_picture(title, names, baseline, &drawing.style)
            }
            Subject::Indicators { published: None, title, names } => {
                let (survey, report) = reported()?;
                let baseline = survey.baseline.as_ref();
                indicators_picture(title, names, &report.indicators, baseline, &drawing.style)
            }
        }
    }

    fn survey(&self, id: &str) -> Option<&Survey> {
        self.definitions.surveys.iter().find(|it| it.entry.id == id)
    }
}
