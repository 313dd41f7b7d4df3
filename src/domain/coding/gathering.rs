//! Gathering the texts of a dataset step by step, so that other things can be done in between.

use std::collections::{HashMap, VecDeque};
use std::vec::IntoIter;

use super::{Distinct, Gathered};
use crate::domain::analysis::{Bitmap, Dataset, Texts};

/// Texts looked at in a step: a few thousandths of a second.
const LOOKED: usize = 4_096;
/// Texts made ready in a step, which costs each a digest.
const PREPARED: usize = 1_024;
/// How much of the whole it is to look at the texts, and to make the distinct ones ready; the rest is sorting.
const LOOKING: f64 = 0.3;
const PREPARING: f64 = 0.5;
/// Stands for a text of a response that was taken back.
pub(super) const NOBODY: u32 = u32::MAX;

/// A question's place, a response and what it wrote.
type Written<'a> = Box<dyn Iterator<Item = (usize, usize, &'a str)> + 'a>;
/// Texts, sorted, with the numbers they had before.
type Run = Vec<(Distinct, u32)>;

/// Texts being gathered.
pub struct Gathering<'a> {
    names: &'a [&'a str],
    present: Bitmap,
    written: Written<'a>,
    known: HashMap<(usize, &'a str), u32>,
    /// See [`Gathered`].
    numbers: Vec<Vec<u32>>,
    /// The distinct texts, once all are known.
    found: Option<IntoIter<((usize, &'a str), u32)>>,
    runs: VecDeque<Run>,
    /// Texts looked at, made ready, and runs merged; of how many each.
    done: [usize; 3],
    all: [usize; 3],
}

impl<'a> Gathering<'a> {
    /// Begins with the texts of the responses that count; `names` are those of the questions.
    pub fn of(dataset: &'a Dataset, names: &'a [&'a str]) -> Self {
        let slots = dataset.slots();
        let of_slot = move |(question, texts): (usize, Option<&'a Texts>)| {
            let texts = texts.into_iter().flat_map(Texts::iter);
            texts.map(move |(response, text)| (question, response, text))
        };
        let all = slots.iter().filter_map(|slot| slot.texts()).map(Texts::len).sum();
        Self {
            names,
            present: dataset.present(),
            written: Box::new(slots.iter().map(|slot| slot.texts()).enumerate().flat_map(of_slot)),
            known: HashMap::new(),
            numbers: vec![Vec::new(); slots.len()],
            found: None,
            runs: VecDeque::new(),
            done: [0; 3],
            all: [all, 0, 0],
        }
    }

    /// Does a little; whether there is more to do.
    pub fn step(&mut self) -> bool {
        if self.found.is_none() {
            self.look();
        } else if self.done[1] < self.all[1] {
            self.prepare();
        } else if self.runs.len() > 1 {
            self.merge();
        } else {
            return false;
        }
        true
    }

    /// How far it is, 0 to 1.
    pub fn progress(&self) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let part =
            |at: usize| if self.all[at] == 0 { 0.0 } else { self.done[at] as f64 / self.all[at] as f64 };
        LOOKING * part(0) + PREPARING * part(1) + (1.0 - LOOKING - PREPARING) * part(2)
    }

    /// Does all there is to do; the distinct texts come sorted.
    pub fn finish(mut self) -> (Gathered, Vec<Distinct>) {
        while self.step() {}
        let sorted = self.runs.pop_front().unwrap_or_default();
        // Numbers as they are sorted.
        let mut places = vec![NOBODY; sorted.len()];
        for ((_, number), place) in sorted.iter().zip(0..) {
            places[*number as usize] = place;
        }
        for number in self.numbers.iter_mut().flatten().filter(|number| **number != NOBODY) {
            *number = places[*number as usize];
        }
        let gathered = Gathered { numbers: self.numbers, distinct: sorted.len() };
        (gathered, sorted.into_iter().map(|(distinct, _)| distinct).collect())
    }

    fn look(&mut self) {
        for _ in 0..LOOKED {
            let Some((question, response, text)) = self.written.next() else {
                self.all[1] = self.known.len();
                self.all[2] = self.known.len().div_ceil(PREPARED).saturating_sub(1);
                self.found =
                    Some(std::mem::take(&mut self.known).into_iter().collect::<Vec<_>>().into_iter());
                return;
            };
            self.done[0] += 1;
            let number = if self.present.has(response) {
                let next = u32::try_from(self.known.len()).unwrap_or(NOBODY);
                *self.known.entry((question, text)).or_insert(next)
            } else {
                NOBODY
            };
            self.numbers[question].push(number);
        }
    }

    fn prepare(&mut self) {
        let ready = |((question, text), number): ((usize, &str), u32)| {
            (Distinct::new(question, self.names[question], text), number)
        };
        let mut run: Run = self.found.iter_mut().flatten().take(PREPARED).map(ready).collect();
        run.sort_unstable_by(|(left, _), (right, _)| left.order(right));
        self.done[1] += run.len();
        self.runs.push_back(run);
    }

    fn merge(&mut self) {
        if let (Some(left), Some(right)) = (self.runs.pop_front(), self.runs.pop_front()) {
            self.done[2] += 1;
            self.runs.push_back(merged(left, right));
        }
    }
}

/// Two sorted runs as one.
fn merged(left: Run, right: Run) -> Run {
    let mut all = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some((first, _)), Some((second, _))) = (left.peek(), right.peek()) {
        let is_left = first.order(second).is_le();
        all.extend(if is_left { left.next() } else { right.next() });
    }
    all.extend(left);
    all.extend(right);
    all
}
