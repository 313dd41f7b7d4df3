//! What follows from counts by groups: tests of differences, and a picture of each group.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::{Request, Split};
use crate::domain::analysis::Certainty;
use crate::domain::charts::Picture;

impl ResultsState {
    /// How certain the differences between the groups of a question are; none while it is not known.
    pub fn certainty_of(self, question: &str) -> Memo<Option<Certainty>> {
        let chosen = self.split_of(question);
        let question = question.to_owned();
        Memo::new(move |_| {
            let by = chosen.get()?;
            let of_key = |it: &&(String, Certainty)| it.0 == by;
            self.crossing.tested.with(|it| it.get(&question).filter(of_key).map(|it| it.1.clone()))
        })
    }

    /// Draws the groups of a question at this width, CSS pixels. Reads language, view, intervals and colours.
    pub fn draw_groups(self, question: &str, by: &str, width: u32) {
        let mut drawing = self.drawing();
        drawing.style.width = width;
        let split = Split { question: question.to_owned(), by: by.to_owned() };
        self.send(&Request::DrawGroups { split, drawing });
    }

    /// The picture of a group of a question.
    pub fn group_picture(self, question: &str, by: &str, group: &str) -> Memo<Option<Picture>> {
        let (question, by, group) = (question.to_owned(), by.to_owned(), group.to_owned());
        Memo::new(move |_| {
            self.crossing.drawn.with(|drawn| {
                let (of_key, pictures) = drawn.get(&question)?;
                pictures.get(&group).filter(|_| *of_key == by).cloned()
            })
        })
    }

    pub(super) fn take_certainty(self, split: Split, certainty: Certainty) {
        self.crossing.tested.update(|tested| drop(tested.insert(split.question, (split.by, certainty))));
    }

    pub(super) fn take_group_picture(self, split: Split, group: String, picture: Option<Picture>) {
        self.crossing.drawn.update(|drawn| {
            let of_question = drawn.entry(split.question).or_default();
            if of_question.0 != split.by {
                *of_question = (split.by, BTreeMap::new());
            }
            match picture {
                Some(picture) => drop(of_question.1.insert(group, picture)),
                None => drop(of_question.1.remove(&group)),
            }
        });
    }
}
