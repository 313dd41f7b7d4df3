//! The heading of a page, which takes focus when the page opens.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::text::{Texts, key};

/// A page's only `h1`; also sets the document's title.
#[component]
pub fn Heading(
    /// What the page is called.
    #[prop(into)]
    text: String,
    /// What the document is called, where the heading alone says too little.
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    let texts = Texts::here();
    dom::set_title(&texts.page_title(title.as_deref().unwrap_or(&text)));
    view! { <h1 class="heading" tabindex="-1">{text}</h1> }
}

impl Texts {
    /// The document's title on a page.
    pub fn page_title(self, page: &str) -> String {
        self.fill(key::APP_TITLE, &[("page", page), ("app", self.get(key::APP_NAME))])
    }

    /// The texts of the language the surrounding page is shown in.
    pub fn here() -> Self {
        use_context().unwrap_or_default()
    }
}
