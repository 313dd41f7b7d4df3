//! Reports: asked of whoever has the columns, and put together.

use std::collections::BTreeSet;

use super::super::APPLICATION;
use super::super::order::{Order, Question};
use super::{Columns, Lead};
use crate::browser::BrowserError;
use crate::browser::message::{Reply, Reported};
use crate::domain::analysis::{Filter, FilterFault, Joint, Protection, ReportHeader, Tallies, report};
use crate::domain::finding::finding;

/// A report that waits for readers.
pub(super) struct Asked {
    /// Whether it is of another survey, beside the one that is shown; there may be several.
    is_wave: bool,
    question: Question,
    filter: Filter,
    generated_at: String,
    /// Answers still to come.
    waiting: usize,
    tallies: Tallies,
    languages: BTreeSet<String>,
    /// What the filter is judged by, where that was not known.
    joint: Option<Joint>,
}

impl Lead {
    /// Asks for a report, and answers where everything for it is here. `is_wave`: it is of another survey,
    /// beside the one that is shown.
    pub fn ask(&mut self, query: &str, generated_at: String, is_wave: bool) -> Result<(), BrowserError> {
        let filter = Filter::from_query(query);
        let question = self.question(query, &filter, None)?;
        let (survey, surveys) = (question.survey, &self.definitions.surveys);
        if !is_wave {
            // Pictures of what is no longer wanted.
            self.reported = None;
        }
        let mut asked = Asked {
            is_wave,
            question: question.clone(),
            filter,
            generated_at,
            waiting: 0,
            tallies: Tallies::default(),
            languages: BTreeSet::new(),
            joint: None,
        };
        match &self.columns {
            Columns::Nowhere => return Ok(()),
            Columns::Here(reader) => {
                let dataset = reader.dataset(survey);
                asked.tallies = Tallies::count(dataset, &asked.filter.select(&surveys[survey], dataset));
                asked.languages.extend(dataset.language_tags());
                asked.joint = question.joint.as_ref().map(|variables| Joint::count(dataset, variables));
            }
            Columns::Shared(sharing) => asked.waiting = sharing.ask(&Order::Count(question)),
        }
        // Only the latest is wanted, of each of the other surveys too.
        let is_same =
            |other: &Asked| other.is_wave == is_wave && (!is_wave || other.question.survey == survey);
        self.asked.retain(|other| !is_same(other));
        if asked.waiting == 0 {
            self.report(asked);
        } else {
            self.asked.push(asked);
        }
        Ok(())
    }

    /// A new question about the survey that the filter names, or else the one most responses belong to;
    /// with `by`, about the groups that this key makes of it.
    pub fn question(
        &mut self,
        query: &str,
        filter: &Filter,
        by: Option<&str>,
    ) -> Result<Question, BrowserError> {
        let other = |reason: String| BrowserError::Other(reason);
        let surveys = self.definitions.surveys.clone();
        let ledger = self.ledger.as_ref().ok_or_else(|| other("nothing has been read".into()))?;
        let position = |id: &str| surveys.iter().position(|survey| survey.entry.id == id);
        let survey = filter.survey.as_deref().and_then(position);
        let main = ledger.main_survey(&surveys);
        let survey =
            survey.or_else(|| position(main)).ok_or_else(|| other(format!("unknown survey {main}")))?;
        self.questions += 1;
        let joint = self.protection(survey).missing(&surveys[survey], filter, by);
        Ok(Question { number: self.questions, survey, query: query.to_owned(), joint })
    }

    /// Takes a reader's counts, and answers with the last. Those of an earlier question come too late.
    pub fn take_counts(
        &mut self,
        number: u32,
        tallies: &Tallies,
        languages: Vec<String>,
        joint: Option<Joint>,
    ) {
        let Some(at) = self.asked.iter().position(|asked| asked.question.number == number) else {
            return self.learn(number, joint);
        };
        let asked = &mut self.asked[at];
        asked.tallies.add(tallies);
        asked.languages.extend(languages);
        gather(&mut asked.joint, joint);
        asked.waiting -= 1;
        if asked.waiting == 0 {
            let asked = self.asked.remove(at);
            self.report(asked);
        }
    }

    /// Answers what was asked.
    fn report(&mut self, asked: Asked) {
        let Asked { is_wave, question, mut filter, generated_at, tallies, languages, joint, .. } = asked;
        let surveys = self.definitions.surveys.clone();
        let survey = &surveys[question.survey];
        let protection = self.protection(question.survey);
        protection.learn(joint);
        let judged = filter.clone();
        let Some(ledger) = &self.ledger else { return };
        let id = survey.entry.id.clone();
        let unknown = filter.survey.take_if(|wanted| *wanted != id);
        let header = ReportHeader {
            generated_at,
            application: APPLICATION.to_owned(),
            definition_sha256: self.definitions.hashes.get(&id).cloned().unwrap_or_default(),
            sources: ledger.files.iter().map(|file| file.source.clone()).collect(),
        };
        let mut report = report(survey, &tallies, &filter, header);
        self.protection(question.survey).cover_report(survey, &judged, &mut report);
        let findings = report.questions.iter().filter_map(|counts| {
            let question = survey.questionnaire.question(&counts.name)?;
            Some((counts.name.clone(), finding(question, counts)?))
        });
        let findings = findings.collect();
        let mut faults = filter.check(survey);
        faults.extend(unknown.map(FilterFault::UnknownSurvey));
        let languages = languages.into_iter().collect();
        if !is_wave {
            self.reported = Some(report.clone());
        }
        let reported = Box::new(Reported { survey: id, report, faults, findings, languages });
        self.say(&if is_wave {
            Reply::Wave { query: question.query, reported }
        } else {
            Reply::Reported(reported)
        });
    }

    /// What is known of the small groups of a survey.
    pub fn protection(&mut self, survey: usize) -> &mut Protection {
        self.protections.entry(survey).or_default()
    }
}

/// Adds a part's joint counts to those of other parts.
pub(super) fn gather(sum: &mut Option<Joint>, part: Option<Joint>) {
    if let Some(part) = part {
        sum.get_or_insert_default().add(&part);
    }
}
