//! Published figures in words.

use super::{Texts, key};
use crate::domain::survey::{Figure, Kind, Question, Scope};

impl Texts {
    /// What a published audit covered.
    pub fn audit_scope(self, scope: Scope) -> String {
        let numbers = [
            ("audited", scope.audited),
            ("services", scope.services),
            ("audited_providers", scope.audited_providers),
            ("providers", scope.providers),
        ];
        let numbers = numbers.map(|(name, number)| (name, number.to_string()));
        #[allow(clippy::cast_precision_loss)]
        let share = self.published(scope.share_percent as f64);
        let mut values: Vec<(&str, &str)> = numbers.iter().map(|(name, it)| (*name, it.as_str())).collect();
        values.push(("share", &share));
        self.fill(key::RESULTS_PUBLISHED_SCOPE, &values)
    }

    /// The words for how these figures were read, each once.
    pub fn marks(self, figures: &[Figure]) -> Option<String> {
        let mut words: Vec<&str> = Vec::new();
        for figure in figures {
            let word = self.mark(figure.mark);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// The greatest published figure; of a matrix, its best and worst rated statements.
    pub fn published_finding(self, question: &Question, figures: &[Figure]) -> Option<String> {
        let Kind::Matrix { columns, .. } = &question.kind else {
            let top = figures.iter().max_by(|left, right| left.percent.total_cmp(&right.percent))?;
            let choice = self.value(question, &top.values.first()?.as_str().into());
            let share = self.published(top.percent);
            return Some(self.fill(key::FINDING_TOP, &[("choice", &choice), ("share", &share)]));
        };
        let better: Vec<String> = columns.iter().take(columns.len() / 2).map(|it| it.value.key()).collect();
        let mut rows: Vec<(String, f64)> = Vec::new();
        for figure in figures.iter().filter(|figure| figure.values.iter().all(|it| better.contains(it))) {
            let row = figure.row.clone().unwrap_or_default();
            match rows.iter_mut().find(|(known, _)| *known == row) {
                Some((_, sum)) => *sum += figure.percent,
                None => rows.push((row, figure.percent)),
            }
        }
        let best =
            rows.iter().max_by(|left, right| left.1.total_cmp(&right.1).then(std::cmp::Ordering::Greater))?;
        let worst = rows.iter().min_by(|left, right| left.1.total_cmp(&right.1))?;
        let row = |row: &str| self.row(question, &row.into());
        let words = self.fill(
            key::FINDING_MATRIX,
            &[
                ("best", &row(&best.0)),
                ("best_share", &self.published(best.1)),
                ("worst", &row(&worst.0)),
                ("worst_share", &self.published(worst.1)),
            ],
        );
        let names: Vec<String> = better.iter().map(|it| self.value(question, &it.as_str().into())).collect();
        let note = self.fill(key::FINDING_MATRIX_NOTE, &[("columns", &names.join(", "))]);
        Some(format!("{words} {note}"))
    }
}
