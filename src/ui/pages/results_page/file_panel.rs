//! Choosing files, the sample, progress and what went wrong.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::definitions::Fetch;
use crate::browser::{dom, files};
use crate::domain::survey::Survey;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Failure, Phase};
use crate::ui::text::{Texts, key};

use super::comments::CodesNotice;
use super::key_panel::{KeyPanel, SealedNotice};
use super::paste_panel::PastePanel;

/// The place where files come in.
#[component]
pub(super) fn FilePanel() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    let is_loaded = results.is_loaded();
    // The button that loaded the sample is gone then, and so is that which stops the reading.
    Effect::new(move |was_loaded: Option<bool>| {
        let is_loaded = is_loaded.get();
        if is_loaded && was_loaded == Some(false) {
            dom::later(0, || dom::focus_if_lost("main h1"));
        }
        is_loaded
    });
    let class = move || if is_loaded.get() { "file-panel is-loaded" } else { "file-panel" };
    let words = move || {
        (!is_loaded.get()).then(|| {
            // One text, broken into lines as that which stood here before (src/web/early/results.html).
            let drop = format!("{}. {}", texts.get(key::RESULTS_DROP), texts.get(key::RESULTS_DROP_HINT));
            view! {
                <h2 id="files-title">{texts.get(key::RESULTS_FILES)}</h2>
                <p>{texts.get(key::RESULTS_LEAD)}</p>
                <p class="hint">{drop}</p>
            }
        })
    };
    let choose_text = move || texts.get(if is_loaded.get() { key::RESULTS_ADD } else { key::RESULTS_CHOOSE });
    let button_class = move || if is_loaded.get() { "button-second" } else { "button" };
    let close = move || {
        is_loaded.get().then(|| {
            let close = move |_| {
                results.close();
                dom::focus("main h1");
            };
            view! {
                <button type="button" class="button-quiet" on:click=close>{texts.get(key::RESULTS_CLEAR)}</button>
            }
        })
    };
    view! {
        <section class=class aria-label=texts.get(key::RESULTS_FILES)>
            {words}
            <div class="buttons">
                <label class="file-button">
                    <input type="file" multiple on:change=move |event| results.receive(files::chosen(&event))/>
                    <span class=move || button_class()>{move || choose_text()}</span>
                </label>
                <Show when=move || !is_loaded.get()><SampleButton/></Show>
                {close}
            </div>
            <Show when=move || !is_loaded.get()><SampleNote/></Show>
            <PastePanel/>
            <KeyPanel/>
            <CodesNotice/>
            <Progress/>
            <Trouble/>
            <SealedNotice/>
        </section>
    }
}

/// The first survey with a sample, and the sample's file.
fn sample() -> Option<(String, std::sync::Arc<Survey>)> {
    let surveys = AppState::expect().definitions().good();
    surveys.into_iter().find_map(|survey| Some((survey.entry.sample.clone()?, survey)))
}

#[component]
fn SampleButton() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    sample().map(|(file, _)| {
        let load = move |_| {
            let file = file.clone();
            spawn_local(async move {
                let fetched = Fetch::start(&file).text().await;
                match fetched.and_then(|text| files::from_text(&file, &text)) {
                    Ok(sample) => results.import_sample(sample),
                    Err(_) => results.sample_failed(),
                }
            });
        };
        view! {
            <button type="button" class="button-second" data-testid="load-sample" on:click=load>
                {texts.get(key::RESULTS_SAMPLE)}
            </button>
        }
    })
}

#[component]
fn SampleNote() -> impl IntoView {
    let texts = Texts::here();
    sample().map(|_| view! { <p class="hint">{texts.get(key::RESULTS_SAMPLE_NOTE)}</p> })
}

#[component]
fn Progress() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_reading = Memo::new(move |_| matches!(results.phase(), Phase::Reading { .. }));
    let progress = Memo::new(move |_| match results.phase() {
        Phase::Reading { progress, .. } => progress,
        _ => 0.0,
    });
    // On a phone it begins below what can be seen.
    Effect::new(move || {
        if is_reading.get() {
            dom::later(0, || dom::show("[data-testid=progress]"));
        }
    });
    let file = move || match results.phase() {
        Phase::Reading { file, .. } if !file.is_empty() => {
            Some(texts.fill(key::RESULTS_READING_FILE, &[("file", &file)]))
        }
        _ => None,
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = move || (progress.get() * 100.0).floor() as u64;
    let is_opening = Memo::new(move |_| matches!(results.phase(), Phase::Reading { is_opening: true, .. }));
    let words = move || {
        if is_opening.get() {
            texts.get(key::RETURNED_OPENING).to_owned()
        } else if progress.get() < 1.0 {
            texts.fill(key::RESULTS_READING, &[("percent", &texts.whole_share(percent(), 100))])
        } else {
            texts.get(key::RESULTS_COUNTING).to_owned()
        }
    };
    let cancel = move |_| {
        results.cancel();
        dom::later(0, || dom::focus_if_lost("main input[type=file]"));
    };
    view! {
        <Show when=move || is_reading.get()>
            <div class="progress" data-testid="progress">
                <label for="progress">{words}</label>
                <progress id="progress" max="100" prop:value=move || f64::from(u32::try_from(percent()).unwrap_or(0))></progress>
                <p class="hint">{file}</p>
                <button type="button" class="button-second" on:click=cancel>
                    {texts.get(key::RESULTS_CANCEL)}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn Trouble() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let failure = move || {
        let (tone, text) = match results.failure()? {
            Failure::Cancelled => (Tone::Plain, texts.get(key::RESULTS_CANCELLED).to_owned()),
            Failure::ExportEnded => (Tone::Plain, texts.get(key::EXPORT_CLOSED).to_owned()),
            Failure::Sample => (Tone::Warning, texts.get(key::RESULTS_SAMPLE_FAILED).to_owned()),
            Failure::Start => (Tone::Warning, texts.get(key::RESULTS_WORKER_FAILED).to_owned()),
            Failure::Worker(reason) => {
                (Tone::Warning, texts.fill(key::RESULTS_FAILED, &[("reason", &reason)]))
            }
        };
        Some(view! { <Notice tone title=text is_live=true/> })
    };
    let sample = move || {
        let loaded = results.loaded()?;
        loaded.is_sample.then(|| {
            view! {
                <div data-testid="sample-notice">
                    <Notice tone=Tone::Plain title=texts.get(key::RESULTS_SAMPLE_NOTICE)/>
                </div>
            }
        })
    };
    let nothing = move || {
        let loaded = results.loaded()?;
        // What is encrypted is told of by itself.
        let is_empty = loaded.sealed == 0 && loaded.surveys.values().all(|count| *count == 0);
        is_empty.then(|| {
            view! { <Notice tone=Tone::Warning title=texts.get(key::RESULTS_NOTHING) is_live=true/> }
        })
    };
    view! { {failure} {sample} {nothing} }
}
