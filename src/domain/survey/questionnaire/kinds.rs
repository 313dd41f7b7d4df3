//! Reading what belongs to one kind of question.

use serde_json::Value;

use super::elements::{Found, Reader};
use crate::domain::survey::node::Node;
use crate::domain::survey::{Choice, Kind, Mistake, NONE, OTHER, Options, Scalar, SmallMap, Text};

/// The most steps a rating may have.
const MOST_STEPS: i64 = 100;

impl<'a> Reader<'a> {
    pub(super) fn kind(&self, node: &Node<'a>, kind: &str) -> Found<Kind> {
        Ok(match kind {
            "radiogroup" => Kind::Radiogroup(self.options(node)?),
            "checkbox" => Kind::Checkbox {
                options: self.options(node)?,
                max_selected: limit(node, "maxSelectedChoices")?,
            },
            "dropdown" => Kind::Dropdown(self.dropdown(node)?),
            "boolean" => self.boolean(node)?,
            "matrix" => Kind::Matrix {
                rows: self.choices(&node.need("rows")?)?,
                columns: self.choices(&node.need("columns")?)?,
                all_rows_required: flag(node, "isAllRowRequired")? || flag(node, "eachRowRequired")?,
            },
            "rating" => Kind::Rating {
                options: self.rating(node)?,
                min_label: self.optional_text(node, "minRateDescription")?,
                max_label: self.optional_text(node, "maxRateDescription")?,
            },
            "comment" => Kind::Comment { max_length: limit(node, "maxLength")? },
            "text" => {
                if let Some(input) = node.get("inputType")
                    && !matches!(input.string()?, "text" | "email" | "tel" | "url" | "search")
                {
                    return Err(input.error(Mistake::UnknownValue(input.string()?.to_owned())));
                }
                Kind::Text { max_length: limit(node, "maxLength")? }
            }
            "html" => Kind::Html(self.optional_text(node, "html")?.unwrap_or_default().plain_of_html()),
            _ => return Err(node.error(Mistake::UnknownKind(kind.to_owned()))),
        })
    }

    fn options(&self, node: &Node<'a>) -> Found<Options> {
        let choices = match node.get("choices") {
            Some(choices) => self.choices(&choices)?,
            None => Vec::new(),
        };
        let labels = self.context.labels;
        let options = Options {
            choices,
            other: self.special(node, ["showOtherItem", "hasOther"], "otherText", &labels.other)?,
            none: self.special(node, ["showNoneItem", "hasNone"], "noneText", &labels.none)?,
            from_catalogue: false,
        };
        for (offered, value) in [(&options.other, OTHER), (&options.none, NONE)] {
            let position = options.choices.iter().position(|choice| choice.value.key() == value);
            if let (Some(_), Some(at), Some(choices)) = (offered, position, node.get("choices")) {
                let item = choices.items()?.swap_remove(at);
                let place = item.get("value").unwrap_or(item);
                return Err(place.error(Mistake::Duplicate(value.to_owned())));
            }
        }
        let has_special = options.other.is_some() || options.none.is_some();
        if options.choices.is_empty()
            && !has_special
            && node.get("type").is_none_or(|kind| kind.value != "dropdown")
        {
            return Err(node.error(Mistake::NoChoices));
        }
        Ok(options)
    }

    /// A dropdown without choices offers all services; bare service ids take their titles from the
    /// catalogue.
    fn dropdown(&self, node: &Node<'a>) -> Found<Options> {
        let mut options = self.options(node)?;
        let Some(catalogue) = self.context.catalogue else {
            return if options.choices.is_empty() {
                Err(node.error(Mistake::NoChoices))
            } else {
                Ok(options)
            };
        };
        if options.choices.is_empty() {
            options.choices = catalogue
                .services
                .iter()
                .map(|service| Choice { value: service.id.as_str().into(), text: service.title.clone() })
                .collect();
        }
        let ids: Vec<_> =
            options.choices.iter().map(|choice| catalogue.service(&choice.value.key())).collect();
        options.from_catalogue = !ids.is_empty() && ids.iter().all(Option::is_some);
        for (choice, service) in options.choices.iter_mut().zip(ids) {
            if let Some(service) = service
                && choice.text == Text::plain(choice.value.key())
            {
                choice.text = service.title.clone();
            }
        }
        Ok(options)
    }

