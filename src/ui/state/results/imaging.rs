//! Pictures as files: drawn anew by the worker, on white and as wide as a page, and saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::{ResultsState, on_paper};
use crate::browser::message::{Drawing, Request};
use crate::browser::subject::Subject;
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

/// What came of saving a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedImage {
    /// The file's name.
    As(String),
    /// It could not be saved.
    Failed,
}

/// What stands around a saved picture.
pub type Caption = Frame;

/// The picture that is asked for.
#[derive(Clone, Copy)]
pub(super) struct Images {
    wanted: StoredValue<Option<(Subject, ImageForm, Caption, Drawing)>>,
    /// What the last picture is of, and what came of saving it.
    made: RwSignal<Option<(Subject, SavedImage)>>,
}

impl Images {
    pub fn new() -> Self {
        Self { wanted: StoredValue::new(None), made: RwSignal::new(None) }
    }
}

impl ResultsState {
    /// Has a picture drawn, and saves it.
    pub fn save_picture(self, subject: Subject, form: ImageForm, caption: Caption) {
        let drawing = on_paper(
            self.texts.get_untracked(),
            self.view.get_untracked(),
            self.intervals.get_untracked(),
            WIDTH,
        );
        self.images.made.set(None);
        self.images.wanted.set_value(Some((subject.clone(), form, caption, drawing.clone())));
        self.send(&Request::Sketch { subject, drawing });
    }

    /// What came of saving a picture, where it was the last one.
    pub fn saved_picture(self, subject: &Subject) -> Option<SavedImage> {
        self.images.made.with(|made| made.as_ref().filter(|it| it.0 == *subject).map(|it| it.1.clone()))
    }

    pub(super) fn take_sketch(self, subject: Subject, picture: Option<Picture>) {
        let wanted = self.images.wanted.try_update_value(Option::take).flatten();
        let Some((_, form, caption, drawing)) = wanted.filter(|wanted| wanted.0 == subject) else { return };
        let counted = || self.reported.with_untracked(|it| it.as_ref().map(|it| it.survey.clone()));
        let survey = subject.survey().map(str::to_owned).or_else(counted).unwrap_or_default();
        let Some(picture) = picture else { return self.images.made.set(Some((subject, SavedImage::Failed))) };
        let name = format!("aptauja-{survey}-{}-{}", subject.file_name(), clock::today());
        echarts::when_loaded(move |is_there| {
            spawn_local(async move {
                let saved = if is_there {
                    save(&picture, form, &caption, &drawing, &name).await
                } else {
                    Err(BrowserError::Other(String::new()))
                };
                self.images.made.try_set(Some((subject, saved.map_or(SavedImage::Failed, SavedImage::As))));
            });
        });
    }
}

async fn save(
    picture: &Picture,
    form: ImageForm,
    caption: &Caption,
    drawing: &Drawing,
    name: &str,
) -> Result<String, BrowserError> {
    let style = &drawing.style;
    let inner = echarts::svg(&picture.option, style.width, picture.height)?;
    let measure = pictures::measuring(style.font.clone())?;
    let made = standalone(&inner, picture.height, caption, style, &measure);
    let file = match form {
        ImageForm::Svg => format!("{name}.svg"),
        ImageForm::Png => format!("{name}.png"),
    };
    match form {
        ImageForm::Svg => download::save_file(&file, "image/svg+xml", &made.text)?,
        ImageForm::Png => {
            let blob: Blob = pictures::png_of_svg(&made.text, made.width, made.height, SCALE).await?;
            download::save_blob(&file, &blob)?;
        }
    }
    Ok(file)
}
