//! Files shared out among readers: what comes of them does not depend on who read what, and when.

use std::collections::VecDeque;
use std::rc::Rc;

use super::support;
use super::support::{count, gzip, import_slices, library, ministry, ndjson, small, three, uuid, with};
use aptauja::domain::analysis::{Filter, Report, ReportHeader, Tallies, report};
use aptauja::domain::exchange::{Assembled, Assembly, Candidate, FileProblem, Ledger, Reader, Removed, Task};
use aptauja::domain::sample::{Random, Stream};
use aptauja::domain::survey::Survey;
use serde_json::{Value, json};

/// What comes of files read by several readers in turns, in an order drawn at random.
struct Shared {
    surveys: Rc<Vec<Survey>>,
    readers: Vec<Reader>,
    ledger: Ledger,
}

/// How files are shared out.
struct Plan {
    readers: usize,
    /// Bytes of a part of a file of lines.
    part: u64,
    /// Bytes read at a time.
    slice: usize,
}

impl Shared {
    fn read(surveys: &Rc<Vec<Survey>>, files: &[(&str, &[u8])], plan: &Plan, random: &mut Random) -> Self {
        let mut assembly = Assembly::new(surveys.clone());
        let mut readers: Vec<Reader> = (0..plan.readers).map(|_| Reader::new(surveys.clone())).collect();
        let mut waiting = VecDeque::new();
        let mut readers_of = Vec::new();
        for (name, bytes) in files {
            let size = bytes.len() as u64;
            let task = Task { file: assembly.add_file(name, size), from: 0, to: size, is_lines: false };
            waiting.push_back((assembly.add_task(task), task));
            readers_of.push(0);
        }
        while !waiting.is_empty() {
            let (number, task) = waiting.remove(random.below(waiting.len())).unwrap();
            let at = random.below(readers.len());
            readers_of[number] = at;
            let reader = &mut readers[at];
            let (name, bytes) = files[task.file];
            reader.begin(name, task, true);
            let from = usize::try_from(if task.is_lines { task.from - 1 } else { 0 }).unwrap();
            let mut batches = Vec::new();
            for slice in bytes[from..].chunks(plan.slice) {
                let needs_more = reader.push(slice);
                if random.happens(30) {
                    batches.extend(reader.take_candidates());
                }
                if !needs_more {
                    break;
                }
            }
            let portion = reader.finish();
            batches.extend(reader.take_candidates());
            for mut batch in batches {
                // As they travel between workers.
                for candidate in &mut batch.candidates {
                    *candidate = Candidate::from_bytes(&candidate.to_bytes());
                }
                assembly.add_batch(number, batch);
            }
            if let Some(from) = portion.lines_from {
                for more in task.rest(from, plan.part) {
                    waiting.push_back((assembly.add_task(more), more));
                    readers_of.push(0);
                }
            }
            assembly.add_portion(number, portion);
        }
        let Assembled { ledger, removed } = assembly.finish();
        for Removed { task, survey, indexes } in removed {
            readers[readers_of[task]].remove(survey, indexes);
        }
        Self { surveys: surveys.clone(), readers, ledger }
    }

    fn report(&self, survey: &str, query: &str) -> Report {
        let at = self.surveys.iter().position(|known| known.entry.id == survey).unwrap();
        let filter = Filter::from_query(query);
        let mut tallies = Tallies::default();
        for reader in &self.readers {
            let dataset = reader.dataset(at);
            tallies.add(&Tallies::count(dataset, &filter.select(&self.surveys[at], dataset)));
        }
        let sources = self.ledger.files.iter().map(|file| file.source.clone()).collect();
        report(&self.surveys[at], &tallies, &filter, ReportHeader { sources, ..ReportHeader::default() })
    }
}

