//! What stands out in the answers to one question, as data.
//!
//! Owns which fact is worth the line above a picture; the sentence, in every language, is the page's.

mod headline;
mod portion;
mod statement;

use serde::{Deserialize, Serialize};

pub use headline::{Change, FEW, Headline, headline};
pub use portion::Portion;
pub use statement::{Statement, statement};

use crate::domain::analysis::{QuestionReport, RowReport, Tally};
use crate::domain::survey::{Kind, Question, Scalar};

/// The one fact worth saying first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fact")]
pub enum Finding {
    /// Nobody answered.
    NobodyAnswered,
    /// The figures are withheld: too few answered.
    Withheld,
    /// How many wrote something.
    TextsAnswered {
        /// Texts.
        count: u64,
    },
    /// Everyone chose the same.
    Unanimous {
        /// What they chose.
        value: Scalar,
        /// How many answered.
        answered: u64,
    },
    /// The most frequent of single choices; several values where they tie.
    TopChoice {
        /// The choice, or the tied ones in the order of the questionnaire.
        values: Vec<Scalar>,
        /// How many chose it (each of them).
        count: u64,
        /// How many answered.
        answered: u64,
    },
    /// The most frequent of several choices; several values where they tie.
    MultipleTop {
        /// The choice, or the tied ones in the order of the questionnaire.
        values: Vec<Scalar>,
        /// How many chose it (each of them).
        count: u64,
        /// How many answered.
        answered: u64,
    },
    /// The mean step of a rating.
    RatingMean {
        /// Mean of the steps.
        mean: f64,
        /// The highest step.
        highest: f64,
        /// How many answered.
        answered: u64,
    },
    /// How a matrix's statements are rated on the whole, the best and the worst rated.
    MatrixSummary {
        /// The columns that count as the better ones: the first half of them.
        top: Vec<Scalar>,
        /// Mean of the rows' shares of those columns, 0 to 1.
        mean_share: f64,
        /// The row with the greatest share.
        best: RowShare,
        /// The row with the least; equal shares everywhere make it the same row as `best`.
        worst: RowShare,
    },
}

/// How many rated one row with one of the better columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowShare {
    /// The row.
    pub row: Scalar,
    /// How many chose one of the better columns.
    pub count: u64,
    /// How many answered the row.
    pub answered: u64,
}

/// The finding of one question. `None` where nothing was asked (`html`).
pub fn finding(question: &Question, report: &QuestionReport) -> Option<Finding> {
    match &question.kind {
        Kind::Html(_) => None,
        _ if report.hidden => Some(Finding::Withheld),
        Kind::Comment { .. } | Kind::Text { .. } => Some(match report.answered.unwrap_or(0) {
            0 => Finding::NobodyAnswered,
            count => Finding::TextsAnswered { count },
        }),
        Kind::Matrix { columns, .. } => {
            Some(report.rows.as_deref().map_or(Finding::Withheld, |rows| matrix(columns.len() / 2, rows)))
        }
        kind => Some(match (report.answered, report.choices.as_deref()) {
            (Some(0), _) => Finding::NobodyAnswered,
            (Some(answered), Some(tallies)) => choices(kind, tallies, answered),
            _ => Finding::Withheld,
        }),
    }
}

fn choices(kind: &Kind, tallies: &[Tally], answered: u64) -> Finding {
    if let Kind::Rating { .. } = kind
        && let Some(found) = rating(tallies, answered)
    {
        return found;
    }
    let count = tallies.iter().map(|tally| tally.count).max().unwrap_or(0);
    let values: Vec<Scalar> =
        tallies.iter().filter(|tally| tally.count == count).map(|tally| tally.value.clone()).collect();
    match (kind, values.as_slice()) {
        _ if count == 0 => Finding::NobodyAnswered,
        (_, [value]) if count == answered => Finding::Unanimous { value: value.clone(), answered },
        (Kind::Checkbox { .. }, _) => Finding::MultipleTop { values, count, answered },
        _ => Finding::TopChoice { values, count, answered },
    }
}

#[allow(clippy::cast_precision_loss)]
fn rating(tallies: &[Tally], answered: u64) -> Option<Finding> {
    let mut sum = 0.0;
    let mut highest = f64::MIN;
    for tally in tallies {
        let Scalar::Number(step) = &tally.value else { return None };
        let step = step.as_f64()?;
        sum += step * tally.count as f64;
        highest = highest.max(step);
    }
    (answered > 0).then(|| Finding::RatingMean { mean: sum / answered as f64, highest, answered })
}

#[allow(clippy::cast_precision_loss)]
fn matrix(better: usize, rows: &[RowReport]) -> Finding {
    let shares: Vec<RowShare> = rows
        .iter()
        .filter(|row| row.answered > 0)
        .map(|row| RowShare {
            row: row.value.clone(),
            count: row.columns.iter().take(better).map(|tally| tally.count).sum(),
            answered: row.answered,
        })
        .collect();
    let Some(first) = shares.first() else { return Finding::NobodyAnswered };
    let (mut best, mut worst) = (first, first);
    for share in &shares {
        if share.compare(best).is_gt() {
            best = share;
        }
        if share.compare(worst).is_lt() {
            worst = share;
        }
    }
    let sum: f64 = shares.iter().map(|share| share.count as f64 / share.answered as f64).sum();
    let top = rows[0].columns.iter().take(better).map(|tally| tally.value.clone()).collect();
    Finding::MatrixSummary {
        top,
        mean_share: sum / shares.len() as f64,
        best: best.clone(),
        worst: worst.clone(),
    }
}

impl RowShare {
    /// Compares shares as fractions, so that equal ones are equal.
    fn compare(&self, other: &Self) -> std::cmp::Ordering {
        let left = u128::from(self.count) * u128::from(other.answered);
        left.cmp(&(u128::from(other.count) * u128::from(self.answered)))
    }
}

#[cfg(test)]
mod tests;
