//! Prints synthetic responses, one per line.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use aptauja::domain::sample::{Stream, published};
use aptauja::domain::survey::Response;

const USAGE: &str = "\
usage: generate sample                          the published survey of 2018, rebuilt: 400 responses
       generate responses --count N [--seed S]  N responses with the published shares; S is 1 if absent";

/// What to print.
#[derive(Debug, PartialEq)]
enum Order {
    Sample,
    Responses { count: usize, seed: u64 },
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(order) = read(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let printed = match order {
        Order::Sample => print(published()),
        Order::Responses { count, seed } => print(Stream::new(seed).take(count)),
    };
    match printed {
        // Whoever read the lines has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn read(arguments: &[&str]) -> Option<Order> {
    match arguments {
        ["sample"] => Some(Order::Sample),
        ["responses", options @ ..] => {
            let (mut count, mut seed) = (None, 1);
            for option in options.chunks(2) {
                match option {
                    ["--count", number] => count = Some(number.parse().ok()?),
                    ["--seed", number] => seed = number.parse().ok()?,
                    _ => return None,
                }
            }
            Some(Order::Responses { count: count?, seed })
        }
        _ => None,
    }
}

fn print(responses: impl IntoIterator<Item = Response>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for response in responses {
        serde_json::to_writer(&mut out, &response)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_in_any_order() {
        let order = Some(Order::Responses { count: 5, seed: 9 });
        assert_eq!(read(&["responses", "--seed", "9", "--count", "5"]), order);
        assert_eq!(read(&["sample"]), Some(Order::Sample));
    }

    #[test]
    fn what_cannot_be_read_gets_the_usage() {
        for arguments in [vec![], vec!["responses"], vec!["responses", "--count"], vec!["sample", "x"]] {
            assert_eq!(read(&arguments), None, "{arguments:?}");
        }
    }
}
