//! A tablet that respondents use one after another: its setting, its PIN, when it is left alone, its clock.
//!
//! Showing and storing belong to the layers above.

mod clock;
mod idle;
mod lockout;
mod pin;
mod setting;

pub use clock::{ClockFault, clock_fault};
pub use idle::{Idleness, idleness};
pub use lockout::Lockout;
pub use pin::{PinFault, PinHash, chosen_pin};
pub use setting::Kiosk;
