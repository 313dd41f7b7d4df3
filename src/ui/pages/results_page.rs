//! `#/results`: the auditor's files and what they say.

mod caution;
mod choice_table;
mod comments;
mod comparison;
mod contents;
mod copy_view;
mod cross_grid;
mod cross_list;
mod cross_table;
mod difference_mark;
mod difference_tests;
mod difference_words;
mod export_panel;
mod file_panel;
mod filter_panel;
mod filtering;
mod folded_names;
mod form_links;
mod group_pictures;
mod how_computed;
mod indicators;
mod interval_cell;
mod interval_switch;
mod key_panel;
mod ledger;
mod matrix_table;
mod no_figures;
mod options;
mod order_choice;
mod paste_panel;
mod picture_source;
mod printed_report;
mod progress_bar;
mod published;
mod question_section;
mod recheck_panel;
mod recheck_words;
mod report_bar;
mod saved_chart;
mod showing;
mod sizer;
mod slides;
mod statements;
mod test_table;
mod waiting_notice;
mod wave_cells;
mod wave_notes;
mod wave_questions;
mod wave_section;
mod wave_table;
mod waves_apart;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{dom, files, turns};
use crate::domain::address::{Form, Showing};
use crate::domain::charts::View;
use crate::domain::survey::{DefinitionError, Mark, Survey};
use crate::ui::parts::{DefinitionProblem, Heading, Loading, Notice, Tone};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};
use comments::Comments;
use contents::Contents;
use export_panel::ExportPanel;
use file_panel::FilePanel;
use filter_panel::FilterPanel;
use filtering::Filtering;
use form_links::FormLinks;
use how_computed::HowComputed;
use indicators::Indicators;
use interval_switch::IntervalSwitch;
use ledger::LedgerSection;
use no_figures::NoFigures;
use options::choices_of;
use picture_source::PictureSource;
use printed_report::PrintedReport;
use published::Published;
use question_section::QuestionSection;
use recheck_panel::RecheckPanel;
use report_bar::ReportBar;
use sizer::Sizer;
use slides::Slides;
use waiting_notice::WaitingNotice;
use wave_section::WaveSection;

/// Files, report and ledger; without files, what was published before.
#[component]
pub(super) fn ResultsPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let is_loaded = state.results().is_loaded();
    let shown = showing::here(state);
    // Only responses can be shown in another form than the page.
    let form = Memo::new(move |_| if is_loaded.get() { shown.with(Showing::form) } else { Form::Page });
    let content = move || match state.definitions().all() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Wrong(error) => {
            let retry = Callback::new(move |()| state.definitions().load());
            view! { <DefinitionProblem error on_retry=retry/> }.into_any()
        }
        Load::Ready(all) => {
            let wrong = all.into_iter().filter_map(|(_, load)| match load {
                Load::Wrong(error) => Some(error),
                _ => None,
            });
            view! {
                {move || (form.get() != Form::Slides).then(|| {
                    view! { <Heading text=texts.get(key::RESULTS_TITLE)/> }
                })}
                {wrong.map(|error| view! { <WrongSurvey error/> }).collect_view()}
                <Results form/>
            }
            .into_any()
        }
    };
    view! { {content} }
}

/// Responses to this survey will be refused as those of an unknown one: say why.
#[component]
fn WrongSurvey(error: DefinitionError) -> impl IntoView {
    let texts = Texts::here();
    let mistake = texts.mistake(&error.mistake);
    view! {
        <div data-testid="definition-error">
            <Notice tone=Tone::Warning title=texts.get(key::DEFINITION_TITLE)>
                <p><code>{error.file.clone()}</code> ": " <code>{error.path.clone()}</code> ": " {mistake}</p>
            </Notice>
        </div>
    }
}

#[component]
fn Results(form: Memo<Form>) -> impl IntoView {
    let state = AppState::expect();
    let results = state.results();
    let is_loaded = results.is_loaded();
    let filter = Filtering::start(state);
    let shown = showing::start(state);
    move_focus(form);
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        results.receive(files::dropped(&event));
    };
    Effect::new(move || results.draw());
    let report = move || {
        let id = results.survey().get()?;
        let Load::Ready(Some(survey)) = state.definitions().survey(&id) else { return None };
        Some(match form.get() {
            Form::Page => view! {
                <div class="with-contents">
                    <Contents survey=survey.clone()/>
                    <div class="contents-page"><Report survey filter/><LedgerSection/></div>
                </div>
            }
            .into_any(),
            Form::Report => view! { <PrintedReport survey filter/> }.into_any(),
            Form::Slides => view! { <Slides survey filter shown/> }.into_any(),
        })
    };
    // The place for files is there first: the rest is built in a task of its own, so that the page answers meanwhile.
    let is_next = RwSignal::new(false);
    dom::later(0, move || {
        is_next.try_set(true);
    });
    let published = move || {
        if is_next.get() {
            view! { <Published filter/> }.into_any()
        } else {
            view! { <div class="next-room"></div> }.into_any()
        }
    };
    view! {
        <div class="results" class:has-contents=move || is_loaded.get() && form.get() == Form::Page on:dragover=|event| event.prevent_default() on:drop=drop>
            <Show when=move || form.get() == Form::Page><QuestionSizer/></Show>
            <Show when=move || !is_loaded.get()><WaitingNotice shown filter/></Show>
            <div hidden=move || form.get() != Form::Page>
                <FilePanel/>
                <RecheckPanel/>
            </div>
            <Show when=move || is_loaded.get() fallback=published>{report}</Show>
        </div>
    }
}

