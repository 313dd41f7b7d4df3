//! The file of codes.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::codes::Written;
use super::{Codes, Theme};

/// The format that files of codes name.
pub const FORMAT: &str = "aptauja.codes";
const VERSION: u64 = 1;

/// Why a file of codes is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodesFault {
    /// It ends too early, or is no JSON for other reasons.
    #[error("not whole")]
    NotWhole,
    /// Of a version that is not known.
    #[error("version {version}")]
    Version {
        /// What stands there.
        version: String,
    },
    /// Something in it is not as it must be.
    #[error("{path}")]
    Damaged {
        /// JSON path; empty where it is not known.
        path: String,
    },
    /// Its codes are of another survey.
    #[error("survey {survey}")]
    OtherSurvey {
        /// The survey of the codes.
        survey: String,
    },
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u64,
    survey: String,
    #[serde(flatten)]
    codes: Written,
}

/// The file of a survey's codes.
pub fn codes_file(survey: &str, codes: &Codes) -> String {
    let file =
        File { format: FORMAT.into(), version: VERSION, survey: survey.into(), codes: codes.clone().into() };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file of codes: the survey's id and the codes.
///
/// # Errors
/// [`CodesFault`]; never that it is of another survey, which is not known here.
pub fn read_codes(text: &str) -> Result<(String, Codes), CodesFault> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text).map_err(|_| CodesFault::NotWhole)?;
    let damaged = |path: &str| CodesFault::Damaged { path: path.to_owned() };
    if value["format"] != FORMAT {
        return Err(damaged("$.format"));
    }
    if value["version"] != VERSION {
        return Err(CodesFault::Version { version: value["version"].to_string() });
    }
    let File { survey, codes, .. } = serde_json::from_value(value).map_err(|_| damaged(""))?;
    for (at, Theme { id, title }) in codes.themes.iter().enumerate() {
        if id.is_empty() || title.trim().is_empty() || codes.themes[..at].iter().any(|other| other.id == *id)
        {
            return Err(damaged(&format!("$.themes[{at}]")));
        }
    }
    for (at, text) in codes.texts.iter().enumerate() {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_key = text.sha256.len() == 64 && text.sha256.bytes().all(is_digit);
        let is_known = |id: &String| codes.themes.iter().any(|theme| theme.id == *id);
        if !is_key || text.question.is_empty() || !text.themes.iter().all(is_known) {
            return Err(damaged(&format!("$.texts[{at}]")));
        }
    }
    Ok((survey, codes.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::text_key;

    fn codes() -> Codes {
        let mut codes = Codes::default();
        codes.add_theme("t-1".into(), "Rindas „garas”");
        codes.add_theme("t-2".into(), "Cena");
        codes.toggle_theme("comment", &text_key("comment", "a"), "t-2");
        codes.toggle_theme("comment", &text_key("comment", "a"), "t-1");
        codes.toggle_removed("delays_details", &text_key("delays_details", "b"));
        codes
    }

    #[test]
    fn what_is_saved_is_read_again() {
        let file = codes_file("mfa-2018", &codes());
        assert_eq!(read_codes(&file), Ok(("mfa-2018".to_owned(), codes())));
        let (_, again) = read_codes(&format!("\u{feff}{file}")).unwrap();
        assert_eq!(again.themes()[0].id, "t-1");
    }

    #[test]
    fn a_file_cut_off_anywhere_is_not_taken() {
        let file = codes_file("mfa-2018", &codes());
        let end = file.trim_end().len();
        for cut in (0..end).filter(|cut| file.is_char_boundary(*cut)) {
            assert_eq!(read_codes(&file[..cut]), Err(CodesFault::NotWhole), "{cut}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let file = codes_file("mfa-2018", &codes());
        let wrong = |from: &str, to: &str| read_codes(&file.replacen(from, to, 1)).unwrap_err();
        let damaged = |path: &str| CodesFault::Damaged { path: path.to_owned() };
        assert_eq!(wrong("\"version\": 1", "\"version\": 2"), CodesFault::Version { version: "2".into() });
        assert_eq!(wrong("\"id\": \"t-2\"", "\"id\": \"t-1\""), damaged("$.themes[1]"));
        assert_eq!(wrong("\"title\": \"Cena\"", "\"title\": \" \""), damaged("$.themes[1]"));
        assert_eq!(wrong("\"sha256\": \"", "\"sha256\": \"X"), damaged("$.texts[0]"));
        assert_eq!(wrong("\"texts\"", "\"other\""), damaged(""));
        assert_eq!(wrong("aptauja.codes", "aptauja.report"), damaged("$.format"));
    }
}
