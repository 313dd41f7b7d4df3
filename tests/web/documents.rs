//! The document: address, title, language, focus and tokens.

use aptauja::browser::dom;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::{Placed, document, window};

#[wasm_bindgen_test]
fn the_fragment_can_be_gone_to_and_replaced() {
    let history = window().history().unwrap();
    dom::go("/survey/made");
    assert_eq!(dom::fragment(), "/survey/made");
    let length = history.length().unwrap();
    dom::replace("/results?service=a%20b");
    assert_eq!(dom::fragment(), "/results?service=a%20b");
    assert_eq!(history.length().unwrap(), length, "Back does not return to what was replaced");
    assert!(!dom::base_address().contains('#'));
    history.replace_state_with_url(&JsValue::NULL, "", Some(&dom::base_address())).unwrap();
    assert_eq!(dom::fragment(), "");
}

#[wasm_bindgen_test]
fn title_and_language_are_the_document_s() {
    let title = document().title();
    dom::set_title("Aptauja – „ķ”");
    dom::set_language("lv");
    assert_eq!(document().title(), "Aptauja – „ķ”");
    assert_eq!(document().document_element().unwrap().get_attribute("lang").as_deref(), Some("lv"));
    document().set_title(&title);
}

#[wasm_bindgen_test]
fn metas_and_tokens_are_read_from_the_document() {
    assert_eq!(dom::meta("aptauja:test"), None);
    let _meta = Placed::meta("aptauja:test", "value");
    assert_eq!(dom::meta("aptauja:test").as_deref(), Some("value"));
    let root: HtmlElement = document().document_element().unwrap().unchecked_into();
    root.style().set_property("--test-token", "  #8a1538 ").unwrap();
    assert_eq!(dom::token("--test-token"), "#8a1538");
    root.style().remove_property("--test-token").unwrap();
    assert_eq!(dom::token("--test-token"), "");
}

#[wasm_bindgen_test]
fn focus_goes_to_the_first_that_matches() {
    let placed = [Placed::new("button"), Placed::new("button")];
    for place in &placed {
        place.0.set_class_name("target");
    }
    for focus in [dom::focus, dom::focus_at_top] {
        focus(".target");
        assert_eq!(document().active_element().as_ref(), Some(&placed[0].0));
        placed[0].0.unchecked_ref::<HtmlElement>().blur().unwrap();
    }
    dom::focus(".missing");
}
