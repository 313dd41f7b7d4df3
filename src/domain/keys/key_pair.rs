//! A key pair, its file and its groups of letters on paper.

use super::typed::PREFIX;
use crate::domain::survey::Instant;

/// Letters that are read and typed at a time.
const GROUP: usize = 4;

/// What encrypts and what opens. Not for `Debug`: the identity is secret.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyPair {
    /// The secret part: `AGE-SECRET-KEY-1…`.
    pub identity: String,
    /// The public part: `age1…`.
    pub recipient: String,
    /// When it was made.
    pub created: Instant,
}

impl KeyPair {
    /// The file of the identity, as `age-keygen` writes it.
    pub fn file(&self) -> String {
        let Self { identity, recipient, created } = self;
        format!("# created: {created}\n# public key: {recipient}\n{identity}\n")
    }

    /// The member of `surveys/index.json` that has responses encrypted.
    pub fn member(&self) -> String {
        format!("\"recipient\": \"{}\"", self.recipient)
    }
}

/// A key in parts: its beginning, which is the same for all, and the rest in groups.
pub fn groups(identity: &str) -> (&str, Vec<&str>) {
    let (beginning, rest) = identity.split_at(PREFIX.len().min(identity.len()));
    let ends = (GROUP..rest.len()).step_by(GROUP).chain([rest.len()]);
    (beginning, ends.map(|end| &rest[(end - 1) / GROUP * GROUP..end]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keys::identity_in;

    const IDENTITY: &str = "AGE-SECRET-KEY-1QQPQRQ9SQ8YQUYPQTGQZQZGQXQ0QLQ3QJQ5Q4QKQHQCQEQ6QMQU6AVNSXQ";

    fn pair() -> KeyPair {
        KeyPair {
            identity: IDENTITY.into(),
            recipient: format!("age1{}", "q".repeat(58)),
            created: Instant::parse("2026-11-25T12:00:00Z").unwrap(),
        }
    }

    #[test]
    fn a_file_is_as_age_keygen_writes_it() {
        let file = pair().file();
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0], "# created: 2026-11-25T12:00:00Z");
        assert!(lines[1].starts_with("# public key: age1"));
        assert_eq!(lines[2], IDENTITY);
        assert_eq!(lines.len(), 3);
        assert!(file.ends_with('\n'));
    }

    #[test]
    fn groups_typed_back_are_the_key() {
        let (beginning, groups) = groups(IDENTITY);
        assert_eq!(beginning, "AGE-SECRET-KEY-1");
        assert!(groups.iter().all(|group| (1..=4).contains(&group.len())));
        let typed = format!("{beginning}\n{}", groups.join(" "));
        assert_eq!(identity_in(&typed).as_deref(), Ok(IDENTITY));
    }
}
