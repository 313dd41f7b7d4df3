//! One of many, found by typing or by who provides it.

use leptos::prelude::*;

use super::Asked;
use super::choice::{ChoiceGroup, ChoiceTile, OtherOfOne};
use crate::browser::dom;
use crate::domain::survey::{Choice, Options, Scalar, finds, fold};
use crate::ui::parts::SearchBox;
use crate::ui::text::{Texts, key};

/// Up to this many choices need no search.
const FEW: usize = 8;

/// Choices that belong together.
#[derive(Clone)]
struct Group {
    /// Of the provider; empty where there is none.
    id: String,
    title: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Clone)]
struct Entry {
    id: String,
    value: Scalar,
    label: String,
    provider: String,
    /// What is searched, folded.
    folded: String,
}

/// What is being looked for.
#[derive(Clone, PartialEq)]
struct Wanted {
    /// Folded.
    words: String,
    /// Id of the provider, or empty.
    provider: String,
}

/// A list of radio buttons that typing shortens; services stand under their providers.
#[component]
pub(super) fn DropdownField(
    asked: Asked,
    /// What can be chosen.
    options: Options,
) -> impl IntoView {
    let texts = Texts::here();
    let chosen = asked.chosen();
    let choose = asked.choose();
    let query = asked.search;
    let groups = groups(&asked, &options);
    let all: Vec<Entry> = groups.iter().flat_map(|group| group.entries.clone()).collect();
    let provider = asked.provider;
    let wanted =
        Signal::derive(move || Wanted { words: query.with(|words| fold(words)), provider: provider.get() });
    let found = {
        let all = all.clone();
        Signal::derive(move || wanted.with(|wanted| all.iter().filter(|entry| wanted.finds(entry)).count()))
    };
    // Enter takes the only find, and leads to the first of several.
    let choose_only = {
        let all = all.clone();
        Callback::new(move |()| {
            let mut matching = all.iter().filter(|entry| wanted.with_untracked(|it| it.finds(entry)));
            match (matching.next(), matching.next()) {
                (Some(entry), None) => choose.run(entry.value.clone()),
                (Some(_), Some(_)) => dom::focus(".group div:not([hidden]) > .tile input"),
                _ => {}
            }
        })
    };
    let name = asked.question.name.clone();
    let tile = move |entry: Entry| {
        let Entry { id, value, label, .. } = entry.clone();
        let is_chosen = Signal::derive({
            let value = value.clone();
            move || chosen.with(|chosen| chosen.as_ref() == Some(&value))
        });
        // What is chosen stays in sight, whatever is searched for.
        let is_hidden = Signal::derive(move || wanted.with(|it| !it.finds(&entry)) && !is_chosen.get());
        // Out of the group: else Tab would go to the one it last left, though it cannot be seen.
        let name = name.clone();
        let name =
            Signal::derive(move || if is_hidden.get() { format!("{name}-hidden") } else { name.clone() });
        view! {
            <div hidden=move || is_hidden.get()>
                <ChoiceTile
                    kind="radio"
                    id
                    name
                    label
                    is_chosen
                    on_change=Callback::new(move |_| choose.run(value.clone()))
                />
            </div>
        }
    };
    let group = move |group: Group| {
        let entries = group.entries.clone();
        let is_hidden = move || {
            let is_chosen = |entry: &Entry| chosen.with(|chosen| chosen.as_ref() == Some(&entry.value));
            wanted.with(|wanted| !entries.iter().any(|entry| wanted.finds(entry) || is_chosen(entry)))
        };
        let heading = group.title.map(|title| view! { <h2 class="group-title">{title}</h2> });
        view! {
            <div class="group" hidden=move || is_hidden()>
                {heading}
                <div class="tiles">{group.entries.into_iter().map(tile.clone()).collect_view()}</div>
            </div>
        }
    };
    let search = (all.len() > FEW).then(|| {
        view! {
            <SearchBox
                id="choice-search"
                label=texts.get(key::STEP_SEARCH_LABEL)
                query
                found
                on_enter=choose_only
            />
        }
    });
    let providers = (groups.len() > 1).then(|| {
        let option = |group: &Group| {
            let id = group.id.clone();
            let is_selected = move || provider.with(|provider| *provider == id);
            view! { <option value=group.id.clone() prop:selected=move || is_selected()>{group.title.clone()}</option> }
        };
        view! {
            <div class="provider-choice">
                <label for="choice-provider">{texts.get(key::STEP_PROVIDER_LABEL)}</label>
                <select id="choice-provider" on:change=move |event| provider.set(event_target_value(&event))>
                    <option value="">{texts.get(key::STEP_PROVIDER_ALL)}</option>
                    {groups.iter().filter(|group| group.title.is_some()).map(option).collect_view()}
                </select>
            </div>
        }
    });
    view! {
        <ChoiceGroup asked=asked.clone()>
            <div class="search-row">{search}{providers}</div>
            {groups.into_iter().map(group).collect_view()}
            <OtherOfOne asked=asked.clone()/>
        </ChoiceGroup>
    }
}

impl Wanted {
    fn finds(&self, entry: &Entry) -> bool {
        (self.provider.is_empty() || self.provider == entry.provider) && finds(&self.words, &entry.folded)
    }
}

/// The choices under their providers where they are services, else all together.
fn groups(asked: &Asked, options: &Options) -> Vec<Group> {
    let code = Texts::here().code();
    let entry = |choice: &Choice, provider: &str, provider_title: &str| {
        let label = choice.text.get(code).to_owned();
        Entry {
            id: format!("choice-{}", choice.value.key()),
            value: choice.value.clone(),
            provider: provider.to_owned(),
            // The provider's name finds its services too.
            folded: fold(&format!("{label} {provider_title}")),
            label,
        }
    };
    let choices = options.all();
    let untitled = |entries| Group { id: String::new(), title: None, entries };
    let Some(catalogue) = asked.catalogue.as_ref().filter(|_| options.from_catalogue) else {
        return vec![untitled(choices.iter().map(|choice| entry(choice, "", "")).collect())];
    };
    let provider_of = |choice: &Choice| catalogue.service(&choice.value.key()).map(|it| it.provider.as_str());
    let group = |id: &str, title: &str| {
        let own = choices.iter().filter(|choice| provider_of(choice) == Some(id));
        Group {
            id: id.to_owned(),
            title: Some(title.to_owned()),
            entries: own.map(|choice| entry(choice, id, title)).collect(),
        }
    };
    let mut groups: Vec<Group> =
        catalogue.providers.iter().map(|provider| group(&provider.id, provider.title.get(code))).collect();
    let rest = choices.iter().filter(|choice| provider_of(choice).is_none());
    groups.push(untitled(rest.map(|choice| entry(choice, "", "")).collect()));
    groups.retain(|group| !group.entries.is_empty());
    groups
}
