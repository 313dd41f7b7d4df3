//! What links are made for: the choice stands in the address, so that it outlives a reload and another language.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{clock, dom, storage};
use crate::domain::address::{Page, Route, encode};
use crate::domain::invitation::{BaseAddress, Link};
use crate::domain::survey::{Provider, Service, Survey, finds, fold};
use crate::ui::state::AppState;
use crate::ui::text::Texts;

/// The choice, and what it is made from.
#[derive(Clone, Copy)]
pub(super) struct Inviting {
    surveys: StoredValue<Vec<Arc<Survey>>>,
    wish: Memo<Wish>,
    base: RwSignal<BaseAddress>,
    search: RwSignal<String>,
    provider: RwSignal<String>,
    texts: Texts,
}

/// What the address names, made good where it names nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) survey: String,
    pub(super) service: Option<String>,
    pub(super) language: String,
}

/// One link with what is said around it.
#[derive(Clone)]
pub(super) struct Invitation {
    pub(super) survey: Arc<Survey>,
    pub(super) service: Option<Service>,
    /// Of the language the invited are spoken to in.
    pub(super) texts: Texts,
    pub(super) link: Link,
}

impl Inviting {
    /// `None` where this installation has no survey that can be read.
    pub(super) fn new(state: AppState, texts: Texts) -> Option<Self> {
        let surveys = state.definitions().good();
        surveys.first()?;
        let surveys = StoredValue::new(surveys);
        let wish = Memo::new(move |_| surveys.with_value(|all| Wish::read(&state.route(), all, texts)));
        let base = RwSignal::new(stored_base().or_else(page_base)?);
        Some(Self { surveys, wish, base, search: state.search(), provider: state.provider(), texts })
    }

    pub(super) fn base(self) -> RwSignal<BaseAddress> {
        self.base
    }

    pub(super) fn wish(self) -> Wish {
        self.wish.get()
    }

    /// Words that services are searched by.
    pub(super) fn search(self) -> RwSignal<String> {
        self.search
    }

    /// Id of the provider whose services are shown, or empty.
    pub(super) fn provider(self) -> RwSignal<String> {
        self.provider
    }

    pub(super) fn surveys(self) -> Vec<Arc<Survey>> {
        self.surveys.get_value()
    }

    pub(super) fn survey(self) -> Option<Arc<Survey>> {
        let id = self.wish.with(|wish| wish.survey.clone());
        self.surveys.with_value(|all| all.iter().find(|survey| survey.entry.id == id).cloned())
    }

    /// Providers of the chosen survey, in the catalogue's order.
    pub(super) fn providers(self) -> Vec<Provider> {
        self.survey().and_then(|it| it.catalogue.as_ref().map(|it| it.providers.clone())).unwrap_or_default()
    }

    /// The services that match search and provider, by provider, in the catalogue's order.
    pub(super) fn found(self) -> Vec<Service> {
        let Some(survey) = self.survey() else { return Vec::new() };
        let Some(catalogue) = &survey.catalogue else { return Vec::new() };
        let (words, wanted) = (self.search.with(|words| fold(words)), self.provider.get());
        let code = self.texts.code();
        let is_found = |provider: &Provider, service: &&Service| {
            let text = format!("{} {}", service.title.get(code), provider.title.get(code));
            (wanted.is_empty() || wanted == provider.id) && finds(&words, &fold(&text))
        };
        let of = |provider| catalogue.services_of(provider);
        catalogue
            .providers
            .iter()
            .flat_map(|it| of(&it.id).filter(move |service| is_found(it, service)))
            .cloned()
            .collect()
    }

    /// The invitation that was chosen.
    pub(super) fn chosen(self) -> Option<Invitation> {
        let (survey, wish) = (self.survey()?, self.wish.get());
        let service = wish.service.as_ref().and_then(|id| survey.catalogue.as_ref()?.service(id).cloned());
        self.invitation(service)
    }

    /// An invitation to answer about a service, else as chosen.
    pub(super) fn invitation(self, service: Option<Service>) -> Option<Invitation> {
        let (survey, wish) = (self.survey()?, self.wish.get());
        let link = Link {
            base: self.base.get(),
            survey: wish.survey,
            service: service.as_ref().map(|it| it.id.clone()),
            language: wish.language.clone(),
        };
        Some(Invitation { survey, service, texts: Texts::of(&wish.language).unwrap_or_default(), link })
    }
}

impl Wish {
    fn read(route: &Route, surveys: &[Arc<Survey>], texts: Texts) -> Self {
        let today = clock::today();
        let named = route.value("survey");
        let survey = surveys.iter().find(|it| Some(&it.entry.id) == named.as_ref());
        let survey = survey.or_else(|| surveys.iter().find(|it| it.entry.is_open(today))).or(surveys.first());
        let has = |id: &String| survey.and_then(|it| it.catalogue.as_ref()?.service(id)).is_some();
        let language = route.value("language").and_then(|code| Texts::of(&code)).unwrap_or(texts);
        Self {
            survey: survey.map(|it| it.entry.id.clone()).unwrap_or_default(),
            service: route.value("service").filter(has),
            language: language.code().to_owned(),
        }
    }

    /// Puts the choice into the address.
    pub(super) fn go(&self) {
        let service = self.service.as_ref().map(|id| format!("service={}&", encode(id))).unwrap_or_default();
        let (page, survey, language) = (Page::Links.fragment(), encode(&self.survey), &self.language);
        dom::replace(&format!("{page}?survey={survey}&{service}language={language}"));
    }
}

/// The address that was set on this device.
fn stored_base() -> Option<BaseAddress> {
    let stored = storage::load::<String>(&storage::Key::PublicAddress).ok()??;
    BaseAddress::parse(&stored).ok()
}

/// The address this page was opened at.
pub(super) fn page_base() -> Option<BaseAddress> {
    BaseAddress::parse(&dom::base_address()).ok()
}
