//! The language of each response, as a code of a dictionary that grows as tags appear.

use std::collections::HashMap;

use super::{Bitmap, Column};

/// Languages of the responses, in order.
#[derive(Clone, Debug)]
pub(super) struct Languages {
    /// Position of the tag + 1.
    column: Column,
    /// In the order of their first occurrence.
    tags: Vec<String>,
    known: HashMap<String, usize>,
    /// Code of the response before: most often the next one's too.
    last: usize,
}

impl Default for Languages {
    fn default() -> Self {
        Self { column: Column::for_values(0), tags: Vec::new(), known: HashMap::new(), last: 0 }
    }
}

impl Languages {
    pub fn push(&mut self, tag: &str) {
        let is_last =
            self.last.checked_sub(1).and_then(|at| self.tags.get(at)).is_some_and(|last| last == tag);
        if !is_last {
            self.last = self.known.get(tag).copied().unwrap_or_else(|| self.learn(tag));
        }
        self.column.push(self.last);
    }

    fn learn(&mut self, tag: &str) -> usize {
        self.tags.push(tag.to_owned());
        self.known.insert(tag.to_owned(), self.tags.len());
        self.column.widen(self.tags.len());
        self.tags.len()
    }

    pub fn matching(&self, wanted: &[String]) -> Bitmap {
        let wanted: Vec<usize> = wanted.iter().filter_map(|tag| self.known.get(tag).copied()).collect();
        self.column.matching(&wanted)
    }

    /// Every tag of a selected response, sorted, and how many have it: the order in which the responses
    /// came does not show.
    pub fn counts(&self, selected: &Bitmap) -> Vec<(&str, u64)> {
        let counts = self.column.counts(selected, self.tags.len() + 1);
        let tags = self.tags.iter().map(String::as_str);
        let mut found: Vec<(&str, u64)> =
            tags.zip(counts.into_iter().skip(1)).filter(|(_, count)| *count > 0).collect();
        found.sort_unstable();
        found
    }

    /// The codes: position in [`Languages::tags`] + 1.
    pub fn column(&self) -> &Column {
        &self.column
    }

    /// In the order of their first occurrence.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Without the tags themselves, which are few.
    pub fn heap_bytes(&self) -> usize {
        self.column.heap_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(tags: &[String]) -> Languages {
        let mut languages = Languages::default();
        for tag in tags {
            languages.push(tag);
        }
        languages
    }

    #[test]
    fn the_order_of_arrival_does_not_show() {
        let mut tags: Vec<String> = ["lv", "en", "lv", "ru", "en", "lv"].map(str::to_owned).to_vec();
        let all = Bitmap::all(tags.len());
        let found = [("en", 2), ("lv", 3), ("ru", 1)];
        assert_eq!(pushed(&tags).counts(&all), found);
        tags.reverse();
        assert_eq!(pushed(&tags).counts(&all), found);
    }

    #[test]
    fn a_tag_without_selected_responses_is_left_out() {
        let languages = pushed(&["lv", "en", "ru", "en"].map(str::to_owned));
        assert_eq!(languages.counts(&Bitmap::of(&[0, 0, 1, 1], |bit| *bit == 1)), [("en", 1), ("ru", 1)]);
    }

    #[test]
    fn any_number_of_tags_is_told_apart() {
        let tags: Vec<String> = (0..400).map(|number| format!("x-{number:03}")).collect();
        let languages = pushed(&[tags.clone(), tags.clone()].concat());
        let counts = languages.counts(&Bitmap::all(800));
        assert!(
            counts
                .iter()
                .map(|(tag, count)| ((*tag).to_owned(), *count))
                .eq(tags.iter().map(|tag| (tag.clone(), 2)))
        );
        assert_eq!(languages.matching(&tags[60..70]).count(), 20);
    }
}
