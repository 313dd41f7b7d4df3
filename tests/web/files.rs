//! Files: made of texts, chosen, dropped and fetched.

use std::cell::RefCell;
use std::rc::Rc;

use aptauja::browser::BrowserError;
use aptauja::browser::definitions::Fetch;
use aptauja::browser::files;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, DragEvent, Event, File, HtmlInputElement};

use super::support::{Placed, window};

fn get(value: &JsValue, member: &str) -> JsValue {
    Reflect::get(value, &member.into()).unwrap()
}

/// Files as a person drags them.
fn dragged(names: &[&str]) -> DataTransfer {
    let transfer = DataTransfer::new().unwrap();
    let items = get(&transfer, "items");
    let add: Function = get(&items, "add").unchecked_into();
    for name in names {
        add.call1(&items, &files::from_text(name, name).unwrap()).unwrap();
    }
    transfer
}

fn names(files: &[File]) -> Vec<String> {
    files.iter().map(File::name).collect()
}

#[wasm_bindgen_test]
async fn a_text_made_a_file_reads_back() {
    let text = "{\"why\":\"Rīgā – „ātri”\"}\n";
    let file = files::from_text("atbilde.json", text).unwrap();
    assert_eq!(file.name(), "atbilde.json");
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = file.size() as usize;
    assert_eq!(size, text.len());
    let read = JsFuture::from(file.text()).await.unwrap();
    assert_eq!(read.as_string().as_deref(), Some(text));
}

#[wasm_bindgen_test]
fn chosen_files_leave_the_input_empty_for_the_next_choice() {
    let placed = Placed::new("input");
    let input: HtmlInputElement = placed.0.clone().unchecked_into();
    input.set_type("file");
    input.set_multiple(true);
    input.set_files(dragged(&["a.json", "b.json"]).files().as_ref());
    let heard = Rc::new(RefCell::new(Vec::new()));
    let into = heard.clone();
    let listener: Closure<dyn FnMut(Event)> =
        Closure::new(move |event: Event| into.borrow_mut().extend(files::chosen(&event)));
    input.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref()).unwrap();
    input.dispatch_event(&Event::new("change").unwrap()).unwrap();
    assert_eq!(names(&heard.borrow()), ["a.json", "b.json"]);
    assert_eq!(input.files().map(|files| files.length()), Some(0));
}

#[wasm_bindgen_test]
fn dropped_files_are_those_of_the_event() {
    let options = Object::new();
    Reflect::set(&options, &"dataTransfer".into(), &dragged(&["a.json", "b.json"])).unwrap();
    let constructor: Function = get(&window(), "DragEvent").unchecked_into();
    let event = Reflect::construct(&constructor, &Array::of2(&"drop".into(), &options)).unwrap();
    assert_eq!(names(&files::dropped(event.unchecked_ref::<DragEvent>())), ["a.json", "b.json"]);
    assert!(files::dropped(&DragEvent::new("drop").unwrap()).is_empty());
}

#[wasm_bindgen_test]
async fn a_file_the_server_has_not_is_told_with_its_status() {
    let fetched = Fetch::start("missing.json").text().await;
    assert_eq!(fetched, Err(BrowserError::Fetch("HTTP 404".into())));
}
