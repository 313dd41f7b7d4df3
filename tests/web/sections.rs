//! Where in a long page the reader is.

use aptauja::browser::sections::{go_to, reached};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{Placed, document, window};

/// Parts of a page that each fill more than the window.
fn parts(ids: &[String]) -> Vec<Placed> {
    let part = |id: &String| {
        let part = Placed::new("section");
        part.0.set_attribute("style", "height: 200vh").unwrap();
        part.0.set_id(id);
        part
    };
    ids.iter().map(part).collect()
}

#[wasm_bindgen_test]
fn the_reader_is_where_the_last_heading_in_the_upper_third_is() {
    let ids = ["part-a", "part-b", "part-c"].map(str::to_owned);
    let parts = parts(&ids);
    let before = Placed::new("p");
    document().body().unwrap().prepend_with_node_1(&before.0).unwrap();
    before.0.set_attribute("style", "height: 200vh").unwrap();
    window().scroll_to_with_x_and_y(0.0, 0.0);
    assert_eq!(reached(&ids), None);
    for (at, id) in ids.iter().enumerate() {
        go_to(id);
        assert_eq!(reached(&ids), Some(at));
        assert_eq!(document().active_element().as_ref(), Some(&parts[at].0));
    }
    window().scroll_by_with_x_and_y(0.0, -50.0);
    assert_eq!(reached(&ids), Some(2), "near enough");
    window().scroll_by_with_x_and_y(0.0, 100_000.0);
    assert_eq!(reached(&ids), Some(2), "the end is of the last");
    assert_eq!(reached(&[]), None);
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
