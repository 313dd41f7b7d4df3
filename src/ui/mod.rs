//! The page: its state, addresses and texts, and the components that show them.
//!
//! `pages → fields, parts`; `fields → parts`. Only pages read the application's state.

// A component owns its props, whatever it does with them; and only closures written out in `view!`
// are erased to one type, which is a third of the respondent's wasm.
#![allow(clippy::needless_pass_by_value, clippy::redundant_closure)]

mod fields;
mod pages;
mod parts;
pub mod state;
pub mod text;

/// Shows the application in the element `#app`.
pub fn mount() {
    use wasm_bindgen::JsCast;
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|element| element.dyn_into().ok());
    if let Some(root) = root {
        leptos::mount::mount_to(root, pages::Shell).forget();
    }
}
