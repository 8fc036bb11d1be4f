//! Passwords, keys and tokens. In: texts. Out: where one stands. Prose about passwords is none.

use std::ops::Range;
use std::sync::LazyLock;

use rayon::prelude::*;
use regex::{Captures, Regex};

use super::rules::secret;
use crate::diag::{Diagnostic, Span};
use crate::source::Sources;

/// A secret in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Secret {
    /// What it is, with an article.
    pub(super) kind: &'static str,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

impl Secret {
    /// Enough of it to find it by, not enough to use it.
    pub(super) fn excerpt(&self, text: &str) -> String {
        let start: String = text[self.range.clone()].chars().take(4).collect();
        format!("{start}…")
    }
}

/// Each secret has a form of its own, found as a group of this name.
static FORMS: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"(?:[Bb]asic|BASIC)\s+(?<basic>[A-Za-z0-9+/]{15,}={0,2})",
        r"(?:[Bb]earer|BEARER)\s+(?<bearer>[A-Za-z0-9+/=_.~-]{16,})",
        r#"[A-Za-z]:(?:\\?/){2}(?<login>[^\s/?#@:"'<>\\]+:[^\s/?#@"'<>\\]+)@(?<host>[A-Za-z0-9.-]+)"#,
        r#"(?i-u:password|passwd|passphrase|pwd|secret|api[_-]?key|access[_-]?key|token)(?:&quot;|["'`])?\s*[:=]\s*(?:&quot;|["'`])?(?<named>[A-Za-z0-9+/=_.~!@\#$%^*-]{16,})"#,
        r"(?<jwt>eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})",
        r"(?<key>(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[0-9A-Za-z_]{30,}|AIza[0-9A-Za-z_-]{35}|xox[abprs]-[0-9A-Za-z-]{16,}|[sr]k_live_[0-9A-Za-z]{20,}|glpat-[0-9A-Za-z_-]{20,}|npm_[A-Za-z0-9]{36})",
        r"(?<pem>-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)",
    ];
    Regex::new(&forms.join("|")).expect("the forms are constants, and a test runs them")
});

/// What a key of a service has in it, and a token of JSON.
static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    let signs = "eyJ|AKIA|ASIA|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|AIza|xox|k_live_|glpat-|npm_";
    Regex::new(signs).expect("the signs are constants, and a test runs them")
});

/// Bytes before and after a place of interest that a secret may have.
const AROUND: usize = 512;

/// Every secret in `text`. Most of a text is passed over: a secret is a long word, stands before an `@`, or calls itself a key.
pub(super) fn secrets(text: &str) -> Vec<Secret> {
    let mut places: Vec<Range<usize>> = Vec::new();
    words(text.as_bytes(), |word| {
        if is_likely(text, &word) {
            places.push(word);
        }
    });
    places.extend(memchr::memchr_iter(b'@', text.as_bytes()).map(|at| at..at + 1));
    places.extend(memchr::memmem::find_iter(text.as_bytes(), "PRIVATE KEY").map(|at| at..at + 1));
    places.sort_unstable_by_key(|place| place.start);
    let mut found: Vec<Secret> = Vec::new();
    let mut stretch = 0..0;
    let mut look = |stretch: &Range<usize>| {
        let inside = FORMS.captures_iter(&text[stretch.clone()]).filter_map(|captures| recognise(&captures));
        found.extend(inside.map(|one| Secret { range: one.range.start + stretch.start..one.range.end + stretch.start, ..one }));
    };
    for place in places {
        let start = (0..=place.start.saturating_sub(AROUND)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let end = (place.end + AROUND..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        if start > stretch.end {
            look(&stretch);
            stretch = start..end;
        }
        stretch.end = stretch.end.max(end);
    }
    look(&stretch);
    found
}

/// So many letters has a secret at least that is one word.
const LEAST: usize = 15;

/// Whether a secret can have that byte in it, one that is one word.
const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'.' | b'~' | b'!' | b'@' | b'#' | b'$' | b'%' | b'^' | b'*' | b'-')
}

/// The same by byte, 1 where it can.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        {
            letters[byte] = is_letter(byte as u8) as u8;
        }
        byte += 1;
    }
    letters
};

/// Of `LEAST` letters in a row, so many at least stand together at a place that so many divide.
const TOGETHER: usize = LEAST.div_ceil(2);

