//! Numbers of a numeric item, exact: no float is between an author's number and its ends.

use std::fmt;

use serde_json::{Number, json};

use super::rules::numeric_range;
use crate::yaml::{Cx, Decode, Node, Plain, resolve};

/// One, in the units that a [`Decimal`] counts: ten to the minus seventh. SCORM 2004 RTE 4.1.1.8, real(10,7).
const ONE: i128 = 10_000_000;
/// The longest part before the point.
const LONGEST: usize = 12;

/// A number with at most seven decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal(i128);

impl Decimal {
    /// Reads digits, with a sign and a fraction perhaps. Says what is wrong with other ones.
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if fraction.len() > 7 {
            return Err("a number has seven decimals at most");
        }
        if whole.len() > LONGEST {
            return Err("a number has twelve digits before its point at most");
        }
        let number: i128 = format!("{whole}{fraction:0<7}").parse().map_err(|_| "write a number in digits, such as `12.5`")?;
        Ok(Self(if text.starts_with('-') { -number } else { number }))
    }

    pub(super) fn is_negative(self) -> bool {
        self.0 < 0
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// `percent` per cent of its size, rounded half up to seven decimals.
    pub(super) fn share(self, percent: Self) -> Self {
        Self((2 * self.0.abs() * percent.0 + 100 * ONE) / (200 * ONE))
    }

    /// The number as JSON has it.
    pub(super) fn number(self) -> Number {
        let whole = i64::try_from(self.0 / ONE).ok().filter(|_| self.0 % ONE == 0).map(Number::from);
        whole.or_else(|| Number::from_f64(self.float())).unwrap_or_else(|| Number::from(0))
    }

    /// The nearest float, which is what JavaScript makes of its digits.
    pub(super) fn float(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let digits = format!("{part:07}");
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{digits}") }
    }
}

impl Decode for Decimal {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let plain = node.plain().map(|text| (text, resolve(&text.text)));
        let Some((text, Plain::Number(number))) = plain else {
            cx.expected("a number", node);
            return None;
        };
        Decimal::parse(number).map_err(|look| cx.push(numeric_range::form(number, look, text.span))).ok()
    }
}

/// What a learner typed, as numbers it may mean: a comma or a point stands before decimals, or groups thousands. What comes behind the last digit, such
/// as a unit, is left out.
pub(super) fn readings(typed: &str) -> Vec<f64> {
    let typed = typed.trim_end_matches(|c: char| !c.is_ascii_digit());
    let dash = |c| if c == '\u{2212}' { '-' } else { c };
    let text: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}').map(dash).collect();
    let forms = [text.replacen(',', ".", 1), ungrouped(&text, ','), ungrouped(&text, '.').replacen(',', ".", 1)];
    forms.iter().filter(|form| is_number(form)).filter_map(|form| form.parse().ok()).collect()
}

/// Without each `separator` that stands before exactly three digits.
fn ungrouped(text: &str, separator: char) -> String {
    let groups = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits == 3
    };
    text.char_indices().filter(|(at, c)| !(*c == separator && groups(&text[at + 1..]))).map(|(_, c)| c).collect()
}

/// `12`, `-.5`, `+3.0`.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && !fraction.is_empty() && (!whole.is_empty() || unsigned.starts_with('.'))
}

/// A value for JSON, null where there is no end.
pub(super) fn end(end: Option<Decimal>) -> serde_json::Value {
    end.map_or(serde_json::Value::Null, |end| json!(end.number()))
}

#[cfg(test)]
mod tests {
    use super::{Decimal, readings};

    #[test]
    fn exact_as_written() {
        for (text, shown) in [("12", "12"), ("-0.50", "-0.5"), ("0.0000001", "0.0000001"), ("+7.10", "7.1"), ("0", "0")] {
            assert_eq!(Decimal::parse(text).map(|number| number.to_string()), Ok(shown.to_owned()));
        }
        assert!(Decimal::parse("0.00000001").is_err());
        assert!(Decimal::parse("1000000000000").is_err());
    }

    #[test]
    fn five_per_cent() {
        let of = |number: &str, percent: &str| {
            let parse = |text| Decimal::parse(text).expect("a number");
            parse(number).share(parse(percent)).to_string()
        };
        assert_eq!(of("20", "5"), "1");
        assert_eq!(of("-20", "2.5"), "0.5");
        assert_eq!(of("0.0000003", "50"), "0.0000002");
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (typed, numbers) in [
            ("20", vec![20.0, 20.0, 20.0]),
            (" 1 000,5 ", vec![1000.5, 1000.5]),
            ("1,000", vec![1.0, 1000.0, 1.0]),
            ("1.250", vec![1.25, 1.25, 1250.0]),
            ("1,000,000.5", vec![1_000_000.5]),
            ("\u{2212}3", vec![-3.0, -3.0, -3.0]),
            (".5", vec![0.5, 0.5, 0.5]),
            ("20 °C", vec![20.0, 20.0, 20.0]),
            ("about 20", vec![]),
            ("1e3", vec![]),
            ("", vec![]),
            ("-", vec![]),
            ("1.", vec![1.0, 1.0, 1.0]),
        ] {
            assert_eq!(readings(typed), numbers, "{typed}");
        }
    }
}
