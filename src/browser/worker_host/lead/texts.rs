//! Texts counted by whoever has the columns, listed and tallied.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::order::Order;
use super::gathering::{Ongoing, Shelved};
use super::reports::gather;
use super::{Columns, Lead};
use crate::browser::BrowserError;
use crate::browser::message::Reply;
use crate::domain::analysis::{Filter, Joint, ThemesReport};
use crate::domain::coding::{CodedText, Codes, Collection, Counts, Wanted};

/// Counts kept for the next page: those of the list's filter and of the tallies'.
const KEPT: usize = 2;

/// What is known of texts.
#[derive(Default)]
pub(super) struct Shelf {
    /// Texts by the survey's position.
    pub shelved: BTreeMap<usize, Shelved>,
    /// Texts that are being gathered.
    pub ongoing: Option<Ongoing>,
    /// How many gatherings were begun.
    pub gatherings: u32,
    /// What is to be counted once they are there.
    unasked: Vec<(String, Purpose)>,
    /// Codes by the survey's id.
    codes: BTreeMap<String, Codes>,
    /// What waits for readers.
    waiting: Vec<Asked>,
    /// The latest counts: survey, filter, whether they are kept from sight, and how many wrote each text.
    counted: Vec<(usize, String, bool, Counts)>,
    /// The latest tallies of themes, of a survey.
    pub tallied: Option<(usize, Vec<ThemesReport>)>,
}

/// What texts are counted for.
#[derive(Clone)]
enum Purpose {
    List(Wanted),
    Themes,
}

impl Purpose {
    /// Of the same kind only the latest is wanted.
    fn is_like(&self, other: &Self) -> bool {
        matches!(self, Self::List(_)) == matches!(other, Self::List(_))
    }
}

/// Counts that wait for readers.
struct Asked {
    number: u32,
    survey: usize,
    query: String,
    purpose: Purpose,
    /// Answers still to come.
    missing: usize,
    counts: Vec<Vec<u32>>,
    joint: Option<Joint>,
}

impl Shelf {
    /// Other files are read: their texts are others. Codes stay.
    pub fn clear(&mut self) {
        let codes = std::mem::take(&mut self.codes);
        *self = Self { codes, gatherings: self.gatherings, ..Self::default() };
    }
}

impl Lead {
    /// Lists texts, or has them counted first.
    pub fn list_texts(
        &mut self,
        lead: &Rc<RefCell<Self>>,
        query: String,
        wanted: Wanted,
    ) -> Result<(), BrowserError> {
        self.count_texts(lead, query, Purpose::List(wanted))
    }

    /// Tallies themes, or has texts counted first.
    pub fn tally_themes(&mut self, lead: &Rc<RefCell<Self>>, query: String) -> Result<(), BrowserError> {
        self.count_texts(lead, query, Purpose::Themes)
    }

    /// Gives up gathering texts, and whatever waits for them.
    pub fn stop_texts(&mut self) {
        self.shelf.unasked.clear();
        self.shelf.waiting.clear();
        self.stop_gathering();
    }

    /// Counts what waited for the texts to be gathered.
    pub fn ask_what_waited(&mut self, lead: &Rc<RefCell<Self>>) {
        for (query, purpose) in std::mem::take(&mut self.shelf.unasked) {
            if let Err(error) = self.count_texts(lead, query, purpose) {
                self.say(&Reply::Failed { reason: error.to_string() });
            }
        }
    }

    /// Knows these codes of a survey's texts.
    pub fn know_codes(&mut self, survey: String, codes: Codes) {
        self.shelf.codes.insert(survey, codes);
    }

    /// Knows these codes of one text.
    pub fn know_code(&mut self, survey: String, text: CodedText) {
        self.shelf.codes.entry(survey).or_default().set(text);
    }

