//! Emptying the device: only of responses that a saved file, read back, was found to hold.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::domain::exchange::{BLOCK_BEGIN, ProofFault, prove, prove_sealed, prove_unchanged};
use crate::ui::parts::{ConfirmButton, Notice, Tone};
use crate::ui::state::{AppState, Export, KeptResponses, KeptSurvey};
use crate::ui::text::{Texts, key};

/// Some editors put it before a text they save.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file that was read back, and the ids of the responses it was found to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ReadBack {
    file: String,
    found: Result<Vec<String>, ProofFault>,
}

/// Ids of the responses that a file, whichever of the kinds that are saved here, was found to hold.
fn found_in(kept: &KeptSurvey, content: &[u8]) -> Result<Vec<String>, ProofFault> {
    if let Some(export) = Export::sealed_with(content) {
        let proof = prove_unchanged(&kept.responses, export.ids.iter().zip(&export.digests))?;
        return Ok(proof.found.into_iter().map(|response| response.id).collect());
    }
    let text = String::from_utf8_lossy(content);
    if text.contains(BLOCK_BEGIN) {
        let proof = prove_sealed(&kept.sealed, &text)?;
        return Ok(proof.found.into_iter().map(|response| response.id).collect());
    }
    let proof = prove(&kept.responses, text.trim_start_matches(BYTE_ORDER_MARK))?;
    Ok(proof.found.into_iter().map(|response| response.id).collect())
}

/// Choosing the saved file, what it proves, and deleting just that.
#[component]
pub(super) fn ProofPanel(kept: KeptSurvey, read: Callback<()>, changed: RwSignal<u32>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let read_back = RwSignal::new(None::<ReadBack>);
    let kept = StoredValue::new(kept);
    let choose = move |event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            let content = files::bytes(&file).await;
            // The page may have gone on.
            let Some(kept) = kept.try_get_value() else { return };
            let found = content.map_err(|_| ProofFault::NotAnExport).and_then(|content| {
                let found = found_in(&kept, &content)?;
                Export::note_proof(&content);
                changed.update(|count| *count += 1);
                Ok(found)
            });
            read_back.set(Some(ReadBack { file: file.name(), found }));
        });
    };
    let delete = move |found: Vec<String>| {
        Callback::new(move |()| {
            KeptResponses::delete(&found);
            state.interview().drop_unsaved(&found);
            read.run(());
            dom::focus("main h1");
        })
    };
    let outcome = move || {
        let ReadBack { file, found } = read_back.get()?;
        let refused = |text, more: &[(&str, &str)]| {
            let values: Vec<(&str, &str)> = more.iter().copied().chain([("file", file.as_str())]).collect();
            view! { <Notice tone=Tone::Warning title=texts.fill(text, &values) is_live=true/> }.into_any()
        };
        Some(match found {
            Err(ProofFault::NotAnExport) => refused(key::PROOF_WRONG, &[]),
            Err(ProofFault::Differs { id }) => refused(key::PROOF_DIFFERS, &[("id", &id)]),
            Ok(found) if found.is_empty() => refused(key::PROOF_NONE, &[]),
            Ok(found) => {
                let total = kept.with_value(KeptSurvey::count);
                let total = texts.integer(u64::try_from(total).unwrap_or(u64::MAX));
                let count = u64::try_from(found.len()).unwrap_or(u64::MAX);
                let shown = texts.integer(count);
                let words =
                    texts.fill(key::PROOF_FOUND, &[("file", &file), ("n", &shown), ("total", &total)]);
                view! {
                    <p role="status" data-testid="proven">{words}</p>
                    <ConfirmButton
                        id="delete-responses"
                        label=texts.count(key::PROOF_DELETE, count)
                        question=texts.get(key::PROOF_DELETE_SURE)
                        yes=texts.count(key::DEVICE_DELETE_YES, count)
                        on_confirm=delete(found)
                    />
                }
                .into_any()
            }
        })
    };
    view! {
        <h3 class="proof-title">{texts.get(key::PROOF_TITLE)}</h3>
        <p>{texts.get(key::PROOF_LEAD)}</p>
        <div class="buttons">
            <label class="file-button">
                <input type="file" accept=".json,.age,.txt" data-testid="read-back" on:change=choose/>
                <span class="button-second">{texts.get(key::PROOF_CHOOSE)}</span>
            </label>
        </div>
        {outcome}
    }
}
