//! Localised strings in SurveyJS's form: a plain string or `{"default": …, "en": …}`.

use super::SmallMap;

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What is shown where a language has no translation of its own.
    pub default: String,
    /// Translations by language tag.
    pub translations: SmallMap<String>,
}

impl Text {
    /// A text that is the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { default: text.into(), translations: SmallMap::new() }
    }

    /// The text in `language`, or the default one.
    pub fn get(&self, language: &str) -> &str {
        self.translations.get(language).unwrap_or(&self.default)
    }

    /// Applies `change` to the text in every language, stopping at the first error.
    pub fn try_map<E>(&self, mut change: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
        let default = change(&self.default)?;
        let mut translations = SmallMap::new();
        for (tag, text) in self.translations.iter() {
            translations.insert(tag.clone(), change(text)?);
        }
        Ok(Self { default, translations })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_the_default() {
        let mut text = Text::plain("Labi");
        text.translations.insert("en".into(), "Good".into());
        assert_eq!((text.get("en"), text.get("ru")), ("Good", "Labi"));
    }
}
