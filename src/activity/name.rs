//! Names in narrow alphabets, and IRIs: all of public ids and the slots of the first release, so that they last.

use crate::lock::{Kind, Lock};
use crate::value::Iri;

/// The longest name that every LMS keeps whole.
const LONGEST: usize = 64;

/// Before what is numbered there may be something that tells one meaning from the next.
pub(super) enum Between {
    /// It has one meaning.
    Nothing,
    /// It is in its meaning of this number, from 1.
    Meaning(u32),
}

/// A name of letters, digits and `_` for the thing at `path`: readable, its slots behind it, so that no two are the same.
/// SCORM 1.2 RTE 3.4.7, CMIIdentifier.
pub(super) fn narrow(lock: &Lock, path: &str, between: &Between) -> String {
    with_slots(lock, path, between, |c| if c.is_ascii_alphanumeric() { c } else { '_' })
}

/// An NCName for the thing at `path` that may stand after a prefix. XML Namespaces 1.0, 3.
pub(super) fn nc_name(lock: &Lock, path: &str) -> String {
    with_slots(lock, path, &Between::Nothing, |c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
}

fn with_slots(lock: &Lock, path: &str, between: &Between, letter: impl Fn(char) -> char) -> String {
    let slots = lock.slot_path(path).into_iter().fold(String::new(), |slots, slot| format!("{slots}_{}", base36(slot)));
    let tail = match between {
        Between::Meaning(meaning) if *meaning > 1 => format!("_r{meaning}{slots}"),
        Between::Nothing | Between::Meaning(_) => slots,
    };
    let readable: String = lock.public_id(path).chars().map(letter).collect();
    // A criterion's id may be a number; a name begins with a letter.
    let begun = if readable.starts_with(|c: char| c.is_ascii_alphabetic()) { readable } else { format!("n{readable}") };
    format!("{}{tail}", begun.chars().take(LONGEST.saturating_sub(tail.len())).collect::<String>())
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// The IRI of the thing at `path` in the list called `list`, below the unit or bank that it was first released in. An assessment of the
/// course is one thing.
pub(super) fn iri(base: Option<&Iri>, lock: &Lock, path: &str, list: &str) -> Option<Iri> {
    let base = base?;
    Some(match lock.home(path) {
        (Kind::CourseAssessment, home) => base.below(&["assessments", home]),
        (Kind::Bank, home) => base.below(&["banks", home, list, lock.public_id(path)]),
        (_, home) => base.below(&["units", home, list, lock.public_id(path)]),
    })
}

#[cfg(test)]
mod tests {
    use super::base36;

    #[test]
    fn numbers_are_written_with_thirty_six_digits() {
        for (number, text) in [(0, "0"), (9, "9"), (10, "a"), (35, "z"), (36, "10"), (1295, "zz"), (1296, "100")] {
            assert_eq!(base36(number), text);
        }
    }
}
