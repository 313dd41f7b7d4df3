//! Making the device a kiosk.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, device, dom};
use crate::domain::kiosk::{Kiosk, PinFault, PinHash, chosen_pin};
use crate::domain::survey::Survey;
use crate::ui::state::{AppState, KioskState};
use crate::ui::text::{Key, Texts, key};

/// Idle times to choose from, minutes.
const IDLE: [u32; 5] = [1, 2, 3, 5, 10];
const USUAL_IDLE: u32 = 2;

/// Why the kiosk does not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Pin(PinFault),
    NotStored,
}

/// Survey, service, language, idle time and PIN; nothing where the device is a kiosk already.
#[component]
pub(in super::super) fn SetupPanel() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let open = Memo::new(move |_| {
        let today = clock::today();
        let good = state.definitions().good().into_iter();
        good.filter(|survey| survey.entry.is_open(today)).map(Listed).collect::<Vec<_>>()
    });
    let form = move || {
        let surveys: Vec<Arc<Survey>> = open.get().into_iter().map(|it| it.0).collect();
        if surveys.is_empty() {
            view! { <p>{texts.get(key::KIOSK_NONE)}</p> }.into_any()
        } else {
            view! { <SetupForm surveys/> }.into_any()
        }
    };
    state.kiosk().setting().is_none().then(|| {
        view! {
            <section class="panel kiosk-setup" data-testid="kiosk-setup">
                <h2>{texts.get(key::KIOSK_TITLE)}</h2>
                <p>{texts.get(key::KIOSK_LEAD)}</p>
                {form}
            </section>
        }
    })
}

/// A survey in a list; the same one where its id is.
#[derive(Clone)]
struct Listed(Arc<Survey>);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn SetupForm(surveys: Vec<Arc<Survey>>) -> impl IntoView {
    let texts = Texts::here();
    let first = surveys.first().map(|survey| survey.entry.id.clone()).unwrap_or_default();
    let survey = RwSignal::new(first);
    let service = RwSignal::new(String::new());
    let language = RwSignal::new(texts.code().to_owned());
    let minutes = RwSignal::new(USUAL_IDLE.to_string());
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<Fault>);
    let titles: Vec<(String, String)> = surveys
        .iter()
        .map(|it| (it.entry.id.clone(), it.questionnaire.title.get(texts.code()).to_owned()))
        .collect();
    let chosen = move || surveys.iter().find(|it| it.entry.id == survey.get()).cloned();
    let chosen = StoredValue::new(chosen);
    let services = move || {
        let survey = chosen.with_value(|chosen| chosen())?;
        survey.questionnaire.catalogue_question()?;
        let services = survey.catalogue.as_ref()?.services.iter();
        let mut options = vec![(String::new(), texts.get(key::KIOSK_SERVICE_ANY).to_owned())];
        options.extend(services.map(|it| (it.id.clone(), it.title.get(texts.code()).to_owned())));
        service.set(String::new());
        Some(choice("kiosk-service", texts.get(key::KIOSK_SERVICE), options, service))
    };
    let sealed = move || {
        let survey = chosen.with_value(|chosen| chosen())?;
        survey.entry.recipient.as_ref()?;
        Some(view! { <p class="hint" data-testid="kiosk-sealed">{texts.get(key::KIOSK_SEALED)}</p> })
    };
    let languages = Texts::all().map(|it| (it.code().to_owned(), it.get(key::LANGUAGE_NAME).to_owned()));
    let times = IDLE.map(|it| (it.to_string(), texts.count(key::KIOSK_MINUTES, it.into())));
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (first, second) = (pin.get_untracked(), again.get_untracked());
        let pin = match chosen_pin(&first, &second) {
            Ok(pin) => PinHash::new(pin, &clock::random_bytes(), PinHash::ITERATIONS),
            Err(wrong) => {
                fault.set(Some(Fault::Pin(wrong)));
                dom::focus(if wrong == PinFault::Form { "#kiosk-pin" } else { "#kiosk-pin-again" });
                return;
            }
        };
        let kiosk = Kiosk {
            survey: survey.get_untracked(),
            service: Some(service.get_untracked()).filter(|id| !id.is_empty()),
            language: language.get_untracked(),
            idle_seconds: minutes.get_untracked().parse::<u32>().unwrap_or(USUAL_IDLE) * 60,
            pin,
        };
        spawn_local(async move {
            device::keep_always().await;
            if KioskState::start(&kiosk).is_err() {
                fault.set(Some(Fault::NotStored));
            }
        });
    };
    let error = move |of: Fault, text: Key| {
        move || (fault.get() == Some(of)).then(|| view! { <p class="error-message">{texts.get(text)}</p> })
    };
    view! {
        <form novalidate on:submit=start>
            {choice("kiosk-survey", texts.get(key::KIOSK_SURVEY), titles, survey)}
            {services}
            {choice("kiosk-language", texts.get(key::KIOSK_LANGUAGE), languages.collect(), language)}
            {choice("kiosk-idle", texts.get(key::KIOSK_IDLE), times.to_vec(), minutes)}
            <div class="kiosk-row">
                <label for="kiosk-pin">{texts.get(key::KIOSK_PIN)}</label>
                <p class="hint" id="kiosk-pin-hint">{texts.get(key::KIOSK_PIN_HINT)}</p>
                {digits("kiosk-pin", "kiosk-pin-hint kiosk-pin-error", pin)}
                <div id="kiosk-pin-error" role="alert">
                    {error(Fault::Pin(PinFault::Form), key::KIOSK_PIN_FORM)}
                </div>
            </div>
            <div class="kiosk-row">
                <label for="kiosk-pin-again">{texts.get(key::KIOSK_PIN_AGAIN)}</label>
                {digits("kiosk-pin-again", "kiosk-again-error", again)}
                <div id="kiosk-again-error" role="alert">
                    {error(Fault::Pin(PinFault::Differs), key::KIOSK_PIN_DIFFERS)}
                </div>
            </div>
            {sealed}
            <p class="hint">{texts.get(key::KIOSK_START_NOTE)}</p>
            <p class="hint">{texts.get(key::KIOSK_DEVICE_NOTE)}</p>
            <div role="alert">{error(Fault::NotStored, key::KIOSK_START_FAILED)}</div>
            <div class="buttons">
                <button type="submit" class="button" data-testid="kiosk-start">{texts.get(key::KIOSK_START)}</button>
            </div>
        </form>
    }
}

/// A choice of one value, each with its words.
fn choice(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
) -> impl IntoView {
    let option = move |(name, words): (String, String)| {
        let is_chosen = value.get_untracked() == name;
        view! { <option value=name selected=is_chosen>{words}</option> }
    };
    view! {
        <div class="kiosk-row">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| value.set(event_target_value(&event))>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// A field for a PIN that is being set.
fn digits(id: &'static str, described_by: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <input
            id=id
            type="password"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=described_by
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    }
}
