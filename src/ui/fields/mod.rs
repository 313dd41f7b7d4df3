//! One component for each kind of question, and the one match that chooses between them.

mod checkbox_field;
mod choice;
mod choice_field;
mod dropdown_field;
mod rating_field;
mod text_field;

use leptos::prelude::*;

use crate::domain::survey::{Answer, Answers, Catalogue, Choice, Kind, Question, Scalar, Text};
use crate::ui::text::{Texts, key};
use checkbox_field::CheckboxField;
use choice_field::ChoiceField;
use dropdown_field::DropdownField;
use rating_field::RatingField;
use text_field::TextField;

/// Selector of the first control of a field: where the error summary leads.
pub const FIRST_CONTROL: &str = ".field input, .field textarea";

/// Id of what says what not to write.
const PRIVATE_HINT: &str = "private-hint";

/// What a respondent did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Answered; an empty answer takes the answer back.
    Answer(Answer),
    /// Rated the statement.
    Row(Scalar),
    /// Described "other".
    Other(String),
}

/// What every field is given.
#[derive(Clone)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// The statement, of a matrix.
    pub row: Option<Choice>,
    /// All answers so far.
    pub answers: Signal<Answers>,
    /// Called with every change.
    pub on_change: Callback<Change>,
    /// What is wrong, once Continue was pressed.
    pub error: Signal<Option<String>>,
    /// Providers of the services, for a dropdown of the catalogue.
    pub catalogue: Option<Catalogue>,
    /// What is being searched for, kept by the page.
    pub search: RwSignal<String>,
    /// The provider whose services are shown, or empty; kept by the page.
    pub provider: RwSignal<String>,
}

/// The field of a question, or of one statement of a matrix.
#[component]
pub fn Field(
    /// What is asked, and who is told.
    asked: Asked,
) -> impl IntoView {
    let field = match asked.question.kind.clone() {
        Kind::Radiogroup(options) => {
            view! { <ChoiceField asked=asked.clone() choices=options.all()/> }.into_any()
        }
        Kind::Boolean { label_true, label_false } => {
            let choice = |value, text| Choice { value: Scalar::Bool(value), text };
            let choices = vec![choice(true, label_true), choice(false, label_false)];
            view! { <ChoiceField asked=asked.clone() choices/> }.into_any()
        }
        Kind::Matrix { columns, .. } => {
            view! { <ChoiceField asked=asked.clone() choices=columns/> }.into_any()
        }
        Kind::Rating { options, min_label, max_label } => {
            view! { <RatingField asked=asked.clone() steps=options.choices min_label max_label/> }.into_any()
        }
        Kind::Checkbox { options, max_selected } => {
            view! { <CheckboxField asked=asked.clone() options max_selected/> }.into_any()
        }
        Kind::Dropdown(options) => view! { <DropdownField asked=asked.clone() options/> }.into_any(),
        Kind::Comment { max_length } => {
            view! { <TextField asked=asked.clone() max_length has_lines=true/> }.into_any()
        }
        Kind::Text { max_length } => {
            view! { <TextField asked=asked.clone() max_length has_lines=false/> }.into_any()
        }
        Kind::Html(text) => view! { <PlainText asked=asked.clone() text/> }.into_any(),
    };
    let class = move || if asked.error.with(Option::is_some) { "field has-error" } else { "field" };
    view! { <div class=move || class()>{field}</div> }
}

/// A text between questions.
#[component]
fn PlainText(asked: Asked, text: Text) -> impl IntoView {
    let title = asked.title();
    let title = if title.is_empty() { Texts::here().get(key::APP_NAME).to_owned() } else { title };
    let text = text.get(Texts::here().code()).to_owned();
    view! {
        <h1 class="heading" tabindex="-1">{title}</h1>
        <p class="plain-text">{text}</p>
    }
}

impl Asked {
    /// What stands as the heading: the statement of a matrix, else the question.
    fn title(&self) -> String {
        let text = self.row.as_ref().map_or(&self.question.title, |row| &row.text);
        text.get(Texts::here().code()).to_owned()
    }

    /// Heading, marked where an answer is optional.
    fn heading(&self) -> impl IntoView + use<> {
        let texts = Texts::here();
        let optional = (!self.question.is_required)
            .then(|| view! { " " <span class="optional">"(" {texts.get(key::STEP_OPTIONAL)} ")"</span> });
        view! { {self.title()} {optional} }
    }

    fn description(&self) -> Option<String> {
        // A matrix is described above its statements, by the page.
        let description = self.question.description.as_ref().filter(|_| self.row.is_none())?;
        Some(description.get(Texts::here().code()).to_owned())
    }

    /// What not to write, for a text; it is described by it too.
    fn private_hint() -> impl IntoView + use<> {
        view! { <p class="hint" id=PRIVATE_HINT>{Texts::here().get(key::STEP_PRIVATE)}</p> }
    }

    /// Ids of what describes a text.
    fn text_described_by(&self) -> impl Fn() -> String + Clone + Send + Sync + 'static + use<> {
        let described_by = self.described_by();
        move || format!("{} {PRIVATE_HINT}", described_by().unwrap_or_default())
    }

    /// The description and the error, each with the id that [`Asked::described_by`] names.
    fn hints(&self) -> impl IntoView + use<> {
        let error = self.error;
        let description = self.description().map(|text| view! { <p class="hint" id="field-hint">{text}</p> });
        view! {
            {description}
            <p class="error-message" id="field-error" hidden=move || error.with(Option::is_none)>
                {move || error.get()}
            </p>
        }
    }

    /// Ids of what describes the field.
    fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static + use<> {
        let error = self.error;
        let hint = self.description().is_some().then_some("field-hint");
        move || {
            let error = error.with(Option::is_some).then_some("field-error");
            let ids: Vec<&str> = hint.into_iter().chain(error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// The single value chosen.
    fn chosen(&self) -> Signal<Option<Scalar>> {
        let answers = self.answers;
        let name = self.question.name.clone();
        let row = self.row.as_ref().map(|row| row.value.key());
        Signal::derive(move || {
            answers.with(|answers| match &row {
                Some(row) => answers.row(&name, row).cloned(),
                None => match answers.get(&name) {
                    Some(Answer::One(value)) => Some(value.clone()),
                    _ => None,
                },
            })
        })
    }

    /// Chooses a single value.
    fn choose(&self) -> Callback<Scalar> {
        let on_change = self.on_change;
        let is_row = self.row.is_some();
        Callback::new(move |value| {
            on_change.run(if is_row { Change::Row(value) } else { Change::Answer(Answer::One(value)) });
        })
    }
}
