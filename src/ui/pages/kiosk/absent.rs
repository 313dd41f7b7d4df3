//! What the respondents' binary has of a kiosk: nothing (`src/web/boot.js` starts the other one).

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::domain::survey::Survey;
use crate::ui::state::{AppState, Submitted};
use crate::ui::text::Texts;

pub(super) const fn instead(_: AppState, _: &Page) -> Option<AnyView> {
    None
}

pub(super) const fn answers_note(_: AppState, _: Texts) -> Option<&'static str> {
    None
}

pub(super) const fn submit_note(_: AppState, _: Texts) -> Option<&'static str> {
    None
}

pub(super) const fn storage_notice(_: AppState) -> Option<AnyView> {
    None
}

pub(super) const fn staff_link(_: AppState, _: Memo<Page>) -> Option<AnyView> {
    None
}

pub(super) fn submits(_: AppState, _: &Arc<Survey>, _: impl Fn(Submitted) + 'static) -> bool {
    false
}

pub(super) const fn submit_trouble(_: AppState) {}

pub(super) const fn idle_dialog(_: AppState) {}
