//! A filter applied to a dataset: a bitmap made of ANDs and ORs.

use super::target::Target;
use super::{Bitmap, Dataset, Filter, Slot};
use crate::domain::survey::{Scalar, Survey};

impl Filter {
    /// The responses that pass. Unknown keys and bad days are not applied; unknown values match nothing.
    pub fn select(&self, survey: &Survey, dataset: &Dataset) -> Bitmap {
        let mut selected = dataset.present();
        for (key, values) in self.values.iter().filter(|(_, values)| !values.is_empty()) {
            if let Some(target) = Target::of(survey, key) {
                selected.and(&matching(survey, dataset, &target, values));
            }
        }
        let (first, last) = (self.first_day(), self.last_day());
        if first.is_some() || last.is_some() {
            let is_wanted =
                |day| first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last);
            selected.and(&dataset.on_days(is_wanted));
        }
        selected
    }
}

fn matching(survey: &Survey, dataset: &Dataset, target: &Target, values: &[String]) -> Bitmap {
    match target {
        Target::Language => dataset.in_languages(values),
        Target::Question(index) => chosen(&dataset.slots()[*index], dataset.len(), values),
        Target::Row(index, row) => match &dataset.slots()[*index] {
            Slot::Matrix { columns, values: known, .. } => columns[*row].matching(&codes(known, values)),
            _ => Bitmap::none(dataset.len()),
        },
        Target::Provider(index) => {
            let services: Vec<String> = survey
                .catalogue
                .iter()
                .flat_map(|catalogue| &catalogue.services)
                .filter(|service| values.contains(&service.provider))
                .map(|service| service.id.clone())
                .collect();
            chosen(&dataset.slots()[*index], dataset.len(), &services)
        }
    }
}

fn chosen(slot: &Slot, length: usize, values: &[String]) -> Bitmap {
    match slot {
        Slot::Single { values: known, column, .. } => column.matching(&codes(known, values)),
        Slot::Multiple { values: known, bitmaps, .. } => {
            let mut any = Bitmap::none(length);
            for (value, bitmap) in known.iter().zip(bitmaps) {
                if values.contains(&value.key()) {
                    any.or(bitmap);
                }
            }
            any
        }
        _ => Bitmap::none(length),
    }
}

fn codes(known: &[Scalar], wanted: &[String]) -> Vec<usize> {
    known
        .iter()
        .enumerate()
        .filter(|(_, value)| wanted.contains(&value.key()))
        .map(|(at, _)| at + 1)
        .collect()
}
