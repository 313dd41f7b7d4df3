//! Pictures as files: drawn anew by the worker, on white and as wide as a page, and saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::{ResultsState, on_paper};
use crate::browser::message::{Drawing, Request};
use crate::browser::{BrowserError, clock, download, echarts, picture as pictures};
use crate::domain::charts::{Frame, Picture, standalone};

/// Width of a saved picture without its margins, CSS pixels.
const WIDTH: u32 = 760;
/// Pixels of a PNG to a CSS pixel.
const SCALE: f64 = 2.0;

/// What a picture is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageForm {
    /// Lines and words, at any size.
    Svg,
    /// Pixels.
    Png,
}

/// What stands around a saved picture.
pub type Caption = Frame;

/// The picture that is asked for.
#[derive(Clone, Copy)]
pub(super) struct Images {
    wanted: StoredValue<Option<(String, ImageForm, Caption, Drawing)>>,
    /// The question whose picture could not be saved.
    failed: RwSignal<Option<String>>,
}

impl Images {
    pub fn new() -> Self {
        Self { wanted: StoredValue::new(None), failed: RwSignal::new(None) }
    }
}

impl ResultsState {
    /// Saves the picture of a question.
    pub fn save_picture(self, question: &str, form: ImageForm, caption: Caption) {
        let drawing = on_paper(
            self.texts.get_untracked(),
            self.view.get_untracked(),
            self.intervals.get_untracked(),
            WIDTH,
        );
        self.images.failed.set(None);
        self.images.wanted.set_value(Some((question.to_owned(), form, caption, drawing.clone())));
        self.send(&Request::Sketch { question: question.to_owned(), drawing });
    }

    /// Whether the picture of a question could not be saved.
    pub fn picture_failed(self, question: &str) -> bool {
        self.images.failed.with(|failed| failed.as_deref() == Some(question))
    }

    pub(super) fn take_sketch(self, question: &str, picture: Option<Picture>) {
        let wanted = self.images.wanted.try_update_value(Option::take).flatten();
        let Some((asked, form, caption, drawing)) = wanted.filter(|wanted| wanted.0 == question) else {
            return;
        };
        let survey =
            self.reported.with_untracked(|it| it.as_ref().map_or_else(String::new, |it| it.survey.clone()));
        let Some(picture) = picture else { return self.images.failed.set(Some(asked)) };
        echarts::when_loaded(move |is_there| {
            spawn_local(async move {
                let saved = if is_there {
                    save(&picture, form, &caption, &drawing, &survey, &asked).await
                } else {
                    Err(BrowserError::Other(String::new()))
                };
                if saved.is_err() {
                    self.images.failed.try_set(Some(asked));
                }
            });
        });
    }
}

async fn save(
    picture: &Picture,
    form: ImageForm,
    caption: &Caption,
    drawing: &Drawing,
    survey: &str,
    question: &str,
) -> Result<(), BrowserError> {
    let style = &drawing.style;
    let inner = echarts::svg(&picture.option, style.width, picture.height)?;
    let measure = pictures::measuring(style.font.clone())?;
    let made = standalone(&inner, picture.height, caption, style, &measure);
    let name = format!("aptauja-{survey}-{question}-{}", clock::today());
    match form {
        ImageForm::Svg => download::save_file(&format!("{name}.svg"), "image/svg+xml", &made.text),
        ImageForm::Png => {
            let blob: Blob = pictures::png_of_svg(&made.text, made.width, made.height, SCALE).await?;
            download::save_blob(&format!("{name}.png"), &blob)
        }
    }
}
