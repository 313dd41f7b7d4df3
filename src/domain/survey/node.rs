//! A place in a JSON document that knows its path, so that every mistake can be named exactly.

use serde_json::{Map, Value};

use super::{Day, DefinitionError, Mistake, SmallMap, Text};

/// A JSON value with the file it came from and its path (`$.pages[0].elements[2]`).
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub file: &'a str,
    pub path: String,
    pub value: &'a Value,
}

type Found<T> = Result<T, DefinitionError>;

impl<'a> Node<'a> {
    pub fn root(file: &'a str, value: &'a Value) -> Self {
        Self { file, path: "$".to_owned(), value }
    }

    /// Parses a document; a syntax mistake is named by line and column.
    pub fn document(file: &str, text: &str) -> Found<Value> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            let mistake = Mistake::NotJson { line: error.line(), column: error.column() };
            DefinitionError::new(file, "$".to_owned(), mistake)
        })
    }

    pub fn error(&self, mistake: Mistake) -> DefinitionError {
        DefinitionError::new(self.file, self.path.clone(), mistake)
    }

    pub fn object(&self) -> Found<&'a Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.error(Mistake::Expected("object")))
    }

    /// The member `name`, where it is present and not null.
    pub fn get(&self, name: &str) -> Option<Node<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Node { file: self.file, path: format!("{}.{name}", self.path), value })
    }

    pub fn need(&self, name: &str) -> Found<Node<'a>> {
        self.object()?;
        self.get(name).ok_or_else(|| self.error(Mistake::Missing(name.to_owned())))
    }

    pub fn items(&self) -> Found<Vec<Node<'a>>> {
        let items = self.value.as_array().ok_or_else(|| self.error(Mistake::Expected("array")))?;
        Ok(items
            .iter()
            .enumerate()
            .map(|(index, value)| Node { file: self.file, path: format!("{}[{index}]", self.path), value })
            .collect())
    }

    pub fn string(&self) -> Found<&'a str> {
        self.value.as_str().ok_or_else(|| self.error(Mistake::Expected("string")))
    }

    /// A string that is not empty.
    pub fn name(&self) -> Found<&'a str> {
        match self.string()?.trim() {
            "" => Err(self.error(Mistake::Empty)),
            name => Ok(name),
        }
    }

    pub fn truth(&self) -> Found<bool> {
        self.value.as_bool().ok_or_else(|| self.error(Mistake::Expected("boolean")))
    }

    /// A whole number from 0.
    pub fn count(&self) -> Found<usize> {
        self.value
            .as_u64()
            .and_then(|count| usize::try_from(count).ok())
            .ok_or_else(|| self.error(Mistake::Expected("whole number")))
    }

    pub fn day(&self) -> Found<Day> {
        Day::parse(self.string()?).ok_or_else(|| self.error(Mistake::Expected("day like 2018-01-15")))
    }

    /// A localised string; `default` may be absent where `locale` (the definition's own) is given.
    pub fn text(&self, locale: &str) -> Found<Text> {
        match self.value {
            Value::String(text) => Ok(Text::plain(text.clone())),
            Value::Object(members) => {
                let mut translations = SmallMap::new();
                for (tag, text) in members {
                    let text = text.as_str().ok_or_else(|| {
                        let place =
                            Node { file: self.file, path: format!("{}.{tag}", self.path), value: self.value };
                        place.error(Mistake::Expected("string"))
                    })?;
                    translations.insert(tag.clone(), text.to_owned());
                }
                let default = translations
                    .remove("default")
                    .or_else(|| translations.get(locale).cloned())
                    .or_else(|| translations.values().next().cloned())
                    .ok_or_else(|| self.error(Mistake::Empty))?;
                Ok(Text { default, translations })
            }
            _ => Err(self.error(Mistake::Expected("text"))),
        }
    }
}
