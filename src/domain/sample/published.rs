//! The published survey rebuilt: 400 responses whose counts are exact.
//!
//! Who gives which answer is drawn from the contentment of each respondent and some chance, so that
//! answers go together as they do in life; how many give it is fixed.

use super::shares::{self, Counts, Row};
use super::{Random, SURVEY, texts};
use crate::domain::survey::{Answer, Answers, Day, Instant, OTHER, Response, Scalar};

/// Any other seed gives another sample with the same counts.
const SEED: u64 = 2018;
/// How much contentment counts against chance.
const CONTENTMENT: usize = 1000;
const CHANCE: usize = 900;
/// The day of first responses, 2018-01-15.
const FIRST: (i32, u32, u32) = (2018, 1, 15);
/// Hours of answering, UTC.
const HOURS: std::ops::Range<usize> = 6..19;

/// The respondents and chance.
struct Crowd {
    random: Random,
    /// 0 to [`CONTENTMENT`].
    contentment: Vec<usize>,
    answers: Vec<Answers>,
}

/// The 400 responses, in the order they were submitted.
pub fn published() -> Vec<Response> {
    let mut random = Random::new(SEED);
    let contentment = (0..shares::RESPONSES).map(|_| random.below(CONTENTMENT)).collect();
    let mut crowd = Crowd { random, contentment, answers: vec![Answers::default(); shares::RESPONSES] };
    crowd.one_of("service", shares::AUDITED);
    let everybody: Vec<usize> = (0..shares::RESPONSES).collect();
    crowd.some_of("channels", shares::CHANNELS, &everybody);
    crowd.matrix("information", shares::INFORMATION);
    crowd.matrix("quality", shares::QUALITY);
    crowd.yes_or_no();
    crowd.some_of("strengths", shares::STRENGTHS, &everybody);
    let mut suggesting = crowd.most_contented_last();
    suggesting.truncate(shares::SUGGESTING);
    crowd.some_of("suggestions", shares::SUGGESTIONS, &suggesting);
    crowd.submit()
}

impl Crowd {
    /// Respondents in an order of chance.
    fn anyhow(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.answers.len()).collect();
        self.random.shuffle(&mut order);
        order
    }

    /// Respondents, roughly from the least contented.
    fn most_contented_last(&mut self) -> Vec<usize> {
        let mut order = self.anyhow();
        let Self { random, contentment, .. } = self;
        order.sort_by_cached_key(|person| contentment[*person] + random.below(CHANCE));
        order
    }

    fn one_of(&mut self, name: &str, counts: Counts) {
        let values = counts.iter().flat_map(|(value, count)| std::iter::repeat_n(*value, *count));
        for (person, value) in self.anyhow().into_iter().zip(values) {
            self.answers[person].set(name, Answer::One(value.into()));
        }
    }

    fn matrix(&mut self, name: &str, rows: &[Row]) {
        for (row, counts) in rows {
            let answered: usize = counts.iter().map(|(_, count)| count).sum();
            let silent: Vec<usize> =
                self.anyhow().into_iter().take(shares::RESPONSES.saturating_sub(answered)).collect();
            let mut order = self.most_contented_last();
            order.retain(|person| !silent.contains(person));
            let worst_first = counts.iter().rev();
            let values = worst_first.flat_map(|(value, count)| std::iter::repeat_n(*value, *count));
            for (person, value) in order.into_iter().zip(values) {
                self.answers[person].set_row(name, row, value.into());
            }
        }
    }

    fn yes_or_no(&mut self) {
        for (place, person) in self.most_contented_last().into_iter().enumerate() {
            let delayed = if place < shares::DELAYS { "yes" } else { "no" };
            self.answers[person].set("delays", Answer::One(delayed.into()));
            self.answers[person].set("complaints", Answer::One("no".into()));
        }
    }

    /// A multiple choice that each of `people` answers.
    fn some_of(&mut self, name: &str, counts: Counts, people: &[usize]) {
        let mut chosen = vec![vec![false; counts.len()]; people.len()];
        for (option, (_, count)) in counts.iter().enumerate() {
            let mut order: Vec<usize> = (0..people.len()).collect();
            self.random.shuffle(&mut order);
            order.iter().take(*count).for_each(|place| chosen[*place][option] = true);
        }
        self.leave_nobody_out(&mut chosen);
        for (person, chosen) in people.iter().zip(chosen) {
            let values = counts.iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen);
            let values = values.map(|((value, _), _)| Scalar::from(*value)).collect();
            self.answers[*person].set(name, Answer::Many(values));
        }
    }

    /// Hands a choice from somebody who has several to each who has none.
    fn leave_nobody_out(&mut self, chosen: &mut [Vec<bool>]) {
        let many = |options: &Vec<bool>| options.iter().filter(|is_chosen| **is_chosen).count();
        for empty in 0..chosen.len() {
            while many(&chosen[empty]) == 0 {
                let giver = self.random.below(chosen.len());
                let option = self.random.below(chosen[giver].len());
                if chosen[giver][option] && many(&chosen[giver]) > 1 {
                    chosen[giver][option] = false;
                    chosen[empty][option] = true;
                }
            }
        }
    }

    /// Gives each response its language, texts, time and id.
    fn submit(mut self) -> Vec<Response> {
        let mut languages = vec!["lv"; shares::RESPONSES];
        self.anyhow().iter().take(shares::ENGLISH).for_each(|person| languages[*person] = "en");
        let mut commenting = self.anyhow();
        commenting.truncate(shares::COMMENTS);
        let Self { mut random, answers, .. } = self;
        let mut responses = Vec::with_capacity(answers.len());
        let times = times(&mut random);
        for (person, (mut answers, time)) in answers.into_iter().zip(times).enumerate() {
            let language = languages[person];
            write_texts(&mut answers, &mut random, language, commenting.contains(&person));
            responses.push(Response {
                id: random.uuid(),
                survey: SURVEY.to_owned(),
                submitted_at: time.to_string(),
                language: language.to_owned(),
                answers,
            });
        }
        responses
    }
}

fn write_texts(answers: &mut Answers, random: &mut Random, language: &str, is_commenting: bool) {
    let other = Scalar::from(OTHER);
    let chose_other = |answers: &Answers, name: &str| matches!(answers.get(name), Some(Answer::Many(values)) if values.contains(&other));
    if answers.get("delays") == Some(&Answer::One("yes".into())) {
        answers.set("delays_details", Answer::One(texts::delay(random, language).into()));
    }
    if chose_other(answers, "strengths") {
        answers.set_other_text("strengths", texts::strength(random, language));
    }
    if chose_other(answers, "suggestions") {
        answers.set_other_text("suggestions", texts::suggestion(random, language));
    }
    if is_commenting {
        answers.set("comment", Answer::One(texts::comment(random, language).into()));
    }
}

/// The moments of submission, in order.
fn times(random: &mut Random) -> Vec<Instant> {
    let (year, month, day) = FIRST;
    let first = Day::from_date(year, month, day).map_or(0, |day| i64::from(day.0));
    let mut times = Vec::with_capacity(shares::RESPONSES);
    for (day, count) in (first..).zip(shares::DAYS) {
        for _ in 0..count {
            let second = HOURS.start * 3600 + random.below((HOURS.end - HOURS.start) * 3600);
            times.push(Instant((day * 86_400 + i64::try_from(second).unwrap_or(0)) * 1000));
        }
    }
    times.sort_unstable();
    times
}
