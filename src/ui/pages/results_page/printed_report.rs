//! The results as a report to be printed on A4, with the structure of the Ministry's report of 2018.

mod annex;
mod comparisons;
mod method;
mod question;
mod scope;
mod summary;
mod themes;
mod title_page;
mod toolbar;
mod waves;

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use super::how_computed::HowComputedPrinted;
use super::no_figures::NoFigures;
use super::options::choices_of;
use super::sizer::Sizer;
use crate::browser::dom;
use crate::domain::survey::{Kind, Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use annex::Annex;
use comparisons::Comparisons;
use method::Method;
use question::{PrintedQuestion, TextQuestion};
use scope::ScopeSection;
use summary::Summary;
use themes::Themes;
use title_page::TitlePage;
use toolbar::Toolbar;
use waves::Waves;

/// How wide pictures are on paper, CSS pixels: an A4 sheet is 210 mm wide and has margins of 20 mm; on screen it
/// has an edge besides.
const PAPER_WIDTH: u32 = 640;

/// The whole report; its sheet is light in every theme, as paper is.
#[component]
pub(super) fn PrintedReport(survey: Arc<Survey>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let measured = RwSignal::new(0);
    // While it is being printed, pictures are as wide as paper, however narrow the window is.
    let is_for_paper = RwSignal::new(false);
    Effect::new(move || {
        let width = if is_for_paper.get() { PAPER_WIDTH } else { measured.get() };
        if width > 0 {
            results.set_width(width.min(PAPER_WIDTH));
        }
    });
    Effect::new(|| dom::later(0, || dom::focus_at_top("#printed-toolbar")));
    // Pictures take the sheet's colours while it is there, and the page's again when it is gone.
    Effect::new(move || results.recolour());
    on_cleanup(move || dom::later(0, move || results.recolour()));
    let (is_hidden, is_barren) = (results.is_hidden(), results.is_barren());
    let title = survey.questionnaire.title.get(texts.code()).to_owned();
    dom::set_root_text("--report-title", &format!("{title} ({})", survey.entry.id));
    let choices = choices_of(survey.clone());
    let (texts_asked, counted) = questions(&survey);
    let numbered = (1_u64..).zip(counted).map(|(number, question)| {
        view! { <PrintedQuestion survey=survey.clone() question number=Some(number)/> }
    });
    let numbered = numbered.collect_view();
    let written = (!texts_asked.is_empty()).then(|| {
        let item = |question| view! { <TextQuestion survey=survey.clone() question/> };
        view! {
            <h3 class="printed-texts">{texts.get(key::PRINTED_TEXTS)}</h3>
            <ul class="plain-list">{texts_asked.into_iter().map(item).collect_view()}</ul>
        }
    });
    let has_waves = results.is_compared(survey.clone());
    let is_tested =
        Memo::new(move |_| !is_hidden.get() && (!results.crosses().is_empty() || has_waves.get()));
    let intervals = move || {
        let shows = results.has_intervals() && !is_hidden.get();
        shows.then(|| view! { <p class="hint" data-testid="printed-intervals">{texts.get(key::TABLE_INTERVAL_NOTE)}</p> })
    };
    view! {
        <Toolbar is_narrow=Signal::derive(move || measured.get() < PAPER_WIDTH) is_for_paper/>
        <article class="printed paper" class:is-for-paper=move || is_for_paper.get() data-testid="report">
            <Sizer on_width=Callback::new(move |width| measured.set(width))/>
            <TitlePage survey=survey.clone()/>
            <ScopeSection survey=survey.clone()/>
            <Method survey=survey.clone() filter choices/>
            <section class="printed-part" aria-labelledby="printed-questions">
                <h2 id="printed-questions">{texts.get(key::PRINTED_QUESTIONS)}</h2>
                <NoFigures survey=survey.clone() filter has_filters=false/>
                {intervals}
                // The notice says it once.
                <div hidden=move || is_barren.get()>{numbered} {written}</div>
            </section>
            <Comparisons survey=survey.clone() choices/>
            <Waves survey=survey.clone()/>
            <Themes survey=survey.clone()/>
            <Summary survey=survey.clone()/>
            <Show when=move || is_tested.get()><HowComputedPrinted/></Show>
            <Annex/>
        </article>
    }
}

/// The questions answered in words, and the others but for the one about services, which stands in the scope.
fn questions(survey: &Survey) -> (Vec<Question>, Vec<Question>) {
    let asked = survey.questionnaire.questions.iter().filter(|it| !matches!(it.kind, Kind::Html(_)));
    let asked = asked.filter(|it| !it.options().is_some_and(|options| options.from_catalogue));
    asked.cloned().partition(|it| matches!(it.kind, Kind::Comment { .. } | Kind::Text { .. }))
}
