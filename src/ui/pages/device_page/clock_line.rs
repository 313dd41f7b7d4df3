//! The device's clock, by which every response is dated.

use leptos::prelude::*;

use crate::browser::{clock, locale};
use crate::domain::kiosk::{ClockFault, clock_fault};
use crate::domain::survey::Day;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::KeptResponses;
use crate::ui::text::{Texts, key};

/// What the clock says, in words, and what is plainly wrong with it.
#[component]
pub(super) fn ClockLine(kept: RwSignal<KeptResponses>) -> impl IntoView {
    let texts = Texts::here();
    let now = move || {
        kept.track();
        locale::moment_in_words(texts.code(), clock::now())
    };
    let warning = move || {
        let fault = clock_fault(clock::today(), built(), kept.with(KeptResponses::newest_day))?;
        let (title, day) = match fault {
            ClockFault::BeforeRelease(day) => (key::CLOCK_BEFORE_RELEASE, day),
            ClockFault::BeforeResponse(day) => (key::CLOCK_BEFORE_RESPONSE, day),
        };
        let title = texts.fill(title, &[("date", &texts.day(day))]);
        Some(view! { <Notice tone=Tone::Warning title><p>{texts.get(key::CLOCK_SET)}</p></Notice> })
    };
    view! {
        <h2>{texts.get(key::CLOCK_TITLE)}</h2>
        <div data-testid="clock"><p>{now}</p>{warning}</div>
    }
}

/// The day no clock is right before (`src/ui/text/build.rs`).
fn built() -> Option<Day> {
    env!("APTAUJA_BUILT").parse().ok().map(Day)
}
