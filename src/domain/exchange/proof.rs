//! Proof that a saved file holds what a device keeps: the file is read back and compared.

use std::collections::HashMap;

use serde_json::Value;
use thiserror::Error;

use super::sha256;
use crate::domain::survey::Response;

/// What a file that was read back proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<T = Response> {
    /// Responses that are in the file just as they are kept.
    pub found: Vec<T>,
    /// Records of the file that are not kept here.
    pub others: usize,
}

/// Why a file proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProofFault {
    /// It is no export of responses, or only a part of one.
    #[error("not an export of responses")]
    NotAnExport,
    /// It holds a response that is kept with other content.
    #[error("response {id} differs")]
    Differs {
        /// The response.
        id: String,
    },
}

/// Compares an export (contract, section 3) with the responses that are kept, member by member.
///
/// # Errors
/// [`ProofFault`]: the file is not whole, or one of its records differs from the response of the same id.
pub fn prove(kept: &[Response], file: &str) -> Result<Proof, ProofFault> {
    let mut file: Value = serde_json::from_str(file).map_err(|_| ProofFault::NotAnExport)?;
    if file["format"] != "aptauja.responses" || file["version"] != 1 {
        return Err(ProofFault::NotAnExport);
    }
    let Value::Array(records) = file["responses"].take() else { return Err(ProofFault::NotAnExport) };
    let mut kept: HashMap<&str, &Response> =
        kept.iter().map(|response| (response.id.as_str(), response)).collect();
    let mut found: HashMap<String, Value> = HashMap::new();
    let mut proof = Proof { found: Vec::new(), others: 0 };
    for record in records {
        let id = record["id"].as_str().unwrap_or_default().to_owned();
        let Some(response) = kept.remove(id.as_str()) else {
            // Twice the same is as good as once.
            match found.get(&id) {
                Some(before) if *before != record => return Err(ProofFault::Differs { id }),
                Some(_) => {}
                None => proof.others += 1,
            }
            continue;
        };
        if serde_json::to_value(response).ok().as_ref() != Some(&record) {
            return Err(ProofFault::Differs { id });
        }
        proof.found.push(response.clone());
        found.insert(id, record);
    }
    Ok(proof)
}

/// SHA-256 of a response as it is written into an export.
pub fn response_digest(response: &Response) -> String {
    sha256(&serde_json::to_vec(response).unwrap_or_default())
}

/// What an encrypted export proves that is known, by its own SHA-256, to be the one that was saved: `saved` are ids and
/// [`response_digest`]s of what was put into it.
///
/// # Errors
/// [`ProofFault::Differs`]: a response was changed after it was saved.
pub fn prove_unchanged<'a>(
    kept: &[Response],
    saved: impl IntoIterator<Item = (&'a String, &'a String)>,
) -> Result<Proof, ProofFault> {
    let kept: HashMap<&str, &Response> =
        kept.iter().map(|response| (response.id.as_str(), response)).collect();
    let mut proof = Proof { found: Vec::new(), others: 0 };
    for (id, digest) in saved {
        match kept.get(id.as_str()) {
            None => proof.others += 1,
            Some(response) if response_digest(response) == *digest => proof.found.push((*response).clone()),
            Some(_) => return Err(ProofFault::Differs { id: id.clone() }),
        }
    }
    Ok(proof)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exchange::export;

    fn response(number: u32, comment: &str) -> Response {
        serde_json::from_value(serde_json::json!({
            "id": format!("00000000-0000-4000-8000-{number:012}"),
            "survey": "mfa-2026",
            "submitted_at": "2026-02-03T04:05:06Z",
            "language": "lv",
            "answers": { "channels": ["email", "phone"], "quality": { "knowledge": "good" }, "comment": comment },
        }))
        .unwrap()
    }

    fn file(responses: &[Response]) -> String {
        export("mfa-2026", "2026-02-04T00:00:00Z", responses)
    }

    #[test]
    fn what_is_in_the_file_is_found_and_the_rest_is_not() {
        let kept = [response(1, "ā"), response(2, "\"\n"), response(3, "")];
        let saved = file(&[kept[1].clone(), response(9, "cita"), kept[0].clone()]);
        let proof = prove(&kept, &saved).unwrap();
        assert_eq!(proof, Proof { found: vec![kept[1].clone(), kept[0].clone()], others: 1 });
    }

    #[test]
    fn a_record_that_stands_twice_is_found_once_if_both_are_equal() {
        let kept = [response(1, "a")];
        let twice = file(&[kept[0].clone(), kept[0].clone()]);
        assert_eq!(prove(&kept, &twice).unwrap(), Proof { found: kept.to_vec(), others: 0 });
        for order in [["a", "b"], ["b", "a"]] {
            let differing = file(&order.map(|comment| response(1, comment)));
            assert_eq!(prove(&kept, &differing), Err(ProofFault::Differs { id: kept[0].id.clone() }));
        }
    }

    #[test]
    fn one_record_that_differs_spoils_the_file() {
        let kept = [response(1, "a"), response(2, "b")];
        let saved = file(&[kept[0].clone(), response(2, "c")]);
        assert_eq!(prove(&kept, &saved), Err(ProofFault::Differs { id: kept[1].id.clone() }));
        let more = file(&kept).replacen("\"language\"", "\"more\":1,\"language\"", 1);
        assert_eq!(prove(&kept, &more), Err(ProofFault::Differs { id: kept[0].id.clone() }));
    }

    #[test]
    fn a_file_cut_off_anywhere_proves_nothing() {
        let kept = [response(1, "a"), response(2, "ž")];
        let saved = file(&kept);
        let end = saved.trim_end().len();
        for cut in (0..end).filter(|cut| saved.is_char_boundary(*cut)) {
            assert_eq!(prove(&kept, &saved[..cut]), Err(ProofFault::NotAnExport), "{cut}");
        }
        assert_eq!(prove(&kept, &saved).unwrap().found.len(), 2);
        for other in ["[]", "{}", "null", &saved.replace("\"version\":1", "\"version\":2")] {
            assert_eq!(prove(&kept, other), Err(ProofFault::NotAnExport), "{other}");
        }
    }

    #[test]
    fn of_an_encrypted_file_those_are_found_that_are_as_they_were_saved() {
        let saved = [response(1, "a"), response(2, "b"), response(3, "c")];
        let digests: Vec<_> = saved.iter().map(|it| (it.id.clone(), response_digest(it))).collect();
        let prove =
            |kept: &[Response]| prove_unchanged(kept, digests.iter().map(|(id, digest)| (id, digest)));
        let kept = [saved[1].clone(), response(4, "d")];
        assert_eq!(prove(&kept), Ok(Proof { found: vec![saved[1].clone()], others: 2 }));
        let changed = [saved[0].clone(), response(2, "B")];
        assert_eq!(prove(&changed), Err(ProofFault::Differs { id: saved[1].id.clone() }));
    }
}
