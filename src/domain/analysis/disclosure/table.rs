//! Responses counted by some variables, as a judgement needs them.

use std::borrow::Cow;

use super::fields::Fields;
use super::joint::summed;
use super::variable::Variable;

/// Counts by variables.
#[derive(Clone, Debug)]
pub(super) struct Table<'a> {
    pub variables: Vec<Variable>,
    widths: Vec<u32>,
    pub fields: Fields,
    pub tags: &'a [String],
    pub days: &'a [i32],
    /// Codes of all variables, and how many responses have them; ascending.
    pub cells: Cow<'a, [(u64, u64)]>,
}

impl<'a> Table<'a> {
    pub fn of(
        variables: &[Variable],
        widths: &[u32],
        tags: &'a [String],
        days: &'a [i32],
        cells: &'a [(u64, u64)],
    ) -> Self {
        // What was counted fits.
        let fields = Fields::of(widths).unwrap_or_else(Fields::none);
        Self {
            variables: variables.to_vec(),
            widths: widths.to_vec(),
            fields,
            tags,
            days,
            cells: Cow::Borrowed(cells),
        }
    }

    /// The counts without one of the variables.
    pub fn without(&self, at: usize) -> Self {
        let (mut variables, mut widths) = (self.variables.clone(), self.widths.clone());
        variables.remove(at);
        widths.remove(at);
        let cells = self.cells.iter().map(|(cell, count)| (self.fields.remove(at, *cell), *count));
        Self {
            fields: Fields::of(&widths).unwrap_or_else(Fields::none),
            variables,
            widths,
            tags: self.tags,
            days: self.days,
            cells: Cow::Owned(summed(cells.collect())),
        }
    }
}
