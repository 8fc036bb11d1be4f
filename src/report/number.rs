//! Points and shares for programs.

use std::fmt;

use serde::{Serialize, Serializer};

/// Thousandths, written as a decimal number: 2500 is `2.5`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub u64);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 1000, self.0 % 1000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let digits = format!("{part:03}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(1000) {
            return serializer.serialize_u64(self.0 / 1000);
        }
        // The shortest text of the nearest float is the very decimal: nothing is computed with it.
        let text = self.to_string();
        match text.parse::<f64>() {
            Ok(number) => serializer.serialize_f64(number),
            Err(_) => serializer.serialize_str(&text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn thousandths_are_decimals() {
        for (thousandths, text) in [(0, "0"), (1000, "1"), (2500, "2.5"), (66_667, "66.667"), (1, "0.001")] {
            assert_eq!(Number(thousandths).to_string(), text);
            assert_eq!(serde_json::to_string(&Number(thousandths)).expect("a number is JSON"), text);
        }
    }
}
