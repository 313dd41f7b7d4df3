//! Starts the worker that writes workbooks.

fn main() {
    console_error_panic_hook::set_once();
    aptauja::browser::workbook_host::start();
}
