//! Small components that know no page and no state.

mod answer_list;
#[cfg(feature = "auditor")]
mod chart;
#[cfg(feature = "auditor")]
mod chart_menu;
mod confirm_button;
#[cfg(feature = "auditor")]
mod copy_button;
mod definition_error;
mod delete_draft;
mod error_summary;
mod heading;
mod language_switch;
mod loading;
mod not_loaded;
mod notice;
#[cfg(feature = "auditor")]
mod qr_code;
mod search_box;

pub use answer_list::{AnswerGroup, AnswerLine, AnswerList};
#[cfg(feature = "auditor")]
pub use chart::ChartPicture;
#[cfg(feature = "auditor")]
pub use chart_menu::ChartMenu;
pub use confirm_button::ConfirmButton;
#[cfg(feature = "auditor")]
pub use copy_button::CopyButton;
pub use definition_error::DefinitionProblem;
pub use delete_draft::DeleteDraft;
pub use error_summary::ErrorSummary;
pub use heading::Heading;
pub use language_switch::LanguageSwitch;
pub use loading::Loading;
pub use not_loaded::NotLoaded;
pub use notice::{Notice, Tone};
#[cfg(feature = "auditor")]
pub use qr_code::QrCode;
pub use search_box::SearchBox;
