//! Themes tallied like a question: shares are of the responses whose text has a theme.

use super::{Codes, Collection, Counts};
use crate::domain::analysis::statistics::{share, wilson};
use crate::domain::analysis::{QuestionReport, Tally, ThemeTally, ThemesReport};
use crate::domain::survey::{Choice, Kind, Options, Question, Text};

/// How many responses of each question have each theme; of questions without any coded text nothing.
pub fn tally_themes(
    collection: &Collection,
    counts: &Counts,
    codes: &Codes,
    names: &[&str],
) -> Vec<ThemesReport> {
    let codings = collection.coded(codes);
    let mut texts = vec![0; names.len()];
    for (place, count) in counts.iter().enumerate() {
        texts[collection.question(place)] += u64::from(*count);
    }
    let report = |(question, name): (usize, &&str)| {
        let of_question = || codings.iter().filter(|(place, _)| collection.question(**place) == question);
        let of_themes = || of_question().filter(|(_, coding)| !coding.themes.is_empty());
        of_themes().next()?;
        let answered = of_themes().map(|(place, _)| u64::from(counts[*place])).sum();
        let tally = |theme: &super::Theme| {
            let with = of_themes().filter(|(_, coding)| coding.themes.contains(&theme.id));
            let count = with.map(|(place, _)| u64::from(counts[*place])).sum();
            let (share, interval) = (share(count, answered), wilson(count, answered));
            let tally = Tally { value: theme.id.as_str().into(), count, share, interval };
            ThemeTally { title: theme.title.clone(), tally }
        };
        Some(ThemesReport {
            name: (**name).to_owned(),
            kind: "themes".to_owned(),
            texts: texts[question],
            answered,
            uncoded: texts[question] - answered,
            choices: codes.themes().iter().map(tally).collect(),
        })
    };
    names.iter().enumerate().filter_map(report).collect()
}

/// The themes of a question's texts as a multiple choice, with its counts.
pub fn as_question(report: &ThemesReport, title: &Text) -> (Question, QuestionReport) {
    let choice =
        |it: &ThemeTally| Choice { value: it.tally.value.clone(), text: Text::plain(it.title.clone()) };
    let choices = report.choices.iter().map(choice).collect();
    let options = Options { choices, ..Options::default() };
    let question = Question {
        name: report.name.clone(),
        title: title.clone(),
        description: None,
        is_required: false,
        visible_if: Vec::new(),
        page: 0,
        kind: Kind::Checkbox { options, max_selected: None },
    };
    let counts = QuestionReport {
        name: report.name.clone(),
        kind: "checkbox".to_owned(),
        answered: Some(report.answered),
        choices: Some(report.choices.iter().map(|it| it.tally.clone()).collect()),
        rows: None,
        hidden: false,
    };
    (question, counts)
}
