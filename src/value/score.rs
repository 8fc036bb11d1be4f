//! Points and shares, in whole thousandths: no float ever decides a pass.

use std::fmt;

/// A number of thousandths: 1 point is `1000`, 80 % is `800`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thousandths(pub u32);

impl Thousandths {
    /// One whole.
    pub const ONE: Self = Self(1000);
}

impl fmt::Display for Thousandths {
    /// Writes `1`, `0.5`, `12.125`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 1000, self.0 % 1000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let digits = format!("{part:03}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}