    fn special(
        &self,
        node: &Node<'a>,
        flags: [&str; 2],
        text: &str,
        label: &SmallMap<String>,
    ) -> Found<Option<Text>> {
        if !flag(node, flags[0])? && !flag(node, flags[1])? {
            return Ok(None);
        }
        Ok(Some(self.optional_text(node, text)?.unwrap_or_else(|| self.label(label))))
    }

    fn boolean(&self, node: &Node<'a>) -> Found<Kind> {
        for (property, expected) in [("valueTrue", true), ("valueFalse", false)] {
            if let Some(value) = node.get(property)
                && *value.value != Value::Bool(expected)
            {
                return Err(value.error(Mistake::UnknownValue(value.value.to_string())));
            }
        }
        let labels = self.context.labels;
        Ok(Kind::Boolean {
            label_true: self.optional_text(node, "labelTrue")?.unwrap_or_else(|| self.label(&labels.yes)),
            label_false: self.optional_text(node, "labelFalse")?.unwrap_or_else(|| self.label(&labels.no)),
        })
    }

    fn rating(&self, node: &Node<'a>) -> Found<Options> {
        if let Some(values) = node.get("rateValues")
            && !values.items()?.is_empty()
            && !flag(node, "autoGenerate")?
        {
            return Ok(Options { choices: self.choices(&values)?, ..Options::default() });
        }
        let integer = |name: &str, otherwise: i64| {
            node.get(name).map_or(Ok(otherwise), |node| {
                node.value.as_i64().ok_or_else(|| node.error(Mistake::Expected("whole number")))
            })
        };
        let step = integer("rateStep", 1)?;
        let length = integer("rateCount", 5)?.saturating_sub(1).saturating_mul(step);
        // The number of steps counts where it decides one end of the scale, and only there.
        let is_given = |name: &str| node.get(name).is_some();
        let (lowest, highest) = match (is_given("rateMin"), is_given("rateMax"), is_given("rateCount")) {
            (true, false, true) => (integer("rateMin", 1)?, integer("rateMin", 1)?.saturating_add(length)),
            (false, true, true) => (integer("rateMax", 5)?.saturating_sub(length), integer("rateMax", 5)?),
            _ => (integer("rateMin", 1)?, integer("rateMax", 5)?),
        };
        if step < 1 || highest <= lowest || (highest.saturating_sub(lowest)) / step >= MOST_STEPS {
            return Err(node.error(Mistake::NoChoices));
        }
        let choices = (0..=(highest - lowest) / step)
            .map(|index| {
                let value = Scalar::Number((lowest + index * step).into());
                Choice { text: Text::plain(value.key()), value }
            })
            .collect();
        Ok(Options { choices, ..Options::default() })
    }

    /// A list of `"value"`, `5` or `{"value": …, "text": …}`.
    fn choices(&self, node: &Node<'a>) -> Found<Vec<Choice>> {
        let mut choices: Vec<Choice> = Vec::new();
        for item in node.items()? {
            let (place, text) = if item.value.is_object() {
                for name in item.object()?.keys() {
                    if !matches!(name.as_str(), "value" | "text") {
                        let place = Node { path: format!("{}.{name}", item.path), ..item.clone() };
                        return Err(place.error(Mistake::UnknownProperty(name.clone())));
                    }
                }
                (item.need("value")?, self.optional_text(&item, "text")?)
            } else {
                (item, None)
            };
            let value = Scalar::from_json(place.value)
                .ok_or_else(|| place.error(Mistake::Expected("text or number")))?;
            if value.key().is_empty() {
                return Err(place.error(Mistake::Empty));
            }
            if choices.iter().any(|choice| choice.value.key() == value.key()) {
                return Err(place.error(Mistake::Duplicate(value.key())));
            }
            choices.push(Choice { text: text.unwrap_or_else(|| Text::plain(value.key())), value });
        }
        if choices.is_empty() { Err(node.error(Mistake::NoChoices)) } else { Ok(choices) }
    }
}

fn flag(node: &Node<'_>, name: &str) -> Found<bool> {
    node.get(name).map_or(Ok(false), |node| node.truth())
}

/// A limit; SurveyJS writes 0 and -1 for "none".
fn limit(node: &Node<'_>, name: &str) -> Found<Option<usize>> {
    match node.get(name) {
        Some(node) if node.value.as_i64() == Some(-1) => Ok(None),
        Some(node) => Ok(Some(node.count()?).filter(|limit| *limit > 0)),
        None => Ok(None),
    }
}
