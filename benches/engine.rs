//! The domain's own speed, natively and in one thread: `make bench-domain`.
//!
//! Everything is measured over a million synthetic responses to the Ministry's questionnaire, so that
//! milliseconds a run are nanoseconds a response.

use std::fs;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use aptauja::domain::analysis::{Cross, Dataset, Filter, Layout, Tallies};
use aptauja::domain::exchange::{Reader, Task};
use aptauja::domain::sample::Stream;
use aptauja::domain::survey::{Answers, Day, Installation, Instant, Labels, Survey, SurveyFiles};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

const RESPONSES: usize = 1_000_000;
/// Responses held in full for inserting: more would measure the machine's memory.
const HELD: usize = 50_000;

/// Name and query of each filter: one choice; a matrix row and days; everything there is.
const FILTERS: [(&str, &str); 3] = [
    ("service", "service=mfa-04,mfa-05"),
    ("row and days", "quality.knowledge=very_good,good&from=2018-01-20&to=2018-01-25"),
    (
        "all keys",
        "provider=consular&language=lv&channels=email,phone&delays=no&information.legal_appeal=sufficient\
         &strengths=promptness&from=2018-01-16&to=2018-01-30",
    ),
];

fn survey() -> Survey {
    let read = |name: &str| {
        let path = format!("{}/public/surveys/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).expect("a definition of the installation")
    };
    let installation = Installation::parse("index.json", &read("index.json")).expect("the index");
    let entry = installation.survey("mfa-2018").expect("the survey").clone();
    let files = SurveyFiles {
        questionnaire: read(&entry.questionnaire),
        catalogue: entry.catalogue.as_deref().map(read),
        baseline: None,
    };
    Survey::parse(entry, &files, &Labels::default()).expect("the definition")
}

fn responses(count: usize) -> impl Iterator<Item = (Answers, Day, String)> {
    Stream::new(1).take(count).map(|response| {
        let time = Instant::parse(&response.submitted_at).expect("a time");
        (response.answers, time.day(), response.language)
    })
}

fn dataset(survey: &Survey) -> Dataset {
    let mut dataset = Dataset::new(&survey.questionnaire);
    for (answers, day, language) in responses(RESPONSES) {
        dataset.push(&survey.questionnaire, &answers, day, &language);
    }
    dataset
}

/// Bytes to columns. `read` is all of it: parsing and validating are one walk over the bytes, and what it
/// takes beyond `insert` is theirs.
fn import(criterion: &mut Criterion) {
    let (survey, held) = (survey(), responses(HELD).collect::<Vec<_>>());
    let mut group = criterion.benchmark_group("import");
    group.throughput(Throughput::Elements(HELD as u64));
    let layout = Layout::new(&survey.questionnaire);
    let coded = |answers: &Answers| {
        let mut coded = layout.empty();
        layout.encode(&survey.questionnaire, answers, &mut coded);
        coded
    };
    let coded: Vec<_> = held.iter().map(|(answers, day, tag)| (coded(answers), *day, tag)).collect();
    group.bench_function("insert", |bencher| {
        bencher.iter_batched(
            || Dataset::new(&survey.questionnaire),
            |mut dataset| {
                for (coded, day, language) in &coded {
                    dataset.push_coded(&survey.questionnaire, coded, *day, language);
                }
                dataset
            },
            BatchSize::LargeInput,
        );
    });
    let surveys = Rc::new(vec![survey.clone()]);
    let text: String =
        Stream::new(1).take(HELD).map(|it| serde_json::to_string(&it).expect("JSON") + "\n").collect();
    let task = Task { file: 0, from: 0, to: text.len() as u64, is_lines: false };
    group.bench_function("read", |bencher| {
        bencher.iter_batched(
            || Reader::new(surveys.clone()),
            |mut reader| {
                reader.begin("responses.ndjson", task, false);
                reader.push(text.as_bytes());
                assert_eq!(reader.finish().records, HELD as u64);
                reader
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// Responses to figures.
fn count(criterion: &mut Criterion) {
    let survey = survey();
    let dataset = dataset(&survey);
    let filters = FILTERS.map(|(name, query)| (name, Filter::from_query(query)));
    let everything = Filter::default().select(&survey, &dataset);

    let mut group = criterion.benchmark_group("select");
    group.throughput(Throughput::Elements(RESPONSES as u64));
    for (name, filter) in &filters {
        group.bench_function(*name, |bencher| bencher.iter(|| filter.select(&survey, black_box(&dataset))));
    }
    group.finish();

    let mut group = criterion.benchmark_group("tally");
    group.throughput(Throughput::Elements(RESPONSES as u64));
    group.bench_function("no filter", |bencher| {
        bencher.iter(|| Tallies::count(black_box(&dataset), &everything));
    });
    for (name, filter) in &filters {
        let selected = filter.select(&survey, &dataset);
        group.bench_function(*name, |bencher| {
            bencher.iter(|| Tallies::count(black_box(&dataset), &selected));
        });
    }
    group.finish();
}

/// One question by another: question, key of the groups.
const CROSSES: [(&str, &str); 5] = [
    ("information", "service"),
    ("quality", "service"),
    ("quality", "provider"),
    ("strengths", "channels"),
    ("complaints", "language"),
];

fn cross(criterion: &mut Criterion) {
    let survey = survey();
    let dataset = dataset(&survey);
    let mut group = criterion.benchmark_group("cross");
    group.throughput(Throughput::Elements(RESPONSES as u64));
    let everything = Filter::default().select(&survey, &dataset);
    for (question, by) in CROSSES {
        group.bench_function(format!("{question} by {by}"), |bencher| {
            bencher.iter(|| Cross::count(&survey, black_box(&dataset), &everything, question, by));
        });
    }
    group.finish();
}

criterion_group! {
    name = domain;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(1));
    targets = import, count, cross
}
criterion_main!(domain);
