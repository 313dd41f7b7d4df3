//! Synthetic responses to the Ministry's questionnaire.
//!
//! Owns two kinds: the published survey rebuilt with exact counts, and an endless stream with the same
//! shares for measuring speed. Nobody wrote these answers and no record stands for a person.

mod published;
mod random;
mod shares;
mod stream;
mod texts;

pub use published::published;
pub use random::Random;
pub use stream::Stream;

/// Id of the survey the responses belong to.
const SURVEY: &str = "mfa-2018";
