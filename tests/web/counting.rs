//! The real worker reads real files, counts and draws.

use aptauja::browser::files;
use aptauja::browser::message::{Reply, Request, Split};
use aptauja::domain::analysis::Certainty;
use aptauja::domain::survey::SurveyFiles;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use super::support::colleague::Colleague;
use super::support::definitions::{SAMPLE, SURVEY, drawing, open};
use super::support::eventually;

#[wasm_bindgen_test]
async fn the_real_worker_reads_counts_and_draws() {
    let host = Colleague::host().await;
    let mut copy = SAMPLE.lines().next().unwrap().to_owned();
    copy.push_str("\n{\"id\":");
    let files =
        [("a.ndjson", SAMPLE), ("b.ndjson", &copy)].map(|(name, text)| files::from_text(name, text).unwrap());
    let names = files.iter().map(File::name).collect();
    let request = Request::Import { names, readers: 1, identities: Vec::new() };
    let Reply::Imported { ledger, surveys, sealed: 0 } = host.ask(&request, &files).await else {
        panic!("{:?}", host.said.borrow());
    };
    let lines = u64::try_from(SAMPLE.lines().count()).unwrap();
    assert_eq!(surveys[SURVEY], lines);
    let counts = ledger.files.iter().map(|file| (file.source.accepted, file.source.duplicates));
    assert_eq!(counts.collect::<Vec<_>>(), [(lines, 0), (0, 1)]);
    assert_eq!(ledger.rejections.len(), 1);
    let said = host.said.borrow().clone();
    let Some(Reply::Progress { done, total, .. }) =
        said.iter().rfind(|it| !matches!(it, Reply::Imported { .. }))
    else {
        panic!("{said:?}")
    };
    assert!((done - total).abs() < f64::EPSILON && *total > 0.0, "{done} of {total}");
    let whole = host.report("").await;
    assert_eq!((whole.survey.as_str(), whole.report.responses), (SURVEY, Some(lines)));
    host.link.tell(&Request::Draw { drawing: drawing() }, &[]).unwrap();
    let is_drawn =
        |reply: &Reply| matches!(reply, Reply::Drawn { question, picture: Some(_) } if question == "quality");
    eventually("pictures follow", || host.said.borrow().iter().any(is_drawn)).await;
    assert!(whole.findings.contains_key("delays"));
    let part = host.report("delays=yes").await;
    assert!(part.report.responses > Some(0) && part.report.responses < Some(lines));
    let split = Split { question: "quality".into(), by: "service".into() };
    let request = Request::Cross { query: String::new(), split: split.clone() };
    let Reply::Crossed { split: counted, cross: Some(cross) } = host.ask(&request, &[]).await else {
        panic!()
    };
    assert_eq!(counted, split);
    assert_eq!(cross.groups.iter().map(|group| group.base).sum::<u64>(), lines);
    // Of the few whose service was late, no service is shown apart.
    let request = Request::Cross { query: "delays=yes".into(), split };
    let Reply::Crossed { cross: Some(cross), .. } = host.ask(&request, &[]).await else { panic!() };
    assert!(cross.groups.iter().all(|group| group.hidden || group.base == 0));
    let Reply::Rejections(all) = host.ask(&Request::Rejections, &[]).await else { panic!() };
    assert_eq!(all, ledger.rejections);
}

#[wasm_bindgen_test]
async fn counts_by_groups_are_tested_and_each_group_is_drawn() {
    let host = Colleague::host().await;
    let file = files::from_text("sample.ndjson", SAMPLE).unwrap();
    let request = Request::Import { names: vec!["sample.ndjson".into()], readers: 1, identities: Vec::new() };
    assert!(matches!(host.ask(&request, &[file]).await, Reply::Imported { .. }));
    let split = Split { question: "delays".into(), by: "language".into() };
    let request = Request::Cross { query: String::new(), split: split.clone() };
    let Reply::Crossed { cross: Some(cross), .. } = host.ask(&request, &[]).await else { panic!() };
    let Reply::Tested { split: tested, certainty: Certainty::Tested(tests) } =
        host.ask(&Request::Test { split: split.clone() }, &[]).await
    else {
        panic!()
    };
    assert!(tested == split && !tests.is_empty());
    host.said.borrow_mut().clear();
    let request = Request::DrawGroups { split: split.clone(), drawing: drawing() };
    host.link.tell(&request, &[]).unwrap();
    let shown = cross.groups.iter().filter(|group| !group.hidden && group.is_answered()).count();
    let drawn = || {
        let said = host.said.borrow();
        said.iter().filter(|it| matches!(it, Reply::DrawnGroup { picture: Some(_), .. })).count()
    };
    eventually("every group is drawn", || drawn() == shown).await;
    // Of what has not been counted, nothing is told: the next answer is of another question.
    let other = Split { question: "quality".into(), by: "language".into() };
    host.link.tell(&Request::Test { split: other }, &[]).unwrap();
    assert!(
        matches!(host.ask(&Request::Test { split }, &[]).await, Reply::Tested { split, .. } if split.question == "delays")
    );
}

#[wasm_bindgen_test]
async fn the_real_worker_draws_what_was_published() {
    let host = Colleague::host().await;
    let request = Request::Published { survey: SURVEY.into(), drawing: drawing() };
    let Reply::Published { pictures } = host.ask(&request, &[]).await else { panic!() };
    assert!(pictures.contains_key("delays") && pictures.contains_key("quality"));
}

#[wasm_bindgen_test]
async fn a_survey_with_fewer_questions_may_be_counted_while_pictures_of_another_are_drawn() {
    const SHORT: &str = "mfa-2026";
    let Request::Open { index, mut surveys, labels } = open() else { panic!() };
    let questionnaire = r#"{"pages":[{"name":"p","elements":[{"type":"boolean","name":"a","title":"A"}]}]}"#;
    let short = SurveyFiles { questionnaire: questionnaire.into(), catalogue: None, baseline: None };
    surveys.insert(SHORT.to_owned(), short);
    let host = Colleague::host_of(&Request::Open { index, surveys, labels }).await;
    let id = "00000000-0000-4000-8000-00000000000f";
    let answered = format!(
        r#"{SAMPLE}{{"id":"{id}","survey":"{SHORT}","submitted_at":"2026-02-10T12:00:00Z","language":"lv","answers":{{"a":true}}}}"#
    );
    let file = files::from_text("a.ndjson", &answered).unwrap();
    let request = Request::Import { names: vec!["a.ndjson".into()], readers: 1, identities: Vec::new() };
    let Reply::Imported { surveys, .. } = host.ask(&request, &[file]).await else { panic!() };
    assert_eq!(surveys[SHORT], 1);
    let long = host.report("").await;
    assert!(long.report.questions.len() > 1);
    host.said.borrow_mut().clear();
    host.link.tell(&Request::Draw { drawing: drawing() }, &[]).unwrap();
    let is_drawn = || host.said.borrow().iter().any(|reply| matches!(reply, Reply::Drawn { .. }));
    eventually("the first picture is drawn", is_drawn).await;
    let short = host.report(&format!("survey={SHORT}")).await;
    assert_eq!((short.survey.as_str(), short.report.questions.len()), (SHORT, 1));
    // The worker goes on.
    host.link.tell(&Request::Draw { drawing: drawing() }, &[]).unwrap();
    let is_of_short = |reply: &Reply| matches!(reply, Reply::Drawn { question, .. } if question == "a");
    eventually("its picture follows", || host.said.borrow().iter().any(is_of_short)).await;
}
