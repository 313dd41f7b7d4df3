//! The files that were saved on this device.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::survey::Instant;
use crate::ui::state::Export;
use crate::ui::text::{Texts, key};

/// File, SHA-256, time and count of each, and when it was read back; nothing where none was saved.
#[component]
pub(super) fn ExportLog(
    /// Changes whenever the log does.
    changed: RwSignal<u32>,
) -> impl IntoView {
    let texts = Texts::here();
    let exports = Memo::new(move |_| {
        changed.track();
        Export::all()
    });
    let is_any = Memo::new(move |_| exports.with(|exports| !exports.is_empty()));
    let moment = move |time: &str| {
        Instant::parse(time).map_or_else(|| time.to_owned(), |at| texts.moment(at, clock::offset_minutes(at)))
    };
    let row = move |export: Export| {
        let proven =
            export.proven_at.map_or_else(|| texts.get(key::LOG_UNPROVEN).to_owned(), |at| moment(&at));
        let count = u64::try_from(export.ids.len()).unwrap_or(u64::MAX);
        view! {
            <tr>
                <th scope="row">
                    <span class="file-name">{export.file}</span>
                    <p class="sha"><abbr>{texts.get(key::LEDGER_SHA)}</abbr> " " <code>{export.sha256}</code></p>
                </th>
                <td>{moment(&export.saved_at)}</td>
                <td class="number">{texts.integer(count)}</td>
                <td>{proven}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || is_any.get()>
            <details class="definitions" data-testid="export-log">
                <summary>{texts.get(key::LOG_TITLE)}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=texts.get(key::LOG_TITLE)>
                    <table class="figures">
                        <thead>
                            <tr>
                                <th scope="col">{texts.get(key::LOG_FILE)}</th>
                                <th scope="col">{texts.get(key::LOG_SAVED)}</th>
                                <th scope="col" class="number">{texts.get(key::LOG_COUNT)}</th>
                                <th scope="col">{texts.get(key::LOG_PROVEN)}</th>
                            </tr>
                        </thead>
                        <tbody>{move || exports.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </details>
        </Show>
    }
}
