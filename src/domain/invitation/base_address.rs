//! The address under which a folder with the application is published.

use thiserror::Error;

/// Longer addresses make codes that cameras read badly.
const LONGEST: usize = 300;
/// Names by which a device calls itself.
const OWN_NAMES: &[&str] = &["localhost", "[::1]", "0.0.0.0"];

/// An address that routes can be appended to: without query and fragment, with `/` at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseAddress(String);

/// Why a text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressFault {
    /// It has a scheme that is not the web's, no host, or spaces.
    #[error("not an address of the web")]
    NotOfTheWeb,
    /// It has more characters than a code should hold.
    #[error("longer than {LONGEST} characters")]
    TooLong,
}

impl BaseAddress {
    /// Reads an address as people write it: the scheme may be missing, and the page's own name and whatever
    /// follows it are left out.
    ///
    /// # Errors
    /// [`AddressFault`].
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        let text = text.split(['#', '?']).next().unwrap_or_default();
        let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
        let scheme = scheme.to_ascii_lowercase();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_file = scheme == "file" && !path.is_empty();
        let is_web = (scheme == "http" || scheme == "https") && is_host(host);
        if !(is_file || is_web) || path.contains(char::is_whitespace) {
            return Err(AddressFault::NotOfTheWeb);
        }
        let path = path.strip_suffix("index.html").unwrap_or(path);
        // A name with a dot is a file's.
        let is_folder = path.rsplit('/').next().is_some_and(|name| !name.is_empty() && !name.contains('.'));
        let end = if is_folder { "/" } else { "" };
        let address = format!("{scheme}://{}/{path}{end}", host.to_ascii_lowercase());
        if address.chars().count() > LONGEST { Err(AddressFault::TooLong) } else { Ok(Self(address)) }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads nowhere on other devices: a file, or the device's own name for itself.
    pub fn is_local(&self) -> bool {
        let (scheme, rest) = self.0.split_once("://").unwrap_or_default();
        let host = rest.split('/').next().unwrap_or_default();
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.chars().all(|it| it.is_ascii_digit()) => name,
            _ => host,
        };
        scheme == "file"
            || OWN_NAMES.contains(&name)
            || name.starts_with("127.")
            || name.ends_with(".localhost")
    }
}

/// A host with or without a port, by its looks; browsers know the rest.
fn is_host(host: &str) -> bool {
    let is_plain = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']');
    let has_dot_or_port = host.contains(['.', ':']) || host == "localhost";
    has_dot_or_port
        && host.starts_with(|it: char| it.is_alphanumeric() || it == '[')
        && host.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, AddressFault> {
        BaseAddress::parse(text).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn an_address_is_read_as_people_copy_it() {
        let same = Ok("https://www.mfa.gov.lv/aptauja/".to_owned());
        for text in [
            "https://www.mfa.gov.lv/aptauja/",
            " https://www.mfa.gov.lv/aptauja ",
            "www.mfa.gov.lv/aptauja",
            "HTTPS://WWW.mfa.gov.lv/aptauja/index.html",
            "https://www.mfa.gov.lv/aptauja/?x=1#/survey/mfa-2026",
            "https://www.mfa.gov.lv/aptauja/index.html#/device",
        ] {
            assert_eq!(read(text), same, "{text}");
        }
        assert_eq!(read("example.lv"), Ok("https://example.lv/".into()));
        assert_eq!(read("http://10.0.0.5:8080/a"), Ok("http://10.0.0.5:8080/a/".into()));
        assert_eq!(read("https://example.lv/Aptauja.html"), Ok("https://example.lv/Aptauja.html".into()));
    }

    #[test]
    fn what_is_no_address_of_the_web_is_refused() {
        for text in [
            "",
            "aptauja",
            "ftp://example.lv/",
            "javascript://x.lv/",
            "https:///a",
            "https://a b.lv/",
            "https://a.lv/x y",
        ] {
            assert_eq!(read(text), Err(AddressFault::NotOfTheWeb), "{text}");
        }
        assert_eq!(read(&format!("https://example.lv/{}", "a".repeat(300))), Err(AddressFault::TooLong));
    }

    #[test]
    fn addresses_that_only_this_device_knows_are_local() {
        let is_local = |text: &str| BaseAddress::parse(text).unwrap().is_local();
        for text in [
            "http://localhost:8080/",
            "http://127.0.0.1:41873/kaut/kur/",
            "http://[::1]:80/",
            "file:///home/x/index.html",
            "http://a.localhost/",
        ] {
            assert!(is_local(text), "{text}");
        }
        for text in ["https://www.mfa.gov.lv/", "http://192.168.1.5:8080/", "https://localhost.example.lv/"] {
            assert!(!is_local(text), "{text}");
        }
    }
}
