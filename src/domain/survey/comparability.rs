//! Whether a question was asked in the same way in two surveys.

use super::{Choice, Kind, Options, Question, Scalar, Survey, Text};

/// A way in which a question differs between two surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The other survey does not ask it.
    Absent,
    /// Only the other survey asks it.
    Added,
    /// It is of another kind.
    Kind,
    /// Answers that only one of the two offers: those of this survey, those of the other.
    Values(Vec<Scalar>, Vec<Scalar>),
    /// Statements of a matrix that only one of the two has.
    Rows(Vec<Scalar>, Vec<Scalar>),
    /// The question itself is worded differently.
    Title,
    /// Choices, columns or statements that are worded differently.
    Wording(Vec<Scalar>),
    /// The answers stand in another order.
    Order,
    /// It is shown under another condition: others were asked.
    Condition,
    /// Another number of answers may be chosen.
    Limit(Option<usize>, Option<usize>),
}

impl Change {
    /// Whether shares of the two cannot be set beside each other.
    pub fn is_grave(&self) -> bool {
        matches!(self, Self::Absent | Self::Added | Self::Kind | Self::Values(..))
    }
}

/// In what a question of one survey differs in the other. Values of the surveys' variables (`{year}`) do not
/// count as differences.
pub fn changes(question: &Question, own: &Survey, other: &Survey) -> Vec<Change> {
    let Some(theirs) = other.questionnaire.question(&question.name) else { return vec![Change::Absent] };
    if question.kind_name() != theirs.kind_name() {
        return vec![Change::Kind];
    }
    let mut changes = Vec::new();
    let is_same = |left: &Text, right: &Text| neutral(left, own) == neutral(right, other);
    if !is_same(&question.title, &theirs.title) {
        changes.push(Change::Title);
    }
    if question.visible_if != theirs.visible_if {
        changes.push(Change::Condition);
    }
    let limits = [question, theirs].map(limit);
    if limits[0] != limits[1] {
        changes.push(Change::Limit(limits[0], limits[1]));
    }
    let mut worded = Vec::new();
    let (own_answers, their_answers) = (answers(question), answers(theirs));
    let lists = [(rows(question), rows(theirs), true), (own_answers, their_answers, false)];
    for (left, right, are_rows) in lists {
        let (only_own, only_theirs) = (missing(&left, &right), missing(&right, &left));
        if !only_own.is_empty() || !only_theirs.is_empty() {
            let of = if are_rows { Change::Rows } else { Change::Values };
            changes.push(of(only_own, only_theirs));
        } else if !are_rows && left.iter().zip(&right).any(|(left, right)| left.value != right.value) {
            changes.push(Change::Order);
        }
        for choice in &left {
            let same = right.iter().find(|known| known.value == choice.value);
            if same.is_some_and(|same| !is_same(&choice.text, &same.text)) {
                worded.push(choice.value.clone());
            }
        }
    }
    if !worded.is_empty() {
        changes.push(Change::Wording(worded));
    }
    changes
}

/// The questions that a survey asks and another one does not.
pub fn only_in<'a>(survey: &'a Survey, other: &Survey) -> Vec<&'a Question> {
    let is_missing = |question: &&Question| {
        !matches!(question.kind, Kind::Html(_)) && other.questionnaire.question(&question.name).is_none()
    };
    survey.questionnaire.questions.iter().filter(is_missing).collect()
}

fn limit(question: &Question) -> Option<usize> {
    if let Kind::Checkbox { max_selected, .. } = question.kind { max_selected } else { None }
}

fn rows(question: &Question) -> Vec<Choice> {
    if let Kind::Matrix { rows, .. } = &question.kind { rows.clone() } else { Vec::new() }
}

fn answers(question: &Question) -> Vec<Choice> {
    match &question.kind {
        Kind::Matrix { columns, .. } => columns.clone(),
        Kind::Boolean { label_true, label_false } => [(true, label_true), (false, label_false)]
            .map(|(value, text)| Choice { value: Scalar::Bool(value), text: text.clone() })
            .to_vec(),
        _ => question.options().map_or_else(Vec::new, Options::all),
    }
}

fn missing(from: &[Choice], among: &[Choice]) -> Vec<Scalar> {
    let is_missing = |choice: &&Choice| !among.iter().any(|known| known.value == choice.value);
    from.iter().filter(is_missing).map(|choice| choice.value.clone()).collect()
}

