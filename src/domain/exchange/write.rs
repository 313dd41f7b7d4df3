//! The files the application writes.

use serde::Serialize;

use super::Rejection;
use crate::domain::analysis::Report;
use crate::domain::survey::{Fault, Response};

/// Turns a fault into a sentence of the chosen language.
pub type RejectedMessage<'a> = &'a dyn Fn(&Fault) -> String;

/// An export of responses (contract, section 3), one response a line.
pub fn export(survey: &str, exported_at: &str, responses: &[Response]) -> String {
    let lines: Vec<String> = responses.iter().map(json).collect();
    format!(
        "{{\"format\":\"aptauja.responses\",\"version\":1,\"survey\":{},\"exported_at\":{},\"responses\":[\n{}\n]}}\n",
        json(&survey),
        json(&exported_at),
        lines.join(",\n")
    )
}

/// A report (contract, section 4).
pub fn report_file(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}

/// Every refused record with its place and reason.
pub fn rejected_file(generated_at: &str, rejections: &[Rejection], message: RejectedMessage<'_>) -> String {
    let lines: Vec<String> = rejections
        .iter()
        .map(|rejection| {
            json(&RejectedRecord {
                file: &rejection.file,
                record: rejection.record,
                line: (rejection.line > 0).then_some(rejection.line),
                path: &rejection.fault.path,
                reason: &serde_json::to_value(&rejection.fault.reason).unwrap_or_default()["code"],
                message: message(&rejection.fault),
                text: &rejection.text,
            })
        })
        .collect();
    format!(
        "{{\"format\":\"aptauja.rejected\",\"version\":1,\"generated_at\":{},\"records\":[\n{}\n]}}\n",
        json(&generated_at),
        lines.join(",\n")
    )
}

#[derive(Serialize)]
struct RejectedRecord<'a> {
    file: &'a str,
    record: u64,
    line: Option<u64>,
    path: &'a str,
    reason: &'a serde_json::Value,
    message: String,
    text: &'a str,
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
