//! The links of all services found, for a web team.

use leptos::prelude::*;

use super::invitation::Inviting;
use crate::browser::download;
use crate::domain::invitation::{ListedLink, csv};
use crate::ui::parts::CopyButton;
use crate::ui::text::{Texts, key};

/// A table to copy or to save as CSV; nothing where the survey has no services.
#[component]
pub(super) fn LinkList(inviting: Inviting) -> impl IntoView {
    let texts = Texts::here();
    let links = Memo::new(move |_| listed(inviting));
    let has_services = Memo::new(move |_| !inviting.providers().is_empty());
    let header = [key::LINKS_SERVICE_ID, key::FILTER_SERVICE, key::FILTER_PROVIDER, key::LINKS_LINK]
        .map(|it| texts.get(it));
    let saved = RwSignal::new(None::<String>);
    let save = move |_| {
        let wish = untrack(|| inviting.wish());
        let name = format!("aptauja-{}-{}.csv", wish.survey, wish.language);
        let text = links.with_untracked(|links| csv(header, links));
        if download::save_file(&name, "text/csv;charset=utf-8", &text).is_ok() {
            saved.set(Some(texts.fill(key::SENDING_SAVED, &[("file", &name)])));
        }
    };
    // Columns for a spreadsheet, as its own copies have them.
    let copied = Signal::derive(move || {
        let line = |link: &ListedLink| format!("{}\t{}\n", link.title, link.address);
        links.with(|links| links.iter().map(line).collect::<String>())
    });
    let row = |link: ListedLink| {
        view! {
            <tr data-service=link.service>
                <th scope="row">{link.title} <span class="cell-more">{link.provider}</span></th>
                <td><code>{link.address}</code></td>
            </tr>
        }
    };
    view! {
        <Show when=move || has_services.get()>
            <section class="link-list no-print">
                <h2 id="link-list-title">{texts.get(key::LINKS_LIST)}</h2>
                <p class="muted">{move || texts.count(key::LINKS_LIST_COUNT, links.with(|it| u64::try_from(it.len()).unwrap_or(u64::MAX)))}</p>
                <div class="buttons">
                    <CopyButton label=texts.get(key::LINKS_COPY_ALL) text=copied/>
                    <button type="button" class="button-second" data-testid="save-csv" on:click=save>
                        {texts.get(key::LINKS_CSV)}
                    </button>
                </div>
                <p class="hint" role="status">{move || saved.get()}</p>
                <div class="table-scroll" tabindex="0" role="region" aria-labelledby="link-list-title">
                    <table>
                        <thead><tr><th scope="col">{header[1]}</th><th scope="col">{header[3]}</th></tr></thead>
                        <tbody>{move || links.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

/// In the language of the invited, as the links are.
fn listed(inviting: Inviting) -> Vec<ListedLink> {
    let providers = inviting.providers();
    let line = |service: crate::domain::survey::Service| {
        let invitation = inviting.invitation(Some(service.clone()))?;
        let code = invitation.texts.code();
        let provider = providers.iter().find(|it| it.id == service.provider);
        Some(ListedLink {
            title: service.title.get(code).to_owned(),
            provider: provider.map(|it| it.title.get(code).to_owned()).unwrap_or_default(),
            address: invitation.link.address(),
            service: service.id,
        })
    };
    inviting.found().into_iter().filter_map(line).collect()
}
