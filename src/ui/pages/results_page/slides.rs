//! The results one slide after another, as large as the window.

mod comparisons;
mod controls;
mod figures;
mod headlines;
mod scope;
mod slide;
mod turning;
mod words;

use std::sync::Arc;

use leptos::html::Section;
use leptos::prelude::*;

use super::filtering::Filtering;
use super::no_figures::NoFigures;
use super::options::choices_of;
use super::showing;
use super::statements::headlines as said_of_all;
use super::wave_section::ask_waves;
use crate::browser::{dom, fullscreen};
use crate::domain::address::{Form, Showing};
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use comparisons::{GroupsSlide, WavesSlide};
use controls::Controls;
use figures::Figures;
use headlines::Headlines;
use scope::SlideScope;
use slide::{Slide, slides};
use turning::Turn;
use words::Words;

/// Characters of a title that is set smaller.
const LONG: usize = 160;

/// One slide at a time; the address says which.
#[component]
pub(super) fn Slides(survey: Arc<Survey>, filter: Filtering, shown: Memo<Showing>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let place = NodeRef::<Section>::new();
    let choices = choices_of(survey.clone());
    ask_waves(&survey.entry.id);
    let slides = {
        let survey = survey.clone();
        Memo::new(move |_| {
            let has_waves = results.has_waves(&survey.entry.id);
            shown.with(|shown| choices.with(|choices| slides(&survey, shown, choices, has_waves)))
        })
    };
    let beside = results.beside(survey.clone());
    let total = Memo::new(move |_| slides.with(Vec::len));
    // Where the slides are being left, nothing turns.
    let number = Memo::new(move |before: Option<&usize>| match (shown.with(Showing::form), before) {
        (Form::Page | Form::Report, Some(before)) => *before,
        _ => shown.with(Showing::slide).clamp(1, total.get()),
    });
    let slide = Memo::new(move |_| slides.with(|slides| slides.get(number.get() - 1).cloned()));
    let turn =
        Callback::new(move |turn: Turn| match turn.to(number.get_untracked(), total.get_untracked()) {
            Some(slide) => showing::turn_to(slide),
            None => close(),
        });
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if let Some(found) = Turn::of_key(&event) {
            event.prevent_default();
            turn.run(found);
        }
    });
    on_cleanup(move || keys.remove());
    let title = Memo::new(move |_| slide.get().unwrap_or(Slide::Headlines).title(texts));
    let counter = move |text, title: &str| {
        let (n, total) = (number.get().to_string(), total.get().to_string());
        texts.fill(text, &[("n", &n), ("total", &total), ("title", title)])
    };
    Effect::new(|| dom::later(0, || dom::focus_at_top("main h1")));
    // The first title is heard as it takes focus.
    let first = number.get_untracked();
    let has_turned = Memo::new(move |before: Option<&bool>| before == Some(&true) || number.get() != first);
    let announced = move || has_turned.get().then(|| counter(key::SLIDES_SAID, &title.get()));
    Effect::new(move || dom::set_title(&texts.page_title(&counter(key::SLIDES_SAID, &title.get()))));
    let is_barren = results.is_barren();
    let figures = {
        let survey = survey.clone();
        let headlines = said_of_all(survey.clone());
        let survey = survey.clone();
        move || match slide.get() {
            _ if is_barren.get() => ().into_any(),
            Some(Slide::Question(question)) => view! { <Figures name=question.name/> }.into_any(),
            Some(Slide::Groups(question, _)) => {
                view! { <GroupsSlide survey=survey.clone() question=*question choices/> }.into_any()
            }
            Some(Slide::Waves(question)) => view! { <WavesSlide question=*question beside/> }.into_any(),
            _ => view! { <Headlines headlines/> }.into_any(),
        }
    };
    // However far the last one was read, the next begins at its top.
    Effect::new(move || {
        number.track();
        if let Some(element) = place.get() {
            element.set_scroll_top(0);
        }
    });
    let is_long = move || title.with(|title| title.chars().count() > LONG);
    let is_wide = move || slide.with(|slide| slide.as_ref().is_some_and(Slide::is_wide));
    let is_comparison =
        Memo::new(move |_| slide.with(|slide| slide.as_ref().is_some_and(Slide::is_comparison)));
    let has_published = Memo::new(move |_| !is_comparison.get());
    view! {
        <section class="slides" node_ref=place data-testid="slides">
            <div class="slide" class:is-wide=is_wide class:is-comparison=is_comparison>
                <div class="slide-words">
                    <SlideScope survey=survey.clone() filter choices has_published/>
                    <h1 class="slide-title" class:is-long=is_long tabindex="-1">{title}</h1>
                    <Words survey=survey.clone() slide/>
                    <NoFigures survey=survey.clone() filter has_filters=false/>
                </div>
                {figures}
            </div>
            <Controls place number total turn/>
            <p class="visually-hidden" role="status">{announced}</p>
        </section>
    }
}

/// Back to the page.
fn close() {
    if fullscreen::is_on() {
        fullscreen::leave();
    }
    showing::set_form(Form::Page);
}
