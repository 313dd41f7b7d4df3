//! Texts listed: those that are wanted, a page at a time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Codes, Coding, Collection, Counts};
use crate::domain::survey::{finds, fold};

/// Which texts, by what was decided about them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selection {
    /// All.
    #[default]
    All,
    /// Those without a theme.
    Uncoded,
    /// Those with any theme.
    Coded,
    /// Those with the theme of this id.
    Theme(String),
    /// Those in which something looks like personal data.
    Personal,
    /// Those to be left out of what is handed on.
    Removed,
}

impl Selection {
    /// Whether a text is among them, by what was decided about it and whether something in it looks like
    /// personal data.
    pub fn takes(&self, coding: Option<&Coding>, is_personal: impl FnOnce() -> bool) -> bool {
        let has_theme = |it: &Coding| !it.themes.is_empty();
        match self {
            Self::All => true,
            Self::Uncoded => !coding.is_some_and(has_theme),
            Self::Coded => coding.is_some_and(has_theme),
            Self::Theme(id) => coding.is_some_and(|it| it.themes.contains(id)),
            Self::Personal => is_personal(),
            Self::Removed => coding.is_some_and(|it| it.is_removed),
        }
    }
}

/// Which texts are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Those of one question; of all, where there is none.
    pub question: Option<String>,
    /// Those with all of these words; case and Latvian marks do not matter.
    pub search: String,
    /// Those with these codes.
    pub selection: Selection,
    /// How many are passed over.
    pub offset: usize,
    /// How many are given.
    pub limit: usize,
}

/// A text of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedText {
    /// The question's name.
    pub question: String,
    /// The text.
    pub text: String,
    /// See [`super::text_key`].
    pub sha256: String,
    /// How many of the filtered responses wrote it.
    pub count: u64,
}

/// A question's texts among the filtered responses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionTexts {
    /// The question's name.
    pub name: String,
    /// How many distinct ones.
    pub texts: u64,
    /// How many responses have one.
    pub responses: u64,
}

/// A page of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The texts.
    pub texts: Vec<ListedText>,
    /// How many were passed over.
    pub offset: usize,
    /// How many distinct texts are as wanted.
    pub total: usize,
    /// How often they were written: a response that answers several questions counts with each of its texts.
    pub written: u64,
    /// Every question with texts, whatever was wanted.
    pub questions: Vec<QuestionTexts>,
}

impl Collection {
    /// Lists texts; `names` are those of the questionnaire's questions. The order is that of the questions,
    /// then that of a dictionary, and never depends on where the texts came from.
    pub fn list(&self, counts: &Counts, codes: &Codes, names: &[&str], wanted: &Wanted) -> Listing {
        let codings = self.coded(codes);
        let question = wanted.question.as_ref().map(|name| names.iter().position(|known| known == name));
        let words = fold(&wanted.search);
        let mut listing = Listing { offset: wanted.offset, ..Listing::default() };
        let mut sums = vec![(0, 0); names.len()];
        for (place, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (of, count) = (self.question(place), u64::from(*count));
            sums[of].0 += 1;
            sums[of].1 += count;
            let coding = codings.get(&place).copied();
            let is_wanted = question.is_none_or(|question| question == Some(of))
                && wanted.selection.takes(coding, || self.is_personal(place))
                && finds(&words, self.folded(place));
            if !is_wanted {
                continue;
            }
            if (wanted.offset..wanted.offset + wanted.limit).contains(&listing.total) {
                listing.texts.push(ListedText {
                    question: names[of].to_owned(),
                    text: self.text(place).to_owned(),
                    sha256: self.key(place),
                    count,
                });
            }
            listing.total += 1;
            listing.written += count;
        }
        let texts = names.iter().zip(sums).filter(|(_, (texts, _))| *texts > 0);
        let texts = texts.map(|(name, (texts, responses))| QuestionTexts {
            name: (*name).to_owned(),
            texts,
            responses,
        });
        listing.questions = texts.collect();
        listing
    }

    /// What was decided about the texts that are here, by their places.
    pub(super) fn coded<'a>(&self, codes: &'a Codes) -> BTreeMap<usize, &'a Coding> {
        codes.texts().filter_map(|(_, key, coding)| Some((self.find(key)?, coding))).collect()
    }
}
