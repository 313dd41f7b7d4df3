//! Several codes in one number: the first in the highest bits, so that numbers sort as the codes do.

/// Where each code stands.
#[derive(Clone, Debug)]
pub(super) struct Fields(Vec<Field>);

#[derive(Clone, Copy, Debug)]
struct Field {
    shift: u32,
    width: u32,
}

impl Fields {
    /// Fields of these widths; none where they need more bits than there are.
    pub fn of(widths: &[u32]) -> Option<Self> {
        let all: u32 = widths.iter().sum();
        let mut shift = all;
        let field = |width: &u32| {
            shift -= width;
            Field { shift, width: *width }
        };
        (all < u64::BITS).then(|| Self(widths.iter().map(field).collect()))
    }

    /// No fields: the only number is 0.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// A code in its place.
    pub fn put(&self, at: usize, code: u64) -> u64 {
        code << self.0[at].shift
    }

    /// The code in a place.
    pub fn get(&self, at: usize, number: u64) -> u64 {
        let Field { shift, width } = self.0[at];
        number >> shift & ((1 << width) - 1)
    }

    /// The number with another code in this place.
    pub fn replace(&self, at: usize, number: u64, code: impl Fn(u64) -> u64) -> u64 {
        let old = self.get(at, number);
        number ^ self.put(at, old ^ code(old))
    }

    /// The number without the code of this place: those before it move down.
    pub fn remove(&self, at: usize, number: u64) -> u64 {
        let Field { shift, width } = self.0[at];
        let below = (1 << shift) - 1;
        (number >> width & !below) | number & below
    }

    /// A number with each code replaced.
    pub fn map(&self, number: u64, code: impl Fn(usize, u64) -> u64) -> u64 {
        (0..self.0.len()).fold(0, |mapped, at| mapped | self.put(at, code(at, self.get(at, number))))
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;

    fn codes(fields: &Fields, number: u64, count: usize) -> Vec<u64> {
        (0..count).map(|at| fields.get(at, number)).collect()
    }

    #[test]
    fn codes_come_back_from_their_places() {
        let fields = Fields::of(&[5, 0, 3, 16]).unwrap();
        let all = [17, 0, 6, 40_000];
        let number = all.iter().enumerate().fold(0, |number, (at, code)| number | fields.put(at, *code));
        assert_eq!(codes(&fields, number, 4), all);
        let replaced = fields.replace(2, number, |code| code - 5);
        assert_eq!(codes(&fields, replaced, 4), [17, 0, 1, 40_000]);
        assert_eq!(fields.map(number, |_, code| code), number);
        let fewer = Fields::of(&[5, 0, 16]).unwrap();
        assert_eq!(codes(&fewer, fields.remove(2, number), 3), [17, 0, 40_000]);
        assert!(Fields::of(&[30, 34]).is_none());
    }
}
