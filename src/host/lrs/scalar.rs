//! Texts with a form: IRIs, UUIDs, times, languages.

use std::sync::LazyLock;

use regex::Regex;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns here are constants and a test compiles each")
}

static UUID: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
static TIME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\d{4}-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$"));
static DURATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^P(\d+(\.\d+)?W|(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?D)?(T(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?)$")
});
static MAILTO: LazyLock<Regex> = LazyLock::new(|| pattern(r"^mailto:[^@\s]+@[^@\s]+$"));
static SHA1: LazyLock<Regex> = LazyLock::new(|| pattern("^[0-9a-fA-F]{40}$"));
static VERSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"^1\.0(\.\d+)?$"));

/// xAPI Part 2, 2.2: an IRI with a scheme.
pub(super) fn is_iri(text: &str) -> bool {
    oxiri::Iri::parse(text).is_ok()
}

/// RFC 4122, in its string form.
pub(super) fn is_uuid(text: &str) -> bool {
    UUID.is_match(text)
}

/// RFC 3339; xAPI Part 2, 4.5: an offset of `-00:00` is none.
pub(super) fn is_time(text: &str) -> bool {
    let Some(found) = TIME.captures(text) else { return false };
    let number = |at: usize| found.get(at).and_then(|part| part.as_str().parse::<u32>().ok()).unwrap_or(0);
    let year = text[..4].parse::<u32>().unwrap_or(0);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match number(1) {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&number(2)) && !text.ends_with("-00:00")
}

/// An ISO 8601 duration; xAPI Part 2, 4.6.
pub(super) fn is_duration(text: &str) -> bool {
    DURATION.is_match(text) && text.len() > 1 && !text.ends_with('T')
}

/// An address as agents have it; xAPI Part 2, 2.4.2.3.
pub(super) fn is_mailto(text: &str) -> bool {
    MAILTO.is_match(text) && is_iri(text)
}

/// A SHA-1 in hexadecimal.
pub(super) fn is_sha1(text: &str) -> bool {
    SHA1.is_match(text)
}

/// A language tag of RFC 5646.
pub(super) fn is_language(text: &str) -> bool {
    oxilangtag::LanguageTag::parse(text).is_ok()
}

/// A version of xAPI that is spoken here: 1.0 and its patches.
pub(super) fn is_version(text: &str) -> bool {
    VERSION.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{is_duration, is_iri, is_language, is_mailto, is_sha1, is_time, is_uuid, is_version};

    #[test]
    fn each_form_has_good_and_bad_texts() {
        type Row = (&'static str, fn(&str) -> bool, &'static [&'static str], &'static [&'static str]);
        let rows: &[Row] = &[
            ("iri", is_iri, &["http://a.example/x", "urn:x:1", "http://a.example/é"], &["x", "/x", "http://a b", ""]),
            (
                "uuid",
                is_uuid,
                &["6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f"],
                &["6f1c8f2e6a1b4c3d8e9f0a1b2c3d4e5f", "{6f1c8f2e-6a1b-4c3d-8e9f-0a1b2c3d4e5f}", ""],
            ),
            (
                "time",
                is_time,
                &["2026-11-21T20:00:00Z", "2026-11-21T20:00:00.123Z", "2024-02-29T00:00:00+01:00"],
                &[
                    "2026-11-21",
                    "2026-11-21T20:00:00",
                    "2026-02-29T00:00:00Z",
                    "2026-13-01T00:00:00Z",
                    "2026-11-21T24:00:00Z",
                    "2026-11-21T20:00:00-00:00",
                ],
            ),
            ("duration", is_duration, &["PT0S", "PT1H2M3.45S", "P1DT1S", "P2W"], &["P", "PT", "P1DT", "1H", "PT1S1M", "-PT1S"]),
            ("mailto", is_mailto, &["mailto:a@b.example"], &["a@b.example", "mailto:a", "mailto:a b@c.example"]),
            ("sha1", is_sha1, &["da39a3ee5e6b4b0d3255bfef95601890afd80709"], &["da39", "zz39a3ee5e6b4b0d3255bfef95601890afd80709"]),
            ("language", is_language, &["en", "en-GB", "zh-Hans"], &["", "en_GB", "english language"]),
            ("version", is_version, &["1.0", "1.0.0", "1.0.3"], &["1", "1.1.0", "2.0.0", "0.95", ""]),
        ];
        for (name, holds, good, bad) in rows {
            for text in *good {
                assert!(holds(text), "{name}: {text:?}");
            }
            for text in *bad {
                assert!(!holds(text), "{name}: {text:?}");
            }
        }
    }
}
