//! A kiosk: one survey for everybody who comes, and nothing of one person for the next.
//!
//! The setting lasts as long as the page: starting and ending a kiosk loads it anew.

mod admission;
mod leaving;
mod watching;

use leptos::prelude::*;

use super::AppState;
use crate::browser::presence::Presence;
use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock, dom};
use crate::domain::address::{Page, encode};
use crate::domain::kiosk::{Idleness, Kiosk, Lockout, chosen_pin};
use crate::domain::survey::{StoredDraft, Survey};

/// The setting, and what the present person has come to.
#[derive(Clone, Copy)]
pub struct KioskState {
    /// None where this browser is no kiosk.
    pub(super) setting: Option<&'static Kiosk>,
    pub(super) is_unlocked: RwSignal<bool>,
    pub(super) idleness: RwSignal<Idleness>,
    /// Id of the response that the present person submitted.
    pub(super) submitted: RwSignal<Option<String>>,
    /// Whether a response is being encrypted and stored.
    pub(super) is_storing: RwSignal<bool>,
    /// Why the response could not be stored.
    pub(super) fault: RwSignal<Option<BrowserError>>,
    /// Whether what encrypts is there; none while it is on its way.
    pub(super) can_seal: RwSignal<Option<bool>>,
    pub(super) presence: StoredValue<Option<Presence>, LocalStorage>,
}

impl KioskState {
    /// Reads the setting; of the one who was here before nothing stays that is older than the idle time.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let setting = storage::load::<Kiosk>(&Key::Kiosk).ok().flatten();
        if let Some(kiosk) = &setting {
            dom::mark_root("is-kiosk");
            dom::forget_scrolling();
            sweep(kiosk);
        }
        Self {
            setting: setting.map(|kiosk| &*Box::leak(Box::new(kiosk))),
            is_unlocked: RwSignal::new(false),
            idleness: RwSignal::new(Idleness::Present),
            submitted: RwSignal::new(None),
            is_storing: RwSignal::new(false),
            fault: RwSignal::new(None),
            can_seal: RwSignal::new(None),
            presence: StoredValue::new_local(None),
        }
    }

    /// The setting; none where this browser is no kiosk.
    pub fn setting(self) -> Option<&'static Kiosk> {
        self.setting
    }

    /// Whether staff have given the PIN since the page was loaded.
    pub fn is_unlocked(self) -> bool {
        self.is_unlocked.get()
    }

    /// Whether somebody is there.
    pub fn idleness(self) -> Idleness {
        self.idleness.get()
    }

    /// Whether a response is being stored just now.
    pub fn is_storing(self) -> bool {
        self.is_storing.get()
    }

    /// Why the response could not be stored.
    pub fn fault(self) -> Option<BrowserError> {
        self.fault.get()
    }

    /// Whether what encrypts is there; none while it is on its way.
    pub fn can_seal(self) -> Option<bool> {
        self.can_seal.get()
    }

    /// Wrong PINs so far.
    pub fn lockout() -> Lockout {
        storage::load(&Key::Lockout).ok().flatten().unwrap_or_default()
    }

    /// Lets staff in if this is the PIN and may be tried now; a wrong one is counted.
    pub fn unlock(self, pin: &str) -> bool {
        let (Some(kiosk), lockout, now) = (self.setting, Self::lockout(), clock::now().0) else {
            return false;
        };
        // What can be no PIN is no attempt.
        if lockout.seconds_left(now) > 0 || chosen_pin(pin, pin).is_err() {
            return false;
        }
        // Counted before it is tried: a reload in between is no way around. Staff must get in where storage is full.
        let _ = storage::save(&Key::Lockout, &lockout.after_wrong(now));
        let is_right = kiosk.pin.is_of(pin);
        if is_right {
            let _ = storage::remove(&Key::Lockout);
            self.is_unlocked.set(true);
        }
        is_right
    }

    /// Makes this browser a kiosk; the draft of the survey goes.
    ///
    /// # Errors
    /// Storage is full or blocked.
    pub fn start(kiosk: &Kiosk) -> Result<(), BrowserError> {
        storage::save(&Key::Kiosk, kiosk)?;
        storage::remove(&Key::Lockout)?;
        storage::remove(&Key::Draft(kiosk.survey.clone()))?;
        storage::save(&Key::Language, &kiosk.language)?;
        dom::replace(&start_of(kiosk));
        dom::reload();
        Ok(())
    }

    /// Ends the kiosk; all that is stored stays.
    pub fn end(self) {
        if self.is_unlocked.get_untracked() {
            let _ = storage::remove(&Key::Kiosk);
            dom::reload();
        }
    }
}

/// The fragment where everybody begins.
pub(super) fn start_of(kiosk: &Kiosk) -> String {
    let page = Page::Survey(kiosk.survey.clone()).fragment();
    kiosk.service.as_ref().map_or_else(|| page.clone(), |id| format!("{page}?service={}", encode(id)))
}

/// Removes the draft of somebody who has gone, or that cannot be read.
fn sweep(kiosk: &Kiosk) {
    let key = Key::Draft(kiosk.survey.clone());
    let found = storage::load::<StoredDraft>(&key);
    let is_present =
        matches!(&found, Ok(Some(draft)) if !kiosk.is_left_behind(draft.saved_at, clock::now().0));
    if !is_present {
        let _ = storage::remove(&key);
    }
}

impl AppState {
    /// The kiosk.
    pub fn kiosk(self) -> KioskState {
        self.0.kiosk
    }

    /// Whether a person's answers to this survey must not be stored here but encrypted.
    pub fn seals(self, survey: &Survey) -> bool {
        self.is_kiosk() && survey.entry.recipient.is_some()
    }
}
