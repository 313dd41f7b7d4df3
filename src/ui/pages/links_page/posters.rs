//! The poster that was chosen, and printing it or those of all services found.

use leptos::ev::Event;
use leptos::prelude::*;

use super::invitation::{Invitation, Inviting};
use super::poster::Poster;
use crate::browser::dom;
use crate::ui::text::{Texts, key};

/// What is printed is shown first; the others of several are there on paper only.
#[component]
pub(super) fn Posters(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    let is_all = RwSignal::new(false);
    let after = window_event_listener_untyped("afterprint", move |_: Event| is_all.set(false));
    on_cleanup(move || after.remove());
    let print = move |all: bool| {
        is_all.set(all);
        // Once the sheets are there.
        dom::later(0, dom::print);
    };
    let count = Memo::new(move |_| inviting.found().len());
    let sheets = move || {
        let invitations: Vec<Invitation> = if is_all.get() {
            inviting.found().into_iter().filter_map(|service| inviting.invitation(Some(service))).collect()
        } else {
            inviting.chosen().into_iter().collect()
        };
        let sheet = |invitation| view! { <div class="sheet-frame"><Poster invitation/></div> };
        invitations.into_iter().map(sheet).collect_view()
    };
    let print_all = move || {
        let count = u64::try_from(count.get()).unwrap_or(u64::MAX);
        (count > 1).then(|| {
            let label = texts.count(key::LINKS_PRINT_ALL, count);
            view! {
                <button type="button" class="button-second" data-testid="print-all" on:click=move |_| print(true)>
                    {label}
                </button>
            }
        })
    };
    view! {
        <section class="sheets" aria-labelledby="poster-title">
            <h2 class="no-print" id="poster-title">{texts.get(key::LINKS_POSTER)}</h2>
            {sheets}
            <div class="buttons">
                <button type="button" class="button" data-testid="print-poster" on:click=move |_| print(false)>
                    {texts.get(key::LINKS_PRINT)}
                </button>
                {print_all}
            </div>
            <p class="hint no-print">{texts.get(key::LINKS_PRINT_HINT)}</p>
        </section>
    }
}
