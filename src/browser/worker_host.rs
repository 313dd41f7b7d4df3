//! The worker's end: reads files in slices, keeps the columns, answers with reports and pictures.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::BrowserError;
use super::message::{Drawing, Reply, Reported, Request};
use crate::domain::analysis::{Filter, FilterFault, ReportHeader, report};
use crate::domain::charts::{picture, published_picture};
use crate::domain::exchange::{FileProblem, Import, sha256};
use crate::domain::finding::finding;
use crate::domain::survey::{DefinitionError, Installation, Labels, SmallMap, Survey, SurveyFiles};

/// Bytes read at a time.
const SLICE: f64 = 4_194_304.0;
/// Refused records sent to the page at first; all of them are saved on request.
const SHOWN: usize = 100;
/// Conflicting records sent to the page.
const SHOWN_CONFLICTS: usize = 5_000;

/// Name and version written into reports.
pub const APPLICATION: &str = concat!("aptauja ", env!("CARGO_PKG_VERSION"));

struct Host {
    scope: DedicatedWorkerGlobalScope,
    surveys: Rc<Vec<Survey>>,
    hashes: BTreeMap<String, String>,
    import: Option<Import>,
}

/// Starts answering messages.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let host = Host { scope: scope.clone(), surveys: Rc::default(), hashes: BTreeMap::new(), import: None };
    let host = RefCell::new(host);
    let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
        let mut host = host.borrow_mut();
        if let Err(error) = host.hear(&event.data()) {
            host.say(&Reply::Failed { reason: error.to_string() });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens until it is ended.
    on_message.forget();
}

impl Host {
    fn hear(&mut self, data: &JsValue) -> Result<(), BrowserError> {
        let parts: &Array = data.unchecked_ref();
        let text = parts.get(0).as_string().unwrap_or_default();
        let request = serde_json::from_str(&text).map_err(|error| BrowserError::Other(error.to_string()))?;
        let files: Vec<File> = Array::from(&parts.get(1)).iter().map(JsCast::unchecked_into).collect();
        match request {
            Request::Open { index, surveys, labels } => match self.open(&index, &surveys, &labels) {
                Ok(()) => self.say(&Reply::Opened),
                Err(error) => self.say(&error.into()),
            },
            Request::Import { names } => self.import(&names, &files),
            Request::Report { query, generated_at, drawing } => {
                let reply = self.report(&query, generated_at, &drawing);
                self.say(&reply);
            }
            Request::Published { survey, drawing } => {
                let reply = self.published(&survey, &drawing);
                self.say(&reply);
            }
            Request::Rejections => {
                let ledger = self.import.as_ref().map(|import| import.ledger().rejections.clone());
                self.say(&Reply::Rejections(ledger.unwrap_or_default()));
            }
        }
        Ok(())
    }

    fn say(&self, reply: &Reply) {
        if let Ok(text) = serde_json::to_string(reply) {
            let _ = self.scope.post_message(&JsValue::from_str(&text));
        }
    }

    /// Surveys whose files the page could not read are left out: their responses are of no survey
    /// this installation knows.
    fn open(
        &mut self,
        index: &str,
        files: &SmallMap<SurveyFiles>,
        labels: &Labels,
    ) -> Result<(), DefinitionError> {
        let installation = Installation::parse("index.json", index)?;
        let mut surveys = Vec::new();
        for entry in installation.surveys {
            if let Some(files) = files.get(&entry.id) {
                self.hashes.insert(entry.id.clone(), sha256(files.questionnaire.as_bytes()));
                surveys.push(Survey::parse(entry, files, labels)?.with_baseline(files)?);
            }
        }
        self.surveys = Rc::new(surveys);
        Ok(())
    }

    fn import(&mut self, names: &[String], files: &[File]) {
        let mut import = Import::new(self.surveys.clone());
        let total: f64 = files.iter().map(|file| file.size()).sum();
        let mut done = 0.0;
        for (name, file) in names.iter().zip(files) {
            self.say(&Reply::Progress { file: name.clone(), done, total });
            import.begin_file(name);
            let read = read_slices(file, |bytes| {
                import.push(bytes);
                #[allow(clippy::cast_precision_loss)]
                let length = bytes.len() as f64;
                done += length;
                self.say(&Reply::Progress { file: name.clone(), done, total });
            });
            match read {
                Ok(()) => import.finish_file(),
                Err(_) => import.fail_file(FileProblem::Unreadable),
            }
        }
        let mut ledger = import.ledger().clone();
        ledger.rejections.truncate(SHOWN);
        ledger.conflicts.truncate(SHOWN_CONFLICTS);
        let surveys = import.survey_counts();
        self.import = Some(import);
        self.say(&Reply::Imported { ledger, surveys });
    }

    fn report(&self, query: &str, generated_at: String, drawing: &Drawing) -> Reply {
        let mut filter = Filter::from_query(query);
        let Some(import) = &self.import else {
            return Reply::Failed { reason: "nothing has been read".into() };
        };
        let unknown = filter.survey.take_if(|id| import.dataset(id).is_none());
        let id = filter.survey.clone().unwrap_or_else(|| import.main_survey().to_owned());
        let Some((survey, dataset)) = import.dataset(&id) else {
            return Reply::Failed { reason: format!("unknown survey {id}") };
        };
        let header = ReportHeader {
            generated_at,
            application: APPLICATION.to_owned(),
            definition_sha256: self.hashes.get(&id).cloned().unwrap_or_default(),
            sources: import.ledger().files.iter().map(|file| file.source.clone()).collect(),
        };
        let report = report(survey, dataset, &filter, header);
        let mut pictures = BTreeMap::new();
        let mut findings = BTreeMap::new();
        for counts in &report.questions {
            let Some(question) = survey.questionnaire.question(&counts.name) else { continue };
            findings.extend(finding(question, counts).map(|found| (counts.name.clone(), found)));
            let baseline = survey.baseline.as_ref();
            if let Some(drawn) = picture(question, counts, baseline, drawing.view, &drawing.style) {
                pictures.insert(counts.name.clone(), drawn);
            }
        }
        let mut faults = filter.check(survey);
        faults.extend(unknown.map(FilterFault::UnknownSurvey));
        let languages = dataset.language_tags().to_vec();
        Reply::Reported(Box::new(Reported { survey: id, report, faults, pictures, findings, languages }))
    }

    fn published(&self, id: &str, drawing: &Drawing) -> Reply {
        let mut pictures = BTreeMap::new();
        let survey = self.surveys.iter().find(|survey| survey.entry.id == id);
        if let Some((survey, baseline)) = survey.and_then(|survey| Some((survey, survey.baseline.as_ref()?)))
        {
            for question in &survey.questionnaire.questions {
                if let Some(drawn) = published_picture(question, baseline, drawing.view, &drawing.style) {
                    pictures.insert(question.name.clone(), drawn);
                }
            }
        }
        Reply::Published { pictures }
    }
}

/// Hands a file's bytes over slice by slice; memory holds one slice.
fn read_slices(file: &File, mut take: impl FnMut(&[u8])) -> Result<(), BrowserError> {
    let reader = FileReaderSync::new()?;
    let size = file.size();
    let mut at = 0.0;
    let mut bytes = Vec::new();
    while at < size {
        let end = (at + SLICE).min(size);
        let slice = file.slice_with_f64_and_f64(at, end)?;
        let array = Uint8Array::new(&JsValue::from(reader.read_as_array_buffer(&slice)?));
        bytes.resize(array.length() as usize, 0);
        array.copy_to(&mut bytes);
        take(&bytes);
        at = end;
    }
    Ok(())
}
