//! One poster: an A4 sheet that invites to a survey.

use leptos::prelude::*;

use super::invitation::Invitation;
use crate::ui::parts::QrCode;
use crate::ui::text::key;

/// Titles of services from here on are set smaller.
const LONG: usize = 60;

/// The sheet, in the language of the invited. Styles measure it in millimetres, on screen in parts of its width.
#[component]
pub(super) fn Poster(invitation: Invitation) -> impl IntoView {
    let Invitation { survey, service, texts, link } = invitation;
    let code = texts.code();
    let entry = &survey.entry;
    let call = if service.is_some() { key::POSTER_CALL_ONE } else { key::POSTER_CALL };
    let about = service.map(|service| {
        let title = service.title.get(code).to_owned();
        let is_long = title.chars().count() >= LONG;
        view! {
            <div class="poster-service" class:is-long=is_long>
                <p class="poster-label">{texts.get(key::FILTER_SERVICE)}</p>
                <p>{title}</p>
            </div>
        }
    });
    let minutes = entry.minutes.map(|minutes| {
        let minutes = u64::try_from(minutes).unwrap_or(u64::MAX);
        view! { <p class="poster-fact">{texts.count(key::START_MINUTES, minutes)}</p> }
    });
    let until = entry.closes.map(|day| {
        view! { <p class="poster-fact">{texts.fill(key::START_UNTIL, &[("date", &texts.day(day))])}</p> }
    });
    let address = link.address();
    let (base, route) = address.split_at(link.base.as_str().len());
    let (base, route) = (base.to_owned(), route.to_owned());
    let label = texts.fill(key::LINKS_CODE_OF, &[("address", &address)]);
    view! {
        <article class="sheet poster" lang=code>
            <p class="poster-institution">{entry.institution.name.get(code).to_owned()}</p>
            <div class="poster-call">
                <p class="poster-invitation">{texts.get(call)}</p>
                <p class="poster-survey">{survey.questionnaire.title.get(code).to_owned()}</p>
                {about}
            </div>
            <div class="poster-way">
                <QrCode text=address.clone() label/>
                <div class="poster-facts">
                    <p class="poster-scan">{texts.get(key::POSTER_SCAN)}</p>
                    {minutes}
                    {until}
                    <p class="poster-privacy">{texts.get(key::POSTER_PRIVACY)}</p>
                </div>
            </div>
            <p class="poster-address"><span>{base}</span><span>{route}</span></p>
        </article>
    }
}
