use std::collections::BTreeMap;

use super::*;
use crate::domain::survey::{Kind, Scalar};

fn parse(text: &str) -> Result<Questionnaire, DefinitionError> {
    let variables = BTreeMap::from([("year".to_owned(), Text::plain("2025"))]);
    let labels = Labels::default();
    let context = Context { file: "q.json", variables: &variables, catalogue: None, labels: &labels };
    Questionnaire::parse(text, &context)
}

fn mistake(text: &str) -> (String, Mistake) {
    let error = parse(text).unwrap_err();
    assert_eq!(error.file, "q.json");
    (error.path, error.mistake)
}

fn one(question: &str) -> String {
    format!(r#"{{"pages":[{{"elements":[{question}]}}]}}"#)
}

#[test]
fn variables_are_filled_in_every_language() {
    let read =
        parse(&one(r#"{"type":"comment","name":"q","title":{"default":"{year}. gads","en":"Year {year}"}}"#));
    let title = &read.unwrap().questions[0].title;
    assert_eq!((title.get("lv"), title.get("en")), ("2025. gads", "Year 2025"));
}

#[test]
fn mistakes_name_their_place() {
    let at = |question: &str| mistake(&one(question));
    let path = |rest: &str| format!("$.pages[0].elements[0]{rest}");
    assert_eq!(at(r#"{"type":"file","name":"q"}"#), (path(""), Mistake::UnknownKind("file".into())));
    assert_eq!(
        at(r#"{"type":"text","name":"q","validators":[]}"#),
        (path(".validators"), Mistake::UnknownProperty("validators".into()))
    );
    assert_eq!(
        at(r#"{"type":"text","name":"q","inputType":"number"}"#),
        (path(".inputType"), Mistake::UnknownValue("number".into()))
    );
    assert_eq!(at(r#"{"type":"radiogroup","name":"q"}"#), (path(""), Mistake::NoChoices));
    assert_eq!(
        at(r#"{"type":"radiogroup","name":"q","choices":["a",{"value":"a","text":"A"}]}"#),
        (path(".choices[1].value"), Mistake::Duplicate("a".into()))
    );
    assert_eq!(
        at(r#"{"type":"text","name":"q","visibleIf":"{nobody} = 1"}"#),
        (path(".visibleIf"), Mistake::UnknownName("nobody".into()))
    );
    assert_eq!(
        at(r#"{"type":"text","name":"q","visibleIf":"{q} ="}"#),
        (path(".visibleIf"), Mistake::Condition { position: 6 })
    );
    assert_eq!(
        at(r#"{"type":"text","name":"q","title":"In {decade}"}"#),
        (path(".title"), Mistake::UnknownVariable("decade".into()))
    );
    assert_eq!(at(r#"{"type":"text"}"#), (path(""), Mistake::Missing("name".into())));
    assert_eq!(mistake("{\n\"pages\": [,]}"), ("$".into(), Mistake::NotJson { line: 2, column: 11 }));
    assert_eq!(mistake("[]"), ("$".into(), Mistake::Expected("object")));
}

#[test]
fn decoration_is_passed_over_with_a_warning() {
    let read = parse(r#"{"logo":"x.svg","elements":[{"type":"comment","name":"q","rows":4}]}"#).unwrap();
    let paths: Vec<&str> = read.warnings.iter().map(|warning| warning.path.as_str()).collect();
    assert_eq!(paths, ["$.logo", "$.elements[0].rows"]);
}

#[test]
fn conditions_of_pages_and_panels_hide_their_questions() {
    let read = parse(
        r#"{"pages":[{"elements":[{"type":"boolean","name":"more"}]},
            {"visibleIf":"{more} = true","elements":[{"type":"panel","elements":[{"type":"text","name":"inner"}]}]}]}"#,
    )
    .unwrap();
    let mut answers = Answers::default();
    assert_eq!(read.visible(&answers), [true, false]);
    answers.set("more", crate::domain::survey::Answer::One(Scalar::Bool(true)));
    assert_eq!(read.visible(&answers), [true, true]);
}

#[test]
fn ratings_have_their_steps() {
    let read = parse(&one(r#"{"type":"rating","name":"q","rateMin":0,"rateMax":10,"rateStep":5}"#)).unwrap();
    let Kind::Rating { options, .. } = &read.questions[0].kind else { panic!("a rating") };
    let values: Vec<String> = options.choices.iter().map(|choice| choice.value.key()).collect();
    assert_eq!(values, ["0", "5", "10"]);
}

#[test]
fn html_is_shown_as_plain_text() {
    let read = parse(&one(
        r#"{"type":"html","name":"q","html":"<p>Labdien &amp; <b>paldies</b></p><script>x</script>"}"#,
    ));
    let Kind::Html(text) = &read.unwrap().questions[0].kind.clone() else { panic!("html") };
    assert_eq!(text.get("lv"), "Labdien & paldies\nx");
}
