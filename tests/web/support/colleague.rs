//! A worker, as the page's end of it sees one.

use std::cell::RefCell;
use std::rc::Rc;

use aptauja::browser::message::{LEAD, Reply, Reported, Request};
use aptauja::browser::worker_host;
use aptauja::browser::worker_link::WorkerLink;
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, File, Url};

use super::definitions::open;
use super::{Placed, eventually, window};

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
pub struct Colleague {
    pub link: WorkerLink<Reply>,
    pub said: Rc<RefCell<Vec<Reply>>>,
}

impl Colleague {
    pub fn new(script: &str) -> Self {
        let blob = Blob::new_with_str_sequence(&Array::of1(&script.into())).unwrap();
        let address = Url::create_object_url_with_blob(&blob).unwrap();
        let _meta = Placed::meta("aptauja:worker", &address);
        let said = Rc::new(RefCell::new(Vec::new()));
        let into = said.clone();
        let link = WorkerLink::start(LEAD, move |reply, _| into.borrow_mut().push(reply)).unwrap();
        Self { link, said }
    }

    /// The real one, with the shipped definitions open.
    pub async fn host() -> Self {
        Self::host_with("").await
    }

    /// The real one with other definitions open.
    pub async fn host_of(open: &Request) -> Self {
        let host = Self::new(&HOST.replace("ORIGIN", &window().location().origin().unwrap()));
        assert!(matches!(host.ask(open, &[]).await, Reply::Opened));
        host
    }

    /// The real one after a script of its own.
    pub async fn host_with(script: &str) -> Self {
        let host = HOST.replace("ORIGIN", &window().location().origin().unwrap());
        let host = Self::new(&format!("{script}{host}"));
        assert!(matches!(host.ask(&open(), &[]).await, Reply::Opened));
        host
    }

    /// The first reply to a request that is not about progress or pictures.
    pub async fn ask(&self, request: &Request, files: &[File]) -> Reply {
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

    pub async fn why_not(&self, request: &Request) -> String {
        match self.ask(request, &[]).await {
            Reply::Failed { reason } => reason,
            other => panic!("{other:?}"),
        }
    }

    pub async fn report(&self, query: &str) -> Reported {
        let generated_at = "2018-02-01T08:00:00Z".to_owned();
        match self.ask(&Request::Report { query: query.into(), generated_at }, &[]).await {
            Reply::Reported(reported) => *reported,
            other => panic!("{other:?}"),
        }
    }
}
