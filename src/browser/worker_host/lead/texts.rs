//! Texts: gathered from whoever has the columns when they are first asked for, and listed.

use std::collections::BTreeMap;

use js_sys::Uint8Array;

use super::super::order::Order;
use super::reports::gather;
use super::{Columns, Lead};
use crate::browser::BrowserError;
use crate::browser::message::Reply;
use crate::domain::analysis::{Filter, Joint, ThemesReport};
use crate::domain::coding::{CodedText, Codes, Collection, Counts, Distinct, Gathered, Wanted};

/// Counts kept for the next page: those of the list's filter and of the tallies'.
const KEPT: usize = 2;

/// What is known of texts.
#[derive(Default)]
pub(super) struct Shelf {
    /// By the survey's position.
    collections: BTreeMap<usize, Gathering>,
    /// Codes by the survey's id.
    codes: BTreeMap<String, Codes>,
    /// What waits for readers.
    waiting: Vec<Asked>,
    /// The latest counts: survey, filter, whether they are kept from sight, and how many wrote each text.
    counted: Vec<(usize, String, bool, Counts)>,
    /// The latest tallies of themes, of a survey.
    pub tallied: Option<(usize, Vec<ThemesReport>)>,
}

/// Texts being gathered.
#[derive(Default)]
struct Gathering {
    /// Texts of each reader, until all of them are there.
    parts: Vec<Option<Vec<Distinct>>>,
    collection: Option<Collection>,
    /// Who wrote what, where the columns are here.
    here: Option<Gathered>,
}

/// What texts are counted for.
#[derive(Clone)]
enum Purpose {
    List(Wanted),
    Themes,
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
        *self = Self { codes: std::mem::take(&mut self.codes), ..Self::default() };
    }
}

impl Lead {
    /// Lists texts, or has them counted first.
    pub fn list_texts(&mut self, query: String, wanted: Wanted) -> Result<(), BrowserError> {
        self.count_texts(query, Purpose::List(wanted))
    }

    /// Tallies themes, or has texts counted first.
    pub fn tally_themes(&mut self, query: String) -> Result<(), BrowserError> {
        self.count_texts(query, Purpose::Themes)
    }

    /// Knows these codes of a survey's texts.
    pub fn know_codes(&mut self, survey: String, codes: Codes) {
        self.shelf.codes.insert(survey, codes);
    }

    /// Knows these codes of one text.
    pub fn know_code(&mut self, survey: String, text: CodedText) {
        self.shelf.codes.entry(survey).or_default().set(text);
    }

    fn count_texts(&mut self, query: String, purpose: Purpose) -> Result<(), BrowserError> {
        let filter = Filter::from_query(&query);
        let question = self.question(&query, &filter, None)?;
        let survey = question.survey;
        if self.shelf.counted.iter().any(|(of, known, ..)| *of == survey && *known == query) {
            self.answer(survey, query, &purpose);
            return Ok(());
        }
        let Self { columns, shelf, .. } = self;
        let gathering = shelf.collections.entry(survey).or_default();
        match columns {
            Columns::Nowhere => {}
            Columns::Here(reader) => {
                let (known, dataset) = (&reader.surveys()[survey], reader.dataset(survey));
                if gathering.here.is_none() {
                    let (gathered, texts) = Gathered::of(dataset, &known.questionnaire.names());
                    gathering.here = Some(gathered);
                    gathering.collection = Some(Collection::of(vec![texts]));
                }
                let selected = filter.select(known, dataset);
                let counts = gathering.here.as_ref().map(|here| here.count(dataset, &selected));
                let joint = question.joint.as_ref().map(|variables| Joint::count(dataset, variables));
                self.take_all_counts(survey, query, &purpose, &[counts.unwrap_or_default()], joint);
            }
            Columns::Shared(sharing) => {
                if gathering.collection.is_none() && gathering.parts.is_empty() {
                    let readers = sharing.ask_each(|reader| Order::Gather { survey, reader });
                    gathering.parts = vec![None; readers];
                }
                let number = question.number;
                let order = |reader| Order::CountTexts { question: question.clone(), reader };
                let missing = sharing.ask_each(order);
                // Of the same kind only the latest is wanted.
                let is_list = matches!(purpose, Purpose::List(_));
                shelf.waiting.retain(|asked| matches!(asked.purpose, Purpose::List(_)) != is_list);
                let counts = vec![Vec::new(); missing];
                let joint = None;
                shelf.waiting.push(Asked { number, survey, query, purpose, missing, counts, joint });
            }
        }
        Ok(())
    }

    /// Takes a reader's texts; the last ones make the collection.
    pub fn take_texts(
        &mut self,
        survey: usize,
        reader: usize,
        texts: Vec<(usize, String)>,
        keys: Option<&Uint8Array>,
    ) {
        let Some(gathering) = self.shelf.collections.get_mut(&survey) else { return };
        let keys = keys.map(Uint8Array::to_vec).unwrap_or_default();
        let (keys, _) = keys.as_chunks::<32>();
        let distinct =
            |((question, text), key): ((usize, String), &[u8; 32])| Distinct::with_key(question, text, *key);
        gathering.parts[reader] = Some(texts.into_iter().zip(keys).map(distinct).collect());
        if gathering.parts.iter().all(Option::is_some) {
            let parts = std::mem::take(&mut gathering.parts).into_iter().flatten().collect();
            gathering.collection = Some(Collection::of(parts));
        }
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
        let Shelf { collections, counted, .. } = &mut self.shelf;
        let collection = collections.get(&survey).and_then(|it| it.collection.as_ref());
        let counts = collection.map(|collection| collection.sum(counts)).unwrap_or_default();
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
        let Shelf { collections, codes, counted, .. } = &self.shelf;
        let codes = codes.get(&surveys[survey].entry.id).unwrap_or(&none);
        let collection = collections.get(&survey).and_then(|it| it.collection.as_ref());
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
