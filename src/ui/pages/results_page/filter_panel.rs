//! Filters: what is chosen stands in the address.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use super::options::{self, Choices, FilterOption, FilterOptions, LANGUAGE};
use super::showing;
use crate::browser::dom;
use crate::domain::analysis::{Filter, GroupOrder, QuestionReport};
use crate::domain::survey::{Day, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The filters, those in use, and what is wrong with the address.
#[component]
pub(super) fn FilterPanel(survey: Arc<Survey>, choices: Memo<Choices>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let faults = results.part(|it| it.faults.clone());
    let more_faults = more_faults(survey.clone(), choices, filter);
    let group = move |options: FilterOptions| view! { <FilterGroup options filter/> };
    let first = move || choices.get().first.into_iter().map(group).collect_view();
    // Only the languages, which are among the first, depend on the files.
    let more = choices.get_untracked().more.into_iter().map(group).collect_view();
    let fault_list = move || {
        let faults = faults.get().unwrap_or_default();
        let faults = faults.iter().map(|fault| texts.filter_fault(fault));
        let faults: Vec<String> = faults.chain(more_faults.get()).collect();
        (!faults.is_empty()).then(|| {
            let item = |fault| view! { <li>{fault}</li> };
            view! {
                <ul class="notice notice-warning" data-testid="filter-faults">
                    {faults.into_iter().map(item).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <section class="filters" aria-labelledby="filters">
            <h2 id="filters" tabindex="-1">{texts.get(key::FILTER_TITLE)}</h2>
            <div class="filter-groups">{first} <DayRange filter/></div>
            <details class="filter-more">
                <summary>{texts.get(key::FILTER_MORE)}</summary>
                <div class="filter-groups">{more}</div>
            </details>
            <Active survey choices filter/>
            {fault_list}
        </section>
    }
}

/// What only the page knows to be wrong with the address: languages that nobody answered in, and what cannot be
/// shown.
fn more_faults(survey: Arc<Survey>, choices: Memo<Choices>, filter: Filtering) -> Memo<Vec<String>> {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    let shown = showing::here(state);
    Memo::new(move |_| {
        let known = choices.with(|choices| choices.find(LANGUAGE).cloned());
        let is_spoken = |tag: &String| {
            known.as_ref().is_none_or(|known| known.values.iter().any(|option| option.value == *tag))
        };
        let asked = filter.with(|filter| filter.values_of(LANGUAGE).to_vec());
        let silent = asked.into_iter().filter(|tag| !is_spoken(tag));
        let mut faults: Vec<String> =
            silent.map(|tag| texts.fill(key::FILTER_NO_LANGUAGE, &[("value", &tag)])).collect();
        let can_split = |name: &str, by: &str| choices.with(|choices| choices.can_split(&survey, name, by));
        // Of what is not counted or hidden, nothing is known to be wrong.
        let can_order = |name: &str, order: &GroupOrder| {
            let report = results.question(name);
            let is_split = results.split_of(name).with(Option::is_some);
            let values = report.with(|it| it.as_ref().map(QuestionReport::values)).unwrap_or_default();
            is_split && (values.is_empty() || order.suits(&values))
        };
        let others = results.other_surveys(&survey.entry.id);
        let can_stand_beside = |id: &str| others.iter().any(|other| other.entry.id == id);
        let meaningless = shown.with(|shown| shown.meaningless(can_split, can_order, can_stand_beside));
        if !meaningless.is_empty() {
            faults.push(texts.fill(key::FILTER_MEANINGLESS, &[("list", &meaningless.join(", "))]));
        }
        faults
    })
}

/// One key with its values, folded away.
#[component]
fn FilterGroup(options: FilterOptions, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let key_name = options.key.clone();
    let selected = {
        let key_name = key_name.clone();
        move || {
            let count = filter.with(|filter| filter.values_of(&key_name).len());
            (count > 0).then(|| {
                let words = texts.count(key::FILTER_SELECTED, u64::try_from(count).unwrap_or(u64::MAX));
                view! { <span class="filter-count">{words}</span> }
            })
        }
    };
    let item = move |option: FilterOption| {
        let FilterOption { value, label } = option;
        let id = format!("filter-{key_name}-{value}");
        let is_checked = {
            let (key_name, value) = (key_name.clone(), value.clone());
            move || filter.with(|filter| filter.values_of(&key_name).contains(&value))
        };
        let toggle = {
            let key_name = key_name.clone();
            move |_| Filtering::change(|filter| filter.toggle(&key_name, &value))
        };
        view! {
            <li>
                <input type="checkbox" id=id.clone() prop:checked=is_checked on:change=toggle/>
                <label for=id>{label}</label>
            </li>
        }
    };
    view! {
        <details class="filter-group" data-filter=options.key on:keydown=|event| dom::fold_on_escape(&event)>
            <summary><span>{options.title.clone()}</span> {selected}</summary>
            <div role="group" aria-label=options.title>
                <ul>{options.values.into_iter().map(item).collect_view()}</ul>
            </div>
        </details>
    }
}

#[component]
fn DayRange(filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let from = Memo::new(move |_| filter.with(Filter::first_day));
    let to = Memo::new(move |_| filter.with(Filter::last_day));
    let change = move |is_from: bool| {
        move |event| {
            let value = event_target_value(&event);
            let day = Day::parse(&value).map(|day| day.to_string());
            Filtering::change(|filter| if is_from { filter.from = day } else { filter.to = day });
        }
    };
    let text = |day: Memo<Option<Day>>| move || day.get().map(|day| day.to_string()).unwrap_or_default();
    let is_used = move || from.get().is_some() || to.get().is_some();
    let used = move || {
        is_used().then(|| view! { <span class="filter-count">{texts.count(key::FILTER_SELECTED, 1)}</span> })
    };
    view! {
        <details class="filter-group" data-filter="days" on:keydown=|event| dom::fold_on_escape(&event)>
            <summary><span>{texts.get(key::FILTER_DAYS)}</span> {used}</summary>
            <div class="day-range">
                <label>
                    <span>{texts.get(key::FILTER_FROM)}</span>
                    <input type="date" prop:value=text(from) on:change=change(true)/>
                </label>
                <label>
                    <span>{texts.get(key::FILTER_TO)}</span>
                    <input type="date" prop:value=text(to) on:change=change(false)/>
                </label>
            </div>
        </details>
    }
}

/// Everything that is filtered by, each with a button to take it out.
#[component]
fn Active(survey: Arc<Survey>, choices: Memo<Choices>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let change = move |change: &dyn Fn(&mut Filter)| {
        Filtering::change(|filter| change(filter));
        dom::later(0, || dom::focus("#filters"));
    };
    let chip = move |label: String, without: Box<dyn Fn(&mut Filter)>| {
        let hidden = texts.fill(key::FILTER_REMOVE, &[("filter", &label)]);
        view! {
            <li>
                <button type="button" class="chip" on:click=move |_| change(&*without) aria-label=hidden>
                    <span>{label}</span> <span class="chip-cross" aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    move || {
        let shown = filter.get();
        if shown.is_empty() {
            return None;
        }
        let mut chips = Vec::new();
        for (name, values) in shown.values.clone() {
            for value in values {
                let (label, name) = (
                    choices.with(|choices| options::label(&survey, choices, &name, &value, texts)),
                    name.clone(),
                );
                chips.push(chip(label, Box::new(move |filter| filter.toggle(&name, &value))));
            }
        }
        let day = |text, day: Option<Day>, written: &str| {
            let day = day.map_or_else(|| written.to_owned(), |day| texts.day(day));
            format!("{} {day}", texts.get(text))
        };
        if let Some(written) = &shown.from {
            let label = day(key::FILTER_FROM, shown.first_day(), written);
            chips.push(chip(label, Box::new(|filter| filter.from = None)));
        }
        if let Some(written) = &shown.to {
            let label = day(key::FILTER_TO, shown.last_day(), written);
            chips.push(chip(label, Box::new(|filter| filter.to = None)));
        }
        Some(view! {
            <div class="active-filters">
                <ul class="chips" aria-label=texts.get(key::FILTER_ACTIVE)>{chips}</ul>
                <button type="button" class="button-quiet" on:click=move |_| change(&Filter::clear)>
                    {texts.get(key::FILTER_CLEAR)}
                </button>
            </div>
        })
    }
}
