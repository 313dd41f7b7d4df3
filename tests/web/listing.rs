//! The real worker lists texts and tallies themes.

use aptauja::browser::files;
use aptauja::browser::message::{Reply, Request};
use aptauja::domain::coding::{Codes, Selection, Wanted};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::colleague::Colleague;
use super::support::definitions::{SAMPLE, SURVEY, drawing};

#[wasm_bindgen_test]
async fn the_real_worker_lists_texts_and_none_of_those_that_few_wrote() {
    let host = Colleague::host().await;
    let file = files::from_text("a.ndjson", SAMPLE).unwrap();
    let request = Request::Import { names: vec![file.name()], readers: 1, identities: Vec::new() };
    assert!(matches!(host.ask(&request, &[file]).await, Reply::Imported { .. }));
    let list = async |query: &str, selection| {
        let wanted = Wanted { limit: 3, selection, ..Wanted::default() };
        match host.ask(&Request::Texts { query: query.into(), wanted }, &[]).await {
            Reply::Texts { listing, .. } => listing,
            other => panic!("{other:?}"),
        }
    };
    let whole = list("delays=yes", Selection::All).await.unwrap();
    assert!(whole.total > 3 && whole.texts.len() == 3);
    let text = &whole.texts[0];
    let mut codes = Codes::default();
    codes.add_theme("t".into(), "Tēma");
    codes.toggle_theme(&text.question, &text.sha256, "t");
    host.link.tell(&Request::Codes { survey: SURVEY.into(), codes: codes.clone() }, &[]).unwrap();
    assert_eq!(list("delays=yes", Selection::Coded).await.unwrap().texts, std::slice::from_ref(text));
    let themes = async |query: &str| match host.ask(&Request::Themes { query: query.into() }, &[]).await {
        Reply::Themes { themes, .. } => themes,
        other => panic!("{other:?}"),
    };
    let tallied = themes("delays=yes").await;
    assert_eq!((tallied[0].answered, tallied[0].choices[0].tally.count), (text.count, text.count));
    let drawn = host.ask(&Request::DrawThemes { drawing: drawing() }, &[]).await;
    assert!(matches!(drawn, Reply::ThemesDrawn { picture: Some(_), .. }));
    // Two responses.
    assert_eq!(list("delays=yes&language=en", Selection::All).await, None);
    assert_eq!(themes("delays=yes&language=en").await, []);
    let text = codes.toggle_theme(&text.question, &text.sha256, "t");
    host.link.tell(&Request::Code { survey: SURVEY.into(), text }, &[]).unwrap();
    assert_eq!(list("delays=yes", Selection::Coded).await.unwrap().total, 0);
}
