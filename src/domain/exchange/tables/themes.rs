//! Themes of texts as a sheet.

use super::columns::figures;
use super::{Cell, Sheet, Word, Wording};
use crate::domain::analysis::{Report, ThemeTally, ThemesReport};
use crate::domain::survey::Survey;

/// One row a theme of each question whose texts have codes; shares are of the responses whose text has a theme.
pub(super) fn themes_sheet(survey: &Survey, report: &Report, wording: &dyn Wording) -> Sheet {
    let of_question = |themes: &ThemesReport| {
        let question = survey.questionnaire.question(&themes.name);
        let title = question.map_or("", |it| it.title.get(wording.language())).to_owned();
        let (answered, texts) = (themes.answered, themes.texts);
        let row = move |theme: &ThemeTally| {
            let named = [Cell::text(&title), Cell::text(&theme.title)];
            let bases = [Cell::Count(answered), Cell::Count(texts)];
            named.into_iter().chain(figures(theme.tally.count, answered)).chain(bases).collect::<Vec<Cell>>()
        };
        themes.choices.iter().map(row).collect::<Vec<_>>()
    };
    let headings = [
        Word::Question,
        Word::Theme,
        Word::Count,
        Word::Share,
        Word::Low,
        Word::High,
        Word::WithTheme,
        Word::WithText,
    ];
    Sheet {
        name: wording.word(Word::Themes),
        above: vec![wording.word(Word::Themes)],
        headings: headings.map(|word| wording.word(word)).to_vec(),
        rows: report.themes.iter().flat_map(of_question).collect(),
    }
}
