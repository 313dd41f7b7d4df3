//! Saving for other programs: the report, and the responses themselves.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use super::options::{self, Choices};
use super::progress_bar::ProgressBar;
use crate::browser::dom;
use crate::domain::analysis::Filter;
use crate::domain::exchange::copies::Form;
use crate::domain::exchange::tables::{Compared, Separator};
use crate::domain::survey::Survey;
use crate::ui::state::{AppState, Exporting};
use crate::ui::text::{Texts, key};

/// What stands in the choice of separators.
const SEPARATORS: [(&str, Separator); 3] =
    [("semicolon", Separator::Semicolon), ("comma", Separator::Comma), ("tab", Separator::Tab)];

/// Opens to everything that can be saved.
#[component]
pub(super) fn ExportPanel(survey: Arc<Survey>, filter: Filtering, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let separator = RwSignal::new(if texts.code() == "lv" { Separator::Semicolon } else { Separator::Comma });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some((_, known)) = SEPARATORS.iter().find(|(name, _)| *name == chosen) {
            separator.set(*known);
        }
    };
    let option = move |(name, value): (&'static str, Separator)| {
        let words = match value {
            Separator::Semicolon => key::EXPORT_SEMICOLON,
            Separator::Comma => key::EXPORT_COMMA,
            Separator::Tab => key::EXPORT_TAB,
        };
        view! { <option value=name prop:selected=move || separator.get() == value>{texts.get(words)}</option> }
    };
    view! {
        <details class="export-panel" data-testid="export" on:keydown=|event| dom::fold_on_escape(&event)>
            <summary>{texts.get(key::EXPORT_TITLE)}</summary>
            <label class="choice-line export-separator">
                <span>{texts.get(key::EXPORT_SEPARATOR)}</span>
                <select on:change=choose>{SEPARATORS.into_iter().map(option).collect_view()}</select>
            </label>
            <div class="export-groups">
                <ReportFiles survey=survey.clone() filter choices separator/>
                <ResponseFiles survey separator/>
            </div>
        </details>
        <Outcome/>
    }
}

#[component]
fn ReportFiles(
    survey: Arc<Survey>,
    filter: Filtering,
    choices: Memo<Choices>,
    separator: RwSignal<Separator>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let survey = StoredValue::new(survey);
    let compared = move || choices.with_untracked(|choices| named(&results.crosses(), choices));
    let words = move || {
        let filter = filter.with(Clone::clone);
        choices.with_untracked(|choices| in_words(&survey.get_value(), &filter, choices, texts))
    };
    let save_workbook = move |_| results.save_workbook(survey.get_value(), untrack(words), untrack(compared));
    let save_tables = move |_| results.save_tables(&survey.get_value(), separator.get_untracked());
    let save_comparisons =
        move |_| results.save_comparisons(&survey.get_value(), &untrack(compared), separator.get_untracked());
    let has_waves = results.is_compared(survey.get_value());
    let save_waves = move |_| results.save_waves(&survey.get_value(), separator.get_untracked());
    let has_crosses = Memo::new(move |_| !results.crosses().is_empty());
    view! {
        <section aria-labelledby="export-report">
            <h3 id="export-report">{texts.get(key::EXPORT_REPORT)}</h3>
            <p class="hint">{texts.get(key::EXPORT_REPORT_HINT)}</p>
            <div class="buttons">
                <button type="button" class="button-second" data-testid="export-xlsx" on:click=save_workbook>
                    {texts.get(key::EXPORT_WORKBOOK)}
                </button>
                <button type="button" class="button-second" data-testid="export-tables" on:click=save_tables>
                    {texts.get(key::EXPORT_TABLES)}
                </button>
                <Show when=move || has_crosses.get()>
                    <button type="button" class="button-second" data-testid="export-comparisons" on:click=save_comparisons>
                        {texts.get(key::EXPORT_COMPARISONS)}
                    </button>
                </Show>
                <Show when=move || has_waves.get()>
                    <button type="button" class="button-second" data-testid="export-waves" on:click=save_waves>
                        {texts.get(key::EXPORT_WAVES)}
                    </button>
                </Show>
            </div>
            <Show when=move || !has_crosses.get()>
                <p class="hint">{texts.get(key::EXPORT_NO_COMPARISONS)}</p>
            </Show>
        </section>
    }
}

