//! The worker: the page's end with workers of every temper, and the real one reading real files.

use std::cell::RefCell;
use std::rc::Rc;

use aptauja::browser::message::{LEAD, Reply, Reported, Request, Split};
use aptauja::browser::worker_link::WorkerLink;
use aptauja::browser::{BrowserError, files, worker_host};
use aptauja::domain::analysis::Certainty;
use aptauja::domain::coding::{Codes, Selection, Wanted};
use aptauja::domain::exchange::FileProblem;
use aptauja::domain::survey::FaultReason;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, File, Url};

use super::support::definitions::{SAMPLE, SURVEY, drawing, open};
use super::support::{Placed, eventually, pause, window};

/// What the real worker runs: these tests' own wasm, entered here.
#[wasm_bindgen]
pub fn start_worker_host() {
    worker_host::start();
}

/// Loads these tests' wasm in a worker, as `src/web/worker.js` loads the release's.
const HOST: &str = "
    const early = [];
    const keep = (event) => early.push(event);
    self.addEventListener('message', keep);
    import('ORIGIN/wasm-bindgen-test.js').then(async (tests) => {
        await tests.default({ module_or_path: 'ORIGIN/wasm-bindgen-test_bg.wasm' });
        tests.start_worker_host();
        self.removeEventListener('message', keep);
        for (const { data } of early) self.dispatchEvent(new MessageEvent('message', { data }));
    }).catch((error) => setTimeout(() => { throw error; }));";

/// A worker of a script, and what it said.
struct Colleague {
    link: WorkerLink<Reply>,
    said: Rc<RefCell<Vec<Reply>>>,
}

impl Colleague {
    fn new(script: &str) -> Self {
        let blob = Blob::new_with_str_sequence(&Array::of1(&script.into())).unwrap();
        let address = Url::create_object_url_with_blob(&blob).unwrap();
        let _meta = Placed::meta("aptauja:worker", &address);
        let said = Rc::new(RefCell::new(Vec::new()));
        let into = said.clone();
        let link = WorkerLink::start(LEAD, move |reply, _| into.borrow_mut().push(reply)).unwrap();
        Self { link, said }
    }

    /// The real one, with the shipped definitions open.
    async fn host() -> Self {
        Self::host_with("").await
    }

    /// The real one after a script of its own.
    async fn host_with(script: &str) -> Self {
        let host = HOST.replace("ORIGIN", &window().location().origin().unwrap());
        let host = Self::new(&format!("{script}{host}"));
        assert!(matches!(host.ask(&open(), &[]).await, Reply::Opened));
        host
    }

    /// The first reply to a request that is not about progress or pictures.
    async fn ask(&self, request: &Request, files: &[File]) -> Reply {
        self.said.borrow_mut().clear();
        self.link.tell(request, files).unwrap();
        let is_answer = |reply: &&Reply| {
            !matches!(
                reply,
                Reply::Progress { .. }
                    | Reply::Drawn { .. }
                    | Reply::Gathering { .. }
                    | Reply::Hashing { .. }
                    | Reply::Hashed { .. }
            )
        };
        eventually("the worker answers", || self.said.borrow().iter().any(|reply| is_answer(&reply))).await;
        self.said.borrow().iter().find(is_answer).cloned().unwrap()
    }

    async fn why_not(&self, request: &Request) -> String {
        match self.ask(request, &[]).await {
            Reply::Failed { reason } => reason,
            other => panic!("{other:?}"),
        }
    }

    async fn report(&self, query: &str) -> Reported {
        let generated_at = "2018-02-01T08:00:00Z".to_owned();
        match self.ask(&Request::Report { query: query.into(), generated_at }, &[]).await {
            Reply::Reported(reported) => *reported,
            other => panic!("{other:?}"),
        }
    }
}

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
    assert_eq!((whole.survey.as_str(), whole.report.responses), (SURVEY, lines));
    host.link.tell(&Request::Draw { drawing: drawing() }, &[]).unwrap();
    let is_drawn =
        |reply: &Reply| matches!(reply, Reply::Drawn { question, picture: Some(_) } if question == "quality");
    eventually("pictures follow", || host.said.borrow().iter().any(is_drawn)).await;
    assert!(whole.findings.contains_key("delays"));
    let part = host.report("delays=yes").await;
    assert!(part.report.responses > 0 && part.report.responses < lines);
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
            all.push(format!("{:?} {:?}", reported.report.questions, reported.is_hidden));
            for by in ["service", "language", "quality.attitude"] {
                let split = Split { question: "strengths".into(), by: by.into() };
                let request = Request::Cross { query: query.into(), split: split.clone() };
                all.push(format!("{:?}", host.ask(&request, &[]).await));
                all.push(format!("{:?}", host.ask(&Request::Test { split }, &[]).await));
            }
            let wanted = Wanted { limit: 30, offset: 1, search: "a".into(), ..Wanted::default() };
            if readers > 1 {
                // What is given up is not answered.
                let none = Wanted { limit: 1, ..Wanted::default() };
                host.link.tell(&Request::Texts { query: "language=lv".into(), wanted: none }, &[]).unwrap();
                host.link.tell(&Request::StopTexts, &[]).unwrap();
            }
            let Reply::Texts { wanted, listing, .. } =
                host.ask(&Request::Texts { query: query.into(), wanted }, &[]).await
            else {
                panic!()
            };
            assert_eq!(wanted.limit, 30);
            let listing = listing.unwrap();
            let text = listing.texts.first().unwrap();
            let mut codes = Codes::default();
            codes.add_theme("t".into(), "Tēma");
            codes.toggle_theme(&text.question, &text.sha256, "t");
            host.link.tell(&Request::Codes { survey: SURVEY.into(), codes }, &[]).unwrap();
            all.push(format!("{listing:?}"));
            all.push(format!("{:?}", host.ask(&Request::Themes { query: query.into() }, &[]).await));
        }
        said.push(all);
    }
    assert!(said[0].iter().any(|it| it.contains("Tested")));
    assert_eq!(said[0], said[1]);
}

