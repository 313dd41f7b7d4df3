//! Emptying the device: only of responses that a saved file, read back, was found to hold.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::domain::exchange::{Proof, ProofFault, prove};
use crate::domain::survey::Response;
use crate::ui::parts::{ConfirmButton, Notice, Tone};
use crate::ui::state::{AppState, Export, KeptResponses};
use crate::ui::text::{Texts, key};

/// A file that was read back, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ReadBack {
    file: String,
    proof: Result<Proof, ProofFault>,
}

/// Choosing the saved file, what it proves, and deleting just that.
#[component]
pub(super) fn ProofPanel(
    responses: Vec<Response>,
    read: Callback<()>,
    changed: RwSignal<u32>,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let read_back = RwSignal::new(None::<ReadBack>);
    let kept = StoredValue::new(responses);
    let choose = move |event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            let text = files::text(&file).await;
            // The page may have gone on.
            let Some(kept) = kept.try_get_value() else { return };
            let proof = text.map_err(|_| ProofFault::NotAnExport).and_then(|text| {
                let proof = prove(&kept, &text)?;
                Export::note_proof(&text);
                changed.update(|count| *count += 1);
                Ok(proof)
            });
            read_back.set(Some(ReadBack { file: file.name(), proof }));
        });
    };
    let delete = move |found: Vec<Response>| {
        Callback::new(move |()| {
            KeptResponses::delete(&found);
            state.interview().drop_unsaved(&found);
            read.run(());
            dom::focus("main h1");
        })
    };
    let outcome = move || {
        let ReadBack { file, proof } = read_back.get()?;
        let refused = |text, more: &[(&str, &str)]| {
            let values: Vec<(&str, &str)> = more.iter().copied().chain([("file", file.as_str())]).collect();
            view! { <Notice tone=Tone::Warning title=texts.fill(text, &values) is_live=true/> }.into_any()
        };
        Some(match proof {
            Err(ProofFault::NotAnExport) => refused(key::PROOF_WRONG, &[]),
            Err(ProofFault::Differs { id }) => refused(key::PROOF_DIFFERS, &[("id", &id)]),
            Ok(Proof { found, .. }) if found.is_empty() => refused(key::PROOF_NONE, &[]),
            Ok(Proof { found, .. }) => {
                let total =
                    texts.integer(kept.with_value(|kept| u64::try_from(kept.len()).unwrap_or(u64::MAX)));
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
                <input type="file" accept=".json,application/json" data-testid="read-back" on:change=choose/>
                <span class="button-second">{texts.get(key::PROOF_CHOOSE)}</span>
            </label>
        </div>
        {outcome}
    }
}
