//! A value of each response, as a code of a dictionary that grows as values appear: languages, days.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use super::{Bitmap, Column};

/// So many values are looked through one after another.
const FEW: usize = 16;

/// Values of the responses, in order.
#[derive(Clone, Debug)]
pub(super) struct Dictionary<Value> {
    /// Position of the value + 1.
    column: Column,
    /// In the order of their first occurrence.
    values: Vec<Value>,
    known: HashMap<Value, usize>,
    /// Code of the response before: most often the next one's too.
    last: usize,
}

impl<Value> Default for Dictionary<Value> {
    fn default() -> Self {
        Self { column: Column::for_values(0), values: Vec::new(), known: HashMap::new(), last: 0 }
    }
}

impl<Value: Clone + Eq + Hash + Ord> Dictionary<Value> {
    pub fn push<Key>(&mut self, key: &Key)
    where
        Value: Borrow<Key>,
        Key: ToOwned<Owned = Value> + Eq + Hash + ?Sized,
    {
        let is_last = self
            .last
            .checked_sub(1)
            .and_then(|at| self.values.get(at))
            .is_some_and(|last| last.borrow() == key);
        if !is_last {
            // A few values are compared sooner than one is hashed.
            let found = self.values.iter().take(FEW).position(|value| value.borrow() == key).map(|at| at + 1);
            let found = found.or_else(|| self.known.get(key).copied());
            self.last = found.unwrap_or_else(|| self.learn(key.to_owned()));
        }
        self.column.push(self.last);
    }

    fn learn(&mut self, value: Value) -> usize {
        self.values.push(value.clone());
        self.known.insert(value, self.values.len());
        self.column.widen(self.values.len());
        self.values.len()
    }

    /// The responses with a value that is wanted.
    pub fn matching(&self, is_wanted: impl Fn(&Value) -> bool) -> Bitmap {
        let wanted = self.values.iter().enumerate().filter(|(_, value)| is_wanted(value));
        self.column.matching(&wanted.map(|(at, _)| at + 1).collect::<Vec<_>>())
    }

    /// Every value of a selected response, sorted, and how many have it: the order in which the responses
    /// came does not show.
    pub fn counts(&self, selected: &Bitmap) -> Vec<(&Value, u64)> {
        let counts = self.column.counts(selected, self.values.len() + 1);
        let mut found: Vec<(&Value, u64)> =
            self.values.iter().zip(counts.into_iter().skip(1)).filter(|(_, count)| *count > 0).collect();
        found.sort_unstable();
        found
    }

    /// The codes: position in [`Dictionary::values`] + 1.
    pub fn column(&self) -> &Column {
        &self.column
    }

    /// In the order of their first occurrence.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Without the values themselves, which are few.
    pub fn heap_bytes(&self) -> usize {
        self.column.heap_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(tags: &[String]) -> Dictionary<String> {
        let mut languages = Dictionary::default();
        for tag in tags {
            languages.push(tag.as_str());
        }
        languages
    }

    #[test]
    fn the_order_of_arrival_does_not_show() {
        let mut tags: Vec<String> = ["lv", "en", "lv", "ru", "en", "lv"].map(str::to_owned).to_vec();
        let all = Bitmap::all(tags.len());
        let found = [("en", 2), ("lv", 3), ("ru", 1)].map(|(tag, count)| (tag.to_owned(), count));
        let counts = |tags: &[String]| -> Vec<(String, u64)> {
            pushed(tags).counts(&all).into_iter().map(|(tag, count)| (tag.clone(), count)).collect()
        };
        assert_eq!(counts(&tags), found);
        tags.reverse();
        assert_eq!(counts(&tags), found);
    }

    #[test]
    fn a_value_without_selected_responses_is_left_out() {
        let languages = pushed(&["lv", "en", "ru", "en"].map(str::to_owned));
        let counts = languages.counts(&Bitmap::of(&[0, 0, 1, 1], |bit| *bit == 1));
        assert_eq!(counts, [(&"en".to_owned(), 1), (&"ru".to_owned(), 1)]);
    }

    #[test]
    fn any_number_of_values_is_told_apart() {
        let tags: Vec<String> = (0..400).map(|number| format!("x-{number:03}")).collect();
        let languages = pushed(&[tags.clone(), tags.clone()].concat());
        let counts = languages.counts(&Bitmap::all(800));
        assert!(
            counts
                .iter()
                .map(|(tag, count)| ((*tag).clone(), *count))
                .eq(tags.iter().map(|tag| (tag.clone(), 2)))
        );
        assert_eq!(languages.matching(|tag| tags[60..70].contains(tag)).count(), 20);
    }
}
