//! A copier: reads the files once more and writes the responses that count.
//!
//! What is written leaves memory in parts, each a blob, which the browser keeps where it has room.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, File};

use super::returning::{self, Noted};
use super::slices::Slices;
use super::{Definitions, files_of, listen, read, text_of};
use crate::browser::BrowserError;
use crate::browser::export_message::{CopyOrder, Told};
use crate::browser::worker_link::write;
use crate::domain::analysis::Filter;
use crate::domain::exchange::copies::Copier;
use crate::domain::exchange::returned::Kind;
use crate::domain::exchange::{Reader, Task, tables::TableError};

/// Bytes of a part of the file.
const PART: usize = 4 << 20;
/// Time between two words about progress, milliseconds.
const BETWEEN: f64 = 80.0;

/// Waits for the definitions and then for the order.
pub(super) fn start(scope: &DedicatedWorkerGlobalScope) {
    let answering = scope.clone();
    let definitions = Rc::new(RefCell::new(None::<Definitions>));
    listen(scope, move |data| {
        let fail = |error: BrowserError| tell(&answering, &Told::Failed { reason: error.to_string() }, None);
        let Some(known) = definitions.take() else {
            match Definitions::from_message(data) {
                Ok(read) => drop(definitions.replace(Some(read))),
                Err(error) => fail(error),
            }
            return;
        };
        match read::<CopyOrder>(&text_of(data)) {
            Ok(order) => spawn_local(follow(answering.clone(), known, order, files_of(data))),
            Err(error) => fail(error),
        }
    });
}

async fn follow(scope: DedicatedWorkerGlobalScope, known: Definitions, order: CopyOrder, files: Vec<File>) {
    let mut telling = Telling::new(scope.clone(), &files);
    match copy(&mut telling, &known, &order, &files).await {
        Ok((rows, blob)) => tell(&scope, &Told::Done { rows }, Some(&blob)),
        Err(error) => tell(&scope, &Told::Failed { reason: error.to_string() }, None),
    }
}

async fn copy(
    telling: &mut Telling,
    known: &Definitions,
    order: &CopyOrder,
    files: &[File],
) -> Result<(u64, Blob), BrowserError> {
    let survey = known.surveys.iter().position(|survey| survey.entry.id == order.survey);
    let survey = survey.ok_or_else(|| BrowserError::Other(format!("unknown survey {}", order.survey)))?;
    let filter = Filter::from_query(&order.query);
    let mut copier =
        Copier::new(known.surveys.clone(), survey, filter, order.form, &order.codes).map_err(failed)?;
    let mut reader = Reader::new(known.surveys.clone());
    reader.keep(survey);
    let mut slices = Slices::default();
    let parts = Array::new();
    for (at, (name, file)) in order.names.iter().zip(files).enumerate() {
        reader.begin(name, Task { file: at, from: 0, to: u64::MAX, is_lines: false }, false);
        let mut kind = None;
        let mut taken = Ok(());
        let read = slices.read(file, 0.0, file.size(), |bytes| {
            if !kind.get_or_insert_with(|| Kind::of(name, bytes)).is_plain() {
                return false;
            }
            reader.push(bytes);
            taken = copier.take(&mut reader).map_err(failed).and_then(|()| part(&mut copier, &parts, PART));
            telling.passed(bytes);
            taken.is_ok()
        });
        read.await?;
        taken?;
        if let Some(kind) = kind.filter(|kind| !kind.is_plain()) {
            let note = |noted: Noted<'_>| {
                if let Noted::Read(bytes) = noted {
                    telling.passed(bytes);
                }
            };
            returning::read(&mut slices, file, kind, &mut reader, &order.identities, note).await?;
        }
        reader.finish();
        copier.take(&mut reader).map_err(failed)?;
        part(&mut copier, &parts, PART)?;
    }
    part(&mut copier, &parts, 1)?;
    Ok((copier.rows(), Blob::new_with_blob_sequence(&parts)?))
}

/// Has the browser keep what was written, once it is so much.
fn part(copier: &mut Copier<'_>, parts: &Array, from: usize) -> Result<(), BrowserError> {
    if copier.pending() >= from {
        let bytes = Array::of1(&Uint8Array::from(copier.take_bytes().as_slice()));
        let part = Blob::new_with_u8_array_sequence(&bytes)?;
        parts.push(&part);
    }
    Ok(())
}

/// How far the reading is, told as often as somebody can see it.
struct Telling {
    scope: DedicatedWorkerGlobalScope,
    done: f64,
    total: f64,
    /// Milliseconds since 1970.
    told_at: f64,
}

impl Telling {
    fn new(scope: DedicatedWorkerGlobalScope, files: &[File]) -> Self {
        let total = files.iter().map(|file| file.size()).sum::<f64>().max(1.0);
        Self { scope, done: 0.0, total, told_at: 0.0 }
    }

    #[allow(clippy::cast_precision_loss)]
    fn passed(&mut self, bytes: &[u8]) {
        self.done += bytes.len() as f64;
        let now = js_sys::Date::now();
        if (now - self.told_at).abs() >= BETWEEN {
            self.told_at = now;
            tell(&self.scope, &Told::Progress((self.done / self.total).min(1.0)), None);
        }
    }
}

fn tell(scope: &DedicatedWorkerGlobalScope, told: &Told, blob: Option<&Blob>) {
    let Ok(text) = write(told) else { return };
    let blob = blob.map_or(JsValue::UNDEFINED, JsValue::from);
    let _ = scope.post_message(&Array::of2(&text.into(), &blob));
}

#[allow(clippy::needless_pass_by_value)]
fn failed(error: TableError) -> BrowserError {
    BrowserError::Other(error.to_string())
}
