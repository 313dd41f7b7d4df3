use super::*;

fn lookup(name: &str) -> Option<Answer> {
    let texts = |items: &[&str]| Answer::Many(items.iter().map(|item| Scalar::from(*item)).collect());
    Some(match name {
        "a" => Answer::One("x".into()),
        "n" => Answer::One(Scalar::Number(5.into())),
        "n2" => Answer::One("5".into()),
        "b" => Answer::One(Scalar::Bool(true)),
        "arr" => texts(&["p", "q"]),
        "m" => Answer::Rows([("r".to_owned(), "good".into())].into_iter().collect()),
        "m.r" => Answer::One("good".into()),
        "e" => texts(&[]),
        "s" => Answer::One("".into()),
        _ => return None,
    })
}

/// Every answer here is what SurveyJS's own runtime (survey-core 3.1.1) says of the same condition.
#[test]
fn conditions_hold_as_in_surveyjs() {
    let cases = include_str!("conditions.txt");
    for case in cases.lines().filter(|line| !line.is_empty()) {
        let (expected, condition) = case.split_once(' ').unwrap();
        let expression =
            Expression::parse(condition).unwrap_or_else(|error| panic!("{condition}: {error:?}"));
        assert_eq!(expression.holds(&lookup), expected == "true", "{condition}");
    }
}

#[test]
fn a_broken_condition_names_the_position() {
    for (condition, position) in [
        ("{a} = ", 7),
        ("({a} = 'x'", 11),
        ("{a} = 'x' nonsense", 11),
        ("{a} + 1 = 6", 5),
        ("!{a} = 'x'", 6),
        ("{a} = .5", 9),
        ("{a} = 1e1", 10),
        ("{a} = mfa-04", 10),
    ] {
        assert_eq!(Expression::parse(condition), Err(ConditionSyntax { position }), "{condition}");
    }
}
