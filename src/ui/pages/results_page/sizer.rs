//! How wide pictures can be.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::size::WidthWatch;

/// Tells its width, now and whenever it changes. It stands where pictures stand, but is never seen.
#[component]
pub(super) fn Sizer(
    /// Is told the width, CSS pixels.
    on_width: Callback<u32>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let watch = StoredValue::new_local(None::<WidthWatch>);
    Effect::new(move || {
        if let Some(element) = place.get() {
            watch.set_value(WidthWatch::new(&element, move |width| on_width.run(width)));
        }
    });
    on_cleanup(move || watch.set_value(None));
    view! { <div class="sizer-place" node_ref=place></div> }
}
