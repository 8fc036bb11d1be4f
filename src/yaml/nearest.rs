//! The name that was probably meant.

/// The candidate most like `wanted`, if one is like enough to be worth a question.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = wanted.to_lowercase();
    let score = |candidate: &str| strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
    let allowed = (wanted.chars().count() / 3).max(1);
    candidates.into_iter().map(|candidate| (score(candidate), candidate)).filter(|(far, _)| *far <= allowed).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn likely_names_only() {
        assert_eq!(nearest("minuts", ["minutes", "title"]), Some("minutes"));
        assert_eq!(nearest("1.4", ["1.1", "1.3", "LO1"]), Some("1.1"));
        assert_eq!(nearest("lo1", ["LO1"]), Some("LO1"));
        assert_eq!(nearest("prompt", ["title", "text"]), None);
    }
}
