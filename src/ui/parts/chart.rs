//! A picture: the only component that draws with ECharts.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::echarts::{self, Drawing};
use crate::browser::sight::SightWatch;
use crate::browser::turns;
use crate::domain::charts::Picture;

/// How long a picture out of sight leaves the page to those who use it, milliseconds.
const PATIENCE: i32 = 3000;

/// Draws a picture and draws it anew whenever it changes; gone when the component goes.
///
/// The first time it is drawn when it comes near, or after some time: it is there for whoever prints the page.
#[component]
pub fn ChartPicture(
    /// What to draw.
    picture: Memo<Option<Picture>>,
    /// What to say where drawing does not work.
    failed: &'static str,
    /// Whether it is drawn at once, in sight or not.
    #[prop(optional)]
    is_urgent: bool,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let drawing = StoredValue::new_local(None::<Drawing>);
    let watch = StoredValue::new_local(None::<SightWatch>);
    let is_wanted = StoredValue::new(false);
    let is_loaded = RwSignal::new(false);
    let is_broken = RwSignal::new(false);
    // The page may have gone on by the time it is wanted, or by the time the bundle is there.
    let want = move || {
        if is_wanted.try_get_value() == Some(false) {
            is_wanted.set_value(true);
            watch.set_value(None);
            echarts::when_loaded(move |is_there| {
                let state = if is_there { is_loaded } else { is_broken };
                state.try_set(true);
            });
        }
    };
    Effect::new(move || {
        if is_urgent {
            want();
        } else if let Some(element) = place.get() {
            watch.set_value(SightWatch::new(&element, want));
        }
    });
    // Not while something more urgent is awaited.
    dom::later(PATIENCE, move || turns::wait(want));
    // What comes while a turn is awaited is drawn in that turn.
    let is_waiting = StoredValue::new(false);
    let draw = move || {
        is_waiting.try_set_value(false);
        // The page may have gone on.
        let Some(Some(picture)) = picture.try_get_untracked() else { return };
        let Some(element) = place.try_get_untracked().flatten() else { return };
        let words = picture.description.clone();
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
        // The bundle names the element by the option's own words.
        let _ = element.set_attribute("aria-label", &words);
        is_broken.set(is_drawn == Some(false));
    };
    // What is no longer to be seen does not stay out of sight either: the page may be saved.
    Effect::new(move || {
        if picture.with(Option::is_none) {
            drawing.set_value(None);
        }
    });
    Effect::new(move || {
        let is_ready = is_loaded.get() && place.get().is_some() && picture.with(Option::is_some);
        if is_ready && !is_waiting.get_value() {
            is_waiting.set_value(true);
            turns::wait(draw);
        }
    });
    on_cleanup(move || {
        watch.set_value(None);
        drawing.set_value(None);
    });
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
