//! What slides there are.

use super::super::options::Choices;
use crate::domain::address::Showing;
use crate::domain::survey::{Question, Survey};
use crate::ui::text::{Texts, key};

/// What a slide is about.
#[derive(Clone, Debug)]
pub(super) enum Slide {
    /// The headline indicators.
    Headlines,
    /// A question with its picture.
    Question(Box<Question>),
    /// A question by the groups that are called so.
    Groups(Box<Question>, String),
    /// A question in several surveys.
    Waves(Box<Question>),
}

impl Slide {
    /// What it is called.
    pub(super) fn title(&self, texts: Texts) -> String {
        let of = |question: &Question| question.title.get(texts.code()).to_owned();
        match self {
            Self::Headlines => texts.get(key::RESULTS_INDICATORS).to_owned(),
            Self::Question(question) => of(question),
            Self::Groups(question, by) => {
                texts.fill(key::CROSS_TITLE, &[("question", &of(question)), ("by", by)])
            }
            Self::Waves(question) => format!("{}: {}", texts.get(key::WAVES_TITLE), of(question)),
        }
    }

    /// Whether what it shows takes the whole width.
    pub(super) fn is_wide(&self) -> bool {
        !matches!(self, Self::Question(_))
    }

    /// Whether it compares.
    pub(super) fn is_comparison(&self) -> bool {
        matches!(self, Self::Groups(..) | Self::Waves(_))
    }

    fn identity(&self) -> (u8, &str, &str) {
        match self {
            Self::Headlines => (0, "", ""),
            Self::Question(question) => (1, &question.name, ""),
            Self::Groups(question, by) => (2, &question.name, by),
            Self::Waves(question) => (3, &question.name, ""),
        }
    }
}

impl PartialEq for Slide {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

/// The headline indicators, then every question with figures; after each, what the address has it compared by.
pub(super) fn slides(survey: &Survey, shown: &Showing, choices: &Choices, has_waves: bool) -> Vec<Slide> {
    let by = shown.by();
    let of_question = |question: &Question| {
        let question = Box::new(question.clone());
        let by = by.get(&question.name).filter(|by| choices.can_split(survey, &question.name, by));
        let grouping = by.and_then(|by| choices.find(by));
        let groups = grouping.map(|grouping| Slide::Groups(question.clone(), grouping.full_title()));
        let waves = has_waves.then(|| Slide::Waves(question.clone()));
        [Some(Slide::Question(question)), groups, waves].into_iter().flatten()
    };
    let questions = survey.questionnaire.questions.iter().filter(|question| question.is_chosen());
    std::iter::once(Slide::Headlines).chain(questions.flat_map(of_question)).collect()
}
