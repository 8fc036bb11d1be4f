//! One value of a response as bits, by its shape.

use super::Given;
use super::bits::{Reader, Writer};
use crate::item::Shape;

/// The longest `decimal`, in UTF-16 code units.
pub(super) const DECIMAL_MAX: u32 = 24;

/// How many bits a number below `n` needs.
pub(super) fn width(n: u32) -> u32 {
    n.saturating_sub(1).checked_ilog2().map_or(0, |log| log + 1)
}

/// The most UTF-16 code units of a shape that is typed.
pub(super) fn text_max(shape: Shape) -> Option<u32> {
    match shape {
        Shape::Decimal => Some(DECIMAL_MAX),
        Shape::Text(max) => Some(max),
        Shape::OneOf(_) | Shape::Subset(_) | Shape::Order(_) | Shape::Map(..) | Shape::Flags(_) => None,
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

/// Writes a value that its shape holds; nothing for what is typed.
pub(super) fn write(shape: Shape, given: &Given, into: &mut Writer) {
    match (shape, given) {
        (Shape::OneOf(n), Given::Number(number)) => into.number(*number, width(n)),
        (Shape::Subset(n) | Shape::Flags(n), Given::List(list)) => (0..n).for_each(|at| into.bit(list.contains(&Some(at)))),
        (Shape::Order(n), Given::List(list)) => list.iter().flatten().for_each(|at| into.number(*at, width(n))),
        (Shape::Map(_, m), Given::List(list)) => list.iter().for_each(|at| into.number(at.map_or(0, |at| at + 1), width(m + 1))),
        _ => {}
    }
}

/// Reads a value; an empty text for what is typed. `None` where the bits hold no such value.
pub(super) fn read(shape: Shape, from: &mut Reader) -> Option<Given> {
    let given = match shape {
        Shape::OneOf(n) => Given::Number(from.number(width(n))?),
        Shape::Subset(n) | Shape::Flags(n) => {
            let mut list = Vec::new();
            for at in 0..n {
                if from.bit()? {
                    list.push(Some(at));
                }
            }
            Given::List(list)
        }
        Shape::Order(n) => Given::List((0..n).map(|_| from.number(width(n)).map(Some)).collect::<Option<_>>()?),
        Shape::Map(n, m) => {
            let places = (0..n).map(|_| from.number(width(m + 1)).map(|at| at.checked_sub(1)));
            Given::List(places.collect::<Option<_>>()?)
        }
        Shape::Decimal | Shape::Text(_) => Given::Text(String::new()),
    };
    holds(shape, &given).then_some(given)
}

/// The most bits of a value that is not typed.
pub(super) fn bits(shape: Shape) -> u64 {
    let product = |n: u32, m: u32| u64::from(n) * u64::from(m);
    match shape {
        Shape::OneOf(n) => u64::from(width(n)),
        Shape::Subset(n) | Shape::Flags(n) => u64::from(n),
        Shape::Order(n) => product(n, width(n)),
        Shape::Map(n, m) => product(n, width(m.saturating_add(1))),
        Shape::Decimal | Shape::Text(_) => 0,
    }
}
