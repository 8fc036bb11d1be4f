//! The registered parts of language tags. RFC 5646 3; `subtags.txt` holds the registry of IANA.

/// Why a well-formed language tag is no good one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagFault {
    /// Nobody registered this part of it; the tag that was likely meant.
    Unknown {
        /// What the part would be: `language`, `script`, `region` or `variant`.
        kind: &'static str,
        /// The part as written.
        part: String,
        /// The whole tag that was likely meant.
        meant: Option<String>,
    },
    /// It, or a part of it, is no longer used; the whole tag in place of it.
    Deprecated(String),
    /// It is written in another case than this one. RFC 5646 2.1.1.
    Case(String),
}

static REGISTRY: &str = include_str!("subtags.txt");

/// The fault of `tag`, which is well-formed; `canonical` is the same in canonical case.
pub(super) fn fault(tag: &str, canonical: &str) -> Option<TagFault> {
    let whole = canonical.to_ascii_lowercase();
    if let Some(now) = meaning("grandfathered=", &whole).or_else(|| meaning("redundant=", &whole)) {
        return Some(TagFault::Deprecated(now.to_owned()));
    }
    let parts: Vec<&str> = canonical.split('-').collect();
    let mut now: Vec<String> = Vec::new();
    // What follows a single letter is an extension's or private; `i-...` is registered whole.
    for (place, part) in parts.iter().enumerate() {
        if part.len() == 1 {
            now.extend(parts[place..].iter().map(|part| (*part).to_owned()));
            break;
        }
        let kind = kind(place, part);
        let small = part.to_ascii_lowercase();
        if !is_private(&small, kind) && !registered(kind, &small) {
            let meant = meant(kind, &small).map(|meant| {
                let mut tag: Vec<&str> = parts.clone();
                tag[place] = meant;
                tag.join("-")
            });
            let part = tag.split('-').nth(place).unwrap_or(part).to_owned();
            return Some(TagFault::Unknown { kind: if kind == "extlang" { "language" } else { kind }, part, meant });
        }
        let newer = meaning(&format!("{kind}="), &small).filter(|_| kind != "extlang");
        now.push(newer.map_or_else(|| (*part).to_owned(), str::to_owned));
    }
    let now = now.join("-");
    if now != canonical {
        return Some(TagFault::Deprecated(now));
    }
    (tag != canonical).then(|| TagFault::Case(canonical.to_owned()))
}

/// What the part at `place` is, by its length. RFC 5646 2.2.
fn kind(place: usize, part: &str) -> &'static str {
    let letters = part.chars().all(|c| c.is_ascii_alphabetic());
    match part.len() {
        _ if place == 0 => "language",
        3 if letters => "extlang",
        2 | 3 => "region",
        4 if letters => "script",
        _ => "variant",
    }
}

/// Parts that anybody may give a meaning. RFC 5646 2.2.1, 2.2.3, 2.2.4.
fn is_private(part: &str, kind: &str) -> bool {
    match kind {
        "language" => part.len() == 3 && ("qaa"..="qtz").contains(&part),
        "script" => ("qaaa"..="qabx").contains(&part),
        "region" => part.len() == 2 && (("qm"..="qz").contains(&part) || ("xa"..="xz").contains(&part)),
        _ => false,
    }
}

/// The words of a line of the registry.
fn line(kind: &str) -> impl Iterator<Item = &'static str> {
    let found = REGISTRY.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(' '));
    found.unwrap_or_default().split(' ')
}

fn registered(kind: &str, part: &str) -> bool {
    line(kind).any(|known| known == part)
}

/// What stands behind `key` in a line of pairs.
fn meaning(kind: &str, key: &str) -> Option<&'static str> {
    line(kind).find_map(|pair| pair.split_once('=').filter(|(known, _)| *known == key)).map(|(_, meaning)| meaning)
}

/// What was likely meant: a language by its English name, Great Britain by what its people call it.
fn meant(kind: &str, part: &str) -> Option<&'static str> {
    match kind {
        "language" => meaning("name=", part),
        "region" if part == "uk" => Some("GB"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{TagFault, fault};
    use crate::value::Language;

    fn of(tag: &str) -> Option<TagFault> {
        fault(tag, Language::parse(tag).expect("it is well-formed").as_str())
    }

    #[test]
    fn registered_tags_have_no_fault() {
        for tag in [
            "en",
            "en-GB",
            "cy",
            "de-AT",
            "zh-Hant-TW",
            "sr-Latn",
            "es-419",
            "sl-rozaj",
            "de-DE-1996",
            "qaa",
            "en-x-mine",
            "de-u-co-phonebk",
        ] {
            assert_eq!(of(tag), None, "{tag}");
        }
    }

    #[test]
    fn what_nobody_registered_is_told_with_what_was_meant() {
        let unknown = |kind, part: &str, meant: Option<&str>| {
            Some(TagFault::Unknown { kind, part: part.to_owned(), meant: meant.map(str::to_owned) })
        };
        assert_eq!(of("en-UK"), unknown("region", "UK", Some("en-GB")));
        assert_eq!(of("english"), unknown("language", "english", Some("en")));
        assert_eq!(of("German-AT"), unknown("language", "German", Some("de-AT")));
        assert_eq!(of("en-Ltin"), unknown("script", "Ltin", None));
        assert_eq!(of("xx"), unknown("language", "xx", None));
        assert_eq!(of("en-britain"), unknown("variant", "britain", None));
    }

    #[test]
    fn what_is_no_longer_used_has_a_newer_tag() {
        for (tag, now) in
            [("iw", "he"), ("iw-IL", "he-IL"), ("i-klingon", "tlh"), ("zh-yue", "yue"), ("my-BU", "my-MM"), ("en-GB-oed", "en-GB-oxendict")]
        {
            assert_eq!(of(tag), Some(TagFault::Deprecated(now.to_owned())), "{tag}");
        }
    }

    #[test]
    fn the_case_is_told_where_all_else_is_right() {
        for (tag, canonical) in [("en-gb", "en-GB"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW")] {
            assert_eq!(of(tag), Some(TagFault::Case(canonical.to_owned())), "{tag}");
        }
    }
}
