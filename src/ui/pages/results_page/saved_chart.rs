//! A picture as a file: the menu beneath it, and what stands around it in the file.

use leptos::prelude::*;

use crate::browser::subject::Subject;
use crate::ui::parts::ChartMenu;
use crate::ui::state::{AppState, Caption, ImageForm};

/// The menu, where there is a picture.
#[component]
pub(super) fn SavedChart(
    /// What the picture is of.
    subject: Subject,
    /// What it is called.
    #[prop(into)]
    title: String,
    /// Whether there is one now.
    #[prop(into)]
    is_there: Signal<bool>,
    /// What stands between title and picture: what it says, and how many answered.
    notes: Callback<(), Vec<String>>,
    /// What its figures are of.
    source: Callback<(), String>,
) -> impl IntoView {
    let results = AppState::expect().results();
    let subject = StoredValue::new(subject);
    let is_there = Memo::new(move |_| is_there.get());
    let saved = Signal::derive(move || subject.with_value(|subject| results.saved_picture(subject)));
    move || {
        let title = title.clone();
        let caption = {
            let title = title.clone();
            move || Caption { title: title.clone(), notes: notes.run(()), source: source.run(()) }
        };
        let save = Callback::new(move |form: ImageForm| {
            results.save_picture(subject.get_value(), form, untrack(&caption));
        });
        is_there.get().then(|| {
            view! {
                <ChartMenu
                    title
                    on_svg=Callback::new(move |()| save.run(ImageForm::Svg))
                    on_png=Callback::new(move |()| save.run(ImageForm::Png))
                    saved
                />
            }
        })
    }
}
