//! The registrar: knows the ids of all records while files are shared out, and puts together what the
//! readers found. A worker of its own, because the ids take memory that only its end gives back.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::colleague::answer;
use super::order::{Answer, Entry};
use super::{Definitions, listen, part, read, text_of};
use crate::browser::BrowserError;
use crate::domain::exchange::{Assembled, Assembly, Batch, Candidate};

/// The worker's name.
pub(super) const NAME: &str = "registrar";
/// Bytes of a usual record; a little more, as room that is not needed costs memory.
const RECORD: u64 = 600;

/// Waits for the definitions, then takes entries.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    let mut assembly = None;
    listen(&scope.clone(), move |data| {
        if let Err(error) = hear(&scope, &mut assembly, data) {
            answer(&scope, &Answer::Failed { reason: error.to_string() }, None);
        }
    });
}

fn hear(
    scope: &DedicatedWorkerGlobalScope,
    assembly: &mut Option<Assembly>,
    data: &JsValue,
) -> Result<(), BrowserError> {
    let Some(assembly) = assembly else {
        *assembly = Some(Assembly::new(Definitions::from_message(data)?.surveys));
        return Ok(());
    };
    match read(&text_of(data))? {
        Entry::Files(files) => {
            let bytes: u64 = files.iter().map(|(_, bytes)| bytes).sum();
            assembly.reserve(usize::try_from(bytes / RECORD).unwrap_or(0));
            for (name, bytes) in files {
                assembly.add_file(&name, bytes);
            }
        }
        Entry::Task(task) => drop(assembly.add_task(task)),
        Entry::Batch { number, survey, first } => {
            let bytes = part(data, 1).dyn_into::<Uint8Array>().map(|it| it.to_vec()).unwrap_or_default();
            let candidates = bytes.as_chunks().0.iter().map(Candidate::from_bytes).collect();
            assembly.add_batch(number, Batch { survey, first, candidates });
        }
        Entry::Portion { number, portion } => assembly.add_portion(number, portion),
        Entry::Finish => {
            let Assembled { ledger, removed } = assembly.finish();
            answer(scope, &Answer::Assembled { ledger, removed }, None);
        }
    }
    Ok(())
}
