//! One code per response, in as few bits as the number of values allows.

mod count;
mod masks;
mod planes;
mod word;

use planes::{CODES, MOST, Planes};
pub(super) use word::add_planes;

/// Codes of the responses, in order: 0 unanswered, else the position of the value + 1.
#[derive(Clone, Debug)]
pub struct Column(Codes);

/// Up to 63 values, bits; up to 255, bytes; above, as many as there may be.
#[derive(Clone, Debug)]
enum Codes {
    Sliced(Planes),
    Narrow(Vec<u8>),
    Wide(Vec<u32>),
}

impl Column {
    pub(super) fn for_values(count: usize) -> Self {
        Self(match count {
            0..CODES => Codes::Sliced(Planes::new(planes_for(count))),
            CODES..=0xff => Codes::Narrow(Vec::new()),
            _ => Codes::Wide(Vec::new()),
        })
    }

    /// Makes room for the codes of so many values.
    pub(super) fn widen(&mut self, count: usize) {
        let has_room = match &self.0 {
            Codes::Sliced(planes) => count < 1 << planes.depth(),
            Codes::Narrow(_) => count <= 0xff,
            Codes::Wide(_) => true,
        };
        if !has_room {
            let mut wider = Self::for_values(count);
            (0..self.len()).for_each(|index| wider.push(self.code(index)));
            *self = wider;
        }
    }

    /// Adds the code of a response: at most the number of values the column was made for.
    #[inline]
    pub(super) fn push(&mut self, code: usize) {
        // `for_values` or `widen` chose the width, so the code fits; 0 stands for what no width holds.
        match &mut self.0 {
            Codes::Sliced(planes) => planes.push(u8::try_from(code).unwrap_or(0)),
            Codes::Narrow(codes) => codes.push(u8::try_from(code).unwrap_or(0)),
            Codes::Wide(codes) => codes.push(u32::try_from(code).unwrap_or(0)),
        }
    }

    /// The codes as bits; `None` where there are too many values.
    pub(super) fn planes(&self) -> Option<&Planes> {
        match &self.0 {
            Codes::Sliced(planes) => Some(planes),
            Codes::Narrow(_) | Codes::Wide(_) => None,
        }
    }

    pub(super) fn heap_bytes(&self) -> usize {
        match &self.0 {
            Codes::Sliced(planes) => planes.heap_bytes(),
            Codes::Narrow(codes) => codes.capacity(),
            Codes::Wide(codes) => codes.capacity() * size_of::<u32>(),
        }
    }

    /// How many responses there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Codes::Sliced(planes) => planes.len(),
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code of a response.
    pub fn code(&self, index: usize) -> usize {
        match &self.0 {
            Codes::Sliced(planes) => planes.code(index),
            Codes::Narrow(codes) => usize::from(codes[index]),
            Codes::Wide(codes) => codes[index] as usize,
        }
    }
}

/// Bits that hold the codes 0 to `count`.
fn planes_for(count: usize) -> usize {
    let bits = usize::BITS - count.leading_zeros();
    (bits as usize).clamp(1, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_values_decides_the_width() {
        for count in [1, 2, 3, 26, 31, 32, 62, 63, 64, 255, 256, 300, 70_000] {
            let mut column = Column::for_values(count);
            column.push(count);
            column.push(0);
            assert_eq!((column.code(0), column.code(1)), (count, 0));
            assert_eq!(matches!(column.0, Codes::Sliced(_)), count <= 63, "{count}");
            assert_eq!(matches!(column.0, Codes::Narrow(_)), (64..=255).contains(&count), "{count}");
        }
    }

    #[test]
    fn a_widened_column_keeps_its_codes() {
        let mut column = Column::for_values(0);
        for index in 0..700 {
            column.widen(index);
            column.push(index);
        }
        assert!((0..700).all(|index| column.code(index) == index));
    }
}
