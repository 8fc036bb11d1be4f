//! Response patterns: xAPI Part 2, 2.4.4.1, "Response Patterns", and appendix C.

use std::collections::{BTreeMap, BTreeSet};

/// Ids of components, by list.
pub(super) type Components = BTreeMap<String, BTreeSet<String>>;

/// Whether `text` is a pattern (`pattern`) or a response of an interaction of type `kind`.
pub(super) fn holds(kind: &str, components: &Components, text: &str, pattern: bool) -> bool {
    let known = |list: &str, id: &str| !id.is_empty() && components.get(list).is_none_or(|ids| ids.contains(id));
    match kind {
        "true-false" => matches!(text, "true" | "false"),
        "choice" => {
            let mut seen = BTreeSet::new();
            text.split("[,]").all(|id| known("choices", id) && seen.insert(id))
        }
        "sequencing" => text.split("[,]").all(|id| known("choices", id)),
        "likert" => known("scale", text),
        "matching" => {
            text.split("[,]").all(|pair| pair.split_once("[.]").is_some_and(|(from, to)| known("source", from) && known("target", to)))
        }
        "performance" => {
            let steps = if pattern { without_parameters(text) } else { text };
            steps.split("[,]").all(|step| step.split_once("[.]").is_some_and(|(id, _)| known("steps", id)))
        }
        "numeric" => is_number(text) || (pattern && is_range(text)),
        _ => true,
    }
}

/// A range; either end may be open, and the lower is not above the upper.
fn is_range(text: &str) -> bool {
    let Some((low, high)) = text.split_once("[:]") else { return false };
    let end = |text: &str| text.is_empty() || is_number(text);
    let ordered = match (low.parse::<f64>(), high.parse::<f64>()) {
        (Ok(low), Ok(high)) => low <= high,
        _ => true,
    };
    end(low) && end(high) && ordered
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// The text without `{case_matters=..}`, `{order_matters=..}` and `{lang=..}` at its front.
fn without_parameters(mut text: &str) -> &str {
    while let Some((_, rest)) = text.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Components, holds};

    #[test]
    fn a_pattern_names_components_in_the_form_of_its_type() {
        let ids = |text: &str| text.split(' ').map(str::to_owned).collect();
        let components: Components = [("choices", "a b c"), ("source", "1 2"), ("target", "x y"), ("scale", "low high"), ("steps", "s t")]
            .map(|(key, list)| (key.to_owned(), ids(list)))
            .into();
        for (kind, good, bad) in [
            ("true-false", &["true", "false"][..], &["t", "True", ""][..]),
            ("choice", &["a", "a[,]c"], &["", "d", "a[,]a", "a,c", "a[,]"]),
            ("sequencing", &["c[,]a[,]b"], &["c[,]d", ""]),
            ("likert", &["low"], &["middle", ""]),
            ("matching", &["1[.]x[,]2[.]y"], &["1", "x[.]1", "1[.]x[,]"]),
            ("performance", &["{order_matters=false}s[.]1[,]t[.]any words"], &["s", "u[.]1"]),
            ("numeric", &["4", "-4.5", "4[:]6", "[:]4", "4[:]"], &["four", "6[:]4", "", "inf", "4[:]six"]),
            ("fill-in", &["{case_matters=false}{lang=en}word", ""], &[]),
        ] {
            for text in good {
                assert!(holds(kind, &components, text, true), "{kind}: {text:?}");
            }
            for text in bad {
                assert!(!holds(kind, &components, text, true), "{kind}: {text:?}");
            }
        }
        assert!(!holds("numeric", &components, "4[:]6", false), "a response is one number");
    }
}
