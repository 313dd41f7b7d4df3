//! A button for what cannot be undone: it asks once more in its place.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::text::{Texts, key};

/// Asks before it acts. Focus goes to the question, and back when it is declined.
#[component]
pub fn ConfirmButton(
    /// Unique on the page.
    id: &'static str,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What is asked.
    #[prop(into)]
    question: String,
    /// The answer that acts.
    #[prop(into)]
    yes: String,
    /// What is done.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    let is_asking = RwSignal::new(false);
    let ask = move |_| {
        is_asking.set(true);
        dom::later(0, move || dom::focus(&format!("#{id} button")));
    };
    let decline = move |_| {
        is_asking.set(false);
        dom::later(0, move || dom::focus(&format!("#{id} button")));
    };
    view! {
        <div class="confirm" id=id>
            {move || if is_asking.get() {
                view! {
                    <div class="confirm-box" role="group" aria-labelledby=format!("{id}-question")>
                        <p id=format!("{id}-question")>{question.clone()}</p>
                        <div class="buttons">
                            <button type="button" class="button-danger" on:click=move |_| on_confirm.run(())>
                                {yes.clone()}
                            </button>
                            <button type="button" class="button-second" on:click=decline>
                                {texts.get(key::STEP_DELETE_NO)}
                            </button>
                        </div>
                    </div>
                }
                .into_any()
            } else {
                view! { <button type="button" class="button-quiet" on:click=ask>{label.clone()}</button> }
                    .into_any()
            }}
        </div>
    }
}
