//! Blocks and mails as they are sent.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::gzip;

/// A response as a block.
pub fn block(response: &Value) -> String {
    block_of(&gzip(response.to_string().as_bytes()))
}

/// A block of these bytes.
pub fn block_of(bytes: &[u8]) -> String {
    between("APTAUJA RESPONSE", bytes)
}

/// What the age tool writes, as far as can be told without a key.
pub fn sealed_block() -> String {
    between(
        "AGE ENCRYPTED FILE",
        b"age-encryption.org/v1\n-> X25519 TEiF0ypqr\nEmECAEcKN\n--- Vn+54jqii\n\x01\x02",
    )
}

fn between(name: &str, bytes: &[u8]) -> String {
    format!("-----BEGIN {name}-----\n{}-----END {name}-----\n", lines(bytes))
}

/// Base64 in lines of 64.
fn lines(bytes: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(bytes);
    text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned() + "\n").collect()
}

/// A mail with a file attached.
pub fn mail_with(name: &str, bytes: &[u8]) -> String {
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nPielikumā.\r\n--b\r\nContent-Type: application/octet-stream; \
        name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; \
        filename=\"{name}\"\r\n\r\n{}--b--\r\n",
        lines(bytes).replace('\n', "\r\n")
    )
}

/// A mail with a text and the same as HTML.
pub fn alternative(text: &str, html: &str) -> String {
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--b\r\nContent-Type: text/html\r\n\r\n\
        <p>{html}</p>\r\n--b--\r\n"
    )
}
