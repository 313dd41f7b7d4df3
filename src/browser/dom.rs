//! The document: title, language, focus, the address and a few events.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, HtmlDetailsElement, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets `lang` of the whole document.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Content of `<meta name="…">`.
pub fn meta(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    element.get_attribute("content")
}

/// A CSS custom property of the sheet of paper on the page, else of the document; trimmed.
pub fn token(name: &str) -> String {
    document()
        .and_then(|document| document.query_selector(".paper, :root:not(:has(.paper))").ok()?)
        .zip(window())
        .and_then(|(root, window)| window.get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value(name).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

/// The value of a custom property within `.paper`, where colours are those of paper.
pub fn token_on_paper(name: &str) -> String {
    let value = document().zip(window()).and_then(|(document, window)| {
        let probe = document.create_element("span").ok()?;
        probe.set_class_name("paper");
        document.body()?.append_child(&probe).ok()?;
        let style = window.get_computed_style(&probe).ok().flatten();
        let value = style.and_then(|style| style.get_property_value(name).ok());
        probe.remove();
        value
    });
    value.map(|value| value.trim().to_owned()).unwrap_or_default()
}

/// Sets a CSS custom property of the document to a text, as `content` takes it.
#[cfg(feature = "auditor")]
pub fn set_root_text(name: &str, text: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = root.style().set_property(name, &format!("\"{text}\""));
    }
}

/// Moves focus to the first element that matches, and shows it.
pub fn focus(selector: &str) {
    if let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten())
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// Moves focus to the first element that matches, scrolling no farther than needed.
#[cfg(feature = "auditor")]
pub fn focus_in_place(selector: &str) {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Moves focus to the first element that matches where what had it is gone.
#[cfg(feature = "auditor")]
pub fn focus_if_lost(selector: &str) {
    let focused = document().and_then(|document| document.active_element());
    if focused.is_none_or(|element| element.tag_name() == "BODY") {
        focus_in_place(selector);
    }
}

/// Whether focus is within an element that matches.
#[cfg(feature = "auditor")]
pub fn has_focus_within(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Scrolls no farther than needed to show the first element that matches.
pub fn show(selector: &str) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten()) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves focus without scrolling the page away from its top.
pub fn focus_at_top(selector: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten())
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus_with_options(&options);
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The address's fragment without `#`.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Goes to a fragment, as a link would.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Goes to a fragment in place of the current one, so that Back does not return here.
pub fn replace(fragment: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(&format!("#{fragment}"));
    }
}

/// The document's address without fragment and file name, for links that others will open.
pub fn base_address() -> String {
    window()
        .and_then(|window| window.location().href().ok())
        .map(|href| href.split('#').next().unwrap_or_default().to_owned())
        .unwrap_or_default()
}

/// Goes one step back in the history.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Hides the application, until the page is loaded anew.
#[cfg(feature = "auditor")]
pub fn hide() {
    if let Some(app) = document().and_then(|document| document.get_element_by_id("app")) {
        let _ = app.set_attribute("hidden", "");
    }
}

/// Has the page begin at its top when it is loaded anew.
#[cfg(feature = "auditor")]
pub fn forget_scrolling() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
}

/// Marks the whole document with a class.
#[cfg(feature = "auditor")]
pub fn mark_root(class: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.class_list().add_1(class);
    }
}

/// Shows a `<dialog>` above everything else, or puts it away; focus goes into it and back.
#[cfg(feature = "auditor")]
pub fn show_dialog(dialog: &web_sys::HtmlDialogElement, is_shown: bool) {
    if is_shown && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !is_shown && dialog.open() {
        dialog.close();
    }
}

/// Runs `task` every `millis` milliseconds, for as long as the page lives.
#[cfg(feature = "auditor")]
pub fn every(millis: i32, task: impl FnMut() + 'static) {
    let callback: Closure<dyn FnMut()> = Closure::new(task);
    if let Some(window) = window() {
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
            callback.as_ref().unchecked_ref(),
            millis,
        );
    }
    callback.forget();
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Runs `task` once after `millis` milliseconds.
pub fn later(millis: i32, task: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(task);
    if let Some(window) = window() {
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), millis);
    }
}

/// Calls `handler` at every `event` of the window, for as long as the page lives.
pub fn on_window(event: &str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = window() {
        listen(&window, event, handler);
    }
}

/// Calls `handler` whenever a media query changes its answer.
pub fn on_media_change(query: &str, mut handler: impl FnMut() + 'static) {
    if let Some(list) = window().and_then(|window| window.match_media(query).ok().flatten()) {
        listen(&list, "change", move |_| handler());
    }
}

fn listen(target: &EventTarget, event: &str, handler: impl FnMut(Event) + 'static) {
    let callback: Closure<dyn FnMut(Event)> = Closure::new(handler);
    let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    // The listener lives as long as the page.
    callback.forget();
}

/// Asks the browser to warn before the page is left.
pub fn warn_before_leaving(event: &Event) {
    event.prevent_default();
    if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
        event.set_return_value("x");
    }
}

/// The key that a storage event of another tab is about; `None` also where everything was cleared.
pub fn storage_event_key(event: &Event) -> Option<String> {
    event.dyn_ref::<web_sys::StorageEvent>()?.key()
}

/// Reads a JavaScript value's member as text.
pub fn member(value: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(value, &JsValue::from_str(name)).ok()?.as_string()
}

/// Escape folds away the open details element the focus is in, and focus stays at its name.
pub fn fold_on_escape(event: &web_sys::KeyboardEvent) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let group = target.and_then(|it| it.closest("details").ok().flatten());
    let group = group.and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok());
    let Some(group) = group.filter(|group| event.key() == "Escape" && group.open()) else { return };
    event.prevent_default();
    group.set_open(false);
    let summary = group.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
