//! A questionnaire made ready for reading answers: every name and value it knows, and where it stands.

use super::scan::Scan;
use super::words::{Named, Words};
use crate::domain::analysis::{Coded, Layout, Place};
use crate::domain::survey::{Kind, NONE, Question, Questionnaire, Scalar};

/// Names and values of a questionnaire.
pub(super) struct Form {
    /// Twice the question's position; one more for the text of its "other".
    names: Words,
    questions: Vec<Asked>,
}

/// How a question is answered.
enum Asked {
    Single { cell: usize, values: Values },
    Multiple { cell: usize, values: Values, none: Option<usize>, max: usize },
    Matrix { cell: usize, rows: Words, values: Values },
    Text { max: usize },
    Nothing,
}

/// Values by how they are written; a number beside each.
struct Values {
    texts: Words,
    bare: Words,
}

/// So many questions are told apart by the bits of what has been seen.
const MOST: usize = 64;

impl Form {
    /// `None` for a questionnaire that needs the careful reader always.
    pub fn new(questionnaire: &Questionnaire, layout: &Layout) -> Option<Self> {
        let questions = &questionnaire.questions;
        let others: Vec<String> =
            questions.iter().map(|question| format!("{}-Comment", question.name)).collect();
        let is_shared = |at: usize| {
            questions[at].has_other() && questions.iter().any(|question| question.name == others[at])
        };
        if questions.len() > MOST || (0..questions.len()).any(is_shared) {
            return None;
        }
        let names = questions.iter().enumerate().map(|(at, question)| (question.name.as_bytes(), 2 * at));
        let with_other = (0..questions.len()).filter(|at| questions[*at].has_other());
        let names = Words::new(names.chain(with_other.map(|at| (others[at].as_bytes(), 2 * at + 1))));
        let asked =
            questions.iter().zip(layout.places()).map(|(question, place)| Asked::new(question, place));
        Some(Self { names, questions: asked.collect::<Option<_>>()? })
    }

    /// Reads the member `answers` into `coded`, which is empty.
    pub fn read(&self, scan: &mut Scan<'_>, coded: &mut Coded) -> Option<()> {
        let (mut seen, mut previous) = (0_u128, usize::MAX);
        let mut more = scan.opens(b'{', b'}')?;
        while more {
            let Named::Known(member) = self.names.member(scan, &mut previous)? else { return None };
            // Of a name that stands twice the last counts: the careful reader knows.
            if seen >> member & 1 == 1 {
                return None;
            }
            seen |= 1 << member;
            let (question, is_other) = (member / 2, member % 2 == 1);
            if is_other {
                coded.set_text(question, |text| scan.text(text))?;
            } else {
                self.questions[question].read(question, scan, coded)?;
            }
            more = scan.goes_on(b'}')?;
        }
        Some(())
    }
}

impl Asked {
    /// `None` where names are not told apart by their bytes.
    fn new(question: &Question, place: &Place) -> Option<Self> {
        Some(match (place, &question.kind) {
            (Place::Single { cell, values }, _) => Self::Single { cell: *cell, values: Values::new(values) },
            (Place::Multiple { cells, values }, Kind::Checkbox { options, max_selected }) => {
                let none = Scalar::from(NONE);
                let none = values.iter().position(|value| options.none.is_some() && *value == none);
                Self::Multiple {
                    cell: cells.start,
                    values: Values::new(values),
                    none: none.map(|at| cells.start + at),
                    max: max_selected.unwrap_or(usize::MAX),
                }
            }
            (Place::Matrix { cells, rows, values }, Kind::Matrix { rows: choices, .. }) => {
                let keys: Vec<String> = rows.iter().map(Scalar::key).collect();
                let is_repeated = |at: usize| keys[..at].contains(&keys[at]);
                if choices.len() != keys.len() || (0..keys.len()).any(is_repeated) {
                    return None;
                }
                let rows = Words::new(keys.iter().enumerate().map(|(at, key)| (key.as_bytes(), at)));
                Self::Matrix { cell: cells.start, rows, values: Values::new(values) }
            }
            (Place::Text, Kind::Comment { max_length } | Kind::Text { max_length }) => {
                Self::Text { max: max_length.unwrap_or(usize::MAX) }
            }
            _ => Self::Nothing,
        })
    }

    fn read(&self, question: usize, scan: &mut Scan<'_>, coded: &mut Coded) -> Option<()> {
        match self {
            Self::Single { cell, values } => coded.set(*cell, values.code(scan)?),
            Self::Multiple { cell, values, none, max } => {
                let mut chosen = 0;
                let mut more = scan.opens(b'[', b']')?;
                while more {
                    let at = cell + usize::from(values.code(scan)?) - 1;
                    if coded.is_set(at) {
                        return None;
                    }
                    coded.set(at, 1);
                    chosen += 1;
                    more = scan.goes_on(b']')?;
                }
                let is_none = none.is_some_and(|none| coded.is_set(none));
                if chosen > *max || (is_none && chosen > 1) {
                    return None;
                }
            }
            Self::Matrix { cell, rows, values } => {
                let mut previous = usize::MAX;
                let mut more = scan.opens(b'{', b'}')?;
                while more {
                    let Named::Known(row) = rows.member(scan, &mut previous)? else { return None };
                    let at = cell + row;
                    if coded.is_set(at) {
                        return None;
                    }
                    coded.set(at, values.code(scan)?);
                    more = scan.goes_on(b'}')?;
                }
            }
            Self::Text { max } => {
                coded.set_text(question, |text| scan.text(text))?;
                let text = coded.text(question).unwrap_or_default();
                // No text has more UTF-16 units than bytes.
                if text.len() > *max && text.encode_utf16().count() > *max {
                    return None;
                }
            }
            Self::Nothing => return None,
        }
        Some(())
    }
}

impl Values {
    fn new(values: &[Scalar]) -> Self {
        let bare: Vec<String> = values
            .iter()
            .map(|value| match value {
                Scalar::Text(_) => String::new(),
                // Fractions can be written in many ways.
                Scalar::Number(number) if number.is_f64() => String::new(),
                value => value.key(),
            })
            .collect();
        let texts = values.iter().enumerate().filter_map(|(at, value)| match value {
            Scalar::Text(text) => Some((text.as_bytes(), at + 1)),
            _ => None,
        });
        Self {
            texts: Words::new(texts),
            bare: Words::new(bare.iter().enumerate().map(|(at, text)| (text.as_bytes(), at + 1))),
        }
    }

    /// The code of the value that comes next.
    fn code(&self, scan: &mut Scan<'_>) -> Option<u16> {
        let code =
            if scan.peek()? == b'"' { self.texts.value(scan)? } else { self.bare.find(scan.bare()?)? };
        u16::try_from(code).ok()
    }
}
