//! What a kiosk shows in place of other pages, and around them.

mod control_panel;
mod idle_dialog;
mod pin_page;
mod ready;
mod setup_panel;
mod submitting;
mod thanks_page;

use leptos::prelude::*;

use super::device_page::DevicePage;
use super::reading_page::ReadingPage;
use crate::domain::address::Page;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Key, Texts, key};
pub(super) use control_panel::ControlPanel;
use idle_dialog::IdleDialog;
use pin_page::PinPage;
use ready::ready;
pub(super) use setup_panel::SetupPanel;
pub(super) use submitting::{submit_trouble, submits};
use thanks_page::ThanksPage;

/// What is shown for a page; none where that is the page itself.
pub(super) fn instead(state: AppState, page: &Page) -> Option<AnyView> {
    let kiosk = state.kiosk();
    kiosk.setting()?;
    Some(match page {
        Page::Device => (move || {
            if kiosk.is_unlocked() {
                view! { <DevicePage/> }.into_any()
            } else {
                view! { <PinPage/> }.into_any()
            }
        })
        .into_any(),
        Page::Receipt(_, id) => view! { <ThanksPage id=id.clone()/> }.into_any(),
        Page::Privacy => read(state, "privacy", key::PRIVACY_TITLE),
        Page::Accessibility => read(state, "accessibility", key::ACCESSIBILITY_TITLE),
        _ => ready(state, page.clone()),
    })
}

/// A page that is only read, with the way back.
fn read(state: AppState, name: &'static str, title: Key) -> AnyView {
    view! { <WayBack state/> <ReadingPage name title/> }.into_any()
}

/// Leads to the step where the person was, or to the start.
#[component]
fn WayBack(state: AppState) -> impl IntoView {
    let survey = state.kiosk().setting().map(|kiosk| kiosk.survey.clone()).unwrap_or_default();
    let page = match state.interview().left_at() {
        Some(step) => Page::Step(survey, step),
        None => Page::Survey(survey),
    };
    view! { <a class="back-link" href=page.href()>{Texts::here().get(key::KIOSK_TO_SURVEY)}</a> }
}

/// What becomes of the answers, told at the start.
pub(super) fn answers_note(state: AppState, texts: Texts) -> Option<&'static str> {
    state.is_kiosk().then(|| texts.get(key::KIOSK_ANSWERS))
}

/// The same, told before they are submitted.
pub(super) fn submit_note(state: AppState, texts: Texts) -> Option<&'static str> {
    state.is_kiosk().then(|| texts.get(key::KIOSK_SUBMIT_NOTE))
}

/// What is wrong with storage, in place of the offer to save a file.
pub(super) fn storage_notice(state: AppState) -> Option<AnyView> {
    if !state.is_kiosk() || state.route_now().page == Page::Device {
        return None;
    }
    let texts = Texts::here();
    let notice = move || {
        state.storage_trouble()?;
        Some(view! {
            <div data-testid="storage-warning">
                <Notice tone=Tone::Warning title=texts.get(key::KIOSK_NO_ROOM) is_live=true>
                    <p>{texts.get(key::KIOSK_NO_ROOM_TEXT)}</p>
                </Notice>
            </div>
        })
    };
    Some(notice.into_any())
}

/// The way for staff, in the footer of every page.
pub(super) fn staff_link(state: AppState, page: Memo<Page>) -> Option<AnyView> {
    let current = move || page.with(|page| *page == Page::Device).then_some("page");
    state.is_kiosk().then(|| {
        view! {
            <a href=Page::Device.href() aria-current=current>{move || state.texts().get(key::KIOSK_STAFF)}</a>
        }
        .into_any()
    })
}

/// The announced end of a person's time.
pub(super) fn idle_dialog(state: AppState) -> Option<AnyView> {
    state.is_kiosk().then(|| view! { <IdleDialog/> }.into_any())
}
