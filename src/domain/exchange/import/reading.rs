//! One file on its way in: its bytes unpacked and split, its records taken.

use sha2::{Digest, Sha256};

use super::Taken;
use super::file::File;
use crate::domain::exchange::FileProblem;
use crate::domain::exchange::fingerprint::hexadecimal;
use crate::domain::exchange::split::Splitter;
use crate::domain::exchange::unpack::Unpacker;

/// The file being read.
pub(super) struct Reading {
    hasher: Sha256,
    unpacker: Unpacker,
    splitter: Splitter,
    file: File,
}

impl Reading {
    pub fn new(name: &str, taken: &Taken) -> Self {
        Self {
            hasher: Sha256::new(),
            unpacker: Unpacker::default(),
            splitter: Splitter::default(),
            file: File::new(name, taken),
        }
    }

    pub fn push(&mut self, bytes: &[u8], taken: &mut Taken) {
        let Self { hasher, unpacker, splitter, file } = self;
        file.entry.source.bytes += bytes.len() as u64;
        hasher.update(bytes);
        unpacker.push(bytes, &mut |unpacked| {
            file.keep_start(unpacked);
            splitter.push(unpacked, &mut |piece| file.take(&piece, taken));
        });
    }

    pub fn finish(self, taken: &mut Taken) {
        let Self { hasher, unpacker, mut splitter, mut file } = self;
        let is_whole = unpacker.finish(&mut |unpacked| {
            file.keep_start(unpacked);
            splitter.push(unpacked, &mut |piece| file.take(&piece, taken));
        });
        splitter.finish(&mut |piece| file.take(&piece, taken));
        file.judge(is_whole, taken);
        file.close(&hexadecimal(&hasher.finalize()), taken);
    }

    pub fn fail(self, problem: FileProblem, taken: &mut Taken) {
        let Self { hasher, mut file, .. } = self;
        file.take_back(problem, taken);
        file.close(&hexadecimal(&hasher.finalize()), taken);
    }
}
