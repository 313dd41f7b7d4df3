//! Reading pages, panels and what all questions have in common.

use super::{Context, Page, Questionnaire};
use crate::domain::survey::node::Node;
use crate::domain::survey::{
    DefinitionError, Expression, Kind, Mistake, Operand, Question, Scalar, Text, Warning, properties,
};

pub(super) type Found<T> = Result<T, DefinitionError>;

pub(super) struct Reader<'a> {
    pub context: &'a Context<'a>,
    pub locale: String,
    pages: Vec<Page>,
    questions: Vec<Question>,
    warnings: Vec<Warning>,
    names: Vec<String>,
    /// Names that conditions read, to be checked when all questions are known.
    read: Vec<(String, DefinitionError)>,
}

impl<'a> Reader<'a> {
    pub fn new(context: &'a Context<'a>, locale: Option<&str>) -> Self {
        Self {
            context,
            locale: locale.unwrap_or("en").to_owned(),
            pages: Vec::new(),
            questions: Vec::new(),
            warnings: Vec::new(),
            names: Vec::new(),
            read: Vec::new(),
        }
    }

    /// Refuses what would change the survey, notes what only decorates.
    pub fn properties(
        &mut self,
        node: &Node<'a>,
        read: &[&str],
        decorates: impl Fn(&str) -> bool,
    ) -> Found<()> {
        for (name, value) in node.object()? {
            let path = format!("{}.{name}", node.path);
            if read.contains(&name.as_str()) {
                continue;
            }
            if !decorates(name) {
                let place = Node { path, ..node.clone() };
                return Err(place.error(Mistake::UnknownProperty(name.clone())));
            }
            if properties::harmless_value(name).is_some_and(|harmless| value != harmless) {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                return Err(Node { path, ..node.clone() }.error(Mistake::UnknownValue(text)));
            }
            self.warnings.push(Warning { file: self.context.file.to_owned(), path });
        }
        Ok(())
    }

    pub fn page(&mut self, node: &Node<'a>) -> Found<()> {
        let is_root = node.path == "$";
        if !is_root {
            self.properties(node, properties::PANEL, |name| properties::DECORATION.contains(&name))?;
        }
        // The only page of a survey without pages bears the survey's own title, shown elsewhere.
        let title = if is_root { None } else { self.optional_text(node, "title")? };
        let description = if is_root { None } else { self.optional_text(node, "description")? };
        self.pages.push(Page { title, description });
        self.group(node, &[])
    }

    fn group(&mut self, node: &Node<'a>, outer: &[Expression]) -> Found<()> {
        let mut conditions = outer.to_vec();
        conditions.extend(self.condition(node)?);
        let Some(elements) = node.get("elements").or_else(|| node.get("questions")) else {
            return Ok(());
        };
        for element in elements.items()? {
            let kind = element.need("type")?.name()?;
            if kind == "panel" {
                self.properties(&element, properties::PANEL, |name| properties::DECORATION.contains(&name))?;
                self.group(&element, &conditions)?;
            } else {
                self.question(&element, kind, &conditions)?;
            }
        }
        Ok(())
    }

    fn question(&mut self, node: &Node<'a>, kind: &'a str, outer: &[Expression]) -> Found<()> {
        let own = properties::of_kind(kind);
        if own.is_empty() {
            return Err(node.error(Mistake::UnknownKind(kind.to_owned())));
        }
        let read: Vec<&str> = properties::QUESTION.iter().chain(own).copied().collect();
        self.properties(node, &read, |name| properties::decorates_kind(kind, name))?;
        let name = node.need("name")?;
        let text = name.name()?.to_owned();
        if self.names.contains(&text) {
            return Err(name.error(Mistake::Duplicate(text)));
        }
        self.names.push(text.clone());
        let mut visible_if = outer.to_vec();
        visible_if.extend(self.condition(node)?);
        let question = Question {
            title: self.optional_text(node, "title")?.unwrap_or_else(|| Text::plain(text.clone())),
            name: text,
            description: self.optional_text(node, "description")?,
            is_required: node.get("isRequired").map_or(Ok(false), |node| node.truth())?,
            visible_if,
            page: self.pages.len() - 1,
            kind: self.kind(node, kind)?,
        };
        self.questions.push(question);
        Ok(())
    }

    /// The element's own condition; `"visible": false` alone hides it for good, beside a condition it
    /// says nothing.
    fn condition(&mut self, node: &Node<'a>) -> Found<Vec<Expression>> {
        let is_visible = node.get("visible").map_or(Ok(true), |visible| visible.truth())?;
        let written =
            node.get("visibleIf").map(|condition| Ok((condition.string()?, condition))).transpose()?;
        let Some((text, condition)) = written.filter(|(text, _)| !text.trim().is_empty()) else {
            let never = Expression::Holds(Operand::Value(Scalar::Bool(false)));
            return Ok(if is_visible { Vec::new() } else { vec![never] });
        };
        let expression = Expression::parse(text)
            .map_err(|stop| condition.error(Mistake::Condition { position: stop.position }))?;
        for name in expression.names() {
            let error = condition.error(Mistake::UnknownName(name.to_owned()));
            self.read.push((name.to_owned(), error));
        }
        Ok(vec![expression])
    }

    pub fn finish(
        self,
        root: &Node<'a>,
        title: Option<Text>,
        description: Option<Text>,
    ) -> Found<Questionnaire> {
        let questionnaire = Questionnaire {
            title: title.unwrap_or_default(),
            description,
            locale: self.locale,
            pages: self.pages,
            questions: self.questions,
            warnings: self.warnings,
            variables: self.context.variables.clone(),
        };
        if questionnaire.questions.is_empty() {
            return Err(root.error(Mistake::Missing("elements".into())));
        }
        match self.read.into_iter().find(|(name, _)| !is_known(&questionnaire, name)) {
            Some((_, error)) => Err(error),
            None => Ok(questionnaire),
        }
    }
}

fn is_known(questionnaire: &Questionnaire, name: &str) -> bool {
    let is_row = |question: &Question| {
        let Kind::Matrix { rows, .. } = &question.kind else { return false };
        let row = name.strip_prefix(question.name.as_str()).and_then(|rest| rest.strip_prefix('.'));
        row.is_some_and(|row| rows.iter().any(|known| known.value.key() == row))
    };
    questionnaire.question(name).is_some()
        || questionnaire.variables.contains_key(name)
        || questionnaire.is_comment_name(name)
        || questionnaire.questions.iter().any(is_row)
}
