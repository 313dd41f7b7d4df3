//! Questions: their kinds, choices and texts.

use super::{Expression, Scalar, Text};

/// The value SurveyJS records for "other".
pub const OTHER: &str = "other";
/// The value SurveyJS records for "none".
pub const NONE: &str = "none";

/// One question of a questionnaire, in the order it is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// Name under which the answer is recorded.
    pub name: String,
    /// What is asked.
    pub title: Text,
    /// A hint beneath the title.
    pub description: Option<Text>,
    /// Whether the respondent must answer.
    pub is_required: bool,
    /// The question's own condition and those of the panels and page around it.
    pub visible_if: Vec<Expression>,
    /// Index of the page it stands on.
    pub page: usize,
    /// The kind, with what belongs to it.
    pub kind: Kind,
}

/// The kinds of questions of the contract's subset.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One of several.
    Radiogroup(Options),
    /// Several of several.
    Checkbox {
        /// What can be ticked.
        options: Options,
        /// The most that may be ticked.
        max_selected: Option<usize>,
    },
    /// One of many, found by typing.
    Dropdown(Options),
    /// Yes or no, recorded as `true` or `false`.
    Boolean {
        /// Label of `true`.
        label_true: Text,
        /// Label of `false`.
        label_false: Text,
    },
    /// One column for each row.
    Matrix {
        /// The statements.
        rows: Vec<Choice>,
        /// The scale.
        columns: Vec<Choice>,
        /// Whether every row must be answered.
        all_rows_required: bool,
    },
    /// One step of a scale of numbers.
    Rating {
        /// The steps, lowest first.
        options: Options,
        /// What the lowest step means.
        min_label: Option<Text>,
        /// What the highest step means.
        max_label: Option<Text>,
    },
    /// Free text of several lines.
    Comment {
        /// The most UTF-16 units the text may have.
        max_length: Option<usize>,
    },
    /// Free text of one line.
    Text {
        /// The most UTF-16 units the text may have.
        max_length: Option<usize>,
    },
    /// Nothing is asked; the text is shown.
    Html(Text),
}

/// What can be chosen.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The choices, in order, without "other" and "none".
    pub choices: Vec<Choice>,
    /// The label of "other", where it is offered.
    pub other: Option<Text>,
    /// The label of "none", where it is offered.
    pub none: Option<Text>,
    /// Whether the choices are the catalogue's services.
    pub from_catalogue: bool,
}

/// One choice, row or column.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is recorded.
    pub value: Scalar,
    /// What is shown.
    pub text: Text,
}

impl Options {
    /// All that can be chosen in the order shown: the choices, "none", "other".
    pub fn all(&self) -> Vec<Choice> {
        let special = |value: &str, text: &Option<Text>| {
            text.as_ref().map(|text| Choice { value: value.into(), text: text.clone() })
        };
        self.choices
            .iter()
            .cloned()
            .chain(special(NONE, &self.none))
            .chain(special(OTHER, &self.other))
            .collect()
    }

    /// Whether `value` can be chosen.
    pub fn has(&self, value: &Scalar) -> bool {
        self.choices.iter().any(|choice| choice.value == *value)
            || (self.other.is_some() && *value == Scalar::from(OTHER))
            || (self.none.is_some() && *value == Scalar::from(NONE))
    }

    /// The ticked values after one was ticked or unticked, in the order shown; "none" and the others exclude each other.
    pub fn toggled(&self, ticked: &[Scalar], value: &Scalar, is_ticked: bool) -> Vec<Scalar> {
        let is_none = |value: &Scalar| self.none.is_some() && *value == Scalar::from(NONE);
        let stays = |known: &Scalar| {
            let is_excluded = is_ticked && (is_none(value) || is_none(known));
            if known == value { is_ticked } else { ticked.contains(known) && !is_excluded }
        };
        self.all().into_iter().map(|choice| choice.value).filter(stays).collect()
    }
}

impl Question {
    /// The choices of a single or multiple choice, rating or dropdown.
    pub fn options(&self) -> Option<&Options> {
        match &self.kind {
            Kind::Radiogroup(options)
            | Kind::Dropdown(options)
            | Kind::Checkbox { options, .. }
            | Kind::Rating { options, .. } => Some(options),
            _ => None,
        }
    }

    /// Whether it is answered by choosing, so that there are shares: it asks something, and not for words.
    pub fn is_chosen(&self) -> bool {
        !matches!(self.kind, Kind::Html(_) | Kind::Comment { .. } | Kind::Text { .. })
    }

    /// Whether an answer may come with a text of its own under `<name>-Comment`.
    pub fn has_other(&self) -> bool {
        self.options().is_some_and(|options| options.other.is_some())
    }

    /// SurveyJS's name of the kind.
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::Radiogroup(_) => "radiogroup",
            Kind::Checkbox { .. } => "checkbox",
            Kind::Dropdown(_) => "dropdown",
            Kind::Boolean { .. } => "boolean",
            Kind::Matrix { .. } => "matrix",
            Kind::Rating { .. } => "rating",
            Kind::Comment { .. } => "comment",
            Kind::Text { .. } => "text",
            Kind::Html(_) => "html",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Options {
        let choice = |value: &str| Choice { value: value.into(), text: Text::default() };
        Options {
            choices: ["a", "b", "c"].map(choice).into(),
            none: Some(Text::default()),
            ..Options::default()
        }
    }

    fn values(texts: &[&str]) -> Vec<Scalar> {
        texts.iter().map(|text| Scalar::from(*text)).collect()
    }

    #[test]
    fn ticked_values_keep_the_definitions_order() {
        let toggled = |ticked: &[&str], is_ticked| options().toggled(&values(ticked), &"a".into(), is_ticked);
        assert_eq!(toggled(&["c"], true), values(&["a", "c"]));
        assert_eq!(toggled(&["a", "c"], false), values(&["c"]));
    }

    #[test]
    fn none_and_the_others_exclude_each_other() {
        let tick = |ticked: &[&str], value: &str| options().toggled(&values(ticked), &value.into(), true);
        assert_eq!(tick(&["a", "b"], "none"), values(&["none"]));
        assert_eq!(tick(&["none"], "b"), values(&["b"]));
    }

    #[test]
    fn a_choice_called_none_is_one_like_others_where_none_is_not_offered() {
        let choices = ["a", "none"].map(|value| Choice { value: value.into(), text: Text::default() });
        let options = Options { choices: choices.into(), ..Options::default() };
        assert_eq!(options.toggled(&values(&["a"]), &"none".into(), true), values(&["a", "none"]));
    }
}
