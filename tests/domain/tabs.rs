//! Several tabs that code the same texts, however late they hear of each other.

use std::collections::{BTreeSet, VecDeque};

use aptauja::domain::coding::{Codes, CodesCopy, Decided, Shift};
use aptauja::domain::sample::Random;

const QUESTION: &str = "comment";
const THEMES: [&str; 3] = ["a", "b", "c"];

/// A tab: its copy, what it sees of storage, and what is on its way to storage and from there.
struct Tab {
    copy: CodesCopy,
    sees: Decided,
    sent: VecDeque<Decided>,
    /// What storage tells, and whether it is the tab's own writing.
    told: VecDeque<(Decided, bool)>,
    /// Own writings that storage has not told of yet: until then the tab sees its own.
    pending: usize,
}

impl Tab {
    fn write(&mut self) {
        let stored = self.copy.to_store().clone();
        self.copy.set_stored();
        self.sees = stored.clone();
        self.sent.push_back(stored);
        self.pending += 1;
    }

    /// As at the browser's word that storage has changed.
    fn hear(&mut self) {
        let Some((stored, is_own)) = self.told.pop_front() else { return };
        if is_own {
            self.pending -= 1;
            return;
        }
        if self.pending == 0 {
            self.sees = stored;
        }
        self.copy.meet(self.sees.clone());
        if self.copy.is_ahead() {
            self.write();
        }
    }
}

/// Every theme of every text.
fn given(codes: &Codes) -> BTreeSet<(String, String)> {
    let of = |key: &str, theme: &String| (key.to_owned(), theme.clone());
    codes.texts().flat_map(|(_, key, it)| it.themes.iter().map(move |theme| of(key, theme))).collect()
}

struct Browser {
    tabs: Vec<Tab>,
    stored: Decided,
}

impl Browser {
    fn new(count: usize) -> Self {
        let mut first = CodesCopy::default();
        for theme in THEMES {
            first.change(|codes| codes.add_theme(theme.into(), theme));
        }
        let stored = first.to_store().clone();
        let tab = |_| Tab {
            copy: CodesCopy::of(stored.clone()),
            sees: stored.clone(),
            sent: VecDeque::new(),
            told: VecDeque::new(),
            pending: 0,
        };
        Self { tabs: (0..count).map(tab).collect(), stored }
    }

    /// What a tab wrote reaches storage, and all are told.
    fn arrive(&mut self, at: usize) {
        let Some(stored) = self.tabs[at].sent.pop_front() else { return };
        for (other, tab) in self.tabs.iter_mut().enumerate() {
            tab.told.push_back((stored.clone(), other == at));
        }
        self.stored = stored;
    }

    fn settle(&mut self) {
        while self.tabs.iter().any(|tab| !tab.sent.is_empty() || !tab.told.is_empty()) {
            for at in 0..self.tabs.len() {
                self.arrive(at);
                self.tabs[at].hear();
            }
        }
    }
}

/// A random tab does something, hears of something, or what it wrote arrives; at the end all have heard of all.
fn play(random: &mut Random, mut change: impl FnMut(&mut Random, usize, &mut Codes)) -> Browser {
    let mut browser = Browser::new(2 + random.below(3));
    for step in 0..150 {
        let at = random.below(browser.tabs.len());
        match random.below(8) {
            0..2 => browser.arrive(at),
            2..5 => browser.tabs[at].hear(),
            _ => {
                let tab = &mut browser.tabs[at];
                tab.copy.meet(tab.sees.clone());
                tab.copy.change(|codes| change(random, step, codes));
                tab.write();
            }
        }
    }
    browser.settle();
    browser
}

#[test]
fn no_code_is_lost_and_none_comes_back() {
    for seed in 0..100 {
        let mut expected = BTreeSet::new();
        let browser = play(&mut Random::new(seed), |random, step, codes| {
            let given = given(codes);
            // Every code is given once, so that whoever takes it off means that one.
            let (key, theme) = if random.happens(40) && !given.is_empty() {
                let code = given.iter().nth(random.below(given.len())).unwrap().clone();
                expected.remove(&code);
                code
            } else {
                let code = (step.to_string(), THEMES[random.below(THEMES.len())].to_owned());
                expected.insert(code.clone());
                code
            };
            codes.toggle_theme(QUESTION, &key, &theme);
        });
        for tab in &browser.tabs {
            assert_eq!(given(tab.copy.codes()), expected, "seed {seed}");
        }
    }
}

#[test]
fn whatever_is_done_to_the_code_book_all_tabs_come_to_the_same() {
    for seed in 0..100 {
        let browser = play(&mut Random::new(seed), |random, step, codes| {
            let id = codes.themes().get(random.below(5)).map_or("a", |theme| theme.id.as_str()).to_owned();
            match random.below(6) {
                0 => codes.delete_theme(&id),
                1 => codes.move_theme(&id, Shift::Up),
                2 => codes.move_theme(&id, Shift::Down),
                3 => drop(codes.rename_theme(&id, &format!("Tēma {step}"))),
                4 => drop(codes.add_theme(format!("{step}-{}", random.below(9)), &format!("Jauna {step}"))),
                _ => drop(codes.toggle_theme(QUESTION, &random.below(4).to_string(), &id)),
            }
        });
        let stored = CodesCopy::of(browser.stored.clone());
        for tab in &browser.tabs {
            assert_eq!(tab.copy.codes(), stored.codes(), "seed {seed}");
            assert_eq!(tab.copy.to_store(), &browser.stored, "seed {seed}");
        }
    }
}
