//! Themes tallied like a question: picture and table for each question with coded texts.

use leptos::prelude::*;

use super::title_of;
use crate::domain::analysis::{ThemeTally, ThemesReport};
use crate::domain::survey::Question;
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The themes of each question's texts, once there are codes.
#[component]
pub(super) fn ThemeTallies(questions: StoredValue<Vec<Question>>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let tallied = results.tallied_themes();
    Effect::new(move || results.draw_themes());
    let names: Memo<Vec<String>> =
        Memo::new(move |_| tallied.with(|all| all.iter().map(|it| it.name.clone()).collect()));
    let section = move |name: String| {
        let title = questions.with_value(|all| title_of(all, &name, texts));
        let of = name.clone();
        let report = Memo::new(move |_| tallied.with(|all| all.iter().find(|it| it.name == of).cloned()));
        view! { <QuestionThemes name title report/> }
    };
    let has_any = Memo::new(move |_| names.with(|names| !names.is_empty()));
    view! {
        <Show when=move || has_any.get()>
            <h3>{texts.get(key::COMMENTS_TALLIES)}</h3>
            <p class="hint">{texts.get(key::COMMENTS_TALLIES_HINT)}</p>
            {move || names.get().into_iter().map(section).collect_view()}
        </Show>
    }
}

#[component]
fn QuestionThemes(name: String, title: String, report: Memo<Option<ThemesReport>>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let picture = results.themes_picture(name.clone());
    let base = move || {
        let report = report.get()?;
        let count = |number| texts.integer(number);
        let (coded, all, uncoded) = (count(report.answered), count(report.texts), count(report.uncoded));
        Some(texts.fill(key::COMMENTS_BASE, &[("coded", &coded), ("texts", &all), ("uncoded", &uncoded)]))
    };
    let row = move |it: ThemeTally, answered: u64| {
        let interval = it.tally.interval.map(|[low, high]| {
            let (low, high) = (texts.tenth(low * 100.0), texts.percent(high));
            texts.fill(key::TABLE_RANGE, &[("low", &low), ("high", &high)])
        });
        view! {
            <tr>
                <th scope="row">{it.title}</th>
                <td class="number">{texts.integer(it.tally.count)}</td>
                <td class="number">{texts.share(it.tally.count, answered)}</td>
                <td class="number">{interval}</td>
            </tr>
        }
    };
    let rows = move || {
        let report = report.get()?;
        let answered = report.answered;
        Some(report.choices.into_iter().map(|it| row(it, answered)).collect_view())
    };
    let label = format!("{}: {title}", texts.get(key::COMMENTS_TALLIES));
    view! {
        <div class="question-section" data-themes=name>
            <div class="question-words">
                <h4>{title}</h4>
                <p class="base">{base}</p>
            </div>
            <div class="question-figures">
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED)/>
                <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                    <table class="figures">
                        <thead>
                            <tr>
                                <th scope="col">{texts.get(key::COMMENTS_THEME)}</th>
                                <th scope="col" class="number">{texts.get(key::TABLE_COUNT)}</th>
                                <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
                                <th scope="col" class="number">{texts.get(key::TABLE_INTERVAL)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </div>
        </div>
    }
}
