//! What of the results is shown, and how: the keys of the address that begin with `_`, beside the filter.

use std::collections::BTreeMap;

use leptos::prelude::*;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::browser::dom;
use crate::domain::analysis::{Filter, GroupOrder, is_page_key};
use crate::domain::charts::View;
use crate::ui::route::{Page, Route};
use crate::ui::state::AppState;

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

/// The form in which the results are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
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
pub(super) struct Showing(BTreeMap<String, String>);

impl Showing {
    /// Reads a query; of a key that stands more than once, the first counts.
    fn from_query(query: &str) -> Self {
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

    fn to_query(&self) -> String {
        let encode = |part: &str| utf8_percent_encode(part, QUERY).to_string();
        let pairs = self.0.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// What the address says now, and at every change of it.
    pub(super) fn here(state: AppState) -> Memo<Self> {
        Memo::new(move |_| Self::from_query(&state.route().query))
    }

    /// Has the results shown as the address says.
    pub(super) fn start(state: AppState) -> Memo<Self> {
        let shown = Self::here(state);
        Effect::new(move || {
            let shown = shown.get();
            let results = state.results();
            results.choose_view(if shown.value(VIEW) == Some(FULL) { View::Full } else { View::Diverging });
            results.choose_waves(shown.waves());
            results.show_intervals(shown.value(INTERVALS) == Some(YES));
            let by =
                shown.0.iter().filter_map(|(key, by)| Some((key.strip_prefix(BY)?.to_owned(), by.clone())));
            results.split_by(by.collect());
            let order = shown.0.iter().filter_map(|(key, word)| {
                Some((key.strip_prefix(ORDER)?.to_owned(), GroupOrder::parse(word)))
            });
            results.order_by(order.collect());
        });
        shown
    }

    /// The value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Gives a key a value in the address, or takes it away; Back takes the change back.
    pub(super) fn set(key: &str, value: Option<&str>) {
        Self::change(|shown| match value {
            Some(value) => drop(shown.0.insert(key.to_owned(), value.to_owned())),
            None => drop(shown.0.remove(key)),
        });
    }

    /// Chooses the picture of matrices.
    pub(super) fn set_view(view: View) {
        Self::set(VIEW, (view == View::Full).then_some(FULL));
    }

    /// Counts another survey beside the one that is shown, or no longer.
    pub(super) fn toggle_wave(survey: &str) {
        Self::change(|shown| {
            let mut waves = shown.waves();
            match waves.iter().position(|id| id == survey) {
                Some(at) => drop(waves.remove(at)),
                None => waves.push(survey.to_owned()),
            }
            if waves.is_empty() {
                shown.0.remove(WITH);
            } else {
                shown.0.insert(WITH.to_owned(), waves.join(","));
            }
        });
    }

    /// The ids of the surveys that are counted beside the one that is shown.
    fn waves(&self) -> Vec<String> {
        self.value(WITH).map_or_else(Vec::new, |ids| list(ids).map(str::to_owned).collect())
    }

    /// Shows intervals, or not.
    pub(super) fn set_intervals(shows: bool) {
        Self::set(INTERVALS, shows.then_some(YES));
    }

    /// Compares a question by the groups of a key.
    pub(super) fn set_by(question: &str, by: Option<&str>) {
        let key = format!("{BY}{question}");
        Self::change(|shown| {
            if let Some(by) = by {
                shown.0.insert(key, by.to_owned());
            } else {
                shown.0.remove(&key);
                shown.0.remove(&format!("{ORDER}{question}"));
            }
        });
    }

    /// Puts the groups of a question in order.
    pub(super) fn set_order(question: &str, order: &GroupOrder) {
        let word = order.word();
        Self::set(&format!("{ORDER}{question}"), Some(word.as_str()).filter(|word| !word.is_empty()));
    }

    /// What the address asks for and cannot have: `can_split` says whether a question can be compared by a key,
    /// `can_order` whether its groups can stand in an order, `can_stand_beside` whether there is such a survey to compare with.
    pub(super) fn meaningless(
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
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The form in which the results are shown.
    pub(super) fn form(&self) -> Form {
        match self.value(SHOW) {
            Some(REPORT) => Form::Report,
            Some(SLIDES) => Form::Slides,
            _ => Form::Page,
        }
    }

    /// The number of the slide, from 1.
    pub(super) fn slide(&self) -> usize {
        self.value(SLIDE).and_then(|number| number.parse().ok()).unwrap_or(1)
    }

    /// Shows the results in another form; Back takes the change back.
    pub(super) fn set_form(form: Form) {
        Self::change(|shown| {
            shown.0.remove(SLIDE);
            let name = match form {
                Form::Page => return drop(shown.0.remove(SHOW)),
                Form::Report => REPORT,
                Form::Slides => SLIDES,
            };
            shown.0.insert(SHOW.to_owned(), name.to_owned());
        });
    }

    /// Goes to a slide; Back leads to where the slides were begun.
    pub(super) fn turn_to(slide: usize) {
        let query = Route::parse(&dom::fragment()).query;
        let mut shown = Self::from_query(&query);
        shown.0.insert(SLIDE.to_owned(), slide.to_string());
        dom::replace(&fragment(&Filter::from_query(&query), &shown));
    }

    fn change(change: impl FnOnce(&mut Self)) {
        // The address itself: of several changes at once, the page hears only afterwards.
        let query = Route::parse(&dom::fragment()).query;
        let mut shown = Self::from_query(&query);
        change(&mut shown);
        dom::go(&fragment(&Filter::from_query(&query), &shown));
    }
}

/// What stands in a list; ids have no commas.
fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').filter(|it| !it.is_empty())
}

/// Changes the filter in the address and keeps what is shown of it.
pub(super) fn change_filter(change: impl FnOnce(&mut Filter)) {
    let query = Route::parse(&dom::fragment()).query;
    let mut filter = Filter::from_query(&query);
    change(&mut filter);
    dom::go(&fragment(&filter, &Showing::from_query(&query)));
}

fn fragment(filter: &Filter, shown: &Showing) -> String {
    let parts = [filter.to_query(), shown.to_query()];
    let query = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&");
    let path = Page::Results.fragment();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_stands_beside_the_filter() {
        let query = "service=mfa-04&_by.quality=language&_view=full&_other=1";
        let shown = Showing::from_query(query);
        assert_eq!((shown.value("_view"), shown.value("_by.quality")), (Some("full"), Some("language")));
        assert_eq!(shown.to_query(), "_by.quality=language&_view=full");
        assert_eq!(Filter::from_query(query).to_query(), "_other=1&service=mfa-04");
    }

    #[test]
    fn a_form_and_a_slide_are_read_from_the_address() {
        let read = |query| {
            let shown = Showing::from_query(query);
            (shown.form(), shown.slide())
        };
        assert_eq!(read("_show=slides&_slide=3"), (Form::Slides, 3));
        assert_eq!(read("_show=report"), (Form::Report, 1));
        assert_eq!(read("_show=film&_slide=x"), (Form::Page, 1));
    }

    #[test]
    fn what_the_address_cannot_have_is_told() {
        let query = "_by.quality=zzz&_by.x=language&_by.quality.a=service&_order.a=x&_order.b=best&_order.c=best&_with=b&_view=x&_intervals=0&_show=film&_slide=x";
        let shown = Showing::from_query(query);
        let told = shown.meaningless(
            |question, by| question == "quality.a" && by == "service",
            |question, _| question == "c",
            |_| false,
        );
        let expected = [
            "_by.quality=zzz",
            "_by.x=language",
            "_intervals=0",
            "_order.a=x",
            "_order.b=best",
            "_show=film",
            "_slide=x",
            "_view=x",
            "_with=b",
        ];
        assert_eq!(told, expected);
        let good = Showing::from_query("_view=full&_intervals=1&_show=slides&_slide=2&_with=b&_by.a=b");
        assert!(good.meaningless(|_, _| true, |_, _| true, |_| true).is_empty());
    }

    #[test]
    fn several_surveys_stand_in_one_list() {
        let shown = Showing::from_query("_with=a,b");
        assert_eq!(shown.waves(), ["a", "b"]);
        assert_eq!(shown.to_query(), "_with=a,b");
        assert_eq!(Showing::from_query("_with=a").waves(), ["a"]);
        assert_eq!(shown.meaningless(|_, _| true, |_, _| true, |id| id == "a"), ["_with=b"]);
    }

    #[test]
    fn any_question_survives_the_address() {
        let shown = Showing(BTreeMap::from([("_by.a&b=ā".to_owned(), "x.y z%".to_owned())]));
        assert_eq!(Showing::from_query(&shown.to_query()), shown);
    }
}
