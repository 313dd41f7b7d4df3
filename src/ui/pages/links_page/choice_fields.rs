//! Choosing survey, language and service.

use leptos::prelude::*;

use super::invitation::{Inviting, Wish};
use crate::browser::clock;
use crate::domain::survey::{Provider, Service};
use crate::ui::parts::{Notice, SearchBox, Tone};
use crate::ui::text::{Texts, key};

/// Survey and language, then the service: searched by words and provider.
#[component]
pub(super) fn ChoiceFields(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    let code = texts.code();
    let wish = move || untrack(|| inviting.wish());
    let survey = {
        let option = move |(id, title): (String, String)| {
            let value = id.clone();
            let is_chosen = move || inviting.wish().survey == id;
            view! { <option value=value.clone() prop:selected=is_chosen>{format!("{title} ({value})")}</option> }
        };
        let surveys = inviting.surveys().into_iter();
        let options = surveys.map(|it| (it.entry.id.clone(), it.questionnaire.title.get(code).to_owned()));
        let choose = move |event| {
            inviting.provider().set(String::new());
            Wish { survey: event_target_value(&event), service: None, ..wish() }.go();
        };
        view! {
            <div class="form-field">
                <label for="link-survey">{texts.get(key::RESULTS_SURVEY)}</label>
                <select id="link-survey" on:change=choose>{options.map(option).collect_view()}</select>
            </div>
        }
    };
    let language = {
        let option = move |of: Texts| {
            let is_chosen = move || inviting.wish().language == of.code();
            view! { <option value=of.code() lang=of.code() prop:selected=is_chosen>{of.get(key::LANGUAGE_NAME)}</option> }
        };
        let choose = move |event| Wish { language: event_target_value(&event), ..wish() }.go();
        view! {
            <div class="form-field">
                <label for="link-language">{texts.get(key::LINKS_LANGUAGE)}</label>
                <select id="link-language" on:change=choose>{Texts::all().map(option).collect_view()}</select>
            </div>
        }
    };
    let closed = move || {
        let survey = inviting.survey()?;
        let is_open = survey.entry.is_open(clock::today());
        (!is_open).then(|| view! { <Notice tone=Tone::Warning title=texts.get(key::LINKS_CLOSED)/> })
    };
    let has_catalogue = Memo::new(move |_| !inviting.providers().is_empty());
    view! {
        <div class="form-row">{survey} {language}</div>
        {closed}
        <Show when=move || has_catalogue.get()><ServiceFields inviting/></Show>
    }
}

#[component]
fn ServiceFields(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    let code = texts.code();
    let choose = move |service: Option<String>| Wish { service, ..untrack(|| inviting.wish()) }.go();
    // Enter takes the first of those found.
    let choose_first = Callback::new(move |()| {
        if let Some(first) = untrack(|| inviting.found()).first() {
            choose(Some(first.id.clone()));
        }
    });
    let found = Memo::new(move |_| inviting.found().len());
    let provider = inviting.provider();
    let provider_option = move |it: Provider| {
        let id = it.id.clone();
        let is_chosen = move || provider.with(|provider| *provider == id);
        view! { <option value=it.id prop:selected=is_chosen>{it.title.get(code).to_owned()}</option> }
    };
    let options = move || {
        let chosen = inviting.wish().service;
        let found = inviting.found();
        // What is chosen stays in sight, whatever is searched for.
        let is_shown = |service: &&Service| {
            chosen.as_ref() == Some(&service.id) || found.iter().any(|it| it.id == service.id)
        };
        let catalogue = inviting.survey().and_then(|survey| survey.catalogue.clone()).unwrap_or_default();
        let group = |provider: &Provider| {
            let option = |service: &Service| {
                let is_chosen = chosen.as_ref() == Some(&service.id);
                let title = service.title.get(code).to_owned();
                view! { <option value=service.id.clone() selected=is_chosen>{title}</option> }
            };
            let options: Vec<_> = catalogue.services_of(&provider.id).filter(is_shown).map(option).collect();
            let label = provider.title.get(code).to_owned();
            (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
        };
        catalogue.providers.iter().map(group).collect_view()
    };
    let pick = move |event| choose(Some(event_target_value(&event)).filter(|id| !id.is_empty()));
    view! {
        <div class="search-row">
            <SearchBox
                id="link-search"
                label=texts.get(key::CATALOGUE_SEARCH)
                query=inviting.search()
                found=Signal::derive(move || found.get())
                on_enter=choose_first
            />
            <div class="provider-choice">
                <label for="link-provider">{texts.get(key::STEP_PROVIDER_LABEL)}</label>
                <select id="link-provider" on:change=move |event| provider.set(event_target_value(&event))>
                    <option value="">{texts.get(key::STEP_PROVIDER_ALL)}</option>
                    {move || inviting.providers().into_iter().map(provider_option).collect_view()}
                </select>
            </div>
        </div>
        <div class="form-field">
            <label for="link-service">{texts.get(key::FILTER_SERVICE)}</label>
            <select id="link-service" on:change=pick>
                <option value="" selected=move || inviting.wish().service.is_none()>{texts.get(key::LINKS_ANY_SERVICE)}</option>
                {options}
            </select>
        </div>
    }
}
