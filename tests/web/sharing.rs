//! One worker that reads alone, and one that has readers.

use aptauja::browser::files;
use aptauja::browser::message::{Reply, Request, Split};
use aptauja::domain::coding::{Codes, Wanted};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::colleague::Colleague;
use super::support::definitions::{SAMPLE, SURVEY, open};
use super::support::eventually;

#[wasm_bindgen_test]
async fn one_worker_and_several_say_the_same() {
    let file = files::from_text("a.ndjson", SAMPLE).unwrap();
    let mut said = Vec::new();
    for readers in [1, 3] {
        let host = Colleague::host().await;
        let request = Request::Import { names: vec![file.name()], readers, identities: Vec::new() };
        let Reply::Imported { surveys, .. } = host.ask(&request, std::slice::from_ref(&file)).await else {
            panic!()
        };
        let mut all = vec![format!("{surveys:?}")];
        for query in ["", "delays=yes", "service=mfa-13&language=lv&from=2018-01-16", "channels=email,phone"]
        {
            let reported = host.report(query).await;
            all.push(format!("{:?} {:?}", reported.report.questions, reported.report.hidden));
            for by in ["service", "language", "quality.attitude"] {
                let split = Split { question: "strengths".into(), by: by.into() };
                let request = Request::Cross { query: query.into(), split: split.clone() };
                all.push(format!("{:?}", host.ask(&request, &[]).await));
                all.push(format!("{:?}", host.ask(&Request::Test { split }, &[]).await));
            }
            let wanted = Wanted { limit: 30, offset: 1, search: "a".into(), ..Wanted::default() };
            let Reply::Texts { wanted, listing, .. } =
                host.ask(&Request::Texts { query: query.into(), wanted }, &[]).await
            else {
                panic!()
            };
            assert_eq!(wanted.limit, 30);
            let mut codes = Codes::default();
            codes.add_theme("t".into(), "Tēma");
            // Of a hidden selection there is no list.
            if let Some(text) = listing.as_ref().and_then(|it| it.texts.first()) {
                codes.toggle_theme(&text.question, &text.sha256, "t");
            }
            host.link.tell(&Request::Codes { survey: SURVEY.into(), codes }, &[]).unwrap();
            all.push(format!("{listing:?}"));
            all.push(format!("{:?}", host.ask(&Request::Themes { query: query.into() }, &[]).await));
        }
        said.push(all);
    }
    assert!(said[0].iter().any(|it| it.contains("Tested")));
    assert!(said[0].iter().any(|it| it.contains("ThemesReport")));
    assert_eq!(said[0], said[1]);
}

#[wasm_bindgen_test]
async fn several_other_surveys_are_counted_at_once() {
    let other = "mfa-2026";
    let file = files::from_text("a.ndjson", SAMPLE).unwrap();
    for readers in [1, 3] {
        let host = Colleague::host().await;
        let Request::Open { index, mut surveys, labels } = open() else { panic!() };
        surveys.insert(other.to_owned(), surveys.get(SURVEY).unwrap().clone());
        assert!(matches!(host.ask(&Request::Open { index, surveys, labels }, &[]).await, Reply::Opened));
        let request = Request::Import { names: vec![file.name()], readers, identities: Vec::new() };
        host.ask(&request, std::slice::from_ref(&file)).await;
        host.report("").await;
        host.said.borrow_mut().clear();
        for query in ["survey=mfa-2026", "survey=mfa-2018", "survey=mfa-2018&delays=yes"] {
            host.link.tell(&Request::Wave { query: query.into() }, &[]).unwrap();
        }
        let answered = |wanted: &str| {
            let is_wanted = |reply: &Reply| matches!(reply, Reply::Wave { query, .. } if query == wanted);
            host.said.borrow().iter().any(is_wanted)
        };
        // Of one survey the latest is enough; that of another does not take its place.
        eventually("both are counted", || {
            answered("survey=mfa-2026") && answered("survey=mfa-2018&delays=yes")
        })
        .await;
    }
}
