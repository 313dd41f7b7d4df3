//! The questionnaire: reading SurveyJS JSON and asking what is visible.

mod elements;
mod kinds;
mod wording;

use super::node::Node;
use super::{
    Answer, Answers, Catalogue, DefinitionError, Kind, Mistake, Question, SmallMap, Text, Warning, properties,
};

/// All that is asked, in order.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Its title.
    pub title: Text,
    /// What it is for.
    pub description: Option<Text>,
    /// The language of the default texts.
    pub locale: String,
    /// Its pages; a page's title stands above each of its questions.
    pub pages: Vec<Page>,
    /// All questions, flattened from pages and panels.
    pub questions: Vec<Question>,
    /// Properties that were passed over because they only decorate.
    pub warnings: Vec<Warning>,
    variables: SmallMap<Text>,
}

/// A page of the definition.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its title, where it has one.
    pub title: Option<Text>,
    /// Its description, where it has one.
    pub description: Option<Text>,
}

/// What a questionnaire needs from around it.
pub struct Context<'a> {
    /// The file's name, for messages.
    pub file: &'a str,
    /// Values of `{name}` in texts and conditions.
    pub variables: &'a SmallMap<Text>,
    /// The services a dropdown may offer.
    pub catalogue: Option<&'a Catalogue>,
    /// Words the definition may leave to us.
    pub labels: &'a Labels,
}

/// Labels of choices a definition may leave unnamed.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Labels {
    /// Of "other", by language; `default` for the rest.
    pub other: SmallMap<String>,
    /// Of "none".
    pub none: SmallMap<String>,
    /// Of `true`.
    pub yes: SmallMap<String>,
    /// Of `false`.
    pub no: SmallMap<String>,
}

impl Default for Labels {
    fn default() -> Self {
        let plain = |text: &str| {
            let mut texts = SmallMap::new();
            texts.insert("default".to_owned(), text.to_owned());
            texts
        };
        Self { other: plain("Other"), none: plain("None"), yes: plain("Yes"), no: plain("No") }
    }
}

impl Questionnaire {
    /// Reads a questionnaire.
    ///
    /// # Errors
    /// The first place that is wrong, or that uses what would change the survey if it were ignored.
    pub fn parse(text: &str, context: &Context<'_>) -> Result<Self, DefinitionError> {
        let document = Node::document(context.file, text)?;
        let root = Node::root(context.file, &document);
        let mut reader =
            elements::Reader::new(context, root.get("locale").map(|node| node.name()).transpose()?);
        reader.properties(&root, properties::SURVEY, |name| properties::SURVEY_DECORATION.contains(&name))?;
        let title = reader.optional_text(&root, "title")?;
        let description = reader.optional_text(&root, "description")?;
        if let Some(pages) = root.get("pages") {
            for page in pages.items()? {
                reader.page(&page)?;
            }
        } else if root.get("elements").is_some() {
            reader.page(&root)?;
        } else {
            return Err(root.error(Mistake::Missing("pages".into())));
        }
        reader.finish(&root, title, description)
    }

    /// The questions' names, in order.
    pub fn names(&self) -> Vec<&str> {
        self.questions.iter().map(|question| question.name.as_str()).collect()
    }

    /// The question of this name.
    pub fn question(&self, name: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.name == name)
    }

    /// The question that asks for a service of the catalogue.
    pub fn catalogue_question(&self) -> Option<&Question> {
        self.questions.get(self.catalogue_position()?)
    }

    /// Where the question that asks for a service of the catalogue stands.
    pub fn catalogue_position(&self) -> Option<usize> {
        self.questions
            .iter()
            .position(|question| question.options().is_some_and(|options| options.from_catalogue))
    }

    /// For each question, whether it is visible with these answers.
    ///
    /// As in SurveyJS, conditions read recorded answers, also those of hidden questions.
    pub fn visible(&self, answers: &Answers) -> Vec<bool> {
        let lookup = |name: &str| {
            answers.lookup(name).or_else(|| match self.question(name).map(|question| &question.kind) {
                // What nobody ticked is a list without items, not nothing.
                Some(Kind::Checkbox { .. }) => Some(Answer::Many(Vec::new())),
                Some(_) => None,
                None => self.variables.get(name).map(|text| Answer::One(text.default.as_str().into())),
            })
        };
        self.questions
            .iter()
            .map(|question| question.visible_if.iter().all(|condition| condition.holds(&lookup)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
