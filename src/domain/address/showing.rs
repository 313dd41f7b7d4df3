//! What of the results is shown, and how: the keys of the address that begin with `_`, beside the filter.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::domain::analysis::GroupOrder;
use crate::domain::charts::View;

/// `_by.<question>`: the key that makes the groups a question is compared by.
const BY: &str = "_by.";
/// `_order.<question>=best`: in what order these groups stand.
const ORDER: &str = "_order.";
/// `_view=full`: the picture of matrices.
const VIEW: &str = "_view";
const FULL: &str = "full";
/// `_show=report`, `_show=slides`: the results in another form than the page.
const SHOW: &str = "_show";
const REPORT: &str = "report";
const SLIDES: &str = "slides";
/// `_slide=3`: the slide that is shown.
const SLIDE: &str = "_slide";
/// `_with=mfa-2018,mfa-2022`: the surveys that are counted beside the one that is shown.
const WITH: &str = "_with";
/// `_intervals=1`: intervals in pictures and tables.
const INTERVALS: &str = "_intervals";
const YES: &str = "1";
/// The language belongs to the whole application.
const LANGUAGE: &str = "lang";
/// What stays readable in the address.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b',');

/// Whether a key of the address is the page's own: how it shows what, not a condition on responses.
pub fn is_page_key(key: &str) -> bool {
    [LANGUAGE, VIEW, INTERVALS, SHOW, SLIDE, WITH].contains(&key)
        || [BY, ORDER].iter().any(|prefix| key.starts_with(prefix))
}

/// The form in which the results are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The page itself.
    #[default]
    Page,
    /// A report to be printed.
    Report,
    /// One slide after another.
    Slides,
}

/// Keys with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Showing(BTreeMap<String, String>);

impl Showing {
    /// Reads a query; of a key that stands more than once, the first counts.
    pub fn from_query(query: &str) -> Self {
        let decode = |part: &str| percent_decode_str(part).decode_utf8_lossy().into_owned();
        let mut keys = BTreeMap::new();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let key = decode(key);
            if key != LANGUAGE && is_page_key(&key) && !value.is_empty() {
                keys.entry(key).or_insert_with(|| decode(value));
            }
        }
        Self(keys)
    }

    /// The query that [`Showing::from_query`] reads back, its keys sorted.
    pub fn to_query(&self) -> String {
        let encode = |part: &str| utf8_percent_encode(part, QUERY).to_string();
        let pairs = self.0.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The value of a key.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    fn set(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => drop(self.0.insert(key.to_owned(), value.to_owned())),
            None => drop(self.0.remove(key)),
        }
    }

    /// The picture of matrices.
    pub fn view(&self) -> View {
        if self.value(VIEW) == Some(FULL) { View::Full } else { View::Diverging }
    }

    /// Chooses the picture of matrices.
    pub fn set_view(&mut self, view: View) {
        self.set(VIEW, (view == View::Full).then_some(FULL));
    }

    /// The ids of the surveys that are counted beside the one that is shown.
    pub fn waves(&self) -> Vec<String> {
        self.value(WITH).map_or_else(Vec::new, |ids| list(ids).map(str::to_owned).collect())
    }

    /// Counts another survey beside the one that is shown, or no longer.
    pub fn toggle_wave(&mut self, survey: &str) {
        let mut waves = self.waves();
        match waves.iter().position(|id| id == survey) {
            Some(at) => drop(waves.remove(at)),
            None => waves.push(survey.to_owned()),
        }
        self.set(WITH, Some(waves.join(",").as_str()).filter(|ids| !ids.is_empty()));
    }

    /// Whether intervals are shown.
    pub fn has_intervals(&self) -> bool {
        self.value(INTERVALS) == Some(YES)
    }

    /// Shows intervals, or not.
    pub fn set_intervals(&mut self, shows: bool) {
        self.set(INTERVALS, shows.then_some(YES));
    }

    /// Questions, each with the key that makes the groups it is compared by.
    pub fn by(&self) -> BTreeMap<String, String> {
        let of = |(key, by): (&String, &String)| Some((key.strip_prefix(BY)?.to_owned(), by.clone()));
        self.0.iter().filter_map(of).collect()
    }

    /// Compares a question by the groups of a key.
    pub fn set_by(&mut self, question: &str, by: Option<&str>) {
        self.set(&format!("{BY}{question}"), by);
        if by.is_none() {
            self.set(&format!("{ORDER}{question}"), None);
        }
    }

    /// Questions, each with the order in which its groups stand.
    pub fn order(&self) -> BTreeMap<String, GroupOrder> {
        let of = |(key, word): (&String, &String)| {
            Some((key.strip_prefix(ORDER)?.to_owned(), GroupOrder::parse(word)))
        };
        self.0.iter().filter_map(of).collect()
    }

    /// Puts the groups of a question in order.
    pub fn set_order(&mut self, question: &str, order: &GroupOrder) {
        let word = order.word();
        self.set(&format!("{ORDER}{question}"), Some(word.as_str()).filter(|word| !word.is_empty()));
    }

    /// What the address asks for and cannot have: `can_split` says whether a question can be compared by a key,
    /// `can_order` whether its groups can stand in an order, `can_stand_beside` whether there is such a survey to compare with.
    pub fn meaningless(
        &self,
        can_split: impl Fn(&str, &str) -> bool,
        can_order: impl Fn(&str, &GroupOrder) -> bool,
        can_stand_beside: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let is_good = |key: &str, value: &str| match key {
            VIEW => value == FULL,
            INTERVALS => value == YES,
            SHOW => [REPORT, SLIDES].contains(&value),
            SLIDE => value.parse::<usize>().is_ok(),
            _ => match (key.strip_prefix(BY), key.strip_prefix(ORDER)) {
                (Some(question), _) => can_split(question, value),
                (_, Some(question)) => {
                    let order = GroupOrder::parse(value);
                    order != GroupOrder::Listed && can_order(question, &order)
                }
                _ => true,
            },
        };
        let bad = |(key, value): (&String, &String)| {
            // Of a list, only what cannot be had.
            let bad: Vec<&str> = match key.as_str() {
                WITH => list(value).filter(|id| !can_stand_beside(id)).collect(),
                key => (!is_good(key, value)).then_some(value.as_str()).into_iter().collect(),
            };
            (!bad.is_empty()).then(|| format!("{key}={}", bad.join(",")))
        };
        self.0.iter().filter_map(bad).collect()
    }

    /// Whether nothing but the default is shown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The form in which the results are shown.
    pub fn form(&self) -> Form {
        match self.value(SHOW) {
            Some(REPORT) => Form::Report,
            Some(SLIDES) => Form::Slides,
            _ => Form::Page,
        }
    }

    /// The number of the slide, from 1.
    pub fn slide(&self) -> usize {
        self.value(SLIDE).and_then(|number| number.parse().ok()).unwrap_or(1)
    }

    /// Shows the results in another form.
    pub fn set_form(&mut self, form: Form) {
        self.set(SLIDE, None);
        self.set(
            SHOW,
            match form {
                Form::Page => None,
                Form::Report => Some(REPORT),
                Form::Slides => Some(SLIDES),
            },
        );
    }

    /// Goes to a slide.
    pub fn set_slide(&mut self, slide: usize) {
        self.set(SLIDE, Some(&slide.to_string()));
    }
}

/// What stands in a list; ids have no commas.
fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests;
