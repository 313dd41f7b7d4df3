//! What the browser can do for us: one file per ability, no Leptos.

pub mod age;
pub mod clipboard;
pub mod clock;
pub mod definitions;
pub mod device;
pub mod dom;
pub mod download;
pub mod echarts;
pub mod error;
pub mod export_message;
pub mod files;
#[cfg(feature = "auditor")]
pub mod fullscreen;
pub mod locale;
pub mod message;
pub mod picture;
#[cfg(feature = "auditor")]
pub mod place;
#[cfg(feature = "auditor")]
pub mod presence;
pub mod reading;
#[cfg(feature = "auditor")]
pub mod sections;
pub mod sending;
pub mod sight;
pub mod size;
pub mod storage;
pub mod subject;
pub mod timing;
pub mod turns;
#[cfg(feature = "xlsx")]
pub mod workbook_host;
pub mod worker_host;
pub mod worker_link;

pub use error::BrowserError;
