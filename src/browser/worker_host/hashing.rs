//! The hasher: reads files a second time for their SHA-256, which no tally has to wait for.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::answer;
use super::listen;
use super::order::Answer;
use super::slices::Slices;
use crate::domain::exchange::Digest;

/// The worker's name.
pub(super) const NAME: &str = "hasher";

/// Hashes the files of every message, one after another.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    listen(&scope.clone(), move |data| {
        let parts: &Array = data.unchecked_ref();
        let files: Vec<File> = Array::from(&parts.get(1)).iter().map(JsCast::unchecked_into).collect();
        spawn_local(hash(scope.clone(), files));
    });
}

async fn hash(scope: DedicatedWorkerGlobalScope, files: Vec<File>) {
    let mut slices = Slices::default();
    for (file, found) in files.iter().enumerate() {
        let mut digest = Digest::default();
        // Of a file that cannot be read, what could be: the reading says that it could not.
        let _ = slices.read_all(found, |bytes| digest.push(bytes)).await;
        answer(&scope, &Answer::Hashed { file, sha256: digest.finish() }, None);
    }
}
