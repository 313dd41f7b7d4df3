//! Pictures of reports: what is drawn, in which order, with which labels.

mod groups;

use std::collections::BTreeMap;

use aptauja::domain::analysis::{Indicator, IndicatorFigure, QuestionReport, RowReport, Tally};
use aptauja::domain::charts::{
    ChartLabels, NumberFormat, Palette, Picture, Style, View, group_picture, indicators_picture, picture,
    published_indicators_picture, published_picture,
};
use aptauja::domain::survey::{Baseline, Context, Labels, Questionnaire, Scalar, SmallMap};
use serde_json::Value;

const QUESTIONS: &str = r#"{"locale":"lv","pages":[{"elements":[
  {"type":"matrix","name":"quality","title":"Kvalitāte",
   "columns":[{"value":"very_good","text":"Ļoti labi"},{"value":"good","text":"Labi"},
    {"value":"satisfactory","text":"Apmierinoši"},{"value":"poor","text":"Slikti"},
    {"value":"very_poor","text":"Ļoti slikti"}],
   "rows":[{"value":"attitude","text":"Darbinieka attieksme, apkalpojot klientu un sniedzot pakalpojumu"}]},
  {"type":"radiogroup","name":"delays","title":"Kavējumi?",
   "choices":[{"value":"yes","text":"Jā"},{"value":"no","text":"Nē"}]},
  {"type":"checkbox","name":"strengths","title":"Stiprās puses","showOtherItem":true,"otherText":"Cits",
   "choices":[{"value":"promptness","text":"Operativitāte"},{"value":"accuracy","text":"Precizitāte"}]},
  {"type":"dropdown","name":"office","title":"Vieta","choices":["Rīga","Liepāja","Daugavpils"]},
  {"type":"comment","name":"comment","title":"Komentārs"}]}]}"#;

const BASELINE: &str = r#"{"survey":"mfa-2018","title":"2018","source":"pārskats","figures":[
  {"question":"quality","row":"attitude","values":["very_good"],"percent":61,"mark":"inferred"},
  {"question":"quality","row":"attitude","values":["good"],"percent":30,"mark":"inferred"},
  {"question":"quality","row":"attitude","values":["satisfactory","poor","very_poor"],"percent":9,"mark":"inferred"},
  {"question":"delays","values":["no"],"percent":97,"mark":"stated"},
  {"question":"strengths","values":["promptness"],"percent":74,"mark":"stated"}],
  "indicators":[{"name":"no_delays","percent":97.5,"mark":"stated"}]}"#;

fn questionnaire() -> Questionnaire {
    let context = Context {
        file: "questions.json",
        variables: &SmallMap::new(),
        catalogue: None,
        labels: &Labels::default(),
    };
    Questionnaire::parse(QUESTIONS, &context).unwrap()
}

fn style(width: u32) -> Style {
    let colour = |text: &str| text.to_owned();
    Style {
        language: "lv".into(),
        format: NumberFormat { decimal: ",".into(), group: "\u{a0}".into(), percent: "{n}\u{a0}%".into() },
        palette: Palette {
            text: colour("#1b1e24"),
            muted: colour("#565c66"),
            surface: colour("#ffffff"),
            accent: colour("#8f1d33"),
            positive_strong: colour("#1f5d57"),
            positive_light: colour("#649d91"),
            neutral: colour("#dedacf"),
            negative_light: colour("#cb8656"),
            negative_strong: colour("#a4501f"),
            baseline: colour("#1b1e24"),
        },
        font: "sans-serif".into(),
        width,
        labels: ChartLabels { published: "Publicēts".into(), interval: "95 % ticamības intervāls".into() },
        intervals: false,
    }
}

fn tallies(counts: &[(&str, u64)]) -> Vec<Tally> {
    let tally = |(value, count): &(&str, u64)| Tally {
        value: Scalar::from(*value),
        count: *count,
        share: None,
        interval: None,
    };
    counts.iter().map(tally).collect()
}

fn choices(name: &str, answered: u64, counts: &[(&str, u64)]) -> QuestionReport {
    let choices = Some(tallies(counts));
    QuestionReport {
        name: name.into(),
        kind: String::new(),
        answered: Some(answered),
        choices,
        rows: None,
        hidden: false,
    }
}

fn matrix(counts: &[(&str, u64)]) -> QuestionReport {
    let row = RowReport {
        value: "attitude".into(),
        answered: counts.iter().map(|(_, count)| count).sum(),
        columns: tallies(counts),
    };
    let rows = Some(vec![row]);
    QuestionReport {
        name: "quality".into(),
        kind: "matrix".into(),
        answered: None,
        choices: None,
        rows,
        hidden: false,
    }
}

fn drawn(report: &QuestionReport, has_baseline: bool, view: View, width: u32) -> Option<Picture> {
    let questionnaire = questionnaire();
    let question = questionnaire.question(&report.name).unwrap();
    let baseline = Baseline::parse("baseline.json", BASELINE).unwrap();
    picture(question, report, has_baseline.then_some(&baseline), view, &style(width))
}

