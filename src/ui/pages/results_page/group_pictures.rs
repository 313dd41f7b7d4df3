//! Small multiples: a picture of each group, on one scale.

use leptos::html::Div;
use leptos::prelude::*;

use super::caution::caution;
use super::options::FilterOptions;
use super::picture_source::PictureSource;
use super::question_section::base;
use super::saved_chart::SavedChart;
use crate::browser::message::Split;
use crate::browser::size::WidthWatch;
use crate::browser::subject::Subject;
use crate::domain::analysis::{QuestionReport, group_reports};
use crate::domain::charts::Picture;
use crate::domain::survey::{Question, Survey};
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use std::sync::Arc;

/// With more groups, the pictures wait to be asked for.
const OPEN_UNTIL: usize = 6;

/// The groups in which anybody answered, each with its base.
#[component]
pub(super) fn GroupPictures(
    survey: Arc<Survey>,
    question: Question,
    /// The groups' key and what it is called.
    grouping: FilterOptions,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let cross = results.cross_of(&question.name);
    let name = question.name.clone();
    let question = StoredValue::new(question);
    let by_title = grouping.full_title();
    let groups = {
        let name = name.clone();
        Memo::new(move |_| {
            let reports = cross.with(|cross| cross.as_ref().map(|(_, it)| group_reports(&survey, &name, it)));
            let reports = reports.unwrap_or_default().into_iter();
            reports.map(|(value, report)| (value.key(), report)).collect::<Vec<_>>()
        })
    };
    let is_open = RwSignal::new(groups.with_untracked(|groups| groups.len() <= OPEN_UNTIL));
    let width = RwSignal::new(0);
    let place = NodeRef::<Div>::new();
    let watch = StoredValue::new_local(None::<WidthWatch>);
    Effect::new(move || {
        if let Some(element) = place.get() {
            watch.set_value(WidthWatch::new(&element, move |now| {
                if width.try_get_untracked().is_some_and(|before| before != now) {
                    width.set(now);
                }
            }));
        }
    });
    on_cleanup(move || watch.set_value(None));
    let by = grouping.key.clone();
    Effect::new({
        let (name, by) = (name.clone(), by.clone());
        move || {
            cross.track();
            if is_open.get() && width.get() > 0 {
                results.draw_groups(&name, &by, width.get());
            }
        }
    });
    let figure = move |group: String| {
        let known = grouping.values.iter().find(|option| option.value == group);
        let label = known.map_or_else(|| group.clone(), |option| option.label.clone());
        let drawn = results.group_picture(&name, &by, &group);
        let picture = {
            let label = label.clone();
            Memo::new(move |_| {
                let picture = drawn.get()?;
                Some(Picture { description: format!("{label}. {}", picture.description), ..picture })
            })
        };
        let of_group = Memo::new({
            let group = group.clone();
            move |_| groups.with(|groups| groups.iter().find(|it| it.0 == group).map(|it| it.1.clone()))
        });
        let title = question.with_value(|it| it.title.get(texts.code()).to_owned());
        let of = format!("{by_title}: {label}");
        let saved_title = format!("{title} – {label}");
        let notes = Callback::new(move |()| {
            let base = of_group.get().and_then(|report| base(&report, texts));
            std::iter::once(of.clone()).chain(base).collect()
        });
        let split = Split { question: name.clone(), by: by.clone() };
        view! {
            <li class="group-picture" data-group=group.clone()>
                <h4>{label}</h4>
                <p class="base">{move || of_group.get().map(|report| group_base(&report, texts))}</p>
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED)/>
                <SavedChart
                    subject=Subject::Group { split, group: group.clone() }
                    title=saved_title
                    is_there=Signal::derive(move || picture.with(Option::is_some))
                    notes
                    source=PictureSource::here()
                />
            </li>
        }
    };
    let toggle = move |event: leptos::ev::Event| {
        is_open.set(event_target::<web_sys::HtmlElement>(&event).has_attribute("open"));
    };
    let count = move || groups.with(|groups| texts.integer(groups.len() as u64));
    view! {
        <details class="table-details group-pictures" hidden=move || groups.with(Vec::is_empty) prop:open=is_open.get_untracked() on:toggle=toggle>
            <summary>{texts.get(key::CERTAINTY_PICTURES)} " (" {count} ")"</summary>
            <div class="group-sizer" aria-hidden="true"><div node_ref=place></div></div>
            <ul class="group-grid">
                <For
                    each=move || {
                        let is_open = is_open.get();
                        groups.with(|groups| groups.iter().filter(|_| is_open).map(|it| it.0.clone()).collect::<Vec<_>>())
                    }
                    key=Clone::clone
                    children=figure
                />
            </ul>
        </details>
    }
}

/// The base, marked where it is small.
fn group_base(report: &QuestionReport, texts: Texts) -> impl IntoView + use<> {
    view! { {base(report, texts)} " " {caution(least(report), texts)} }
}

/// The smallest base of a question, or of those statements that anybody answered; a great number where it is
/// hidden or nobody answered, of which there is no share to be cautious about.
pub(super) fn least(report: &QuestionReport) -> u64 {
    let rows = report.rows.iter().flatten().map(|row| row.answered);
    rows.chain(report.answered).filter(|base| *base > 0).min().unwrap_or(u64::MAX)
}
