//! The hasher: reads files a second time for their SHA-256, which no tally has to wait for.

use js_sys::Date;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::answer;
use super::order::Answer;
use super::slices::{Slices, length};
use super::{files_of, listen};
use crate::domain::exchange::Digest;

/// The worker's name.
pub(super) const NAME: &str = "hasher";

/// Time between two words about progress, milliseconds.
const BETWEEN: f64 = 80.0;

/// Hashes the files of every message, one after another.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    listen(&scope.clone(), move |data| {
        spawn_local(hash(scope.clone(), files_of(data)));
    });
}

async fn hash(scope: DedicatedWorkerGlobalScope, files: Vec<File>) {
    let mut slices = Slices::default();
    let total = files.iter().map(|file| file.size()).sum::<f64>().max(1.0);
    let (mut done, mut told_at) = (0.0, Date::now());
    for (file, found) in files.iter().enumerate() {
        let mut digest = Digest::default();
        // Of a file that cannot be read, what could be: the reading says that it could not.
        let read = slices.read_all(found, |bytes| {
            digest.push(bytes);
            done += length(bytes);
            let now = Date::now();
            if (now - told_at).abs() >= BETWEEN {
                told_at = now;
                answer(&scope, &Answer::Hashing { progress: (done / total).min(1.0) }, None);
            }
        });
        let _ = read.await;
        answer(&scope, &Answer::Hashed { file, sha256: digest.finish() }, None);
    }
}
