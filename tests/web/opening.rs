//! The real worker opens what is encrypted.

use aptauja::browser::files;
use aptauja::browser::message::{Reply, Request};
use aptauja::domain::exchange::FileProblem;
use aptauja::domain::survey::FaultReason;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use super::support::colleague::Colleague;
use super::support::definitions::{SAMPLE, SURVEY};

/// In place of the age library: what it "opens" is what follows the blank line.
const AGE: &str = "
    self.aptaujaAge = {
        open: async (bytes, keys) => {
            if (!keys.includes('AGE-SECRET-KEY-1RIGHT')) {
                throw Error(\"no identity matched any of the file's recipients\");
            }
            const text = new TextDecoder().decode(bytes);
            if (text.includes('damaged')) throw Error('invalid header HMAC');
            return new TextEncoder().encode(text.split('\\n\\n')[1]);
        },
    };";

#[wasm_bindgen_test]
async fn the_real_worker_opens_what_came_back_in_texts_and_encrypted_files() {
    let host = Colleague::host_with(AGE).await;
    let record = SAMPLE.lines().next().unwrap();
    let seal = |text: &str| format!("age-encryption.org/v1\n\n{text}");
    let cut = "Sveiki!\n-----BEGIN APTAUJA RESPONSE-----\nH4sI\n";
    let files = [
        ("a.age", seal(record)),
        ("b.age", seal("damaged")),
        ("c.eml", format!("From: a\n\n{cut}")),
        ("d.txt", "Sveiki!".to_owned()),
        ("e.txt", "# x\nAGE-SECRET-KEY-1RIGHT\n".to_owned()),
    ];
    let files = files.map(|(name, text)| files::from_text(name, &text).unwrap());
    let names: Vec<String> = files.iter().map(File::name).collect();
    for (identities, accepted, sealed, reasons) in [
        (vec![], 0, 2, [FaultReason::Sealed, FaultReason::Sealed, FaultReason::BlockCutOff].as_slice()),
        (
            vec!["AGE-SECRET-KEY-1WRONG"],
            0,
            2,
            &[FaultReason::Sealed, FaultReason::Sealed, FaultReason::BlockCutOff],
        ),
        (vec!["AGE-SECRET-KEY-1RIGHT"], 1, 0, &[FaultReason::SealDamaged, FaultReason::BlockCutOff]),
    ] {
        let identities = identities.into_iter().map(str::to_owned).collect();
        let request = Request::Import { names: names.clone(), readers: 1, identities };
        let Reply::Imported { ledger, surveys, sealed: told } = host.ask(&request, &files).await else {
            panic!("{:?}", host.said.borrow());
        };
        assert_eq!((surveys[SURVEY], told), (accepted, sealed));
        let found: Vec<_> = ledger.rejections.iter().map(|it| it.fault.reason.clone()).collect();
        assert_eq!(found, reasons);
        let problems: Vec<_> = ledger.files.iter().map(|it| it.problem.clone()).collect();
        assert_eq!(problems[3..], [Some(FileProblem::NoBlocks), Some(FileProblem::HoldsIdentity)]);
        let sizes: Vec<u64> = ledger.files.iter().map(|it| it.source.bytes).collect();
        assert_eq!(sizes[3], 7);
        assert!(ledger.files.iter().all(|it| it.source.sha256.len() == 64));
        let said = format!("{:?}", host.said.borrow());
        assert!(!said.contains("AGE-SECRET-KEY"), "{said}");
    }
}
