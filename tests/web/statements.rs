//! Headlines and questions as sentences, over many numbers.

use aptauja::domain::analysis::{Indicator, IndicatorFigure, QuestionReport, RowReport, Tally};
use aptauja::domain::finding::{Headline, headline, statement};
use aptauja::domain::survey::{Baseline, Choice, Kind, Options, Question, Text};
use aptauja::ui::text::Texts;
use wasm_bindgen_test::wasm_bindgen_test;

fn texts(code: &str) -> Texts {
    Texts::of(code).unwrap()
}

/// With no-break spaces shown as `~`.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', "~")
}

fn baseline(percent: f64) -> Baseline {
    let text = format!(
        r#"{{"survey":"then","title":"T","source":"S","collected":{{"from":"2018-01-15","to":"2018-01-31"}},
        "figures":[{{"question":"q","values":["a"],"percent":{percent},"mark":"stated"}}],
        "indicators":[{{"name":"no_delays","percent":{percent},"mark":"stated"}},
        {{"name":"quality_good","percent":{percent},"mark":"stated"}}]}}"#
    );
    Baseline::parse("baseline.json", &text).unwrap()
}

fn told(name: &str, share: f64, n: u64, published: Option<f64>) -> Headline {
    let figure = Some(IndicatorFigure { value: Some(share), n });
    let indicator = Indicator { name: name.into(), figure, hidden: false };
    headline(&indicator, "now", published.map(baseline).as_ref()).unwrap()
}

#[wasm_bindgen_test]
fn a_headline_says_how_many_think_so_in_correct_words() {
    let table = [
        (0.0003, "Mazāk nekā 0,1~% respondentu norāda", "Less than 0.1% of respondents report"),
        (0.004, "0,4~% respondentu norāda", "0.4% of respondents report"),
        (0.01, "1~% respondentu norāda", "1% of respondents report"),
        (0.21, "21~% respondentu norāda", "21% of respondents report"),
        (0.825, "83~% respondentu norāda", "83% of respondents report"),
        (0.996, "99,6~% respondentu norāda", "99.6% of respondents report"),
        (0.9997, "Vairāk nekā 99,9~% respondentu norāda", "More than 99.9% of respondents report"),
        (1.0, "Visi respondenti norāda", "All respondents report"),
    ];
    for (share, latvian, english) in table {
        let headline = told("no_delays", share, 400, None);
        let expected = format!("{latvian}, ka pakalpojumu izpildes kavējumu nav bijis.");
        assert_eq!(plain(&texts("lv").headline(&headline)), expected, "{share}");
        let expected = format!("{english} no delays in the services.");
        assert_eq!(plain(&texts("en").headline(&headline)), expected, "{share}");
    }
}

#[wasm_bindgen_test]
fn of_nobody_the_sentence_is_denied() {
    let table = [
        ("quality_good", "Neviens respondents darbinieku darbu nevērtē kā labu vai ļoti labu."),
        ("strength_promptness", "Neviens respondents par iestādes stipro pusi neuzskata operativitāti."),
        ("reduce_burden", "Neviens respondents nevēlas, lai administratīvais slogs būtu mazāks."),
    ];
    for (name, latvian) in table {
        let headline = told(name, 0.0, 400, None);
        assert_eq!(plain(&texts("lv").headline(&headline)), latvian);
        assert!(plain(&texts("en").headline(&headline)).starts_with("No respondent "));
    }
}

#[wasm_bindgen_test]
fn a_mean_of_shares_is_said_to_be_one() {
    let said = |share| plain(&texts("lv").headline(&told("quality_good", share, 400, None)));
    assert_eq!(said(0.95), "Vidēji 95~% respondentu darbinieku darbu vērtē kā labu vai ļoti labu.");
    assert_eq!(said(1.0), "Visi respondenti darbinieku darbu vērtē kā labu vai ļoti labu.");
    let english = texts("en").headline(&told("quality_good", 0.95, 400, None));
    assert_eq!(english, "On average, 95% of respondents rate the work of staff as good or very good.");
}

