//! Starts the page as respondents need it.

fn main() {
    // What it prints nobody reads on a respondent's phone, and everybody would download it.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    aptauja::ui::mount();
}
