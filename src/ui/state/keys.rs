//! The key pair that was just made: in memory alone, and only while its page is open.

use leptos::prelude::*;

use crate::domain::keys::KeyPair;

/// A key pair, and whether it is anywhere else.
#[derive(Clone, Copy)]
pub struct KeysState {
    made: RwSignal<Option<KeyPair>>,
    is_kept: RwSignal<bool>,
}

impl KeysState {
    pub(super) fn new() -> Self {
        Self { made: RwSignal::new(None), is_kept: RwSignal::new(false) }
    }

    /// Holds a new pair.
    pub fn hold(self, pair: KeyPair) {
        self.is_kept.set(false);
        self.made.set(Some(pair));
    }

    /// The pair that was made.
    pub fn pair(self) -> Option<KeyPair> {
        self.made.get()
    }

    /// Notes that the secret key was saved or printed.
    pub fn note_kept(self) {
        self.is_kept.set(true);
    }

    /// Whether it was.
    pub fn is_kept(self) -> bool {
        self.is_kept.get()
    }

    /// Whether leaving the page would lose a key that is nowhere else.
    pub fn would_be_lost(self) -> bool {
        self.made.with(Option::is_some) && !self.is_kept.get()
    }

    /// Lets go of the pair.
    pub fn forget(self) {
        self.made.set(None);
        self.is_kept.set(false);
    }
}
