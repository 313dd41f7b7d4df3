//! Turns the language files beside it into Rust: a table of texts per language and a constant per key.
//!
//! A key or placeholder that one language has and another lacks stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, path::Path};

use serde_json::{Map, Value};

/// Groups of keys that only the pages of the feature `auditor` show.
const AUDITOR: &[&str] = &[
    "catalogue.",
    "certainty.",
    "clock.",
    "device.",
    "fault.",
    "filter.",
    "finding.",
    "comments.",
    "cross.",
    "disclosure.",
    "export.",
    "indicator.",
    "keeping.",
    "keys.",
    "kiosk.",
    "ledger.",
    "links.",
    "log.",
    "mark.",
    "poster.",
    "printed.",
    "problem.",
    "proof.",
    "recheck.",
    "results.",
    "returned.",
    "sealed.",
    "sentence.",
    "slides.",
    "table.",
    "update.",
    "vault.",
    "view.",
    "waves.",
];

/// Groups that respondents get with what is loaded late (`src/web/reading/`, `src/web/sending/`), but for their headings.
const LATE: &[&str] = &["accessibility.", "privacy.", "sending."];
const HEADING: &str = ".title";

/// Between texts, and between plural forms and their names: a single string of all the texts takes
/// half the room of a table.
const TEXT: char = '\u{1e}';
const FORM: char = '\u{1f}';

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let folder = Path::new("src/ui/text");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rustc-env=APTAUJA_BUILT={}", today());
    // The respondent's binary has no words for pages it has not.
    let is_whole = env::var_os("CARGO_FEATURE_AUDITOR").is_some();
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            println!("cargo::rerun-if-changed={}", path.display());
            let text = fs::read_to_string(&path)?;
            let document: Map<String, Value> =
                serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            languages.push((code, document));
        }
    }
    // Latvian first, then by code.
    languages.sort_by_key(|(code, _)| (code != "lv", code.clone()));
    let problems = compare(&languages);
    if !problems.is_empty() {
        return Err(format!("language files differ:\n{}", problems.join("\n")).into());
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("languages.rs");
    fs::write(target, generate(&languages, is_whole)?)?;
    Ok(())
}

/// Days since 1970-01-01: no clock of a device that has this build is right before it.
///
/// It may be earlier than the build, as this runs only when texts change, and never later.
fn today() -> u64 {
    let given = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    given.unwrap_or_else(now) / 86_400
}

/// Every difference between the first language and the others.
fn compare(languages: &[(String, Map<String, Value>)]) -> Vec<String> {
    let Some(((first, reference), others)) = languages.split_first() else {
        return vec!["there is no language file".to_owned()];
    };
    let mut problems = Vec::new();
    for (code, document) in others {
        let keys: BTreeSet<_> = reference.keys().chain(document.keys()).collect();
        for key in keys {
            match (reference.get(key), document.get(key)) {
                (Some(_), None) => problems.push(format!("{code}.json lacks \"{key}\"")),
                (None, Some(_)) => problems.push(format!("{first}.json lacks \"{key}\"")),
                (Some(left), Some(right)) if key != "format" && placeholders(left) != placeholders(right) => {
                    problems.push(format!("{code}.json: placeholders of \"{key}\" differ from {first}.json"));
                }
                _ => {}
            }
        }
    }
    problems
}

/// The names in braces; of plural forms, those of the form `other`.
fn placeholders(value: &Value) -> BTreeSet<String> {
    let text = match value {
        Value::Object(forms) => forms.get("other").and_then(Value::as_str).unwrap_or_default(),
        value => value.as_str().unwrap_or_default(),
    };
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

fn generate(languages: &[(String, Map<String, Value>)], is_whole: bool) -> Result<String, Failure> {
    let mut code = String::new();
    let is_of = |groups: &[&str], key: &str| groups.iter().any(|group| key.starts_with(group));
    let is_late = |key: &str| is_of(LATE, key) && !key.ends_with(HEADING);
    let is_wanted = |key: &str| key != "format" && (is_whole || !is_of(AUDITOR, key) && !is_late(key));
    let keys: Vec<&String> = languages[0].1.keys().filter(|key| is_wanted(key)).collect();
    writeln!(code, "pub(super) static LANGUAGES: [Language; {}] = [", languages.len())?;
    for (tag, document) in languages {
        let format: BTreeMap<&str, &str> = document
            .get("format")
            .and_then(Value::as_object)
            .ok_or_else(|| format!("{tag}.json has no \"format\""))?
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
            .collect();
        writeln!(code, "Language {{ code: {tag:?}, format: Format {{")?;
        for name in ["decimal", "group", "percent", "date", "time"] {
            let value = format.get(name).ok_or_else(|| format!("{tag}.json: format lacks \"{name}\""))?;
            writeln!(code, "{name}: {value:?},")?;
        }
        let mut texts = Vec::new();
        for key in &keys {
            match &document[*key] {
                Value::String(text) => texts.push(text.clone()),
                Value::Object(forms) if forms.contains_key("other") => {
                    let form = |(form, text): (&String, &Value)| {
                        format!("{form}{FORM}{}", text.as_str().unwrap_or_default())
                    };
                    texts.push(forms.iter().map(form).collect::<Vec<_>>().join(&FORM.to_string()));
                }
                _ => return Err(format!("{tag}.json: \"{key}\" is neither text nor plural forms").into()),
            }
        }
        writeln!(
            code,
            "}}, texts: LazyLock::new(|| {:?}.split({TEXT:?}).collect()) }},",
            texts.join(&TEXT.to_string())
        )?;
    }
    writeln!(code, "];")?;
    writeln!(code, "/// One constant for each key of the language files.\npub mod key {{ use super::Key;")?;
    for (index, key) in keys.iter().enumerate() {
        let name = key.to_uppercase().replace(['.', '-'], "_");
        writeln!(code, "/// `{key}`\npub const {name}: Key = Key({index});")?;
    }
    writeln!(code, "}}")?;
    Ok(code)
}
