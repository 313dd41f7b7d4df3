use super::*;
use crate::domain::survey::{Kind, Scalar};

fn parse(text: &str) -> Result<Questionnaire, DefinitionError> {
    let variables = [("year".to_owned(), Text::plain("2025"))].into_iter().collect();
    let labels = Labels::default();
    let context = Context { file: "q.json", variables: &variables, catalogue: None, labels: &labels };
    Questionnaire::parse(text, &context)
}

fn mistake(text: &str) -> (String, Mistake) {
    let error = parse(text).unwrap_err();
    assert_eq!(error.file, "q.json");
    (error.path.clone(), error.mistake.clone())
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
fn a_decoration_that_would_change_the_answers_is_refused() {
    let matrix = |cells: &str| {
        one(&format!(r#"{{"type":"matrix","name":"q","cellType":"{cells}","rows":["r"],"columns":["c"]}}"#))
    };
    assert!(parse(&matrix("radio")).is_ok());
    assert_eq!(
        mistake(&matrix("checkbox")),
        ("$.pages[0].elements[0].cellType".into(), Mistake::UnknownValue("checkbox".into()))
    );
    let clearing = |when: &str| {
        format!(r#"{{"clearInvisibleValues":"{when}","elements":[{{"type":"text","name":"q"}}]}}"#)
    };
    assert!(parse(&clearing("onComplete")).is_ok());
    for when in ["none", "onHidden"] {
        let found = mistake(&clearing(when));
        assert_eq!(found, ("$.clearInvisibleValues".into(), Mistake::UnknownValue(when.into())));
    }
}

#[test]
fn a_choice_that_is_offered_beside_the_choices_stands_once() {
    for flag in ["showOtherItem", "showNoneItem"] {
        let choices = r#"["a","none",{"value":"other"}]"#;
        let text = one(&format!(r#"{{"type":"checkbox","name":"q","choices":{choices},"{flag}":true}}"#));
        let (place, value) = if flag == "showOtherItem" { ("[2].value", "other") } else { ("[1]", "none") };
        let path = format!("$.pages[0].elements[0].choices{place}");
        assert_eq!(mistake(&text), (path, Mistake::Duplicate(value.into())));
    }
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

/// The steps that SurveyJS's own runtime (survey-core 3.1.1) shows.
#[test]
fn the_number_of_steps_counts_as_in_surveyjs() {
    let steps = |properties: &str| {
        let read = parse(&one(&format!(r#"{{"type":"rating","name":"q",{properties}}}"#))).unwrap();
        let options = read.questions[0].options().unwrap().clone();
        options.choices.iter().map(|choice| choice.value.key()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(steps(r#""rateCount":7"#), "1 2 3 4 5");
    assert_eq!(steps(r#""rateCount":7,"rateMin":0"#), "0 1 2 3 4 5 6");
    assert_eq!(steps(r#""rateCount":3,"rateMax":10"#), "8 9 10");
    assert_eq!(steps(r#""rateCount":3,"rateMin":2,"rateMax":5"#), "2 3 4 5");
    assert_eq!(steps(r#""rateValues":[1,2],"autoGenerate":true"#), "1 2 3 4 5");
    assert_eq!(steps(r#""rateValues":[1,2],"autoGenerate":false"#), "1 2");
}

#[test]
fn a_condition_decides_even_where_the_question_is_marked_invisible() {
    let read = parse(
        r#"{"elements":[{"type":"boolean","name":"a"},
            {"type":"text","name":"b","visible":false,"visibleIf":"{a} = true"},
            {"type":"text","name":"c","visible":false}]}"#,
    )
    .unwrap();
    let mut answers = Answers::default();
    assert_eq!(read.visible(&answers), [true, false, false]);
    answers.set("a", crate::domain::survey::Answer::One(Scalar::Bool(true)));
    assert_eq!(read.visible(&answers), [true, true, false]);
}

#[test]
fn a_condition_may_read_any_row() {
    let read = parse(
        r#"{"elements":[{"type":"matrix","name":"m.n","rows":[1,"r.s"],"columns":["good"]},
            {"type":"text","name":"a","visibleIf":"{m.n.1} = 'good'"},
            {"type":"text","name":"b","visibleIf":"{m.n.r.s} = 'good'"}]}"#,
    )
    .unwrap();
    let mut answers = Answers::default();
    answers.set_row("m.n", "1", "good".into());
    assert_eq!(read.visible(&answers), [true, true, false]);
    answers.set_row("m.n", "r.s", "good".into());
    assert_eq!(read.visible(&answers), [true, true, true]);
}

#[test]
fn what_nobody_ticked_is_a_list_without_items() {
    let read = parse(
        r#"{"elements":[{"type":"checkbox","name":"a","choices":[1,2]},
            {"type":"text","name":"b","visibleIf":"{a} < 2"},{"type":"text","name":"c","visibleIf":"{a} empty"},
            {"type":"text","name":"d","visibleIf":"{a} or {a} < 2"},{"type":"text","name":"e","visibleIf":"!{a}"}]}"#,
    )
    .unwrap();
    assert_eq!(read.visible(&Answers::default()), [true, true, true, true, false]);
}

#[test]
fn html_is_shown_as_plain_text() {
    let read = parse(&one(
        r#"{"type":"html","name":"q","html":"<p>Labdien &amp; <b>paldies</b></p><script>x</script>"}"#,
    ));
    let Kind::Html(text) = &read.unwrap().questions[0].kind.clone() else { panic!("html") };
    assert_eq!(text.get("lv"), "Labdien & paldies\nx");
}
