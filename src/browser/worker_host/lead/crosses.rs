//! Counts by groups: asked of whoever has the columns, and put together.

use super::super::order::Order;
use super::reports::gather;
use super::{Columns, Lead};
use crate::browser::BrowserError;
use crate::browser::message::{Reply, Split};
use crate::domain::analysis::{Cross, Filter, Joint};

/// A cross that waits for readers.
pub(super) struct Wanted {
    number: u32,
    split: Split,
    /// Answers still to come.
    waiting: usize,
    cross: Option<Cross>,
    survey: usize,
    filter: Filter,
    joint: Option<Joint>,
}

impl Lead {
    /// Counts by groups, or asks for it.
    pub fn cross(&mut self, query: &str, split: Split) -> Result<(), BrowserError> {
        let filter = Filter::from_query(query);
        let question = self.question(query, &filter, Some(&split.by))?;
        match &self.columns {
            Columns::Nowhere => {}
            Columns::Here(reader) => {
                let (survey, dataset) = (&reader.surveys()[question.survey], reader.dataset(question.survey));
                let selected = filter.select(survey, dataset);
                let cross = Cross::count(survey, dataset, &selected, &split.question, &split.by);
                let joint = question.joint.as_ref().map(|variables| Joint::count(dataset, variables));
                self.show_cross(question.survey, &filter, split, cross, joint);
            }
            Columns::Shared(sharing) => {
                let number = question.number;
                let waiting = sharing.ask(&Order::Cross(question.clone(), split.clone()));
                // Of the same split only the latest is wanted.
                self.wanted.retain(|wanted| wanted.split != split);
                let survey = question.survey;
                let (cross, joint) = (None, None);
                self.wanted.push(Wanted { number, split, waiting, cross, survey, filter, joint });
            }
        }
        Ok(())
    }

    /// Takes a reader's counts by groups. Those that nobody waits for come too late.
    pub fn take_cross(&mut self, number: u32, cross: Option<Cross>, joint: Option<Joint>) {
        let Some(at) = self.wanted.iter().position(|wanted| wanted.number == number) else { return };
        let wanted = &mut self.wanted[at];
        match (&mut wanted.cross, cross) {
            (Some(sum), Some(cross)) => sum.add(&cross),
            (sum, cross) => *sum = cross.or(sum.take()),
        }
        gather(&mut wanted.joint, joint);
        wanted.waiting -= 1;
        if wanted.waiting == 0 {
            let Wanted { split, cross, survey, filter, joint, .. } = self.wanted.remove(at);
            self.show_cross(survey, &filter, split, cross, joint);
        }
    }

    /// Answers with what may be shown.
    fn show_cross(
        &mut self,
        survey: usize,
        filter: &Filter,
        split: Split,
        mut cross: Option<Cross>,
        joint: Option<Joint>,
    ) {
        let surveys = self.definitions.surveys.clone();
        let protection = self.protection(survey);
        protection.learn(joint);
        if let Some(cross) = &mut cross {
            protection.cover(&surveys[survey], filter, &split.question, &split.by, cross);
        }
        self.keep(survey, &split, cross.as_ref());
        self.say(&Reply::Crossed { split, cross });
    }
}
