//! One value of a response as numbers, by its shape.

use super::Given;
use super::letters::{Reader, Writer, letters};
use crate::item::Shape;

/// The longest `decimal`, in UTF-16 code units.
pub(super) const DECIMAL_MAX: u32 = 24;

/// How many digits go into one number.
const DIGITS: usize = 5;

/// What is taken off the code of a character, bit by bit: the commonest get one letter.
const COMMON: u32 = 96;

/// The most UTF-16 code units of a shape that is typed.
pub(super) fn text_max(shape: Shape) -> Option<u32> {
    match shape {
        Shape::Decimal => Some(DECIMAL_MAX),
        Shape::Text(max) => Some(max),
        Shape::OneOf(_) | Shape::Subset(_) | Shape::Order(_) | Shape::Map(..) | Shape::Flags(_) | Shape::Path => None,
    }
}

/// Whether `text` is at most so long.
pub(super) fn fits(text: &str, max: u32) -> bool {
    text.encode_utf16().count() <= max as usize
}

/// Whether `given` is a value of `shape`.
pub(super) fn holds(shape: Shape, given: &Given) -> bool {
    match (shape, given) {
        (Shape::OneOf(n), Given::Number(number)) => *number < n,
        (Shape::Subset(n) | Shape::Flags(n), Given::List(list)) => {
            list.iter().all(|at| at.is_some_and(|at| at < n)) && list.is_sorted_by(|a, b| a < b)
        }
        (Shape::Order(n), Given::List(list)) => is_order(n, list),
        (Shape::Map(n, m), Given::List(list)) => list.len() == n as usize && list.iter().flatten().all(|at| *at < m),
        (Shape::Path, Given::List(list)) => list.len() <= Shape::LONGEST_PATH as usize && list.iter().all(Option::is_some),
        (Shape::Decimal | Shape::Text(_), Given::Text(text)) => text_max(shape).is_some_and(|max| fits(text, max)),
        _ => false,
    }
}

/// Whether `list` names each number below `n` once.
fn is_order(n: u32, list: &[Option<u32>]) -> bool {
    let mut sorted: Vec<u32> = list.iter().flatten().copied().collect();
    sorted.sort_unstable();
    list.len() == n as usize && sorted.len() == list.len() && sorted.into_iter().eq(0..n)
}

/// Writes a value that its shape holds.
pub(super) fn write(shape: Shape, given: &Given, into: &mut Writer) {
    match (shape, given) {
        (Shape::OneOf(n), Given::Number(number)) => write_digits(n, &[*number], into),
        (Shape::Subset(n) | Shape::Flags(n), Given::List(list)) => {
            let listed: Vec<u32> = list.iter().flatten().copied().collect();
            write_set(n, |at| listed.contains(&at), into);
        }
        (Shape::Order(n), Given::List(list)) => write_digits(n, &list.iter().flatten().copied().collect::<Vec<_>>(), into),
        (Shape::Map(_, m), Given::List(list)) => {
            write_digits(m + 1, &list.iter().map(|at| at.map_or(0, |at| at + 1)).collect::<Vec<_>>(), into);
        }
        (Shape::Path, Given::List(list)) => {
            into.number(list.len() as u64);
            list.iter().flatten().for_each(|number| into.number(u64::from(*number)));
        }
        (_, Given::Text(text)) => {
            into.number(text.chars().count() as u64);
            text.chars().for_each(|c| into.number(u32::from(c) ^ COMMON));
        }
        _ => {}
    }
}

/// Writes which numbers below `count` there are.
pub(super) fn write_set(count: u32, has: impl Fn(u32) -> bool, into: &mut Writer) {
    write_digits(2, &(0..count).map(|at| u32::from(has(at))).collect::<Vec<_>>(), into);
}

/// Writes digits below `base`, five a number, the first the least.
fn write_digits(base: u32, digits: &[u32], into: &mut Writer) {
    for some in digits.chunks(DIGITS) {
        into.number(some.iter().rev().fold(0, |sum, digit| sum * u64::from(base) + u64::from(*digit)));
    }
}

/// Reads a value. `None` where the numbers hold no such value.
pub(super) fn read(shape: Shape, from: &mut Reader) -> Option<Given> {
    let list = |digits: Vec<u32>| Given::List(digits.into_iter().map(Some).collect());
    let given = match shape {
        Shape::OneOf(n) => Given::Number(*read_digits(n, 1, from)?.first()?),
        Shape::Subset(n) | Shape::Flags(n) => list(read_set(n, from)?),
        Shape::Order(n) => list(read_digits(n, n, from)?),
        Shape::Map(n, m) => Given::List(read_digits(m + 1, n, from)?.into_iter().map(|digit| digit.checked_sub(1)).collect()),
        Shape::Path => {
            let length = from.uint()?.min(Shape::LONGEST_PATH + 1);
            list((0..length).map(|_| from.uint()).collect::<Option<_>>()?)
        }
        Shape::Decimal | Shape::Text(_) => {
            let length = from.number()?;
            let characters = (0..length).map(|_| char::from_u32(from.uint()? ^ COMMON));
            Given::Text(characters.collect::<Option<_>>()?)
        }
    };
    holds(shape, &given).then_some(given)
}

/// Reads which numbers below `count` there are.
pub(super) fn read_set(count: u32, from: &mut Reader) -> Option<Vec<u32>> {
    let digits = read_digits(2, count, from)?;
    Some((0..count).zip(digits).filter_map(|(at, digit)| (digit > 0).then_some(at)).collect())
}

/// Reads so many digits below `base`.
fn read_digits(base: u32, count: u32, from: &mut Reader) -> Option<Vec<u32>> {
    let mut digits = Vec::new();
    while digits.len() < count as usize {
        let mut number = from.number()?;
        for _ in 0..DIGITS.min(count as usize - digits.len()) {
            digits.push(u32::try_from(number % u64::from(base)).ok()?);
            number /= u64::from(base);
        }
        if number > 0 {
            return None;
        }
    }
    Some(digits)
}

/// The largest numbers of a value; of what is typed, of its length.
pub(super) fn largest(shape: Shape) -> Vec<u64> {
    let digits = |base: u32, count: u32| {
        let full = count as usize / DIGITS;
        let power = |digits: usize| u64::from(base).saturating_pow(u32::try_from(digits).unwrap_or(u32::MAX)) - 1;
        let rest = count as usize % DIGITS;
        std::iter::repeat_n(power(DIGITS), full).chain((rest > 0).then(|| power(rest))).collect()
    };
    match shape {
        Shape::OneOf(n) => digits(n, 1),
        Shape::Subset(n) | Shape::Flags(n) => digits(2, n),
        Shape::Order(n) => digits(n, n),
        Shape::Map(n, m) => digits(m.saturating_add(1), n),
        Shape::Path => {
            let numbers = std::iter::repeat_n(u32::MAX.into(), Shape::LONGEST_PATH as usize);
            std::iter::once(Shape::LONGEST_PATH.into()).chain(numbers).collect()
        }
        Shape::Decimal | Shape::Text(_) => vec![text_max(shape).unwrap_or_default().into()],
    }
}

/// The most letters of the characters of a value that is typed.
pub(super) fn text_letters(shape: Shape) -> u64 {
    // Four letters reach 456,975: every UTF-16 code unit, and more than half of a character above U+FFFF.
    text_max(shape).map_or(0, |max| u64::from(max) * letters(0xFFFF))
}
