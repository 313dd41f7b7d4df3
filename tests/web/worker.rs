//! The page's end of a worker, with workers of every temper.

use aptauja::browser::message::{LEAD, Reply, Request};
use aptauja::browser::worker_link::WorkerLink;
use aptauja::browser::{BrowserError, files};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::colleague::Colleague;
use super::support::definitions::open;
use super::support::{eventually, pause};

#[wasm_bindgen_test]
fn a_page_that_names_no_worker_says_so() {
    let error = WorkerLink::<Reply>::start(LEAD, |_, _| ()).err();
    assert_eq!(error, Some(BrowserError::Other("the page names no worker".into())));
}

#[wasm_bindgen_test]
async fn files_travel_beside_the_request() {
    let echo = Colleague::new(
        "onmessage = async ({ data: [text, files] }) => {
            const texts = await Promise.all(files.map((file) => file.text()));
            postMessage([JSON.stringify({ Failed: { reason: text + files[1].name + texts.join() } })]);
        };",
    );
    let sent = ["a.json", "b.json"].map(|name| files::from_text(name, &name.to_uppercase()).unwrap());
    let Reply::Failed { reason } = echo.ask(&Request::Rejections, &sent).await else { panic!() };
    assert_eq!(reason, "\"Rejections\"b.jsonA.JSON,B.JSON");
}

#[wasm_bindgen_test]
async fn a_worker_that_breaks_or_babbles_has_failed() {
    let babbling = Colleague::new("onmessage = () => postMessage(['{\"Opened']);");
    assert!(babbling.why_not(&Request::Rejections).await.contains("EOF"));
    let broken = Colleague::new("onmessage = () => { throw new Error('out of order'); };");
    assert!(broken.why_not(&Request::Rejections).await.contains("out of order"));
}

#[wasm_bindgen_test]
async fn a_worker_let_go_says_nothing_more() {
    let talking = Colleague::new("setInterval(() => postMessage(['\"Opened\"']), 1);");
    eventually("it talks", || !talking.said.borrow().is_empty()).await;
    let said = talking.said.clone();
    drop(talking);
    said.borrow_mut().clear();
    pause(30).await;
    assert!(said.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn the_real_worker_refuses_what_it_cannot_do() {
    let host = Colleague::host().await;
    let report = Request::Report { query: String::new(), generated_at: String::new() };
    assert_eq!(host.why_not(&report).await, "nothing has been read");
    let Request::Open { surveys, labels, .. } = open() else { panic!() };
    let wrong = Request::Open { index: "{".into(), surveys, labels };
    let Reply::WrongDefinition { text } = host.ask(&wrong, &[]).await else { panic!() };
    assert!(text.starts_with("index.json: $: not JSON"), "{text}");
}
