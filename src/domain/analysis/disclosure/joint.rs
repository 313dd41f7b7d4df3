//! Responses counted by every combination of values of some variables.

use serde::{Deserialize, Serialize};

use super::fields::Fields;
use super::table::Table;
use super::variable::{Source, Variable};
use crate::domain::analysis::Dataset;
use crate::domain::analysis::bitmap::WORD;

/// More variables are not counted together: what they have in common is one person.
pub(super) const MOST: usize = 12;
/// So many combinations have a place each.
const DENSE: u64 = 1 << 20;

/// Counts of a survey's responses by combinations of values. Those of parts merge by addition.
///
/// Combinations that do not fit into the bits there are ([`Fields`]) are not counted at all: then it has no
/// variables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// Sorted, each once.
    variables: Vec<Variable>,
    /// How many bits the code of each takes.
    widths: Vec<u32>,
    /// Languages and days by their codes, from 1; sorted, so that they mean the same in every part.
    tags: Vec<String>,
    days: Vec<i32>,
    /// Codes of all variables, and how many responses have them; ascending.
    cells: Vec<(u64, u64)>,
}

impl Joint {
    /// Counts all present responses; the variables sorted, each once.
    pub fn count(dataset: &Dataset, variables: &[Variable]) -> Self {
        let sources: Vec<Source<'_>> = variables.iter().map(|it| it.source(dataset)).collect();
        let widths: Vec<u32> =
            variables.iter().zip(&sources).map(|(it, source)| it.width(dataset, source)).collect();
        let Some(fields) = Fields::of(&widths) else { return Self::default() };
        let sizes: Vec<u64> =
            variables.iter().zip(&sources).map(|(it, source)| source.most(dataset, it) + 1).collect();
        let tags = dataset.languages().1;
        let days: Vec<i32> = dataset.days().1.iter().map(|day| day.0).collect();
        let order_of_tags = Order::of(tags, variables.contains(&Variable::Language));
        let order_of_days = Order::of(&days, variables.contains(&Variable::Day));
        let place = |(mut place, count): (u64, u64)| {
            let mut cell = 0;
            for at in (0..variables.len()).rev() {
                let code = place % sizes[at];
                place /= sizes[at];
                cell |= fields.put(
                    at,
                    match variables[at] {
                        Variable::Language => order_of_tags.portable(code),
                        Variable::Day => order_of_days.portable(code),
                        _ => code,
                    },
                );
            }
            (cell, count)
        };
        let mut cells: Vec<(u64, u64)> =
            counted(dataset, &sources, &sizes, DENSE).into_iter().map(place).collect();
        cells.sort_unstable();
        let (tags, days) = (order_of_tags.sorted, order_of_days.sorted);
        Self { variables: variables.to_vec(), widths, tags, days, cells }
    }

    /// Adds the counts of another part of the same survey by the same variables.
    pub fn add(&mut self, other: &Self) {
        if self.variables.is_empty() {
            self.clone_from(other);
            return;
        }
        let (tags, days) = (merged(&self.tags, &other.tags), merged(&self.days, &other.days));
        let mut cells = self.recoded(&tags, &days);
        cells.extend(other.recoded(&tags, &days));
        (self.tags, self.days, self.cells) = (tags, days, summed(cells));
    }

    /// The cells with codes of these languages and days.
    fn recoded(&self, tags: &[String], days: &[i32]) -> Vec<(u64, u64)> {
        let Some(fields) = Fields::of(&self.widths) else { return Vec::new() };
        let mut cells = self.cells.clone();
        for (at, variable) in self.variables.iter().enumerate() {
            let codes = match variable {
                Variable::Language if self.tags != tags => places(&self.tags, tags),
                Variable::Day if self.days != days => places(&self.days, days),
                _ => continue,
            };
            for (cell, _) in &mut cells {
                *cell = fields.replace(at, *cell, |code| portable(&codes, code));
            }
        }
        cells
    }

    /// Whether it counts by all of these.
    pub(super) fn has(&self, variables: &[Variable]) -> bool {
        variables.iter().all(|variable| self.variables.contains(variable))
    }

    /// The counts by these of its variables.
    pub(super) fn project(&self, variables: &[Variable]) -> Table<'_> {
        let mut table = Table::of(&self.variables, &self.widths, &self.tags, &self.days, &self.cells);
        for at in (0..self.variables.len()).rev() {
            if !variables.contains(&self.variables[at]) {
                table = table.without(at);
            }
        }
        table
    }
}

/// Puts the counts of equal cells together; ascending.
pub(super) fn summed(mut cells: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    cells.sort_unstable_by_key(|(cell, _)| *cell);
    cells.dedup_by(|(next, more), (cell, count)| {
        let is_same = next == cell;
        if is_same {
            *count += *more;
        }
        is_same
    });
    cells
}

