//! A survey put together from its files.

use serde::{Deserialize, Serialize};

use super::questionnaire::{Context, Labels};
use super::{Baseline, Catalogue, DefinitionError, Questionnaire, SurveyEntry};

/// A survey with everything its entry names.
#[derive(Clone, Debug)]
pub struct Survey {
    /// What the index says of it.
    pub entry: SurveyEntry,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// The services asked about.
    pub catalogue: Option<Catalogue>,
    /// Published earlier results.
    pub baseline: Option<Baseline>,
}

/// The texts of a survey's files, as fetched.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SurveyFiles {
    /// The questionnaire.
    pub questionnaire: String,
    /// The catalogue, where the entry names one.
    pub catalogue: Option<String>,
    /// The baseline, where the entry names one.
    pub baseline: Option<String>,
}

impl Survey {
    /// Reads the files of a survey, its baseline apart.
    ///
    /// # Errors
    /// The first mistake, with its file and JSON path.
    pub fn parse(entry: SurveyEntry, files: &SurveyFiles, labels: &Labels) -> Result<Self, DefinitionError> {
        let read = |name: &Option<String>, text: &Option<String>| name.clone().zip(text.clone());
        let catalogue = read(&entry.catalogue, &files.catalogue)
            .map(|(file, text)| Catalogue::parse(&file, &text))
            .transpose()?;
        let context = Context {
            file: &entry.questionnaire,
            variables: &entry.variables,
            catalogue: catalogue.as_ref(),
            labels,
        };
        let questionnaire = Questionnaire::parse(&files.questionnaire, &context)?;
        Ok(Self { entry, questionnaire, catalogue, baseline: None })
    }

    /// Reads the published baseline too, which only the results need.
    ///
    /// # Errors
    /// The first mistake in the baseline's file.
    pub fn with_baseline(mut self, files: &SurveyFiles) -> Result<Self, DefinitionError> {
        if let Some((file, text)) = self.entry.baseline.as_ref().zip(files.baseline.as_ref()) {
            self.baseline = Some(Baseline::parse(file, text)?);
        }
        Ok(self)
    }
}