    fn count_texts(
        &mut self,
        lead: &Rc<RefCell<Self>>,
        query: String,
        purpose: Purpose,
    ) -> Result<(), BrowserError> {
        let filter = Filter::from_query(&query);
        let question = self.question(&query, &filter, None)?;
        let survey = question.survey;
        if self.shelf.counted.iter().any(|(of, known, ..)| *of == survey && *known == query) {
            self.answer(survey, query, &purpose);
            return Ok(());
        }
        let Some(shelved) = self.shelf.shelved.get(&survey) else {
            self.shelf.unasked.retain(|(_, other)| !other.is_like(&purpose));
            self.shelf.unasked.push((query, purpose));
            self.gather(lead, survey);
            return Ok(());
        };
        match &self.columns {
            Columns::Nowhere => {}
            Columns::Here(reader) => {
                let (known, dataset) = (&reader.surveys()[survey], reader.dataset(survey));
                let selected = filter.select(known, dataset);
                let counts = shelved.here.as_ref().map(|here| here.count(dataset, &selected));
                let joint = question.joint.as_ref().map(|variables| Joint::count(dataset, variables));
                self.take_all_counts(survey, query, &purpose, &[counts.unwrap_or_default()], joint);
            }
            Columns::Shared(sharing) => {
                let number = question.number;
                let order = |reader| Order::CountTexts { question: question.clone(), reader };
                let missing = sharing.ask_each(order);
                self.shelf.waiting.retain(|asked| !asked.purpose.is_like(&purpose));
                let counts = vec![Vec::new(); missing];
                let joint = None;
                self.shelf.waiting.push(Asked { number, survey, query, purpose, missing, counts, joint });
            }
        }
        Ok(())
    }

    /// Takes a reader's counts. Those that nobody waits for come too late.
    pub fn take_text_counts(&mut self, number: u32, reader: usize, counts: Vec<u32>, joint: Option<Joint>) {
        let Some(at) = self.shelf.waiting.iter().position(|asked| asked.number == number) else { return };
        let wanted = &mut self.shelf.waiting[at];
        wanted.counts[reader] = counts;
        gather(&mut wanted.joint, joint);
        wanted.missing -= 1;
        if wanted.missing == 0 {
            let Asked { survey, query, purpose, counts, joint, .. } = self.shelf.waiting.remove(at);
            self.take_all_counts(survey, query, &purpose, &counts, joint);
        }
    }

    fn take_all_counts(
        &mut self,
        survey: usize,
        query: String,
        purpose: &Purpose,
        counts: &[Vec<u32>],
        joint: Option<Joint>,
    ) {
        let surveys = self.definitions.surveys.clone();
        let protection = self.protection(survey);
        protection.learn(joint);
        let is_hidden = protection.hides(&surveys[survey], &Filter::from_query(&query));
        let Shelf { shelved, counted, .. } = &mut self.shelf;
        let counts = shelved.get(&survey).map(|it| it.collection.sum(counts)).unwrap_or_default();
        if counted.len() == KEPT {
            counted.remove(0);
        }
        counted.push((survey, query.clone(), is_hidden, counts));
        self.answer(survey, query, purpose);
    }

    /// Answers from counts that are here; nothing of those that are kept from sight.
    fn answer(&mut self, survey: usize, query: String, purpose: &Purpose) {
        let surveys = self.definitions.surveys.clone();
        let names = surveys[survey].questionnaire.names();
        let none = Codes::default();
        let Shelf { shelved, codes, counted, .. } = &self.shelf;
        let codes = codes.get(&surveys[survey].entry.id).unwrap_or(&none);
        let collection = shelved.get(&survey).map(|it| &it.collection);
        let counts = counted.iter().find(|(of, known, ..)| *of == survey && *known == query);
        let shown = collection.zip(counts).filter(|(_, (_, _, is_hidden, _))| !is_hidden);
        match purpose {
            Purpose::List(wanted) => {
                let list = |(collection, counts): (&Collection, &(_, _, _, Counts))| {
                    collection.list(&counts.3, codes, &names, wanted)
                };
                let listing = shown.map(list);
                self.say(&Reply::Texts { query, wanted: wanted.clone(), listing });
            }
            Purpose::Themes => {
                let tally = |(collection, counts): (&Collection, &(_, _, _, Counts))| {
                    crate::domain::coding::tally_themes(collection, &counts.3, codes, &names)
                };
                let themes = shown.map(tally).unwrap_or_default();
                self.say(&Reply::Themes { query, themes: themes.clone() });
                self.shelf.tallied = Some((survey, themes));
            }
        }
    }
}
