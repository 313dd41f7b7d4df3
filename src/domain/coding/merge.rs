//! Codes loaded onto others.

use super::Codes;

/// What became of codes that were loaded onto others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Themes that were not in the code book.
    pub themes: usize,
    /// Titles in the file of themes that are called otherwise here, which they stay.
    pub other_titles: Vec<String>,
    /// Texts that had no codes.
    pub texts: usize,
    /// Texts that had codes and got more.
    pub extended: usize,
}

impl Codes {
    /// Takes in other codes: nothing that is there is lost. Themes are the same where their ids are.
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        for theme in other.themes {
            match self.themes.iter().find(|known| known.id == theme.id) {
                Some(known) if known.title == theme.title => {}
                Some(_) => merged.other_titles.push(theme.title),
                None => {
                    self.themes.push(theme);
                    merged.themes += 1;
                }
            }
        }
        for (key, coding) in other.texts {
            match self.texts.get_mut(&key) {
                None => {
                    self.texts.insert(key, coding);
                    merged.texts += 1;
                }
                Some(known) => {
                    let before = known.clone();
                    known.themes.extend(coding.themes);
                    known.is_removed |= coding.is_removed;
                    merged.extended += usize::from(*known != before);
                }
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(themes: &[(&str, &str)], texts: &[(&str, &str)]) -> Codes {
        let mut codes = Codes::default();
        for (id, title) in themes {
            codes.add_theme((*id).into(), title);
        }
        for (key, theme) in texts {
            codes.toggle_theme("comment", key, theme);
        }
        codes
    }

    #[test]
    fn themes_meet_by_their_ids_and_texts_by_their_keys() {
        let mut mine = codes(&[("a", "Rindas"), ("b", "Cena")], &[("1", "a"), ("2", "b")]);
        mine.toggle_removed("comment", "1");
        let theirs = codes(&[("b", "Maksa"), ("c", "Valoda")], &[("1", "b"), ("2", "b"), ("3", "c")]);
        let merged = mine.merge(theirs);
        assert_eq!(merged, Merged { themes: 1, other_titles: vec!["Maksa".into()], texts: 1, extended: 1 });
        let first = mine.of("comment", "1").unwrap();
        assert!(first.is_removed && first.themes.len() == 2);
        assert_eq!(
            mine.themes().iter().map(|it| it.title.as_str()).collect::<Vec<_>>(),
            ["Rindas", "Cena", "Valoda"]
        );
    }

    #[test]
    fn the_same_codes_again_change_nothing() {
        let mut mine = codes(&[("a", "Rindas")], &[("1", "a")]);
        let before = mine.clone();
        assert_eq!(mine.merge(before.clone()), Merged::default());
        assert_eq!(mine, before);
    }
}
