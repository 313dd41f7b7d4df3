//! Published results of an earlier survey, each figure with the mark of how it was read.

use super::node::Node;
use super::{Day, DefinitionError, Mistake, Text};

/// How sure the reading of a published figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The report says it in a sentence.
    Stated,
    /// The report allows one reading only.
    Read,
    /// The value is printed; its label had to be inferred.
    Inferred,
}

/// A published report.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// Id of the survey it reports.
    pub survey: String,
    /// Its title.
    pub title: Text,
    /// Where it was published.
    pub source: Text,
    /// First and last day of collection.
    pub collected: Option<(Day, Day)>,
    /// The year the questions were about.
    pub subject_year: Option<String>,
    /// How many answered, where the report says it.
    pub respondents: Option<usize>,
    /// What the audit covered.
    pub scope: Option<Scope>,
    /// Published shares.
    pub figures: Vec<Figure>,
    /// Published headline indicators.
    pub indicators: Vec<HeadlineFigure>,
    /// Sentences of the report that carry no figure.
    pub statements: Vec<Statement>,
    /// Footnotes.
    pub notes: Vec<Text>,
}

/// How much of the catalogue the audit covered.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// Services in all.
    pub services: usize,
    /// Audited services.
    pub audited: usize,
    /// Providers in all.
    pub providers: usize,
    /// Providers of audited services.
    pub audited_providers: usize,
    /// Audited services, per cent.
    pub share_percent: usize,
}

/// A published share of one question, or of one row of a matrix.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The question.
    pub question: String,
    /// The matrix row.
    pub row: Option<String>,
    /// The choices that the share counts together.
    pub values: Vec<String>,
    /// Per cent of those who answered.
    pub percent: f64,
    /// How sure the reading is.
    pub mark: Mark,
}

/// A published indicator.
#[derive(Clone, Debug)]
pub struct HeadlineFigure {
    /// The indicator's name.
    pub name: String,
    /// Per cent.
    pub percent: f64,
    /// How sure the reading is.
    pub mark: Mark,
}

/// A published sentence about a question.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The question.
    pub question: String,
    /// The sentence.
    pub text: Text,
    /// How sure the reading is.
    pub mark: Mark,
}

impl Baseline {
    /// Reads a baseline file.
    pub fn parse(file: &str, text: &str) -> Result<Self, DefinitionError> {
        let document = Node::document(file, text)?;
        let root = Node::root(file, &document);
        let list = |name: &str| root.get(name).map_or(Ok(Vec::new()), |node| node.items());
        Ok(Self {
            survey: root.need("survey")?.name()?.to_owned(),
            title: root.need("title")?.text("default")?,
            source: root.need("source")?.text("default")?,
            collected: root
                .get("collected")
                .map(|node| Ok((node.need("from")?.day()?, node.need("to")?.day()?)))
                .transpose()?,
            subject_year: root.get("subject_year").map(|node| node.name()).transpose()?.map(str::to_owned),
            respondents: root.get("respondents").map(|node| node.count()).transpose()?,
            scope: root.get("scope").map(|node| scope(&node)).transpose()?,
            figures: list("figures")?.iter().map(figure).collect::<Result<_, _>>()?,
            indicators: list("indicators")?.iter().map(headline).collect::<Result<_, _>>()?,
            statements: list("statements")?.iter().map(statement).collect::<Result<_, _>>()?,
            notes: list("notes")?.iter().map(|node| node.text("default")).collect::<Result<_, _>>()?,
        })
    }

    /// The published share of one value (and only that value).
    pub fn figure(&self, question: &str, row: Option<&str>, value: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| {
            figure.question == question && figure.row.as_deref() == row && figure.values == [value]
        })
    }

    /// The published indicator of this name.
    pub fn indicator(&self, name: &str) -> Option<&HeadlineFigure> {
        self.indicators.iter().find(|figure| figure.name == name)
    }
}

fn mark(node: &Node<'_>) -> Result<Mark, DefinitionError> {
    let node = node.need("mark")?;
    match node.string()? {
        "stated" => Ok(Mark::Stated),
        "read" => Ok(Mark::Read),
        "inferred" => Ok(Mark::Inferred),
        other => Err(node.error(Mistake::UnknownValue(other.to_owned()))),
    }
}

fn percent(node: &Node<'_>) -> Result<f64, DefinitionError> {
    let node = node.need("percent")?;
    node.value
        .as_f64()
        .filter(|percent| (0.0..=100.0).contains(percent))
        .ok_or_else(|| node.error(Mistake::Expected("per cent, 0 to 100")))
}

fn figure(node: &Node<'_>) -> Result<Figure, DefinitionError> {
    let values = node.need("values")?.items()?;
    Ok(Figure {
        question: node.need("question")?.name()?.to_owned(),
        row: node.get("row").map(|node| node.name()).transpose()?.map(str::to_owned),
        values: values.iter().map(|node| Ok(node.name()?.to_owned())).collect::<Result<_, _>>()?,
        percent: percent(node)?,
        mark: mark(node)?,
    })
}

fn headline(node: &Node<'_>) -> Result<HeadlineFigure, DefinitionError> {
    Ok(HeadlineFigure {
        name: node.need("name")?.name()?.to_owned(),
        percent: percent(node)?,
        mark: mark(node)?,
    })
}

fn statement(node: &Node<'_>) -> Result<Statement, DefinitionError> {
    Ok(Statement {
        question: node.need("question")?.name()?.to_owned(),
        text: node.need("text")?.text("default")?,
        mark: mark(node)?,
    })
}

fn scope(node: &Node<'_>) -> Result<Scope, DefinitionError> {
    let count = |name: &str| node.need(name)?.count();
    Ok(Scope {
        services: count("services")?,
        audited: count("audited")?,
        providers: count("providers")?,
        audited_providers: count("audited_providers")?,
        share_percent: count("share_percent")?,
    })
}
