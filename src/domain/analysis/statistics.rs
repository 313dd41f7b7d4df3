//! The formulas behind the figures, each with its source.
//!
//! Checked against R, scipy and statsmodels: `tests/domain/statistics.rs`.

mod chi_square;
mod contingency;
mod fisher;
mod freeman_halton;
mod holm;
mod proportions;
mod random_table;
mod share;
mod simulated;
mod wilson;

pub use chi_square::{ChiSquare, chi_square};
pub use contingency::{Contingency, Sparseness};
pub use fisher::fisher;
pub use freeman_halton::freeman_halton;
pub use holm::holm;
pub use proportions::{TwoProportions, two_proportions};
pub use share::{share, tenths_of_percent, whole_percent};
pub use simulated::{Simulated, simulated};
pub use wilson::wilson;

/// Tables whose probability is by no more than this part greater than that of the observed one count as
/// equally probable: rounding must not decide. The same as in R's `fisher.test`.
const TIE: f64 = 1e-7;
