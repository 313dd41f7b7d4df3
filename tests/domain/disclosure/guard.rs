//! The protection as the application asks it.

use aptauja::domain::analysis::{
    Cross, Dataset, Filter, Joint, Protection, Report, ReportHeader, Tallies, report,
};
use aptauja::domain::survey::Survey;

/// A protection that has counted all that it is asked about.
pub struct Guard<'a> {
    pub survey: &'a Survey,
    pub dataset: &'a Dataset,
    pub protection: Protection,
}

impl Guard<'_> {
    pub fn prepare(&mut self, filter: &Filter, by: Option<&str>) {
        let missing = self.protection.missing(self.survey, filter, by);
        self.protection.learn(missing.map(|variables| Joint::count(self.dataset, &variables)));
    }

    pub fn hides(&mut self, filter: &Filter) -> bool {
        self.prepare(filter, None);
        self.protection.hides(self.survey, filter)
    }

    pub fn report(&mut self, query: &str) -> Report {
        let filter = Filter::from_query(query);
        self.prepare(&filter, None);
        let tallies = Tallies::count(self.dataset, &filter.select(self.survey, self.dataset));
        let mut report = report(self.survey, &tallies, &filter, ReportHeader::default());
        self.protection.cover_report(self.survey, &filter, &mut report);
        report
    }

    pub fn cross(&mut self, filter: &Filter, question: &str, by: &str) -> Cross {
        self.prepare(filter, Some(by));
        let selected = filter.select(self.survey, self.dataset);
        let mut cross = Cross::count(self.survey, self.dataset, &selected, question, by).unwrap();
        self.protection.cover(self.survey, filter, question, by, &mut cross);
        cross
    }
}
