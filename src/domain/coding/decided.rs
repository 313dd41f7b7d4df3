//! Codes as what was decided, and when: what several tabs of a browser decided becomes one.
//!
//! Of every yes or no, title and place only the latest is held, whoever decided it, so that decisions can be
//! joined in any order and any number of times: a last-writer-wins map (Shapiro and others, "A comprehensive
//! study of Convergent and Commutative Replicated Data Types", 2011), ordered by Lamport's clock.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Codes, Coding, Theme};

/// Stands among a text's themes for the mark that it is to be left out.
const REMOVED: &str = "";

/// A yes or a no, and when: the greater the later; a no is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Decision(i64);

impl Decision {
    fn new(is: bool, turn: i64) -> Self {
        Self(if is { turn } else { -turn })
    }

    fn is(self) -> bool {
        self.0 > 0
    }

    /// The later of two; of two at once, the yes.
    fn later(self, other: Self) -> Self {
        if (other.0.abs(), other.is()) > (self.0.abs(), self.is()) { other } else { self }
    }
}

/// What was decided about a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct DecidedTheme {
    is_kept: Decision,
    title: String,
    titled: i64,
    place: u64,
    placed: i64,
}

/// By theme: whether a text has it.
type DecidedText = BTreeMap<String, Decision>;

/// All that was decided about the texts of a survey, as a browser stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// When the latest was decided.
    #[serde(default)]
    turn: i64,
    #[serde(default)]
    themes: BTreeMap<String, DecidedTheme>,
    /// By question and key.
    #[serde(default)]
    texts: BTreeMap<String, BTreeMap<String, DecidedText>>,
    /// Whether a file holds it.
    pub is_saved: bool,
    /// As it was stored before several tabs were thought of.
    #[serde(default, skip_serializing)]
    codes: Option<Codes>,
}

impl Decided {
    /// What was stored, in the present form.
    #[must_use]
    pub fn renewed(mut self) -> Self {
        if let Some(codes) = self.codes.take() {
            self.decide(&Codes::default(), &codes);
        }
        self
    }

    /// The codes that come of it. A theme that somebody deleted stays where somebody else gave it to a text or
    /// renamed it meanwhile.
    pub fn codes(&self) -> Codes {
        let mut codes = Codes::default();
        let mut used = BTreeSet::new();
        for (question, texts) in &self.texts {
            for (key, text) in texts {
                let given = text.iter().filter(|(_, decision)| decision.is()).map(|(id, _)| id);
                let mut themes: BTreeSet<String> = given.cloned().collect();
                let is_removed = themes.remove(REMOVED);
                used.extend(themes.iter().cloned());
                let coding = Coding { themes, is_removed };
                if coding != Coding::default() {
                    codes.texts.insert((question.clone(), key.clone()), coding);
                }
            }
        }
        let is_there = |(id, theme): &(&String, &DecidedTheme)| {
            theme.is_kept.is() || theme.titled > theme.is_kept.0.abs() || used.contains(*id)
        };
        let mut themes: Vec<_> = self.themes.iter().filter(is_there).collect();
        themes.sort_by_key(|(id, theme)| (theme.place, *id));
        let theme =
            |(id, theme): (&String, &DecidedTheme)| Theme { id: id.clone(), title: theme.title.clone() };
        codes.themes = themes.into_iter().map(theme).collect();
        codes
    }

    /// Notes what was changed from some codes to others.
    pub(super) fn decide(&mut self, before: &Codes, after: &Codes) {
        self.turn += 1;
        let none = Coding::default();
        let is_changed = |key: &&(String, String)| before.texts.get(*key) != after.texts.get(*key);
        let keys: BTreeSet<_> = before.texts.keys().chain(after.texts.keys()).filter(is_changed).collect();
        for (question, key) in keys {
            let text = self.texts.entry(question.clone()).or_default().entry(key.clone()).or_default();
            let [was, is] = [before, after].map(|codes| codes.of(question, key).unwrap_or(&none));
            for id in was.themes.symmetric_difference(&is.themes) {
                text.insert(id.clone(), Decision::new(is.themes.contains(id), self.turn));
            }
            if was.is_removed != is.is_removed {
                text.insert(REMOVED.to_owned(), Decision::new(is.is_removed, self.turn));
            }
        }
        self.decide_themes(before, after);
    }

    fn decide_themes(&mut self, before: &Codes, after: &Codes) {
        let has = |codes: &Codes, id: &String| codes.themes.iter().any(|theme| theme.id == *id);
        for Theme { id, .. } in before.themes.iter().filter(|theme| !has(after, &theme.id)) {
            self.themes.entry(id.clone()).or_default().is_kept = Decision::new(false, self.turn);
        }
        let place = |theme: &Theme| self.themes.get(&theme.id).map(|decided| decided.place);
        let mut places: Vec<u64> = after.themes.iter().filter_map(place).collect();
        places.sort_unstable();
        let mut next = 0;
        for (at, Theme { id, title }) in after.themes.iter().enumerate() {
            let theme = self.themes.entry(id.clone()).or_default();
            if !has(before, id) {
                theme.is_kept = Decision::new(true, self.turn);
            }
            if theme.title != *title {
                (theme.title, theme.titled) = (title.clone(), self.turn);
            }
            // Those that change places take each other's; two tabs may have given the same.
            let place = places.get(at).map_or(next, |place| next.max(*place));
            if theme.placed == 0 || theme.place != place {
                (theme.place, theme.placed) = (place, self.turn);
            }
            next = place + 1;
        }
    }

    /// Takes in what was decided elsewhere.
    pub(super) fn join(&mut self, other: &Self) {
        self.turn = self.turn.max(other.turn);
        for (question, texts) in &other.texts {
            let own = self.texts.entry(question.clone()).or_default();
            for (key, text) in texts {
                let own = own.entry(key.clone()).or_default();
                for (id, decision) in text {
                    let own = own.entry(id.clone()).or_default();
                    *own = own.later(*decision);
                }
            }
        }
        for (id, theme) in &other.themes {
            let own = self.themes.entry(id.clone()).or_default();
            own.is_kept = own.is_kept.later(theme.is_kept);
            if (theme.titled, &theme.title) > (own.titled, &own.title) {
                (own.titled, own.title) = (theme.titled, theme.title.clone());
            }
            if (theme.placed, theme.place) > (own.placed, own.place) {
                (own.placed, own.place) = (theme.placed, theme.place);
            }
        }
    }
}
