//! How many responses figures are of, in words.

use super::{Texts, key};
use crate::ui::state::Size;

impl Texts {
    /// How many responses are counted.
    pub fn selected(self, size: Size) -> String {
        match size.selected {
            Some(selected) => self.count(key::RESULTS_RESPONSES, selected),
            None => self.get(key::RESULTS_SIZE_HIDDEN).to_owned(),
        }
    }

    /// Of how many they are, where they are not all.
    pub fn of_all(self, size: Size) -> Option<String> {
        let is_part = size.selected.is_some_and(|selected| selected != size.all);
        is_part.then(|| self.count(key::RESULTS_OF_SURVEY, size.all))
    }

    /// Both.
    pub fn size(self, size: Size) -> String {
        let words = [Some(self.selected(size)), self.of_all(size)];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
