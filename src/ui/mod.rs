//! The page: its state, addresses and texts, and the components that show them.
//!
//! `pages → fields, parts`; `fields → parts`. Only pages read the application's state.

mod fields;
mod pages;
mod parts;
pub mod route;
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
