//! Places of texts by their keys. Keys are digests, so their first bits share them out evenly.

/// Bits of a key that tell at the most.
const MOST: u32 = 16;

/// Places, those of keys with the same first bits together.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyIndex {
    bits: u32,
    /// Where the places of each beginning start, and where the last ones end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl KeyIndex {
    pub fn of(keys: &[[u8; 32]]) -> Self {
        let bits = (usize::BITS - keys.len().leading_zeros()).min(MOST);
        let mut starts = vec![0; (1 << bits) + 1];
        for key in keys {
            starts[beginning(key, bits) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; keys.len()];
        for (place, key) in (0..).zip(keys) {
            let next = &mut next[beginning(key, bits)];
            places[*next as usize] = place;
            *next += 1;
        }
        Self { bits, starts, places }
    }

    /// The places of the keys that begin like this one.
    pub fn near(&self, key: &[u8; 32]) -> impl Iterator<Item = usize> {
        let start = beginning(key, self.bits);
        let at = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        self.places[at(start)..at(start + 1)].iter().map(|place| *place as usize)
    }
}

/// The first bits of a key.
fn beginning(key: &[u8; 32], bits: u32) -> usize {
    usize::from(u16::from_be_bytes([key[0], key[1]])) >> (MOST - bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(count: u32) -> Vec<[u8; 32]> {
        let key = |number: u32| {
            let mut key = [7; 32];
            key[..4].copy_from_slice(&number.wrapping_mul(0x9e37_79b9).to_be_bytes());
            key
        };
        (0..count).map(key).collect()
    }

    #[test]
    fn every_key_is_near_its_own_place() {
        for count in [0, 1, 2, 3, 255, 256, 1_000, 70_000] {
            let keys = keys(count);
            let index = KeyIndex::of(&keys);
            for (place, key) in keys.iter().enumerate().step_by(1 + keys.len() / 500) {
                assert_eq!(index.near(key).filter(|near| keys[*near] == *key).collect::<Vec<_>>(), [place]);
            }
            assert!(index.near(&[1; 32]).all(|near| keys[near] != [1; 32]));
        }
    }
}
