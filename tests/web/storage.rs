//! Local storage: what is written comes back, and what goes wrong is told.

use aptauja::browser::BrowserError;
use aptauja::browser::storage::{self, Key};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{CleanStorage, fill_storage, local};

#[wasm_bindgen_test]
fn a_saved_value_comes_back() {
    let _clean = CleanStorage::new();
    storage::save(&Key::Language, &"lv").unwrap();
    assert_eq!(storage::load(&Key::Language), Ok(Some("lv".to_owned())));
    assert_eq!(local().get_item("aptauja:language").unwrap().as_deref(), Some("\"lv\""));
    storage::remove(&Key::Language).unwrap();
    assert_eq!(storage::load::<String>(&Key::Language), Ok(None));
}

#[wasm_bindgen_test]
fn a_missing_value_is_none() {
    let _clean = CleanStorage::new();
    let key = Key::Response("missing".into());
    assert_eq!(storage::load::<String>(&key), Ok(None));
    assert_eq!(storage::load_raw(&key), None);
    assert_eq!(storage::remove(&key), Ok(()));
}

#[wasm_bindgen_test]
fn damaged_text_is_told_and_stays_readable() {
    let _clean = CleanStorage::new();
    let key = Key::Draft("made".into());
    for text in ["{\"revision\":1,\"dra", "", "17"] {
        local().set_item(&key.name(), text).unwrap();
        assert_eq!(storage::load::<String>(&key), Err(BrowserError::StorageDamaged), "{text}");
        assert_eq!(storage::load_raw(&key).as_deref(), Some(text));
    }
}

#[wasm_bindgen_test]
fn where_storage_is_full_the_old_value_still_stands() {
    let _clean = CleanStorage::new();
    let key = Key::Response("a".into());
    storage::save(&key, &"old").unwrap();
    fill_storage();
    let long = "new".repeat(100);
    assert_eq!(storage::save(&key, &long), Err(BrowserError::StorageFull));
    assert_eq!(storage::load(&key), Ok(Some("old".to_owned())));
    local().remove_item("filler-0").unwrap();
    assert_eq!(storage::save(&key, &long), Ok(()));
    assert_eq!(storage::load(&key), Ok(Some(long)));
}

#[wasm_bindgen_test]
fn our_keys_are_listed_among_foreign_ones() {
    let _clean = CleanStorage::new();
    let foreign = ["draft:x", "aptauja", "aptauja:", "aptauja:other:x", "other:aptauja:draft:x", "{not json"];
    for key in foreign {
        local().set_item(key, "{not json").unwrap();
    }
    let ours = [Key::Draft("mfa-2018".into()), Key::Draft("a:b".into()), Key::Response("a".into())];
    for key in ours.iter().chain([&Key::Language]) {
        storage::save(key, &1).unwrap();
    }
    let listed = storage::keys().unwrap();
    assert_eq!(listed.len(), ours.len(), "{listed:?}");
    assert!(ours.iter().all(|key| listed.contains(key)), "{listed:?}");
    for key in foreign {
        assert_eq!(local().get_item(key).unwrap().as_deref(), Some("{not json"));
    }
}

#[wasm_bindgen_test]
fn the_probe_tells_full_storage_and_leaves_nothing() {
    let _clean = CleanStorage::new();
    assert_eq!(storage::probe(), Ok(()));
    assert_eq!(local().length().unwrap(), 0);
    fill_storage();
    let length = local().length().unwrap();
    assert_eq!(storage::probe(), Err(BrowserError::StorageFull));
    assert_eq!(local().length().unwrap(), length);
}
