//! Scenarios of the domain, without a browser: one program, as linking many takes longer than running them.

// Clippy does not know what only helps tests for tests, in which it allows it.
#![allow(clippy::unwrap_used)]

mod domain {
    mod support;

    mod analysis;
    mod certainty;
    mod charts;
    mod comments;
    mod copies;
    mod damage;
    mod differential;
    mod disclosure;
    mod exchange;
    mod forms;
    mod lines;
    mod palette;
    mod returned;
    mod sample;
    mod sharing;
    mod statistics;
    #[cfg(feature = "xlsx")]
    mod tables;
    mod tabs;
    #[cfg(feature = "xlsx")]
    mod wave_tables;
    mod wrapping;
}
