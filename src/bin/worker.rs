//! Starts the worker that reads and counts.

fn main() {
    console_error_panic_hook::set_once();
    aptauja::browser::worker_host::start();
}
