//! Starts the page with everything: results, catalogue and device page too.

fn main() {
    console_error_panic_hook::set_once();
    aptauja::ui::mount();
}
