//! What comes back in mails and texts, as mail programs save and change them.

// Every test is a program of its own and needs not all of what they share.
use super::support;
use super::support::returned::{block, block_of, sealed_block};
use super::support::{counts, export, gzip, library, ndjson, problem, small};
use aptauja::domain::exchange::returned::{self, Kind, Mailbox, Returned};
use aptauja::domain::exchange::{Digest, FileProblem, Import};
use aptauja::domain::survey::FaultReason;
use serde_json::{Value, json};

/// A mail as a program has saved it.
fn saved(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/mails/{name}")).unwrap()
}

/// What the worker does, without keys.
fn import(files: &[(&str, &[u8])]) -> Import {
    let mut import = Import::new(small());
    for (name, bytes) in files {
        import.begin_file(name);
        let found = match Kind::of(name, bytes) {
            Kind::Responses => {
                import.push(bytes);
                import.finish_file();
                continue;
            }
            Kind::Text => returned::read(bytes),
            Kind::Mailbox => messages(bytes, usize::MAX),
            Kind::Sealed => vec![Returned::Sealed(bytes.to_vec())],
            Kind::Identity => panic!("{name} is a key"),
        };
        let mut digest = Digest::default();
        digest.push(bytes);
        import.note(bytes.len() as u64, digest);
        let reader = import.reader();
        reader.read_returned();
        for it in found {
            match it {
                Returned::Response(bytes) => reader.take_response(&bytes),
                Returned::File(bytes) => reader.take_file(&bytes),
                Returned::Sealed(_) => reader.refuse(FaultReason::Sealed, ""),
                Returned::Broken { reason, text } => reader.refuse(reason, &text),
            }
        }
        import.finish_file();
    }
    import.finish();
    import
}

/// What is in an mbox that comes in slices.
fn messages(bytes: &[u8], slice: usize) -> Vec<Returned> {
    let (mut mailbox, mut found) = (Mailbox::new(), Vec::new());
    let mut take = |message: &[u8]| found.extend(returned::read_message(message));
    bytes.chunks(slice).for_each(|bytes| mailbox.push(bytes, &mut take));
    mailbox.finish(&mut take);
    found
}

/// Record and reason of everything refused.
fn refused(import: &Import) -> Vec<(u64, FaultReason)> {
    import.ledger().rejections.iter().map(|it| (it.record, it.fault.reason.clone())).collect()
}

fn number(number: u64) -> Value {
    library(number, json!({"visited": "lending", "town": "Rīga"}))
}

#[test]
fn mails_of_every_program_bring_what_was_sent() {
    for (name, responses) in [
        ("outlook.eml", 1),
        ("gmail.eml", 1),
        ("apple-mail.eml", 3),
        ("thunderbird.eml", 2),
        ("iphone-html.eml", 1),
    ] {
        let import = import(&[(name, &saved(name))]);
        assert_eq!(counts(&import, 0), [responses, 0, 0, 0], "{name}: {:?}", import.ledger());
        assert_eq!(problem(&import), None, "{name}");
    }
}

#[test]
fn a_mailbox_brings_the_same_as_its_mails_wherever_it_is_cut() {
    let bytes = saved("inbox.mbox");
    assert_eq!(Kind::of("Inbox", &bytes), Kind::Mailbox);
    let whole = messages(&bytes, usize::MAX);
    let mails = ["outlook.eml", "gmail.eml", "thunderbird.eml"];
    let each: Vec<Returned> = mails.iter().flat_map(|name| returned::read(&saved(name))).collect();
    assert_eq!(whole, each);
    for slice in [1, 7, 64, 4096] {
        assert_eq!(messages(&bytes, slice), whole, "slices of {slice}");
    }
}

#[test]
fn lines_that_only_look_like_separators_part_no_mails() {
    let mbox = "From a@b Mon Feb 12 09:15:02 2024\nSubject: a\n\nWe came\nFrom Riga\n>From x\n>>From y\n\n\
        From c@d Tue Feb 13 09:15:02 2024\nSubject: b\n\nB\n";
    let (mut mailbox, mut found) = (Mailbox::new(), Vec::new());
    let mut take = |message: &[u8]| found.push(String::from_utf8(message.to_vec()).unwrap());
    mailbox.push(mbox.as_bytes(), &mut take);
    mailbox.finish(&mut take);
    assert_eq!(found, ["Subject: a\n\nWe came\nFrom Riga\nFrom x\n>From y\n\n", "Subject: b\n\nB\n"]);
}

