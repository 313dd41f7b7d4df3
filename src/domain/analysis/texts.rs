//! Texts of one question, in blocks: growing copies nothing that is full and doubles nothing.

/// Bytes of a block; a longer text has one of its own.
const BLOCK: usize = 1 << 16;

/// Texts by the position of their response, ascending.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    blocks: Vec<Block>,
}

/// Texts one after another.
#[derive(Clone, Debug, Default)]
struct Block {
    joined: String,
    spans: Vec<Span>,
}

/// Whose text it is, and where in its block it ends.
#[derive(Clone, Copy, Debug)]
struct Span {
    response: u32,
    end: u32,
}

impl Texts {
    pub(super) fn extend(&mut self, response: usize, text: Option<&str>) {
        let Some(text) = text else { return };
        let block = self.block_for(text.len());
        block.joined.push_str(text);
        // No device holds 2³² responses, and no JavaScript string 2³² bytes.
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        block.spans.push(Span { response: narrow(response), end: narrow(block.joined.len()) });
    }

    /// The last block, where it has room, else a new one.
    fn block_for(&mut self, length: usize) -> &mut Block {
        let has_room = |block: &Block| block.joined.len() + length <= BLOCK;
        if !self.blocks.last().is_some_and(has_room) {
            // Few texts need no whole block.
            let room = if self.blocks.is_empty() { length } else { length.max(BLOCK) };
            if let Some(full) = self.blocks.last_mut() {
                full.spans.shrink_to_fit();
            }
            self.blocks.push(Block { joined: String::with_capacity(room), spans: Vec::new() });
        }
        let last = self.blocks.len() - 1;
        &mut self.blocks[last]
    }

    pub(super) fn heap_bytes(&self) -> usize {
        let of = |block: &Block| block.joined.capacity() + block.spans.capacity() * size_of::<Span>();
        self.blocks.iter().map(of).sum::<usize>() + self.blocks.capacity() * size_of::<Block>()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|block| block.spans.len()).sum()
    }

    /// Whether nobody wrote any.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Position of each response that wrote one, and its text.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        self.blocks.iter().flat_map(|block| {
            let mut start = 0;
            block.spans.iter().map(move |span| {
                let text = &block.joined[start..span.end as usize];
                start = span.end as usize;
                (span.response as usize, text)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were_written() {
        let mut texts = Texts::default();
        for (at, text) in [(1, Some("ā")), (2, None), (4, Some("b")), (7, Some("žž"))] {
            texts.extend(at, text);
        }
        assert_eq!(texts.iter().collect::<Vec<_>>(), [(1, "ā"), (4, "b"), (7, "žž")]);
        assert_eq!(texts.len(), 3);
    }

    #[test]
    fn blocks_cannot_be_told_from_one_long_string() {
        let written: Vec<String> = (0..400).map(|at| "ž".repeat(at * 37 % 901)).collect();
        let long = "ā".repeat(BLOCK);
        let all: Vec<(usize, &str)> = written
            .iter()
            .enumerate()
            .map(|(at, text)| (at * 2, if at % 100 == 50 { long.as_str() } else { text }))
            .collect();
        let mut texts = Texts::default();
        for (at, text) in &all {
            texts.extend(*at, Some(text));
        }
        assert!(texts.blocks.len() > 5);
        assert!(texts.iter().eq(all.iter().copied()));
    }

    #[test]
    fn many_short_texts_cost_eight_bytes_each_beside_their_letters() {
        let mut texts = Texts::default();
        (0..200_000).for_each(|at| texts.extend(at, Some("teksts, kas nav garš")));
        let letters = 200_000 * "teksts, kas nav garš".len();
        assert!(texts.heap_bytes() < letters + 200_000 * 8 + 2 * BLOCK, "{}", texts.heap_bytes());
    }
}
