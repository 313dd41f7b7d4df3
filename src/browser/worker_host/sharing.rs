//! Files shared out among readers: who reads what, how far they are, and what they have found.

use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::File;

use super::colleague::Colleague;
use super::order::{Answer, Order, Question};
use super::reading;
use crate::browser::BrowserError;
use crate::domain::exchange::{Assembled, Assembly, Batch, Candidate, Ledger, Portion, Removed, Task};
use crate::domain::survey::Survey;

/// Bytes of a part of a file of lines.
const PART: u64 = 8 << 20;
/// Bytes of a usual record; a little more, as room that is not needed costs memory.
const RECORD: f64 = 600.0;
/// Tasks a reader has at a time: one to do while the next is on its way.
const AHEAD: usize = 2;

/// Readers and their files.
pub(super) struct Sharing {
    readers: Vec<Colleague>,
    assembly: Assembly,
    names: Vec<String>,
    waiting: VecDeque<(usize, Task)>,
    /// The reader of each task.
    reader_of: Vec<usize>,
    /// Tasks that each reader has.
    busy: Vec<usize>,
    done: f64,
    total: f64,
}

impl Sharing {
    /// Starts readers and gives them their first tasks; `open` is the page's request that brings the
    /// definitions, `hear` gets what the readers say.
    ///
    /// # Errors
    /// The browser's own: not every browser lets workers start workers.
    pub fn start(
        readers: usize,
        surveys: Rc<Vec<Survey>>,
        open: &str,
        names: &[String],
        files: &[File],
        hear: impl Fn(Answer, Vec<u8>) + Clone + 'static,
    ) -> Result<Self, BrowserError> {
        let mut colleagues = Vec::new();
        for _ in 0..readers {
            let colleague = Colleague::start(reading::NAME, hear.clone())?;
            colleague.send(open, &[]);
            colleague.send(&text(&Order::Files { names: names.to_vec() }), files);
            colleagues.push(colleague);
        }
        let mut sharing = Self {
            readers: colleagues,
            assembly: Assembly::new(surveys),
            names: names.to_vec(),
            waiting: VecDeque::new(),
            reader_of: Vec::new(),
            busy: vec![0; readers],
            done: 0.0,
            total: files.iter().map(|file| file.size()).sum(),
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        sharing.assembly.reserve((sharing.total / RECORD) as usize);
        for (name, file) in names.iter().zip(files) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let size = file.size() as u64;
            let file = sharing.assembly.add_file(name, size);
            let task = Task { file, from: 0, to: size, is_lines: false };
            sharing.wait(task);
        }
        sharing.feed();
        Ok(sharing)
    }

    fn wait(&mut self, task: Task) {
        self.waiting.push_back((self.assembly.add_task(task), task));
        self.reader_of.push(0);
    }

    /// Gives tasks to readers that have too few.
    fn feed(&mut self) {
        while let Some(reader) = (0..self.busy.len()).min_by_key(|reader| self.busy[*reader])
            && self.busy[reader] < AHEAD
            && let Some((number, task)) = self.waiting.pop_front()
        {
            self.busy[reader] += 1;
            self.reader_of[number] = reader;
            let may_stop = task.to > 2 * PART;
            self.readers[reader].send(&text(&Order::Read { number, task, may_stop }), &[]);
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

    /// Takes candidates of a task.
    pub fn take_batch(&mut self, task: usize, survey: usize, first: usize, bytes: &[u8]) {
        let (chunks, _) = bytes.as_chunks();
        let candidates = chunks.iter().map(Candidate::from_bytes).collect();
        self.assembly.add_batch(task, Batch { survey, first, candidates });
    }

    /// Takes what a task came to; the ledger, if it was the last.
    pub fn take_portion(&mut self, number: usize, portion: Portion) -> Option<Ledger> {
        if let Some(from) = portion.lines_from {
            let task = self.assembly.task(number);
            task.rest(from, PART).into_iter().for_each(|task| self.wait(task));
        }
        self.assembly.add_portion(number, portion);
        self.busy[self.reader_of[number]] -= 1;
        self.feed();
        if self.busy.iter().any(|busy| *busy > 0) {
            return None;
        }
        let Assembled { ledger, removed } = self.assembly.finish();
        for Removed { task, survey, indexes } in removed {
            self.readers[self.reader_of[task]].send(&text(&Order::Remove { survey, indexes }), &[]);
        }
        // Ids are needed no more.
        self.assembly = Assembly::new(Rc::default());
        Some(ledger)
    }

    /// Asks every reader; answers how many were asked.
    pub fn ask(&self, question: Question) -> usize {
        let text = text(&Order::Count(question));
        self.readers.iter().for_each(|reader| reader.send(&text, &[]));
        self.readers.len()
    }
}

fn text(order: &Order) -> String {
    serde_json::to_string(order).unwrap_or_default()
}
