//! How well the browser keeps what is here, and what has not left it yet.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::device::{self, Keeping};
use crate::domain::survey::Day;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{Export, KeptResponses, KeptSurvey};
use crate::ui::text::{Texts, key};

/// Days after which responses that are nowhere else are warned of: some browsers clear a site's data when
/// it has not been opened for seven.
const LONG: i32 = 5;
const MB: f64 = 1e6;

/// Responses in no saved file, whether the browser may clear them by itself, and the room left.
#[component]
pub(super) fn StoragePanel(
    kept: RwSignal<KeptResponses>,
    /// Changes whenever the log of saved files does.
    changed: RwSignal<u32>,
) -> impl IntoView {
    let texts = Texts::here();
    let keeping = RwSignal::new(None::<Keeping>);
    let ask = move || {
        spawn_local(async move {
            let found = device::keeping().await;
            // The page may have gone on.
            keeping.try_set(found);
        });
    };
    ask();
    let unsaved = Memo::new(move |_| {
        changed.track();
        kept.with(unsaved)
    });
    let waiting = move || {
        let (count, days) = unsaved.get();
        let age = match u64::try_from(days) {
            Ok(days @ 1..) => texts.count(key::KEEPING_AGE, days),
            _ => texts.get(key::KEEPING_TODAY).to_owned(),
        };
        let words = format!("{} {age}", texts.count(key::KEEPING_UNSAVED, count));
        (count > 0).then(|| {
            if days >= LONG {
                view! { <Notice tone=Tone::Warning title=words><p>{texts.get(key::KEEPING_LONG)}</p></Notice> }.into_any()
            } else {
                view! { <p>{words}</p> }.into_any()
            }
        })
    };
    let promise = move || {
        let keeping = keeping.get()?;
        Some(if keeping.is_persistent {
            view! { <p>{texts.get(key::KEEPING_PERSISTENT)}</p> }.into_any()
        } else {
            let request = move |_| {
                spawn_local(async move {
                    device::keep_always().await;
                    ask();
                });
            };
            view! {
                <p>{texts.get(key::KEEPING_CLEARABLE)}</p>
                <button type="button" class="button-second" on:click=request>{texts.get(key::KEEPING_REQUEST)}</button>
            }
            .into_any()
        })
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let room = move || {
        let room = (keeping.get()?.room? / MB).floor() as u64;
        Some(view! { <p class="hint">{texts.fill(key::KEEPING_ROOM, &[("n", &texts.integer(room))])}</p> })
    };
    view! {
        <div class="keeping" data-testid="storage">{waiting} {promise} {room}</div>
    }
}

/// How many responses are in no file that was saved, and how many days the oldest has waited.
fn unsaved(kept: &KeptResponses) -> (u64, i32) {
    let saved: BTreeSet<String> = Export::all().into_iter().flat_map(|export| export.ids).collect();
    let all = kept.surveys.values().flat_map(KeptSurvey::submitted);
    let waiting: Vec<Option<Day>> = all.filter(|(id, _)| !saved.contains(*id)).map(|(_, day)| day).collect();
    let today = clock::today();
    let oldest = waiting.iter().flatten().map(|day| today.0 - day.0).max().unwrap_or(0).max(0);
    (u64::try_from(waiting.len()).unwrap_or(u64::MAX), oldest)
}