#[test]
fn a_text_with_many_blocks_counts_each_and_numbers_all() {
    let (mut cut, mut damaged) = (block(&number(2)), block(&number(3)));
    cut.truncate(cut.len() - 40);
    let middle = damaged.len() / 2;
    damaged.replace_range(middle..=middle, "*");
    let text = format!(
        "Labdien!\n\n{}\nun vēl\n{cut}\n{damaged}\n{}{}{}Ar cieņu",
        block(&number(1)),
        block(&json!({"id": 1})),
        sealed_block(),
        block(&number(1))
    );
    let import = import(&[("atbildes.txt", text.as_bytes())]);
    assert_eq!(counts(&import, 0), [1, 1, 0, 4]);
    let reasons = [
        (2, FaultReason::BlockCutOff),
        (3, FaultReason::BlockDamaged),
        (4, FaultReason::WrongType),
        (5, FaultReason::Sealed),
    ];
    assert_eq!(refused(&import), reasons);
    assert_eq!(import.ledger().sealed(), 1);
    let source = &import.ledger().files[0].source;
    assert_eq!(source.bytes, text.len() as u64);
    assert_eq!(source.sha256, aptauja::domain::exchange::sha256(text.as_bytes()));
}

#[test]
fn the_same_response_in_a_mail_and_in_a_file_is_a_duplicate() {
    let mail = format!("From: a@b\nSubject: x\n\n{}", block(&number(1)));
    let import =
        import(&[("a.eml", mail.as_bytes()), ("b.ndjson", ndjson(&[number(1), number(2)]).as_bytes())]);
    assert_eq!([counts(&import, 0), counts(&import, 1)], [[1, 0, 0, 0], [1, 1, 0, 0]]);
}

#[test]
fn files_attached_to_mails_are_read_in_all_their_forms() {
    let forms: [(&str, Vec<u8>); 4] = [
        ("a.json", export(&[number(1), number(2)]).to_string().into_bytes()),
        ("a.ndjson.gz", gzip(ndjson(&[number(1), number(2)]).as_bytes())),
        ("a.json", serde_json::to_vec_pretty(&json!([number(1), number(2)])).unwrap()),
        ("ĀČ.txt", format!("{}{}", block(&number(1)), block(&number(2))).into_bytes()),
    ];
    for (name, bytes) in forms {
        let mail = support::returned::mail_with(name, &bytes);
        let import = import(&[("a.eml", mail.as_bytes())]);
        assert_eq!(counts(&import, 0), [2, 0, 0, 0], "{name}: {:?}", import.ledger());
    }
}

#[test]
fn an_attached_file_that_is_cut_off_costs_what_is_missing() {
    let packed = gzip(ndjson(&(0..60).map(number).collect::<Vec<_>>()).as_bytes());
    let mail = support::returned::mail_with("a.ndjson.gz", &packed[..packed.len() - 9]);
    let import = import(&[("a.eml", mail.as_bytes())]);
    let [accepted, 0, 0, rejected] = counts(&import, 0) else { panic!() };
    assert!(accepted > 0 && rejected > 0);
    assert!(refused(&import).iter().any(|it| it.1 == FaultReason::BlockDamaged));
}

#[test]
fn a_block_damaged_in_one_rendering_is_taken_from_the_other() {
    let good = block(&number(1));
    let begin = good.find('\n').unwrap() + 20;
    let bad = format!("{}*{}", &good[..begin], &good[begin + 1..]);
    for (text, html) in [(&good, &bad), (&bad, &good)] {
        let mail = support::returned::alternative(text, &html.replace('\n', "<br>"));
        let import = import(&[("a.eml", mail.as_bytes())]);
        assert_eq!(counts(&import, 0), [1, 0, 0, 0]);
    }
    let both = support::returned::alternative(&bad, &bad);
    assert_eq!(refused(&import(&[("a.eml", both.as_bytes())])), [(1, FaultReason::BlockDamaged)]);
}

