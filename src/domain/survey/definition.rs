//! What can be wrong with a definition file, and where.

use std::ops::Deref;

use thiserror::Error;

/// A mistake that keeps a survey from being shown. Boxed, as readers hand it up through many calls.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}: {}: {}", .0.file, .0.path, .0.mistake)]
pub struct DefinitionError(Box<Flaw>);

/// A mistake and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The file, by the name the installation's index gives it.
    pub file: String,
    /// JSON path of the place, `$` being the whole document.
    pub path: String,
    /// What is wrong there.
    pub mistake: Mistake,
}

impl DefinitionError {
    /// A mistake at a JSON path of a file.
    pub fn new(file: &str, path: String, mistake: Mistake) -> Self {
        Self(Box::new(Flaw { file: file.to_owned(), path, mistake }))
    }
}

impl Deref for DefinitionError {
    type Target = Flaw;

    fn deref(&self) -> &Flaw {
        &self.0
    }
}

/// The kinds of mistakes; the page turns them into sentences.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Mistake {
    /// The file could not be fetched; the text is the browser's or the server's.
    #[error("cannot be loaded ({0})")]
    Unreachable(String),
    /// The file is not JSON.
    #[error("not JSON (line {line}, column {column})")]
    NotJson {
        /// Line of the mistake, from 1.
        line: usize,
        /// Column of the mistake, from 1.
        column: usize,
    },
    /// A required member is absent.
    #[error("member \"{0}\" is missing")]
    Missing(String),
    /// Another JSON type stands here.
    #[error("expected {0}")]
    Expected(&'static str),
    /// Something stands here but says nothing.
    #[error("is empty")]
    Empty,
    /// A name or value that must be unique occurs again.
    #[error("\"{0}\" occurs twice")]
    Duplicate(String),
    /// A question kind outside the documented subset.
    #[error("question type \"{0}\" is not supported")]
    UnknownKind(String),
    /// A property whose being ignored would change what is asked or recorded.
    #[error("property \"{0}\" is not supported")]
    UnknownProperty(String),
    /// A value a supported property cannot take.
    #[error("value \"{0}\" is not supported")]
    UnknownValue(String),
    /// A condition that cannot be read; the position is in characters from 1.
    #[error("condition cannot be read at character {position}")]
    Condition {
        /// Where reading stopped, in characters from 1.
        position: usize,
    },
    /// A condition or baseline that names something the questionnaire does not have.
    #[error("unknown name \"{0}\"")]
    UnknownName(String),
    /// `{name}` in a text with no such variable.
    #[error("unknown variable \"{0}\"")]
    UnknownVariable(String),
    /// A dropdown without choices where the survey has no catalogue.
    #[error("the question has no choices")]
    NoChoices,
}

/// A property that is passed over because it only decorates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The file, by the name the installation's index gives it.
    pub file: String,
    /// JSON path of the property.
    pub path: String,
}
