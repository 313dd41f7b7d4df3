//! Surveys: the questionnaire, the catalogue, answers to them and what makes an answer right.
//!
//! Owns the reading of definitions and of single responses. Counting them belongs to `analysis`.

mod answer;
mod baseline;
mod catalogue;
mod comparability;
mod day;
mod definition;
mod draft;
mod expression;
mod fold;
mod installation;
mod interview;
mod node;
mod personal;
mod properties;
mod question;
mod questionnaire;
mod recipient;
mod response;
mod scalar;
mod small_map;
mod survey_set;
mod text;

pub use answer::{Answer, Answers, Fault, FaultReason, Violation, check, comment_name};
pub use baseline::{Baseline, Figure, HeadlineFigure, Mark, Scope, Statement};
pub use catalogue::{Catalogue, Provider, Service};
pub use comparability::{Change, changes, only_in};
pub use day::{Day, Instant};
pub use definition::{DefinitionError, Flaw, Mistake, Warning};
pub use draft::{Draft, StoredDraft};
pub use expression::{ConditionSyntax, Expression, Operand, Operator};
pub use fold::{finds, fold};
pub use installation::{Installation, Institution, SurveyEntry};
pub use interview::{Interview, Step};
pub use personal::{REMOVED, personal_data, without_personal_data};
pub use question::{Choice, Kind, NONE, OTHER, Options, Question};
pub use questionnaire::{Context, Labels, Page, Questionnaire};
pub use response::{Response, is_language_tag, is_uuid, parse_uuid, uuid_text};
pub use scalar::Scalar;
pub use small_map::SmallMap;
pub use survey_set::{Survey, SurveyFiles};
pub use text::Text;
