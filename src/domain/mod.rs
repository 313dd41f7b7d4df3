//! What the application knows: surveys, their analysis and their files.
//!
//! Pure: no browser, no clock, no randomness. Time and ids come in as arguments.

pub mod address;
pub mod analysis;
pub mod charts;
pub mod coding;
pub mod exchange;
pub mod finding;
pub mod invitation;
pub mod keys;
pub mod kiosk;
pub mod sample;
pub mod survey;
