//! The code book and the codes of texts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::exchange::sha256;

/// A theme of the code book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Stays when the title changes.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// What was decided about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// Ids of its themes.
    pub themes: BTreeSet<String>,
    /// Whether it is to be left out of what is handed on.
    pub is_removed: bool,
}

/// A text's codes as they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodedText {
    /// The question's name.
    pub question: String,
    /// See [`text_key`].
    pub sha256: String,
    /// Ids of its themes, sorted.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Whether it is to be left out of what is handed on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remove: bool,
}

/// The code book, in order, and what was decided about texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Codes {
    pub(super) themes: Vec<Theme>,
    /// (Question, key) → codes; texts without any are not held.
    pub(super) texts: BTreeMap<(String, String), Coding>,
}

/// The codes as they are written.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    pub themes: Vec<Theme>,
    pub texts: Vec<CodedText>,
}

/// Where a theme goes in the code book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// One place up.
    Up,
    /// One place down.
    Down,
}

/// The key of a question's text: SHA-256 of the question's name, a newline and the text, lower-case hexadecimal.
pub fn text_key(question: &str, text: &str) -> String {
    sha256(format!("{question}\n{text}").as_bytes())
}

impl Codes {
    /// Whether there is neither a theme nor a code.
    pub fn is_empty(&self) -> bool {
        self.themes.is_empty() && self.texts.is_empty()
    }

    /// The code book, in order.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// Every text with codes: its question, its key, and what was decided.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str, &Coding)> {
        self.texts.iter().map(|((question, key), coding)| (question.as_str(), key.as_str(), coding))
    }

    /// What was decided about the text with this key.
    pub fn of(&self, question: &str, key: &str) -> Option<&Coding> {
        self.texts.get(&(question.to_owned(), key.to_owned()))
    }

    /// Whether a question's text is to be left out of what is handed on.
    pub fn is_removed(&self, question: &str, text: &str) -> bool {
        self.of(question, &text_key(question, text)).is_some_and(|coding| coding.is_removed)
    }

    /// Adds a theme at the end of the code book; a title without letters or one that is there adds nothing.
    pub fn add_theme(&mut self, id: String, title: &str) -> bool {
        let is_new = self.is_new_title(title) && self.themes.iter().all(|theme| theme.id != id);
        if is_new {
            self.themes.push(Theme { id, title: title.trim().to_owned() });
        }
        is_new
    }

    /// Gives a theme another title; one without letters or one that is there changes nothing.
    pub fn rename_theme(&mut self, id: &str, title: &str) -> bool {
        let is_new = self.is_new_title(title);
        match self.themes.iter_mut().find(|theme| theme.id == id) {
            Some(theme) if is_new => title.trim().clone_into(&mut theme.title),
            _ => return false,
        }
        true
    }

    /// Moves a theme in the code book.
    pub fn move_theme(&mut self, id: &str, shift: Shift) {
        let Some(at) = self.themes.iter().position(|theme| theme.id == id) else { return };
        let to = match shift {
            Shift::Up => at.checked_sub(1),
            Shift::Down => Some(at + 1).filter(|to| *to < self.themes.len()),
        };
        if let Some(to) = to {
            self.themes.swap(at, to);
        }
    }

    /// Takes a theme out of the code book and off every text.
    pub fn delete_theme(&mut self, id: &str) {
        self.themes.retain(|theme| theme.id != id);
        for coding in self.texts.values_mut() {
            coding.themes.remove(id);
        }
        self.texts.retain(|_, coding| *coding != Coding::default());
    }

    /// How many texts have a theme.
    pub fn uses(&self, id: &str) -> usize {
        self.texts.values().filter(|coding| coding.themes.contains(id)).count()
    }

    /// Gives a text a theme of the code book, or takes it off; tells what the text then has.
    pub fn toggle_theme(&mut self, question: &str, key: &str, id: &str) -> CodedText {
        let is_known = self.themes.iter().any(|theme| theme.id == id);
        self.change(question, key, |coding| {
            if !coding.themes.remove(id) && is_known {
                coding.themes.insert(id.to_owned());
            }
        })
    }

    /// Marks a text to be left out of what is handed on, or takes the mark off; tells what the text then has.
    pub fn toggle_removed(&mut self, question: &str, key: &str) -> CodedText {
        self.change(question, key, |coding| coding.is_removed = !coding.is_removed)
    }

    /// Puts these codes of a text in place of others.
    pub fn set(&mut self, text: CodedText) {
        let CodedText { question, sha256, themes, remove } = text;
        let coding = Coding { themes: themes.into_iter().collect(), is_removed: remove };
        if coding == Coding::default() {
            self.texts.remove(&(question, sha256));
        } else {
            self.texts.insert((question, sha256), coding);
        }
    }

    fn change(&mut self, question: &str, key: &str, change: impl FnOnce(&mut Coding)) -> CodedText {
        let mut coding = self.of(question, key).cloned().unwrap_or_default();
        change(&mut coding);
        let text = written(question, key, &coding);
        self.set(text.clone());
        text
    }

    fn is_new_title(&self, title: &str) -> bool {
        let title = title.trim();
        !title.is_empty() && self.themes.iter().all(|theme| theme.title != title)
    }
}