#[wasm_bindgen_test]
fn percentage_points_take_the_form_their_number_asks_for() {
    let table = [
        (0.01, 0.0, "par 1 procentpunktu vairāk", "1 percentage point more"),
        (0.02, 0.0, "par 2 procentpunktiem vairāk", "2 percentage points more"),
        (0.10, 0.0, "par 10 procentpunktiem vairāk", "10 percentage points more"),
        (0.11, 0.0, "par 11 procentpunktiem vairāk", "11 percentage points more"),
        (0.21, 0.0, "par 21 procentpunktu vairāk", "21 percentage points more"),
        (0.79, 0.82, "par 3 procentpunktiem mazāk", "3 percentage points less"),
        (0.81, 0.82, "par 1 procentpunktu mazāk", "1 percentage point less"),
        (0.832, 0.828, "par 0,4 procentpunktiem vairāk", "0.4 percentage points more"),
        (0.830, 0.809, "par 2,1 procentpunktu vairāk", "2.1 percentage points more"),
        (0.838, 0.828, "par 1 procentpunktu vairāk", "1 percentage point more"),
    ];
    for (share, published, latvian, english) in table {
        let headline = told("no_delays", share, 400, Some(published * 100.0));
        let said = texts("lv").headline(&headline);
        assert!(said.contains(&format!("Tas ir {latvian} nekā 2018. gadā (")), "{share}: {said}");
        let said = texts("en").headline(&headline);
        assert!(said.contains(&format!("That is {english} than in 2018 (")), "{share}: {said}");
    }
}

#[wasm_bindgen_test]
fn the_difference_is_that_of_the_figures_as_they_are_told() {
    // 82.6 is told as 83: a reader counts one point more than 82.
    let said = plain(&texts("lv").headline(&told("no_delays", 0.826, 400, Some(82.0))));
    assert!(said.starts_with("83~% "), "{said}");
    assert!(said.ends_with("Tas ir par 1 procentpunktu vairāk nekā 2018. gadā (82~%)."), "{said}");
    let same = plain(&texts("lv").headline(&told("no_delays", 0.824, 400, Some(82.0))));
    assert!(same.ends_with("Rādītājs ir tāds pats kā 2018. gadā (82~%)."), "{same}");
    let almost = texts("lv").headline(&told("no_delays", 0.9999, 400, Some(100.0)));
    assert!(!almost.contains("2018"), "{almost}");
}

#[wasm_bindgen_test]
fn few_answers_are_told_with_caution() {
    let is_cautious = |n| texts("lv").headline(&told("no_delays", 0.5, n, None)).contains("aptuveni");
    assert_eq!([1, 29, 30, 31, 400].map(is_cautious), [true, true, false, false, false]);
    let said = plain(&texts("lv").headline(&told("no_delays", 0.5, 21, None)));
    assert!(said.ends_with("Atbilžu ir maz (n~=~21), tāpēc skaitļi ir tikai aptuveni."), "{said}");
}

#[wasm_bindgen_test]
fn what_is_hidden_says_nothing() {
    let figure = Some(IndicatorFigure { value: Some(0.5), n: 4 });
    let hidden = Indicator { name: "no_delays".into(), figure, hidden: true };
    assert_eq!(headline(&hidden, "now", Some(&baseline(97.0))), None);
    let report = QuestionReport { hidden: true, ..counted(None, &[("a", 3), ("b", 1)]) };
    let kind = Kind::Radiogroup(options(&["a", "b"]));
    let said = statement(&question(kind.clone()), &report, &[], "now", Some(&baseline(50.0)));
    let said = texts("lv").statement(&said, &question(kind));
    assert!(!said.contains(|it: char| it.is_ascii_digit()), "{said}");
}

fn question(kind: Kind) -> Question {
    Question {
        name: "q".into(),
        title: Text::plain("?"),
        description: None,
        is_required: false,
        visible_if: Vec::new(),
        page: 0,
        kind,
    }
}

fn options(values: &[&str]) -> Options {
    Options { choices: values.iter().map(|value| choice(value)).collect(), ..Options::default() }
}

fn choice(value: &str) -> Choice {
    Choice { value: value.into(), text: Text::plain(value.to_uppercase()) }
}

fn tallies(counts: &[(&str, u64)]) -> Vec<Tally> {
    let tally = |(value, count): &(&str, u64)| Tally {
        value: (*value).into(),
        count: *count,
        share: None,
        interval: None,
    };
    counts.iter().map(tally).collect()
}

