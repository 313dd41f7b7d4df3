//! A picture: the only component that draws with ECharts.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::echarts::{self, Drawing};
use crate::browser::turns;
use crate::domain::charts::Picture;

/// Draws a picture and draws it anew whenever it changes; gone when the component goes.
#[component]
pub fn ChartPicture(
    /// What to draw.
    picture: Memo<Option<Picture>>,
    /// What to say where drawing does not work.
    failed: &'static str,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let drawing = StoredValue::new_local(None::<Drawing>);
    let is_loaded = RwSignal::new(false);
    let is_broken = RwSignal::new(false);
    echarts::when_loaded(move |is_there| {
        // The page may have gone on by the time the bundle is there.
        if is_there {
            is_loaded.try_set(true);
        } else {
            is_broken.try_set(true);
        }
    });
    // What comes while a turn is awaited is drawn in that turn.
    let is_waiting = StoredValue::new(false);
    let draw = move || {
        is_waiting.try_set_value(false);
        // The page may have gone on.
        let Some(Some(picture)) = picture.try_get_untracked() else { return };
        let Some(element) = place.try_get_untracked().flatten() else { return };
        let is_drawn = drawing.try_update_value(|drawing| match drawing {
            Some(drawing) => drawing.draw(&picture.option).is_ok(),
            None => match Drawing::new(&element, &picture.option) {
                Ok(new) => {
                    *drawing = Some(new);
                    true
                }
                Err(_) => false,
            },
        });
        is_broken.set(is_drawn == Some(false));
    };
    Effect::new(move || {
        let is_ready = is_loaded.get() && place.get().is_some() && picture.with(Option::is_some);
        if is_ready && !is_waiting.get_value() {
            is_waiting.set_value(true);
            turns::wait(draw);
        }
    });
    on_cleanup(move || drawing.set_value(None));
    let height = move || picture.with(|it| it.as_ref().map_or(0, |it| it.height));
    let description = move || picture.with(|it| it.as_ref().map(|it| it.description.clone()));
    view! {
        <div
            class="chart"
            node_ref=place
            role="img"
            aria-label=description
            hidden=move || is_broken.get() || height() == 0
            style:height=move || format!("{}px", height())
        ></div>
        <p class="hint" hidden=move || !is_broken.get()>{failed}</p>
    }
}