fn written(question: &str, key: &str, coding: &Coding) -> CodedText {
    CodedText {
        question: question.to_owned(),
        sha256: key.to_owned(),
        themes: coding.themes.iter().cloned().collect(),
        remove: coding.is_removed,
    }
}

impl From<Codes> for Written {
    fn from(codes: Codes) -> Self {
        let texts = codes.texts().map(|(question, key, coding)| written(question, key, coding)).collect();
        Self { themes: codes.themes, texts }
    }
}

impl From<Written> for Codes {
    fn from(written: Written) -> Self {
        let mut codes = Self { themes: written.themes, texts: BTreeMap::new() };
        written.texts.into_iter().for_each(|text| codes.set(text));
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes() -> Codes {
        let mut codes = Codes::default();
        for (id, title) in [("a", "Rindas"), ("b", " Cena "), ("c", "Valoda")] {
            assert!(codes.add_theme(id.into(), title));
        }
        codes
    }

    #[test]
    fn a_key_is_that_of_question_and_text() {
        // printf 'comment\nLabi' | sha256sum
        assert_eq!(
            text_key("comment", "Labi"),
            "77bd758eecb4eadd07c745ca3585e62e3ba6159e7c5bfab39ab1f73153a3d219"
        );
        assert_ne!(text_key("comment", "Labi"), text_key("delays", "Labi"));
    }

    #[test]
    fn themes_are_renamed_and_moved_and_keep_their_texts() {
        let mut codes = codes();
        codes.toggle_theme("comment", "1", "b");
        assert!(codes.rename_theme("b", "Maksa"));
        assert!(!codes.rename_theme("b", "Rindas") && !codes.rename_theme("b", "  "));
        codes.move_theme("b", Shift::Up);
        codes.move_theme("b", Shift::Up);
        codes.move_theme("c", Shift::Down);
        let titles: Vec<&str> = codes.themes().iter().map(|theme| theme.title.as_str()).collect();
        assert_eq!(titles, ["Maksa", "Rindas", "Valoda"]);
        assert_eq!(codes.uses("b"), 1);
    }

    #[test]
    fn a_deleted_theme_is_off_every_text() {
        let mut codes = codes();
        codes.toggle_theme("comment", "1", "a");
        codes.toggle_theme("comment", "2", "a");
        codes.toggle_removed("comment", "2");
        codes.delete_theme("a");
        assert_eq!(codes.texts().count(), 1);
        assert!(codes.of("comment", "2").is_some_and(|coding| coding.is_removed && coding.themes.is_empty()));
    }

    #[test]
    fn toggling_twice_leaves_nothing() {
        let mut codes = codes();
        let before = codes.clone();
        assert_eq!(codes.toggle_theme("comment", "1", "a").themes, ["a"]);
        assert!(codes.toggle_theme("comment", "1", "unknown").themes == ["a"]);
        codes.toggle_theme("comment", "1", "a");
        codes.toggle_removed("comment", "1");
        codes.toggle_removed("comment", "1");
        assert_eq!(codes, before);
    }

    #[test]
    fn a_removed_text_is_removed_wherever_it_stands() {
        let mut codes = codes();
        codes.toggle_removed("comment", &text_key("comment", "Zvaniet 29123456"));
        assert!(codes.is_removed("comment", "Zvaniet 29123456"));
        assert!(!codes.is_removed("comment", "Labi") && !codes.is_removed("delays", "Zvaniet 29123456"));
    }
}
