//! Noticing that nobody is there any more.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::presence::{Presence, Sign};
use crate::browser::storage::Key;
use crate::browser::{age, dom};
use crate::domain::address::Page;
use crate::domain::kiosk::{Idleness, Kiosk, idleness};
use crate::ui::state::{AppState, Load};

const SECOND: i32 = 1000;

impl AppState {
    /// Watches the present person, other tabs and the browser's own ways to bring a page back.
    pub(in crate::ui::state) fn watch_kiosk(self) {
        dom::on_window("storage", move |event| {
            if dom::storage_event_key(&event).is_some_and(|key| key == Key::Kiosk.name()) {
                dom::reload();
            }
        });
        let kiosk = self.0.kiosk;
        let Some(setting) = kiosk.setting else { return };
        let presence = Presence::watch(move |sign| {
            // Where the end has been announced, it takes more than a nudge to put it off.
            let is_announced = matches!(kiosk.idleness.get_untracked(), Idleness::Leaving(_));
            let counts = sign == Sign::Deliberate || !is_announced;
            if counts && is_announced {
                kiosk.idleness.set(Idleness::Present);
            }
            counts
        });
        kiosk.presence.set_value(Some(presence));
        let look = move || self.look(setting);
        dom::every(SECOND, look);
        // A tablet that slept, or a tab that was out of sight.
        dom::on_window("visibilitychange", move |_| look());
        dom::on_window("pageshow", move |event| {
            let persisted = js_sys::Reflect::get(&event, &"persisted".into());
            if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
                self.start_over();
            }
        });
        Effect::new(move |had_draft: Option<bool>| {
            let has_draft = self.0.interview.has_draft();
            let is_theirs = self.route_now().page != Page::Device;
            // Deleted by the person.
            let is_given_up = had_draft == Some(true) && !has_draft;
            if is_given_up && is_theirs && kiosk.submitted.get_untracked().is_none() {
                self.start_over();
            }
            has_draft
        });
        let is_sealing = Memo::new(move |_| match self.0.definitions.survey(&setting.survey) {
            Load::Ready(Some(survey)) => self.seals(&survey),
            _ => false,
        });
        Effect::new(move || {
            if is_sealing.get() {
                // Before the first question, so that submitting does not depend on the network.
                spawn_local(async move { kiosk.can_seal.set(Some(age::load().await.is_ok())) });
            }
        });
    }

    fn look(self, setting: &Kiosk) {
        let kiosk = self.0.kiosk;
        let Some(presence) = kiosk.presence.get_value() else { return };
        if self.is_untouched(setting) {
            presence.note();
        }
        let limit = if self.is_thanking() { 0 } else { setting.idle_seconds };
        let found = idleness(presence.elapsed(), limit);
        if kiosk.idleness.get_untracked() != found {
            kiosk.idleness.set(found);
        }
        if found == Idleness::Gone {
            self.start_over();
        }
    }

    /// Whether the page is just as the next person should find it.
    fn is_untouched(self, setting: &Kiosk) -> bool {
        matches!(self.route_now().page, Page::Survey(_))
            && !self.0.interview.has_draft_now()
            && self.texts_now().code() == setting.language
    }

    fn is_thanking(self) -> bool {
        matches!(self.route_now().page, Page::Receipt(..))
    }

    /// Puts the announced end off.
    pub fn stay(self) {
        self.0.kiosk.presence.with_value(|presence| presence.iter().for_each(Presence::note));
        self.0.kiosk.idleness.set(Idleness::Present);
    }
}
