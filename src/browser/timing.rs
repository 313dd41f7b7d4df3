//! User Timing: measures that outsiders read.

/// Milliseconds since the page began.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Records `performance.measure(name)` from `start` to now.
pub fn measure(name: &str, start: f64) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let options = web_sys::PerformanceMeasureOptions::new();
        options.set_start(&start.into());
        options.set_end(&performance.now().into());
        let _ = performance.measure_with_performance_measure_options(name, &options);
    }
}
