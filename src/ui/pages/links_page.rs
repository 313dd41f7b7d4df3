//! `#/links`: links, QR codes and posters for staff to hand out.

mod address_field;
mod choice_fields;
mod invitation;
mod link_list;
mod link_panel;
mod poster;
mod posters;

use leptos::prelude::*;

use super::with_survey::with_surveys;
use crate::ui::parts::Heading;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use address_field::AddressField;
use choice_fields::ChoiceFields;
use invitation::Inviting;
use link_list::LinkList;
use link_panel::LinkPanel;
use posters::Posters;

/// Choosing, and what comes of it.
#[component]
pub(super) fn LinksPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    with_surveys(move |_| match Inviting::new(state, texts) {
        Some(inviting) => view! { <Page inviting/> }.into_any(),
        None => view! {
            <Heading text=texts.get(key::LINKS_TITLE)/>
            <p class="lead">{texts.get(key::START_NONE)}</p>
        }
        .into_any(),
    })
}

#[component]
fn Page(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <div class="links-page">
            <div class="links-head no-print">
                <Heading text=texts.get(key::LINKS_TITLE)/>
                <p class="lead">{texts.get(key::LINKS_LEAD)}</p>
            </div>
            <div class="links-choice no-print">
                <AddressField base=inviting.base()/>
                <ChoiceFields inviting/>
                <LinkPanel inviting/>
            </div>
            <Posters inviting/>
            <LinkList inviting/>
        </div>
    }
}
