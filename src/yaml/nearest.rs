//! The name that was probably meant.

/// The candidate most like `wanted`, if one is like enough to be worth a question. Of two that are, the one with more of its beginning, then the one
/// that ends nearest to it: `1.3` for `1.4`.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = wanted.to_lowercase();
    let allowed = (wanted.chars().count() / 3).max(1);
    let scored = candidates.into_iter().filter_map(|candidate| {
        let other = candidate.to_lowercase();
        let far = strsim::damerau_levenshtein(&folded, &other);
        let begun = folded.len() >= 3 && (folded.starts_with(&other) && other.len() >= 3 || other.starts_with(&folded)) && far <= 3;
        let shared = folded.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let end = |text: &str| text.chars().nth(shared).map_or(0, u32::from);
        (far <= allowed || begun).then_some((far, std::cmp::Reverse(shared), end(&folded).abs_diff(end(&other)), candidate))
    });
    scored.min().map(|(.., name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn likely_names_only() {
        assert_eq!(nearest("minuts", ["minutes", "title"]), Some("minutes"));
        assert_eq!(nearest("1.4", ["1.1", "1.3", "LO1"]), Some("1.3"));
        assert_eq!(nearest("teach", ["body", "teaches"]), Some("teaches"));
        assert_eq!(nearest("q", ["q-when", "q-gel"]), None);
        assert_eq!(nearest("lo1", ["LO1"]), Some("LO1"));
        assert_eq!(nearest("prompt", ["title", "text"]), None);
    }
}
