//! Mails as mail programs save them: their texts, what is attached, and mails forwarded in them.

use std::borrow::Cow;

use mail_parser::decoders::html::html_to_text;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Kind, Returned, scan, text};

/// How deep mails forwarded in mails are read.
const DEPTH: usize = 16;
/// Headers that a saved mail begins with.
const HEADERS: [&str; 15] = [
    "received",
    "return-path",
    "delivered-to",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "reply-to",
    "sender",
    "cc",
    "authentication-results",
    "arc-seal",
];
/// Endings of attached files that are meant for us.
const OURS: [&str; 5] = [".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz"];

/// Whether a text begins with a header of a mail.
pub(super) fn begins(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.split_once(':').is_some_and(|(name, _)| {
        let name = name.to_ascii_lowercase();
        HEADERS.contains(&name.as_str()) || name.starts_with("x-") && !name.contains(' ')
    })
}

/// Everything in a mail.
pub(super) fn read(bytes: &[u8]) -> Vec<Returned> {
    parse(bytes, 0)
}

/// Everything in a mail saved as a page.
pub(super) fn read_page(html: &str) -> Vec<Returned> {
    scan::blocks(&html_to_text(html))
}

/// Of the headers only those of MIME are read.
fn parse(bytes: &[u8], depth: usize) -> Vec<Returned> {
    let parser = MessageParser::new().with_mime_headers().default_header_ignore();
    parser.parse(bytes).map(|message| of_message(&message, depth)).unwrap_or_default()
}

fn of_message(message: &Message<'_>, depth: usize) -> Vec<Returned> {
    // A text and the same as HTML: both are a whole rendering of the mail.
    let blocks = |bodies: &[u32]| -> Vec<Returned> {
        let bodies = bodies.iter().filter_map(|id| message.part(*id));
        bodies.filter(|part| !is_ours(part)).flat_map(|part| scan::blocks(&text_of(part))).collect()
    };
    let mut found = merge(blocks(&message.text_body), blocks(&message.html_body));
    for (id, part) in (0..).zip(&message.parts) {
        let is_body = message.text_body.contains(&id) || message.html_body.contains(&id);
        // Some programs show small files in the text instead of attaching them.
        if is_body && is_ours(part) || !is_body && message.attachments.contains(&id) {
            found.extend(attached(part, depth));
        }
    }
    found
}

/// Whether the part is a file of responses by its name.
fn is_ours(part: &MessagePart<'_>) -> bool {
    let name = part.attachment_name().unwrap_or_default().to_lowercase();
    OURS.iter().any(|ending| name.ends_with(ending))
}

fn text_of<'a>(part: &'a MessagePart<'_>) -> Cow<'a, str> {
    match &part.body {
        PartType::Html(html) => html_to_text(html).into(),
        PartType::Text(text) => text.as_ref().into(),
        _ => "".into(),
    }
}

fn attached(part: &MessagePart<'_>, depth: usize) -> Vec<Returned> {
    if depth == DEPTH {
        return Vec::new();
    }
    match &part.body {
        PartType::Message(message) => of_message(message, depth + 1),
        PartType::Html(_) => scan::blocks(&text_of(part)),
        PartType::Text(_) | PartType::Binary(_) | PartType::InlineBinary(_) => file(part, depth),
        PartType::Multipart(_) => Vec::new(),
    }
}

/// An attached file. One that is not meant for us, as a picture in a signature, is nothing.
fn file(part: &MessagePart<'_>, depth: usize) -> Vec<Returned> {
    let name = part.attachment_name().unwrap_or_default().to_lowercase();
    let bytes = part.contents();
    match Kind::of(&name, bytes) {
        Kind::Sealed => vec![Returned::Sealed(bytes.to_vec())],
        Kind::Text if begins(&text::decode(bytes)) => parse(bytes, depth + 1),
        Kind::Text | Kind::Mailbox => scan::blocks(&text::decode(bytes)),
        Kind::Responses if is_ours(part) => vec![Returned::File(bytes.to_vec())],
        Kind::Responses | Kind::Identity => Vec::new(),
    }
}

/// The blocks of a mail by what its text has and what its HTML has: the same blocks, each perhaps damaged in
/// one of them.
fn merge(text: Vec<Returned>, html: Vec<Returned>) -> Vec<Returned> {
    if text.len() == html.len() {
        let sound = |(text, html): (Returned, Returned)| {
            if html.is_sound() && !text.is_sound() { html } else { text }
        };
        return text.into_iter().zip(html).map(sound).collect();
    }
    let (mut more, fewer) = if text.len() > html.len() { (text, html) } else { (html, text) };
    let missing: Vec<Returned> = fewer.into_iter().filter(|it| it.is_sound() && !more.contains(it)).collect();
    for found in missing {
        match more.iter().position(|it| !it.is_sound()) {
            Some(at) => more[at] = found,
            None => more.push(found),
        }
    }
    more
}
