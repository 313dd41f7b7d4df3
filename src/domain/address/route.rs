//! The route in the fragment, and the query behind it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What the address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `#/`
    Start,
    /// `#/survey/<id>`
    Survey(String),
    /// `#/survey/<id>/<step>`
    Step(String, String),
    /// `#/survey/<id>/review`
    Review(String),
    /// `#/survey/<id>/receipt/<response id>`
    Receipt(String, String),
    /// `#/catalogue`
    Catalogue,
    /// `#/device`
    Device,
    /// `#/links`
    Links,
    /// `#/keys`
    Keys,
    /// `#/results`
    Results,
    /// `#/privacy`
    Privacy,
    /// `#/accessibility`
    Accessibility,
    /// Anything else.
    NotFound,
}

/// A page and its query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// The query, without `?`.
    pub query: String,
}

/// What is kept readable in a path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl Route {
    /// Reads a fragment without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let page = match parts.as_slice() {
            [] => Page::Start,
            ["survey", id] => Page::Survey((*id).to_owned()),
            ["survey", id, "review"] => Page::Review((*id).to_owned()),
            ["survey", id, "step", name] => Page::Step((*id).to_owned(), (*name).to_owned()),
            ["survey", id, "receipt", response] => Page::Receipt((*id).to_owned(), (*response).to_owned()),
            ["catalogue"] => Page::Catalogue,
            ["device"] => Page::Device,
            ["links"] => Page::Links,
            ["keys"] => Page::Keys,
            ["results"] => Page::Results,
            ["privacy"] => Page::Privacy,
            ["accessibility"] => Page::Accessibility,
            _ => Page::NotFound,
        };
        Self { page, query: query.to_owned() }
    }

    /// The value of a key in the query.
    pub fn value(&self, key: &str) -> Option<String> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(name, _)| *name == key)
            .map(|(_, value)| decode(&value.replace('+', " ")))
    }

    /// The fragment without a key of the query; `None` where the key is not in it.
    pub fn without(&self, key: &str) -> Option<String> {
        self.value(key)?;
        let kept = |pair: &&str| pair.split_once('=').is_none_or(|(name, _)| name != key);
        let query: Vec<&str> = self.query.split('&').filter(kept).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        Some(format!("{}{mark}{}", self.page.fragment(), query.join("&")))
    }

    /// Whether a key without a value stands in the query.
    pub fn has(&self, key: &str) -> bool {
        self.query.split('&').any(|pair| pair == key)
    }
}

impl Page {
    /// The fragment of the page, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Start | Self::NotFound => "/".to_owned(),
            Self::Survey(id) => format!("/survey/{}", encode(id)),
            Self::Step(id, step) => format!("/survey/{}/step/{}", encode(id), encode(step)),
            Self::Review(id) => format!("/survey/{}/review", encode(id)),
            Self::Receipt(id, response) => format!("/survey/{}/receipt/{}", encode(id), encode(response)),
            Self::Catalogue => "/catalogue".to_owned(),
            Self::Device => "/device".to_owned(),
            Self::Links => "/links".to_owned(),
            Self::Keys => "/keys".to_owned(),
            Self::Results => "/results".to_owned(),
            Self::Privacy => "/privacy".to_owned(),
            Self::Accessibility => "/accessibility".to_owned(),
        }
    }

    /// The page as the target of a link.
    pub fn href(&self) -> String {
        format!("#{}", self.fragment())
    }

    /// The survey the page belongs to.
    pub fn survey(&self) -> Option<&str> {
        match self {
            Self::Survey(id) | Self::Step(id, _) | Self::Review(id) | Self::Receipt(id, _) => Some(id),
            _ => None,
        }
    }
}

fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// A text as a part of a path or a value of a query.
pub fn encode(part: &str) -> String {
    utf8_percent_encode(part, PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_read_back_from_its_fragment() {
        let pages = [
            Page::Start,
            Page::Survey("mfa-2026".into()),
            Page::Step("a b".into(), "quality.x/y".into()),
            Page::Review("mfa-2026".into()),
            Page::Receipt("mfa-2026".into(), "1ef2".into()),
            Page::Catalogue,
            Page::Device,
            Page::Links,
            Page::Keys,
            Page::Results,
            Page::Privacy,
            Page::Accessibility,
        ];
        for page in pages {
            assert_eq!(Route::parse(&page.fragment()).page, page);
        }
        assert_eq!(Route::parse("/nowhere/at/all").page, Page::NotFound);
    }

    #[test]
    fn a_key_is_taken_out_of_the_address() {
        let route = Route::parse("/survey/mfa-2026?service=mfa-11&lang=en");
        assert_eq!(route.without("lang").as_deref(), Some("/survey/mfa-2026?service=mfa-11"));
        assert_eq!(Route::parse("/results?lang=en").without("lang").as_deref(), Some("/results"));
        assert_eq!(Route::parse("/results").without("lang"), None);
    }
}