/// Gives `found` the words of `text` that have as many letters as a secret. A word begins to count where it fills a stretch of [`TOGETHER`]
/// bytes, which are looked at as one: most stretches of prose and of markup have a sign between words.
fn words(text: &[u8], mut found: impl FnMut(Range<usize>)) {
    let letter = |byte: &u8| LETTERS[usize::from(*byte)];
    // Nothing before `from` belongs to a word that has not been told.
    let (mut from, mut at) = (0, 0);
    for stretch in text.as_chunks::<TOGETHER>().0 {
        // Without a branch for each byte, none of which could be foreseen.
        if stretch.iter().fold(1, |all, byte| all & letter(byte)) == 1 && at >= from {
            let start = at - text[from..at].iter().rev().take_while(|byte| letter(byte) == 1).count();
            let end = at + text[at..].iter().take_while(|byte| letter(byte) == 1).count();
            from = end;
            if end - start >= LEAST {
                found(start..end);
            }
        }
        at += TOGETHER;
    }
}

/// Whether the word at `place` may be a secret, or hold one.
fn is_likely(text: &str, place: &Range<usize>) -> bool {
    let word = &text[place.clone()];
    let is_basic = || {
        let before = &text[..place.start];
        let name = before.trim_end();
        name.len() < before.len() && ["asic", "ASIC"].iter().any(|sign| name.ends_with(sign))
    };
    let has_digit = || word.bytes().any(|byte| byte.is_ascii_digit());
    has_digit() && is_random(word) || word.len() >= 20 && SIGNS.is_match(word) || is_basic()
}

/// Every secret in the texts of a course, those among its media too.
#[must_use]
pub fn secrets_in_sources(sources: &Sources) -> Vec<Diagnostic> {
    let of_media = sources.media_files().filter_map(|media| sources.media_text(media)?.ok());
    let texts: Vec<_> = sources.texts().map(|(_, file)| file).chain(of_media).collect();
    let found: Vec<Vec<Diagnostic>> = texts
        .par_iter()
        .map(|&file| {
            let place = |range: &Range<usize>| Span::new(file, range.start, range.end);
            secrets(sources.content(file)).iter().map(|found| secret::in_source(found.kind, place(&found.range))).collect()
        })
        .collect();
    found.into_iter().flatten().collect()
}

