//! Inviting people to a survey: addresses that open it, lists of them, and their QR codes.
//!
//! What is written around a code on a poster belongs to the page.

mod base_address;
mod link;
mod list;
mod symbol;

pub use base_address::{AddressFault, BaseAddress};
pub use link::Link;
pub use list::{ListedLink, csv};
pub use symbol::{Symbol, TooLong};
