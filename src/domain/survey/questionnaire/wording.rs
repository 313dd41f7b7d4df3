//! Texts of a questionnaire: localisation, variables, and HTML turned into plain text.

use super::elements::{Found, Reader};
use crate::domain::survey::node::Node;
use crate::domain::survey::{Mistake, SmallMap, Text};

impl<'a> Reader<'a> {
    /// A localised text with its variables filled in; `None` where it is absent or empty.
    pub(super) fn optional_text(&self, node: &Node<'a>, name: &str) -> Found<Option<Text>> {
        let Some(place) = node.get(name) else { return Ok(None) };
        let raw = place.text(&self.locale)?;
        let mut filled = raw.try_map(|text| self.fill(text, None, &place))?;
        for (tag, text) in filled.translations.iter_mut() {
            let source = raw.translations.get(tag).unwrap_or(&raw.default);
            *text = self.fill(source, Some(tag), &place)?;
        }
        self.spread_variable_languages(&raw, &mut filled, &place)?;
        Ok(Some(filled).filter(|text| !text.default.trim().is_empty()))
    }

    /// A variable may have translations the text itself has not.
    fn spread_variable_languages(&self, raw: &Text, filled: &mut Text, place: &Node<'a>) -> Found<()> {
        for (name, variable) in self.context.variables.iter() {
            let mut parts = raw.default.split('{').skip(1).filter_map(|part| part.split_once('}'));
            if !parts.any(|(named, _)| named.trim() == name) {
                continue;
            }
            for tag in variable.translations.keys() {
                if !filled.translations.contains_key(tag) {
                    let text = self.fill(&raw.default, Some(tag), place)?;
                    filled.translations.insert(tag.clone(), text);
                }
            }
        }
        Ok(())
    }

    pub(super) fn label(&self, label: &SmallMap<String>) -> Text {
        let mut translations = label.clone();
        let default = translations.remove("default").unwrap_or_default();
        Text { default: translations.get(&self.locale).cloned().unwrap_or(default), translations }
    }

    /// Replaces every `{name}` by the variable's text.
    fn fill(&self, text: &str, language: Option<&str>, place: &Node<'a>) -> Found<String> {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            let value = self
                .context
                .variables
                .get(name.trim())
                .ok_or_else(|| place.error(Mistake::UnknownVariable(name.trim().to_owned())))?;
            filled.push_str(language.map_or(value.default.as_str(), |language| value.get(language)));
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}

impl Text {
    /// The text with HTML markup removed: it is shown as plain text, never as HTML.
    pub(super) fn plain_of_html(&self) -> Self {
        let strip = |text: &str| Ok::<_, std::convert::Infallible>(strip_html(text));
        let Ok(text) = self.try_map(strip);
        text
    }
}

fn strip_html(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        // `a < b` is text; a tag begins with a letter, `/` or `!`.
        if !after.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!')) {
            plain.push('<');
            rest = after;
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if matches!(name.to_ascii_lowercase().as_str(), "br" | "p" | "div" | "li" | "tr" | "h1" | "h2" | "h3")
        {
            plain.push('\n');
        }
        rest = after;
    }
    plain.push_str(rest);
    let decoded = decoded(&plain);
    let lines: Vec<&str> = decoded.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What stands after `&`, and what it means.
const ENTITIES: [(&str, char); 6] =
    [("nbsp;", '\u{a0}'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\''), ("amp;", '&')];

fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let entity =
            ENTITIES.iter().find_map(|(name, letter)| part.strip_prefix(name).map(|rest| (*letter, rest)));
        let (letter, rest) = entity.unwrap_or(('&', part));
        decoded.push(letter);
        decoded.push_str(rest);
    }
    decoded
}
