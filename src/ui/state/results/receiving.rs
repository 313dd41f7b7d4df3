//! What comes in: files and pasted texts, and among them secret keys.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::ResultsState;
use crate::browser::{files, timing};
use crate::domain::coding::CODES_FORMAT;
use crate::domain::exchange::returned::{self, Kind};
use crate::domain::exchange::{REPORT_FORMAT, format_in, unpacked};
use crate::domain::keys::{KEY_LENGTH, KeyFault, identity_in};
use crate::ui::text::key;

/// Files with a key have a few hundred bytes.
const LARGEST_KEY: f64 = 65_536.0;
/// Reports have some ten thousand bytes, and more with many files; codes of a million texts have less than this.
const LARGEST_OWN: f64 = 268_435_456.0;
/// Where the format of a file is looked for, bytes.
const START: f64 = 1_024.0;
/// Where it is looked for in a JSON object that does not begin with it.
const MORE: f64 = 1_048_576.0;
/// Of a packed file, the bytes that are unpacked to find it.
const PACKED: f64 = 16_384.0;
/// Endings of files that hold anything but a key.
const NO_KEY: [&str; 7] = [".json", ".ndjson", ".jsonl", ".gz", ".eml", ".mbox", ".age"];

/// Why something that came in is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A pasted text without any response.
    Text,
    /// Not a secret key, though it begins as one.
    Key,
    /// A public key in place of the secret one.
    Public,
    /// What knows keys could not be loaded.
    Unchecked,
}

impl ResultsState {
    /// Takes files: keys and codes are loaded, a saved report is checked, everything else is read.
    pub fn receive(self, chosen: Vec<File>) {
        self.unfit.set(None);
        self.forget_codes_news();
        let (perhaps_keys, files): (Vec<File>, Vec<File>) = chosen.into_iter().partition(may_be_key);
        let (perhaps_ours, mut files): (Vec<File>, Vec<File>) = files.into_iter().partition(may_be_ours);
        if perhaps_keys.is_empty() && perhaps_ours.is_empty() {
            return self.import(files);
        }
        let chosen_at = timing::now();
        spawn_local(async move {
            let mut identities = Vec::new();
            for file in perhaps_keys {
                let text = files::text(&file).await.unwrap_or_default();
                if Kind::of(&file.name(), text.as_bytes()) == Kind::Identity {
                    identities.extend(returned::identities(&text));
                } else {
                    files.push(file);
                }
            }
            let mut reports = Vec::new();
            let starts = files::starts(&perhaps_ours, START).await;
            for (file, start) in perhaps_ours.into_iter().zip(starts) {
                let start = more_of(&file, start).await;
                match format_in(&start) {
                    Some(REPORT_FORMAT) if self.check_report(&file.name(), &text_of(&file).await) => {
                        reports.push(file.name());
                    }
                    Some(CODES_FORMAT) => self.load_codes(&text_of(&file).await),
                    _ => files.push(file),
                }
            }
            // The last of them is what is checked.
            reports.pop();
            if !reports.is_empty() {
                self.note_unchecked(reports);
            }
            if !identities.is_empty() {
                self.load_keys(identities, files.is_empty()).await;
            }
            if !files.is_empty() {
                self.chosen_at.set_value(Some(chosen_at));
                self.import(files);
            }
        });
    }

    /// Takes a pasted or typed text: a key, or a text with responses. `on_taken` is called once it was of use;
    /// why not is told by [`Self::unfit`].
    pub fn paste(self, text: &str, on_taken: impl Fn() + 'static) {
        self.unfit.set(None);
        match keys_in(text) {
            Ok(identities) if identities.is_empty() => {}
            Ok(identities) => {
                return spawn_local(async move {
                    if self.load_keys(identities, true).await {
                        on_taken();
                    }
                });
            }
            Err(unfit) => return self.unfit.set(Some(unfit)),
        }
        let number = self.pasted.get_value() + 1;
        let name = self.texts.get_untracked().fill(key::RETURNED_NAME, &[("n", &number.to_string())]);
        match files::from_text(&name, text) {
            Ok(file) if returned::may_hold_any(text) => {
                self.pasted.set_value(number);
                self.import(vec![file]);
                on_taken();
            }
            _ => self.unfit.set(Some(Unfit::Text)),
        }
    }

    /// Loads keys, and has files read again that need them, unless others are going to be read anyway; gives
    /// whether all of them are keys.
    async fn load_keys(self, identities: Vec<String>, may_read: bool) -> bool {
        let wanted = identities.len();
        let loaded = self.keys.load(identities).await;
        self.unfit.set(match loaded {
            Ok(right) if right == wanted => None,
            Ok(_) => Some(Unfit::Key),
            Err(_) => Some(Unfit::Unchecked),
        });
        let is_sealed = self.loaded.with_untracked(|loaded| loaded.as_ref().is_some_and(|it| it.sealed > 0));
        let is_needed = is_sealed || self.reading.with_value(Option::is_some);
        let right = loaded.unwrap_or(0);
        if may_read && is_needed && right > 0 {
            self.import_again();
        }
        right == wanted
    }

    /// Why what came in last is of no use.
    pub fn unfit(self) -> Option<Unfit> {
        self.unfit.get()
    }
}

/// The secret keys in a text: copied ones as they stand, else one that was typed from paper.
fn keys_in(text: &str) -> Result<Vec<String>, Unfit> {
    let copied = returned::identities(text);
    if !copied.is_empty() && copied.iter().all(|identity| identity.len() == KEY_LENGTH) {
        return Ok(copied);
    }
    if returned::may_hold_any(text) {
        return Ok(Vec::new());
    }
    match identity_in(text) {
        Ok(identity) => Ok(vec![identity]),
        Err(KeyFault::Missing | KeyFault::Unreadable) => Ok(Vec::new()),
        Err(KeyFault::Public) => Err(Unfit::Public),
        Err(KeyFault::Length { .. } | KeyFault::Mistyped) => Err(Unfit::Key),
    }
}

/// Whether it may be a file that this page has saved itself; which it is, stands at its beginning.
fn may_be_ours(file: &File) -> bool {
    let name = file.name().to_lowercase();
    file.size() <= LARGEST_OWN && [".json", ".json.gz"].iter().any(|end| name.ends_with(end))
}

fn is_packed(file: &File) -> bool {
    file.name().to_lowercase().ends_with(".gz")
}

/// As much of a file as its format may stand in, where its beginning does not have it.
async fn more_of(file: &File, start: String) -> String {
    if is_packed(file) {
        let packed = files::first_bytes(file, PACKED).await.unwrap_or_default();
        return String::from_utf8_lossy(&unpacked(&packed)).into_owned();
    }
    let is_object = start.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    if !is_object || format_in(&start).is_some() || file.size() <= START {
        return start;
    }
    files::starts(std::slice::from_ref(file), MORE).await.pop().unwrap_or(start)
}

/// The whole text, unpacked where it is packed.
async fn text_of(file: &File) -> String {
    if is_packed(file) {
        let packed = files::bytes(file).await.unwrap_or_default();
        return String::from_utf8_lossy(&unpacked(&packed)).into_owned();
    }
    files::text(file).await.unwrap_or_default()
}

fn may_be_key(file: &File) -> bool {
    let name = file.name().to_lowercase();
    file.size() <= LARGEST_KEY && !NO_KEY.iter().any(|ending| name.ends_with(ending))
}