/// Combinations of codes as one number each, the last variable's changing first, and how many responses have
/// each; up to `dense` of them have a place each.
fn counted(dataset: &Dataset, sources: &[Source<'_>], sizes: &[u64], dense: u64) -> Vec<(u64, u64)> {
    let present = dataset.present();
    let each_word = |mut see: Box<dyn FnMut(u64) + '_>| {
        for (word, present) in present.words().iter().enumerate() {
            let mut places = [0; WORD];
            let mut stride = 1;
            for (source, size) in sources.iter().zip(sizes).rev() {
                source.add_word(word, stride, &mut places);
                stride *= size;
            }
            let mut rest = *present;
            while rest != 0 {
                see(places[rest.trailing_zeros() as usize]);
                rest &= rest - 1;
            }
        }
    };
    let all: u64 = sizes.iter().product();
    if all <= dense {
        let mut counts = vec![0_u32; index(all)];
        each_word(Box::new(|place| counts[index(place)] += 1));
        let counts = (0..).zip(counts).filter(|(_, count)| *count > 0);
        return counts.map(|(place, count)| (place, u64::from(count))).collect();
    }
    let mut places = Vec::with_capacity(dataset.len());
    each_word(Box::new(|place| places.push((place, 1))));
    summed(places)
}

/// Values in an order that does not depend on which came first.
struct Order<T> {
    sorted: Vec<T>,
    /// The place of each.
    places: Vec<u64>,
}

impl<T: Ord + Clone> Order<T> {
    fn of(values: &[T], is_wanted: bool) -> Self {
        if !is_wanted {
            return Self { sorted: Vec::new(), places: Vec::new() };
        }
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        Self { places: places(values, &sorted), sorted }
    }

    /// The code of a value, given that in the dataset.
    fn portable(&self, code: u64) -> u64 {
        portable(&self.places, code)
    }
}

/// What stands in the place of a code; nothing of code 0.
fn portable(places: &[u64], code: u64) -> u64 {
    index(code).checked_sub(1).and_then(|at| places.get(at).copied()).unwrap_or(0)
}

fn index(place: u64) -> usize {
    usize::try_from(place).unwrap_or(0)
}

/// The code of each value among those that are sorted.
fn places<T: Ord>(values: &[T], sorted: &[T]) -> Vec<u64> {
    values.iter().map(|value| sorted.binary_search(value).map_or(0, |at| at as u64 + 1)).collect()
}

fn merged<T: Ord + Clone>(own: &[T], more: &[T]) -> Vec<T> {
    let mut all: Vec<T> = own.iter().chain(more).cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::sample::Stream;
    use crate::domain::survey::{Installation, Instant, Labels, Survey, SurveyFiles};

    const INDEX: &str = include_str!("../../../../public/surveys/index.json");
    const QUESTIONNAIRE: &str = include_str!("../../../../public/surveys/mfa-questionnaire.json");
    const CATALOGUE: &str = include_str!("../../../../public/surveys/mfa-catalogue.json");

    fn dataset(count: usize) -> Dataset {
        let entry = Installation::parse("index.json", INDEX).unwrap().survey("mfa-2018").unwrap().clone();
        let (questionnaire, catalogue) = (QUESTIONNAIRE.to_owned(), Some(CATALOGUE.to_owned()));
        let files = SurveyFiles { questionnaire, catalogue, baseline: None };
        let questionnaire = Survey::parse(entry, &files, &Labels::default()).unwrap().questionnaire;
        let mut dataset = Dataset::new(&questionnaire);
        for response in Stream::new(5).take(count) {
            let day = Instant::parse(&response.submitted_at).unwrap().day();
            dataset.push(&questionnaire, &response.answers, day, &response.language);
        }
        dataset
    }

    #[test]
    fn every_response_is_counted_once_however_many_combinations_there_may_be() {
        let dataset = dataset(1_000);
        let variables = [Variable::Row(3, 0), Variable::Row(3, 1), Variable::Language, Variable::Day];
        let sources: Vec<Source<'_>> = variables.iter().map(|it| it.source(&dataset)).collect();
        let size = |(it, source): (&Variable, &Source<'_>)| source.most(&dataset, it) + 1;
        let sizes: Vec<u64> = variables.iter().zip(&sources).map(size).collect();
        let mut expected: BTreeMap<u64, u64> = BTreeMap::new();
        for index in 0..1_000 {
            let code = |source: &Source<'_>| match source {
                Source::Column(column) => column.code(index) as u64,
                _ => unreachable!(),
            };
            let place =
                sources.iter().zip(&sizes).fold(0, |place, (source, size)| place * size + code(source));
            *expected.entry(place).or_default() += 1;
        }
        assert!(expected.len() > 100);
        let expected: Vec<(u64, u64)> = expected.into_iter().collect();
        for dense in [0, DENSE] {
            assert_eq!(counted(&dataset, &sources, &sizes, dense), expected);
        }
    }
}
