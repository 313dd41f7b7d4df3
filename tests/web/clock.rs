//! The time, its zone and new ids.

use std::collections::BTreeSet;

use aptauja::browser::clock;
use aptauja::domain::survey::{Day, Instant, is_uuid};
use aptauja::ui::text::Texts;
use js_sys::Date;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn new_ids_are_distinct_uuids_of_version_4() {
    let ids: BTreeSet<String> = (0..1000).map(|_| clock::new_id()).collect();
    assert_eq!(ids.len(), 1000);
    for id in ids {
        assert!(is_uuid(&id) && id == id.to_lowercase(), "{id}");
        assert_eq!(&id[14..15], "4", "{id}");
        assert!(["8", "9", "a", "b"].contains(&&id[19..20]), "{id}");
    }
}

#[wasm_bindgen_test]
fn now_is_the_browser_s_time() {
    let before = Date::now();
    let now = clock::now();
    #[allow(clippy::cast_precision_loss)]
    let millis = now.0 as f64;
    assert!(before <= millis && millis <= Date::now());
    let iso = String::from(Date::new(&millis.into()).to_iso_string());
    assert_eq!(now.to_string(), format!("{}Z", &iso[..19]));
    assert_eq!(Day::parse(&iso[..10]), Some(now.day()));
    assert!(clock::today() >= now.day());
}

/// The browser's own hours, in winter and in summer; `make browser` runs in Riga's zone.
#[wasm_bindgen_test]
fn moments_are_told_by_the_device_s_clock() {
    let texts = Texts::of("lv").unwrap();
    for text in ["2018-01-15T23:30:00Z", "2018-07-15T21:30:00Z"] {
        let at = Instant::parse(text).unwrap();
        let date = Date::new(&text.into());
        let (day, month) = (date.get_date(), date.get_month() + 1);
        let (hour, minute) = (date.get_hours(), date.get_minutes());
        assert_eq!(
            texts.moment(at, clock::offset_minutes(at)),
            format!("{day:02}.{month:02}.2018., {hour:02}.{minute:02}")
        );
    }
}
