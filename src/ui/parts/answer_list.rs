//! Answers to read through: on the review page and on the receipt.

use leptos::prelude::*;

use crate::ui::text::{Texts, key};

/// One question with what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerGroup {
    /// The question.
    pub question: String,
    /// Whether the lines are the statements of a matrix.
    pub is_matrix: bool,
    /// One line; of a matrix, one for each statement.
    pub lines: Vec<AnswerLine>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The statement, of a matrix.
    pub statement: Option<String>,
    /// What was answered, each as its own paragraph; empty where nothing was.
    pub answers: Vec<String>,
    /// Where it can be changed.
    pub change: Option<String>,
}

/// Questions and answers, with links to change them where the lines have some.
#[component]
pub fn AnswerList(
    /// All questions, in order.
    groups: Vec<AnswerGroup>,
) -> impl IntoView {
    let texts = Texts::here();
    let line = move |question: &str, line: AnswerLine| {
        let about = line.statement.clone().unwrap_or_else(|| question.to_owned());
        let answers = if line.answers.is_empty() {
            view! { <p class="muted">{texts.get(key::REVIEW_MISSING)}</p> }.into_any()
        } else {
            line.answers.into_iter().map(|answer| view! { <p>{answer}</p> }).collect_view().into_any()
        };
        let change = line.change.map(|href| {
            view! {
                <dd class="answer-change">
                    <a href=href>
                        <span aria-hidden="true">{texts.get(key::REVIEW_CHANGE)}</span>
                        <span class="visually-hidden">
                            {texts.fill(key::REVIEW_CHANGE_HIDDEN, &[("question", &about)])}
                        </span>
                    </a>
                </dd>
            }
        });
        let term = line.statement.unwrap_or_else(|| question.to_owned());
        view! { <div class="answer-line"><dt>{term}</dt><dd class="answer">{answers}</dd>{change}</div> }
    };
    let group = move |group: AnswerGroup| {
        let question = group.question.clone();
        let heading = group.is_matrix.then(|| view! { <h2 class="answer-heading">{group.question}</h2> });
        view! {
            <section class="answer-group" class:is-matrix=group.is_matrix>
                {heading}
                <dl class="answer-list">
                    {group.lines.into_iter().map(|it| line(&question, it)).collect_view()}
                </dl>
            </section>
        }
    };
    view! { <div class="answers">{groups.into_iter().map(group).collect_view()}</div> }
}
