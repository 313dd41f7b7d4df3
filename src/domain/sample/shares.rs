//! How many of the 400 chose what.
//!
//! Every figure the Ministry published comes out of these counts when rounded half up to whole per cent;
//! what it did not print (channels, services, the three lower grades apart, "other", the rest of the
//! suggestions) is made up.

/// Responses in all.
pub(super) const RESPONSES: usize = 400;

/// Values and how many chose each.
pub(super) type Counts = &'static [(&'static str, usize)];

/// A matrix row and its counts, best grade first.
pub(super) type Row = (&'static str, Counts);

/// 87 / 11 / 1 leaves one per cent to rounding, which 400 answers cannot: this row has 392. The other
/// rows take the least count that still rounds to the published share, so that their mean is 82 and
/// not 83.
pub(super) const INFORMATION: &[Row] = &[
    ("name_description", &[("sufficient", 342), ("incomplete", 45), ("insufficient", 5)]),
    ("provider_contacts", &[("sufficient", 346), ("incomplete", 49), ("insufficient", 5)]),
    ("documents_forms", &[("sufficient", 342), ("incomplete", 49), ("insufficient", 9)]),
    ("steps_conditions", &[("sufficient", 318), ("incomplete", 69), ("insufficient", 13)]),
    ("legal_appeal", &[("sufficient", 294), ("incomplete", 81), ("insufficient", 25)]),
];

/// The three lower grades were printed together only.
pub(super) const QUALITY: &[Row] = &[
    ("knowledge", &[("very_good", 284), ("good", 104), ("satisfactory", 8), ("poor", 3), ("very_poor", 1)]),
    ("attitude", &[("very_good", 244), ("good", 120), ("satisfactory", 27), ("poor", 6), ("very_poor", 3)]),
    (
        "information_order",
        &[("very_good", 292), ("good", 96), ("satisfactory", 8), ("poor", 3), ("very_poor", 1)],
    ),
    (
        "equal_treatment",
        &[("very_good", 292), ("good", 100), ("satisfactory", 5), ("poor", 2), ("very_poor", 1)],
    ),
    (
        "objective_decision",
        &[("very_good", 272), ("good", 96), ("satisfactory", 24), ("poor", 5), ("very_poor", 3)],
    ),
];

/// The five audited services, by catalogue number.
pub(super) const AUDITED: Counts =
    &[("mfa-13", 232), ("mfa-17", 88), ("mfa-18", 44), ("mfa-20", 22), ("mfa-21", 14)];

/// Three channels are used, most of all in person.
pub(super) const CHANNELS: Counts = &[("in_person", 264), ("email", 188), ("phone", 92)];

/// How many reported a delay.
pub(super) const DELAYS: usize = 12;

/// Asked of all.
pub(super) const STRENGTHS: Counts =
    &[("promptness", 296), ("accuracy", 220), ("expertise", 200), ("easy_contact", 244), ("other", 20)];

/// How many made suggestions.
pub(super) const SUGGESTING: usize = 300;

/// Of those who made any.
pub(super) const SUGGESTIONS: Counts =
    &[("clarify_information", 78), ("efficiency", 84), ("reduce_burden", 93), ("quality", 72), ("other", 27)];

/// How many answered in English; the others in Latvian.
pub(super) const ENGLISH: usize = 44;

/// How many left a comment.
pub(super) const COMMENTS: usize = 28;

/// Responses of each day from 15 to 31 January 2018; the 15th was a Monday.
pub(super) const DAYS: [usize; 17] = [34, 33, 30, 28, 26, 8, 7, 30, 29, 27, 26, 25, 9, 8, 24, 26, 30];
