//! The list of texts, a page at a time, and the keys that work in it.

use leptos::prelude::*;

use super::super::progress_bar::ProgressBar;
use super::text_item::TextItem;
use super::{coding, title_of};
use crate::browser::dom;
use crate::domain::coding::{ListedText, Listing};
use crate::domain::survey::Question;
use crate::ui::state::{AppState, Listed};
use crate::ui::text::{Texts, key};

const LIST: &str = ".text-list";
const STATUS: &str = ".text-status";

/// Where focus goes when the next page is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Texts with their codes. One of them takes part in tabbing; J and K or the arrows go to others. Keys of
/// single letters work only while a text has focus.
#[component]
pub(super) fn TextList(
    questions: StoredValue<Vec<Question>>,
    /// The smallest group that is shown.
    threshold: usize,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    let listing = Memo::new(move |_| results.listed());
    let active = RwSignal::new(0_usize);
    let is_blanking = RwSignal::new(false);
    let turned = StoredValue::new(None::<End>);
    // Where focus goes once the texts are there.
    let goal = StoredValue::new(None::<usize>);
    let listed = Memo::new(move |before: Option<&Vec<ListedText>>| {
        let texts = listing.with(|it| it.here().map(|it| it.texts.clone())).unwrap_or_default();
        let end = turned.try_update_value(Option::take).flatten();
        // What is shown has not changed yet: whoever is in the list stays in it.
        let is_inside = end.is_some() || dom::has_focus_within(LIST);
        let at = active.get_untracked();
        let text = before.and_then(|before| before.get(at)).map(|it| &it.sha256);
        let last = texts.len().saturating_sub(1);
        let place = match end {
            Some(End::First) => 0,
            Some(End::Last) => last,
            None => texts.iter().position(|it| Some(&it.sha256) == text).unwrap_or(at.min(last)),
        };
        goal.set_value(is_inside.then_some(place));
        texts
    });
    let focus = move |at: usize| {
        active.set(at);
        dom::focus_in_place(&format!("#text-{at}"));
    };
    Effect::new(move || {
        let is_empty = listed.with(Vec::is_empty);
        match goal.try_update_value(Option::take).flatten() {
            Some(_) if is_empty => dom::later(0, || dom::focus_in_place(STATUS)),
            Some(at) => dom::later(0, move || focus(at)),
            None => active.set(0),
        }
    });
    let turn = move |is_forward: bool, end: End| {
        turned.set_value(Some(end));
        let is_turned = if is_forward { results.list_next() } else { results.list_before() };
        if !is_turned {
            turned.set_value(None);
        }
    };
    let go = move |at: usize, is_forward: bool| {
        let count = listed.with_untracked(Vec::len);
        match (is_forward, at) {
            (true, at) if at + 1 < count => focus(at + 1),
            (false, at) if at > 0 => focus(at - 1),
            (true, _) => turn(true, End::First),
            (false, _) => turn(false, End::Last),
        }
    };
    let keydown = move |at: usize, event: &leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_known = match event.key().as_str() {
            "j" | "J" | "ArrowDown" => {
                go(at, true);
                true
            }
            "k" | "K" | "ArrowUp" => {
                go(at, false);
                true
            }
            pressed => {
                let text = listed.with_untracked(|listed| listed.get(at).cloned());
                text.is_some_and(|text| coding::press(state, &text, pressed))
            }
        };
        if is_known {
            event.prevent_default();
        }
    };
    let item = move |(at, text): (usize, ListedText)| {
        let is_all = untrack(|| results.wanted_texts()).question.is_none();
        let title = is_all.then(|| questions.with_value(|all| title_of(all, &text.question, texts)));
        view! {
            <li class="text" id=format!("text-{at}") tabindex=move || if active.get() == at { "0" } else { "-1" }
                on:focusin=move |_| active.set(at) on:keydown=move |event| keydown(at, &event)>
                <TextItem text title active at is_blanking/>
            </li>
        }
    };
    let has_texts = Memo::new(move |_| listed.with(|listed| !listed.is_empty()));
    view! {
        <Status listing threshold/>
        <Show when=move || has_texts.get()>
            <p class="hint" id="text-keys">{texts.get(key::COMMENTS_KEYS)}</p>
            <label class="check-line">
                <input type="checkbox" prop:checked=move || is_blanking.get()
                    on:change=move |event| is_blanking.set(event_target_checked(&event))/>
                <span>{texts.get(key::COMMENTS_BLANK)}</span>
            </label>
            <ol class="text-list" aria-label=texts.get(key::COMMENTS_LIST) aria-describedby="text-keys">
                {move || listed.get().into_iter().enumerate().map(item).collect_view()}
            </ol>
            <Pager listing turn=Callback::new(move |is_forward| turn(is_forward, End::First))/>
        </Show>
    }
}

