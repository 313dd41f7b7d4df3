//! `#/catalogue`: the services by provider, which were audited, and links to answer about each.

use std::sync::Arc;

use leptos::prelude::*;

use super::with_survey::with_surveys;
use crate::browser::{clock, locale};
use crate::domain::address::{Page, encode};
use crate::domain::survey::{Catalogue, Provider, Service, Survey, finds, fold};
use crate::ui::parts::{Heading, SearchBox};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The catalogue of the open survey, else of the first that has one.
#[component]
pub(super) fn CataloguePage() -> impl IntoView {
    let texts = Texts::here();
    with_surveys(move |mut surveys| {
        let today = clock::today();
        surveys.retain(|survey| survey.catalogue.is_some());
        let open = surveys.iter().find(|survey| survey.entry.is_open(today));
        match open.or(surveys.first()) {
            Some(survey) => view! { <Services survey=survey.clone()/> }.into_any(),
            None => view! {
                <Heading text=texts.get(key::CATALOGUE_TITLE)/>
                <p class="lead">{texts.get(key::CATALOGUE_NONE)}</p>
            }
            .into_any(),
        }
    })
}

/// What is being looked for.
#[derive(Clone, PartialEq)]
struct Wanted {
    words: String,
    only_audited: bool,
}

#[component]
fn Services(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let catalogue = survey.catalogue.clone().unwrap_or_default();
    let query = state.search();
    let only_audited = RwSignal::new(false);
    let wanted = Memo::new(move |_| Wanted {
        words: query.with(|words| fold(words)),
        only_audited: only_audited.get(),
    });
    let entries = Arc::new(entries(&catalogue, texts));
    let found = {
        let entries = entries.clone();
        Memo::new(move |_| wanted.with(|wanted| entries.iter().filter(|it| it.is_wanted(wanted)).count()))
    };
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let (services, providers) = (catalogue.services.len(), catalogue.providers.len());
    let lead = texts.fill(
        key::CATALOGUE_LEAD,
        &[("services", &services.to_string()), ("providers", &providers.to_string())],
    );
    let audited = catalogue.services.iter().filter(|service| service.is_audited).count();
    let audited_line = (audited > 0).then(|| {
        let share = texts.whole_share(number(audited), number(services));
        texts.fill(
            key::CATALOGUE_AUDITED_LINE,
            &[("audited", &audited.to_string()), ("total", &services.to_string()), ("share", &share)],
        )
    });
    let answers_to = survey.entry.is_open(clock::today()).then(|| survey.entry.id.clone());
    let group = {
        let entries = entries.clone();
        move |provider: Provider| {
            let own: Vec<Entry> =
                entries.iter().filter(|entry| entry.service.provider == provider.id).cloned().collect();
            view! { <ProviderGroup provider entries=own wanted survey=answers_to.clone()/> }
        }
    };
    view! {
        <Heading text=texts.get(key::CATALOGUE_TITLE)/>
        <p class="lead">{lead} " " {audited_line}</p>
        <div class="search-row">
            <SearchBox
                id="catalogue-search"
                label=texts.get(key::CATALOGUE_SEARCH)
                query
                found=Signal::derive(move || found.get())
            />
            <div class="check">
                <input
                    id="only-audited"
                    type="checkbox"
                    prop:checked=move || only_audited.get()
                    on:change=move |event| only_audited.set(event_target_checked(&event))
                />
                <label for="only-audited">{texts.get(key::CATALOGUE_ONLY_AUDITED)}</label>
            </div>
        </div>
        <p class="muted" data-testid="service-count">{move || texts.count(key::CATALOGUE_COUNT, number(found.get()))}</p>
        {catalogue.providers.into_iter().map(group).collect_view()}
        {catalogue.source.map(|source| view! { <p class="hint">{source.get(texts.code()).to_owned()}</p> })}
    }
}

/// A service with its number and the text that is searched.
#[derive(Clone)]
struct Entry {
    number: usize,
    service: Service,
    folded: String,
}

impl Entry {
    fn is_wanted(&self, wanted: &Wanted) -> bool {
        (self.service.is_audited || !wanted.only_audited) && finds(&wanted.words, &self.folded)
    }
}

/// The services with their catalogue numbers, sorted by title.
fn entries(catalogue: &Catalogue, texts: Texts) -> Vec<Entry> {
    let code = texts.code();
    let provider = |id: &str| catalogue.provider(id).map(|it| it.title.get(code)).unwrap_or_default();
    let entry = |(index, service): (usize, &Service)| {
        let audited = service.audited_title.as_ref().map(|title| title.get(code)).unwrap_or_default();
        let words = format!("{} {audited} {}", service.title.get(code), provider(&service.provider));
        Entry { number: index + 1, service: service.clone(), folded: fold(&words) }
    };
    let mut entries: Vec<Entry> = catalogue.services.iter().enumerate().map(entry).collect();
    locale::sort_by_text(code, &mut entries, |entry| entry.service.title.get(code).to_owned());
    entries
}

#[component]
fn ProviderGroup(
    provider: Provider,
    entries: Vec<Entry>,
    wanted: Memo<Wanted>,
    /// The survey that takes answers, if one does.
    survey: Option<String>,
) -> impl IntoView {
    let texts = Texts::here();
    let code = texts.code();
    let all = entries.clone();
    let is_hidden = move || wanted.with(|wanted| !all.iter().any(|entry| entry.is_wanted(wanted)));
    let row = move |entry: Entry| {
        let service = entry.service.clone();
        let number = entry.number;
        let is_hidden = move || wanted.with(|wanted| !entry.is_wanted(wanted));
        let title = service.title.get(code).to_owned();
        let audited = service.is_audited.then(|| {
            let wording = service.audited_title.as_ref().map(|title| {
                let text = texts.fill(key::CATALOGUE_AUDITED_TITLE, &[("title", title.get(code))]);
                view! { <p class="hint">{text}</p> }
            });
            view! { <p class="badge">{texts.get(key::CATALOGUE_AUDITED)}</p> {wording} }
        });
        let answer = survey.as_ref().map(|survey| {
            let href = format!("{}?service={}", Page::Survey(survey.clone()).href(), encode(&service.id));
            let hidden = texts.fill(key::CATALOGUE_ANSWER_HIDDEN, &[("service", &title)]);
            view! { <a class="service-answer" href=href aria-label=hidden>{texts.get(key::CATALOGUE_ANSWER)}</a> }
        });
        view! {
            <li class="service" hidden=is_hidden data-service=service.id.clone()>
                <div>
                    <p class="service-title">
                        <span class="service-number">
                            {texts.fill(key::CATALOGUE_NUMBER, &[("n", &number.to_string())])}
                        </span>
                        {title}
                    </p>
                    {audited}
                </div>
                {answer}
            </li>
        }
    };
    view! {
        <section class="provider" hidden=is_hidden aria-labelledby=format!("provider-{}", provider.id)>
            <h2 id=format!("provider-{}", provider.id)>{provider.title.get(code).to_owned()}</h2>
            <ul class="services">{entries.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
