//! Texts of a dataset gathered in turns.

use web_sys::DedicatedWorkerGlobalScope;

use super::turning;
use crate::domain::analysis::Dataset;
use crate::domain::coding::{Distinct, Gathered, Gathering};

/// Gathers; `between` hears after every turn how far it is, 0 to 1, and says whether to go on. None where it
/// says no.
pub(super) async fn gather(
    scope: &DedicatedWorkerGlobalScope,
    dataset: &Dataset,
    names: &[&str],
    mut between: impl FnMut(f64) -> bool,
) -> Option<(Gathered, Vec<Distinct>)> {
    let mut gathering = Gathering::of(dataset, names);
    while turning::work(|| gathering.step()) {
        turning::others(scope).await;
        if !between(gathering.progress()) {
            return None;
        }
    }
    Some(gathering.finish())
}
