//! The words of tables, in whatever language the page has.

use crate::domain::exchange::FileProblem;
use crate::domain::survey::{Change, FaultReason, Mark, Question, Survey};

/// What turns names into words.
pub trait Wording {
    /// Tag of the language, for what the definitions say.
    fn language(&self) -> &str;
    /// A heading, or another word of ours.
    fn word(&self, word: Word) -> String;
    /// What an indicator says.
    fn indicator(&self, name: &str) -> String;
    /// Why a record was refused.
    fn fault(&self, reason: &FaultReason) -> String;
    /// What is wrong with a file as a whole.
    fn problem(&self, problem: &FileProblem) -> String;
    /// In what a question differs in another survey.
    fn change(&self, change: &Change, question: &Question, other: &Survey) -> String;
    /// How sure the reading of a published figure is.
    fn mark(&self, mark: Mark) -> String;
}

/// The words of ours that stand in tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Name of the sheet with what the report is of.
    Cover,
    /// Name of the sheet that lists the questions.
    Questions,
    /// Name of the sheet with the headline figures.
    Indicators,
    /// Name of a sheet with a comparison.
    Comparison,
    /// Name of the sheet of files.
    Ledger,
    /// Name of the sheet of refused records.
    Rejections,
    /// What a line of the cover tells.
    Fact,
    /// What it is.
    Value,
    /// The survey's title.
    Survey,
    /// The survey's id.
    SurveyId,
    /// Who asks.
    Institution,
    /// Which responses were counted.
    Filter,
    /// All of them.
    Everything,
    /// How many were counted.
    Responses,
    /// How many were accepted from the files.
    Accepted,
    /// The smallest group that is shown.
    Threshold,
    /// SHA-256 of the definition.
    Definition,
    /// Name and version of the application.
    Application,
    /// When the report was made.
    GeneratedAt,
    /// The interval of a share.
    Interval,
    /// What the intervals are.
    IntervalNote,
    /// That groups of fewer are not shown.
    HiddenNote,
    /// A question.
    Question,
    /// The name it is recorded under.
    Name,
    /// Its kind.
    Kind,
    /// How many answered.
    Answered,
    /// A choice.
    Choice,
    /// What is recorded for it.
    Code,
    /// A row of a matrix.
    Statement,
    /// How many.
    Count,
    /// Of those who answered.
    Share,
    /// Lower end of the interval.
    Low,
    /// Upper end of the interval.
    High,
    /// Stands in place of figures that are kept from sight.
    Hidden,
    /// A headline figure.
    Indicator,
    /// Name of the sheet of themes.
    Themes,
    /// A theme of texts.
    Theme,
    /// How many responses have a text with a theme.
    WithTheme,
    /// How many responses have a text.
    WithText,
    /// A published figure.
    Published,
    /// How sure its reading is.
    Mark,
    /// Where it was published.
    PublishedIn,
    /// Name of the sheet with surveys side by side.
    Waves,
    /// The survey that stands beside.
    OtherSurvey,
    /// One share less the other, in percentage points.
    Difference,
    /// A p-value corrected together with the others of its table.
    Adjusted,
    /// Stands in place of a p-value where no test is right.
    NotTested,
    /// Stands in place of figures that cannot be set beside each other.
    NotCompared,
    /// Name of the sheet with what differs between questionnaires.
    Changes,
    /// A difference.
    Change,
    /// What follows from it.
    Effect,
    /// That a question is not compared.
    NotComparable,
    /// That a question is to be compared with care.
    CompareWithCare,
    /// That nothing differs.
    SameQuestions,
    /// A group of responses.
    Group,
    /// How many responses are in it.
    Base,
    /// A file.
    File,
    /// Its size.
    Bytes,
    /// Its SHA-256.
    Sha256,
    /// Records read before.
    Duplicates,
    /// Records of an id that had other content.
    Conflicts,
    /// Records refused.
    Rejected,
    /// Responses by a day outside the period.
    OutsidePeriod,
    /// What is wrong with a file.
    Problem,
    /// Number of a record.
    Record,
    /// Its line.
    Line,
    /// Place in a record.
    Place,
    /// Why it was refused.
    Reason,
    /// The id of a response.
    Id,
    /// When it was submitted.
    SubmittedAt,
    /// The UTC day of that.
    Day,
    /// The language it was answered in.
    Language,
    /// The text given with "other".
    OtherText,
    /// A choice that was made.
    Chosen,
    /// A choice that was not made.
    NotChosen,
}
