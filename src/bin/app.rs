//! Starts the page as respondents need it.

fn main() {
    console_error_panic_hook::set_once();
    aptauja::ui::mount();
}
