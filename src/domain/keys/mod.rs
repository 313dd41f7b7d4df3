//! Age keys (<https://age-encryption.org/v1>) as people handle them: in files, on paper, typed back.
//!
//! Making them and finding out whether their letters are right belong to the age library.

mod key_pair;
mod typed;

pub use key_pair::{KeyPair, groups};
pub use typed::{KEY_LENGTH, KeyFault, PREFIX, identity_in};
