//! How often themes occur in comments and free answers, where these have codes.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::comments::{ThemesBase, ThemesTable, title_of};
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A table for each question whose texts have codes; nothing of a hidden selection.
#[component]
pub(super) fn Themes(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let tallied = results.tallied_themes();
    let is_hidden = results.is_hidden();
    let names = Memo::new(move |_| {
        if is_hidden.get() {
            return Vec::new();
        }
        tallied.with(|all| all.iter().map(|it| it.name.clone()).collect::<Vec<_>>())
    });
    move || {
        let names = names.get();
        let table = |name: String| {
            let title = title_of(&survey.questionnaire.questions, &name, texts);
            let heading = format!("printed-themes-{name}");
            let of = name.clone();
            let report = Memo::new(move |_| tallied.with(|all| all.iter().find(|it| it.name == of).cloned()));
            view! {
                <section class="printed-question" aria-labelledby=heading.clone() data-themes=name>
                    <h3 id=heading.clone()>{title.clone()}</h3>
                    <ThemesBase report/>
                    <ThemesTable title report/>
                </section>
            }
        };
        (!names.is_empty()).then(|| {
            view! {
                <section class="printed-part" aria-labelledby="printed-themes" data-testid="printed-themes">
                    <h2 id="printed-themes">{texts.get(key::COMMENTS_TALLIES)}</h2>
                    <p class="hint">{texts.get(key::COMMENTS_TALLIES_HINT)}</p>
                    {names.into_iter().map(table).collect_view()}
                </section>
            }
        })
    }
}
