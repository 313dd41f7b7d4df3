//! Several of several: tick boxes.

use leptos::prelude::*;

use super::choice::{ChoiceGroup, ChoiceTile, OtherText};
use super::{Asked, Change};
use crate::domain::survey::{Answer, Choice, NONE, OTHER, Options, Scalar};
use crate::ui::text::{Texts, key};

/// A group of tick boxes; "none" and the others exclude each other.
#[component]
pub(super) fn CheckboxField(
    asked: Asked,
    /// What can be ticked.
    options: Options,
    /// The most that may be ticked.
    max_selected: Option<usize>,
) -> impl IntoView {
    let texts = Texts::here();
    let answers = asked.answers;
    let name = asked.question.name.clone();
    let ticked = Signal::derive(move || match answers.with(|answers| answers.get(&name).cloned()) {
        Some(Answer::Many(values)) => values,
        _ => Vec::new(),
    });
    let choices = options.all();
    let order: Vec<Scalar> = choices.iter().map(|choice| choice.value.clone()).collect();
    let has_none = options.none.is_some();
    let on_change = asked.on_change;
    let toggle = move |value: &Scalar, is_ticked: bool| {
        let values = toggled(&ticked.get_untracked(), value, is_ticked, has_none, &order);
        on_change.run(Change::Answer(Answer::Many(values)));
    };
    let question = asked.question.name.clone();
    let tile = move |(index, choice): (usize, Choice)| {
        let value = choice.value.clone();
        let is_chosen = Signal::derive({
            let value = value.clone();
            move || ticked.with(|ticked| ticked.contains(&value))
        });
        let toggle = toggle.clone();
        view! {
            <ChoiceTile
                kind="checkbox"
                id=format!("choice-{index}")
                name=question.clone()
                label=choice.text.get(texts.code())
                is_chosen
                on_change=Callback::new(move |is_ticked| toggle(&value, is_ticked))
            />
        }
    };
    let limit = max_selected.map(|max| {
        let max = u64::try_from(max).unwrap_or(u64::MAX);
        view! { <p class="hint">{texts.count(key::STEP_MAX_SELECTED, max)}</p> }
    });
    let other = asked.question.has_other().then(|| {
        let is_chosen = Signal::derive(move || ticked.with(|ticked| ticked.contains(&OTHER.into())));
        view! { <OtherText asked=asked.clone() is_chosen/> }
    });
    view! {
        <ChoiceGroup asked=asked.clone()>
            {limit}
            <div class="tiles">{choices.into_iter().enumerate().map(tile).collect_view()}</div>
            {other}
        </ChoiceGroup>
    }
}

/// The ticked values after one was ticked or unticked, in the order of the definition.
fn toggled(
    ticked: &[Scalar],
    value: &Scalar,
    is_ticked: bool,
    has_none: bool,
    order: &[Scalar],
) -> Vec<Scalar> {
    let none = Scalar::from(NONE);
    let is_none = has_none && *value == none;
    order
        .iter()
        .filter(|known| {
            if *known == value {
                return is_ticked;
            }
            let is_excluded = is_ticked && (is_none || (has_none && **known == none));
            ticked.contains(known) && !is_excluded
        })
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(texts: &[&str]) -> Vec<Scalar> {
        texts.iter().map(|text| Scalar::from(*text)).collect()
    }

    #[test]
    fn ticked_values_keep_the_definitions_order() {
        let order = values(&["a", "b", "c"]);
        assert_eq!(toggled(&values(&["c"]), &"a".into(), true, false, &order), values(&["a", "c"]));
        assert_eq!(toggled(&values(&["a", "c"]), &"a".into(), false, false, &order), values(&["c"]));
    }

    #[test]
    fn none_and_the_others_exclude_each_other() {
        let order = values(&["a", "b", "none"]);
        assert_eq!(toggled(&values(&["a", "b"]), &"none".into(), true, true, &order), values(&["none"]));
        assert_eq!(toggled(&values(&["none"]), &"b".into(), true, true, &order), values(&["b"]));
    }
}
