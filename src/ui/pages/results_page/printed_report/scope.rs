//! What the survey was about: the catalogue's services and providers, and those that were rated.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::question::PrintedQuestion;
use crate::domain::analysis::QuestionReport;
use crate::domain::survey::{Catalogue, Provider, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Nothing where the survey has no catalogue.
#[component]
pub(super) fn ScopeSection(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let Some(catalogue) = survey.catalogue.clone() else { return ().into_any() };
    let question = survey.questionnaire.catalogue_question().cloned();
    let counts = question.as_ref().map(|question| results.question(&question.name));
    let rated = Memo::new(move |_| counts.and_then(|counts| counts.get()).and_then(|it| responses(&it)));
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let services = texts.count(key::PRINTED_CATALOGUE_SERVICES, number(catalogue.services.len()));
    let providers = texts.count(key::PRINTED_CATALOGUE_PROVIDERS, number(catalogue.providers.len()));
    let of_rated = move || {
        let rated = rated.get()?;
        let count = rated.values().filter(|count| **count > 0).count();
        Some(texts.count(key::PRINTED_RATED, number(count)))
    };
    let rows = {
        let catalogue = catalogue.clone();
        move || {
            let rated = rated.get();
            catalogue.providers.iter().map(|it| row(&catalogue, it, rated.as_ref(), texts)).collect_view()
        }
    };
    let question = question.map(|question| {
        view! { <PrintedQuestion survey=survey.clone() question number=None is_table_only=true/> }
    });
    view! {
        <section class="printed-part" aria-labelledby="printed-scope">
            <h2 id="printed-scope">{texts.get(key::PRINTED_SCOPE)}</h2>
            <p>{services} " " {providers} " " {of_rated}</p>
            <Audited survey catalogue/>
            <div class="table-scroll" tabindex="0" role="region" aria-label=texts.get(key::FILTER_PROVIDER)>
                <table class="figures" data-testid="providers">
                    <thead>
                        <tr>
                            <th scope="col">{texts.get(key::FILTER_PROVIDER)}</th>
                            <th scope="col" class="number">{texts.get(key::PRINTED_IN_CATALOGUE)}</th>
                            <th scope="col" class="number">{texts.get(key::PRINTED_RATED_SERVICES)}</th>
                            <th scope="col" class="number">{texts.get(key::PRINTED_OF_RESPONSES)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {question}
        </section>
    }
    .into_any()
}

/// Service → responses; `None` where they are hidden.
fn responses(report: &QuestionReport) -> Option<BTreeMap<String, u64>> {
    let choices = report.choices.as_ref()?;
    Some(choices.iter().map(|tally| (tally.value.key(), tally.count)).collect())
}

fn row(
    catalogue: &Catalogue,
    provider: &Provider,
    rated: Option<&BTreeMap<String, u64>>,
    texts: Texts,
) -> impl IntoView + use<> {
    let services: Vec<&str> = catalogue.services_of(&provider.id).map(|it| it.id.as_str()).collect();
    let counts = rated.map(|rated| {
        services.iter().map(|id| rated.get(*id).copied().unwrap_or_default()).collect::<Vec<u64>>()
    });
    let integer = |count: usize| texts.integer(u64::try_from(count).unwrap_or(u64::MAX));
    let hidden = || texts.get(key::PRINTED_HIDDEN).to_owned();
    let used = counts.as_ref().map(|counts| integer(counts.iter().filter(|count| **count > 0).count()));
    let sum = counts.map(|counts| texts.integer(counts.iter().sum()));
    view! {
        <tr>
            <th scope="row">{provider.title.get(texts.code()).to_owned()}</th>
            <td class="number">{integer(services.len())}</td>
            <td class="number">{used.unwrap_or_else(hidden)}</td>
            <td class="number">{sum.unwrap_or_else(hidden)}</td>
        </tr>
    }
}

/// What the published audit covered, in the report of that very survey.
#[component]
fn Audited(survey: Arc<Survey>, catalogue: Catalogue) -> impl IntoView {
    let texts = Texts::here();
    let baseline = survey.baseline.as_ref().filter(|it| it.survey == survey.entry.id);
    let Some(scope) = baseline.and_then(|it| it.scope) else { return ().into_any() };
    let text = texts.audit_scope(scope);
    let audited = catalogue.services.into_iter().filter(|service| service.is_audited);
    let item = |title: String| view! { <li>{title}</li> };
    let titles = audited.map(|it| it.audited_title.unwrap_or(it.title).get(texts.code()).to_owned());
    view! {
        <p>{text}</p>
        <h3>{texts.get(key::PRINTED_AUDITED)}</h3>
        <ol>{titles.map(item).collect_view()}</ol>
    }
    .into_any()
}
