//! The index of surveys of one installation.

use super::node::Node;
use super::recipient::is_recipient;
use super::{Day, DefinitionError, Mistake, SmallMap, Text};

/// The smallest group shown, where the index says nothing.
const THRESHOLD: usize = 10;

/// All surveys of this installation, in the index's order.
#[derive(Clone, Debug, Default)]
pub struct Installation {
    /// The surveys.
    pub surveys: Vec<SurveyEntry>,
}

/// What the index says of one survey. File names are relative to the index.
#[derive(Clone, Debug)]
pub struct SurveyEntry {
    /// Stable id, recorded in responses.
    pub id: String,
    /// The questionnaire's file.
    pub questionnaire: String,
    /// The catalogue's file.
    pub catalogue: Option<String>,
    /// The published baseline's file.
    pub baseline: Option<String>,
    /// A file of synthetic responses to try the results page with.
    pub sample: Option<String>,
    /// First day (UTC) on which answers are taken.
    pub opens: Option<Day>,
    /// Last day (UTC) on which answers are taken.
    pub closes: Option<Day>,
    /// Values of `{name}` in the questionnaire's texts.
    pub variables: SmallMap<Text>,
    /// How long answering takes, in minutes.
    pub minutes: Option<usize>,
    /// Days after its last change that a draft is kept; for good where absent.
    pub draft_days: Option<usize>,
    /// The smallest group of responses whose figures are shown.
    pub threshold: usize,
    /// The age recipient (`age1…`) that responses are encrypted for before they leave.
    pub recipient: Option<String>,
    /// Who asks, and where files go.
    pub institution: Institution,
}

/// Who asks.
#[derive(Clone, Debug, Default)]
pub struct Institution {
    /// Its name.
    pub name: Text,
    /// Where returned answers are sent.
    pub email: String,
}

impl Installation {
    /// Reads the index.
    pub fn parse(file: &str, text: &str) -> Result<Self, DefinitionError> {
        let document = Node::document(file, text)?;
        let root = Node::root(file, &document);
        let mut surveys: Vec<SurveyEntry> = Vec::new();
        for node in root.need("surveys")?.items()? {
            let entry = entry(&node)?;
            if surveys.iter().any(|known| known.id == entry.id) {
                return Err(node.need("id")?.error(Mistake::Duplicate(entry.id)));
            }
            surveys.push(entry);
        }
        if surveys.is_empty() {
            Err(root.need("surveys")?.error(Mistake::Empty))
        } else {
            Ok(Self { surveys })
        }
    }

    /// The survey with this id.
    pub fn survey(&self, id: &str) -> Option<&SurveyEntry> {
        self.surveys.iter().find(|entry| entry.id == id)
    }
}

impl SurveyEntry {
    /// Whether answers are taken on `day`.
    pub fn is_open(&self, day: Day) -> bool {
        !self.is_before(day) && !self.is_over(day)
    }

    /// Whether the survey has not opened yet.
    pub fn is_before(&self, day: Day) -> bool {
        self.opens.is_some_and(|opens| day < opens)
    }

    /// Whether the survey has closed.
    pub fn is_over(&self, day: Day) -> bool {
        self.closes.is_some_and(|closes| day > closes)
    }
}

fn entry(node: &Node<'_>) -> Result<SurveyEntry, DefinitionError> {
    let name = |member: &str| {
        node.get(member).map(|node| node.name()).transpose().map(|name| name.map(str::to_owned))
    };
    let day = |member: &str| node.get(member).map(|node| node.day()).transpose();
    let institution = node.need("institution")?;
    Ok(SurveyEntry {
        id: node.need("id")?.name()?.to_owned(),
        questionnaire: node.need("questionnaire")?.name()?.to_owned(),
        catalogue: name("catalogue")?,
        baseline: name("baseline")?,
        sample: name("sample")?,
        opens: day("opens")?,
        closes: day("closes")?,
        variables: variables(node)?,
        minutes: node.get("minutes").map(|node| node.count()).transpose()?,
        draft_days: node.get("draft_days").map(|node| node.count()).transpose()?,
        threshold: node.get("threshold").map(|node| node.count()).transpose()?.unwrap_or(THRESHOLD),
        recipient: node.get("recipient").map(|node| recipient(&node)).transpose()?,
        institution: Institution {
            name: institution.need("name")?.text("default")?,
            email: institution.need("email")?.name()?.to_owned(),
        },
    })
}

/// An X25519 recipient: a mistyped one would take answers that nobody could ever read.
fn recipient(node: &Node<'_>) -> Result<String, DefinitionError> {
    let name = node.name()?;
    if is_recipient(name) {
        Ok(name.to_owned())
    } else {
        Err(node.error(Mistake::UnknownValue(name.to_owned())))
    }
}

/// Variables are texts; a number is taken as its digits.
fn variables(node: &Node<'_>) -> Result<SmallMap<Text>, DefinitionError> {
    let mut variables = SmallMap::new();
    let Some(members) = node.get("variables") else { return Ok(variables) };
    for (name, value) in members.object()? {
        let place = members.need(name)?;
        let text =
            value.as_i64().map_or_else(|| place.text("default"), |n| Ok(Text::plain(n.to_string())))?;
        variables.insert(name.clone(), text);
    }
    Ok(variables)
}
