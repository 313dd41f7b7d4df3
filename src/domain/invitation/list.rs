//! Links of many services as a table for other programs.

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedLink {
    /// Id of the service.
    pub service: String,
    /// Its title.
    pub title: String,
    /// Title of its provider.
    pub provider: String,
    /// The link.
    pub address: String,
}

/// Marks a file as UTF-8 for spreadsheets.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The list as CSV of a spreadsheet in Latvia, where the comma belongs to numbers: semicolons between the
/// fields, lines as RFC 4180 ends them.
pub fn csv(header: [&str; 4], links: &[ListedLink]) -> String {
    let row = |link: &ListedLink| line([&link.service, &link.title, &link.provider, &link.address]);
    let rows: String = links.iter().map(row).collect();
    format!("{BYTE_ORDER_MARK}{}{rows}", line(header))
}

fn line(fields: [&str; 4]) -> String {
    format!("{}\r\n", fields.map(field).join(";"))
}

fn field(text: &str) -> String {
    if text.contains([';', ',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_with_signs_of_the_format_are_quoted() {
        let link = ListedLink {
            service: "a-1".into(),
            title: "Vīzas; „īsas” un \"garas\"".into(),
            provider: "Nodaļa".into(),
            address: "https://example.lv/#/survey/x?service=a-1&lang=lv".into(),
        };
        let expected = "\u{feff}Kods;Pakalpojums;Sniedzējs;Saite\r\n\
            a-1;\"Vīzas; „īsas” un \"\"garas\"\"\";Nodaļa;https://example.lv/#/survey/x?service=a-1&lang=lv\r\n";
        assert_eq!(csv(["Kods", "Pakalpojums", "Sniedzējs", "Saite"], &[link]), expected);
    }
}