#[test]
fn what_is_encrypted_for_others_is_refused_as_that() {
    let import =
        import(&[("a.eml", &saved("sealed.eml")), ("b.age", b"age-encryption.org/v1\n-> X25519 a\n")]);
    assert_eq!(refused(&import), [(1, FaultReason::Sealed), (1, FaultReason::Sealed)]);
    assert_eq!((import.ledger().sealed(), problem(&import)), (2, None));
}

#[test]
fn texts_in_every_encoding_are_read() {
    let text = format!("\u{feff}Sveiki!\r\n{}", block(&number(1)).replace('\n', "\r\n"));
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    // Windows' Baltic encoding, with its dash.
    let mut baltic = b"\xc2r cie\xf2u:\n".to_vec();
    for part in block(&number(1)).split_inclusive("-----") {
        baltic.extend_from_slice(part.trim_end_matches('-').as_bytes());
        baltic.extend_from_slice(if part.ends_with('-') { b"\x96" } else { b"" });
    }
    for bytes in [text.as_bytes(), &le, &be, &baltic] {
        let import = import(&[("a.txt", bytes)]);
        assert_eq!(counts(&import, 0), [1, 0, 0, 0]);
    }
}

#[test]
fn a_mail_saved_as_a_page_is_read() {
    let page = format!("<!DOCTYPE html><p>Sveiki<br>{}</p>", block(&number(1)).replace('\n', "<br>&nbsp;"));
    assert_eq!(counts(&import(&[("a.html", page.as_bytes())]), 0), [1, 0, 0, 0]);
}

#[test]
fn texts_without_blocks_say_so() {
    for (name, bytes) in [("a.eml", saved("empty.eml")), ("a.txt", b"BEGIN APTAUJA RESPONSE\n".to_vec())] {
        let import = import(&[(name, &bytes)]);
        assert_eq!(counts(&import, 0), [0, 0, 0, 0]);
        assert_eq!(problem(&import), Some(FileProblem::NoBlocks));
    }
}

#[test]
fn a_text_that_is_a_damaged_file_of_responses_is_read_as_one() {
    let text = format!("\"town\":\"Rīga\"}}}}\n{}", ndjson(&[number(1), number(2)]));
    let import = import(&[("a.txt", text.as_bytes())]);
    assert_eq!(counts(&import, 0), [2, 0, 0, 1]);
}

#[test]
fn a_block_that_unpacks_to_more_than_any_response_is_refused() {
    let bomb = block_of(&gzip(&vec![b' '; 5 << 20]));
    assert_eq!(refused(&import(&[("a.txt", bomb.as_bytes())])), [(1, FaultReason::TooLarge)]);
}

#[test]
fn marks_with_nothing_between_them_are_a_damaged_block() {
    for text in [
        "-----BEGIN APTAUJA RESPONSE-----\n-----END APTAUJA RESPONSE-----",
        "-BEGIN APTAUJA RESPONSE-END APTAUJA RESPONSE-",
    ] {
        assert_eq!(refused(&import(&[("a.txt", text.as_bytes())])), [(1, FaultReason::BlockDamaged)]);
    }
}

#[test]
fn kinds_are_told_by_first_bytes_and_name() {
    let key = "# created: 2024-02-10T12:00:00Z\n# public key: age1abc\nAGE-SECRET-KEY-1ABC\n";
    let armor = sealed_block();
    let cases: [(&str, &[u8], Kind); 12] = [
        ("a.json", b"{\"id\":", Kind::Responses),
        ("a.ndjson", b"damaged", Kind::Responses),
        ("a.txt", b" [\n{", Kind::Responses),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", Kind::Responses),
        ("a.txt", b"\xff\xfe{\0", Kind::Responses),
        ("a", b"\x1f\x8b\x08", Kind::Responses),
        ("a.json.age", b"age-encryption.org/v1\n-> X", Kind::Sealed),
        ("a.json.age", armor.as_bytes(), Kind::Text),
        ("a.json", armor.as_bytes(), Kind::Text),
        ("a.eml", b"Received: x", Kind::Text),
        ("Inbox", b"From - Mon Feb 12 09:15:02 2024\n", Kind::Mailbox),
        ("key.json", key.as_bytes(), Kind::Identity),
    ];
    for (name, bytes, kind) in cases {
        assert_eq!(Kind::of(name, bytes), kind, "{name}: {}", String::from_utf8_lossy(bytes));
    }
}
