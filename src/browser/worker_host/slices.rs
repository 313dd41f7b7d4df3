//! A file's bytes, slice by slice: memory holds one slice, not the file.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ReadableStreamByobReader, ReadableStreamReadResult};

use crate::browser::BrowserError;

/// Bytes read past the end of a part, where its last line ends.
const MORE: f64 = 16_384.0;
/// Bytes of a slice at the most: with larger ones nothing is read faster.
const SLICE: u32 = 1 << 20;

/// How often a reading that failed goes on where it stopped: a stick or a network drive may stumble, and a file
/// that was really moved or changed fails again.
const RETRIES: u32 = 2;

/// Reads slices of files into the same memory again and again.
#[derive(Default)]
pub(super) struct Slices {
    /// The browser's memory for a slice, while it is here.
    buffer: Option<ArrayBuffer>,
    bytes: Vec<u8>,
}

impl Slices {
    /// Hands over the bytes from `from` on, for as long as `take` wants more: those before `to`, and then,
    /// a few at a time, those after it, up to the file's end.
    ///
    /// # Errors
    /// The browser's own: the file was moved or changed.
    pub async fn read(
        &mut self,
        file: &File,
        from: f64,
        to: f64,
        mut take: impl FnMut(&[u8]) -> bool,
    ) -> Result<(), BrowserError> {
        let size = file.size();
        let (mut at, mut retries) = (from, RETRIES);
        while at < size {
            let end = (at.max(to) + MORE).min(size);
            let mut taken = 0.0;
            let mut counted = |bytes: &[u8]| {
                taken += length(bytes);
                take(bytes)
            };
            match self.read_part(&file.slice_with_f64_and_f64(at, end)?, &mut counted).await {
                Ok(true) => at = end,
                Ok(false) => break,
                Err(_) if retries > 0 => {
                    retries -= 1;
                    at += taken;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Hands over the whole file.
    ///
    /// # Errors
    /// The browser's own: the file was moved or changed.
    pub async fn read_all(&mut self, file: &File, mut take: impl FnMut(&[u8])) -> Result<(), BrowserError> {
        let all = |bytes: &[u8]| {
            take(bytes);
            true
        };
        self.read(file, 0.0, file.size(), all).await
    }

    /// Whether `take` wants more after the whole part.
    async fn read_part(
        &mut self,
        part: &Blob,
        take: &mut impl FnMut(&[u8]) -> bool,
    ) -> Result<bool, BrowserError> {
        match ReadableStreamByobReader::new(&part.stream()) {
            Ok(stream) => self.read_stream(&stream, take).await,
            // Not every browser streams files into memory of ours.
            Err(_) => self.read_pieces(part, take).await,
        }
    }

    async fn read_stream(
        &mut self,
        stream: &ReadableStreamByobReader,
        take: &mut impl FnMut(&[u8]) -> bool,
    ) -> Result<bool, BrowserError> {
        loop {
            let buffer = self.buffer.take().unwrap_or_else(|| ArrayBuffer::new(SLICE));
            let read = stream.read_with_array_buffer_view(&Uint8Array::new(&buffer));
            let read: ReadableStreamReadResult = JsFuture::from(read).await?.unchecked_into();
            let Ok(slice) = read.get_value().dyn_into::<Uint8Array>() else { return Ok(true) };
            let is_wanted = read.get_done() == Some(true) || self.hand_over(&slice, take);
            self.buffer = Some(slice.buffer().unchecked_into());
            if read.get_done() == Some(true) {
                return Ok(true);
            }
            if !is_wanted {
                let _ = JsFuture::from(stream.cancel()).await;
                return Ok(false);
            }
        }
    }

    async fn read_pieces(
        &mut self,
        part: &Blob,
        take: &mut impl FnMut(&[u8]) -> bool,
    ) -> Result<bool, BrowserError> {
        let mut at = 0.0;
        while at < part.size() {
            let end = at + f64::from(SLICE);
            let piece = JsFuture::from(part.slice_with_f64_and_f64(at, end)?.array_buffer()).await?;
            if !self.hand_over(&Uint8Array::new(&piece), take) {
                return Ok(false);
            }
            at = end;
        }
        Ok(true)
    }

    fn hand_over(&mut self, slice: &Uint8Array, take: &mut impl FnMut(&[u8]) -> bool) -> bool {
        self.bytes.resize(slice.length() as usize, 0);
        slice.copy_to(&mut self.bytes);
        take(&self.bytes)
    }
}

/// How many bytes, as sizes of files are told.
#[allow(clippy::cast_precision_loss)]
pub(super) fn length(bytes: &[u8]) -> f64 {
    bytes.len() as f64
}
