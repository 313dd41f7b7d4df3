//! The language of each response, as a code of a dictionary.

use std::collections::HashMap;

use super::Bitmap;

/// Languages of the responses, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Languages {
    codes: Vec<u32>,
    tags: Vec<String>,
    known: HashMap<String, u32>,
}

impl Languages {
    pub fn push(&mut self, tag: &str) {
        let code = self.known.get(tag).copied().unwrap_or_else(|| {
            let code = u32::try_from(self.tags.len()).unwrap_or(u32::MAX);
            self.tags.push(tag.to_owned());
            self.known.insert(tag.to_owned(), code);
            code
        });
        self.codes.push(code);
    }

    /// In the order of their first occurrence.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    pub fn truncate(&mut self, responses: usize, tags: usize) {
        self.codes.truncate(responses);
        for tag in self.tags.drain(tags..) {
            self.known.remove(&tag);
        }
    }

    pub fn matching(&self, wanted: &[String]) -> Bitmap {
        let wanted: Vec<u32> = wanted.iter().filter_map(|tag| self.known.get(tag).copied()).collect();
        self.codes.iter().map(|code| wanted.contains(code)).collect()
    }
}
