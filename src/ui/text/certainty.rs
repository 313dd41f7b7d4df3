//! Tests in words and figures.

use super::{Texts, key};
use crate::domain::analysis::{Figures, Method};

/// The smallest p-value that is written out.
const LEAST: f64 = 0.001;

impl Texts {
    /// A p-value with three decimals: `0,012`; `< 0,001` where it is smaller.
    pub fn p_value(self, p: f64) -> String {
        if p < LEAST {
            return format!("<\u{a0}{}", self.places(LEAST, 3));
        }
        self.places(p, 3)
    }

    /// z or χ² with two decimals; a dash for exact tests.
    pub fn test_statistic(self, figures: &Figures) -> String {
        let Some(statistic) = figures.statistic else { return "–".to_owned() };
        let sign = if figures.method == Method::ChiSquare { "χ²" } else { "z" };
        format!("{sign}\u{a0}=\u{a0}{}", self.places(statistic, 2)).replace('-', "−")
    }

    /// The name of a test.
    pub fn test_method(self, method: Method) -> String {
        let name = match method {
            Method::Simulated(draws) => {
                return self.fill(key::CERTAINTY_METHOD_SIMULATED, &[("n", &self.integer(draws.into()))]);
            }
            Method::TwoProportions => key::CERTAINTY_METHOD_PAIR,
            Method::ChiSquare => key::CERTAINTY_METHOD_TABLE,
            Method::Fisher => key::CERTAINTY_METHOD_FISHER,
            Method::FreemanHalton => key::CERTAINTY_METHOD_EXACT,
        };
        self.get(name).to_owned()
    }

    fn places(self, number: f64, places: usize) -> String {
        format!("{number:.places$}").replace('.', &self.number_format().decimal)
    }
}
