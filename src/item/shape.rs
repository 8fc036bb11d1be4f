//! What a stored response can be, computed when compiling: the codecs know shapes, never item types.

use std::fmt;

/// The shape of one value of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// One number below `n`.
    OneOf(u32),
    /// Any set of numbers below `n`.
    Subset(u32),
    /// A permutation of the numbers below `n`.
    Order(u32),
    /// For each number below the first, none or one number below the second.
    Map(u32, u32),
    /// A decimal number, as text of at most 24 characters.
    Decimal,
    /// Text of at most so many UTF-16 code units (what `maxlength` counts).
    Text(u32),
    /// So many independent bits.
    Flags(u32),
    /// A way through a case study: at most [`Shape::LONGEST_PATH`] numbers, two a step.
    Path,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(n) => write!(f, "one-of({n})"),
            Self::Subset(n) => write!(f, "subset({n})"),
            Self::Order(n) => write!(f, "order({n})"),
            Self::Map(n, m) => write!(f, "map({n},{m})"),
            Self::Decimal => f.write_str("decimal"),
            Self::Text(max) => write!(f, "text({max})"),
            Self::Flags(n) => write!(f, "flags({n})"),
            Self::Path => f.write_str("path"),
        }
    }
}

impl Shape {
    /// The most numbers in a way through a case study.
    pub const LONGEST_PATH: u32 = 120;

    /// Reads a shape as [`Display`](fmt::Display) writes it; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "decimal" {
            return Some(Self::Decimal);
        }
        if text == "path" {
            return Some(Self::Path);
        }
        let (name, numbers) = text.strip_suffix(')')?.split_once('(')?;
        let numbers: Vec<u32> = numbers.split(',').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        match (name, numbers.as_slice()) {
            ("one-of", [n]) => Some(Self::OneOf(*n)),
            ("subset", [n]) => Some(Self::Subset(*n)),
            ("order", [n]) => Some(Self::Order(*n)),
            ("map", [n, m]) => Some(Self::Map(*n, *m)),
            ("text", [max]) => Some(Self::Text(*max)),
            ("flags", [n]) => Some(Self::Flags(*n)),
            _ => None,
        }
    }
}
