//! The PIN that ends a kiosk, kept as a salted slow hash.
//!
//! It keeps respondents out of the device's page. It is no key: whoever can read the browser's files can try all
//! PINs, however slow the hash.

use pbkdf2::pbkdf2_hmac;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use thiserror::Error;

use crate::domain::exchange::hexadecimal;

/// A PIN's PBKDF2 with HMAC-SHA-256 (RFC 8018), 32 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinHash {
    /// Hexadecimal.
    salt: String,
    iterations: u32,
    /// Hexadecimal.
    hash: String,
}

impl PinHash {
    /// Iterations of new hashes: under a second on a slow tablet.
    pub const ITERATIONS: u32 = 200_000;

    /// Hashes a PIN with a salt that nobody used before.
    pub fn new(pin: &str, salt: &[u8], iterations: u32) -> Self {
        let salt = hexadecimal(salt);
        let hash = derive(pin, &salt, iterations);
        Self { salt, iterations, hash }
    }

    /// Whether this is the PIN.
    pub fn is_of(&self, pin: &str) -> bool {
        derive(pin, &self.salt, self.iterations) == self.hash
    }
}

fn derive(pin: &str, salt: &str, iterations: u32) -> String {
    let mut bytes = [0; 32];
    pbkdf2_hmac::<Sha256>(pin.as_bytes(), salt.as_bytes(), iterations, &mut bytes);
    hexadecimal(&bytes)
}

/// Why a PIN cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PinFault {
    /// It is not 4 to 8 digits.
    #[error("not 4 to 8 digits")]
    Form,
    /// It was typed differently the second time.
    #[error("typed differently the second time")]
    Differs,
}

/// A PIN as it was typed twice.
///
/// # Errors
/// [`PinFault`]
pub fn chosen_pin<'a>(first: &'a str, second: &str) -> Result<&'a str, PinFault> {
    if !(4..=8).contains(&first.len()) || !first.bytes().all(|byte| byte.is_ascii_digit()) {
        Err(PinFault::Form)
    } else if first == second {
        Ok(first)
    } else {
        Err(PinFault::Differs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pin_itself_has_its_hash() {
        let hash = PinHash::new("0421", &[1, 2, 250], 3);
        assert!(hash.is_of("0421"));
        for other in ["421", "0420", "04210", "", "0421 "] {
            assert!(!hash.is_of(other), "{other}");
        }
        let stored = serde_json::to_string(&hash).unwrap();
        assert!(!stored.contains("0421"));
        assert!(serde_json::from_str::<PinHash>(&stored).unwrap().is_of("0421"));
    }

    #[test]
    fn salt_and_iterations_change_the_hash() {
        let hash = PinHash::new("0421", &[1; 16], 3);
        assert_ne!(hash.hash, PinHash::new("0421", &[2; 16], 3).hash);
        assert_ne!(hash.hash, PinHash::new("0421", &[1; 16], 4).hash);
    }

    /// Computed by Python's `hashlib.pbkdf2_hmac("sha256", b"1234", b"0102", 1000).hex()`.
    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert_eq!(
            PinHash::new("1234", &[1, 2], 1000).hash,
            "00b22d96e15d7534b64d1487745965e126336daa5276fd987eafaff9cf627289"
        );
    }

    #[test]
    fn a_pin_is_four_to_eight_digits_typed_twice() {
        for good in ["0000", "12345678"] {
            assert_eq!(chosen_pin(good, good), Ok(good));
        }
        for wrong in ["", "123", "123456789", "12a4", "１２３４"] {
            assert_eq!(chosen_pin(wrong, wrong), Err(PinFault::Form), "{wrong}");
        }
        assert_eq!(chosen_pin("1234", "1243"), Err(PinFault::Differs));
    }
}
