//! What surrounds every page: header, footer, and the page the address names.

use leptos::prelude::*;

use super::kiosk;
use super::not_found_page::NotFoundPage;
use super::reading_page::ReadingPage;
use super::receipt_page::ReceiptPage;
use super::review_page::ReviewPage;
use super::start_page::StartPage;
use super::step_page::StepPage;
use super::survey_page::SurveyPage;
use crate::browser::dom;
use crate::domain::address::Page;
use crate::ui::parts::LanguageSwitch;
use crate::ui::state::AppState;
use crate::ui::text::{Key, key};

/// The whole application.
#[component]
pub fn Shell() -> impl IntoView {
    let state = AppState::provide();
    let page = state.page();
    move_focus(state, page);
    let content = move || {
        let texts = state.texts();
        provide_context(texts);
        let page = page.get();
        if let Some(view) = kiosk::instead(state, &page) {
            return view;
        }
        #[cfg(feature = "auditor")]
        if page != Page::Keys && state.keys().would_be_lost() {
            return view! { <super::keys_page::LeaveKey/> }.into_any();
        }
        match page {
            Page::Start => view! { <StartPage/> }.into_any(),
            Page::Survey(id) => view! { <SurveyPage id/> }.into_any(),
            Page::Step(id, step) => view! { <StepPage id step/> }.into_any(),
            Page::Review(id) => view! { <ReviewPage id/> }.into_any(),
            Page::Receipt(id, response) => view! { <ReceiptPage id response/> }.into_any(),
            Page::Privacy => view! { <ReadingPage name="privacy" title=key::PRIVACY_TITLE/> }.into_any(),
            Page::Accessibility => {
                view! { <ReadingPage name="accessibility" title=key::ACCESSIBILITY_TITLE/> }.into_any()
            }
            Page::NotFound => view! { <NotFoundPage/> }.into_any(),
            other => more_pages(&other),
        }
    };
    view! {
        <Header page/>
        <main id="main" tabindex="-1" class:is-wide=move || page.with(is_wide)>{move || content()}</main>
        <Footer page/>
        <p class="visually-hidden" role="status">{move || state.announcement()}</p>
        {kiosk::idle_dialog(state)}
    }
}

/// The pages that only the larger of the two binaries has.
#[cfg(feature = "auditor")]
fn more_pages(page: &Page) -> AnyView {
    use super::catalogue_page::CataloguePage;
    use super::device_page::DevicePage;
    use super::keys_page::KeysPage;
    use super::links_page::LinksPage;
    use super::results_page::ResultsPage;
    match page {
        Page::Catalogue => view! { <CataloguePage/> }.into_any(),
        Page::Device => view! { <DevicePage/> }.into_any(),
        Page::Links => view! { <LinksPage/> }.into_any(),
        Page::Keys => view! { <KeysPage/> }.into_any(),
        _ => view! { <ResultsPage/> }.into_any(),
    }
}

/// The page is started anew: its address chooses the binary (`src/web/boot.js`). Answers that only this
/// page holds would be gone, so that is asked first.
#[cfg(not(feature = "auditor"))]
fn more_pages(_: &Page) -> AnyView {
    use crate::ui::parts::{Heading, Loading};
    let state = AppState::expect();
    if !state.interview().would_be_lost() {
        dom::reload();
        return view! { <Loading/> }.into_any();
    }
    let texts = state.texts_now();
    view! {
        <Heading text=texts.get(key::LEAVE_TITLE)/>
        <p class="lead">{texts.get(key::LEAVE_TEXT)}</p>
        <div class="buttons">
            <button type="button" class="button" on:click=|_| dom::back()>{texts.get(key::STEP_BACK)}</button>
            <button type="button" class="button-danger" on:click=|_| dom::reload()>
                {texts.get(key::LEAVE_GO)}
            </button>
        </div>
    }
    .into_any()
}

/// Pages with pictures and tables take more room than those to read.
fn is_wide(page: &Page) -> bool {
    #[cfg(feature = "auditor")]
    if *page == Page::Links {
        return true;
    }
    matches!(page, Page::Results | Page::Catalogue)
}

/// Whether the respondent is in the midst of a survey: nothing else is offered then.
fn is_interview(page: &Page) -> bool {
    matches!(page, Page::Step(..) | Page::Review(_))
}

/// A new page begins at its top, with focus on its heading; the first one is left as it is.
fn move_focus(state: AppState, page: Memo<Page>) {
    Effect::new(move |before: Option<Page>| {
        let page = page.get();
        if before.is_some_and(|before| before != page) {
            state.search().set(String::new());
            state.provider().set(String::new());
            // A refused answer has taken focus to its summary.
            dom::later(0, || dom::focus_at_top(".error-summary, main h1"));
        }
        page
    });
}

#[component]
fn Header(page: Memo<Page>) -> impl IntoView {
    let state = AppState::expect();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The fragment is the route.
        event.prevent_default();
        dom::focus("#main");
    };
    let chosen = Signal::derive(move || state.texts());
    let is_apart = Memo::new(move |_| page.with(is_interview));
    let institution = move || {
        let entry = state.institution()?;
        let name = entry.institution.name.get(state.texts().code()).to_owned();
        Some(view! { <span class="institution">{name}</span> })
    };
    view! {
        <header class="site-header">
            <a class="skip-link" href="#/" on:click=skip>{move || state.texts().get(key::APP_SKIP)}</a>
            <div class="bar masthead">
                <a class="wordmark" href=Page::Start.href()>
                    <span class="wordmark-sign"></span>
                    <span class="wordmark-text">
                        <span class="wordmark-name">{move || state.texts().get(key::APP_NAME)}</span>
                        {move || institution()}
                    </span>
                </a>
                <LanguageSwitch chosen on_choose=Callback::new(move |texts| state.choose_language(texts))/>
            </div>
            {move || (!is_apart.get() && !state.is_kiosk()).then(|| view! {
                <nav class="bar site-nav" aria-label=move || state.texts().get(key::NAV_LABEL)>
                    <NavLink page target=Page::Start text=key::NAV_START/>
                    <NavLink page target=Page::Catalogue text=key::NAV_CATALOGUE/>
                    <NavLink page target=Page::Results text=key::NAV_RESULTS/>
                </nav>
            })}
        </header>
    }
}

#[component]
fn Footer(page: Memo<Page>) -> impl IntoView {
    let state = AppState::expect();
    let is_apart = Memo::new(move |_| page.with(is_interview));
    view! {
        <footer class="site-footer">
            <div class="bar">
                <p class="footer-note">{move || state.texts().get(key::FOOTER_NOTE)}</p>
                <nav aria-label=move || state.texts().get(key::NAV_FOOTER)>
                    // It belongs to the other binary: who is in the midst of a survey stays in this one.
                    {move || (!is_apart.get() && !state.is_kiosk()).then(|| view! {
                        <NavLink page target=Page::Device text=key::NAV_DEVICE/>
                    })}
                    <NavLink page target=Page::Privacy text=key::NAV_PRIVACY/>
                    <NavLink page target=Page::Accessibility text=key::NAV_ACCESSIBILITY/>
                    {kiosk::staff_link(state, page)}
                </nav>
            </div>
        </footer>
    }
}

#[component]
fn NavLink(page: Memo<Page>, target: Page, text: Key) -> impl IntoView {
    let state = AppState::expect();
    let href = target.href();
    let current = move || page.with(|page| *page == target).then_some("page");
    view! { <a href=href aria-current=move || current()>{move || state.texts().get(text)}</a> }
}
