//! What the auditor is told of files, filters and figures, as sentences.

use super::{Texts, key};
use crate::domain::analysis::FilterFault;
use crate::domain::exchange::FileProblem;
use crate::domain::survey::{FaultReason, Mark};

impl Texts {
    /// Why a record was refused.
    pub fn fault(self, reason: &FaultReason) -> &'static str {
        self.get(match reason {
            FaultReason::NotJson => key::FAULT_NOT_JSON,
            FaultReason::Truncated => key::FAULT_TRUNCATED,
            FaultReason::TooLarge => key::FAULT_TOO_LARGE,
            FaultReason::NotAnObject => key::FAULT_NOT_AN_OBJECT,
            FaultReason::Missing => key::FAULT_MISSING,
            FaultReason::WrongType => key::FAULT_WRONG_TYPE,
            FaultReason::NotAUuid => key::FAULT_NOT_A_UUID,
            FaultReason::NotAnInstant => key::FAULT_NOT_AN_INSTANT,
            FaultReason::NotALanguage => key::FAULT_NOT_A_LANGUAGE,
            FaultReason::UnknownSurvey => key::FAULT_UNKNOWN_SURVEY,
            FaultReason::UnknownQuestion => key::FAULT_UNKNOWN_QUESTION,
            FaultReason::UnknownRow => key::FAULT_UNKNOWN_ROW,
            FaultReason::UnknownValue => key::FAULT_UNKNOWN_VALUE,
            FaultReason::RepeatedValue => key::FAULT_REPEATED_VALUE,
            FaultReason::TooMany => key::FAULT_TOO_MANY,
            FaultReason::TooLong => key::FAULT_TOO_LONG,
            FaultReason::BlockCutOff => key::FAULT_BLOCK_CUT_OFF,
            FaultReason::BlockDamaged => key::FAULT_BLOCK_DAMAGED,
            FaultReason::Sealed => key::FAULT_SEALED,
            FaultReason::SealDamaged => key::FAULT_SEAL_DAMAGED,
        })
    }

    /// What is wrong with a file as a whole.
    pub fn problem(self, problem: &FileProblem) -> String {
        match problem {
            FileProblem::Empty => self.get(key::PROBLEM_EMPTY).to_owned(),
            FileProblem::UnknownFormat { format, version } => {
                self.fill(key::PROBLEM_UNKNOWN_FORMAT, &[("format", format), ("version", version)])
            }
            FileProblem::NotResponses => self.get(key::PROBLEM_NOT_RESPONSES).to_owned(),
            FileProblem::DamagedGzip => self.get(key::PROBLEM_DAMAGED_GZIP).to_owned(),
            FileProblem::Truncated => self.get(key::PROBLEM_TRUNCATED).to_owned(),
            FileProblem::NotUtf8 => self.get(key::PROBLEM_NOT_UTF8).to_owned(),
            FileProblem::Unreadable => self.get(key::PROBLEM_UNREADABLE).to_owned(),
            FileProblem::NoBlocks => self.get(key::PROBLEM_NO_BLOCKS).to_owned(),
            FileProblem::HoldsIdentity => self.get(key::PROBLEM_HOLDS_IDENTITY).to_owned(),
        }
    }

    /// What is wrong with a filter in the address.
    pub fn filter_fault(self, fault: &FilterFault) -> String {
        match fault {
            FilterFault::UnknownSurvey(id) => self.fill(key::SURVEY_UNKNOWN, &[("id", id)]),
            FilterFault::UnknownKey(name) => self.fill(key::FILTER_UNKNOWN_KEY, &[("key", name)]),
            FilterFault::UnknownValue { key: name, value } => {
                self.fill(key::FILTER_UNKNOWN_VALUE, &[("key", name), ("value", value)])
            }
            FilterFault::BadDay { key: name, value } => {
                self.fill(key::FILTER_BAD_DAY, &[("key", name), ("value", value)])
            }
            FilterFault::DaysReversed => self.get(key::FILTER_DAYS_REVERSED).to_owned(),
        }
    }

    /// The word for how a published figure was read.
    pub fn mark(self, mark: Mark) -> &'static str {
        self.get(match mark {
            Mark::Stated => key::MARK_STATED,
            Mark::Read => key::MARK_READ,
            Mark::Inferred => key::MARK_INFERRED,
        })
    }

    /// The headline of an indicator; its own name where we have no words for it.
    pub fn indicator(self, name: &str) -> String {
        let known = match name {
            "information_sufficient" => key::INDICATOR_INFORMATION_SUFFICIENT,
            "quality_good" => key::INDICATOR_QUALITY_GOOD,
            "no_delays" => key::INDICATOR_NO_DELAYS,
            "no_complaints" => key::INDICATOR_NO_COMPLAINTS,
            "strength_promptness" => key::INDICATOR_STRENGTH_PROMPTNESS,
            "reduce_burden" => key::INDICATOR_REDUCE_BURDEN,
            other => return other.to_owned(),
        };
        self.get(known).to_owned()
    }
}
