//! Addresses of the application: what leads to a page, and how the results are shown.

mod route;
mod showing;

pub use route::{Page, Route, encode};
pub use showing::{Form, Showing, is_page_key};
