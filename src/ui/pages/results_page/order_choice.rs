//! In what order the groups of a comparison stand.

use leptos::prelude::*;

use super::showing;
use crate::domain::analysis::{GroupOrder, QuestionReport, best_grades};
use crate::domain::survey::{Question, Scalar};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// As listed, by the number of answers, or by the share of the best grades or of one choice.
#[component]
pub(super) fn OrderChoice(question: Question, report: Memo<Option<QuestionReport>>) -> impl IntoView {
    let texts = Texts::here();
    let chosen = AppState::expect().results().order_of(&question.name);
    let choices = Memo::new(move |_| report.get().map(|report| report.values()).unwrap_or_default());
    let option = move |order: GroupOrder, label: String| {
        let word = order.word();
        view! { <option value=word prop:selected=move || chosen.get() == order>{label}</option> }
    };
    let name = question.name.clone();
    let choose = move |event| {
        let order = GroupOrder::parse(&event_target_value(&event));
        showing::change(|shown| shown.set_order(&name, &order));
    };
    let shares = move || {
        let choices = choices.get();
        let best = best_grades(&choices);
        let words = |choices: &[Scalar]| {
            choices.iter().map(|choice| texts.value(&question, choice)).collect::<Vec<_>>()
        };
        let of_best = (!best.is_empty()).then(|| option(GroupOrder::Best, words(&best).join(" + ")));
        let of_choice = |(choice, label): (&Scalar, String)| option(GroupOrder::Share(choice.key()), label);
        let labels = words(&choices);
        view! { {of_best} {choices.iter().zip(labels).map(of_choice).collect_view()} }
    };
    view! {
        <label class="choice-line">
            <span>{texts.get(key::CROSS_ORDER)}</span>
            <select on:change=choose>
                {option(GroupOrder::Listed, texts.get(key::CROSS_ORDER_LISTED).to_owned())}
                {option(GroupOrder::Answered, texts.get(key::CROSS_ORDER_ANSWERED).to_owned())}
                <optgroup label=texts.get(key::CROSS_ORDER_SHARE)>{shares}</optgroup>
            </select>
        </label>
    }
}
