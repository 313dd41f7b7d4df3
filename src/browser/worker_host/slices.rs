//! A file's bytes, slice by slice: memory holds one slice, not the file.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

use crate::browser::BrowserError;

/// Bytes read past the end of a part, where its last line ends.
const MORE: f64 = 16_384.0;
/// Bytes read at a time: a part of a file (8 MiB) and what is read around it.
const SLICE: f64 = 8_388_608.0 + 2.0 * MORE;

/// Reads slices of files into the same memory again and again.
pub(super) struct Slices {
    reader: FileReaderSync,
    bytes: Vec<u8>,
}

impl Slices {
    /// # Errors
    /// The browser's own.
    pub fn new() -> Result<Self, BrowserError> {
        Ok(Self { reader: FileReaderSync::new()?, bytes: Vec::new() })
    }

    /// Hands over the bytes from `from` on, for as long as `take` wants more: those before `to` in large
    /// slices, those after it in small ones, up to the file's end.
    ///
    /// # Errors
    /// The browser's own: the file was moved or changed.
    pub fn read(
        &mut self,
        file: &File,
        from: f64,
        to: f64,
        mut take: impl FnMut(&[u8]) -> bool,
    ) -> Result<(), BrowserError> {
        let size = file.size();
        let mut at = from;
        while at < size {
            let end = if at < to { (at + SLICE).min(to + MORE) } else { at + MORE };
            let slice = file.slice_with_f64_and_f64(at, end.min(size))?;
            let array = Uint8Array::new(&JsValue::from(self.reader.read_as_array_buffer(&slice)?));
            self.bytes.resize(array.length() as usize, 0);
            array.copy_to(&mut self.bytes);
            if !take(&self.bytes) {
                break;
            }
            at = end;
        }
        Ok(())
    }

    /// Hands over the whole file.
    ///
    /// # Errors
    /// The browser's own: the file was moved or changed.
    pub fn read_all(&mut self, file: &File, mut take: impl FnMut(&[u8])) -> Result<(), BrowserError> {
        self.read(file, 0.0, file.size(), |bytes| {
            take(bytes);
            true
        })
    }
}
