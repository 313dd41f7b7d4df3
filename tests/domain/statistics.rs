//! The formulas against established packages: what they say is in `fixtures/statistics.json`, made by
//! `statistics/reference.py`.

use aptauja::domain::analysis::statistics::{
    Contingency, chi_square, fisher, freeman_halton, holm, simulated, two_proportions, wilson,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    by: String,
    pairs: Vec<Pair>,
    tables: Vec<Table>,
    families: Vec<Family>,
    shares: Vec<Share>,
}

/// Two counts, each with its base.
#[derive(Deserialize)]
struct Pair {
    counts: [u64; 4],
    z: f64,
    p: f64,
    exact: f64,
}

#[derive(Deserialize)]
#[allow(clippy::struct_field_names)]
struct Table {
    table: Vec<Vec<u64>>,
    statistic: f64,
    freedom: u32,
    p: f64,
    /// None where R itself would take hours.
    exact: Option<f64>,
}

#[derive(Deserialize)]
struct Family {
    p: Vec<f64>,
    adjusted: Vec<f64>,
}

#[derive(Deserialize)]
struct Share {
    count: u64,
    base: u64,
    interval: [f64; 2],
}

fn reference() -> Reference {
    serde_json::from_str(include_str!("../fixtures/statistics.json")).unwrap()
}

/// The same but for the last digits, also far out in the tail.
fn assert_close(found: f64, expected: f64, what: &str) {
    let difference = (found - expected).abs();
    assert!(difference <= expected.abs() * 1e-9 || difference < 1e-15, "{what}: {found} for {expected}");
}

#[test]
fn the_figures_come_from_named_versions() {
    assert!(["R version 4", "scipy 1", "statsmodels 0"].iter().all(|name| reference().by.contains(name)));
}

#[test]
fn two_proportions_agree_with_r_and_statsmodels() {
    for Pair { counts: [count, base, other, other_base], z, p, .. } in reference().pairs {
        let found = two_proportions(count, base, other, other_base).unwrap();
        let what = format!("{count}/{base} and {other}/{other_base}");
        assert_close(found.statistic, z, &what);
        assert_close(found.p, p, &what);
    }
}

#[test]
fn fishers_exact_test_agrees_with_r_and_scipy() {
    for Pair { counts: [count, base, other, other_base], exact, .. } in reference().pairs {
        let what = format!("{count}/{base} and {other}/{other_base}");
        assert_close(fisher(count, base, other, other_base).unwrap(), exact, &what);
        assert_close(fisher(other, other_base, count, base).unwrap(), exact, &what);
        assert_close(fisher(base - count, base, other_base - other, other_base).unwrap(), exact, &what);
    }
}

#[test]
fn chi_square_agrees_with_r_and_scipy() {
    for Table { table, statistic, freedom, p, .. } in reference().tables {
        let found = chi_square(&Contingency::new(&table)).unwrap();
        assert_close(found.statistic, statistic, &format!("{table:?}"));
        assert_close(found.p, p, &format!("{table:?}"));
        assert_eq!(found.freedom, freedom);
    }
}

#[test]
fn freeman_and_haltons_exact_test_agrees_with_r() {
    let mut tested = 0;
    for Table { table, exact, .. } in reference().tables {
        let contingency = Contingency::new(&table);
        // R's own walk is good to seven digits.
        if let (Some(exact), Some(found)) = (exact, freeman_halton(&contingency)) {
            assert!((found - exact).abs() < 1e-7, "{table:?}: {found} for {exact}");
            assert!((found - freeman_halton(&contingency.turned()).unwrap()).abs() < 1e-9);
            tested += 1;
        }
    }
    assert!(tested >= 9, "{tested}");
}

#[test]
fn tables_drawn_at_random_agree_with_rs_exact_test() {
    let mut tested = 0;
    for Table { table, exact, .. } in reference().tables {
        let (Some(exact), Some(found)) = (exact, simulated(&Contingency::new(&table))) else { continue };
        let draws = f64::from(found.draws);
        let error = (exact * (1.0 - exact) / draws).sqrt();
        assert!((found.p - exact).abs() <= 4.5 * error + 1.0 / draws, "{table:?}: {} for {exact}", found.p);
        tested += 1;
    }
    assert!(tested >= 9, "{tested}");
}

#[test]
fn the_exact_test_of_two_by_two_is_the_same_either_way() {
    for Pair { counts: [count, base, other, other_base], exact, .. } in reference().pairs {
        let rows = [vec![count, base - count], vec![other, other_base - other]];
        if let Some(found) = freeman_halton(&Contingency::new(&rows)) {
            assert!((found - exact).abs() <= 1e-7, "{rows:?}: {found} for {exact}");
        }
    }
}

#[test]
fn what_is_too_much_to_look_at_is_not_tested() {
    let large = vec![vec![30, 40, 50, 60, 70], vec![70, 60, 50, 40, 30], vec![10, 90, 20, 80, 30]];
    assert_eq!(freeman_halton(&Contingency::new(&large)), None);
}

#[test]
fn where_nothing_can_differ_nothing_is_tested() {
    for (count, base, other, other_base) in [(0, 5, 0, 7), (5, 5, 7, 7), (0, 0, 3, 7), (3, 7, 0, 0)] {
        assert_eq!(two_proportions(count, base, other, other_base), None);
        assert_eq!(fisher(count, base, other, other_base), None);
    }
    for rows in [vec![vec![3, 4]], vec![vec![3, 0], vec![4, 0]], Vec::new()] {
        assert_eq!(chi_square(&Contingency::new(&rows)), None);
        assert_eq!(freeman_halton(&Contingency::new(&rows)), None);
    }
}

#[test]
fn holms_adjustment_agrees_with_r_and_statsmodels() {
    for Family { p, adjusted } in reference().families {
        for (found, expected) in holm(&p).into_iter().zip(adjusted) {
            assert_close(found, expected, &format!("{p:?}"));
        }
    }
    assert!(holm(&[]).is_empty());
}

#[test]
fn wilsons_interval_agrees_with_statsmodels() {
    for Share { count, base, interval } in reference().shares {
        let found = wilson(count, base).unwrap();
        for (found, expected) in found.into_iter().zip(interval) {
            assert!((found - expected).abs() < 1e-14, "{count}/{base}: {found} for {expected}");
        }
    }
}