#[component]
fn ResponseFiles(survey: Arc<Survey>, separator: RwSignal<Separator>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_hidden = results.is_hidden();
    let reason = texts.fill(key::EXPORT_RESPONSES_HIDDEN, &[("n", &survey.entry.threshold.to_string())]);
    let (reason, survey) = (StoredValue::new(reason), StoredValue::new(survey));
    let save_csv = move |_| results.save_responses(Form::Csv(separator.get_untracked()));
    let save_lines = move |_| results.save_responses(Form::Ndjson);
    let save_code_book = move |_| results.save_code_book(&survey.get_value(), separator.get_untracked());
    let hidden = move || view! { <p class="notice" data-testid="export-hidden">{reason.get_value()}</p> };
    view! {
        <section aria-labelledby="export-responses">
            <h3 id="export-responses">{texts.get(key::EXPORT_RESPONSES)}</h3>
            <p class="hint">{texts.get(key::EXPORT_RESPONSES_HINT)}</p>
            <Show when=move || !is_hidden.get() fallback=hidden>
                <div class="buttons">
                    <button type="button" class="button-second" data-testid="export-csv" on:click=save_csv>
                        {texts.get(key::EXPORT_RESPONSES_CSV)}
                    </button>
                    <button type="button" class="button-second" data-testid="export-ndjson" on:click=save_lines>
                        {texts.get(key::EXPORT_RESPONSES_NDJSON)}
                    </button>
                </div>
            </Show>
            <div class="buttons">
                <button type="button" class="button-second" data-testid="export-codebook" on:click=save_code_book>
                    {texts.get(key::EXPORT_CODE_BOOK)}
                </button>
            </div>
        </section>
    }
}

/// What is being written, and what came of it.
#[component]
fn Outcome() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_running = Memo::new(move |_| matches!(results.exporting(), Exporting::Running(_)));
    let is_waiting = Memo::new(move |_| results.exporting() == Exporting::Waiting);
    let progress = Signal::derive(move || match results.exporting() {
        Exporting::Running(progress) => progress,
        _ => None,
    });
    let hashed = Signal::derive(move || results.hashed());
    let stop = Callback::new(move |()| results.cancel_export());
    let said = move || {
        let main = outcome(results.exporting(), texts);
        let earlier = results.is_export_of_earlier().then(|| texts.get(key::EXPORT_EARLIER).to_owned());
        let beside = results.exporting_beside().and_then(|it| outcome(it, texts));
        let said: Vec<String> = main.into_iter().chain(earlier).chain(beside).collect();
        said.join(" ")
    };
    let is_bad = move || matches!(results.exporting(), Exporting::Rows { .. } | Exporting::Failed(_));
    view! {
        <Show when=move || is_running.get()>
            <ProgressBar id="export-progress" words=key::EXPORT_WRITING unknown=key::EXPORT_PREPARING progress
                stop=key::EXPORT_CANCEL on_stop=stop/>
        </Show>
        <Show when=move || is_waiting.get()>
            <ProgressBar id="export-waiting" words=key::EXPORT_HASHING unknown=key::EXPORT_PREPARING progress=hashed
                stop=key::EXPORT_CANCEL on_stop=stop/>
        </Show>
        <p class="export-outcome" class:error-message=is_bad role="status" data-testid="export-outcome">{said}</p>
    }
}

/// What came of a file, in words.
fn outcome(exporting: Exporting, texts: Texts) -> Option<String> {
    match exporting {
        Exporting::Idle | Exporting::Running(_) => None,
        Exporting::Busy => Some(texts.get(key::EXPORT_BUSY).to_owned()),
        Exporting::Outdated => Some(texts.get(key::EXPORT_OUTDATED).to_owned()),
        Exporting::Waiting => Some(texts.get(key::EXPORT_WAITING).to_owned()),
        Exporting::Cancelled => Some(texts.get(key::EXPORT_CANCELLED).to_owned()),
        Exporting::Done { file, rows } => {
            let saved = texts.fill(key::EXPORT_SAVED, &[("file", &file)]);
            Some(format!("{saved} {}", texts.count(key::EXPORT_ROWS, rows)))
        }
        Exporting::Rows { written, shown } => {
            let numbers = [texts.integer(written), texts.integer(shown)];
            Some(texts.fill(key::EXPORT_ROWS_DIFFER, &[("written", &numbers[0]), ("shown", &numbers[1])]))
        }
        Exporting::Failed(reason) => Some(texts.fill(key::EXPORT_FAILED, &[("reason", &reason)])),
    }
}

/// Comparisons with the names of their groups.
fn named(crosses: &[(String, String, crate::domain::analysis::Cross)], choices: &Choices) -> Vec<Compared> {
    let name = |(question, by, cross): &(String, String, crate::domain::analysis::Cross)| {
        let options = choices.find(by);
        let labels = options.into_iter().flat_map(|it| &it.values);
        Compared {
            question: question.clone(),
            by: by.clone(),
            by_title: options.map_or_else(|| by.clone(), options::FilterOptions::full_title),
            labels: labels.map(|it| (it.value.clone(), it.label.clone())).collect(),
            cross: cross.clone(),
        }
    };
    crosses.iter().map(name).collect()
}

/// The filter in words, a line for each value.
pub(super) fn in_words(survey: &Survey, filter: &Filter, choices: &Choices, texts: Texts) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, values) in filter.as_report_map(survey) {
        match name.as_str() {
            "survey" => {}
            "from" => lines.extend(
                filter.first_day().map(|it| format!("{}: {}", texts.get(key::FILTER_FROM), texts.day(it))),
            ),
            "to" => lines.extend(
                filter.last_day().map(|it| format!("{}: {}", texts.get(key::FILTER_TO), texts.day(it))),
            ),
            _ => {
                lines.extend(values.iter().map(|value| options::label(survey, choices, &name, value, texts)));
            }
        }
    }
    lines
}