/// Names of the data items of the series of one type, in the order of the option.
fn labels(picture: &Picture, kind: &str) -> Vec<String> {
    let option: Value = serde_json::from_str(&picture.option).unwrap();
    let series = option["series"].as_array().unwrap().iter().filter(|series| series["type"] == kind);
    series
        .flat_map(|series| series["data"].as_array().unwrap().clone())
        .filter_map(|item| item["name"].as_str().map(str::to_owned))
        .filter(|name| !name.is_empty())
        .collect()
}

fn legend(picture: &Picture) -> Vec<String> {
    let option: Value = serde_json::from_str(&picture.option).unwrap();
    let legends = option["legend"].as_array().cloned().unwrap_or_default();
    let items = legends.iter().flat_map(|legend| legend["data"].as_array().unwrap().clone());
    items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

const GRADES: [(&str, u64); 5] =
    [("very_good", 60), ("good", 20), ("satisfactory", 10), ("poor", 6), ("very_poor", 4)];

#[test]
fn a_matrix_diverges_from_worst_to_best_and_fills_from_best_to_worst() {
    let diverging = drawn(&matrix(&GRADES), false, View::Diverging, 700).unwrap();
    assert_eq!(labels(&diverging, "bar"), ["6\u{a0}%", "10\u{a0}%", "20\u{a0}%", "60\u{a0}%"]);
    assert_eq!(legend(&diverging), ["Ļoti slikti", "Slikti", "Apmierinoši", "Labi", "Ļoti labi"]);
    let full = drawn(&matrix(&GRADES), false, View::Full, 700).unwrap();
    assert_eq!(legend(&full), ["Ļoti labi", "Labi", "Apmierinoši", "Slikti", "Ļoti slikti"]);
}

#[test]
fn the_middle_grade_lies_on_both_sides_of_the_common_line() {
    let report =
        matrix(&[("very_good", 0), ("good", 0), ("satisfactory", 10), ("poor", 0), ("very_poor", 0)]);
    let picture = drawn(&report, false, View::Diverging, 700).unwrap();
    let option: Value = serde_json::from_str(&picture.option).unwrap();
    let series = option["series"].as_array().unwrap();
    let centre = series.iter().find(|series| series["name"] == "centre").unwrap();
    assert_eq!(centre["data"][0]["value"][0], 50.0);
    assert_eq!(option["xAxis"]["max"], 100.0);
}

#[test]
fn values_are_left_out_where_a_segment_is_too_narrow() {
    let narrow = drawn(&matrix(&GRADES), false, View::Full, 328).unwrap();
    assert_eq!(labels(&narrow, "bar"), ["60\u{a0}%", "20\u{a0}%"]);
    assert!(narrow.description.contains("Ļoti slikti 4\u{a0}%"), "{}", narrow.description);
}

#[test]
fn the_published_grades_stand_beneath_and_in_the_legend() {
    let picture = drawn(&matrix(&GRADES), true, View::Diverging, 700).unwrap();
    assert_eq!(legend(&picture).last().unwrap(), "Publicēts");
    let plain = drawn(&matrix(&GRADES), false, View::Diverging, 700).unwrap();
    assert!(picture.height > plain.height);
}

/// The series that the legend names so.
fn series(picture: &Picture, name: &str) -> Value {
    let option: Value = serde_json::from_str(&picture.option).unwrap();
    let series = option["series"].as_array().unwrap();
    series.iter().find(|series| series["name"] == name).unwrap().clone()
}

#[test]
fn the_legend_shows_the_published_bar_in_its_colours() {
    let colours = |picture: &Picture| -> Vec<String> {
        let stops = series(picture, "Publicēts")["itemStyle"]["color"]["colorStops"].clone();
        let stops = stops.as_array().unwrap().iter().map(|stop| stop["color"].as_str().unwrap().to_owned());
        stops.step_by(2).collect()
    };
    let matrix = drawn(&matrix(&GRADES), true, View::Diverging, 700).unwrap();
    assert_eq!(colours(&matrix), ["#a4501f", "#cb8656", "#dedacf", "#649d91", "#1f5d57"]);
    let two = drawn(&choices("delays", 100, &[("yes", 3), ("no", 97)]), true, View::Diverging, 328).unwrap();
    assert_eq!(colours(&two), ["#8f1d33", "#dedacf"]);
}

#[test]
fn where_nobody_answered_the_legend_explains_the_published_grades() {
    let picture = drawn(&matrix(&[("very_good", 0)]), true, View::Full, 700).unwrap();
    let names = ["Publicēts", "Ļoti labi", "Labi", "Apmierinoši, Slikti, Ļoti slikti"];
    assert_eq!(legend(&picture), names);
    for name in names {
        series(&picture, name);
    }
}

#[test]
fn long_labels_take_more_lines_on_a_phone() {
    let wide = drawn(&matrix(&GRADES), false, View::Full, 1000).unwrap();
    let narrow = drawn(&matrix(&GRADES), false, View::Full, 328).unwrap();
    assert!(narrow.height > wide.height);
}

#[test]
fn multiple_choices_are_sorted_with_other_last_and_halves_rounded_up() {
    let report = choices("strengths", 8, &[("promptness", 1), ("accuracy", 3), ("other", 7)]);
    let picture = drawn(&report, false, View::Diverging, 700).unwrap();
    let expected = ["Precizitāte", "Operativitāte", "Cits", "38\u{a0}%", "13\u{a0}%", "88\u{a0}%"];
    assert_eq!(labels(&picture, "scatter"), expected);
    assert_eq!(legend(&picture), Vec::<String>::new());
}

#[test]
fn a_dropdown_shows_what_was_chosen_most_frequent_first() {
    let report = choices("office", 10, &[("Rīga", 2), ("Liepāja", 0), ("Daugavpils", 8)]);
    let picture = drawn(&report, false, View::Diverging, 700).unwrap();
    assert_eq!(labels(&picture, "scatter"), ["Daugavpils", "Rīga", "80\u{a0}%", "20\u{a0}%"]);
}

#[test]
fn two_choices_are_named_at_the_ends_of_one_bar() {
    let report = choices("delays", 100, &[("yes", 3), ("no", 97)]);
    let picture = drawn(&report, true, View::Diverging, 328).unwrap();
    assert_eq!(labels(&picture, "scatter"), ["Jā 3\u{a0}%", "Nē 97\u{a0}%"]);
}

#[test]
fn nothing_is_drawn_where_there_are_no_figures() {
    let text = QuestionReport {
        name: "comment".into(),
        kind: "comment".into(),
        answered: Some(4),
        choices: None,
        rows: None,
        hidden: false,
    };
    assert_eq!(drawn(&text, true, View::Diverging, 700), None);
    assert_eq!(drawn(&choices("delays", 0, &[("yes", 0), ("no", 0)]), true, View::Diverging, 700), None);
    assert_eq!(drawn(&matrix(&[("very_good", 0)]), false, View::Diverging, 700), None);
}

#[test]
fn published_figures_stand_alone_and_invent_no_numbers() {
    let questionnaire = questionnaire();
    let baseline = Baseline::parse("baseline.json", BASELINE).unwrap();
    let published = |name: &str| {
        published_picture(questionnaire.question(name).unwrap(), &baseline, View::Full, &style(700))
    };
    assert_eq!(labels(&published("delays").unwrap(), "scatter"), ["Jā", "Nē 97\u{a0}%"]);
    assert_eq!(labels(&published("strengths").unwrap(), "scatter"), ["Operativitāte", "74\u{a0}%"]);
    let quality = published("quality").unwrap();
    assert_eq!(legend(&quality), ["Ļoti labi", "Labi", "Apmierinoši, Slikti, Ļoti slikti"]);
    assert_eq!(published("office"), None);
}

#[test]
fn indicators_are_drawn_under_their_names_without_those_that_are_hidden() {
    let baseline = Baseline::parse("baseline.json", BASELINE).unwrap();
    let names = BTreeMap::from([("no_delays".to_owned(), "Bez kavējumiem (n = 40)".to_owned())]);
    let indicator = |name: &str, value, hidden| Indicator {
        name: name.to_owned(),
        figure: Some(IndicatorFigure { value, n: 40 }),
        hidden,
    };
    let all = [
        indicator("no_delays", Some(0.8125), false),
        indicator("quality_good", Some(0.5), true),
        indicator("no_complaints", None, false),
    ];
    let style = style(600);
    let picture = indicators_picture("Rādītāji", &names, &all, Some(&baseline), &style).unwrap();
    let said = "Rādītāji. Bez kavējumiem (n = 40): 81,3\u{a0}% (Publicēts: 97,5\u{a0}%)";
    assert_eq!(picture.description, said);
    assert!(indicators_picture("Rādītāji", &names, &all[1..], Some(&baseline), &style).is_none());
    let published = published_indicators_picture("Rādītāji", &names, &baseline, &style).unwrap();
    assert_eq!(published.description, "Rādītāji. Bez kavējumiem (n = 40): 97,5\u{a0}%");
}

#[test]
fn options_are_data_for_a_picture_that_stays_still() {
    let report = choices("strengths", 8, &[("promptness", 1), ("accuracy", 3), ("other", 7)]);
    let picture = drawn(&report, true, View::Diverging, 700).unwrap();
    let option: Value = serde_json::from_str(&picture.option).unwrap();
    assert_eq!(option["animation"], false);
    assert_eq!(option["aria"]["label"]["description"], picture.description.as_str());
    assert!(option["series"].as_array().unwrap().iter().all(|series| series["silent"] == true));
    assert!(!picture.option.contains("function"));
}
