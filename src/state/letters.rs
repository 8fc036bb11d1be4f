//! A section of a frame: numbers as letters, and the check that chains them.

use std::collections::VecDeque;

use super::draw::{FNV_START, fnv_from};

/// How many values a check has: any one character that is changed changes it.
const CHECKS: u32 = 1 << 23;

/// The hash before the first section.
pub(super) const FIRST_HASH: u32 = FNV_START;

/// The most characters of a check.
pub(super) const CHECK_CHARS: u64 = 5;

/// How many letters `number` takes.
pub(super) fn letters(number: u64) -> u64 {
    number.checked_ilog(26).map_or(1, |log| u64::from(log) + 1)
}

/// Adds `number` to the base of 26: the last letter is a small one, those before it are capitals.
fn spell(number: u64, into: &mut String) {
    let digit = |rest: u64, first: u8| char::from(first + u8::try_from(rest % 26).expect("it is below 26"));
    let count = u32::try_from(letters(number)).expect("a number has few letters");
    for place in (1..count).rev() {
        into.push(digit(number / 26_u64.pow(place), b'A'));
    }
    into.push(digit(number, b'a'));
}

/// Numbers that become a section.
#[derive(Debug, Default)]
pub(super) struct Writer {
    numbers: Vec<u64>,
}

impl Writer {
    /// Adds a number.
    pub(super) fn number(&mut self, number: impl Into<u64>) {
        self.numbers.push(number.into());
    }

    /// Adds points, in thousandths: whole points where they are.
    pub(super) fn points(&mut self, thousandths: u32) {
        self.number(if thousandths.is_multiple_of(1000) { thousandths / 1000 } else { PARTS + thousandths });
    }

    /// The numbers so far.
    pub(super) fn into_numbers(self) -> Vec<u64> {
        self.numbers
    }

    /// Adds the section to `frame`; gives the hash of all so far.
    pub(super) fn finish(self, frame: &mut String, before: u32) -> u32 {
        frame.push('.');
        let start = frame.len();
        self.numbers.into_iter().for_each(|number| spell(number, frame));
        let hash = fnv_from(before, &frame[start..]);
        spell(u64::from(hash % CHECKS), frame);
        hash
    }
}

/// What is added to thousandths that are no whole points.
pub(super) const PARTS: u32 = 1_000_000;

/// The numbers of a section whose check holds. Every method gives `None` where they end too early or say nothing.
#[derive(Debug)]
pub(super) struct Reader {
    numbers: VecDeque<u64>,
}

impl Reader {
    /// Opens `section`; `before` is the hash of all before it, and becomes that of this one too.
    pub(super) fn open(section: &str, before: &mut u32) -> Option<Self> {
        let is_capital = |c: char| c.is_ascii_uppercase();
        let open = section.strip_suffix(|c| !is_capital(c)).unwrap_or(section);
        let (body, check) = section.split_at(open.trim_end_matches(is_capital).len());
        *before = fnv_from(*before, body);
        let mut expected = String::new();
        spell(u64::from(*before % CHECKS), &mut expected);
        if check != expected {
            return None;
        }
        let mut numbers = VecDeque::new();
        let mut number: u64 = 0;
        for letter in body.bytes() {
            if !letter.is_ascii_alphabetic() {
                return None;
            }
            number = number.checked_mul(26)?.checked_add(u64::from(letter.to_ascii_lowercase() - b'a'))?;
            if letter.is_ascii_lowercase() {
                numbers.push_back(number);
                number = 0;
            }
        }
        Some(Self { numbers })
    }

    /// The next number.
    pub(super) fn number(&mut self) -> Option<u64> {
        self.numbers.pop_front()
    }

    /// The next number, of 32 bits.
    pub(super) fn uint(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    /// Makes `number` the next one.
    pub(super) fn unread(&mut self, number: u64) {
        self.numbers.push_front(number);
    }

    /// Reads points, in thousandths.
    pub(super) fn points(&mut self) -> Option<u32> {
        let number = self.uint()?;
        number.checked_sub(PARTS).or_else(|| number.checked_mul(1000))
    }

    /// Whether all was read.
    pub(super) fn finished(&self) -> bool {
        self.numbers.is_empty()
    }
}
