//! What this browser keeps: drafts, responses and the chosen language, in local storage.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::BrowserError;

/// The keys in use. Ids are part of some, so that each response is written alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Tag of the chosen language.
    Language,
    /// The draft of a survey.
    Draft(String),
    /// A submitted response, by its id.
    Response(String),
    /// A file of responses that was saved, by the time.
    Export(String),
    /// The address under which the application is published, for links that are handed out.
    #[cfg(feature = "auditor")]
    PublicAddress,
    /// The setting of a kiosk.
    #[cfg(feature = "auditor")]
    Kiosk,
    /// Wrong PINs of a kiosk.
    #[cfg(feature = "auditor")]
    Lockout,
    /// The codes of a survey's texts.
    #[cfg(feature = "auditor")]
    Codes(String),
    /// Codes of a survey's texts as they stood when they could not be read.
    #[cfg(feature = "auditor")]
    DamagedCodes(String),
    /// Written and removed to see whether storage works.
    Probe,
}

const PREFIX: &str = "aptauja:";
/// Room that a response with long texts may need.
const PROBE_LENGTH: usize = 32_768;

impl Key {
    /// The key as the browser knows it.
    pub fn name(&self) -> String {
        match self {
            Self::Language => format!("{PREFIX}language"),
            Self::Draft(survey) => format!("{PREFIX}draft:{survey}"),
            Self::Response(id) => format!("{PREFIX}response:{id}"),
            Self::Export(time) => format!("{PREFIX}export:{time}"),
            #[cfg(feature = "auditor")]
            Self::PublicAddress => format!("{PREFIX}public-address"),
            #[cfg(feature = "auditor")]
            Self::Kiosk => format!("{PREFIX}kiosk"),
            #[cfg(feature = "auditor")]
            Self::Lockout => format!("{PREFIX}kiosk-lockout"),
            #[cfg(feature = "auditor")]
            Self::Codes(survey) => format!("{PREFIX}codes:{survey}"),
            #[cfg(feature = "auditor")]
            Self::DamagedCodes(survey) => format!("{PREFIX}codes-damaged:{survey}"),
            Self::Probe => format!("{PREFIX}probe"),
        }
    }

    /// The key of ours that bears a name with an id or a time in it.
    fn parse(name: &str) -> Option<Self> {
        let (kind, id) = name.strip_prefix(PREFIX)?.split_once(':')?;
        match kind {
            "draft" => Some(Self::Draft(id.to_owned())),
            "export" => Some(Self::Export(id.to_owned())),
            "response" => Some(Self::Response(id.to_owned())),
            _ => None,
        }
    }
}

/// Whether storage works, with room for a response.
///
/// # Errors
/// [`BrowserError::StorageBlocked`] or [`BrowserError::StorageFull`].
pub fn probe() -> Result<(), BrowserError> {
    save(&Key::Probe, &"x".repeat(PROBE_LENGTH))?;
    remove(&Key::Probe)
}

/// Reads a value; `None` where there is none.
///
/// # Errors
/// [`BrowserError::StorageBlocked`], or [`BrowserError::StorageDamaged`] where the stored text is not
/// what it should be.
pub fn load<T: DeserializeOwned>(key: &Key) -> Result<Option<T>, BrowserError> {
    available()?;
    match LocalStorage::get(key.name()) {
        Ok(value) => Ok(Some(value)),
        Err(StorageError::KeyNotFound(_)) => Ok(None),
        Err(_) => Err(BrowserError::StorageDamaged),
    }
}

/// The stored text of a key, whatever it holds.
pub fn load_raw(key: &Key) -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(&key.name()).ok()?
}

/// Writes a value.
///
/// # Errors
/// [`BrowserError::StorageBlocked`] or [`BrowserError::StorageFull`]; the old value then still stands.
pub fn save<T: Serialize>(key: &Key, value: &T) -> Result<(), BrowserError> {
    available()?;
    // The only failure left for a plain value is the quota.
    LocalStorage::set(key.name(), value).map_err(|_| BrowserError::StorageFull)
}

/// Removes a value.
///
/// # Errors
/// [`BrowserError::StorageBlocked`].
pub fn remove(key: &Key) -> Result<(), BrowserError> {
    available()?;
    LocalStorage::delete(key.name());
    Ok(())
}

/// All our keys that bear an id, in no order.
///
/// # Errors
/// [`BrowserError::StorageBlocked`].
pub fn keys() -> Result<Vec<Key>, BrowserError> {
    let storage = available()?;
    let length = storage.length().map_err(|_| BrowserError::StorageBlocked)?;
    Ok((0..length)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter_map(|k| Key::parse(&k))
        .collect())
}

/// `gloo_storage` panics where the browser blocks storage; this asks first.
fn available() -> Result<web_sys::Storage, BrowserError> {
    web_sys::window()
        .ok_or(BrowserError::StorageBlocked)?
        .local_storage()
        .map_err(|_: JsValue| BrowserError::StorageBlocked)?
        .ok_or(BrowserError::StorageBlocked)
}
