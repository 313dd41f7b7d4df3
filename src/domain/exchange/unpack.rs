//! Gzip, recognised by its first bytes and unpacked as it comes.

use std::io::Write;

use flate2::write::MultiGzDecoder;

/// A file's bytes on their way to the splitter.
pub(super) enum Unpacker {
    /// Too few bytes yet to tell.
    Unknown(Vec<u8>),
    /// Not packed.
    Plain,
    /// Packed.
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// Packed, but damaged: nothing more is taken.
    Damaged,
}

const MAGIC: [u8; 2] = [0x1f, 0x8b];
/// Packed bytes unpacked at a time: a thousandfold is still little memory.
const PART: usize = 1 << 14;

/// What gzipped bytes unpack to, as far as they are there and whole; others as they are.
pub fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    let mut take = |part: &[u8]| found.extend_from_slice(part);
    let mut unpacker = Unpacker::default();
    unpacker.push(bytes, &mut take);
    unpacker.finish(&mut take);
    found
}

impl Default for Unpacker {
    fn default() -> Self {
        Self::Unknown(Vec::new())
    }
}

impl Unpacker {
    /// Takes bytes of the file and hands on what they unpack to.
    pub fn push(&mut self, bytes: &[u8], take: &mut impl FnMut(&[u8])) {
        match self {
            Self::Unknown(held) => {
                held.extend_from_slice(bytes);
                if held.len() < MAGIC.len() {
                    return;
                }
                let held = std::mem::take(held);
                *self = if held.starts_with(&MAGIC) {
                    Self::Gzip(Box::new(MultiGzDecoder::new(Vec::new())))
                } else {
                    Self::Plain
                };
                self.push(&held, take);
            }
            Self::Plain => take(bytes),
            Self::Gzip(decoder) => {
                for part in bytes.chunks(PART) {
                    let is_good = decoder.write_all(part).is_ok();
                    take(&std::mem::take(decoder.get_mut()));
                    if !is_good {
                        *self = Self::Damaged;
                        return;
                    }
                }
            }
            Self::Damaged => {}
        }
    }

    /// Whether the file is known not to be packed.
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }

    /// Hands on what is left; false where the packed file is damaged or cut off.
    pub fn finish(self, take: &mut impl FnMut(&[u8])) -> bool {
        match self {
            Self::Unknown(held) => {
                take(&held);
                true
            }
            Self::Plain => true,
            Self::Damaged => false,
            Self::Gzip(mut decoder) => {
                let is_good = decoder.try_finish().is_ok();
                take(&std::mem::take(decoder.get_mut()));
                is_good
            }
        }
    }
}
