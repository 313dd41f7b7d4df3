//! A picture as a file of its own: question, base and source around the drawing, in one SVG.

use std::fmt::Write as _;

use super::Style;

/// Room around everything and between its parts, pixels.
const MARGIN: f64 = 24.0;
const GAP: f64 = 14.0;
/// Sizes of type, pixels, and the height of a line as a multiple of them.
const TITLE: f64 = 20.0;
const NOTE: f64 = 14.0;
const SOURCE: f64 = 12.0;
const LEADING: f64 = 1.35;

/// What stands around the drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The question.
    pub title: String,
    /// What stands out, and how many answered.
    pub notes: Vec<String>,
    /// What the figures are of, and what made them.
    pub source: String,
}

/// A file with its size.
#[derive(Clone, Debug, PartialEq)]
pub struct Standalone {
    /// SVG.
    pub text: String,
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
}

/// How wide a text is: the text, its size in pixels, and whether it is bold.
pub type Measure<'a> = &'a dyn Fn(&str, f64, bool) -> f64;

/// Puts a frame around a drawing, itself an SVG of this height and the style's width.
pub fn standalone(
    drawing: &str,
    height: u32,
    frame: &Frame,
    style: &Style,
    measure: Measure<'_>,
) -> Standalone {
    let inner = f64::from(style.width);
    let (width, mut y) = (inner + 2.0 * MARGIN, MARGIN);
    let mut body = String::new();
    let mut set = |y: &mut f64, text: &str, size: f64, is_bold: bool, colour: &str| {
        for line in wrapped(text, inner, |text| measure(text, size, is_bold)) {
            *y += size * LEADING;
            let weight = if is_bold { "600" } else { "400" };
            let text = escaped(&line);
            let (x, base) = (MARGIN, *y - size * (LEADING - 1.0));
            let _ = write!(
                body,
                "<text x=\"{x}\" y=\"{base:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{text}</text>"
            );
        }
    };
    let palette = &style.palette;
    set(&mut y, &frame.title, TITLE, true, &palette.text);
    for note in &frame.notes {
        y += 4.0;
        set(&mut y, note, NOTE, false, &palette.text);
    }
    y += GAP;
    let at = y;
    y += f64::from(height) + GAP;
    set(&mut y, &frame.source, SOURCE, false, &palette.muted);
    let height = (y + MARGIN).ceil();
    let title = escaped(&frame.title);
    let font = escaped(&style.font);
    let surface = &palette.surface;
    let placed = placed(drawing, at);
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{font}\" role=\"img\"><title>{title}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{surface}\"/>{body}{placed}</svg>\n"
    );
    Standalone { text, width, height }
}

/// The drawing at its place within another.
fn placed(drawing: &str, y: f64) -> String {
    let drawing = drawing.trim_start();
    let drawing = drawing.strip_prefix("<svg").unwrap_or(drawing);
    format!("<svg x=\"{MARGIN}\" y=\"{y:.1}\"{}", unstyled(drawing))
}

/// The drawing with attributes in place of styles, which not every program and no strict policy lets apply.
fn unstyled(drawing: &str) -> String {
    let mut plain = String::with_capacity(drawing.len());
    // A sheet of its own says only what happens under a pointer.
    let sheet = drawing
        .split_once("<style")
        .and_then(|(before, after)| Some((before, after.split_once("</style>")?.1)));
    let drawing = sheet.map_or_else(|| drawing.to_owned(), |(before, after)| format!("{before}{after}"));
    let mut rest = drawing.as_str();
    while let Some((before, after)) = rest.split_once(" style=\"") {
        let Some((style, after)) = after.split_once('"') else { break };
        plain += before;
        for (name, value) in style.split(';').filter_map(|pair| pair.split_once(':')) {
            let (name, value) = (name.trim(), value.trim());
            match name {
                "font" => {
                    if let Some((size, family)) = value.split_once("px ") {
                        let size = size.rsplit(' ').next().unwrap_or(size);
                        let _ = write!(plain, " font-size=\"{size}\" font-family=\"{family}\"");
                    }
                }
                _ if name.starts_with("font-") => {
                    let _ = write!(plain, " {name}=\"{value}\"");
                }
                // The rest is about pages: selection, position, white space.
                _ => {}
            }
        }
        rest = after;
    }
    plain + rest
}

/// Lines no wider than `width`, broken between words.
fn wrapped(text: &str, width: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A no-break space is no place to break at.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::cast_precision_loss)]
    fn letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("viens divi trīs", 10.0, letters), ["viens divi", "trīs"]);
        assert_eq!(wrapped("garāks\u{a0}vārds x", 6.0, letters), ["garāks\u{a0}vārds", "x"]);
        assert!(wrapped("", 6.0, letters).is_empty());
    }

    #[test]
    fn words_are_words_and_no_markup() {
        assert_eq!(escaped("a < b & \"c\"\u{1}"), "a &lt; b &amp; &quot;c&quot;");
    }

    #[test]
    fn styles_become_attributes() {
        let styled = "<svg style=\"left:0;user-select:none\"><text style=\"font-size:12px;font-family:'A B', c;\" x=\"1\">\
            style</text><text style=\"font: bold 14px d\">e</text></svg>";
        let plain = "<svg><text font-size=\"12px\" font-family=\"'A B', c\" x=\"1\">style</text>\
            <text font-size=\"14\" font-family=\"d\">e</text></svg>";
        assert_eq!(unstyled(styled), plain);
    }

    #[test]
    fn a_sheet_of_styles_is_left_out() {
        let styled = "<svg><style ><![CDATA[\n.a:hover {pointer-events:none;}\n]]>\n</style><g/></svg>";
        assert_eq!(unstyled(styled), "<svg><g/></svg>");
    }

    #[test]
    fn the_drawing_stands_within() {
        let placed = placed("<svg width=\"4\" xmlns=\"x\"><g/></svg>", 7.0);
        assert_eq!(placed, "<svg x=\"24\" y=\"7.0\" width=\"4\" xmlns=\"x\"><g/></svg>");
    }
}
