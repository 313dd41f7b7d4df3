//! Reading a record that is written the usual way, without keeping anything of its text.
//!
//! What this reader takes, the careful one takes too, and both make the same of it. Everything else it
//! leaves to the careful one: what is wrong, and what is right but seldom seen.

mod form;
mod scan;
mod words;

use std::borrow::Cow;

use super::Head;
use crate::domain::analysis::{Coded, Layout};
use crate::domain::survey::{Instant, Survey, is_language_tag, parse_uuid};
use form::Form;
use scan::{Scan, Token};
use words::{Named, Words};

/// All surveys made ready for reading.
pub(super) struct Quick {
    members: Words,
    /// Positions of the surveys by their ids.
    surveys: Words,
    forms: Vec<Option<Form>>,
}

/// Members of a record in the order of the contract; their positions are their numbers.
const MEMBERS: [&str; 5] = ["id", "survey", "submitted_at", "language", "answers"];

impl Quick {
    pub fn new(surveys: &[Survey], layouts: &[Layout]) -> Self {
        let ids = surveys.iter().enumerate().map(|(at, survey)| (survey.entry.id.as_bytes(), at));
        Self {
            members: Words::new(MEMBERS.iter().enumerate().map(|(at, name)| (name.as_bytes(), at))),
            surveys: Words::new(ids),
            forms: surveys
                .iter()
                .zip(layouts)
                .map(|(survey, layout)| Form::new(&survey.questionnaire, layout))
                .collect(),
        }
    }

    /// Reads the record at the front of `bytes` into the survey's `coded`; `None` where it needs the
    /// careful reader. What it is, and how many bytes it takes.
    pub fn read<'a>(
        &self,
        bytes: &'a [u8],
        spans_lines: bool,
        coded: &mut [Coded],
    ) -> Option<(Head<'a>, usize)> {
        let mut scan = Scan::new(bytes, spans_lines);
        let (mut id, mut survey, mut submitted_at, mut language) = (None, None, None, None);
        // Where the answers begin and end, should they stand before the survey.
        let mut answers = None;
        let (mut is_read, mut previous) = (false, usize::MAX);
        let mut more = scan.opens(b'{', b'}')?;
        while more {
            let number = match self.members.member(&mut scan, &mut previous)? {
                Named::Known(number) => number,
                Named::Unknown(name) => {
                    pass_over(name, &mut scan)?;
                    more = scan.goes_on(b'}')?;
                    continue;
                }
            };
            match number {
                0 if id.is_none() => id = Some(parse_uuid(text(scan.string()?)?)?),
                1 if survey.is_none() => survey = Some(self.surveys.value(&mut scan)?),
                2 if submitted_at.is_none() => {
                    submitted_at = Some(Instant::parse(text(scan.string()?)?)?);
                }
                3 if language.is_none() => {
                    language = Some(text(scan.string()?).filter(|tag| is_language_tag(tag))?);
                }
                4 if answers.is_none() => {
                    scan.peek()?;
                    let start = scan.position();
                    match survey {
                        Some(survey) => {
                            self.answers(survey, &mut scan, coded)?;
                            is_read = true;
                        }
                        None => scan.skip()?,
                    }
                    answers = Some((start, scan.position()));
                }
                // A member that stands twice.
                _ => return None,
            }
            more = scan.goes_on(b'}')?;
        }
        let (survey, (start, end)) = (survey?, answers?);
        if !is_read {
            let mut scan = scan.from(start);
            self.answers(survey, &mut scan, coded)?;
            if scan.position() != end {
                return None;
            }
        }
        let head = Head { id: id?, survey, submitted_at: submitted_at?, language: Cow::Borrowed(language?) };
        Some((head, scan.position()))
    }

    fn answers(&self, survey: usize, scan: &mut Scan<'_>, coded: &mut [Coded]) -> Option<()> {
        let coded = &mut coded[survey];
        coded.clear();
        self.forms[survey].as_ref()?.read(scan, coded)
    }
}

/// A member that is not analysed: a plain string or a bare word is right, all else needs a closer look.
fn pass_over(name: Token<'_>, scan: &mut Scan<'_>) -> Option<()> {
    text(name)?;
    if scan.peek()? == b'"' {
        return text(scan.string()?).map(|_| ());
    }
    let bare = scan.bare()?.bytes;
    let is_number = bare[0] != b'0' && bare.len() < 16 && bare.iter().all(u8::is_ascii_digit);
    (is_number || matches!(bare, b"0" | b"true" | b"false" | b"null")).then_some(())
}

fn text(token: Token<'_>) -> Option<&str> {
    std::str::from_utf8(token.bytes).ok()
}

#[cfg(test)]
mod tests;