/// One reader of whole files and any number of parts must come to the same, digests apart.
fn agree(surveys: &Rc<Vec<Survey>>, files: &[(&str, &[u8])], queries: &[&str], seed: u64) {
    let mut random = Random::new(seed);
    let alone = import_slices(surveys, files, usize::MAX);
    let mut ledger = alone.ledger().clone();
    ledger.files.iter_mut().for_each(|file| file.source.sha256.clear());
    // A part a byte, but not of files so long that their parts would take a minute.
    let least = files.iter().map(|(_, bytes)| bytes.len() as u64).max().unwrap_or_default() / 1_000;
    for readers in [1, 2, 4] {
        let plan = Plan {
            readers,
            part: [1, 90, 700, 5_000][random.below(4)].max(least),
            slice: [1, 60, 999, 1 << 20][random.below(4)],
        };
        let shared = Shared::read(surveys, files, &plan, &mut random);
        let place = format!("seed {seed}: {readers} readers, {} of {}", plan.slice, plan.part);
        assert_eq!(shared.ledger, ledger, "{place}");
        for survey in surveys.iter() {
            let id = survey.entry.id.as_str();
            for query in queries {
                let mut expected = count(&alone, id, query);
                expected.sources.iter_mut().for_each(|source| source.sha256.clear());
                assert_eq!(shared.report(id, query), expected, "{place}: {query}");
            }
        }
    }
}

#[test]
fn every_form_of_file_is_shared_out_without_a_trace() {
    let three = three();
    let lines = ndjson(&three);
    let export = support::export(&three).to_string();
    let spread = serde_json::to_string_pretty(&json!(three)).unwrap();
    let packed = gzip(lines.as_bytes());
    let texts = [
        lines.as_str(),
        &lines.replace('\n', "\r\n"),
        &lines.replace('\n', "\n\n \t\n"),
        lines.trim_end(),
        &lines[..lines.len() - 20],
        &export,
        &spread,
        "",
        "\n\n",
        "id;survey\n1;library\n",
        "{\"format\":\"aptauja.responses\",\"version\":9,\"responses\":[]}",
        &format!("\u{feff}{lines}\u{feff}{lines}"),
        &format!("{lines}{{\"id\":\n5\n[\nnull\n\u{a0}\n{lines}"),
        &lines.replace("talks", "t\\u0061lks"),
    ];
    let mut files: Vec<(&str, &[u8])> = texts.iter().map(|text| ("a", text.as_bytes())).collect();
    files.push(("b", &packed));
    files.push(("c", &packed[..packed.len() - 9]));
    for (seed, file) in files.iter().enumerate() {
        agree(&small(), &[*file], &["", "stars=2"], seed as u64);
    }
    for seed in 100..120 {
        let mut random = Random::new(seed);
        let some: Vec<_> = (0..5).map(|_| files[random.below(files.len())]).collect();
        agree(&small(), &some, &["", "events=talks"], seed);
    }
}

/// Records of which many share ids, some are refused, and some lines are blank.
fn muddle(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(60) {
        let id = random.below(40) as u64;
        let answers = json!({"stars": random.below(4) + 1, "visited": "lending"});
        let mut record = library(id, answers);
        if random.happens(20) {
            record = with(record, "submitted_at", json!("2031-01-01T00:00:00Z"));
        }
        if random.happens(20) {
            record = with(record, "language", json!(["en", "ru", "x"][random.below(3)]));
        }
        if random.happens(10) {
            record = with(record, "survey", json!(["poll", "moon"][random.below(2)]));
        }
        text.push_str(&record.to_string());
        text.push_str(["\n", "\n\n", "\r\n", "}\n", " \n"][random.below(5)]);
    }
    text
}

#[test]
fn duplicates_and_conflicts_are_found_across_readers() {
    let mut shared_ids = 0;
    for seed in 0..30 {
        let mut random = Random::new(seed);
        let texts = [muddle(&mut random), muddle(&mut random), muddle(&mut random)];
        let files = [("a", texts[0].as_bytes()), ("b", texts[1].as_bytes()), ("c", texts[2].as_bytes())];
        agree(&small(), &files, &["", "stars=1,2", "language=en", "from=2031-01-01"], seed);
        let alone = import_slices(&small(), &files, usize::MAX);
        shared_ids += alone.ledger().conflicts.len();
    }
    assert!(shared_ids > 100, "{shared_ids}");
}

