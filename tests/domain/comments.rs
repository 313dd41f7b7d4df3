//! Texts of the sample, listed, coded and tallied, as one dataset and as several.

use std::rc::Rc;

use super::support::{import_slices, ministry};
use aptauja::domain::analysis::{Filter, ThemesReport};
use aptauja::domain::coding::{
    Codes, Collection, Counts, Gathered, ListedText, Listing, Selection, Wanted, tally_themes, text_key,
};
use aptauja::domain::exchange::Import;
use aptauja::domain::survey::Survey;

const SAMPLE: &str = include_str!("../../public/surveys/mfa-2018-sample.ndjson");
const SURVEY: &str = "mfa-2018";

/// Readers that have a share of the sample each.
struct Readers(Vec<Import>);

impl Readers {
    fn new(count: usize) -> Self {
        let surveys: Rc<Vec<Survey>> = ministry();
        let mut shares = vec![String::new(); count];
        for (at, line) in SAMPLE.lines().enumerate() {
            shares[at * 7 % count].extend([line, "\n"]);
        }
        let read = |share: &String| import_slices(&surveys, &[("a.ndjson", share.as_bytes())], usize::MAX);
        Self(shares.iter().map(read).collect())
    }

    fn names(&self) -> Vec<&str> {
        let (survey, _) = self.0[0].dataset(SURVEY).unwrap();
        survey.questionnaire.questions.iter().map(|question| question.name.as_str()).collect()
    }

    fn collect(&self, query: &str) -> (Collection, Counts) {
        let names = self.names();
        let gather = |import: &Import| {
            let (survey, dataset) = import.dataset(SURVEY).unwrap();
            let (gathered, texts) = Gathered::of(dataset, &names);
            (texts, gathered.count(dataset, &Filter::from_query(query).select(survey, dataset)))
        };
        let (texts, counts): (Vec<_>, Vec<_>) = self.0.iter().map(gather).unzip();
        let collection = Collection::of(texts);
        let counts = collection.sum(&counts);
        (collection, counts)
    }

    fn list(&self, query: &str, codes: &Codes, wanted: &Wanted) -> Listing {
        let (collection, counts) = self.collect(query);
        collection.list(&counts, codes, &self.names(), wanted)
    }

    fn themes(&self, query: &str, codes: &Codes) -> Vec<ThemesReport> {
        let (collection, counts) = self.collect(query);
        tally_themes(&collection, &counts, codes, &self.names())
    }
}

fn all() -> Wanted {
    Wanted { limit: 1000, ..Wanted::default() }
}

/// Every text of a question, as it stands in the sample's lines that hold `part`.
fn written(member: &str, part: &str) -> Vec<String> {
    let lines = SAMPLE.lines().filter(|line| line.contains(part));
    let text = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["answers"][member].as_str().map(str::to_owned)
    };
    lines.filter_map(text).collect()
}

#[test]
fn every_text_is_listed_once_with_how_often_it_occurs() {
    let listing = Readers::new(1).list("", &Codes::default(), &all());
    for (question, member) in [("comment", "comment"), ("strengths", "strengths-Comment")] {
        let mut expected = written(member, "");
        let of_question = |it: &&ListedText| it.question == question;
        let listed: Vec<&ListedText> = listing.texts.iter().filter(of_question).collect();
        assert!(listed.len() > 2);
        let sum: u64 = listed.iter().map(|it| it.count).sum();
        assert_eq!(sum, expected.len() as u64);
        let sums = listing.questions.iter().find(|it| it.name == question).unwrap();
        assert_eq!((sums.texts, sums.responses), (listed.len() as u64, sum));
        for text in &listed {
            let count = expected.iter().filter(|known| **known == text.text).count();
            assert_eq!(text.count, count as u64, "{}", text.text);
            assert_eq!(text.sha256, text_key(question, &text.text));
        }
        expected.sort();
        expected.dedup();
        assert_eq!(listed.len(), expected.len());
    }
}

#[test]
fn the_list_is_the_same_however_responses_are_shared_out() {
    let queries = ["", "language=en", "service=mfa-04,mfa-05&language=lv", "delays=yes"];
    let mut codes = Codes::default();
    codes.add_theme("t".into(), "Tēma");
    codes.toggle_theme("comment", &text_key("comment", &written("comment", "")[0]), "t");
    let alone = Readers::new(1);
    for count in [2, 3, 5] {
        let readers = Readers::new(count);
        for query in queries {
            for offset in [0, 3, 500] {
                let wanted = Wanted { offset, limit: 5, ..Wanted::default() };
                let expected = alone.list(query, &codes, &wanted);
                assert_eq!(readers.list(query, &codes, &wanted), expected, "{count} {query}");
            }
            assert_eq!(readers.themes(query, &codes), alone.themes(query, &codes));
        }
    }
}

