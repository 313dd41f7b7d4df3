//! Findings as sentences, and shares as words.

use super::{Texts, key};
use crate::domain::analysis::statistics::{tenths_of_percent, whole_percent};
use crate::domain::finding::Finding;
use crate::domain::survey::{Kind, Options, Question, Scalar};

impl Texts {
    /// The line above a picture; its shares are whole per cent, as in the picture.
    pub fn finding(self, finding: &Finding, question: &Question) -> String {
        let share = |count, answered| self.whole_share(count, answered);
        let value = |value: &Scalar| self.value(question, value);
        match finding {
            Finding::NobodyAnswered => self.get(key::FINDING_NOBODY).to_owned(),
            Finding::Withheld => self.get(key::FINDING_WITHHELD).to_owned(),
            Finding::TextsAnswered { count } => self.count(key::FINDING_TEXTS, *count),
            Finding::Unanimous { value: only, .. } => {
                self.fill(key::FINDING_ALL, &[("choice", &value(only))])
            }
            Finding::TopChoice { values, count, answered }
            | Finding::MultipleTop { values, count, answered } => {
                let share = share(*count, *answered);
                match values.as_slice() {
                    [only] => self.fill(key::FINDING_TOP, &[("choice", &value(only)), ("share", &share)]),
                    several => {
                        let choices: Vec<String> = several.iter().map(value).collect();
                        let choices = choices.join("; ");
                        self.fill(key::FINDING_TIE, &[("choices", &choices), ("share", &share)])
                    }
                }
            }
            Finding::RatingMean { mean, .. } => self.fill(key::FINDING_MEAN, &[("mean", &self.tenth(*mean))]),
            Finding::MatrixSummary { top, best, worst, .. } => {
                let columns: Vec<String> = top.iter().map(value).collect();
                let note = self.fill(key::FINDING_MATRIX_NOTE, &[("columns", &columns.join(", "))]);
                let best_share = share(best.count, best.answered);
                if best.row == worst.row {
                    let same = self.fill(key::FINDING_MATRIX_SAME, &[("share", &best_share)]);
                    return format!("{same} {note}");
                }
                let extremes = self.fill(
                    key::FINDING_MATRIX,
                    &[
                        ("best", &self.row(question, &best.row)),
                        ("best_share", &best_share),
                        ("worst", &self.row(question, &worst.row)),
                        ("worst_share", &share(worst.count, worst.answered)),
                    ],
                );
                format!("{extremes} {note}")
            }
        }
    }

    /// The label of a choice or column.
    pub fn value(self, question: &Question, value: &Scalar) -> String {
        let choices = match &question.kind {
            Kind::Matrix { columns, .. } => columns.clone(),
            Kind::Boolean { label_true, label_false } => {
                let label = if *value == Scalar::Bool(true) { label_true } else { label_false };
                return label.get(self.code()).to_owned();
            }
            _ => question.options().map(Options::all).unwrap_or_default(),
        };
        let choice = choices.iter().find(|choice| choice.value == *value);
        choice.map_or_else(|| value.key(), |choice| choice.text.get(self.code()).to_owned())
    }

    /// The label of a matrix row.
    pub fn row(self, question: &Question, value: &Scalar) -> String {
        let rows = if let Kind::Matrix { rows, .. } = &question.kind { rows.as_slice() } else { &[] };
        let row = rows.iter().find(|row| row.value == *value);
        row.map_or_else(|| value.key(), |row| row.text.get(self.code()).to_owned())
    }

    /// A share as whole per cent, rounded from its counts; empty where nobody answered.
    pub fn whole_share(self, count: u64, answered: u64) -> String {
        whole_percent(count, answered).map_or_else(String::new, |whole| self.fill_percent(&whole.to_string()))
    }

    /// A share (0 to 1) as per cent with all its decimals.
    pub fn exact_percent(self, share: f64) -> String {
        // Two shares that differ are told apart; what is left over of the multiplication is not told.
        let percent = (share * 1e14).round() / 1e12;
        self.fill_percent(&percent.to_string().replace('.', &self.number_format().decimal))
    }

    /// A share as per cent with one decimal, rounded from its counts; empty where nobody answered.
    pub fn share(self, count: u64, answered: u64) -> String {
        let number = |tenths: u64| format!("{}{}{}", tenths / 10, self.0.format.decimal, tenths % 10);
        tenths_of_percent(count, answered)
            .map_or_else(String::new, |tenths| self.fill_percent(&number(tenths)))
    }

    /// A difference of shares in percentage points with one decimal and its sign: `+3,1`.
    pub fn points(self, difference: f64) -> String {
        let words = self.tenth(difference.abs() * 100.0);
        let is_zero = words.chars().all(|it| !it.is_ascii_digit() || it == '0');
        match difference {
            _ if is_zero => words,
            ..0.0 => format!("−{words}"),
            _ => format!("+{words}"),
        }
    }

    /// A published figure with the places it was published with.
    pub fn published(self, percent: f64) -> String {
        self.number_format().published(percent)
    }
}
