//! Starts the page with everything: the pages of staff and auditors too, and a kiosk.

fn main() {
    console_error_panic_hook::set_once();
    aptauja::ui::mount();
}
