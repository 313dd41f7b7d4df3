//! Headlines and what stands out in a question as whole sentences, as a printed report has them.

use super::{Key, Texts, key};
use crate::browser::locale;
use crate::domain::finding::{Change, FEW, Finding, Headline, Portion, Statement};
use crate::domain::survey::{Question, Scalar};

impl Texts {
    /// A headline indicator, what was published, and caution where few answered.
    pub fn headline(self, headline: &Headline) -> String {
        joined([
            Some(self.headline_alone(headline)),
            headline.change.map(|change| self.change(change)),
            self.caution(headline.n),
        ])
    }

    /// A portion as a figure alone.
    pub fn portion(self, portion: Portion) -> String {
        match portion {
            Portion::All => self.per_cent(1000),
            Portion::Whole(whole) => self.per_cent(whole * 10),
            Portion::Tenths(tenths) => self.fill_percent(&self.fraction(tenths)),
            Portion::Over => format!(">\u{a0}{}", self.per_cent(999)),
            Portion::Under => format!("<\u{a0}{}", self.per_cent(1)),
        }
    }

    /// What is said of a question.
    pub fn statement(self, statement: &Statement, question: &Question) -> String {
        self.statement_parts(statement, question).join(" ").trim_end().to_owned()
    }

    /// What is said of a question: the first sentence, and the others.
    pub fn statement_parts(self, statement: &Statement, question: &Question) -> [String; 2] {
        let finding = statement.finding.as_ref().map(|finding| self.told(finding, question));
        let change = statement.change.map(|change| self.change(change));
        let second = statement.second.as_ref().map(|(value, count, answered)| {
            let choice = self.quoted(&self.value(question, value));
            let share = self.whole_share(*count, *answered);
            self.fill(key::SENTENCE_SECOND, &[("choice", &choice), ("share", &share)])
        });
        // That few wrote something says nothing about what is counted.
        let is_counted = statement.n > 0 && !matches!(statement.finding, Some(Finding::TextsAnswered { .. }));
        let caution = is_counted.then(|| self.caution(statement.n)).flatten();
        match &statement.headline {
            Some(headline) => {
                let before = headline.change.map(|change| self.change(change));
                [self.headline_alone(headline), joined([before, finding, change, second, caution])]
            }
            None => [finding.unwrap_or_default(), joined([change, second, caution])],
        }
    }

    fn headline_alone(self, headline: &Headline) -> String {
        let is_mean = matches!(headline.name.as_str(), "information_sufficient" | "quality_good");
        let who = self.who(headline.portion, is_mean);
        let sentence = match headline.name.as_str() {
            "information_sufficient" => key::SENTENCE_INFORMATION_SUFFICIENT,
            "quality_good" => key::SENTENCE_QUALITY_GOOD,
            "no_delays" => key::SENTENCE_NO_DELAYS,
            "no_complaints" => key::SENTENCE_NO_COMPLAINTS,
            "strength_promptness" => key::SENTENCE_STRENGTH_PROMPTNESS,
            "reduce_burden" => key::SENTENCE_REDUCE_BURDEN,
            other => return format!("{}: {who}.", self.indicator(other)),
        };
        // Of nobody, Latvian denies what is said.
        if headline.portion == Portion::Whole(0) {
            return self.get(nobody(&headline.name, sentence)).to_owned();
        }
        self.fill(sentence, &[("who", &who)])
    }

    /// Who says so: `Vidēji 82 % respondentu`.
    fn who(self, portion: Portion, is_mean: bool) -> String {
        let some = |each: Key, mean: Key, tenths: u64| {
            self.fill(if is_mean { mean } else { each }, &[("share", &self.per_cent(tenths))])
        };
        match portion {
            Portion::All => self.get(key::SENTENCE_ALL).to_owned(),
            Portion::Whole(whole) => some(key::SENTENCE_SOME, key::SENTENCE_SOME_MEAN, whole * 10),
            Portion::Tenths(tenths) => {
                let share = self.fill_percent(&self.fraction(tenths));
                let key = if is_mean { key::SENTENCE_SOME_MEAN } else { key::SENTENCE_SOME };
                self.fill(key, &[("share", &share)])
            }
            Portion::Over => some(key::SENTENCE_OVER, key::SENTENCE_OVER_MEAN, 999),
            Portion::Under => some(key::SENTENCE_UNDER, key::SENTENCE_UNDER_MEAN, 1),
        }
    }

    /// Tenths of a per cent, without a decimal that is none.
    fn per_cent(self, tenths: u64) -> String {
        let number =
            if tenths.is_multiple_of(10) { self.integer(tenths / 10) } else { self.fraction(tenths) };
        self.fill_percent(&number)
    }

    fn fraction(self, tenths: u64) -> String {
        format!("{}{}{}", tenths / 10, self.0.format.decimal, tenths % 10)
    }

