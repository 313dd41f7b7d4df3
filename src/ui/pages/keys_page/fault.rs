//! What is wrong with a key, in words.

use crate::domain::keys::KeyFault;
use crate::ui::text::{Texts, key};

impl Texts {
    /// Why a text holds no secret key that is right.
    pub(super) fn key_fault(self, fault: &KeyFault) -> String {
        match fault {
            KeyFault::Missing => self.get(key::KEYS_FAULT_MISSING).to_owned(),
            KeyFault::Public => self.get(key::KEYS_FAULT_PUBLIC).to_owned(),
            KeyFault::Length { found } => {
                self.count(key::KEYS_FAULT_LENGTH, u64::try_from(*found).unwrap_or(u64::MAX))
            }
            KeyFault::Mistyped => self.get(key::KEYS_FAULT_MISTYPED).to_owned(),
            KeyFault::Unreadable => self.get(key::KEYS_FAULT_UNREADABLE).to_owned(),
        }
    }
}
