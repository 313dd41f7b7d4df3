//! The shipped definitions and the synthetic sample, as the page hands them to its worker.

use aptauja::browser::message::{Drawing, Request};
use aptauja::domain::charts::{ChartLabels, Palette, Style, View};
use aptauja::domain::survey::{Installation, SmallMap, Survey, SurveyFiles};
use aptauja::ui::text::Texts;

pub const SURVEY: &str = "mfa-2018";
pub const SAMPLE: &str = include_str!("../../../public/surveys/mfa-2018-sample.ndjson");
const INDEX: &str = include_str!("../../../public/surveys/index.json");

fn files() -> SurveyFiles {
    SurveyFiles {
        questionnaire: include_str!("../../../public/surveys/mfa-questionnaire.json").into(),
        catalogue: Some(include_str!("../../../public/surveys/mfa-catalogue.json").into()),
        baseline: Some(include_str!("../../../public/surveys/mfa-2018-baseline.json").into()),
    }
}

/// Every survey of the index.
pub fn surveys() -> Vec<Survey> {
    let entries = Installation::parse("index.json", INDEX).unwrap().surveys.into_iter();
    let survey = |entry| Survey::parse(entry, &files(), &Texts::labels())?.with_baseline(&files());
    entries.map(survey).collect::<Result<_, _>>().unwrap()
}

/// The worker's first message.
pub fn open() -> Request {
    let mut map = SmallMap::new();
    map.insert(SURVEY.to_owned(), files());
    Request::Open { index: INDEX.into(), surveys: map, labels: Texts::labels() }
}

pub fn drawing() -> Drawing {
    let colour = || "#336699".to_owned();
    let texts = Texts::default();
    let palette = Palette {
        text: colour(),
        muted: colour(),
        surface: colour(),
        accent: colour(),
        positive_strong: colour(),
        positive_light: colour(),
        neutral: colour(),
        negative_light: colour(),
        negative_strong: colour(),
        baseline: colour(),
    };
    let style = Style {
        language: texts.code().into(),
        format: texts.number_format(),
        palette,
        font: "Serif, \"Sans\"".into(),
        width: 640,
        labels: ChartLabels {
            published: "Publicēts 2018. gadā".into(),
            interval: "95 % ticamības intervāls".into(),
        },
        intervals: false,
    };
    Drawing { style, view: View::Diverging }
}
