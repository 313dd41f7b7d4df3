//! Themes tallied like a question: picture and table for each question with coded texts.

use leptos::prelude::*;

use super::super::picture_source::PictureSource;
use super::super::saved_chart::SavedChart;
use super::themes_table::{ThemesBase, ThemesTable, themes_base};
use super::title_of;
use crate::browser::subject::Subject;
use crate::domain::analysis::ThemesReport;
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
    let notes = Callback::new(move |()| report.get().map(|it| themes_base(&it, texts)).into_iter().collect());
    let saved_title = format!("{}: {title}", texts.get(key::COMMENTS_TALLIES));
    let subject = Subject::Themes(name.clone());
    view! {
        <div class="question-section" data-themes=name>
            <div class="question-words">
                <h4>{title.clone()}</h4>
                <ThemesBase report/>
            </div>
            <div class="question-figures">
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED)/>
                <SavedChart
                    subject
                    title=saved_title
                    is_there=Signal::derive(move || picture.with(Option::is_some))
                    notes
                    source=PictureSource::here()
                />
                <ThemesTable title report/>
            </div>
        </div>
    }
}
