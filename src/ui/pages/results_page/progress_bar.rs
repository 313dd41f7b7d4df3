//! How far something is that takes longer than a blink, and the button that stops it.

use leptos::prelude::*;

use crate::ui::text::{Key, Texts};

/// A bar under its words; it moves to and fro where nobody knows how far it is.
#[component]
pub(super) fn ProgressBar(
    /// Names it on the page.
    id: &'static str,
    /// What is being done; `{percent}` stands for how far it is.
    words: Key,
    /// The same where nobody knows.
    #[prop(optional)]
    unknown: Option<Key>,
    /// 0 to 1.
    #[prop(into)]
    progress: Signal<Option<f64>>,
    /// What the button is called.
    stop: Key,
    /// Stops it.
    on_stop: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = Memo::new(move |_| progress.get().map(|progress| (progress * 100.0).floor() as u64));
    let words = move || match percent.get() {
        Some(percent) => texts.fill(words, &[("percent", &texts.whole_share(percent, 100))]),
        None => texts.get(unknown.unwrap_or(words)).to_owned(),
    };
    view! {
        <div class="progress" data-testid=id>
            <label for=id>{words}</label>
            <progress id=id max="100" value=move || percent.get().map(|percent| percent.to_string())></progress>
            <button type="button" class="button-second" on:click=move |_| on_stop.run(())>{texts.get(stop)}</button>
        </div>
    }
}
