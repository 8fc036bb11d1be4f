//! Shares, which are never ambiguous: `80%` or `0.8`.

use crate::value::Thousandths;
use crate::yaml::{Cx, Decode, Kind, Node, Style, rules};

/// A share above nothing, up to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share(pub Thousandths);

const LOOK: &str = "write a share as `80%` or `0.8`, above nothing and up to `100%`: `80` and `1` could be read in two ways";

impl Decode for Share {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Kind::Scalar(text, Style::Plain | Style::Quoted) = &node.kind else {
            cx.expected("a share such as `80%`, or `0.8`", node);
            return None;
        };
        let share = parse(text.text.trim());
        if share.is_none() {
            cx.push(rules::malformed(&text.text, text.span, LOOK));
        }
        share.map(|share| Self(Thousandths(share)))
    }
}

/// Thousandths of one; per cents have one decimal at most.
fn parse(text: &str) -> Option<u32> {
    let (digits, places) = match text.strip_suffix('%') {
        Some(percent) => (percent.trim_end().to_owned(), 1),
        None if text.starts_with("0.") => (text.to_owned(), 3),
        None => return None,
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let fits = fraction.len() <= places && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !fits || whole.is_empty() || digits.ends_with('.') {
        return None;
    }
    let share: u32 = format!("{whole}{fraction:0<places$}").parse().ok()?;
    (1..=1000).contains(&share).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn two_ways_to_write_a_share() {
        for (text, share) in [
            ("80%", Some(800)),
            ("66.5%", Some(665)),
            ("0.8", Some(800)),
            ("0.665", Some(665)),
            ("100%", Some(1000)),
            ("80", None),
            ("1", None),
            ("1.0", None),
        ] {
            assert_eq!(parse(text), share, "{text}");
        }
        for text in ["0%", "0.0", "101%", "0.6666", "66.55%", "%", ".5", "-5%", "0.", "5.%", "+8%"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
