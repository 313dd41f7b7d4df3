//! Why figures are kept from sight, in words.

use super::{Texts, key};

impl Texts {
    /// Why nothing of a selection is shown, where groups smaller than `threshold` are hidden.
    pub fn hidden_selection(self, threshold: usize) -> String {
        self.count(key::DISCLOSURE_REASON, wide(threshold))
    }

    /// Which groups are not shown, and why.
    pub fn hidden_groups(self, threshold: usize, list: &str) -> String {
        self.count_of(key::DISCLOSURE_GROUPS, wide(threshold), &[("list", list)])
    }
}

fn wide(threshold: usize) -> u64 {
    u64::try_from(threshold).unwrap_or(u64::MAX)
}
