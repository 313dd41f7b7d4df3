//! Responses that a device keeps as ciphertext only, the file they leave in, and the proof of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Proof, ProofFault};

/// A response whose answers only the holder of the survey's identity can read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedResponse {
    /// The response's id; the name it is stored under.
    #[serde(skip)]
    pub id: String,
    /// Id of the survey.
    pub survey: String,
    /// UTC day on which it was submitted, `2026-02-03`.
    pub day: String,
    /// The response (contract, section 2) in the age format, armored.
    pub age: String,
}

/// The first line of an armored block (<https://age-encryption.org/v1>).
pub const BLOCK_BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const BLOCK_END: &str = "-----END AGE ENCRYPTED FILE-----";

/// A file of sealed responses: a line that says what it is, then the armored blocks.
pub fn export_sealed(first_line: &str, responses: &[SealedResponse]) -> String {
    let blocks = responses.iter().map(|response| with_line_ends(&response.age));
    format!("{first_line}\n{}", blocks.collect::<String>())
}

/// Compares the blocks of a file with those that are kept, byte for byte; only line ends may differ.
///
/// # Errors
/// [`ProofFault::NotAnExport`]: there is no block in it, or something between blocks, or one has no end.
pub fn prove_sealed(kept: &[SealedResponse], file: &str) -> Result<Proof<SealedResponse>, ProofFault> {
    let mut kept: BTreeMap<String, &SealedResponse> =
        kept.iter().map(|response| (with_line_ends(&response.age), response)).collect();
    let mut proof = Proof { found: Vec::new(), others: 0 };
    let mut seen: Vec<String> = Vec::new();
    for block in blocks(file)? {
        match kept.remove(&block) {
            Some(response) => proof.found.push(response.clone()),
            // Twice the same is as good as once.
            None if seen.contains(&block) => {}
            None => proof.others += 1,
        }
        seen.push(block);
    }
    Ok(proof)
}

fn blocks(file: &str) -> Result<Vec<String>, ProofFault> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    for line in file.lines().map(str::trim_end) {
        match &mut open {
            None if line == BLOCK_BEGIN => open = Some(format!("{line}\n")),
            // Only before the first block there may be words.
            None if line.is_empty() || blocks.is_empty() => {}
            None => return Err(ProofFault::NotAnExport),
            Some(block) => {
                block.push_str(line);
                block.push('\n');
                if line == BLOCK_END {
                    blocks.extend(open.take());
                }
            }
        }
    }
    if open.is_some() || blocks.is_empty() { Err(ProofFault::NotAnExport) } else { Ok(blocks) }
}

/// The text with every line, the last one too, ended by a line feed.
fn with_line_ends(text: &str) -> String {
    text.trim_end().lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(name: &str) -> SealedResponse {
        SealedResponse {
            id: name.to_owned(),
            survey: "mfa-2026".into(),
            day: "2026-02-03".into(),
            age: format!("{BLOCK_BEGIN}\nYWdl{name}\nLS0t\n{BLOCK_END}\n"),
        }
    }

    #[test]
    fn the_id_is_not_written_beside_the_ciphertext() {
        let stored = serde_json::to_value(sealed("a")).unwrap();
        assert_eq!(stored.as_object().unwrap().keys().collect::<Vec<_>>(), ["age", "day", "survey"]);
        assert!(serde_json::from_str::<SealedResponse>(r#"{"survey":"a","day":"2026-02-03"}"#).is_err());
    }

    #[test]
    fn what_is_in_the_file_is_found_and_the_rest_is_not() {
        let kept = ["a", "b", "c"].map(sealed);
        let file = export_sealed("Virsraksts", &[sealed("c"), sealed("x"), sealed("a"), sealed("c")]);
        let proof = prove_sealed(&kept, &file).unwrap();
        assert_eq!(proof, Proof { found: vec![sealed("c"), sealed("a")], others: 1 });
    }

    #[test]
    fn line_ends_may_change_on_the_way_and_nothing_else() {
        let kept = ["a", "b"].map(sealed);
        let file = export_sealed("", &kept);
        assert_eq!(prove_sealed(&kept, &file.replace('\n', "\r\n")).unwrap().found, kept);
        assert_eq!(prove_sealed(&kept, file.trim_end()).unwrap().found, kept);
        let changed = file.replace("YWdla", "YWdlA");
        assert_eq!(prove_sealed(&kept, &changed).unwrap(), Proof { found: vec![sealed("b")], others: 1 });
    }

    #[test]
    fn a_file_cut_off_proves_no_more_than_its_whole_blocks() {
        let kept = ["a", "b"].map(sealed);
        let file = export_sealed("Virsraksts", &kept);
        for cut in 0..file.trim_end().len() {
            let found = prove_sealed(&kept, &file[..cut]).map_or(0, |proof| proof.found.len());
            assert!(found < kept.len(), "{cut}");
        }
        for wrong in ["", "Virsraksts", BLOCK_BEGIN, &format!("{file}vēl"), "[]"] {
            assert_eq!(prove_sealed(&kept, wrong), Err(ProofFault::NotAnExport), "{wrong}");
        }
    }
}