/// Whoever comes back to the page is at the button that led away; other forms see to their titles themselves.
fn move_focus(form: Memo<Form>) {
    Effect::new(move |before: Option<Form>| {
        let form = form.get();
        if form == Form::Page && before.is_some_and(|before| before != form) {
            let button = match before {
                Some(Form::Report) => "[data-testid=open-report]",
                _ => "[data-testid=open-slides]",
            };
            dom::later(0, move || {
                // Without files there are no buttons.
                dom::focus_at_top("main h1");
                dom::focus_in_place(button);
            });
        }
        form
    });
}

/// Tells the state how wide pictures are; laid out as a question, but never seen.
#[component]
fn QuestionSizer() -> impl IntoView {
    let results = AppState::expect().results();
    view! {
        <div class="question-section sizer" aria-hidden="true">
            <div class="question-words"></div>
            <div class="question-figures">
                <Sizer on_width=Callback::new(move |width| results.set_width(width))/>
            </div>
        </div>
    }
}

#[component]
fn Report(survey: Arc<Survey>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let names: Vec<String> = survey.questionnaire.questions.iter().map(|it| it.name.clone()).collect();
    let choices = choices_of(survey.clone());
    PictureSource::provide(survey.clone(), choices, filter);
    let in_turns = results.is_first_showing();
    let is_barren = results.is_barren();
    let section = {
        let survey = survey.clone();
        move |name: String| {
            let survey = survey.clone();
            let section = move || {
                let question = survey.questionnaire.question(&name)?.clone();
                Some(view! { <QuestionSection survey=survey.clone() question choices/> })
            };
            view! { <Piece in_turns piece=section/> }
        }
    };
    let has_inferred = survey
        .baseline
        .as_ref()
        .is_some_and(|baseline| baseline.figures.iter().any(|figure| figure.mark == Mark::Inferred));
    let inferred = has_inferred.then(|| view! { <p class="hint">{texts.get(key::MARK_INFERRED_NOTE)}</p> });
    view! {
        <ReportBar survey=survey.clone()/>
        <NoFigures survey=survey.clone() filter/>
        <ExportPanel survey=survey.clone() filter choices/>
        <FormLinks/>
        <FilterPanel survey=survey.clone() choices filter/>
        <Indicators survey=survey.clone()/>
        <section aria-labelledby="questions" hidden=move || is_barren.get()>
            <div class="section-head">
                <h2 id="questions">{texts.get(key::RESULTS_QUESTIONS)}</h2>
                <div class="switches"><IntervalSwitch/> <ViewSwitch/></div>
            </div>
            {names.into_iter().map(section).collect_view()}
            <p class="hint">{texts.get(key::TABLE_INTERVAL_NOTE)} " " {texts.get(key::RESULTS_ROUNDING)}</p>
            {inferred}
            <HowComputed/>
        </section>
        <div hidden=move || is_barren.get()><WaveSection survey=survey.clone()/></div>
        <Comments survey choices/>
    }
}

/// A piece of a long page. Where `in_turns`, it is built in a task of its own: the first report is much to
/// build at once, and the page is to answer meanwhile. Later ones come at once, so that the page keeps its
/// height and place.
#[component]
fn Piece<V: IntoView + 'static>(in_turns: bool, piece: impl Fn() -> V + Send + 'static) -> impl IntoView {
    let is_here = RwSignal::new(!in_turns);
    if in_turns {
        turns::wait(move || {
            is_here.try_set(true);
        });
    }
    move || is_here.get().then(&piece)
}

/// Which picture matrices get.
#[component]
fn ViewSwitch() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let button = move |view: View, text| {
        let pressed = move || if results.view() == view { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| showing::change(|shown| shown.set_view(view))>
                {texts.get(text)}
            </button>
        }
    };
    view! {
        <div class="view-switch" role="group" aria-label=texts.get(key::RESULTS_VIEW_LABEL)>
            {button(View::Diverging, key::RESULTS_VIEW_DIVERGING)}
            {button(View::Full, key::RESULTS_VIEW_FULL)}
        </div>
    }
}
