//! What became of a file of codes.

use leptos::prelude::*;

use crate::domain::coding::{CodesFault, Merged};
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, CodesNews};
use crate::ui::text::{Texts, key};

/// Says what a file of codes brought, or why it was not taken.
#[component]
pub(in super::super) fn CodesNotice() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    move || {
        let (tone, title, more) = match results.codes_news()? {
            CodesNews::Loaded(merged) => {
                (Tone::Plain, texts.get(key::COMMENTS_LOADED), texts.merged(&merged))
            }
            CodesNews::Refused(fault) => {
                (Tone::Warning, texts.get(key::COMMENTS_REFUSED), texts.codes_fault(&fault))
            }
        };
        Some(view! {
            <div data-testid="codes-news">
                <Notice tone title is_live=true><p>{more}</p></Notice>
            </div>
        })
    }
}

impl Texts {
    fn merged(self, merged: &Merged) -> String {
        let count = |key, number: usize| self.count(key, u64::try_from(number).unwrap_or(u64::MAX));
        let mut words = vec![
            count(key::COMMENTS_MERGED_THEMES, merged.themes),
            count(key::COMMENTS_MERGED_TEXTS, merged.texts),
            count(key::COMMENTS_MERGED_EXTENDED, merged.extended),
        ];
        if !merged.other_titles.is_empty() {
            let list = merged.other_titles.join(", ");
            words.push(self.fill(key::COMMENTS_MERGED_TITLES, &[("list", &list)]));
        }
        words.join(" ")
    }

    fn codes_fault(self, fault: &CodesFault) -> String {
        match fault {
            CodesFault::NotWhole => self.get(key::COMMENTS_FAULT_NOT_WHOLE).to_owned(),
            CodesFault::Version { version } => {
                self.fill(key::COMMENTS_FAULT_VERSION, &[("version", version)])
            }
            CodesFault::Damaged { path } if path.is_empty() => {
                self.get(key::COMMENTS_FAULT_DAMAGED).to_owned()
            }
            CodesFault::Damaged { path } => self.fill(key::COMMENTS_FAULT_DAMAGED_AT, &[("path", path)]),
            CodesFault::OtherSurvey { survey } => {
                self.fill(key::COMMENTS_FAULT_SURVEY, &[("survey", survey)])
            }
        }
    }
}
