//! The first sheet: what the figures are of, and what made them.

use super::{Cell, Sheet, Shown, Word, Wording};

/// Lines of every such sheet.
const FACTS: usize = 11;

/// How many lines the sheet has: where the published figures are from, and what stands beside, only where there
/// is such a thing.
pub(super) fn facts(shown: &Shown<'_>) -> usize {
    FACTS + usize::from(shown.survey.baseline.is_some()) + usize::from(shown.waves.is_some())
}

/// Survey, filter, threshold, definition, application and time.
pub(super) fn cover(shown: &Shown<'_>, wording: &dyn Wording) -> Sheet {
    let Shown { survey, report, filter, .. } = shown;
    let language = wording.language();
    let filter = if filter.is_empty() { wording.word(Word::Everything) } else { filter.join("\n") };
    let facts: [(Word, Cell); FACTS] = [
        (Word::Survey, Cell::text(survey.questionnaire.title.get(language))),
        (Word::SurveyId, Cell::text(&report.survey)),
        (Word::Institution, Cell::text(survey.entry.institution.name.get(language))),
        (Word::Filter, Cell::text(filter)),
        (
            Word::Responses,
            report.responses.map_or_else(|| Cell::text(wording.word(Word::Hidden)), Cell::Count),
        ),
        (Word::Accepted, Cell::Count(report.accepted)),
        (Word::Threshold, Cell::Count(report.threshold)),
        (Word::Definition, Cell::text(&report.definition_sha256)),
        (Word::Application, Cell::text(&report.application)),
        (Word::GeneratedAt, Cell::text(&report.generated_at)),
        (Word::Interval, Cell::text(wording.word(Word::IntervalNote))),
    ];
    let published = survey.baseline.as_ref().map(|it| Cell::text(it.source.get(language)));
    let other = shown.waves.as_ref().map(|it| {
        let ids: Vec<&str> = it.others.iter().map(|other| other.entry.id.as_str()).collect();
        Cell::text(ids.join(", "))
    });
    let more = [(Word::PublishedIn, published), (Word::OtherSurvey, other)];
    let more = more.into_iter().filter_map(|(word, cell)| Some((word, cell?)));
    let row = |(word, value): (Word, Cell)| vec![Cell::text(wording.word(word)), value];
    Sheet {
        name: wording.word(Word::Cover),
        above: vec![survey.questionnaire.title.get(language).to_owned(), wording.word(Word::HiddenNote)],
        headings: vec![wording.word(Word::Fact), wording.word(Word::Value)],
        rows: facts.into_iter().chain(more).map(row).collect(),
    }
}
