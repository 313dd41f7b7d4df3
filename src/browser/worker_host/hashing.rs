//! The hasher: reads files a second time for their SHA-256, which no tally has to wait for.

use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::answer;
use super::order::Answer;
use super::slices::Slices;
use super::{files_of, listen};
use crate::domain::exchange::Digest;

/// The worker's name.
pub(super) const NAME: &str = "hasher";

/// Hashes the files of every message, one after another.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    listen(&scope.clone(), move |data| {
        spawn_local(hash(scope.clone(), files_of(data)));
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
