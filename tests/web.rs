//! What only a browser can show: its storage, clock, languages, events, charts and workers.
//!
//! Run by `make browser`; elsewhere there is nothing here.
#![cfg(target_arch = "wasm32")]
// Clippy does not know these tests for tests, in which it allows it.
#![allow(clippy::unwrap_used)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

mod web {
    mod support;

    mod app;
    mod clock;
    mod counting;
    mod documents;
    mod draft;
    mod echarts;
    mod files;
    mod kept;
    mod kiosk;
    mod listing;
    mod locale;
    mod messages;
    mod opening;
    mod sections;
    mod sharing;
    mod statements;
    mod storage;
    mod submitting;
    mod tabs;
    mod texts;
    mod watching;
    mod worker;
}
