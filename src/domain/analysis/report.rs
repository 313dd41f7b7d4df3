//! The report: what the page shows and what is saved (contract, section 4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::survey::Scalar;

/// A report of one survey's responses that pass a filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// `aptauja.report`
    pub format: String,
    /// `1`
    pub version: u32,
    /// Id of the survey.
    pub survey: String,
    /// RFC 3339 in UTC.
    pub generated_at: String,
    /// Name and version of the application.
    pub application: String,
    /// SHA-256 of the questionnaire's file, lower-case hexadecimal.
    pub definition_sha256: String,
    /// The smallest group whose figures are shown.
    pub threshold: u64,
    /// Filter key → values; days as `2018-01-20`.
    pub filter: BTreeMap<String, Vec<String>>,
    /// The files, sorted by name.
    pub sources: Vec<Source>,
    /// All responses that were accepted from the files.
    pub accepted: u64,
    /// Responses of this survey that pass the filter; absent where even that would tell what a small group
    /// answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responses: Option<u64>,
    /// One for each question, in the questionnaire's order.
    pub questions: Vec<QuestionReport>,
    /// The headline indicators the questionnaire allows.
    pub indicators: Vec<Indicator>,
    /// Themes of texts, one for each question whose texts have codes; none where there are no codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemesReport>,
    /// SHA-256 of the file of codes that the themes rest on; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes_sha256: Option<String>,
    /// Whether all figures are kept from sight, being those of a small group or of one that gives it away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// How often texts of one question have each theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemesReport {
    /// Name of the question.
    pub name: String,
    /// `themes`
    pub kind: String,
    /// Responses with a text.
    pub texts: u64,
    /// Responses whose text has a theme: what shares are of.
    pub answered: u64,
    /// Responses whose text has none.
    pub uncoded: u64,
    /// One for each theme of the code book, in its order.
    pub choices: Vec<ThemeTally>,
}

/// How many responses' texts have one theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemeTally {
    /// What the theme is called.
    pub title: String,
    /// The theme's id, count, share and interval.
    #[serde(flatten)]
    pub tally: Tally,
}

/// What became of the records of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// File name.
    pub name: String,
    /// Size as it was read, before unpacking.
    pub bytes: u64,
    /// SHA-256 of those bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Records taken.
    pub accepted: u64,
    /// Records taken before, with the same content.
    pub duplicates: u64,
    /// Records whose id was taken before with other content.
    pub conflicts: u64,
    /// Records refused.
    pub rejected: u64,
}

/// The counts of one question. What its kind has not is absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionReport {
    /// Name of the question.
    pub name: String,
    /// `SurveyJS`'s name of its kind.
    pub kind: String,
    /// How many answered it; absent for a matrix, which counts each row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<u64>,
    /// Choices of a single or multiple choice, rating, dropdown or boolean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<Tally>>,
    /// Rows of a matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<RowReport>>,
    /// Whether the counts are kept from sight, being those of a small group or of one that gives it away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// The counts of one matrix row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowReport {
    /// Value of the row.
    pub value: Scalar,
    /// How many answered the row.
    pub answered: u64,
    /// One for each column, in order.
    pub columns: Vec<Tally>,
}

/// How often one value was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// The value.
    pub value: Scalar,
    /// How many chose it.
    pub count: u64,
    /// Share of those who answered, 0 to 1, unrounded; null where nobody answered.
    pub share: Option<f64>,
    /// Wilson's 95 % interval of the share; null where nobody answered.
    pub interval: Option<[f64; 2]>,
}

/// A headline figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its name.
    pub name: String,
    /// What it is; absent where it is hidden.
    #[serde(flatten)]
    pub figure: Option<IndicatorFigure>,
    /// Whether the figure is kept from sight.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// The figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorFigure {
    /// 0 to 1; null where nobody answered.
    pub value: Option<f64>,
    /// How many responses it rests on.
    pub n: u64,
}

impl Report {
    /// Leaves out all figures, and unless `is_counted` how many responses there are.
    pub fn hide(&mut self, is_counted: bool) {
        self.questions.iter_mut().for_each(QuestionReport::hide);
        for indicator in &mut self.indicators {
            (indicator.figure, indicator.hidden) = (None, true);
        }
        self.themes.clear();
        self.codes_sha256 = None;
        self.responses.take_if(|_| !is_counted);
        self.hidden = true;
    }
}

impl QuestionReport {
    /// Leaves out all figures.
    pub fn hide(&mut self) {
        (self.answered, self.choices, self.rows, self.hidden) = (None, None, None, true);
    }

    /// The choices that are counted, of a matrix those of each statement, in the order of the counts.
    pub fn values(&self) -> Vec<Scalar> {
        let of_row = || self.rows.as_ref()?.first().map(|row| &row.columns);
        let tallies = self.choices.as_ref().or_else(of_row);
        tallies.into_iter().flatten().map(|tally| tally.value.clone()).collect()
    }
}
