//! What follows from counts by groups, once these have been told: tests of differences, and a picture of each.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::Lead;
use crate::browser::message::{Drawing, Reply, Split};
use crate::domain::analysis::{Certainty, Cross, QuestionReport, group_reports};
use crate::domain::charts::{Picture, group_picture};
use crate::domain::survey::{Question, Scalar};

/// Counts by groups as the page has them.
pub(super) struct Counted {
    survey: usize,
    by: String,
    cross: Cross,
}

/// Pictures of the groups of a split, still to be drawn.
pub(super) struct GroupSketches {
    split: Split,
    drawing: Drawing,
    /// How many are drawn.
    drawn: usize,
}

impl Lead {
    /// Keeps what the page has been told.
    pub fn keep(&mut self, survey: usize, split: &Split, cross: Option<&Cross>) {
        let counted = cross.map(|cross| Counted { survey, by: split.by.clone(), cross: cross.clone() });
        match counted {
            Some(counted) => drop(self.counted.insert(split.question.clone(), counted)),
            None => drop(self.counted.remove(&split.question)),
        }
    }

    /// Answers with the tests of a split; nothing where other counts have come meanwhile.
    pub fn test(&self, split: Split) {
        let Some(counted) = self.counted_by(&split) else { return };
        let survey = &self.definitions.surveys[counted.survey];
        if let Some(certainty) = Certainty::of(survey, &split.question, &split.by, &counted.cross) {
            self.say(&Reply::Tested { split, certainty });
        }
    }

    /// Draws the groups of a split, one picture a task: whoever asks for counts meanwhile does not wait.
    pub fn draw_groups(&mut self, lead: &Rc<RefCell<Self>>, split: Split, drawing: Drawing) {
        let is_idle = self.group_sketches.is_empty();
        // Of the same question only the latest is wanted.
        self.group_sketches.retain(|sketches| sketches.split.question != split.question);
        self.group_sketches.push_back(GroupSketches { split, drawing, drawn: 0 });
        if is_idle {
            self.draw_group_later(lead.clone());
        }
    }

    fn counted_by(&self, split: &Split) -> Option<&Counted> {
        self.counted.get(&split.question).filter(|counted| counted.by == split.by)
    }

    fn draw_group_later(&self, lead: Rc<RefCell<Self>>) {
        let draw = Closure::once_into_js(move || {
            let mut this = lead.borrow_mut();
            if this.draw_next_group() {
                this.draw_group_later(lead.clone());
            }
        });
        let _ = self.scope.set_timeout_with_callback(draw.unchecked_ref());
    }

    /// Draws the picture of one group; whether there may be more.
    fn draw_next_group(&mut self) -> bool {
        let Some(mut sketches) = self.group_sketches.pop_front() else { return false };
        if let Some((group, picture)) = self.next_picture(&sketches) {
            self.say(&Reply::DrawnGroup { split: sketches.split.clone(), group, picture });
            sketches.drawn += 1;
            self.group_sketches.push_front(sketches);
        }
        !self.group_sketches.is_empty()
    }

    /// The next group with its picture; `None` after the last.
    fn next_picture(&self, sketches: &GroupSketches) -> Option<(String, Option<Picture>)> {
        let GroupSketches { split, drawing, drawn } = sketches;
        self.with_groups(split, |question, groups, all| {
            let (group, report) = (groups.get(*drawn)?, all.get(*drawn)?);
            Some((group.key(), group_picture(question, all, report, drawing.view, &drawing.style)))
        })
    }

    /// The picture of one group of a split; `None` where it is hidden, or nobody in it answered.
    pub fn picture_of_group(&self, split: &Split, group: &str, drawing: &Drawing) -> Option<Picture> {
        self.with_groups(split, |question, groups, all| {
            let at = groups.iter().position(|it| it.key() == group)?;
            group_picture(question, all, &all[at], drawing.view, &drawing.style)
        })
    }

    /// Reads the groups of a split that may be shown, with the counts of each.
    fn with_groups<T>(
        &self,
        split: &Split,
        read: impl FnOnce(&Question, &[Scalar], &[QuestionReport]) -> Option<T>,
    ) -> Option<T> {
        let counted = self.counted_by(split)?;
        let survey = &self.definitions.surveys[counted.survey];
        let question = survey.questionnaire.question(&split.question)?;
        let (groups, all): (Vec<_>, Vec<_>) =
            group_reports(survey, &split.question, &counted.cross).into_iter().unzip();
        read(question, &groups, &all)
    }
}
