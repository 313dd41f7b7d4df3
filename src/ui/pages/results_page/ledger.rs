//! The ledger: what became of every record of every file.

use leptos::prelude::*;

use crate::domain::exchange::{Conflict, FileEntry, Rejection};
use crate::ui::state::{AppState, Loaded};
use crate::ui::text::{Texts, key};

/// Files, totals, and what was refused.
#[component]
pub(super) fn LedgerSection() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    move || {
        let loaded = results.loaded()?;
        Some(view! {
            <section class="ledger" aria-labelledby="ledger">
                <h2 id="ledger">{texts.get(key::LEDGER_TITLE)}</h2>
                <p class="hint">{texts.get(key::LEDGER_EXPLAIN)}</p>
                <Files loaded=loaded.clone()/>
                <OtherSurveys loaded=loaded.clone()/>
                <Rejections loaded=loaded.clone()/>
                <Conflicts loaded/>
            </section>
        })
    }
}

/// Every file with what became of its records.
#[component]
pub(super) fn Files(loaded: Loaded) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let number = |count: u64| view! { <td class="number">{texts.integer(count)}</td> };
    let row = |(at, entry): (usize, FileEntry)| {
        let digest = move || match results.digest(at) {
            Some(digest) => view! { <code>{digest}</code> }.into_any(),
            None => view! { <span>{texts.get(key::LEDGER_SHA_PENDING)}</span> }.into_any(),
        };
        let source = entry.source;
        let name = source.name.clone();
        let problem = entry.problem.map(|problem| {
            view! { <p class="error-message">{texts.problem(&problem)}</p> }
        });
        view! {
            <tr data-file=name>
                <th scope="row">
                    <span class="file-name">{source.name}</span>
                    {problem}
                    <p class="sha"><abbr>{texts.get(key::LEDGER_SHA)}</abbr> " " {digest}</p>
                </th>
                {number(source.bytes)}
                {number(source.accepted)}
                {number(source.duplicates)}
                {number(source.conflicts)}
                {number(source.rejected)}
                {number(entry.outside_period)}
            </tr>
        }
    };
    let files = loaded.ledger.files;
    let total = |count: fn(&FileEntry) -> u64| number(files.iter().map(count).sum());
    let totals = (files.len() > 1).then(|| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{texts.get(key::LEDGER_TOTAL)}</th>
                    {total(|entry| entry.source.bytes)}
                    {total(|entry| entry.source.accepted)}
                    {total(|entry| entry.source.duplicates)}
                    {total(|entry| entry.source.conflicts)}
                    {total(|entry| entry.source.rejected)}
                    {total(|entry| entry.outside_period)}
                </tr>
            </tfoot>
        }
    });
    let heading = |text| view! { <th scope="col" class="number">{texts.get(text)}</th> };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=texts.get(key::LEDGER_FILE)>
            <table class="figures ledger-table" data-testid="ledger">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::LEDGER_FILE)}</th>
                        {heading(key::LEDGER_BYTES)}
                        {heading(key::LEDGER_ACCEPTED)}
                        {heading(key::LEDGER_DUPLICATES)}
                        {heading(key::LEDGER_CONFLICTS)}
                        {heading(key::LEDGER_REJECTED)}
                        {heading(key::LEDGER_OUTSIDE)}
                    </tr>
                </thead>
                <tbody>{files.iter().cloned().enumerate().map(row).collect_view()}</tbody>
                {totals}
            </table>
        </div>
    }
}

/// The surveys in the files that the report is not of.
#[component]
fn OtherSurveys(loaded: Loaded) -> impl IntoView {
    let texts = Texts::here();
    let shown = AppState::expect().results().survey();
    move || {
        let shown = shown.get();
        let others = loaded.surveys.iter().filter(|(id, count)| **count > 0 && Some(*id) != shown.as_ref());
        let list: Vec<String> =
            others.map(|(id, count)| format!("{id} ({})", texts.integer(*count))).collect();
        (!list.is_empty())
            .then(|| view! { <p>{texts.fill(key::LEDGER_SURVEYS, &[("list", &list.join(", "))])}</p> })
    }
}

/// On which line a record begins; nothing where lines say nothing.
fn line(texts: Texts, line: u64) -> Option<impl IntoView> {
    (line > 0).then(|| {
        view! { <span class="cell-more">{texts.fill(key::LEDGER_LINE, &[("n", &line.to_string())])}</span> }
    })
}

#[component]
fn Rejections(loaded: Loaded) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let rejections = loaded.ledger.rejections;
    if rejections.is_empty() {
        return ().into_any();
    }
    let shown = u64::try_from(rejections.len()).unwrap_or(u64::MAX);
    let cut = (shown < loaded.rejected).then(|| {
        view! { <p class="hint">{texts.fill(key::LEDGER_REJECTIONS_SHOWN, &[("n", &texts.integer(shown))])}</p> }
    });
    let row = |rejection: Rejection| {
        view! {
            <tr>
                <th scope="row" class="file-name">{rejection.file}</th>
                <td class="number">
                    {texts.integer(rejection.record)}
                    {line(texts, rejection.line)}
                </td>
                <td><code>{rejection.fault.path}</code></td>
                <td>{texts.fault(&rejection.fault.reason)}</td>
                <td class="record-text"><code>{rejection.text}</code></td>
            </tr>
        }
    };
    view! {
        <h3 id="rejections">{texts.get(key::LEDGER_REJECTIONS)} " (" {texts.integer(loaded.rejected)} ")"</h3>
        {cut}
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="rejections">
            <table class="figures" data-testid="rejections">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::LEDGER_FILE)}</th>
                        <th scope="col" class="number">{texts.get(key::LEDGER_RECORD)}</th>
                        <th scope="col">{texts.get(key::LEDGER_PATH)}</th>
                        <th scope="col">{texts.get(key::LEDGER_REASON)}</th>
                        <th scope="col">{texts.get(key::LEDGER_TEXT)}</th>
                    </tr>
                </thead>
                <tbody>{rejections.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <button
            type="button"
            class="button-second"
            data-testid="save-rejections"
            on:click=move |_| results.save_rejections()
        >
            {texts.get(key::LEDGER_SAVE_REJECTIONS)}
        </button>
    }
    .into_any()
}

#[component]
fn Conflicts(loaded: Loaded) -> impl IntoView {
    let texts = Texts::here();
    let conflicts = loaded.ledger.conflicts;
    if conflicts.is_empty() {
        return ().into_any();
    }
    let row = |conflict: Conflict| {
        let first = texts.fill(
            key::LEDGER_CONFLICT_WITH,
            &[("file", &conflict.first_file), ("n", &conflict.first_record.to_string())],
        );
        view! {
            <tr>
                <th scope="row" class="file-name">{conflict.file}</th>
                <td class="number">
                    {texts.integer(conflict.record)}
                    {line(texts, conflict.line)}
                </td>
                <td><code>{conflict.id}</code></td>
                <td>{first}</td>
            </tr>
        }
    };
    view! {
        <h3 id="conflicts">{texts.get(key::LEDGER_CONFLICTS_TITLE)} " (" {texts.integer(loaded.conflicts)} ")"</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="conflicts">
            <table class="figures" data-testid="conflicts">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::LEDGER_FILE)}</th>
                        <th scope="col" class="number">{texts.get(key::LEDGER_RECORD)}</th>
                        <th scope="col">"ID"</th>
                        <th scope="col">{texts.get(key::LEDGER_REASON)}</th>
                    </tr>
                </thead>
                <tbody>{conflicts.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
