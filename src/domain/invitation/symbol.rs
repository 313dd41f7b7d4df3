//! QR codes: their modules, and their drawing as one path.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use thiserror::Error;

/// Modules that stay light around the code, as ISO/IEC 18004 asks.
const QUIET: usize = 4;
/// How large a saved drawing is where nobody says otherwise, millimetres.
const MILLIMETRES: usize = 60;

/// A QR code that survives the loss of 15 % of it, of more where that costs no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    size: usize,
    /// Row by row; true where it is dark.
    modules: Vec<bool>,
}

/// The text does not fit into the largest code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("too long for a QR code")]
pub struct TooLong;

impl Symbol {
    /// The code of a text.
    ///
    /// # Errors
    /// [`TooLong`].
    pub fn of(text: &str) -> Result<Self, TooLong> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| TooLong)?;
        let side = code.size();
        let modules = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        let modules = modules.map(|(x, y)| code.get_module(x, y)).collect();
        Ok(Self { size: usize::try_from(side).unwrap_or_default(), modules })
    }

    /// Modules along a side, the light ones around it included.
    pub fn side(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// Dark modules as runs along the rows: column, row and length.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (y, row) in self.modules.chunks(self.size).enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
                match runs.last_mut() {
                    Some((begin, line, length)) if *line == y + QUIET && *begin + *length == x + QUIET => {
                        *length += 1;
                    }
                    _ => runs.push((x + QUIET, y + QUIET, 1)),
                }
            }
        }
        runs
    }

    /// The dark modules as the `d` of an SVG path, a module being 1 wide.
    pub fn path(&self) -> String {
        self.runs().into_iter().fold(String::new(), |mut path, (x, y, length)| {
            // Writing to a text cannot fail.
            let _ = write!(path, "M{x},{y}h{length}v1h-{length}z");
            path
        })
    }

    /// A whole SVG file, its background white.
    pub fn svg(&self) -> String {
        let (side, path) = (self.side(), self.path());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{MILLIMETRES}mm\" height=\"{MILLIMETRES}mm\" \
             viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\n\
             <path fill=\"#fff\" d=\"M0,0h{side}v{side}h-{side}z\"/>\n<path fill=\"#000\" d=\"{path}\"/>\n</svg>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://example.lv/aptauja/#/survey/mfa-2026?service=mfa-11&lang=en";

    #[test]
    fn runs_cover_exactly_the_dark_modules() {
        let symbol = Symbol::of(ADDRESS).unwrap();
        let mut drawn = vec![false; symbol.modules.len()];
        for (x, y, length) in symbol.runs() {
            for x in x..x + length {
                let module = &mut drawn[(y - QUIET) * symbol.size + x - QUIET];
                assert!(!*module, "drawn twice");
                *module = true;
            }
        }
        assert_eq!(drawn, symbol.modules);
    }

    #[test]
    fn a_drawing_keeps_its_quiet_zone() {
        let symbol = Symbol::of("A").unwrap();
        assert_eq!(symbol.side(), 29);
        // The finder pattern's upper edge begins the path; its lower edge is in the last row.
        assert!(symbol.path().starts_with("M4,4h7v1h-7z"), "{}", symbol.path());
        let (_, last, _) = *symbol.runs().last().unwrap();
        assert_eq!(last, 24);
        assert!(symbol.svg().contains("viewBox=\"0 0 29 29\""));
    }

    #[test]
    fn what_no_code_can_hold_is_refused() {
        assert_eq!(Symbol::of(&"ā".repeat(2_000)), Err(TooLong));
    }
}
