//! Pictures of counts, drawn apart from them: counts must not wait for pictures.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::Lead;
use crate::browser::message::{Drawing, Reply};
use crate::domain::analysis::Report;
use crate::domain::charts::{Picture, picture, published_picture};
use crate::domain::survey::Survey;

/// Pictures still to be drawn.
pub(super) struct Sketches {
    drawing: Drawing,
    /// Positions in the report of the questions still to be drawn.
    questions: Range<usize>,
}

impl Lead {
    /// Draws the latest report, one picture a task: whoever asks for other counts meanwhile does not wait.
    pub fn draw(&mut self, lead: &Rc<RefCell<Self>>, drawing: Drawing) {
        let Some(report) = &self.reported else { return };
        let questions = 0..report.questions.len();
        let is_idle = self.sketches.replace(Sketches { drawing, questions }).is_none();
        if is_idle {
            self.draw_later(lead.clone());
        }
    }

    fn draw_later(&self, lead: Rc<RefCell<Self>>) {
        let draw = Closure::once_into_js(move || {
            let mut this = lead.borrow_mut();
            if this.draw_next() {
                this.draw_later(lead.clone());
            }
        });
        let _ = self.scope.set_timeout_with_callback(draw.unchecked_ref());
    }

    /// Draws one picture; whether there are more.
    fn draw_next(&mut self) -> bool {
        let next = self.sketches.as_mut().and_then(|sketches| sketches.questions.next());
        // Another survey may have been counted meanwhile, which has fewer questions: its pictures are asked for anew.
        let question = next.and_then(|at| Some(self.reported.as_ref()?.questions.get(at)?.name.clone()));
        let (Some(at), Some(question), Some(report), Some(sketches)) =
            (next, question, &self.reported, &self.sketches)
        else {
            self.sketches = None;
            return false;
        };
        let survey = self.definitions.surveys.iter().find(|it| it.entry.id == report.survey);
        let picture = survey.and_then(|survey| of_question(survey, report, at, &sketches.drawing));
        self.say(&Reply::Drawn { question, picture });
        true
    }
}

/// The picture of the question at this position of a report.
pub(super) fn of_question(survey: &Survey, report: &Report, at: usize, drawing: &Drawing) -> Option<Picture> {
    let counts = &report.questions[at];
    let question = survey.questionnaire.question(&counts.name)?;
    picture(question, counts, survey.baseline.as_ref(), drawing.view, &drawing.style)
}

/// The pictures of a survey's published figures, by question.
pub(super) fn of_published(survey: &Survey, drawing: &Drawing) -> BTreeMap<String, Picture> {
    let mut pictures = BTreeMap::new();
    let Some(baseline) = &survey.baseline else { return pictures };
    for question in &survey.questionnaire.questions {
        if let Some(drawn) = published_picture(question, baseline, drawing.view, &drawing.style) {
            pictures.insert(question.name.clone(), drawn);
        }
    }
    pictures
}
