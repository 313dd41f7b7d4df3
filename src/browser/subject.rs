//! What a picture that is to be saved is of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::message::Split;

/// A picture by what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// The latest counts of a question, by its name.
    Question(String),
    /// One group of the latest counts of a split.
    Group {
        /// What was counted by what.
        split: Split,
        /// What the group has in common, as the address holds it.
        group: String,
    },
    /// The latest tallies of the themes of a question's texts, by its name.
    Themes(String),
    /// The published figures of a question.
    Published {
        /// Id of the survey.
        survey: String,
        /// The question's name.
        question: String,
    },
    /// The headline figures.
    Indicators {
        /// Id of the survey whose published figures these are; none of counted ones.
        published: Option<String>,
        /// What the picture is called.
        title: String,
        /// Indicator → what it is called.
        names: BTreeMap<String, String>,
    },
}

impl Subject {
    /// A name for a file.
    pub fn file_name(&self) -> String {
        match self {
            Self::Question(question) => question.clone(),
            Self::Group { split, group } => format!("{}-{}-{group}", split.question, split.by),
            Self::Themes(question) => format!("{question}-themes"),
            Self::Published { question, .. } => format!("{question}-published"),
            Self::Indicators { published: None, .. } => "indicators".to_owned(),
            Self::Indicators { published: Some(_), .. } => "indicators-published".to_owned(),
        }
    }

    /// Id of the survey, where it is not the one that is counted.
    pub fn survey(&self) -> Option<&str> {
        match self {
            Self::Published { survey, .. } => Some(survey),
            Self::Indicators { published, .. } => published.as_deref(),
            _ => None,
        }
    }
}
