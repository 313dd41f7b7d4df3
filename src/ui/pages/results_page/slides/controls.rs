//! The bar below the slides.

use leptos::ev::Event;
use leptos::html::Section;
use leptos::prelude::*;

use super::super::copy_view::CopyView;
use super::turning::Turn;
use crate::browser::fullscreen;
use crate::ui::text::{Texts, key};

/// Turning, the number, the whole screen, the link, and the end.
#[component]
pub(super) fn Controls(
    /// What is shown on the whole screen.
    place: NodeRef<Section>,
    number: Memo<usize>,
    total: Memo<usize>,
    turn: Callback<Turn>,
) -> impl IntoView {
    let texts = Texts::here();
    let is_full = RwSignal::new(fullscreen::is_on());
    let watch =
        window_event_listener_untyped("fullscreenchange", move |_: Event| is_full.set(fullscreen::is_on()));
    on_cleanup(move || watch.remove());
    let toggle = move |_| match place.get_untracked() {
        Some(element) if !fullscreen::is_on() => fullscreen::enter(&element),
        _ => fullscreen::leave(),
    };
    let short = move || {
        let (n, total) = (number.get().to_string(), total.get().to_string());
        texts.fill(key::SLIDES_SHORT, &[("n", &n), ("total", &total)])
    };
    let full = fullscreen::is_possible().then(|| {
        let label = move || {
            texts.get(if is_full.get() { key::SLIDES_WINDOWED } else { key::SLIDES_FULLSCREEN })
        };
        view! {
            <button type="button" class="button-second" data-testid="fullscreen" on:click=toggle>{label}</button>
        }
    });
    let button = move |kind: Turn, text, is_end: Memo<bool>| {
        // Not disabled: focus would be lost on the way.
        let is_off = move || is_end.get().then_some("true");
        view! {
            <button type="button" class="button-second" aria-disabled=is_off on:click=move |_| turn.run(kind)>
                {texts.get(text)}
            </button>
        }
    };
    let is_first = Memo::new(move |_| number.get() == 1);
    let is_last = Memo::new(move |_| number.get() == total.get());
    view! {
        <div class="slide-bar" role="group" aria-label=texts.get(key::SLIDES_CONTROLS)>
            <div class="slide-turning">
                {button(Turn::Previous, key::SLIDES_PREVIOUS, is_first)}
                <span class="slide-number" data-testid="slide-number">{short}</span>
                {button(Turn::Next, key::SLIDES_NEXT, is_last)}
            </div>
            <div class="slide-more">
                {full}
                <CopyView label=key::LINKS_COPY/>
                <button
                    type="button"
                    class="button-second"
                    data-testid="close-slides"
                    on:click=move |_| turn.run(Turn::Close)
                >
                    {texts.get(key::SLIDES_CLOSE)}
                </button>
            </div>
        </div>
    }
}
