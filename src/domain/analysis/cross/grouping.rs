//! What makes the groups of a cross.

use super::block::{Block, write_column};
use crate::domain::analysis::target::Target;
use crate::domain::analysis::{Bitmap, Column, Dataset, Slot};
use crate::domain::survey::{Scalar, Survey};

/// Groups and who is in them.
pub(super) struct Grouping<'a> {
    /// What each group has in common.
    pub values: Vec<Scalar>,
    /// Whether the definition does not list the groups: those of nobody are left out.
    pub is_open: bool,
    source: Source<'a>,
    /// For each value of the source, its group.
    group_of: Vec<Option<usize>>,
}

enum Source<'a> {
    Column(&'a Column),
    Bitmaps(&'a [Bitmap]),
}

impl<'a> Grouping<'a> {
    /// The groups that a key of the filter makes.
    pub fn of(survey: &Survey, dataset: &'a Dataset, key: &str) -> Option<Self> {
        match Target::of(survey, key)? {
            Target::Language => Some(Self::by_language(dataset)),
            Target::Question(index) => Self::of_slot(&dataset.slots()[index]),
            Target::Provider(index) => Self::of_slot(&dataset.slots()[index])?.by_provider(survey),
            Target::Row(index, row) => match &dataset.slots()[index] {
                Slot::Matrix { values, columns, .. } => {
                    Some(Self::plain(values, Source::Column(columns.get(row)?)))
                }
                _ => None,
            },
        }
    }

    fn of_slot(slot: &'a Slot) -> Option<Self> {
        match slot {
            Slot::Single { values, column, .. } => Some(Self::plain(values, Source::Column(column))),
            Slot::Multiple { values, bitmaps, .. } => Some(Self::plain(values, Source::Bitmaps(bitmaps))),
            _ => None,
        }
    }

    fn plain(values: &[Scalar], source: Source<'a>) -> Self {
        let group_of = (0..values.len()).map(Some).collect();
        Self { values: values.to_vec(), is_open: false, source, group_of }
    }

    fn by_language(dataset: &'a Dataset) -> Self {
        let (column, tags) = dataset.languages();
        let mut sorted: Vec<&String> = tags.iter().collect();
        sorted.sort_unstable();
        let values = sorted.iter().map(|tag| Scalar::from(tag.as_str())).collect();
        let group_of = tags.iter().map(|tag| sorted.binary_search(&tag).ok()).collect();
        Self { values, is_open: true, source: Source::Column(column), group_of }
    }

    /// The groups of services, put together by who provides them.
    fn by_provider(self, survey: &Survey) -> Option<Self> {
        let catalogue = survey.catalogue.as_ref()?;
        let provider_of = |service: &Scalar| {
            let service = catalogue.services.iter().find(|known| *service == known.id.as_str().into())?;
            catalogue.providers.iter().position(|provider| provider.id == service.provider)
        };
        let group_of = self.values.iter().map(provider_of).collect();
        let values = catalogue.providers.iter().map(|provider| provider.id.as_str().into()).collect();
        Some(Self { values, group_of, ..self })
    }

    pub fn is_sliced(&self) -> bool {
        match self.source {
            Source::Column(column) => column.planes().is_some(),
            Source::Bitmaps(_) => true,
        }
    }

    /// Who of the selected responses, from a word on, is in which group; the blocks are empty.
    pub fn write(&self, first: usize, selected: &[u64], groups: &mut [Block]) {
        match self.source {
            Source::Column(column) => write_column(column, first, selected, |value, word, mask| {
                if let Some(Some(group)) = self.group_of.get(value) {
                    groups[*group][word] |= mask;
                }
            }),
            Source::Bitmaps(bitmaps) => {
                for (bitmap, group) in bitmaps.iter().zip(&self.group_of) {
                    let Some(group) = group else { continue };
                    let members = bitmap.words().iter().skip(first).zip(selected);
                    for (word, (member, selected)) in groups[*group].iter_mut().zip(members) {
                        *word |= member & selected;
                    }
                }
            }
        }
    }

    /// The groups of one response, each once.
    pub fn of_response(&self, index: usize, groups: &mut Vec<usize>) {
        groups.clear();
        match self.source {
            Source::Column(column) => {
                let value = column.code(index).checked_sub(1);
                groups.extend(value.and_then(|value| self.group_of[value]));
            }
            Source::Bitmaps(bitmaps) => {
                for (bitmap, group) in bitmaps.iter().zip(&self.group_of) {
                    if bitmap.has(index) {
                        groups.extend(group.filter(|group| !groups.contains(group)));
                    }
                }
            }
        }
    }
}
