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
    ("allof", Operator::AllOf),
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
        if let Some(group) = self.group()? {
            return Ok(group);
        }
        let left = self.operand()?;
        if let Some(operator) = self.operator() {
            return Ok(Expression::Compare(left, operator, self.operand()?));
        }
        Ok(self.unary(left))
    }

    /// What stands in parentheses or after `!`; a comparison after `!` needs parentheses, as without
    /// them it would compare the negation.
    fn group(&mut self) -> Read<Option<Expression>> {
        if self.take("(") {
            let inner = self.either()?;
            return self.expect(")").map(|()| Some(inner));
        }
        if self.peek() != Some('!') || self.letters.get(self.at + 1) == Some(&'=') {
            return Ok(None);
        }
        self.at += 1;
        let inner = if let Some(group) = self.group()? {
            group
        } else {
            let operand = self.operand()?;
            self.unary(operand)
        };
        Ok(Some(Expression::Not(Box::new(inner))))
    }

    fn unary(&mut self, operand: Operand) -> Expression {
        if self.take_word("notempty") {
            Expression::Not(Box::new(Expression::Empty(operand)))
        } else if self.take_word("empty") {
            Expression::Empty(operand)
        } else {
            Expression::Holds(operand)
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
                word if is_plain(word) => Ok(Scalar::Text(word.to_owned())),
                word => number(word).ok_or_else(|| self.stop()),
            },
        }
    }

    /// The text up to `end`, which is taken too; a backslash keeps a quote as it is.
    fn until(&mut self, end: char) -> Read<String> {
        let mut text = String::new();
        while let Some(letter) = self.letters.get(self.at).copied() {
            self.at += 1;
            match letter {
                _ if letter == end && !text.is_empty() => return Ok(text),
                _ if letter == end && end != '}' => return Ok(text),
                '\\' if end != '}' && matches!(self.letters.get(self.at), Some('\'' | '"')) => {
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

/// A text that needs no quotes.
fn is_plain(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphabetic() || letter == '_';
    word.starts_with(is_letter) && word.chars().all(|letter| is_letter(letter) || letter.is_ascii_digit())
}

/// `5`, `-5`, `0.5` or `0x1f`.
fn number(word: &str) -> Option<Scalar> {
    if let Some(digits) = word.strip_prefix("0x") {
        return i64::from_str_radix(digits, 16).ok().map(|number| Scalar::Number(number.into()));
    }
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) {
        return None;
    }
    if let Ok(integer) = word.parse::<i64>() {
        return Some(Scalar::Number(integer.into()));
    }
    let float = decimal(word)?;
    Scalar::from_json(&Value::Number(Number::from_f64(float)?))
}
