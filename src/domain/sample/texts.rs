//! What the synthetic respondents write: each text says that it is a sample.

use super::Random;

/// A text in Latvian and in English.
type Both = (&'static str, &'static str);

const COMMENTS: &[Both] = &[
    ("Paraugs: apkalpošana bija laipna un skaidra.", "Sample: the service was kind and clear."),
    ("Paraugs: veidlapu gribētos aizpildīt tiešsaistē.", "Sample: I would like to fill in the form online."),
    ("Paraugs: viss notika ātrāk, nekā gaidīts.", "Sample: everything went faster than expected."),
    ("Paraugs: maksu varētu norādīt lapas sākumā.", "Sample: the fee could stand at the top of the page."),
    ("Paraugs: piezīmju nav, paldies.", "Sample: no remarks, thank you."),
    ("Paraugs: telefoniski izskaidroja visu vajadzīgo.", "Sample: all was explained over the phone."),
    ("Paraugs: noderētu piemērs ar aizpildītu veidlapu.", "Sample: a filled-in example would help."),
];

const DELAYS: &[Both] = &[
    ("Paraugs: dokuments bija gatavs divas dienas vēlāk.", "Sample: the document came two days late."),
    ("Paraugs: atbilde uz e-pastu kavējās nedēļu.", "Sample: the reply by e-mail took a week."),
    ("Paraugs: rindā bija jāgaida ilgāk, nekā norādīts.", "Sample: the queue was longer than announced."),
    ("Paraugs: papildu dokuments pagarināja termiņu.", "Sample: one more document extended the term."),
];

const STRENGTHS: &[Both] = &[
    ("Paraugs: pacietība", "Sample: patience"),
    ("Paraugs: skaidra valoda", "Sample: plain language"),
    ("Paraugs: ērts darba laiks", "Sample: convenient opening hours"),
];

const SUGGESTIONS: &[Both] = &[
    ("Paraugs: pieņemt arī vakaros", "Sample: open in the evenings as well"),
    ("Paraugs: ļaut maksāt ar karti", "Sample: accept payment by card"),
    ("Paraugs: paziņot par gatavību īsziņā", "Sample: announce completion by text message"),
];

/// A comment.
pub(super) fn comment(random: &mut Random, language: &str) -> &'static str {
    pick(COMMENTS, random, language)
}

/// What was late.
pub(super) fn delay(random: &mut Random, language: &str) -> &'static str {
    pick(DELAYS, random, language)
}

/// Another strength.
pub(super) fn strength(random: &mut Random, language: &str) -> &'static str {
    pick(STRENGTHS, random, language)
}

/// Another suggestion.
pub(super) fn suggestion(random: &mut Random, language: &str) -> &'static str {
    pick(SUGGESTIONS, random, language)
}

fn pick(texts: &'static [Both], random: &mut Random, language: &str) -> &'static str {
    let (latvian, english) = texts[random.below(texts.len())];
    if language == "en" { english } else { latvian }
}
