//! The words of tables for other programs.

use super::{Texts, key};
use crate::domain::exchange::FileProblem;
use crate::domain::exchange::tables::{Word, Wording};
use crate::domain::survey::{Change, FaultReason, Mark, Question, Survey};

impl Wording for Texts {
    fn language(&self) -> &str {
        self.code()
    }

    fn word(&self, word: Word) -> String {
        let key = match word {
            Word::Cover => key::EXPORT_COVER,
            Word::Questions => key::RESULTS_QUESTIONS,
            Word::Indicators => key::RESULTS_INDICATORS,
            Word::Comparison => key::EXPORT_COMPARISON,
            Word::Ledger => key::EXPORT_LEDGER,
            Word::Rejections => key::EXPORT_REJECTIONS,
            Word::Fact => key::EXPORT_FACT,
            Word::Value => key::EXPORT_VALUE,
            Word::Survey => key::EXPORT_SURVEY_TITLE,
            Word::SurveyId => key::EXPORT_SURVEY_ID,
            Word::Institution => key::EXPORT_INSTITUTION,
            Word::Filter => key::EXPORT_FILTER,
            Word::Everything => key::EXPORT_EVERYTHING,
            Word::Responses => key::EXPORT_RESPONSES_COUNT,
            Word::Accepted => key::EXPORT_ACCEPTED_COUNT,
            Word::Threshold => key::EXPORT_THRESHOLD,
            Word::Definition => key::EXPORT_DEFINITION,
            Word::Application => key::EXPORT_APPLICATION,
            Word::GeneratedAt => key::EXPORT_GENERATED_AT,
            Word::Interval => key::TABLE_INTERVAL,
            Word::IntervalNote => key::TABLE_INTERVAL_NOTE,
            Word::HiddenNote => key::EXPORT_HIDDEN_NOTE,
            Word::Question => key::EXPORT_QUESTION,
            Word::Name => key::EXPORT_NAME,
            Word::Kind => key::EXPORT_KIND,
            Word::Answered => key::TABLE_ANSWERED,
            Word::Choice => key::TABLE_CHOICE,
            Word::Code => key::EXPORT_CODE,
            Word::Statement => key::TABLE_STATEMENT,
            Word::Count => key::TABLE_COUNT,
            Word::Share => key::TABLE_SHARE,
            Word::Low => key::EXPORT_LOW,
            Word::High => key::EXPORT_HIGH,
            Word::Hidden => key::EXPORT_HIDDEN,
            Word::Indicator => key::EXPORT_INDICATOR,
            Word::Themes => key::COMMENTS_TALLIES,
            Word::Theme => key::COMMENTS_THEME,
            Word::WithTheme => key::EXPORT_WITH_THEME,
            Word::WithText => key::EXPORT_WITH_TEXT,
            Word::Published => key::RESULTS_PUBLISHED,
            Word::Mark => key::TABLE_MARK,
            Word::PublishedIn => key::EXPORT_PUBLISHED_IN,
            Word::Waves => key::WAVES_TITLE,
            Word::OtherSurvey => key::EXPORT_OTHER_SURVEY,
            Word::Difference => key::WAVES_DIFFERENCE,
            Word::Adjusted => key::CERTAINTY_ADJUSTED,
            Word::NotTested => key::CERTAINTY_UNTESTED,
            Word::NotCompared => key::EXPORT_NOT_COMPARED,
            Word::Changes => key::EXPORT_CHANGES,
            Word::Change => key::EXPORT_CHANGE,
            Word::Effect => key::EXPORT_EFFECT,
            Word::NotComparable => key::WAVES_NOT_COMPARED,
            Word::CompareWithCare => key::WAVES_DIFFERS,
            Word::SameQuestions => key::WAVES_SAME,
            Word::Group => key::EXPORT_GROUP,
            Word::Base => key::EXPORT_BASE,
            Word::File => key::LEDGER_FILE,
            Word::Bytes => key::EXPORT_BYTES,
            Word::Sha256 => key::LEDGER_SHA,
            Word::Duplicates => key::LEDGER_DUPLICATES,
            Word::Conflicts => key::LEDGER_CONFLICTS,
            Word::Rejected => key::LEDGER_REJECTED,
            Word::OutsidePeriod => key::LEDGER_OUTSIDE,
            Word::Problem => key::EXPORT_PROBLEM,
            Word::Record => key::LEDGER_RECORD,
            Word::Line => key::EXPORT_LINE,
            Word::Place => key::LEDGER_PATH,
            Word::Reason => key::LEDGER_REASON,
            Word::Id => key::EXPORT_ID,
            Word::SubmittedAt => key::EXPORT_SUBMITTED_AT,
            Word::Day => key::EXPORT_DAY,
            Word::Language => key::EXPORT_LANGUAGE,
            Word::OtherText => key::EXPORT_OTHER_TEXT,
            Word::Chosen => key::EXPORT_CHOSEN,
            Word::NotChosen => key::EXPORT_NOT_CHOSEN,
        };
        self.get(key).to_owned()
    }

    fn indicator(&self, name: &str) -> String {
        Self::indicator(*self, name)
    }

    fn fault(&self, reason: &FaultReason) -> String {
        Self::fault(*self, reason).to_owned()
    }

    fn problem(&self, problem: &FileProblem) -> String {
        Self::problem(*self, problem)
    }

    fn change(&self, change: &Change, question: &Question, other: &Survey) -> String {
        Self::question_change(*self, change, question, other)
    }

    fn mark(&self, mark: Mark) -> String {
        Self::mark(*self, mark).to_owned()
    }
}
