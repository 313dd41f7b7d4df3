//! Tables drawn at random from all that have the same row and column totals.

/// Row and column totals, sorted, the more of them down.
pub(super) struct Margins {
    rows: Vec<u64>,
    columns: Vec<u64>,
}

impl Margins {
    pub fn new(rows: &[u64], columns: &[u64]) -> Self {
        let sorted = |totals: &[u64]| {
            let mut totals = totals.to_vec();
            totals.sort_unstable_by(|left, right| right.cmp(left));
            totals
        };
        let (rows, columns) = (sorted(rows), sorted(columns));
        // Turned or not, a table is the same.
        if (rows.len(), &rows) >= (columns.len(), &columns) {
            Self { rows, columns }
        } else {
            Self { rows: columns, columns: rows }
        }
    }

    /// Draws a table, and gives the logarithm of the product of its counts' factorials.
    ///
    /// Row by row, each count after its distribution given those before it, as W. M. Patefield, Algorithm
    /// AS 159, Applied Statistics 30 (1981), as `r2dtable` of R.
    pub fn draw(&self, random: &mut Random, factorials: &Factorials) -> f64 {
        let mut left = self.columns.clone();
        let mut below: u64 = self.rows.iter().sum();
        let mut product = 0.0;
        let (_, above_last) = self.rows.split_last().unwrap_or((&0, &[]));
        for of_row in above_last {
            // What this row has to give, and what all rows from here on have room for.
            let (mut rest, mut room) = (*of_row, below);
            let last = left.len() - 1;
            for of_column in &mut left[..last] {
                let count = hypergeometric(rest, *of_column, room, random, factorials);
                room -= *of_column;
                *of_column -= count;
                rest -= count;
                product += factorials.ln(count);
            }
            left[last] -= rest;
            product += factorials.ln(rest);
            below -= of_row;
        }
        product + left.iter().map(|count| factorials.ln(*count)).sum::<f64>()
    }
}

/// How many of `drawn` of `total` are among `marked`: a number drawn at random, searched for from the most
/// probable one to both sides.
#[allow(clippy::cast_precision_loss)]
fn hypergeometric(drawn: u64, marked: u64, total: u64, random: &mut Random, factorials: &Factorials) -> u64 {
    let lowest = (drawn + marked).saturating_sub(total);
    let highest = drawn.min(marked);
    if lowest == highest {
        return lowest;
    }
    let mode = u128::from(drawn + 1) * u128::from(marked + 1) / u128::from(total + 2);
    let mode = u64::try_from(mode).unwrap_or(highest).clamp(lowest, highest);
    let ln = |number: u64| factorials.ln(number);
    let choose = |of: u64, some: u64| ln(of) - ln(some) - ln(of - some);
    let other = total - marked;
    let of_mode = (choose(marked, mode) + choose(other, drawn - mode) - choose(total, drawn)).exp();
    let mut left = random.share() - of_mode;
    let (mut low, mut of_low, mut high, mut of_high) = (mode, of_mode, mode, of_mode);
    while left > 0.0 && (low > lowest || high < highest) {
        if high < highest {
            let up = (marked - high) as f64 * (drawn - high) as f64;
            let down = (high + 1) as f64 * (other + high + 1 - drawn) as f64;
            of_high *= up / down;
            high += 1;
            left -= of_high;
            if left <= 0.0 {
                return high;
            }
        }
        if low > lowest {
            let up = low as f64 * (other + low - drawn) as f64;
            let down = (marked - low + 1) as f64 * (drawn - low + 1) as f64;
            of_low *= up / down;
            low -= 1;
            left -= of_low;
            if left <= 0.0 {
                return low;
            }
        }
    }
    // Rounding may leave a rest of nothing.
    mode
}

/// Logarithms of factorials.
pub(super) struct Factorials(Vec<f64>);

impl Factorials {
    #[allow(clippy::cast_precision_loss)]
    pub fn up_to(most: u64) -> Self {
        // What rounding loses is added with the next: W. Kahan, CACM 8 (1965).
        let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
        let next = |number: u64| {
            if number > 1 {
                let term = (number as f64).ln() - lost;
                let more = sum + term;
                lost = (more - sum) - term;
                sum = more;
            }
            sum
        };
        Self((0..=most).map(next).collect())
    }

    pub fn ln(&self, number: u64) -> f64 {
        usize::try_from(number).ok().and_then(|at| self.0.get(at)).copied().unwrap_or(f64::INFINITY)
    }
}

/// Numbers that look random and are the same for the same totals.
///
/// S. Vigna's splitmix64 after G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014.
pub(super) struct Random(u64);

impl Random {
    pub fn seeded(margins: &Margins) -> Self {
        let mut random = Self(margins.rows.len() as u64);
        for total in margins.rows.iter().chain(&margins.columns) {
            random.0 = random.next() ^ total;
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    #[allow(clippy::cast_precision_loss)]
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_drawn_as_often_as_they_are_probable() {
        // 5 of 12, of which 7 are marked: C(7, k) C(5, 5 − k) / C(12, 5).
        let ways = [1.0, 35.0, 210.0, 350.0, 175.0, 21.0].map(|ways| ways / 792.0);
        let (factorials, mut random) = (Factorials::up_to(12), Random(1));
        let mut found = [0_u32; 6];
        for _ in 0..100_000 {
            found[usize::try_from(hypergeometric(5, 7, 12, &mut random, &factorials)).unwrap()] += 1;
        }
        for (found, expected) in found.into_iter().zip(ways) {
            let error = (expected * (1.0 - expected) / 100_000.0_f64).sqrt();
            assert!((f64::from(found) / 100_000.0 - expected).abs() < 4.5 * error, "{found} for {expected}");
        }
    }

    #[test]
    fn logarithms_of_factorials_are_exact_far_out() {
        let factorials = Factorials::up_to(1_000_000);
        assert!((factorials.ln(10) - 3_628_800_f64.ln()).abs() < 1e-13);
        let far = statrs::function::factorial::ln_factorial(1_000_000);
        assert!((factorials.ln(1_000_000) - far).abs() < far * 1e-14);
    }
}