    /// By how much a figure is above or below the published one.
    fn change(self, change: Change) -> String {
        let then = if change.is_same_survey { key::SENTENCE_THEN_PUBLISHED } else { key::SENTENCE_THEN };
        let then = self.fill(then, &[("year", &change.year.to_string())]);
        let published = self.published(change.published);
        let tenths = change.tenths.unsigned_abs();
        let text = match change.tenths {
            0 => self.get(key::SENTENCE_SAME),
            less if less < 0 => self.form(key::SENTENCE_LESS, &locale::plural_of_tenths(self.code(), tenths)),
            _ => self.form(key::SENTENCE_MORE, &locale::plural_of_tenths(self.code(), tenths)),
        };
        let n = if tenths.is_multiple_of(10) { self.integer(tenths / 10) } else { self.fraction(tenths) };
        super::fill(text, &[("n", &n), ("then", &then), ("published", &published)])
    }

    fn caution(self, n: u64) -> Option<String> {
        (n < FEW).then(|| self.fill(key::SENTENCE_CAUTION, &[("n", &self.integer(n))]))
    }

    fn told(self, finding: &Finding, question: &Question) -> String {
        let value = |value: &Scalar| self.quoted(&self.value(question, value));
        let share = |count, answered| self.whole_share(count, answered);
        match finding {
            Finding::TextsAnswered { count } => self.count(key::SENTENCE_TEXTS, *count),
            Finding::Unanimous { value: only, answered } => {
                let text = if *answered == 1 { key::SENTENCE_ONLY } else { key::SENTENCE_UNANIMOUS };
                self.fill(text, &[("choice", &value(only))])
            }
            Finding::TopChoice { values, count, answered }
            | Finding::MultipleTop { values, count, answered } => {
                let share = share(*count, *answered);
                if let [only] = values.as_slice() {
                    return self.fill(key::SENTENCE_TOP, &[("choice", &value(only)), ("share", &share)]);
                }
                let choices = self.listed(values.iter().map(value).collect(), key::SENTENCE_AND);
                self.fill(key::SENTENCE_TIE, &[("choices", &choices), ("share", &share)])
            }
            Finding::RatingMean { mean, highest, .. } => {
                let highest = self.published_number(*highest);
                self.fill(key::SENTENCE_MEAN, &[("mean", &self.tenth(*mean)), ("highest", &highest)])
            }
            Finding::MatrixSummary { top, best, worst, .. } => {
                let columns = self.listed(top.iter().map(value).collect(), key::SENTENCE_OR);
                let note = self.fill(key::SENTENCE_MATRIX_NOTE, &[("columns", &columns)]);
                let best_share = share(best.count, best.answered);
                let words = if best.row == worst.row {
                    self.fill(key::SENTENCE_MATRIX_SAME, &[("share", &best_share)])
                } else {
                    let row = |row: &Scalar| self.quoted(&self.row(question, row));
                    let worst_share = share(worst.count, worst.answered);
                    let values = [
                        ("best", row(&best.row)),
                        ("best_share", best_share),
                        ("worst", row(&worst.row)),
                        ("worst_share", worst_share),
                    ];
                    self.fill(key::SENTENCE_MATRIX, &values.each_ref().map(|(name, it)| (*name, it.as_str())))
                };
                format!("{words} {note}")
            }
            other => self.finding(other, question),
        }
    }

    fn quoted(self, text: &str) -> String {
        self.fill(key::SENTENCE_QUOTE, &[("text", text)])
    }

    /// `A`, `A un B`, `A, B un C`
    fn listed(self, mut items: Vec<String>, last_two: Key) -> String {
        let Some(last) = items.pop() else { return String::new() };
        if items.is_empty() {
            return last;
        }
        self.fill(last_two, &[("first", &items.join(", ")), ("last", &last)])
    }

    fn published_number(self, number: f64) -> String {
        number.to_string().replace('.', self.0.format.decimal)
    }
}

/// The sentence about an indicator whose share is exactly 0; `sentence` where there is none.
fn nobody(indicator: &str, sentence: Key) -> Key {
    match indicator {
        "information_sufficient" => key::SENTENCE_NONE_INFORMATION_SUFFICIENT,
        "quality_good" => key::SENTENCE_NONE_QUALITY_GOOD,
        "no_delays" => key::SENTENCE_NONE_NO_DELAYS,
        "no_complaints" => key::SENTENCE_NONE_NO_COMPLAINTS,
        "strength_promptness" => key::SENTENCE_NONE_STRENGTH_PROMPTNESS,
        "reduce_burden" => key::SENTENCE_NONE_REDUCE_BURDEN,
        _ => sentence,
    }
}

fn joined(sentences: impl IntoIterator<Item = Option<String>>) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
