//! The installation's definition files: fetched once, read, and kept with their texts.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::BrowserError;
use crate::browser::definitions::Fetch;
use crate::domain::survey::{
    DefinitionError, Installation, Mistake, SmallMap, Survey, SurveyEntry, SurveyFiles,
};
use crate::ui::text::Texts;

/// Something that is fetched and read.
#[derive(Clone, Debug)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// Not to be had, and why.
    Wrong(DefinitionError),
}

/// All definitions of this installation.
#[derive(Clone, Copy)]
pub struct Definitions {
    installation: RwSignal<Load<Arc<Installation>>>,
    surveys: RwSignal<SmallMap<Load<Arc<Survey>>>>,
    texts: RwSignal<Arc<SourceTexts>>,
}

/// The files' texts, for the worker to read them again.
#[derive(Clone, Debug, Default)]
pub struct SourceTexts {
    /// The index.
    pub index: String,
    /// Survey id → its files.
    pub surveys: SmallMap<SurveyFiles>,
}

const INDEX: &str = "index.json";

impl Definitions {
    pub(super) fn new() -> Self {
        Self {
            installation: RwSignal::new(Load::Waiting),
            surveys: RwSignal::new(SmallMap::new()),
            texts: RwSignal::new(Arc::default()),
        }
    }

    /// Fetches and reads everything.
    pub fn load(self) {
        self.installation.set(Load::Waiting);
        self.surveys.set(SmallMap::new());
        spawn_local(async move {
            match fetch_index().await {
                Err(error) => self.installation.set(Load::Wrong(error)),
                Ok((index, installation)) => {
                    let installation = Arc::new(installation);
                    self.installation.set(Load::Ready(installation.clone()));
                    self.load_surveys(index, &installation).await;
                }
            }
        });
    }

    async fn load_surveys(self, index: String, installation: &Installation) {
        let fetched = fetch_files(installation).await;
        let mut texts = SourceTexts { index, surveys: SmallMap::new() };
        let mut surveys = SmallMap::new();
        for entry in &installation.surveys {
            let read = gather(entry, &fetched).and_then(|files| {
                let survey = Survey::parse(entry.clone(), &files, &Texts::labels())?;
                #[cfg(feature = "auditor")]
                let survey = survey.with_baseline(&files)?;
                texts.surveys.insert(entry.id.clone(), files);
                Ok(survey)
            });
            let load = read.map_or_else(Load::Wrong, |survey| Load::Ready(Arc::new(survey)));
            surveys.insert(entry.id.clone(), load);
        }
        self.texts.set(Arc::new(texts));
        self.surveys.set(surveys);
    }

    /// The index of surveys.
    pub fn installation(self) -> Load<Arc<Installation>> {
        self.installation.get()
    }

    /// A survey; `Ready(None)` where the index has no such id.
    pub fn survey(self, id: &str) -> Load<Option<Arc<Survey>>> {
        match self.installation.get() {
            Load::Waiting => Load::Waiting,
            Load::Wrong(error) => Load::Wrong(error),
            Load::Ready(installation) if installation.survey(id).is_none() => Load::Ready(None),
            Load::Ready(_) => self.surveys.with(|surveys| match surveys.get(id) {
                None | Some(Load::Waiting) => Load::Waiting,
                Some(Load::Ready(survey)) => Load::Ready(Some(survey.clone())),
                Some(Load::Wrong(error)) => Load::Wrong(error.clone()),
            }),
        }
    }

    /// Every survey in the index's order, once all files are there.
    pub fn all(self) -> Load<Vec<(SurveyEntry, Load<Arc<Survey>>)>> {
        match self.installation.get() {
            Load::Waiting => Load::Waiting,
            Load::Wrong(error) => Load::Wrong(error),
            Load::Ready(installation) => self.surveys.with(|surveys| {
                if surveys.is_empty() {
                    return Load::Waiting;
                }
                let pairs = installation
                    .surveys
                    .iter()
                    .filter_map(|entry| surveys.get(&entry.id).map(|load| (entry.clone(), load.clone())));
                Load::Ready(pairs.collect())
            }),
        }
    }

    /// The surveys that could be read, in the index's order.
    pub fn good(self) -> Vec<Arc<Survey>> {
        match self.all() {
            Load::Ready(all) => all
                .into_iter()
                .filter_map(|(_, load)| match load {
                    Load::Ready(survey) => Some(survey),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The files' texts.
    pub fn source_texts(self) -> Arc<SourceTexts> {
        self.texts.get_untracked()
    }
}

async fn fetch_index() -> Result<(String, Installation), DefinitionError> {
    let text = Fetch::start(INDEX).text().await.map_err(|error| unreachable(INDEX, &error))?;
    let installation = Installation::parse(INDEX, &text)?;
    Ok((text, installation))
}

type Fetched = SmallMap<Result<String, BrowserError>>;

/// Every file any survey names, each once, side by side.
async fn fetch_files(installation: &Installation) -> Fetched {
    let mut begun: Vec<(&String, Fetch)> = Vec::new();
    for entry in &installation.surveys {
        // What respondents do not see is not fetched for them.
        let baseline = entry.baseline.as_ref().filter(|_| cfg!(feature = "auditor"));
        for name in [Some(&entry.questionnaire), entry.catalogue.as_ref(), baseline].into_iter().flatten() {
            if !begun.iter().any(|(known, _)| *known == name) {
                begun.push((name, Fetch::start(name)));
            }
        }
    }
    let mut fetched = Fetched::new();
    for (name, fetch) in begun {
        fetched.insert(name.clone(), fetch.text().await);
    }
    fetched
}

fn gather(entry: &SurveyEntry, fetched: &Fetched) -> Result<SurveyFiles, DefinitionError> {
    let text = |name: &String| match fetched.get(name) {
        Some(Ok(text)) => Ok(text.clone()),
        Some(Err(error)) => Err(unreachable(name, error)),
        None => Err(unreachable(name, &BrowserError::Fetch(String::new()))),
    };
    Ok(SurveyFiles {
        questionnaire: text(&entry.questionnaire)?,
        catalogue: entry.catalogue.as_ref().map(text).transpose()?,
        baseline: entry.baseline.as_ref().filter(|_| cfg!(feature = "auditor")).map(text).transpose()?,
    })
}

fn unreachable(file: &str, error: &BrowserError) -> DefinitionError {
    let reason = match error {
        BrowserError::Fetch(reason) => reason.clone(),
        other => other.to_string(),
    };
    DefinitionError::new(file, "$".to_owned(), Mistake::Unreachable(reason))
}