fn recognise(captures: &Captures<'_>) -> Option<Secret> {
    type Holds = fn(&str) -> bool;
    let kinds: [(&str, &'static str, Holds); 7] = [
        ("basic", "a name with its password", is_login),
        ("bearer", "an access token", is_random),
        ("login", "an address with a password", |login| !is_placeholder(login)),
        ("named", "a password or key", is_random),
        ("jwt", "an access token", |_| true),
        ("key", "the key of a service", |key| !key.ends_with("EXAMPLE")),
        ("pem", "a private key", |_| true),
    ];
    let (group, kind, holds) = kinds.into_iter().find_map(|(name, kind, holds)| Some((captures.name(name)?, kind, holds)))?;
    let at_home = captures.name("host").is_some_and(|host| is_example(host.as_str()));
    (holds(group.as_str()) && !at_home).then(|| Secret { kind, range: group.range() })
}

/// Whether the password of `name:password` is a word that stands for one.
fn is_placeholder(login: &str) -> bool {
    const WORDS: [&str; 9] = ["password", "passwd", "pass", "pwd", "pw", "secret", "token", "key", "p%40ssword"];
    let password = login.split_once(':').map_or("", |(_, password)| password).to_ascii_lowercase();
    WORDS.contains(&password.as_str()) || password.chars().all(|c| matches!(c, '*' | 'x' | '.' | '…' | '{' | '}'))
}

/// Whether `host` is one of those that RFC 2606 keeps for examples.
fn is_example(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    ["example", "example.com", "example.net", "example.org", "test", "invalid"]
        .iter()
        .any(|name| host == *name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.')))
}

/// Whether `text` is the Base64 of `name:password`. RFC 7617.
fn is_login(text: &str) -> bool {
    decode(text.trim_end_matches('=')).is_some_and(|bytes| bytes.contains(&b':') && bytes.iter().all(|byte| (b' '..=b'~').contains(byte)))
}

/// The bytes of Base64 without its padding. RFC 4648 4.
fn decode(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if text.len() % 4 == 1 {
        return None;
    }
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|&one| one == byte)?;
        held = (held << 6 | u32::try_from(value).ok()?) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// Whether `text` was hardly written by a person: letters and digits that change places again and again inside one word.
fn is_random(text: &str) -> bool {
    let kind = |c: char| match c {
        'A'..='Z' => 1,
        'a'..='z' => 2,
        '0'..='9' => 3,
        _ => 0,
    };
    let mut kinds = text.chars().map(kind).peekable();
    let (mut changes, mut digits, mut letters) = (0, false, false);
    while let Some(now) = kinds.next() {
        digits |= now == 3;
        letters |= now == 1 || now == 2;
        // From upper to lower case is how a word begins; what is no letter or digit parts words.
        changes += usize::from(kinds.peek().is_some_and(|&next| now != 0 && next != 0 && now != next && (now, next) != (1, 2)));
    }
    digits && letters && changes >= 4
}

#[cfg(test)]
mod tests {
    use super::secrets;

    fn kinds(text: &str) -> Vec<(&'static str, &str)> {
        secrets(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
    }

    #[test]
    fn secrets_are_found_where_they_stand() {
        let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N";
        for (text, kind, value) in [
            ("Authorization: Basic bGVhcm5lcjpYazI5dlE3TG00VHo=", "a name with its password", "bGVhcm5lcjpYazI5dlE3TG00VHo="),
            ("\"auth\":\"basic a2V5OmFiYzEyM2RlZjQ1Ng==\"", "a name with its password", "a2V5OmFiYzEyM2RlZjQ1Ng=="),
            ("Authorization: Bearer 8f3kD92mQ0pLx7Zt", "an access token", "8f3kD92mQ0pLx7Zt"),
            ("see https://admin:hunter2@lrs.acme.edu/xapi", "an address with a password", "admin:hunter2"),
            (r#"{"u":"https:\/\/key:S3cr3tZ@lrs.acme.edu"}"#, "an address with a password", "key:S3cr3tZ"),
            ("password: Xk29vQ7Lm4TzPw81", "a password or key", "Xk29vQ7Lm4TzPw81"),
            ("\"apiKey\": \"a8f5f167f44f4964e6c998dee827110c\"", "a password or key", "a8f5f167f44f4964e6c998dee827110c"),
            ("&quot;client_secret&quot;: &quot;9aB3xY7qL0mN5vR2&quot;", "a password or key", "9aB3xY7qL0mN5vR2"),
            ("API_KEY=q1W2e3R4t5Y6u7I8", "a password or key", "q1W2e3R4t5Y6u7I8"),
            (jwt, "an access token", jwt),
            ("id AKIAQ3EGRZ7YLMN2XWTB.", "the key of a service", "AKIAQ3EGRZ7YLMN2XWTB"),
            ("ghp_0123456789abcdefghijABCDEFGHIJ012345", "the key of a service", "ghp_0123456789abcdefghijABCDEFGHIJ012345"),
            ("-----BEGIN RSA PRIVATE KEY-----\nMIIE", "a private key", "-----BEGIN RSA PRIVATE KEY-----"),
        ] {
            assert_eq!(kinds(text), [(kind, value)], "{text}");
        }
    }

    #[test]
    fn a_secret_is_found_wherever_it_stands() {
        let hidden = "https://admin:hunter2@lrs.acme.edu";
        for before in [0, 1, 63, 64, 65, 511, 512, 513, 700, 5000] {
            let text = format!("{}token {} {hidden}{}", "é".repeat(before), "ü".repeat(before), "ß".repeat(before));
            assert_eq!(kinds(&text), [("an address with a password", "admin:hunter2")], "{before}");
        }
        assert_eq!(kinds(&format!("{hidden} {hidden}")).len(), 2);
    }

    #[test]
    fn prose_about_passwords_is_no_secret() {
        for text in [
            "Password: at least 12 characters, with letters, digits and signs.",
            "A good passphrase: correct-horse-battery-staple-2026.",
            "The password `Tr0ub4dor&3` is weak; so is `Password1234`.",
            "Basic responsibilities include verifying who calls. BASIC understanding of authentication.",
            "The bearer acknowledgements-and-responsibilities-of-2026 form is signed.",
            "Never tell a customer's password. Secret: it is what only you know.",
            "token: customer-verification-step-2-of-3-completed",
            "secret = underpromiseAndOverdeliverAlways",
            "Write https://user:password@host, as in ftp://anonymous:guest@ftp.example.org, never in a mail.",
            "https://medium.com/@writer/a:b and mailto:someone@example.com and 12:30:45@noon",
            "postgres://name:***@db.acme.edu",
            "AKIAIOSFODNN7EXAMPLE is the key in the manual.",
            "An Authorization header carries who you are. password=\"\" token: null",
            "api key: ask your administrator. API-Key: 0000000000000000",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