/// In place of the age library: what it "opens" is what follows the blank line.
const AGE: &str = "
    self.aptaujaAge = {
        open: async (bytes, keys) => {
            if (!keys.includes('AGE-SECRET-KEY-1RIGHT')) {
                throw Error(\"no identity matched any of the file's recipients\");
            }
            const text = new TextDecoder().decode(bytes);
            if (text.includes('damaged')) throw Error('invalid header HMAC');
            return new TextEncoder().encode(text.split('\\n\\n')[1]);
        },
    };";

#[wasm_bindgen_test]
async fn the_real_worker_opens_what_came_back_in_texts_and_encrypted_files() {
    let host = Colleague::host_with(AGE).await;
    let record = SAMPLE.lines().next().unwrap();
    let seal = |text: &str| format!("age-encryption.org/v1\n\n{text}");
    let cut = "Sveiki!\n-----BEGIN APTAUJA RESPONSE-----\nH4sI\n";
    let files = [
        ("a.age", seal(record)),
        ("b.age", seal("damaged")),
        ("c.eml", format!("From: a\n\n{cut}")),
        ("d.txt", "Sveiki!".to_owned()),
        ("e.txt", "# x\nAGE-SECRET-KEY-1RIGHT\n".to_owned()),
    ];
    let files = files.map(|(name, text)| files::from_text(name, &text).unwrap());
    let names: Vec<String> = files.iter().map(File::name).collect();
    for (identities, accepted, sealed, reasons) in [
        (vec![], 0, 2, [FaultReason::Sealed, FaultReason::Sealed, FaultReason::BlockCutOff].as_slice()),
        (
            vec!["AGE-SECRET-KEY-1WRONG"],
            0,
            2,
            &[FaultReason::Sealed, FaultReason::Sealed, FaultReason::BlockCutOff],
        ),
        (vec!["AGE-SECRET-KEY-1RIGHT"], 1, 0, &[FaultReason::SealDamaged, FaultReason::BlockCutOff]),
    ] {
        let identities = identities.into_iter().map(str::to_owned).collect();
        let request = Request::Import { names: names.clone(), readers: 1, identities };
        let Reply::Imported { ledger, surveys, sealed: told } = host.ask(&request, &files).await else {
            panic!("{:?}", host.said.borrow());
        };
        assert_eq!((surveys[SURVEY], told), (accepted, sealed));
        let found: Vec<_> = ledger.rejections.iter().map(|it| it.fault.reason.clone()).collect();
        assert_eq!(found, reasons);
        let problems: Vec<_> = ledger.files.iter().map(|it| it.problem.clone()).collect();
        assert_eq!(problems[3..], [Some(FileProblem::NoBlocks), Some(FileProblem::HoldsIdentity)]);
        let sizes: Vec<u64> = ledger.files.iter().map(|it| it.source.bytes).collect();
        assert_eq!(sizes[3], 7);
        assert!(ledger.files.iter().all(|it| it.source.sha256.len() == 64));
        let said = format!("{:?}", host.said.borrow());
        assert!(!said.contains("AGE-SECRET-KEY"), "{said}");
    }
}

#[wasm_bindgen_test]
async fn the_real_worker_draws_what_was_published() {
    let host = Colleague::host().await;
    let request = Request::Published { survey: SURVEY.into(), drawing: drawing() };
    let Reply::Published { pictures } = host.ask(&request, &[]).await else { panic!() };
    assert!(pictures.contains_key("delays") && pictures.contains_key("quality"));
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
