//! Two tabs with the same survey: neither writes over what it has not seen.

use aptauja::browser::storage;
use aptauja::domain::survey::{Answer, Draft, StoredDraft};
use aptauja::ui::state::{Submitted, TabTrouble};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;

use super::support::survey::{DRAFT, draft_key, later_revision, stored, survey, text_of};
use super::support::tab::Tab;
use super::support::{CleanStorage, Placed, eventually, pause};

fn answers_more(draft: &mut Draft) {
    draft.answers.set("more", Answer::One("No otras cilnes".into()));
}

/// Another tab saves an answer of its own.
fn other_tab_saves() -> StoredDraft {
    let newer = later_revision(answers_more);
    storage::save(&draft_key(), &newer).unwrap();
    newer
}

async fn begun() -> Tab {
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab
}

#[wasm_bindgen_test]
async fn newer_answers_of_another_tab_are_not_overwritten() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let newer = other_tab_saves();
    tab.answer("why", "Tālu").await;
    assert_eq!(tab.0.tab_trouble(), Some(TabTrouble::Newer));
    assert_eq!(stored(), Some(newer.clone()));
    tab.answer("why", "Ļoti tālu").await;
    assert_eq!(tab.0.submit(&survey()), Submitted::Held, "nor is anything submitted before a choice");
    assert_eq!(stored(), Some(newer));
    assert_eq!(storage::keys().unwrap(), [draft_key()]);
}

#[wasm_bindgen_test]
async fn one_s_own_answers_can_be_kept() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let newer = other_tab_saves();
    tab.answer("why", "Tālu").await;
    tab.0.keep_own();
    assert_eq!(tab.0.tab_trouble(), None);
    let kept = stored().unwrap();
    assert_eq!((kept.revision, &kept.draft.id), (newer.revision + 1, &newer.draft.id));
    assert_eq!(text_of(&kept.draft.answers, "why").as_deref(), Some("Tālu"));
    assert_eq!(text_of(&kept.draft.answers, "more"), None);
    tab.answer("why", "Ļoti tālu").await;
    assert_eq!((stored().unwrap().revision, tab.0.tab_trouble()), (newer.revision + 2, None));
}

#[wasm_bindgen_test]
async fn the_other_tab_s_answers_can_be_taken() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let newer = other_tab_saves();
    tab.answer("why", "Tālu").await;
    tab.0.take_other();
    pause(0).await;
    assert_eq!((tab.0.tab_trouble(), stored()), (None, Some(newer.clone())));
    assert_eq!(tab.answered("more").as_deref(), Some("No otras cilnes"));
    assert_eq!(tab.answered("why"), None);
    tab.answer("why", "Ļoti tālu").await;
    assert_eq!((stored().unwrap().revision, tab.0.tab_trouble()), (newer.revision + 1, None));
}

#[wasm_bindgen_test]
async fn with_nothing_unsaved_newer_answers_are_taken_over_by_themselves() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let newer = other_tab_saves();
    tab.0.other_tab_wrote(Some("aptauja:draft:another"));
    assert_eq!(tab.0.tab_trouble(), None, "another survey's draft is none of its business");
    tab.0.other_tab_wrote(Some(DRAFT));
    assert_eq!(tab.0.tab_trouble(), Some(TabTrouble::Taken));
    assert_eq!(tab.answered("more").as_deref(), Some("No otras cilnes"));
    tab.answer("why", "Tālu").await;
    assert_eq!(stored().unwrap().revision, newer.revision + 1, "and it goes on from there");
    tab.0.dismiss_tab_notice();
    assert_eq!(tab.0.tab_trouble(), None);
}

#[wasm_bindgen_test]
async fn an_unsaved_answer_is_not_lost_to_another_tab_s() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let newer = other_tab_saves();
    tab.answer_unsaved("why", "Tālu");
    tab.0.other_tab_wrote(Some(DRAFT));
    assert_eq!(tab.0.tab_trouble(), Some(TabTrouble::Newer));
    pause(0).await;
    assert_eq!((tab.answered("why").as_deref(), stored()), (Some("Tālu"), Some(newer)));
}

#[wasm_bindgen_test]
async fn a_draft_another_tab_finished_does_not_rise_again_by_itself() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let old = tab.id();
    let other = Tab::open(&survey());
    assert_eq!(other.0.submit(&survey()), Submitted::Done(old.clone()));
    tab.answer("why", "Tālu").await;
    assert_eq!(tab.0.tab_trouble(), Some(TabTrouble::Gone));
    assert_eq!((stored(), tab.0.submit(&survey())), (None, Submitted::Held));
    tab.0.keep_own();
    let kept = stored().unwrap();
    assert_ne!(kept.draft.id, old, "the old id is the other tab's response's");
    let id = kept.draft.id;
    assert_eq!(tab.0.submit(&survey()), Submitted::Done(id.clone()));
    assert!(tab.0.response(&old).is_some() && tab.0.response(&id).is_some());
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_begin_at_once_the_second_is_told() {
    let _clean = CleanStorage::new();
    let (first, second) = (Tab::begin(&survey()), Tab::begin(&survey()));
    first.answer("used", "yes").await;
    let saved = stored();
    second.answer("used", "no").await;
    assert_eq!((first.0.tab_trouble(), second.0.tab_trouble()), (None, Some(TabTrouble::Newer)));
    assert_eq!(stored(), saved);
}

/// A frame of the same origin writes, and the browser itself tells this page.
#[wasm_bindgen_test]
async fn the_browser_tells_of_the_other_tab_s_writing() {
    let _clean = CleanStorage::new();
    let tab = begun().await;
    let frame = Placed::new("iframe");
    let other: Window = Reflect::get(&frame.0, &"contentWindow".into()).unwrap().unchecked_into();
    let storage = other.local_storage().unwrap().unwrap();
    let newer = serde_json::to_string(&later_revision(answers_more)).unwrap();
    storage.set_item(DRAFT, &newer).unwrap();
    eventually("the answers are taken over", || tab.0.tab_trouble() == Some(TabTrouble::Taken)).await;
    assert_eq!(tab.answered("more").as_deref(), Some("No otras cilnes"));
    storage.clear().unwrap();
    eventually("everything is known to be gone", || tab.0.tab_trouble() == Some(TabTrouble::Gone)).await;
    assert_eq!(tab.answered("used").as_deref(), Some("no"), "what is shown stays");
}
