//! Whatever mail programs do to a block, it comes out as it went in; damage never makes another of it.

use super::support::library;
use super::support::returned::{alternative, block, mail_with, sealed_block};
use aptauja::domain::exchange::returned::{self, Mailbox, Returned};
use aptauja::domain::sample::Random;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

const ROUNDS: u64 = 200;

/// One of these.
fn one_of<'a>(random: &mut Random, all: &[&'a str]) -> &'a str {
    all[random.below(all.len())]
}

/// A response of any length, and its block.
fn sent(random: &mut Random) -> (Vec<u8>, String) {
    let comment: String =
        (0..random.below(300)).map(|_| ['a', 'Ž', '9', '"', ' '][random.below(5)]).collect();
    let response = library(random.below(1_000) as u64, json!({"town": comment}));
    (response.to_string().into_bytes(), block(&response))
}

/// A block as it stands in the text of a mail that went through some hands.
fn worn(random: &mut Random, block: &str) -> String {
    let width = random.below(80) + 20;
    let quote = one_of(random, &["", "> ", ">> ", "> > ", "| ", "    ", "\u{a0}\u{a0}", ">"]);
    let end = one_of(random, &["\n", "\r\n", " \n", "\u{a0}\r\n", "\n\n"]);
    let dashes = one_of(random, &["-----", "—", "–----", "–", "---"]);
    let unseen = one_of(random, &["", "\u{200b}", "\u{ad}", "\u{feff}"]);
    let mut text = String::new();
    let mut lines: Vec<&str> = block.lines().collect();
    let (begin, finish) = (lines.remove(0), lines.pop().unwrap());
    let code: String = lines.concat();
    let mut push = |line: &str| text.extend([quote, line, end]);
    push(&begin.replace("-----", dashes).replace(' ', one_of(random, &[" ", "  ", "\u{a0}", "\n> "])));
    for line in code.as_bytes().chunks(width) {
        let (a, b) = line.split_at(line.len() / 2);
        push(&format!("{}{unseen}{}", String::from_utf8_lossy(a), String::from_utf8_lossy(b)));
    }
    push(&finish.replace("-----", dashes));
    format!("Labdien, {}!{end}{text}{end}Ar cieņu", one_of(random, &["Jāni", "-----", "BEGIN", "> x"]))
}

/// Quoted-printable, soft line ends anywhere.
fn quoted_printable(random: &mut Random, text: &str) -> String {
    let (mut coded, mut length) = (String::new(), 0);
    for byte in text.replace("\r\n", "\n").bytes() {
        let sign = match byte {
            b'\n' => "\r\n".to_owned(),
            b'!'..=b'<' | b'>'..=b'~' if !random.happens(5) => char::from(byte).to_string(),
            _ => format!("={byte:02X}"),
        };
        if byte == b'\n' {
            length = 0;
        } else if length + sign.len() > 20 + random.below(56) {
            coded.push_str("=\r\n");
            length = 0;
        }
        length += sign.len();
        coded.push_str(&sign);
    }
    coded
}

/// A text in one of the ways mails carry it.
fn carried(random: &mut Random, text: &str) -> Vec<u8> {
    let head = "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";
    let html = || text.replace('>', "&gt;").replace('\n', "<br>\n").replace('\u{a0}', "&nbsp;");
    match random.below(8) {
        0 => text.to_owned(),
        1 => format!("{head}\r\n{text}"),
        2 => {
            let coded = quoted_printable(random, text);
            format!("{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{coded}")
        }
        3 => {
            let coded = BASE64_STANDARD.encode(text);
            let lines: Vec<&str> =
                coded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
            format!("{head}Content-Transfer-Encoding: base64\r\n\r\n{}\r\n", lines.join("\r\n"))
        }
        4 => alternative(text, &html()),
        5 => format!("Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div>{}</div>", html()),
        6 => mail_with("a.txt", text.as_bytes()),
        _ => {
            let inner = format!("{head}\r\n{text}");
            format!(
                "Subject: Fwd\r\nContent-Type: multipart/mixed; boundary=f\r\n\r\n--f\r\n\
                 Content-Type: message/rfc822\r\n\r\n{inner}\r\n--f--\r\n"
            )
        }
    }
    .into_bytes()
}

#[test]
fn a_block_comes_out_of_every_mail_as_it_went_in() {
    let mut random = Random::new(20_260_101);
    for round in 0..ROUNDS {
        let (response, block) = sent(&mut random);
        let worn = worn(&mut random, &block);
        let bytes = carried(&mut random, &worn);
        let found = returned::read(&bytes);
        let shown = String::from_utf8_lossy(&bytes);
        assert!(found == [Returned::Response(response)], "round {round}: {found:?}\n{shown}");
    }
}

#[test]
fn a_sealed_block_comes_out_of_every_mail_as_it_went_in() {
    let mut random = Random::new(7);
    let block = sealed_block();
    let [Returned::Sealed(sealed)] = &returned::read(block.as_bytes())[..] else { panic!() };
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    for round in 0..ROUNDS {
        let worn = worn(&mut random, &block);
        let bytes = carried(&mut random, &worn);
        assert_eq!(returned::read(&bytes), [Returned::Sealed(sealed.clone())], "round {round}: {worn}");
    }
}

#[test]
fn damage_never_makes_another_response_and_never_breaks_the_reading() {
    let mut random = Random::new(99);
    for round in 0..ROUNDS * 5 {
        let (response, block) = sent(&mut random);
        let worn = worn(&mut random, &block);
        let mut bytes = carried(&mut random, &worn);
        for _ in 0..=random.below(8) {
            let at = random.below(bytes.len());
            match random.below(4) {
                0 => bytes.truncate(at + 1),
                1 if bytes.len() > 1 => drop(bytes.remove(at)),
                2 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                _ => bytes.extend_from_within(at..),
            }
        }
        let (mut mailbox, mut mails) = (Mailbox::new(), Vec::new());
        mailbox.push(&[b"From a 09:15:02\n", &bytes[..]].concat(), |_| ());
        mailbox.finish(|message| mails.extend(returned::read_message(message)));
        for found in returned::read(&bytes).into_iter().chain(mails) {
            if let Returned::Response(found) = found {
                assert!(found == response, "round {round}: {}", String::from_utf8_lossy(&found));
            }
        }
    }
}
