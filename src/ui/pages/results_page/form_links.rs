//! The other forms of the results: a report to be printed, slides, and a link to what is shown.

use leptos::prelude::*;

use super::copy_view::CopyView;
use super::showing;
use crate::domain::address::Form;
use crate::ui::text::{Texts, key};

/// Leads to the other forms.
#[component]
pub(super) fn FormLinks() -> impl IntoView {
    let texts = Texts::here();
    let button = move |form: Form, text, name: &'static str| {
        view! {
            <button
                type="button"
                class="button-second"
                data-testid=name
                on:click=move |_| showing::set_form(form)
            >
                {texts.get(text)}
            </button>
        }
    };
    view! {
        <div class="buttons form-links">
            {button(Form::Report, key::PRINTED_OPEN, "open-report")}
            {button(Form::Slides, key::SLIDES_OPEN, "open-slides")}
            <CopyView/>
        </div>
    }
}
