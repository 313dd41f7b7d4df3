//! Counts by groups: asked of whoever has the columns, and put together.

use super::super::order::Order;
use super::{Columns, Lead};
use crate::browser::BrowserError;
use crate::browser::message::{Reply, Split};
use crate::domain::analysis::{Cross, Filter};

/// A cross that waits for readers.
pub(super) struct Wanted {
    number: u32,
    split: Split,
    /// Answers still to come.
    waiting: usize,
    cross: Option<Cross>,
}

impl Lead {
    /// Counts by groups, or asks for it.
    pub fn cross(&mut self, query: &str, split: Split) -> Result<(), BrowserError> {
        let filter = Filter::from_query(query);
        let question = self.question(query, &filter)?;
        match &self.columns {
            Columns::Nowhere => {}
            Columns::Here(reader) => {
                let (survey, dataset) = (&reader.surveys()[question.survey], reader.dataset(question.survey));
                let selected = filter.select(survey, dataset);
                let cross = Cross::count(survey, dataset, &selected, &split.question, &split.by);
                self.say(&Reply::Crossed { split, cross });
            }
            Columns::Shared(sharing) => {
                let number = question.number;
                let waiting = sharing.ask(&Order::Cross(question, split.clone()));
                // Of the same split only the latest is wanted.
                self.wanted.retain(|wanted| wanted.split != split);
                self.wanted.push(Wanted { number, split, waiting, cross: None });
            }
        }
        Ok(())
    }

    /// Takes a reader's counts by groups. Those that nobody waits for come too late.
    pub fn take_cross(&mut self, number: u32, cross: Option<Cross>) {
        let Some(at) = self.wanted.iter().position(|wanted| wanted.number == number) else { return };
        let wanted = &mut self.wanted[at];
        match (&mut wanted.cross, cross) {
            (Some(sum), Some(cross)) => sum.add(&cross),
            (sum, cross) => *sum = cross.or(sum.take()),
        }
        wanted.waiting -= 1;
        if wanted.waiting == 0 {
            let Wanted { split, cross, .. } = self.wanted.remove(at);
            self.say(&Reply::Crossed { split, cross });
        }
    }
}
