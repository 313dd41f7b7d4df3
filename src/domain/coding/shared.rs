//! A tab's copy of codes that other tabs of the browser change too.

use super::{Codes, Decided};

/// The codes of a survey in a tab, which may be ahead of what is stored.
#[derive(Clone, Debug, Default)]
pub struct CodesCopy {
    codes: Codes,
    decided: Decided,
    is_ahead: bool,
}

impl CodesCopy {
    /// A copy of what is stored.
    pub fn of(stored: Decided) -> Self {
        let decided = stored.renewed();
        Self { codes: decided.codes(), decided, is_ahead: false }
    }

    /// The codes.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// Whether a file holds them.
    pub fn is_saved(&self) -> bool {
        self.decided.is_saved
    }

    /// A file holds them, or no longer.
    pub fn set_saved(&mut self, is_saved: bool) {
        self.is_ahead |= self.decided.is_saved != is_saved;
        self.decided.is_saved = is_saved;
    }

    /// Changes the codes. Where that makes them others, no file holds them any longer.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Codes) -> T) -> T {
        let before = self.codes.clone();
        let changed = change(&mut self.codes);
        if before != self.codes {
            self.decided.decide(&before, &self.codes);
            self.decided.is_saved = false;
            self.is_ahead = true;
        }
        changed
    }

    /// Takes in what another tab stored; whether that changed the codes. What this tab decided stays, unless
    /// the other decided otherwise later.
    pub fn meet(&mut self, stored: Decided) -> bool {
        let stored = stored.renewed();
        let theirs = stored.codes();
        self.decided.join(&stored);
        let codes = self.decided.codes();
        let is_changed = codes != self.codes;
        // A file holds what either has, or not all of this.
        self.decided.is_saved =
            (codes == theirs && stored.is_saved) || (!is_changed && self.decided.is_saved);
        self.codes = codes;
        self.is_ahead = self.decided != stored;
        is_changed
    }

    /// Whether there is anything that is not stored.
    pub fn is_ahead(&self) -> bool {
        self.is_ahead
    }

    /// What is to be stored.
    pub fn to_store(&self) -> &Decided {
        &self.decided
    }

    /// It was stored.
    pub fn set_stored(&mut self) {
        self.is_ahead = false;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Shift;
    use super::*;

    fn begun() -> CodesCopy {
        let mut copy = CodesCopy::default();
        copy.change(|codes| {
            for (id, title) in [("a", "Rindas"), ("b", "Cena"), ("c", "Valoda")] {
                codes.add_theme(id.into(), title);
            }
            for (key, id) in [("1", "a"), ("2", "a"), ("2", "b"), ("3", "c")] {
                codes.toggle_theme("comment", key, id);
            }
            codes.toggle_removed("comment", "4");
        });
        copy
    }

    /// Two tabs with the same codes change them, and hear of each other afterwards.
    fn meet(one: impl FnOnce(&mut Codes), other: impl FnOnce(&mut Codes)) -> Codes {
        let (mut left, mut right) = (begun(), begun());
        left.change(one);
        right.change(other);
        let (first, second) = (left.to_store().clone(), right.to_store().clone());
        left.meet(second);
        right.meet(first);
        assert_eq!(left.codes(), right.codes());
        assert_eq!(left.to_store(), right.to_store(), "both come to the same");
        left.codes().clone()
    }

    fn titles(codes: &Codes) -> Vec<&str> {
        codes.themes().iter().map(|theme| theme.title.as_str()).collect()
    }

    fn has(codes: &Codes, key: &str, id: &str) -> bool {
        codes.of("comment", key).is_some_and(|coding| coding.themes.contains(id))
    }

    fn toggle(codes: &mut Codes, key: &str, id: &str) {
        codes.toggle_theme("comment", key, id);
    }

    fn rename(codes: &mut Codes, title: &str) {
        assert!(codes.rename_theme("a", title));
    }

    #[test]
    fn what_either_tab_added_is_there() {
        let codes = meet(
            |codes| {
                codes.add_theme("d".into(), "Laiks");
                toggle(codes, "1", "d");
                toggle(codes, "5", "a");
            },
            |codes| {
                codes.add_theme("e".into(), "Telpas");
                toggle(codes, "1", "e");
                codes.toggle_removed("comment", "1");
            },
        );
        assert_eq!(titles(&codes), ["Rindas", "Cena", "Valoda", "Laiks", "Telpas"]);
        assert!(["a", "d", "e"].iter().all(|id| has(&codes, "1", id)) && has(&codes, "5", "a"));
        assert!(codes.of("comment", "1").is_some_and(|coding| coding.is_removed));
    }

    #[test]
    fn what_either_tab_took_off_is_gone() {
        let codes = meet(
            |codes| toggle(codes, "2", "a"),
            |codes| {
                toggle(codes, "3", "c");
                codes.toggle_removed("comment", "4");
                codes.delete_theme("b");
            },
        );
        assert_eq!(titles(&codes), ["Rindas", "Valoda"]);
        assert_eq!(codes.texts().count(), 1, "{codes:?}");
        assert!(has(&codes, "1", "a"));
    }

    #[test]
    fn a_deleted_theme_stays_where_it_was_given_meanwhile_or_renamed_later() {
        let given = meet(|codes| codes.delete_theme("a"), |codes| toggle(codes, "9", "a"));
        assert!(titles(&given).contains(&"Rindas"));
        assert!(has(&given, "9", "a") && !has(&given, "1", "a"));
        let (mut left, mut right) = (begun(), begun());
        left.change(|codes| codes.delete_theme("a"));
        right.change(|codes| toggle(codes, "9", "b"));
        right.change(|codes| rename(codes, "Gaidīšana"));
        left.meet(right.to_store().clone());
        assert!(titles(left.codes()).contains(&"Gaidīšana") && left.codes().uses("a") == 0);
        left.change(|codes| codes.delete_theme("a"));
        right.meet(left.to_store().clone());
        assert_eq!(titles(right.codes()), ["Cena", "Valoda"], "whoever deletes it now knows of that");
    }

    #[test]
    fn titles_and_places_are_those_given_last() {
        let codes = meet(
            |codes| rename(codes, "Gaidīšana"),
            |codes| {
                codes.move_theme("c", Shift::Up);
                codes.add_theme("d".into(), "Laiks");
            },
        );
        assert_eq!(titles(&codes), ["Gaidīšana", "Valoda", "Cena", "Laiks"]);
        let both = meet(|codes| rename(codes, "X"), |codes| rename(codes, "Y"));
        assert_eq!(titles(&both)[0], "Y");
    }

    #[test]
    fn a_later_decision_undoes_an_earlier_one_of_another_tab() {
        let (mut one, mut other) = (begun(), begun());
        one.change(|codes| toggle(codes, "1", "b"));
        let earlier = one.to_store().clone();
        other.meet(earlier.clone());
        other.change(|codes| toggle(codes, "1", "b"));
        assert!(one.meet(other.to_store().clone()) && !has(one.codes(), "1", "b"));
        assert!(!one.meet(earlier), "what is heard late does not come back");
        assert!(one.is_ahead(), "and is put right where it stands");
    }

    #[test]
    fn without_a_common_beginning_nothing_is_lost() {
        let mut one = begun();
        let mut other = CodesCopy::default();
        other.change(|codes| {
            codes.add_theme("z".into(), "Cits");
            toggle(codes, "1", "z");
        });
        one.meet(other.to_store().clone());
        assert!(has(one.codes(), "1", "a") && has(one.codes(), "1", "z") && one.codes().themes().len() == 4);
    }

    #[test]
    fn a_file_holds_what_was_put_together_only_where_nothing_else_came() {
        let (mut one, mut other) = (begun(), begun());
        one.set_saved(true);
        other.meet(one.to_store().clone());
        assert!(other.is_saved(), "the other tab saved the file");
        other.change(|codes| codes.rename_theme("a", "Rindas"));
        assert!(other.is_saved(), "nothing has become another");
        other.change(|codes| toggle(codes, "7", "a"));
        assert!(!other.is_saved() && one.meet(other.to_store().clone()) && !one.is_saved());
        assert!(!one.is_ahead(), "the other tab's is all there is");
    }

    #[test]
    fn what_is_stored_is_read_again_and_so_is_what_was_stored_before() {
        let stored = begun().to_store().clone();
        let text = serde_json::to_string(&stored).unwrap();
        assert_eq!(serde_json::from_str::<Decided>(&text).unwrap(), stored);
        let earlier = r#"{"codes":{"themes":[{"id":"b","title":"Cena"},{"id":"a","title":"Rindas"}],
            "texts":[{"question":"comment","sha256":"1","themes":["a"],"remove":true}]},"is_saved":true}"#;
        let copy = CodesCopy::of(serde_json::from_str(earlier).unwrap());
        assert_eq!((titles(copy.codes()), copy.is_saved()), (vec!["Cena", "Rindas"], true));
        assert!(has(copy.codes(), "1", "a"));
        assert!(serde_json::from_str::<Decided>("{}").is_err());
    }
}
