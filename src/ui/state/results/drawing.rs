//! How pictures look now: the page's colours, type and language.

use crate::browser::dom;
use crate::browser::message::Drawing;
use crate::domain::charts::{ChartLabels, Palette, Style, View};
use crate::ui::text::{Texts, key};

/// How to draw pictures of this width in this language; colours are the page's tokens.
pub(super) fn drawing(texts: Texts, view: View, intervals: bool, width: u32) -> Drawing {
    coloured(texts, view, intervals, width, dom::token)
}

/// The same for a file, which is looked at on white whatever the page's colours are.
pub(super) fn on_paper(texts: Texts, view: View, intervals: bool, width: u32) -> Drawing {
    let mut drawing = coloured(texts, view, intervals, width, dom::token_on_paper);
    // Within attributes of an SVG that is written as text.
    drawing.style.font = drawing.style.font.replace('"', "'");
    drawing
}

fn coloured(texts: Texts, view: View, intervals: bool, width: u32, token: fn(&str) -> String) -> Drawing {
    let colour = |name: &str| token(&format!("--chart-{name}"));
    Drawing {
        view,
        style: Style {
            language: texts.code().to_owned(),
            format: texts.number_format(),
            palette: Palette {
                text: colour("text"),
                muted: colour("muted"),
                surface: colour("surface"),
                accent: colour("accent"),
                positive_strong: colour("positive-strong"),
                positive_light: colour("positive-light"),
                neutral: colour("neutral"),
                negative_light: colour("negative-light"),
                negative_strong: colour("negative-strong"),
                baseline: colour("baseline"),
            },
            font: dom::token("--font"),
            width,
            labels: ChartLabels {
                published: texts.get(key::RESULTS_PUBLISHED).to_owned(),
                interval: texts.get(key::TABLE_INTERVAL).to_owned(),
            },
            intervals,
        },
    }
}
