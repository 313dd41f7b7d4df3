//! Submitting: the response is stored before the draft goes, and only when it is right.

use std::cell::RefCell;
use std::rc::Rc;

use aptauja::browser::dom;
use aptauja::browser::storage::{self, Key};
use aptauja::domain::survey::{Instant, Response, Violation};
use aptauja::ui::state::Submitted;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, Window};

use super::support::survey::{DRAFT, stored, survey, survey_of, text_of};
use super::support::tab::Tab;
use super::support::{CleanStorage, Placed, eventually, fill_storage, local, pause};

#[wasm_bindgen_test]
async fn a_finished_draft_becomes_a_stored_response() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab.answer("why", "Tālu").await;
    let id = tab.id();
    assert_eq!(tab.0.submit(&survey()), Submitted::Done(id.clone()));
    let response: Response = storage::load(&Key::Response(id.clone())).unwrap().unwrap();
    assert_eq!(
        (response.id.as_str(), response.survey.as_str(), response.language.as_str()),
        (&*id, "made", "lv")
    );
    assert!(Instant::parse(&response.submitted_at).is_some());
    assert_eq!(text_of(&response.answers, "why").as_deref(), Some("Tālu"));
    assert_eq!(tab.0.response(&id), Some((response, true)));
    pause(0).await;
    assert_eq!(stored(), None);
    assert!(!tab.0.has_draft());
    assert_eq!(tab.0.submit(&survey()), Submitted::Held, "submitting twice stores once");
    assert_eq!(storage::keys().unwrap(), [Key::Response(id)]);
}

#[wasm_bindgen_test]
async fn answers_to_hidden_questions_are_not_submitted() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab.answer("why", "Tālu").await;
    tab.answer("used", "yes").await;
    assert_eq!(tab.answered("why").as_deref(), Some("Tālu"), "the draft keeps it");
    let id = tab.id();
    tab.0.submit(&survey());
    let (response, _) = tab.0.response(&id).unwrap();
    assert_eq!(response.answers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["used"]);
}

/// As another tab sees it.
#[wasm_bindgen_test]
async fn the_response_is_stored_before_the_draft_is_removed() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    let frame = Placed::new("iframe");
    let other: Window = Reflect::get(&frame.0, &"contentWindow".into()).unwrap().unchecked_into();
    other.local_storage().unwrap().unwrap();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let into = seen.clone();
    let listener: Closure<dyn FnMut(Event)> =
        Closure::new(move |event: Event| into.borrow_mut().extend(dom::member(&event, "key")));
    other.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref()).unwrap();
    tab.answer("used", "yes").await;
    let response = Key::Response(tab.id()).name();
    tab.0.submit(&survey());
    // Before it the other tab may hear of what was written before it listened.
    let last = [response.as_str(), DRAFT];
    eventually("the draft goes last", || seen.borrow().iter().rev().take(2).rev().eq(last.iter())).await;
}

#[wasm_bindgen_test]
async fn a_missing_answer_is_refused_and_named() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("more", "Paldies").await;
    assert_eq!(tab.0.submit(&survey()), Submitted::Refused("used".into()));
    assert_eq!(tab.0.violation("used"), Some(Violation::Required));
    assert_eq!(tab.0.violation("more"), None);
    assert!(tab.0.has_draft() && stored().is_some());
    tab.0.settle();
    assert_eq!(tab.0.violation("used"), None);
}

#[wasm_bindgen_test]
async fn outside_its_period_a_survey_takes_nothing_and_the_draft_stays() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "yes").await;
    for (opens, closes) in [("2018-01-15", "2018-01-31"), ("9999-01-01", "9999-12-31")] {
        assert_eq!(tab.0.submit(&survey_of(opens, closes)), Submitted::Closed);
    }
    assert!(tab.0.has_draft() && stored().is_some());
}

#[wasm_bindgen_test]
async fn a_response_without_room_beside_its_draft_takes_the_draft_s() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    tab.answer("why", &"Ļoti tālu. ".repeat(100)).await;
    local().set_item("room", &"x".repeat(200)).unwrap();
    fill_storage();
    local().remove_item("room").unwrap();
    let id = tab.id();
    assert_eq!(tab.0.submit(&survey()), Submitted::Done(id.clone()));
    assert!(tab.0.response(&id).is_some_and(|(_, is_stored)| is_stored));
    assert_eq!((stored(), tab.0.unsaved()), (None, vec![]));
}

#[wasm_bindgen_test]
async fn a_response_without_any_room_is_kept_by_the_page() {
    let _clean = CleanStorage::new();
    fill_storage();
    let tab = Tab::begin(&survey());
    tab.answer("used", "yes").await;
    let id = tab.id();
    assert_eq!(tab.0.submit(&survey()), Submitted::Done(id.clone()));
    let (response, is_stored) = tab.0.response(&id).unwrap();
    assert!(!is_stored && tab.0.would_be_lost());
    assert_eq!(tab.0.unsaved(), std::slice::from_ref(&response));
    tab.0.drop_unsaved(&["another".to_owned()]);
    assert!(tab.0.would_be_lost());
    tab.0.drop_unsaved(&[response.id]);
    assert!(!tab.0.would_be_lost() && tab.0.response(&id).is_none());
}
