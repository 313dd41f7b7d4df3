//! The draft: saved at once, taken up where it was left, never lost without a word.

use aptauja::browser::BrowserError;
use aptauja::browser::storage::{self, Key};
use aptauja::domain::survey::{Instant, Response};
use aptauja::ui::state::Submitted;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::survey::{DRAFT, draft_key, stored, survey, text_of};
use super::support::tab::Tab;
use super::support::{CleanStorage, fill_storage, local, pause};

#[wasm_bindgen_test]
async fn every_answer_is_saved_at_once() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    pause(0).await;
    assert_eq!(stored(), None, "nothing is kept before the first answer");
    tab.answer("used", "no").await;
    let first = stored().unwrap();
    assert_eq!((first.revision, text_of(&first.draft.answers, "used").as_deref()), (1, Some("no")));
    assert_eq!(tab.0.saved_at(), Some(Instant(first.saved_at)));
    tab.answer("why", "Tālu").await;
    let second = stored().unwrap();
    assert_eq!((second.revision, text_of(&second.draft.answers, "why").as_deref()), (2, Some("Tālu")));
    tab.answer("why", "Tālu").await;
    assert_eq!(stored().unwrap().revision, 2, "the same again is not written again");
    assert_eq!(tab.0.trouble(), None);
    assert!(!tab.0.would_be_lost());
}

#[wasm_bindgen_test]
async fn a_draft_is_taken_up_where_it_was_left() {
    let _clean = CleanStorage::new();
    let left = Tab::begin(&survey());
    left.answer("used", "no").await;
    left.0.set_language("en");
    left.0.at_step("why");
    pause(0).await;
    let tab = Tab::open(&survey());
    assert_eq!(tab.answered("used").as_deref(), Some("no"));
    assert_eq!((tab.0.left_at().as_deref(), tab.0.language().as_deref()), (Some("why"), Some("en")));
    assert_eq!(tab.id(), left.id());
    let revision = stored().unwrap().revision;
    pause(0).await;
    assert_eq!(stored().unwrap().revision, revision, "taking up writes nothing");
    tab.answer("why", "Tālu").await;
    assert_eq!(stored().unwrap().revision, revision + 1);
}

#[wasm_bindgen_test]
async fn answers_the_questionnaire_does_not_know_any_more_are_left_out() {
    let _clean = CleanStorage::new();
    let left = Tab::begin(&survey());
    left.answer("used", "yes").await;
    left.answer("gone", "x").await;
    let tab = Tab::open(&survey());
    assert_eq!(tab.answered("used").as_deref(), Some("yes"));
    assert_eq!(tab.answered("gone"), None);
}

#[wasm_bindgen_test]
fn a_damaged_draft_is_handed_over_as_text() {
    let _clean = CleanStorage::new();
    local().set_item(DRAFT, "{\"revision\":1,").unwrap();
    let tab = Tab::open(&survey());
    assert!(!tab.0.has_draft());
    assert_eq!(tab.0.damaged().as_deref(), Some("{\"revision\":1,"));
    assert_eq!(storage::load_raw(&draft_key()).as_deref(), Some("{\"revision\":1,"), "and stays");
    tab.0.delete_of("made");
    assert_eq!(storage::load_raw(&draft_key()), None);
}

#[wasm_bindgen_test]
async fn a_draft_that_was_submitted_before_a_crash_is_finished() {
    let _clean = CleanStorage::new();
    let crashed = Tab::begin(&survey());
    crashed.answer("used", "yes").await;
    let response: Response = crashed.0.as_response().unwrap();
    storage::save(&Key::Response(response.id.clone()), &response).unwrap();
    let tab = Tab::open(&survey());
    assert!(!tab.0.has_draft());
    assert_eq!(stored(), None);
}

#[wasm_bindgen_test]
async fn full_storage_is_told_until_there_is_room_again() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    fill_storage();
    tab.answer("why", &"Ļoti tālu. ".repeat(20)).await;
    assert_eq!(tab.0.trouble(), Some(BrowserError::StorageFull));
    assert!(tab.0.would_be_lost());
    let old = stored().unwrap();
    assert_eq!(text_of(&old.draft.answers, "used").as_deref(), Some("no"), "the last good state stands");
    local().remove_item("filler-0").unwrap();
    tab.answer("more", "Paldies").await;
    assert_eq!(tab.0.trouble(), None);
    assert!(!tab.0.would_be_lost());
    assert!(text_of(&stored().unwrap().draft.answers, "why").is_some());
}

#[wasm_bindgen_test]
async fn a_deleted_draft_is_gone_here_and_in_storage() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab.0.delete();
    pause(0).await;
    assert!(!tab.0.has_draft());
    assert_eq!(stored(), None);
    assert_eq!(tab.0.submit(&survey()), Submitted::Held);
}

#[wasm_bindgen_test]
async fn an_answer_taken_back_is_gone_from_storage() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab.0.clear("used", None);
    pause(0).await;
    let emptied = stored().unwrap();
    assert!(emptied.draft.answers.is_empty());
    assert_eq!(emptied.revision, 2);
}
