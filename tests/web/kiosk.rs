//! A kiosk: what is stored of a person, and what never is.

use aptauja::browser::clock;
use aptauja::browser::storage::{self, Key};
use aptauja::domain::exchange::SealedResponse;
use aptauja::domain::kiosk::{Kiosk, PinHash};
use aptauja::ui::state::KioskState;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::survey::{DRAFT, draft_key, later_revision, stored, survey};
use super::support::tab::Tab;
use super::support::{CleanStorage, local, pause};

fn kiosk(survey: &str) -> Kiosk {
    let pin = PinHash::new("1234", &clock::random_bytes(), 10);
    Kiosk { survey: survey.into(), service: None, language: "en".into(), idle_seconds: 60, pin }
}

/// A global of ours that is there while a test runs.
struct Global(&'static str);

impl Global {
    fn new(name: &'static str, members: &[(&str, &str, &str)]) -> Self {
        let value = Object::new();
        for (member, parameters, body) in members {
            let function = Function::new_with_args(parameters, body);
            Reflect::set(&value, &JsValue::from_str(member), &function).unwrap();
        }
        Reflect::set(&js_sys::global(), &name.into(), &value).unwrap();
        Self(name)
    }
}

impl Drop for Global {
    fn drop(&mut self) {
        let _ = Reflect::delete_property(&js_sys::global(), &self.0.into());
    }
}

#[wasm_bindgen_test]
async fn a_draft_kept_in_memory_is_never_stored_and_a_stored_one_goes() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    assert!(local().get_item(DRAFT).unwrap().is_some());
    tab.0.keep_in_memory("made");
    tab.answer("why", "Tālu").await;
    tab.0.finished(&survey()).unwrap();
    pause(0).await;
    assert_eq!(local().get_item(DRAFT).unwrap(), None);
    assert_eq!(tab.answered("why").as_deref(), Some("Tālu"));
}

#[wasm_bindgen_test]
async fn a_response_for_a_recipient_is_stored_as_ciphertext_only() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.0.keep_in_memory("made");
    tab.answer("used", "no").await;
    tab.answer("why", "Tālu").await;
    let response = tab.0.finished(&survey()).unwrap();
    let key = Key::Response(response.id.clone());
    {
        let _late = Global::new("aptaujaLate", &[("age", "", "return Promise.reject(new Error('gone'))")]);
        assert!(tab.0.keep(response.clone(), Some("age1")).await.is_err());
        assert_eq!(local().length().unwrap(), 0, "rather nothing than plain words");
    }
    let _age = Global::new(
        "aptaujaAge",
        &[
            ("seal", "bytes, recipient", "return Promise.resolve(new Uint8Array([bytes.length % 256]))"),
            ("armored", "bytes", "return 'sealed'"),
        ],
    );
    tab.0.keep(response.clone(), Some("age1")).await.unwrap();
    let found: SealedResponse = storage::load(&key).unwrap().unwrap();
    assert_eq!((found.survey.as_str(), found.age.as_str()), ("made", "sealed"));
    assert_eq!(found.day, response.submitted_at[..10]);
    assert!(!storage::load_raw(&key).unwrap().contains("Tālu"));
    assert_eq!(tab.0.response(&response.id), None, "a receipt cannot show it");
}

#[wasm_bindgen_test]
async fn at_the_start_of_a_kiosk_only_a_fresh_draft_is_left() {
    let _clean = CleanStorage::new();
    let tab = Tab::begin(&survey());
    tab.answer("used", "no").await;
    storage::save(&Key::Kiosk, &kiosk("made")).unwrap();
    // Not a whole tab: it would watch over the tests that follow.
    assert!(KioskState::new().setting().is_some());
    assert!(stored().is_some());
    let old = later_revision(|_| {});
    storage::save(
        &draft_key(),
        &aptauja::domain::survey::StoredDraft { saved_at: old.saved_at - 61_000, ..old },
    )
    .unwrap();
    KioskState::new();
    assert_eq!(stored(), None);
    local().set_item(DRAFT, "{").unwrap();
    KioskState::new();
    assert_eq!(local().get_item(DRAFT).unwrap(), None, "one that cannot be read is somebody's too");
}

#[wasm_bindgen_test]
fn wrong_pins_are_counted_across_reloads_and_forgotten_after_the_right_one() {
    let _clean = CleanStorage::new();
    storage::save(&Key::Kiosk, &kiosk("made")).unwrap();
    for _ in 0..4 {
        assert!(!KioskState::new().unlock("0000"));
    }
    assert!(KioskState::new().unlock("1234"), "four mistakes are free");
    for _ in 0..5 {
        assert!(!KioskState::new().unlock("0000"));
    }
    assert!(!KioskState::new().unlock("1234"), "the right one too has to wait");
    assert!(KioskState::lockout().seconds_left(clock::now().0) > 0);
}
