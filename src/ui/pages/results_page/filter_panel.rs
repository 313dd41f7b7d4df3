//! Filters: what is chosen stands in the address.

mod options;

use std::sync::Arc;

use leptos::prelude::*;

use super::apply;
use crate::browser::dom;
use crate::domain::analysis::Filter;
use crate::domain::survey::{Day, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use options::{FilterOption, FilterOptions};

/// The filters, those in use, and what is wrong with the address.
#[component]
pub(super) fn FilterPanel(survey: Arc<Survey>, filter: Memo<Filter>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let languages = results.part(|it| it.languages.clone());
    let faults = results.part(|it| it.faults.clone());
    let group = move |options: FilterOptions| view! { <FilterGroup options filter/> };
    let first = {
        let survey = survey.clone();
        move || {
            let languages = languages.get().unwrap_or_default();
            options::main(&survey, &languages, texts).into_iter().map(group).collect_view()
        }
    };
    let more = options::more(&survey, texts).into_iter().map(group).collect_view();
    let fault_list = move || {
        let faults = faults.get().unwrap_or_default();
        (!faults.is_empty()).then(|| {
            let item = |fault| view! { <li>{texts.filter_fault(&fault)}</li> };
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
            <Active survey filter/>
            {fault_list}
        </section>
    }
}

/// One key with its values, folded away.
#[component]
fn FilterGroup(options: FilterOptions, filter: Memo<Filter>) -> impl IntoView {
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
            move |_| {
                let mut changed = filter.get_untracked();
                changed.toggle(&key_name, &value);
                apply(&changed);
            }
        };
        view! {
            <li>
                <input type="checkbox" id=id.clone() prop:checked=is_checked on:change=toggle/>
                <label for=id>{label}</label>
            </li>
        }
    };
    view! {
        <details class="filter-group" data-filter=options.key>
            <summary><span>{options.title.clone()}</span> {selected}</summary>
            <div role="group" aria-label=options.title>
                <ul>{options.values.into_iter().map(item).collect_view()}</ul>
            </div>
        </details>
    }
}

#[component]
fn DayRange(filter: Memo<Filter>) -> impl IntoView {
    let texts = Texts::here();
    let from = Memo::new(move |_| filter.with(Filter::first_day));
    let to = Memo::new(move |_| filter.with(Filter::last_day));
    let change = move |is_from: bool| {
        move |event| {
            let value = event_target_value(&event);
            let day = Day::parse(&value).map(|day| day.to_string());
            let mut changed = filter.get_untracked();
            if is_from {
                changed.from = day;
            } else {
                changed.to = day;
            }
            apply(&changed);
        }
    };
    let text = |day: Memo<Option<Day>>| move || day.get().map(|day| day.to_string()).unwrap_or_default();
    let is_used = move || from.get().is_some() || to.get().is_some();
    let used = move || {
        is_used().then(|| view! { <span class="filter-count">{texts.count(key::FILTER_SELECTED, 1)}</span> })
    };
    view! {
        <details class="filter-group" data-filter="days">
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
fn Active(survey: Arc<Survey>, filter: Memo<Filter>) -> impl IntoView {
    let texts = Texts::here();
    let chip = move |label: String, without: Filter| {
        let remove = move |_| {
            apply(&without);
            dom::later(0, || dom::focus("#filters"));
        };
        let hidden = texts.fill(key::FILTER_REMOVE, &[("filter", &label)]);
        view! {
            <li>
                <button type="button" class="chip" on:click=remove aria-label=hidden>
                    <span>{label}</span> <span class="chip-cross" aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    move || {
        let filter = filter.get();
        if filter.is_empty() {
            return None;
        }
        let values =
            filter.values.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
        let mut chips: Vec<_> = values
            .map(|(name, value)| {
                let mut without = filter.clone();
                without.toggle(name, value);
                chip(options::label(&survey, name, value, texts), without)
            })
            .collect();
        if let Some(day) = &filter.from {
            let label = format!(
                "{} {}",
                texts.get(key::FILTER_FROM),
                filter.first_day().map_or_else(|| day.clone(), |day| texts.day(day))
            );
            chips.push(chip(label, Filter { from: None, ..filter.clone() }));
        }
        if let Some(day) = &filter.to {
            let label = format!(
                "{} {}",
                texts.get(key::FILTER_TO),
                filter.last_day().map_or_else(|| day.clone(), |day| texts.day(day))
            );
            chips.push(chip(label, Filter { to: None, ..filter.clone() }));
        }
        let clear = move |_| {
            let mut cleared = filter.clone();
            cleared.clear();
            apply(&cleared);
            dom::later(0, || dom::focus("#filters"));
        };
        Some(view! {
            <div class="active-filters">
                <ul class="chips" aria-label=texts.get(key::FILTER_ACTIVE)>{chips}</ul>
                <button type="button" class="button-quiet" on:click=clear>{texts.get(key::FILTER_CLEAR)}</button>
            </div>
        })
    }
}
