//! From one slide to another.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Next,
    Previous,
    First,
    Last,
    Close,
}

impl Turn {
    /// The slide that is next to be shown; `None`: none any more.
    pub(super) fn to(self, number: usize, total: usize) -> Option<usize> {
        Some(match self {
            Self::Next => (number + 1).min(total),
            Self::Previous => number.saturating_sub(1).max(1),
            Self::First => 1,
            Self::Last => total,
            Self::Close => return None,
        })
    }

    /// What a key asks for; keys that the browser or a button needs are left to them.
    pub(super) fn of_key(event: &KeyboardEvent) -> Option<Self> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return None;
        }
        let is_pressing = || {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            target.is_some_and(|target| {
                target.closest("button, a, input, select, summary").is_ok_and(|it| it.is_some())
            })
        };
        Some(match (event.key().as_str(), event.shift_key()) {
            ("ArrowRight" | "PageDown", false) => Self::Next,
            ("ArrowLeft" | "PageUp", false) => Self::Previous,
            (" ", is_back) if !is_pressing() => {
                if is_back {
                    Self::Previous
                } else {
                    Self::Next
                }
            }
            ("Home", false) => Self::First,
            ("End", false) => Self::Last,
            ("Escape", false) => Self::Close,
            _ => return None,
        })
    }
}
