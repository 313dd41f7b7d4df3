//! The application's start: its language, its address and what it finds missing.

use aptauja::browser::storage::{self, Key};
use aptauja::browser::{BrowserError, dom};
use aptauja::domain::survey::Mistake;
use aptauja::ui::state::Load;
use aptauja::ui::text::Texts;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::survey::{stored, survey};
use super::support::tab::start;
use super::support::{CleanStorage, eventually, fill_storage, pause, window};

/// The address as it was, when dropped.
struct Fragment;

impl Fragment {
    fn of(fragment: &str) -> Self {
        dom::replace(fragment);
        Self
    }
}

impl Drop for Fragment {
    fn drop(&mut self) {
        let history = window().history().unwrap();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&dom::base_address()));
    }
}

#[wasm_bindgen_test]
async fn latvian_is_spoken_until_another_language_is_chosen() {
    let _clean = CleanStorage::new();
    let state = start();
    assert_eq!(state.texts_now().code(), "lv");
    state.choose_language(Texts::of("en").unwrap());
    pause(0).await;
    assert_eq!(storage::load(&Key::Language), Ok(Some("en".to_owned())));
    let root = window().document().unwrap().document_element().unwrap();
    assert_eq!(root.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(start().texts_now().code(), "en", "and by the next visit");
}

#[wasm_bindgen_test]
fn the_address_s_language_goes_before_the_chosen_one() {
    let _clean = CleanStorage::new();
    storage::save(&Key::Language, &"lv").unwrap();
    let _fragment = Fragment::of("/survey/made?lang=en");
    assert_eq!(start().texts_now().code(), "en");
}

#[wasm_bindgen_test]
fn a_language_we_do_not_speak_is_latvian() {
    let _clean = CleanStorage::new();
    storage::save(&Key::Language, &"xx").unwrap();
    assert_eq!(start().texts_now().code(), "lv");
}

#[wasm_bindgen_test]
async fn the_draft_goes_on_in_the_chosen_language() {
    let _clean = CleanStorage::new();
    let state = start();
    state.interview().begin(&survey(), "lv", None);
    state.interview().answer("used", aptauja::domain::survey::Answer::One("yes".into()));
    state.choose_language(Texts::of("en").unwrap());
    pause(0).await;
    assert_eq!(stored().unwrap().draft.language, "en");
    storage::remove(&Key::Language).unwrap();
    let next = start();
    next.open_draft(&survey());
    assert_eq!(next.texts_now().code(), "en");
    next.interview().delete();
    state.interview().delete();
}

#[wasm_bindgen_test]
fn full_storage_is_told_from_the_start() {
    let _clean = CleanStorage::new();
    assert_eq!(start().storage_trouble(), None);
    fill_storage();
    assert_eq!(start().storage_trouble(), Some(BrowserError::StorageFull));
}

#[wasm_bindgen_test]
async fn an_installation_without_its_index_is_told() {
    let _clean = CleanStorage::new();
    let definitions = start().definitions();
    let is_waiting = || matches!(definitions.installation(), Load::Waiting);
    assert!(is_waiting());
    eventually("the index is asked for", || !is_waiting()).await;
    let Load::Wrong(error) = definitions.installation() else { panic!("there is no index here") };
    assert_eq!(
        (error.file.as_str(), &error.mistake),
        ("index.json", &Mistake::Unreachable("HTTP 404".into()))
    );
}
