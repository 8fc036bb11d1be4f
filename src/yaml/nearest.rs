//! The name that was probably meant.

use std::cmp::Reverse;

/// A name of more bytes is none that was misspelt.
const LONGEST: usize = 200;

/// The candidate most like `wanted`, if one is like enough to be worth a question. Of two that are, the one with more of its beginning, then the one
/// that ends nearest to it: `1.3` for `1.4`.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut scored = likely(wanted, candidates);
    scored.sort_unstable();
    scored.first().map(|(.., name)| *name)
}

/// The candidate that was certainly meant: the only one that is a slip away from `wanted`, or the only one that is like it at all, where `wanted` is
/// no short word and has the same digits. `LO11` may be `LO1`
/// or `LO12`, and who writes `q-3` may mean a question that is not written yet.
pub fn certain<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let likely = likely(wanted, candidates);
    let slips: Vec<_> = likely.iter().filter(|(far, ..)| *far <= 1).collect();
    let only = match (slips.as_slice(), likely.as_slice()) {
        ([(.., only)], _) | ([], [(.., only)]) => Some(*only),
        _ => None,
    };
    only.filter(|only| wanted.chars().count() >= 4 && digits(wanted) == digits(only))
}

/// How far a candidate is: edits, whether its length is another, how much of the beginning is shared (the more the better), how far the next characters are apart.
type Far<'a> = (usize, bool, Reverse<usize>, u32, &'a str);

/// The candidates that are like `wanted`.
fn likely<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<Far<'a>> {
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let folded = wanted.to_lowercase();
    let allowed = (wanted.chars().count() / 3).max(1);
    let scored = candidates.into_iter().filter_map(|candidate| {
        let other = candidate.to_lowercase();
        let far = strsim::damerau_levenshtein(&folded, &other);
        let begun = folded.len() >= 3 && (folded.starts_with(&other) && other.len() >= 3 || other.starts_with(&folded)) && far <= 3;
        let shared = folded.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let end = |text: &str| text.chars().nth(shared).map_or(0, u32::from);
        let longer = folded.chars().count() != other.chars().count();
        (far <= allowed || begun).then_some((far, longer, Reverse(shared), end(&folded).abs_diff(end(&other)), candidate))
    });
    scored.collect()
}

#[cfg(test)]
mod tests {
    use super::{certain, nearest};

    #[test]
    fn likely_names_only() {
        assert_eq!(nearest("minuts", ["minutes", "title"]), Some("minutes"));
        assert_eq!(nearest("1.4", ["1.1", "1.3", "LO1"]), Some("1.3"));
        assert_eq!(nearest("teach", ["body", "teaches"]), Some("teaches"));
        assert_eq!(nearest("q", ["q-when", "q-gel"]), None);
        assert_eq!(nearest("lo1", ["LO1"]), Some("LO1"));
        assert_eq!(nearest("captiosn", ["caption", "captions"]), Some("captions"));
        assert_eq!(nearest("prompt", ["title", "text"]), None);
    }

    #[test]
    fn certain_names_only() {
        assert_eq!(certain("pass_mrak", ["pass_mark", "purpose"]), Some("pass_mark"));
        assert_eq!(certain("q-secods", ["q-seconds", "t-seconds"]), Some("q-seconds"));
        assert_eq!(certain("q-secod", ["q-second", "q-seconds"]), Some("q-second"));
        for (wanted, known) in [("1.4", ["1.1", "1.3"]), ("q-one", ["q-on", "q-ones"]), ("item-3", ["item-2", "x"]), ("og", ["or", "x"])] {
            assert_eq!(certain(wanted, known), None, "{wanted}");
        }
    }
}
