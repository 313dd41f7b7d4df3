//! The workers' end. The page's worker is the lead: it shares large files out among readers, which are
//! workers of its own and keep the columns, has what they found put together by a registrar, and answers
//! with reports and pictures. Small files it reads itself.

mod colleague;
mod copying;
mod gathering;
mod hashing;
mod lead;
mod order;
mod reading;
mod registering;
mod returning;
mod sharing;
mod slices;
mod turning;

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::BrowserError;
use super::export_message::COPIER;
use super::message::Request;
use super::worker_link::{part, read, text_of};
use crate::domain::exchange::sha256;
use crate::domain::survey::{DefinitionError, Installation, Survey};

/// Name and version written into reports.
pub const APPLICATION: &str = concat!("aptauja ", env!("CARGO_PKG_VERSION"));

/// Starts answering messages, in the part that the worker's name says.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    match scope.name().as_str() {
        reading::NAME => reading::start(scope),
        registering::NAME => registering::start(scope),
        hashing::NAME => hashing::start(scope),
        COPIER => copying::start(&scope),
        _ => lead::start(&scope),
    }
}

/// Calls `hear` with every message, for as long as the worker lives.
fn listen(scope: &DedicatedWorkerGlobalScope, mut hear: impl FnMut(&JsValue) + 'static) {
    let on_message: Closure<dyn FnMut(MessageEvent)> =
        Closure::new(move |event: MessageEvent| hear(&event.data()));
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// The files beside it.
fn files_of(data: &JsValue) -> Vec<File> {
    Array::from(&part(data, 1)).iter().map(JsCast::unchecked_into).collect()
}

/// The surveys of an installation, and SHA-256 of their questionnaires by survey id.
#[derive(Clone, Default)]
struct Definitions {
    surveys: Rc<Vec<Survey>>,
    hashes: BTreeMap<String, String>,
}

impl Definitions {
    /// Reads the lead's first message to a colleague: the page's own request.
    fn from_message(data: &JsValue) -> Result<Self, BrowserError> {
        Self::read(&read(&text_of(data))?).map_err(|error| BrowserError::Other(error.to_string()))
    }

    /// Reads what [`Request::Open`] brings; nothing for any other request.
    ///
    /// Surveys whose files the page could not read are left out: their responses are of no survey this
    /// installation knows.
    fn read(request: &Request) -> Result<Self, DefinitionError> {
        let Request::Open { index, surveys: files, labels } = request else { return Ok(Self::default()) };
        let installation = Installation::parse("index.json", index)?;
        let mut hashes = BTreeMap::new();
        let mut surveys = Vec::new();
        for entry in installation.surveys {
            if let Some(files) = files.get(&entry.id) {
                hashes.insert(entry.id.clone(), sha256(files.questionnaire.as_bytes()));
                surveys.push(Survey::parse(entry, files, labels)?.with_baseline(files)?);
            }
        }
        Ok(Self { surveys: Rc::new(surveys), hashes })
    }
}
