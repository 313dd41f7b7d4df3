//! One block: what stands between its marks, unpacked.

use std::io::Read;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use flate2::read::GzDecoder;

use super::Returned;
use crate::domain::exchange::split::LONGEST_RECORD;
use crate::domain::survey::FaultReason;

/// Mail programs lose signs at the end of a line.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);
/// Characters of a broken block that are kept.
const KEPT: usize = 400;

/// The two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Base64 of gzip of one response.
    Plain,
    /// The age format, armored.
    Sealed,
}

impl Form {
    pub const ALL: [Self; 2] = [Self::Plain, Self::Sealed];

    /// The words between the dashes of its marks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "APTAUJA RESPONSE",
            Self::Sealed => "AGE ENCRYPTED FILE",
        }
    }

    /// What the text between the marks holds; spaces in it mean nothing.
    pub fn read(self, text: &str) -> Returned {
        let unpacked = base64(text).and_then(|bytes| match self {
            Self::Plain => unpack(&bytes),
            Self::Sealed => Ok(Returned::Sealed(bytes)),
        });
        unpacked.unwrap_or_else(|reason| broken(reason, text))
    }
}

/// A block that cannot be read.
pub(super) fn broken(reason: FaultReason, text: &str) -> Returned {
    Returned::Broken { reason, text: text.chars().take(KEPT).collect() }
}

fn base64(text: &str) -> Result<Vec<u8>, FaultReason> {
    let without_space = |text: &str| -> String { text.split(' ').collect() };
    let decode = |text: &str| BASE64.decode(without_space(text));
    let plain = decode(text);
    // Lines of a mail's source: broken by a sign of equality, which itself is written as a number.
    let decoded = plain.or_else(|_| decode(&text.replace("= ", "").replace("=3D", "=")));
    decoded.ok().filter(|bytes| !bytes.is_empty()).ok_or(FaultReason::BlockDamaged)
}

fn unpack(packed: &[u8]) -> Result<Returned, FaultReason> {
    let mut decoder = GzDecoder::new(packed);
    let mut bytes = Vec::new();
    let read = decoder.by_ref().take(LONGEST_RECORD as u64 + 1).read_to_end(&mut bytes);
    match read {
        Ok(length) if length > LONGEST_RECORD => Err(FaultReason::TooLarge),
        Ok(_) if decoder.into_inner().is_empty() => Ok(Returned::Response(bytes)),
        _ => Err(FaultReason::BlockDamaged),
    }
}
