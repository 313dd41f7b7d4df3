//! The filter's form in the address: `service=mfa-04,mfa-05&from=2018-01-20`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::Filter;
use crate::domain::address::is_page_key;

/// What stays readable in the address.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

impl Filter {
    /// Reads a query, with or without `?`. Nothing is refused here; see [`Filter::check`].
    ///
    /// A key may stand more than once: its values add up; of `survey`, `from` and `to` the first counts.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let key = decode(key);
            if is_page_key(&key) || value.is_empty() {
                continue;
            }
            let single = match key.as_str() {
                "survey" => &mut filter.survey,
                "from" => &mut filter.from,
                "to" => &mut filter.to,
                _ => {
                    filter.extend(&key, split(value));
                    continue;
                }
            };
            single.get_or_insert_with(|| decode(value));
        }
        filter
    }

    /// The query that [`Filter::from_query`] reads back: `survey`, the keys sorted, `from`, `to`.
    pub fn to_query(&self) -> String {
        let single = |key: &str, value: &Option<String>| {
            value.as_ref().map(|value| format!("{key}={}", encode(value)))
        };
        let listed = self.values.iter().filter(|(_, values)| !values.is_empty());
        single("survey", &self.survey)
            .into_iter()
            .chain(listed.map(|(key, values)| format!("{}={}", encode(key), join(values))))
            .chain(single("from", &self.from))
            .chain(single("to", &self.to))
            .collect::<Vec<_>>()
            .join("&")
    }
}

/// Commas separate values. Programs that build addresses often escape them, so an escaped comma
/// separates too, unless a plain one stands beside it: then it belongs to a value.
fn split(values: &str) -> Vec<String> {
    let values: Vec<String> = if values.contains(',') {
        values.split(',').map(decode).collect()
    } else {
        decode(values).split(',').map(str::to_owned).collect()
    };
    values.into_iter().filter(|value| !value.is_empty()).collect()
}

fn join(values: &[String]) -> String {
    let joined = values.iter().map(|value| encode(value)).collect::<Vec<_>>().join(",");
    // A plain comma after a single value says that the value's own comma does not separate.
    if values.len() == 1 && values[0].contains(',') { joined + "," } else { joined }
}

fn decode(part: &str) -> String {
    percent_decode_str(&part.replace('+', " ")).decode_utf8_lossy().into_owned()
}

fn encode(part: &str) -> String {
    utf8_percent_encode(part, QUERY).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contracts_address_is_read_and_written_again() {
        let query =
            "delays=no&quality.knowledge=very_good,good&service=mfa-04,mfa-05&from=2018-01-20&to=2018-01-25";
        let filter = Filter::from_query(query);
        assert_eq!(filter.values_of("quality.knowledge"), ["very_good", "good"]);
        assert_eq!(filter.to_query(), query);
    }

    #[test]
    fn escapes_are_read_in_every_form() {
        let filter = Filter::from_query("?a%2Eb=x+y%20z%2Cw&a.b=x+y+z&a.b=v&lang=en&empty=&flag");
        assert_eq!(filter.values_of("a.b"), ["x y z", "w", "v"]);
        assert_eq!(filter.values.len(), 1);
    }

    #[test]
    fn any_value_survives_the_address() {
        for value in ["a,b", ",", "100%", "a&b=c", "ā ž+", "%2C", "a%2Cb,c", "#?/"] {
            for values in [vec![value], vec![value, "plain"]] {
                let mut filter = Filter::default();
                filter.set("key &=", values.iter().map(|value| (*value).to_owned()).collect());
                assert_eq!(Filter::from_query(&filter.to_query()), filter, "{values:?}");
            }
        }
    }

    #[test]
    fn the_first_of_a_single_key_counts_as_it_stands() {
        let filter = Filter::from_query("from=2018-01-20,x&from=2018-01-21&survey=a");
        assert_eq!(filter.from.as_deref(), Some("2018-01-20,x"));
        assert_eq!(filter.survey.as_deref(), Some("a"));
    }
}
