//! Files shared out among readers: who reads what, how far they are, and what they have found.

use std::collections::VecDeque;

use js_sys::Uint8Array;
use web_sys::File;

use super::colleague::Colleague;
use super::order::{Answer, Entry, Order};
use super::{reading, registering};
use crate::browser::BrowserError;
use crate::domain::exchange::{Portion, Removed, Task};

/// Bytes of a part of a file of lines.
const PART: u64 = 8 << 20;
/// Tasks a reader has at a time: one to do while the next is on its way.
const AHEAD: usize = 2;

/// Readers and their files.
pub(super) struct Sharing {
    readers: Vec<Colleague>,
    /// Until everything is put together.
    registrar: Option<Colleague>,
    names: Vec<String>,
    tasks: Vec<Task>,
    /// Numbers of the tasks that no reader has yet.
    waiting: VecDeque<usize>,
    /// The reader of each task.
    reader_of: Vec<usize>,
    /// Tasks that each reader has.
    busy: Vec<usize>,
    done: f64,
    total: f64,
}

impl Sharing {
    /// Starts readers and gives them their first tasks; `open` is the page's request that brings the
    /// definitions, `hear` gets what the readers and the registrar say.
    ///
    /// # Errors
    /// The browser's own: not every browser lets workers start workers.
    pub fn start(
        readers: usize,
        open: &str,
        names: &[String],
        files: &[File],
        identities: &[String],
        hear: impl Fn(Answer, Option<Uint8Array>) + Clone + 'static,
    ) -> Result<Self, BrowserError> {
        let mut colleagues = Vec::new();
        for _ in 0..readers {
            let colleague = Colleague::start(reading::NAME, hear.clone())?;
            colleague.send(open, &[]);
            let identities = identities.to_vec();
            colleague.tell(&Order::Files { names: names.to_vec(), identities }, files);
            colleagues.push(colleague);
        }
        let registrar = Colleague::start(registering::NAME, hear)?;
        registrar.send(open, &[]);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let sizes: Vec<u64> = files.iter().map(|file| file.size() as u64).collect();
        registrar.tell(&Entry::Files(names.iter().cloned().zip(sizes.iter().copied()).collect()), &[]);
        let mut sharing = Self {
            readers: colleagues,
            registrar: Some(registrar),
            names: names.to_vec(),
            tasks: Vec::new(),
            waiting: VecDeque::new(),
            reader_of: Vec::new(),
            busy: vec![0; readers],
            done: 0.0,
            total: files.iter().map(|file| file.size()).sum(),
        };
        for (file, size) in sizes.into_iter().enumerate() {
            sharing.wait(Task { file, from: 0, to: size, is_lines: false });
        }
        sharing.feed();
        Ok(sharing)
    }

    fn wait(&mut self, task: Task) {
        self.enter(&Entry::Task(task));
        self.waiting.push_back(self.tasks.len());
        self.tasks.push(task);
        self.reader_of.push(0);
    }

    fn enter(&self, entry: &Entry) {
        if let Some(registrar) = &self.registrar {
            registrar.tell(entry, &[]);
        }
    }

    /// Gives tasks to readers that have too few.
    fn feed(&mut self) {
        while let Some(reader) = (0..self.busy.len()).min_by_key(|reader| self.busy[*reader])
            && self.busy[reader] < AHEAD
            && let Some(number) = self.waiting.pop_front()
        {
            self.busy[reader] += 1;
            self.reader_of[number] = reader;
            let task = self.tasks[number];
            let may_stop = task.to > 2 * PART;
            self.readers[reader].tell(&Order::Read { number, task, may_stop }, &[]);
        }
    }

    /// Notes progress: the file's name, bytes read and bytes of all files.
    pub fn progress(&mut self, file: usize, bytes: usize) -> (String, f64, f64) {
        #[allow(clippy::cast_precision_loss)]
        let bytes = bytes as f64;
        // Ends of lines are read twice.
        self.done = (self.done + bytes).min(self.total);
        (self.names[file].clone(), self.done, self.total)
    }

    /// A file's name.
    pub fn name(&self, file: usize) -> String {
        self.names[file].clone()
    }

    /// Passes candidates of a task on.
    pub fn pass_batch(&self, number: usize, survey: usize, first: usize, bytes: &Uint8Array) {
        if let Some(registrar) = &self.registrar {
            registrar.hand_over(&Entry::Batch { number, survey, first }, bytes);
        }
    }

    /// Takes what a task came to; after the last, everything is put together.
    pub fn take_portion(&mut self, number: usize, portion: Portion) {
        if let Some(from) = portion.lines_from {
            self.tasks[number].rest(from, PART).into_iter().for_each(|task| self.wait(task));
        }
        self.enter(&Entry::Portion { number, portion });
        self.busy[self.reader_of[number]] -= 1;
        self.feed();
        if self.busy.iter().all(|busy| *busy == 0) {
            self.enter(&Entry::Finish);
        }
    }

    /// Has the readers take back what does not count. Ids and keys are needed no more.
    pub fn remove(&mut self, removed: Vec<Removed>) {
        self.registrar = None;
        self.ask(&Order::ForgetKeys);
        for Removed { task, survey, indexes } in removed {
            self.readers[self.reader_of[task]].tell(&Order::Remove { survey, indexes }, &[]);
        }
    }

    /// Asks every reader, each by its number; answers how many were asked.
    pub fn ask_each(&self, order: impl Fn(usize) -> Order) -> usize {
        self.readers.iter().enumerate().for_each(|(number, reader)| reader.tell(&order(number), &[]));
        self.readers.len()
    }

    /// Asks every reader; answers how many were asked.
    pub fn ask(&self, order: &Order) -> usize {
        self.readers.iter().for_each(|reader| reader.tell(order, &[]));
        self.readers.len()
    }
}
