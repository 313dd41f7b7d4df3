//! The only place with sentences: one file per language, chosen at run time.
//!
//! Files are compared with one another when the application is built (`build.rs` beside them).

#[cfg(feature = "auditor")]
mod certainty;
#[cfg(feature = "auditor")]
mod disclosure;
#[cfg(feature = "auditor")]
mod findings;
#[cfg(feature = "auditor")]
mod ledger;
#[cfg(feature = "auditor")]
mod published;
mod sentences;
#[cfg(feature = "auditor")]
mod size;
#[cfg(feature = "auditor")]
mod statements;
#[cfg(feature = "auditor")]
mod tables;
#[cfg(feature = "auditor")]
mod waves;

use std::sync::LazyLock;

use crate::browser::locale;
use crate::domain::charts::NumberFormat;
use crate::domain::survey::{Day, Instant, Labels, SmallMap};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Index of a text, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(usize);

/// One language of the page.
pub struct Language {
    /// Language tag.
    pub code: &'static str,
    format: Format,
    /// By key; of plural forms, name and text in turn, between `FORM`.
    texts: LazyLock<Vec<&'static str>>,
}

/// How a language writes numbers and dates.
struct Format {
    decimal: &'static str,
    group: &'static str,
    percent: &'static str,
    date: &'static str,
    time: &'static str,
}

/// Between plural forms and their names.
const FORM: char = '\u{1f}';

/// A language in use: gives texts, numbers and dates.
#[derive(Clone, Copy)]
pub struct Texts(&'static Language);

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self(&LANGUAGES[0])
    }
}

impl Texts {
    /// The language with this tag.
    pub fn of(code: &str) -> Option<Self> {
        LANGUAGES.iter().find(|language| language.code == code).map(Self)
    }

    /// Every language, in the order of the switch.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// The language's tag.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// A text without placeholders.
    pub fn get(self, key: Key) -> &'static str {
        self.0.texts.get(key.0).copied().unwrap_or_default()
    }

    /// A text with its placeholders filled in.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// The plural form for `count`, its `{n}` filled in.
    pub fn count(self, key: Key, count: u64) -> String {
        self.count_of(key, count, &[])
    }

    /// The plural form for `count`, its `{n}` and other placeholders filled in.
    pub fn count_of(self, key: Key, count: u64, values: &[(&str, &str)]) -> String {
        let text = self.form(key, &locale::plural(self.0.code, count));
        let count = self.integer(count);
        fill(text, &[&[("n", count.as_str())], values].concat())
    }

    /// The plural form of this name, else `other`.
    fn form(self, key: Key, category: &str) -> &'static str {
        let forms = || self.get(key).split(FORM).zip(self.get(key).split(FORM).skip(1)).step_by(2);
        let form = |name: &str| forms().find(|(known, _)| *known == name).map(|(_, text)| text);
        form(category).or_else(|| form("other")).unwrap_or_default()
    }

    /// A whole number, grouped from five digits on.
    pub fn integer(self, number: u64) -> String {
        self.number_format().integer(number)
    }

    /// How this language writes numbers.
    pub fn number_format(self) -> NumberFormat {
        let format = &self.0.format;
        NumberFormat {
            decimal: format.decimal.to_owned(),
            group: format.group.to_owned(),
            percent: format.percent.to_owned(),
        }
    }

    /// A share (0 to 1) as per cent with one decimal.
    pub fn percent(self, share: f64) -> String {
        self.fill_percent(&self.tenth(share * 100.0))
    }

    /// A number with one decimal.
    pub fn tenth(self, number: f64) -> String {
        self.number_format().tenth(number)
    }

    fn fill_percent(self, number: &str) -> String {
        fill(self.0.format.percent, &[("n", number)])
    }

    /// A day: `15.01.2018.`
    pub fn day(self, day: Day) -> String {
        let (year, month, day) = day.date();
        let (year, month, day) = (format!("{year:04}"), format!("{month:02}"), format!("{day:02}"));
        fill(self.0.format.date, &[("dd", &day), ("mm", &month), ("yyyy", &year)])
    }

    /// A moment as day and time of the device's zone, `offset` minutes behind UTC.
    pub fn moment(self, instant: Instant, offset_minutes: i64) -> String {
        let local = Instant(instant.0 - offset_minutes * 60_000);
        format!("{}, {}", self.day(local.day()), self.clock(local))
    }

    /// The time of day of the device's zone: `14.32`.
    pub fn clock_of(self, instant: Instant, offset_minutes: i64) -> String {
        self.clock(Instant(instant.0 - offset_minutes * 60_000))
    }

    /// A time of day: `14.32`.
    fn clock(self, local: Instant) -> String {
        let minutes = local.0.rem_euclid(86_400_000) / 60_000;
        let (hour, minute) = (format!("{:02}", minutes / 60), format!("{:02}", minutes % 60));
        fill(self.0.format.time, &[("hh", &hour), ("min", &minute)])
    }

    /// Labels a definition may leave to us, in every language.
    pub fn labels() -> Labels {
        let every = |key: Key| -> SmallMap<String> {
            let mut labels = SmallMap::new();
            labels.insert("default".to_owned(), Self::default().get(key).to_owned());
            for texts in Self::all() {
                labels.insert(texts.code().to_owned(), texts.get(key).to_owned());
            }
            labels
        };
        Labels {
            other: every(key::LABELS_OTHER),
            none: every(key::LABELS_NONE),
            yes: every(key::LABELS_YES),
            no: every(key::LABELS_NO),
        }
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
