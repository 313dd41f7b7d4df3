//! Files read by the lead itself: few bytes, or a browser where workers start no workers.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;

use super::super::returning::{self, Noted};
use super::super::slices::{Slices, length};
use super::{Columns, Lead};
use crate::browser::message::Reply;
use crate::domain::exchange::returned::Kind;
use crate::domain::exchange::{Digest, FileProblem, Import};

/// Reads the files, one after another.
pub(super) async fn import_here(
    lead: Rc<RefCell<Lead>>,
    names: Vec<String>,
    files: Vec<File>,
    identities: Vec<String>,
) {
    let surveys = lead.borrow().definitions.surveys.clone();
    let mut import = Import::new(surveys);
    let mut slices = Slices::default();
    let total = files.iter().map(|file| file.size()).sum();
    let mut done = 0.0;
    for (name, file) in names.iter().zip(&files) {
        let tell = |done| lead.borrow_mut().tell_progress(name.clone(), done, total);
        tell(done);
        import.begin_file(name);
        let mut kind = None;
        let read = slices.read(file, 0.0, file.size(), |bytes| {
            let is_plain = kind.get_or_insert_with(|| Kind::of(name, bytes)).is_plain();
            if is_plain {
                import.push(bytes);
                done += length(bytes);
                tell(done);
            }
            is_plain
        });
        let mut read = read.await;
        if let Some(kind) = kind.filter(|kind| !kind.is_plain()) {
            let (mut size, mut digest) = (0, Digest::default());
            let note = |noted: Noted<'_>| match noted {
                Noted::Read(bytes) => {
                    size += bytes.len() as u64;
                    digest.push(bytes);
                    done += length(bytes);
                    tell(done);
                }
                Noted::Opening => lead.borrow().say(&Reply::Opening { file: name.clone() }),
            };
            read = returning::read(&mut slices, file, kind, import.reader(), &identities, note).await;
            import.note(size, digest);
        }
        match read {
            Ok(()) => import.finish_file(),
            Err(_) => import.fail_file(FileProblem::Unreadable),
        }
    }
    import.finish();
    let (reader, ledger) = import.into_parts();
    let mut lead = lead.borrow_mut();
    lead.columns = Columns::Here(Rc::new(reader));
    lead.imported(ledger);
}