#[test]
fn pages_follow_one_another() {
    let readers = Readers::new(1);
    let whole = readers.list("", &Codes::default(), &all());
    let mut pages = Vec::new();
    while pages.len() < whole.total {
        let wanted = Wanted { offset: pages.len(), limit: 4, ..Wanted::default() };
        pages.extend(readers.list("", &Codes::default(), &wanted).texts);
    }
    assert_eq!(pages, whole.texts);
}

#[test]
fn words_are_found_whatever_their_case_and_marks() {
    let readers = Readers::new(2);
    let search =
        |search: &str| readers.list("", &Codes::default(), &Wanted { search: search.into(), ..all() }).texts;
    let found = search("PACIETIBA");
    assert!(!found.is_empty() && found.iter().all(|it| it.text.contains("pacietība")));
    assert_eq!(search("paraugs").len() + search("sample").len(), search("").len());
    assert!(search("tāda vārda nav").is_empty());
}

#[test]
fn the_filter_holds_for_texts() {
    let english = Readers::new(2).list("language=en", &Codes::default(), &all());
    let expected = written("comment", "\"language\":\"en\"");
    assert!(!expected.is_empty());
    let listed: u64 = english.texts.iter().filter(|it| it.question == "comment").map(|it| it.count).sum();
    assert_eq!(listed, expected.len() as u64);
    let one =
        Readers::new(2).list("", &Codes::default(), &Wanted { question: Some("comment".into()), ..all() });
    assert!(one.texts.iter().all(|it| it.question == "comment") && one.questions.len() > 1);
    let none = Wanted { question: Some("nothing".into()), ..all() };
    assert_eq!(Readers::new(1).list("", &Codes::default(), &none).total, 0);
}

#[test]
fn texts_are_selected_by_their_codes() {
    let readers = Readers::new(2);
    let mut codes = Codes::default();
    codes.add_theme("a".into(), "Viens");
    codes.add_theme("b".into(), "Divi");
    let texts = readers.list("", &codes, &all()).texts;
    let [first, second, third] = [&texts[0], &texts[1], &texts[2]];
    codes.toggle_theme(&first.question, &first.sha256, "a");
    codes.toggle_theme(&second.question, &second.sha256, "b");
    codes.toggle_removed(&third.question, &third.sha256);
    codes.toggle_removed("comment", &text_key("comment", "nobody wrote this"));
    let select = |selection| readers.list("", &codes, &Wanted { selection, ..all() });
    assert_eq!(select(Selection::Coded).texts, [first.clone(), second.clone()]);
    assert_eq!(select(Selection::Theme("b".into())).texts, std::slice::from_ref(second));
    assert_eq!(select(Selection::Removed).texts, std::slice::from_ref(third));
    assert_eq!(select(Selection::Uncoded).texts, texts[2..]);
    assert_eq!(select(Selection::Personal).total, 0);
}

#[test]
fn shares_of_themes_are_of_coded_texts() {
    let readers = Readers::new(3);
    let mut codes = Codes::default();
    codes.add_theme("a".into(), "Viens");
    codes.add_theme("b".into(), "Divi");
    let wanted = Wanted { question: Some("comment".into()), ..all() };
    let texts = readers.list("", &codes, &wanted);
    let [first, second] = [&texts.texts[0], &texts.texts[1]];
    codes.toggle_theme("comment", &first.sha256, "a");
    codes.toggle_theme("comment", &second.sha256, "a");
    codes.toggle_theme("comment", &second.sha256, "b");
    let themes = readers.themes("", &codes);
    let [report] = &themes[..] else { panic!("{themes:?}") };
    assert_eq!((report.name.as_str(), report.texts), ("comment", texts.written));
    assert_eq!(report.answered, first.count + second.count);
    assert_eq!(report.uncoded, texts.written - report.answered);
    let tallies: Vec<_> = report.choices.iter().map(|it| (it.title.as_str(), it.tally.count)).collect();
    assert_eq!(tallies, [("Viens", report.answered), ("Divi", second.count)]);
    assert_eq!(report.choices[0].tally.share, Some(1.0));
    // Nobody in the selection: no share, and still there.
    let nobody = readers.themes("from=2030-01-01", &codes);
    assert_eq!((nobody[0].answered, nobody[0].choices[0].tally.share), (0, None));
}
