//! Texts gathered when they are first asked for, from whoever has the columns, and put together. It is done
//! in turns and can be given up.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Date, Uint8Array};
use wasm_bindgen_futures::spawn_local;

use super::super::order::{GatheredText, Order};
use super::super::{gathering, turning};
use super::{BETWEEN, Columns, Lead};
use crate::browser::message::Reply;
use crate::domain::coding::{Collection, Distinct, Gathered, Merging};
use crate::domain::exchange::Reader;

/// How much of the whole it is to gather; the rest is to put together.
const GATHERING: f64 = 0.7;

/// Texts being gathered.
pub(super) struct Ongoing {
    number: u32,
    /// Position of the survey.
    survey: usize,
    /// One for each reader.
    parts: Vec<Part>,
    /// When progress was told last, milliseconds since 1970.
    told_at: f64,
}

/// What a reader has gathered.
#[derive(Default)]
struct Part {
    texts: Vec<Distinct>,
    progress: f64,
    is_whole: bool,
}

/// Texts that are here.
pub(super) struct Shelved {
    pub collection: Collection,
    /// Who wrote what, where the columns are here.
    pub here: Option<Gathered>,
}

impl Lead {
    /// Gathers the texts of a survey, unless that is being done; those of another one are wanted no more.
    pub fn gather(&mut self, lead: &Rc<RefCell<Self>>, survey: usize) {
        if self.shelf.ongoing.as_ref().is_some_and(|ongoing| ongoing.survey == survey) {
            return;
        }
        self.stop_gathering();
        self.shelf.gatherings += 1;
        let number = self.shelf.gatherings;
        let readers = match &self.columns {
            Columns::Nowhere => return,
            Columns::Here(reader) => {
                spawn_local(gather_here(lead.clone(), reader.clone(), survey, number));
                1
            }
            Columns::Shared(sharing) => sharing.ask_each(|reader| Order::Gather { number, survey, reader }),
        };
        let parts = (0..readers).map(|_| Part::default()).collect();
        // Whoever asked waits for a moment before there is anything to be told.
        self.shelf.ongoing = Some(Ongoing { number, survey, parts, told_at: Date::now() });
    }

    /// Gives up what is being gathered.
    pub fn stop_gathering(&mut self) {
        let Some(Ongoing { number, .. }) = self.shelf.ongoing.take() else { return };
        if let Columns::Shared(sharing) = &self.columns {
            sharing.ask(&Order::StopGathering { number });
        }
    }

    /// Notes how far a reader is; whether its texts are still wanted.
    pub fn note_gathering(&mut self, number: u32, reader: usize, progress: f64) -> bool {
        let Some(ongoing) = self.shelf.ongoing.as_mut().filter(|it| it.number == number) else {
            return false;
        };
        ongoing.parts[reader].progress = progress;
        #[allow(clippy::cast_precision_loss)]
        let readers = ongoing.parts.len() as f64;
        let sum: f64 = ongoing.parts.iter().map(|part| part.progress).sum();
        self.tell_gathering(GATHERING * sum / readers);
        true
    }

    fn tell_gathering(&mut self, progress: f64) {
        let Some(ongoing) = &mut self.shelf.ongoing else { return };
        let now = Date::now();
        if (now - ongoing.told_at).abs() >= BETWEEN {
            ongoing.told_at = now;
            self.say(&Reply::Gathering { progress });
        }
    }

    /// Takes some texts of a reader; the last ones of all are put together.
    pub fn take_texts(
        &mut self,
        lead: &Rc<RefCell<Self>>,
        (number, reader): (u32, usize),
        texts: Vec<GatheredText>,
        keys: Option<&Uint8Array>,
        is_last: bool,
    ) {
        let Some(ongoing) = self.shelf.ongoing.as_mut().filter(|it| it.number == number) else { return };
        let keys = keys.map(Uint8Array::to_vec).unwrap_or_default();
        let distinct = |((question, text, is_personal), key): (GatheredText, &[u8; 32])| {
            Distinct::known(question, text, *key, is_personal)
        };
        let part = &mut ongoing.parts[reader];
        part.texts.extend(texts.into_iter().zip(keys.as_chunks::<32>().0).map(distinct));
        part.is_whole = is_last;
        if ongoing.parts.iter().all(|part| part.is_whole) {
            spawn_local(merge(lead.clone(), number, None));
        }
    }
}

/// Gathers where the columns are here.
async fn gather_here(lead: Rc<RefCell<Lead>>, reader: Rc<Reader>, survey: usize, number: u32) {
    let scope = lead.borrow().scope.clone();
    let names = reader.surveys()[survey].questionnaire.names();
    let between = |progress| lead.borrow_mut().note_gathering(number, 0, progress);
    let found = gathering::gather(&scope, reader.dataset(survey), &names, between).await;
    let Some((gathered, texts)) = found else { return };
    if let Some(ongoing) = lead.borrow_mut().shelf.ongoing.as_mut().filter(|it| it.number == number) {
        ongoing.parts[0].texts = texts;
    }
    merge(lead, number, Some(gathered)).await;
}

/// Puts the texts of all readers together, and answers whoever waits for them.
async fn merge(lead: Rc<RefCell<Lead>>, number: u32, here: Option<Gathered>) {
    let scope = lead.borrow().scope.clone();
    let parts = lead.borrow_mut().shelf.ongoing.as_mut().filter(|it| it.number == number).map(|ongoing| {
        ongoing.parts.iter_mut().map(|part| std::mem::take(&mut part.texts)).collect::<Vec<_>>()
    });
    let Some(parts) = parts else { return };
    let mut merging = Merging::of(parts);
    while turning::work(|| merging.step()) {
        turning::others(&scope).await;
        let mut this = lead.borrow_mut();
        if this.shelf.ongoing.as_ref().is_none_or(|ongoing| ongoing.number != number) {
            return;
        }
        this.tell_gathering(GATHERING + (1.0 - GATHERING) * merging.progress());
    }
    let mut this = lead.borrow_mut();
    if let Some(ongoing) = this.shelf.ongoing.take() {
        let shelved = Shelved { collection: merging.finish(), here };
        this.shelf.shelved.insert(ongoing.survey, shelved);
        this.ask_what_waited(&lead);
    }
}
