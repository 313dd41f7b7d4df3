//! Aptauja: a survey tool for public institutions that runs wholly in the browser.
//!
//! Three floors, `ui → browser → domain`; the features keep each from knowing the one above.

pub mod domain;

#[cfg(feature = "browser")]
pub mod browser;

#[cfg(feature = "web")]
pub mod ui;
