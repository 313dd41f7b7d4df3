//! Texts of one question, one after another in a single string.

/// Texts by the position of their response, ascending.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    responses: Vec<u32>,
    ends: Vec<usize>,
    joined: String,
}

impl Texts {
    pub(super) fn extend(&mut self, response: usize, text: Option<&str>) {
        let Some(text) = text else { return };
        // No device holds 2³² responses.
        self.responses.push(u32::try_from(response).unwrap_or(u32::MAX));
        self.joined.push_str(text);
        self.ends.push(self.joined.len());
    }

    pub(super) fn truncate(&mut self, length: usize) {
        let kept = self.responses.partition_point(|response| (*response as usize) < length);
        self.responses.truncate(kept);
        self.ends.truncate(kept);
        self.joined.truncate(self.ends.last().copied().unwrap_or_default());
    }

    /// Position of each response that wrote one, and its text.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(&self.ends);
        self.responses.iter().zip(spans).map(|(at, (start, end))| (*at as usize, &self.joined[start..*end]))
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn texts_come_back_as_they_were_written() {
        let mut texts = Texts::default();
        for (at, text) in [(1, Some("ā")), (2, None), (4, Some("b")), (7, Some("žž"))] {
            texts.extend(at, text);
        }
        texts.truncate(7);
        texts.extend(9, Some("jauns"));
        assert_eq!(texts.iter().collect::<Vec<_>>(), [(1, "ā"), (4, "b"), (9, "jauns")]);
    }
}
