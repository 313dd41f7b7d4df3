//! What the page decides about pictures: language, numbers, colours, type and width.

use serde::{Deserialize, Serialize};

/// How the page looks at the moment a picture is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    /// Tag of the language of the labels.
    pub language: String,
    /// How numbers are written.
    pub format: NumberFormat,
    /// Colours, from the page's tokens.
    pub palette: Palette,
    /// CSS font family.
    pub font: String,
    /// Width of the picture, CSS pixels.
    pub width: u32,
    /// Words that stand in pictures.
    pub labels: ChartLabels,
    /// Whether intervals are drawn.
    pub intervals: bool,
}

/// How numbers are written in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFormat {
    /// Between whole and parts: `,`
    pub decimal: String,
    /// Between groups of three digits: a no-break space.
    pub group: String,
    /// A share, `{n}` being the number: `{n}\u{a0}%`
    pub percent: String,
}

/// Colours as CSS writes them. Those of bars are `#rrggbb`: labels on them need their luminance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette {
    /// Labels.
    pub text: String,
    /// Words of less weight.
    pub muted: String,
    /// What the picture stands on.
    pub surface: String,
    /// Bars of questions without a scale.
    pub accent: String,
    /// The better end of a scale.
    pub positive_strong: String,
    /// The better side, next to the middle.
    pub positive_light: String,
    /// The middle of a scale.
    pub neutral: String,
    /// The worse side, next to the middle.
    pub negative_light: String,
    /// The worse end of a scale.
    pub negative_strong: String,
    /// Marks of published values.
    pub baseline: String,
}

/// Words that stand in pictures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartLabels {
    /// The published values beside: `Publicēts 2018. gadā`.
    pub published: String,
    /// What a whisker shows: `95 % ticamības intervāls`.
    pub interval: String,
}

/// How the rows of a matrix are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The better grades to one side of a common line, the worse to the other.
    #[default]
    Diverging,
    /// All grades from one edge to the other.
    Full,
}
