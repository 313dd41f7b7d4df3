//! A link that opens a survey, perhaps with the service filled in.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::BaseAddress;

/// What is kept readable in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where an invitation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where the application is published.
    pub base: BaseAddress,
    /// Id of the survey.
    pub survey: String,
    /// Id of the service that is filled in.
    pub service: Option<String>,
    /// Tag of the language the survey opens in.
    pub language: String,
}

impl Link {
    /// The address: `<base>#/survey/<id>?service=<id>&lang=<tag>`.
    pub fn address(&self) -> String {
        let service = self.service.as_ref().map(|id| format!("service={}&", encode(id))).unwrap_or_default();
        let (base, survey, language) = (self.base.as_str(), encode(&self.survey), encode(&self.language));
        format!("{base}#/survey/{survey}?{service}lang={language}")
    }

    /// A name for files about this link, without its extension.
    pub fn file_stem(&self) -> String {
        let service = self.service.as_ref().map(|id| format!("-{id}")).unwrap_or_default();
        format!("aptauja-{}{service}-{}", self.survey, self.language)
    }
}

fn encode(part: &str) -> String {
    utf8_percent_encode(part, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(service: Option<&str>) -> Link {
        Link {
            base: BaseAddress::parse("https://example.lv/aptauja").unwrap(),
            survey: "mfa-2026".into(),
            service: service.map(str::to_owned),
            language: "en".into(),
        }
    }

    #[test]
    fn a_link_is_as_the_contract_has_it() {
        let with = link(Some("mfa-11"));
        assert_eq!(with.address(), "https://example.lv/aptauja/#/survey/mfa-2026?service=mfa-11&lang=en");
        assert_eq!(link(None).address(), "https://example.lv/aptauja/#/survey/mfa-2026?lang=en");
        assert_eq!(with.file_stem(), "aptauja-mfa-2026-mfa-11-en");
        assert_eq!(link(None).file_stem(), "aptauja-mfa-2026-en");
    }

    #[test]
    fn ids_with_signs_of_their_own_do_not_break_an_address() {
        let address = link(Some("a&b #ā")).address();
        assert!(address.ends_with("?service=a%26b%20%23%C4%81&lang=en"), "{address}");
    }
}
