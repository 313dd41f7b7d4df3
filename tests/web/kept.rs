//! What this browser keeps: the responses and drafts in its storage.

use aptauja::browser::storage::{self, Key};
use aptauja::domain::exchange::SealedResponse;
use aptauja::domain::survey::{Answers, Day, Draft, Response, StoredDraft};
use aptauja::ui::state::KeptResponses;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{CleanStorage, local};

fn response(id: &str, survey: &str, submitted_at: &str) -> Response {
    Response {
        id: id.into(),
        survey: survey.into(),
        submitted_at: submitted_at.into(),
        language: "lv".into(),
        answers: Answers::default(),
    }
}

fn keep(response: &Response) {
    storage::save(&Key::Response(response.id.clone()), response).unwrap();
}

#[wasm_bindgen_test]
fn responses_are_kept_by_survey_and_oldest_first() {
    let _clean = CleanStorage::new();
    let newest = response("1", "a", "2018-01-17T08:00:00Z");
    let oldest = response("2", "a", "2018-01-15T08:00:00Z");
    let other = response("3", "b", "2018-01-16T08:00:00Z");
    [&newest, &oldest, &other].into_iter().for_each(keep);
    let unsaved = response("4", "a", "2018-01-16T08:00:00Z");
    let kept = KeptResponses::read(std::slice::from_ref(&unsaved)).unwrap();
    assert_eq!(kept.surveys["a"].responses, [oldest, unsaved, newest]);
    assert_eq!(kept.surveys["b"].responses, [other]);
    assert!(kept.damaged.is_empty());
}

#[wasm_bindgen_test]
fn drafts_are_told_by_the_time_of_their_saving() {
    let _clean = CleanStorage::new();
    let draft = Draft {
        id: "1".into(),
        survey: "a".into(),
        language: "lv".into(),
        answers: Answers::default(),
        step: None,
    };
    storage::save(&Key::Draft("a".into()), &StoredDraft { revision: 1, saved_at: 42, draft }).unwrap();
    let kept = KeptResponses::read(&[]).unwrap();
    assert_eq!(kept.surveys["a"].draft_saved_at, Some(42));
    assert!(kept.surveys["a"].responses.is_empty());
}

#[wasm_bindgen_test]
fn damaged_records_are_kept_as_text_beside_the_good_ones() {
    let _clean = CleanStorage::new();
    keep(&response("1", "a", "2018-01-15T08:00:00Z"));
    local().set_item("aptauja:response:2", "{\"id\":\"2\",").unwrap();
    local().set_item("aptauja:draft:a", "{}").unwrap();
    local().set_item("foreign", "{\"id\":").unwrap();
    let mut kept = KeptResponses::read(&[]).unwrap();
    kept.damaged.sort();
    assert_eq!(kept.damaged, ["{\"id\":\"2\",", "{}"]);
    assert_eq!(kept.surveys["a"].responses.len(), 1);
}

#[wasm_bindgen_test]
fn sealed_responses_are_counted_with_their_day_beside_the_others() {
    let _clean = CleanStorage::new();
    keep(&response("1", "a", "2018-01-15T08:00:00Z"));
    let sealed =
        SealedResponse { id: "2".into(), survey: "a".into(), day: "2018-01-17".into(), age: "x".into() };
    storage::save(&Key::Response("2".into()), &sealed).unwrap();
    let kept = KeptResponses::read(&[]).unwrap();
    assert_eq!(kept.surveys["a"].sealed, [sealed]);
    assert_eq!((kept.surveys["a"].count(), kept.surveys["a"].responses.len()), (2, 1));
    assert_eq!(kept.newest_day(), Day::parse("2018-01-17"));
    assert!(kept.damaged.is_empty());
}

#[wasm_bindgen_test]
fn only_the_responses_named_are_deleted() {
    let _clean = CleanStorage::new();
    let exported = response("1", "a", "2018-01-15T08:00:00Z");
    let newer = response("2", "a", "2018-01-16T08:00:00Z");
    [&exported, &newer].into_iter().for_each(keep);
    KeptResponses::delete([&exported.id]);
    assert_eq!(KeptResponses::read(&[]).unwrap().surveys["a"].responses, [newer]);
}