/// How many texts there are, or why there are none.
#[component]
fn Status(listing: Memo<Listed>, threshold: usize) -> impl IntoView {
    let texts = Texts::here();
    let listing_gone = Memo::new(move |_| AppState::expect().results().texts_gone());
    let status = move || match listing.get() {
        Listed::Waiting => texts.get(key::COMMENTS_WAITING).to_owned(),
        Listed::Hidden => {
            let reason = texts.hidden_selection(threshold);
            format!("{} {reason}", texts.get(key::COMMENTS_HIDDEN))
        }
        Listed::Here(Listing { total: 0, .. }) => texts.get(key::COMMENTS_NONE).to_owned(),
        Listed::Here(Listing { total, written, .. }) => {
            let total = u64::try_from(total).unwrap_or(u64::MAX);
            let written = texts.count(key::COMMENTS_WRITTEN, written);
            // Texts that were coded meanwhile stay until the list is turned.
            let gone = u64::try_from(listing_gone.get()).unwrap_or(u64::MAX);
            let gone = if gone > 0 { texts.count(key::COMMENTS_LEFT, gone) } else { String::new() };
            format!("{} {written} {gone}", texts.count(key::COMMENTS_FOUND, total)).trim_end().to_owned()
        }
    };
    let results = AppState::expect().results();
    let is_gathering = Memo::new(move |_| results.gathering().is_some());
    let is_stopped = Memo::new(move |_| results.are_texts_stopped());
    let progress = Signal::derive(move || results.gathering());
    let stop = Callback::new(move |()| {
        results.stop_texts();
        dom::later(0, || dom::focus_in_place("#texts-gather"));
    });
    let gather = move |_| {
        results.gather_texts();
        dom::later(0, || dom::focus_in_place("#texts-search"));
    };
    let status = move || match (is_stopped.get(), is_gathering.get()) {
        (true, _) => texts.get(key::COMMENTS_STOPPED).to_owned(),
        (false, true) => String::new(),
        (false, false) => status(),
    };
    view! {
        <Show when=move || is_gathering.get()>
            <ProgressBar id="texts-progress" words=key::COMMENTS_GATHERING progress
                stop=key::COMMENTS_STOP on_stop=stop/>
        </Show>
        <p class="text-status" role="status" tabindex="-1" data-testid="texts-status">{status}</p>
        <Show when=move || is_stopped.get()>
            <button type="button" class="button-second" id="texts-gather" on:click=gather>
                {texts.get(key::COMMENTS_GATHER)}
            </button>
        </Show>
    }
}

/// Which texts of how many, with the pages before and after.
#[component]
fn Pager(listing: Memo<Listed>, turn: Callback<bool>) -> impl IntoView {
    let texts = Texts::here();
    let range = move || {
        let Listing { offset, total, texts: listed, .. } =
            listing.with(|it| it.here().cloned()).unwrap_or_default();
        (offset, offset + listed.len(), total)
    };
    let words = move || {
        let (offset, end, total) = range();
        let number = |number: usize| texts.integer(u64::try_from(number).unwrap_or(u64::MAX));
        let values = [("from", number(offset + 1)), ("to", number(end)), ("total", number(total))];
        texts.fill(key::COMMENTS_RANGE, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let is_needed = move || {
        let (offset, end, total) = range();
        offset > 0 || end < total
    };
    let is_last = move || {
        let (_, end, total) = range();
        end >= total
    };
    view! {
        <Show when=is_needed>
            <nav class="pager" aria-label=texts.get(key::COMMENTS_PAGES)>
                <button type="button" class="button-second" disabled=move || range().0 == 0 on:click=move |_| turn.run(false)>
                    {texts.get(key::COMMENTS_BEFORE)}
                </button>
                <span class="pager-range">{words}</span>
                <button type="button" class="button-second" disabled=is_last on:click=move |_| turn.run(true)>
                    {texts.get(key::COMMENTS_AFTER)}
                </button>
            </nav>
        </Show>
    }
}
