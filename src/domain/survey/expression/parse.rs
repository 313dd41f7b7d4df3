//! Recursive-descent reader of conditions: `or` binds weakest, then `and`, then comparisons.

use serde_json::{Number, Value};

use super::decimal::decimal;
use super::{Expression, Operand, Operator};
use crate::domain::survey::Scalar;

/// Where a condition could not be read, in characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionSyntax {
    /// Character position from 1.
    pub position: usize,
}

type Read<T> = Result<T, ConditionSyntax>;

pub(super) fn parse(text: &str) -> Read<Expression> {
    let mut reader = Reader { letters: text.chars().collect(), at: 0 };
    let expression = reader.either()?;
    reader.skip_space();
    if reader.at < reader.letters.len() { Err(reader.stop()) } else { Ok(expression) }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

/// What ends a bare word.
const MARKS: &str = "=<>!(){}[],&|'\"+-*/%^";

const OPERATORS: [(&str, Operator); 18] = [
    ("notcontains", Operator::NotContains),
    ("contains", Operator::Contains),
    ("contain", Operator::Contains),
    ("allof", Operator::Contains),
    ("anyof", Operator::AnyOf),
    ("noneof", Operator::NoneOf),
    ("equal", Operator::Equal),
    ("notequal", Operator::NotEqual),
    ("lessorequal", Operator::LessOrEqual),
    ("less", Operator::Less),
    ("greaterorequal", Operator::GreaterOrEqual),
    ("greater", Operator::Greater),
    ("==", Operator::Equal),
    ("=", Operator::Equal),
    ("<>", Operator::NotEqual),
    ("!=", Operator::NotEqual),
    ("<", Operator::Less),
    (">", Operator::Greater),
];

impl Reader {
    fn either(&mut self) -> Read<Expression> {
        let mut left = self.both()?;
        while self.take("||") || self.take_word("or") {
            left = Expression::Or(Box::new(left), Box::new(self.both()?));
        }
        Ok(left)
    }

    fn both(&mut self) -> Read<Expression> {
        let mut left = self.single()?;
        while self.take("&&") || self.take_word("and") {
            left = Expression::And(Box::new(left), Box::new(self.single()?));
        }
        Ok(left)
    }

    fn single(&mut self) -> Read<Expression> {
        if self.take("(") {
            let inner = self.either()?;
            return self.expect(")").map(|()| inner);
        }
        if self.peek() == Some('!') && self.letters.get(self.at + 1) != Some(&'=') {
            self.at += 1;
            return Ok(Expression::Not(Box::new(self.single()?)));
        }
        let left = self.operand()?;
        if self.take_word("notempty") {
            return Ok(Expression::Not(Box::new(Expression::Empty(left))));
        }
        if self.take_word("empty") {
            return Ok(Expression::Empty(left));
        }
        match self.operator() {
            Some(operator) => Ok(Expression::Compare(left, operator, self.operand()?)),
            None => Ok(Expression::Holds(left)),
        }
    }

    fn operator(&mut self) -> Option<Operator> {
        if self.take("<=") {
            return Some(Operator::LessOrEqual);
        }
        if self.take(">=") {
            return Some(Operator::GreaterOrEqual);
        }
        OPERATORS.into_iter().find_map(|(text, operator)| {
            let is_word = text.starts_with(|letter: char| letter.is_ascii_alphabetic());
            let taken = if is_word { self.take_word(text) } else { self.take(text) };
            taken.then_some(operator)
        })
    }

    fn operand(&mut self) -> Read<Operand> {
        match self.peek() {
            Some('{') => {
                self.at += 1;
                Ok(Operand::Name(self.until('}')?))
            }
            Some('[') => {
                self.at += 1;
                self.list()
            }
            _ => self.literal().map(Operand::Value),
        }
    }

    fn list(&mut self) -> Read<Operand> {
        let mut values = Vec::new();
        while !self.take("]") {
            if !values.is_empty() {
                self.expect(",")?;
            }
            values.push(self.literal()?);
        }
        Ok(Operand::List(values))
    }

    fn literal(&mut self) -> Read<Scalar> {
        match self.peek() {
            Some(quote @ ('\'' | '"')) => {
                self.at += 1;
                self.until(quote).map(Scalar::Text)
            }
            Some('-') => {
                self.at += 1;
                let word = self.word();
                number(&format!("-{word}")).ok_or_else(|| self.stop())
            }
            _ => match self.word().as_str() {
                "" => Err(self.stop()),
                "true" => Ok(Scalar::Bool(true)),
                "false" => Ok(Scalar::Bool(false)),
                word => Ok(number(word).unwrap_or_else(|| Scalar::Text(word.to_owned()))),
            },
        }
    }

    /// The text up to `end`, which is taken too; a backslash keeps the next character as it is.
    fn until(&mut self, end: char) -> Read<String> {
        let mut text = String::new();
        while let Some(letter) = self.letters.get(self.at).copied() {
            self.at += 1;
            match letter {
                _ if letter == end && !text.is_empty() => return Ok(text),
                _ if letter == end && end != '}' => return Ok(text),
                '\\' if end != '}' => {
                    text.extend(self.letters.get(self.at));
                    self.at += 1;
                }
                letter => text.push(letter),
            }
        }
        Err(self.stop())
    }

    fn word(&mut self) -> String {
        let word: String = self.letters[self.at..]
            .iter()
            .take_while(|letter| !letter.is_whitespace() && !MARKS.contains(**letter))
            .collect();
        self.at += word.chars().count();
        word
    }

    fn take(&mut self, mark: &str) -> bool {
        self.skip_space();
        let found =
            mark.chars().enumerate().all(|(offset, c)| self.letters.get(self.at + offset) == Some(&c));
        if found {
            self.at += mark.chars().count();
        }
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.skip_space();
        let start = self.at;
        let found = self.word().eq_ignore_ascii_case(word);
        if !found {
            self.at = start;
        }
        found
    }

    fn expect(&mut self, mark: &str) -> Read<()> {
        if self.take(mark) { Ok(()) } else { Err(self.stop()) }
    }

    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.letters.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.letters.get(self.at).is_some_and(|letter| letter.is_whitespace()) {
            self.at += 1;
        }
    }

    fn stop(&self) -> ConditionSyntax {
        ConditionSyntax { position: self.at.min(self.letters.len()) + 1 }
    }
}

fn number(word: &str) -> Option<Scalar> {
    if !word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-') {
        return None;
    }
    if let Ok(integer) = word.parse::<i64>() {
        return Some(Scalar::Number(integer.into()));
    }
    let float = decimal(word)?;
    Scalar::from_json(&Value::Number(Number::from_f64(float)?))
}