fn counted(answered: Option<u64>, counts: &[(&str, u64)]) -> QuestionReport {
    QuestionReport {
        name: "q".into(),
        kind: String::new(),
        answered,
        choices: Some(tallies(counts)),
        rows: None,
        hidden: false,
    }
}

/// What is said of a choice, in Latvian.
fn of_choice(kind: Kind, answered: u64, counts: &[(&str, u64)], published: Option<f64>) -> String {
    let question = question(kind);
    let report = counted(Some(answered), counts);
    let said = statement(&question, &report, &[], "now", published.map(baseline).as_ref());
    plain(&texts("lv").statement(&said, &question))
}

#[wasm_bindgen_test]
fn the_most_frequent_answer_is_told_with_the_next_and_the_published() {
    let all = || options(&["a", "b", "c"]);
    assert_eq!(
        of_choice(
            Kind::Checkbox { options: all(), max_selected: None },
            100,
            &[("a", 74), ("b", 61), ("c", 5)],
            Some(71.0)
        ),
        "Visbiežāk izvēlētā atbilde ir „A” (74~% respondentu). Tas ir par 3 procentpunktiem vairāk nekā 2018. gadā \
         (71~%). Otra biežākā atbilde ir „B” (61~%)."
    );
    assert_eq!(
        of_choice(Kind::Radiogroup(all()), 90, &[("a", 30), ("b", 30), ("c", 30)], None),
        "Visbiežāk izvēlētās atbildes ir „A”, „B” un „C” (katru izvēlējās 33~% respondentu)."
    );
    assert_eq!(
        of_choice(Kind::Radiogroup(all()), 12, &[("a", 0), ("b", 12)], None),
        "Visi respondenti izvēlējās atbildi „B”. Atbilžu ir maz (n~=~12), tāpēc skaitļi ir tikai aptuveni."
    );
    assert_eq!(
        of_choice(Kind::Radiogroup(all()), 0, &[("a", 0), ("b", 0)], None),
        "Uz šo jautājumu neviens nav atbildējis."
    );
}

#[wasm_bindgen_test]
fn texts_are_counted_in_the_form_their_number_asks_for() {
    let said = |count, code: &str| {
        let question = question(Kind::Comment { max_length: None });
        let report = QuestionReport { choices: None, ..counted(Some(count), &[]) };
        texts(code).statement(&statement(&question, &report, &[], "now", None), &question)
    };
    let latvian = [
        (1, "respondents"),
        (2, "respondenti"),
        (10, "respondentu"),
        (11, "respondentu"),
        (21, "respondents"),
        (101, "respondents"),
    ];
    for (count, word) in latvian {
        assert_eq!(said(count, "lv"), format!("Rakstisku atbildi sniedza {count} {word}."));
    }
    assert_eq!(
        [1, 2, 21].map(|count| said(count, "en")),
        [
            "1 respondent wrote an answer.",
            "2 respondents wrote an answer.",
            "21 respondents wrote an answer."
        ]
    );
}

#[wasm_bindgen_test]
fn a_matrix_names_its_best_and_its_worst_statement() {
    let row = |name: &str, good: u64| RowReport {
        value: name.into(),
        answered: 100,
        columns: tallies(&[("good", good), ("bad", 100 - good)]),
    };
    let kind = Kind::Matrix {
        rows: vec![choice("x"), choice("y")],
        columns: vec![choice("good"), choice("bad")],
        all_rows_required: false,
    };
    let report =
        QuestionReport { choices: None, rows: Some(vec![row("x", 87), row("y", 74)]), ..counted(None, &[]) };
    let question = question(kind);
    let said = statement(&question, &report, &[], "now", None);
    assert_eq!(
        plain(&texts("lv").statement(&said, &question)),
        "Visaugstāk vērtēts kritērijs „X” (87~%), viszemāk – „Y” (74~%). \
         Pie kritērijiem iekavās norādīts, cik liela daļa respondentu atbildēja „GOOD”."
    );
    assert_eq!(
        texts("en").statement(&said, &question),
        "The highest rated item is “X” (87%), the lowest “Y” (74%). \
         The figures in brackets after the items are the share of respondents who answered “GOOD”."
    );
}
