//! One page per route; only these read the application's state.

mod answers;
mod intro;
mod not_found_page;
mod reading_page;
mod receipt_page;
mod review_page;
mod sending;
mod shell;
mod start_page;
mod step_page;
mod storage_notice;
mod survey_page;
mod tab_notice;
mod with_survey;

#[cfg(feature = "auditor")]
mod catalogue_page;
#[cfg(feature = "auditor")]
mod device_page;
#[cfg(feature = "auditor")]
mod keys_page;
#[cfg(feature = "auditor")]
mod kiosk;
#[cfg(not(feature = "auditor"))]
#[path = "kiosk/absent.rs"]
mod kiosk;
#[cfg(feature = "auditor")]
mod links_page;
#[cfg(feature = "auditor")]
mod results_page;

pub use shell::Shell;
