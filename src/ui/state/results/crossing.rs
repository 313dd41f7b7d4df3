//! Questions counted by groups: which, and what came of it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::{Request, Split};
use crate::browser::timing;
use crate::domain::analysis::{Certainty, Cross, GroupOrder, QuestionReport};
use crate::domain::charts::Picture;

/// A key that makes groups, and the picture of each.
pub(super) type Drawn = (String, BTreeMap<String, Picture>);

/// Splits chosen on the page, by question.
#[derive(Clone, Copy)]
pub(super) struct Crossing {
    /// Question → key that makes the groups.
    chosen: RwSignal<BTreeMap<String, String>>,
    /// Question → in what order its groups stand.
    ordered: RwSignal<BTreeMap<String, GroupOrder>>,
    /// Question → key and counts.
    counted: RwSignal<BTreeMap<String, (String, Cross)>>,
    /// Question → key and tests of the counts.
    pub(super) tested: RwSignal<BTreeMap<String, (String, Certainty)>>,
    /// Question → key and picture of each group.
    pub(super) drawn: RwSignal<BTreeMap<String, Drawn>>,
    /// When the counts of a question were asked for.
    began: StoredValue<BTreeMap<String, f64>>,
}

impl Crossing {
    pub(super) fn new() -> Self {
        Self {
            chosen: RwSignal::new(BTreeMap::new()),
            ordered: RwSignal::new(BTreeMap::new()),
            counted: RwSignal::new(BTreeMap::new()),
            tested: RwSignal::new(BTreeMap::new()),
            drawn: RwSignal::new(BTreeMap::new()),
            began: StoredValue::new(BTreeMap::new()),
        }
    }

    pub(super) fn forget(self) {
        self.counted.set(BTreeMap::new());
        self.tested.set(BTreeMap::new());
        self.drawn.set(BTreeMap::new());
    }
}

impl ResultsState {
    /// Counts questions by the groups of keys, now and after every change of the filter: question → key.
    pub fn split_by(self, chosen: BTreeMap<String, String>) {
        let before = self.crossing.chosen.get_untracked();
        if before == chosen {
            return;
        }
        self.crossing.chosen.set(chosen.clone());
        let is_new = |(question, by): &(&String, &String)| before.get(*question) != Some(*by);
        let new: Vec<&String> = chosen.iter().filter(is_new).map(|(question, _)| question).collect();
        if self.loaded.with_untracked(Option::is_some) {
            for question in new {
                self.ask_cross(question);
            }
        }
    }

    /// By what a question is split.
    pub fn split_of(self, question: &str) -> Memo<Option<String>> {
        let question = question.to_owned();
        Memo::new(move |_| self.crossing.chosen.with(|chosen| chosen.get(&question).cloned()))
    }

    /// Asks for the counts of a question by groups, if it is split.
    pub fn ask_cross(self, question: &str) {
        let by = self.crossing.chosen.with_untracked(|chosen| chosen.get(question).cloned());
        let Some(by) = by else { return };
        self.crossing.began.update_value(|began| {
            began.insert(question.to_owned(), timing::now());
        });
        let split = Split { question: question.to_owned(), by };
        self.send(&Request::Cross { query: self.query.get_untracked(), split });
    }

    /// The counts of a question by groups, with the key that makes them; none while those of the key that
    /// is chosen now are not there.
    pub fn cross_of(self, question: &str) -> Memo<Option<(String, Cross)>> {
        let chosen = self.split_of(question);
        let question = question.to_owned();
        Memo::new(move |_| {
            let by = chosen.get()?;
            let found =
                self.crossing.counted.with(|counted| counted.get(&question).filter(|it| it.0 == by).cloned());
            found.map(|(by, cross)| (by, self.in_order(&question, cross)))
        })
    }

    fn in_order(self, question: &str, cross: Cross) -> Cross {
        let Some(order) = self.crossing.ordered.with(|ordered| ordered.get(question).cloned()) else {
            return cross;
        };
        let choices = self.reported.with(|reported| {
            let questions = reported.as_ref().map(|it| it.report.questions.iter());
            questions.into_iter().flatten().find(|it| it.name == question).map(QuestionReport::values)
        });
        cross.ordered(&choices.unwrap_or_default(), &order)
    }

    /// Puts the groups of questions in order: question → order.
    pub fn order_by(self, ordered: BTreeMap<String, GroupOrder>) {
        if self.crossing.ordered.with_untracked(|before| *before != ordered) {
            self.crossing.ordered.set(ordered);
        }
    }

    /// In what order the groups of a question stand.
    pub fn order_of(self, question: &str) -> Memo<GroupOrder> {
        let question = question.to_owned();
        Memo::new(move |_| {
            self.crossing.ordered.with(|ordered| ordered.get(&question).cloned().unwrap_or_default())
        })
    }

    /// Every question that is counted by groups now: its name, the key that makes them, and the counts; none
    /// whose counts are awaited, as those that are here may be of another filter.
    pub fn crosses(self) -> Vec<(String, String, Cross)> {
        let chosen = self.crossing.chosen.get();
        let is_awaited =
            |question: &String| self.crossing.began.with_value(|began| began.contains_key(question));
        self.crossing.counted.with(|counted| {
            let counted = counted.iter().filter(|(question, (by, _))| chosen.get(*question) == Some(by));
            let counted = counted.filter(|(question, _)| !is_awaited(question));
            let in_order = |(question, (by, cross)): (&String, &(String, Cross))| {
                (question.clone(), by.clone(), self.in_order(question, cross.clone()))
            };
            counted.map(in_order).collect()
        })
    }

    pub(super) fn take_cross(self, split: Split, cross: Option<Cross>) {
        let Split { question, by } = split;
        let began = self.crossing.began.try_update_value(|began| began.remove(&question)).flatten();
        // What is measured ends here: the counts are ready, and the page has still to be changed.
        if let Some(began) = began {
            timing::measure("cross", began);
        }
        self.crossing.tested.update(|tested| drop(tested.remove(&question)));
        let is_there = cross.is_some();
        self.crossing.counted.update(|counted| match cross {
            Some(cross) => drop(counted.insert(question.clone(), (by.clone(), cross))),
            None => drop(counted.remove(&question)),
        });
        // Tests come after counts.
        if is_there {
            self.send(&Request::Test { split: Split { question, by } });
        }
    }
}