#[test]
fn a_million_of_the_ministrys_would_be_shared_out_alike() {
    let lines: Vec<String> = Stream::new(3).take(300).map(|it| serde_json::to_string(&it).unwrap()).collect();
    let text = lines.join("\n");
    let twice = format!("{text}\n{text}");
    let files = [("a.ndjson", text.as_bytes()), ("b.ndjson", twice.as_bytes())];
    let queries = [
        "",
        "service=mfa-04,mfa-05&language=lv",
        "quality.knowledge=very_good&from=2018-01-20",
        "provider=x",
    ];
    for seed in 0..6 {
        agree(&ministry(), &files, &queries, seed);
    }
}

#[test]
fn a_file_that_one_reader_cannot_read_counts_with_none() {
    let surveys = small();
    let mut assembly = Assembly::new(surveys.clone());
    let mut reader = Reader::new(surveys);
    let file = assembly.add_file("a", 9);
    let good = assembly.add_file("b", 9);
    let mut read = |task: Task, text: Option<&str>| {
        let number = assembly.add_task(task);
        reader.begin("a", task, false);
        let portion = match text {
            Some(text) => {
                reader.push(text.as_bytes());
                reader.finish()
            }
            None => reader.fail(FileProblem::Unreadable),
        };
        reader.take_candidates().into_iter().for_each(|batch| assembly.add_batch(number, batch));
        assembly.add_portion(number, portion);
    };
    let lines = ndjson(&three());
    let part = |file, from, is_lines| Task { file, from, to: 2_000, is_lines };
    read(part(file, 0, false), Some(&lines));
    read(part(file, 1_000, true), None);
    // The same ids again: they count here, as those before do not.
    read(part(good, 0, false), Some(&lines));
    let assembled = assembly.finish();
    let files = &assembled.ledger.files;
    assert_eq!((files[0].source.accepted, files[1].source.accepted), (0, 3));
    assert_eq!(files[0].problem, Some(FileProblem::Unreadable));
    assert_eq!(assembled.removed.iter().map(|removed| removed.indexes.len()).sum::<usize>(), 3);
    assert!(assembled.removed.iter().all(|removed| removed.task == 0));
}

#[test]
fn a_line_longer_than_any_record_is_refused_once_whoever_reads_it() {
    let long = with(library(9, json!({})), "id", json!("x".repeat(5 << 20))).to_string();
    let text = format!("{}\n{long}\n{}", library(1, json!({})), ndjson(&three()[1..]));
    let mut random = Random::new(1);
    let files = [("a", text.as_bytes())];
    let alone = import_slices(&small(), &files, usize::MAX);
    for part in [1 << 16, 1 << 20, 3 << 20] {
        let plan = Plan { readers: 3, part, slice: 1 << 18 };
        let shared = Shared::read(&small(), &files, &plan, &mut random);
        assert_eq!(shared.ledger.rejections, alone.ledger().rejections);
        assert_eq!(shared.ledger.rejections.len(), 1);
        assert_eq!(shared.report("library", ""), {
            let mut expected = count(&alone, "library", "");
            expected.sources[0].sha256.clear();
            expected
        });
    }
}

#[test]
fn ids_that_many_records_share_are_counted_once_however_they_arrive() {
    let same: Vec<Value> = (0..50).map(|_| library(1, json!({"stars": 1}))).collect();
    let other: Vec<Value> = (0..50).map(|_| library(1, json!({"stars": 2}))).collect();
    let (same, other) = (ndjson(&same), ndjson(&other));
    for seed in 0..6 {
        let mut random = Random::new(seed);
        let plan = Plan { readers: 4, part: 150, slice: 70 };
        let files = [("a", same.as_bytes()), ("b", other.as_bytes())];
        let shared = Shared::read(&small(), &files, &plan, &mut random);
        let counts = |at: usize| {
            let source = &shared.ledger.files[at].source;
            [source.accepted, source.duplicates, source.conflicts]
        };
        assert_eq!((counts(0), counts(1)), ([1, 49, 0], [0, 0, 50]));
        let conflict = &shared.ledger.conflicts[0];
        assert_eq!(
            (conflict.id.as_str(), conflict.first_file.as_str(), conflict.first_record),
            (uuid(1).as_str(), "a", 1)
        );
    }
}
