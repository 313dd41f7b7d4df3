//! Reading texts, mails and encrypted files: what came back in them, opened with the keys that are loaded.

use web_sys::File;

use super::slices::Slices;
use crate::browser::{BrowserError, age};
use crate::domain::exchange::returned::{Kind, Mailbox, Returned, read as found_in, read_message};
use crate::domain::exchange::{FileProblem, Reader};
use crate::domain::survey::FaultReason;

/// Bytes of a mailbox after which what was found is dealt with.
const STEP: usize = 4 << 20;
/// Opening fewer bytes takes no time that anybody sees.
const LARGE: usize = 4 << 20;
/// What the age library says where none of the identities fits.
const NO_KEY: &str = "no identity matched";

/// What whoever reads a file may want to tell.
pub(super) enum Noted<'a> {
    /// These bytes of the file were read, each once and in order.
    Read(&'a [u8]),
    /// Something large is being opened.
    Opening,
}

/// Reads a file of this kind into the reader, which has begun it.
///
/// # Errors
/// The browser's own: the file was moved or changed, or what opens encrypted files could not be loaded.
pub(super) async fn read(
    slices: &mut Slices,
    file: &File,
    kind: Kind,
    reader: &mut Reader,
    identities: &[String],
    mut note: impl FnMut(Noted<'_>),
) -> Result<(), BrowserError> {
    reader.read_returned();
    if kind == Kind::Mailbox {
        return read_mailbox(slices, file, reader, identities, note).await;
    }
    let mut bytes = Vec::new();
    let read = slices.read_all(file, |slice| {
        note(Noted::Read(slice));
        if kind != Kind::Identity {
            bytes.extend_from_slice(slice);
        }
    });
    read.await?;
    let found = match kind {
        Kind::Identity => {
            reader.note_problem(FileProblem::HoldsIdentity);
            Vec::new()
        }
        Kind::Sealed => vec![Returned::Sealed(bytes)],
        _ => found_in(&bytes),
    };
    take(reader, found, identities, &mut note).await
}

/// Memory holds a message and what was found in a few, not the mailbox.
async fn read_mailbox(
    slices: &mut Slices,
    file: &File,
    reader: &mut Reader,
    identities: &[String],
    mut note: impl FnMut(Noted<'_>),
) -> Result<(), BrowserError> {
    let mut mailbox = Mailbox::new();
    let mut at = 0.0;
    let mut is_more = true;
    while is_more && at < file.size() {
        let (mut found, mut length) = (Vec::new(), 0);
        let step = slices.read(file, at, file.size(), |bytes| {
            note(Noted::Read(bytes));
            mailbox.push(bytes, |message| found.extend(read_message(message)));
            length += bytes.len();
            length < STEP
        });
        step.await?;
        is_more = length > 0;
        #[allow(clippy::cast_precision_loss)]
        let length = length as f64;
        at += length;
        take(reader, found, identities, &mut note).await?;
    }
    let mut found = Vec::new();
    mailbox.finish(|message| found.extend(read_message(message)));
    take(reader, found, identities, &mut note).await
}

async fn take(
    reader: &mut Reader,
    found: Vec<Returned>,
    identities: &[String],
    note: &mut impl FnMut(Noted<'_>),
) -> Result<(), BrowserError> {
    for one in found {
        match one {
            Returned::Response(bytes) => reader.take_response(&bytes),
            Returned::File(bytes) => reader.take_file(&bytes),
            Returned::Broken { reason, text } => reader.refuse(reason, &text),
            Returned::Sealed(_) if identities.is_empty() => reader.refuse(FaultReason::Sealed, ""),
            Returned::Sealed(bytes) => {
                if bytes.len() >= LARGE {
                    note(Noted::Opening);
                }
                age::load().await?;
                match age::open(&bytes, identities).await {
                    Ok(opened) => reader.take_file(&opened),
                    Err(error) if error.to_string().contains(NO_KEY) => {
                        reader.refuse(FaultReason::Sealed, "");
                    }
                    Err(_) => reader.refuse(FaultReason::SealDamaged, ""),
                }
            }
        }
    }
    Ok(())
}
