//! A response on its way to the institution, by a bundle that comes with the receipt (`src/web/sending.js`).

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = aptaujaLate, js_name = send)]
    fn show_ways(id: &str, language: &str, parcel: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = aptaujaLate, js_name = saveSealed)]
    fn save_parcel(parcel: &JsValue) -> Promise;
}

/// What is sent, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Name of its file.
    pub name: String,
    /// Text of its file: an export of the one response.
    pub text: String,
    /// The age recipient it is encrypted for, if any.
    pub recipient: Option<String>,
    /// Where letters go.
    pub email: String,
    /// The survey's title.
    pub title: String,
}

impl Parcel {
    /// Shows every way this browser has to send it in the element with this id.
    ///
    /// # Errors
    /// The bundle, or the encryption the recipient asks for, is not to be had.
    pub async fn show_ways(&self, id: &str, language: &str) -> Result<(), BrowserError> {
        JsFuture::from(show_ways(id, language, &self.to_js()?)).await?;
        Ok(())
    }

    /// Offers it as an encrypted file to be saved.
    ///
    /// # Errors
    /// The bundle or the encryption is not to be had.
    pub async fn save_sealed(&self) -> Result<(), BrowserError> {
        JsFuture::from(save_parcel(&self.to_js()?)).await?;
        Ok(())
    }

    fn to_js(&self) -> Result<JsValue, JsValue> {
        let object = Object::new();
        for (name, value) in [
            ("name", Some(&self.name)),
            ("text", Some(&self.text)),
            ("recipient", self.recipient.as_ref()),
            ("email", Some(&self.email)),
            ("title", Some(&self.title)),
        ] {
            Reflect::set(&object, &name.into(), &value.into())?;
        }
        Ok(object.into())
    }
}