/// A text with the survey's variables in place of their values, in every language.
fn neutral(text: &Text, survey: &Survey) -> Vec<(String, String)> {
    let without = |text: &str, language: &str| {
        let mut text = text.to_owned();
        for (name, value) in survey.entry.variables.iter() {
            let value = value.get(language);
            if !value.is_empty() {
                text = text.replace(value, &format!("{{{name}}}"));
            }
        }
        text
    };
    let mut texts = vec![(String::new(), without(&text.default, ""))];
    let translations = text.translations.iter();
    texts.extend(translations.map(|(language, text)| (language.clone(), without(text, language))));
    texts.sort_unstable();
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::{Installation, Labels, SurveyFiles};

    fn survey(year: &str, elements: &str) -> Survey {
        let index = format!(
            r#"{{"surveys":[{{"id":"s{year}","questionnaire":"q.json","variables":{{"year":"{year}"}},
            "institution":{{"name":"N","email":"n@example.org"}}}}]}}"#
        );
        let files = SurveyFiles {
            questionnaire: format!(r#"{{"pages":[{{"name":"p","elements":[{elements}]}}]}}"#),
            ..SurveyFiles::default()
        };
        let entry = Installation::parse("index.json", &index).unwrap().surveys.remove(0);
        Survey::parse(entry, &files, &Labels::default()).unwrap()
    }

    fn of(left: &str, right: &str) -> Vec<Change> {
        let (own, other) = (survey("2018", left), survey("2026", right));
        changes(&own.questionnaire.questions[0], &own, &other)
    }

    const ASKED: &str = r#"{"type":"radiogroup","name":"a","title":{"default":"{year}. gadā?","en":"In {year}?"},"choices":["x","y"]}"#;

    #[test]
    fn the_same_question_about_another_year_is_the_same() {
        assert_eq!(of(ASKED, ASKED), []);
    }

    #[test]
    fn what_only_one_of_two_surveys_asks_is_found_from_either() {
        let more =
            format!(r#"{ASKED},{{"type":"comment","name":"c"}},{{"type":"html","name":"h","html":"H"}}"#);
        let (fewer, more) = (survey("2018", ASKED), survey("2026", &more));
        let names = |found: Vec<&Question>| found.into_iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(only_in(&more, &fewer)), ["c"]);
        assert!(only_in(&fewer, &more).is_empty());
        assert!(Change::Added.is_grave());
    }

    #[test]
    fn every_change_is_told() {
        assert_eq!(of(ASKED, &ASKED.replace("\"a\"", "\"b\"")), [Change::Absent]);
        assert_eq!(of(ASKED, &ASKED.replace("radiogroup", "checkbox")), [Change::Kind]);
        assert_eq!(of(ASKED, &ASKED.replace("gadā?", "gadā vai vēlāk?")), [Change::Title]);
        let values = Change::Values(vec!["y".into()], vec!["z".into()]);
        assert_eq!(of(ASKED, &ASKED.replace("\"y\"", "\"z\"")), std::slice::from_ref(&values));
        assert!(values.is_grave());
        assert_eq!(of(ASKED, &ASKED.replace(r#""x","y""#, r#""y","x""#)), [Change::Order]);
        let worded = ASKED.replace(r#""x""#, r#"{"value":"x","text":"X"}"#);
        assert_eq!(of(ASKED, &worded), [Change::Wording(vec!["x".into()])]);
        let condition = ASKED.replace("{\"type", "{\"visibleIf\":\"{b} = 'x'\",\"type");
        let asked = format!(r#"{ASKED},{{"type":"radiogroup","name":"b","title":"b","choices":["x"]}}"#);
        let under = format!(r#"{condition},{{"type":"radiogroup","name":"b","title":"b","choices":["x"]}}"#);
        assert_eq!(of(&asked, &under), [Change::Condition]);
        let several = ASKED.replace("radiogroup", "checkbox");
        let limited = several.replace("\"choices", "\"maxSelectedChoices\":1,\"choices");
        assert_eq!(of(&several, &limited), [Change::Limit(None, Some(1))]);
        let matrix = r#"{"type":"matrix","name":"a","title":"t","rows":["r","s"],"columns":["x","y"]}"#;
        let fewer = matrix.replace(r#""r","s""#, r#""r""#);
        assert_eq!(of(matrix, &fewer), [Change::Rows(vec!["s".into()], Vec::new())]);
    }
}
