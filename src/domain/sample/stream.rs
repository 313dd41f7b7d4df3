//! An endless stream of responses with the published shares, for measuring speed.

use super::shares::{self, Counts, Row};
use super::{Random, SURVEY, texts};
use crate::domain::survey::{Answer, Answers, Day, Instant, OTHER, Response, Scalar};

/// Services of the Ministry's catalogue.
const SERVICES: usize = 26;

/// Responses drawn one by one; the same seed gives the same ones.
///
/// Unlike the rebuilt survey they are about all services of the catalogue, so that filters have work.
#[derive(Clone, Debug)]
pub struct Stream {
    random: Random,
}

impl Stream {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed) }
    }

    fn answers(&mut self, language: &str) -> Answers {
        let random = &mut self.random;
        let mut answers = Answers::default();
        let service = format!("mfa-{:02}", random.below(SERVICES) + 1);
        answers.set("service", Answer::One(service.as_str().into()));
        answers.set("channels", some_of(random, shares::CHANNELS, shares::RESPONSES));
        answers.set("information", matrix(random, shares::INFORMATION));
        answers.set("quality", matrix(random, shares::QUALITY));
        let is_delayed = random.below(shares::RESPONSES) < shares::DELAYS;
        answers.set("delays", Answer::One(if is_delayed { "yes" } else { "no" }.into()));
        if is_delayed {
            answers.set("delays_details", Answer::One(texts::delay(random, language).into()));
        }
        answers.set("complaints", Answer::One("no".into()));
        let strengths = some_of(random, shares::STRENGTHS, shares::RESPONSES);
        if has_other(&strengths) {
            answers.set_other_text("strengths", texts::strength(random, language));
        }
        answers.set("strengths", strengths);
        if random.below(shares::RESPONSES) < shares::SUGGESTING {
            let suggestions = some_of(random, shares::SUGGESTIONS, shares::SUGGESTING);
            if has_other(&suggestions) {
                answers.set_other_text("suggestions", texts::suggestion(random, language));
            }
            answers.set("suggestions", suggestions);
        }
        if random.below(shares::RESPONSES) < shares::COMMENTS {
            answers.set("comment", Answer::One(texts::comment(random, language).into()));
        }
        answers
    }
}

impl Iterator for Stream {
    type Item = Response;

    fn next(&mut self) -> Option<Response> {
        let id = self.random.uuid();
        let language = if self.random.below(shares::RESPONSES) < shares::ENGLISH { "en" } else { "lv" };
        let first = Day::from_date(2018, 1, 15)?;
        let second = self.random.below(shares::DAYS.len() * 86_400);
        let time = Instant((i64::from(first.0) * 86_400 + i64::try_from(second).ok()?) * 1000);
        Some(Response {
            id,
            survey: SURVEY.to_owned(),
            submitted_at: time.to_string(),
            language: language.to_owned(),
            answers: self.answers(language),
        })
    }
}

/// Each value with its share's chance; an empty list leaves the question unanswered.
fn some_of(random: &mut Random, counts: Counts, answered: usize) -> Answer {
    let chosen = counts.iter().filter(|(_, count)| random.below(answered) < *count);
    Answer::Many(chosen.map(|(value, _)| Scalar::from(*value)).collect())
}

fn matrix(random: &mut Random, rows: &[Row]) -> Answer {
    let choose = |(row, counts): &Row| ((*row).to_owned(), Scalar::from(one_of(random, counts)));
    Answer::Rows(rows.iter().map(choose).collect())
}

fn one_of(random: &mut Random, counts: Counts) -> &'static str {
    let mut left = random.below(counts.iter().map(|(_, count)| count).sum());
    for (value, count) in counts {
        if left < *count {
            return value;
        }
        left -= count;
    }
    ""
}

fn has_other(answer: &Answer) -> bool {
    matches!(answer, Answer::Many(values) if values.contains(&Scalar::from(OTHER)))
}
