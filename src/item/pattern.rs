//! Regular expressions that mean the same in Rust's `regex` and in JavaScript with flag `u`, and end soon in both.
//!
//! A subset: literals, `.`, classes, `\d \w \s`, groups, `|`, `* + ? {n,m}`. A backtracking engine tries at most [`TRIES`] ways through one.

use regex::{Regex, RegexBuilder};

use super::fold::{Ignore, reported};

/// What `*` and `+` are counted as: the longest answer there is.
const LONGEST: u32 = 250;
/// So many ways through an answer may there be at most.
const TRIES: u64 = 1 << 24;
/// White space of JavaScript, ECMA-262 12.2.
const SPACE: &str = r"\t\n\u{B}\f\r\u{20}\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// A pattern that holds for the whole answer.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// As written, which is JavaScript.
    pub(super) source: String,
    regex: Regex,
    /// Some texts that it describes, short ones.
    samples: Vec<String>,
}

/// What a piece of a pattern can be.
struct Piece {
    /// So many ways there are through it.
    ways: u64,
    /// Some texts that it describes.
    samples: Vec<String>,
}

/// So many texts are tried at most.
const SAMPLES: usize = 16;

/// Why a pattern is refused, and the bytes of it that are the reason.
pub(super) type Refusal = (std::ops::Range<usize>, &'static str);

impl Pattern {
    /// Reads a pattern.
    pub(super) fn read(source: &str, ignore_case: bool) -> Result<Self, Refusal> {
        let mut scan = Scan { source, at: 0, rust: String::new(), depth: 0 };
        let Piece { ways, samples } = scan.alternatives()?;
        if scan.at < source.len() {
            return Err((scan.at..scan.at + 1, "this `)` closes nothing; write `\\)` for the character"));
        }
        let whole = 0..source.len();
        if ways > TRIES {
            return Err((whole, "there are too many ways to match an answer with it; use fewer `*`, `+` and `?`, and none around another"));
        }
        let rust = format!("^(?:{})$", scan.rust);
        let regex = RegexBuilder::new(&rust).case_insensitive(ignore_case).size_limit(1 << 20).build();
        let regex = regex.map_err(|_| (whole, "it cannot be read as a regular expression, or is too large"))?;
        Ok(Self { source: source.to_owned(), regex, samples })
    }

    /// Whether a text that it describes is an answer, and is met when what is ignored has been taken from it.
    pub(super) fn can_be_met(&self, ignore: Ignore) -> bool {
        let met = |sample: &String| !reported(sample).is_empty() && self.is_match(&ignore.fold_but_case(sample));
        self.samples.iter().any(|sample| sample.encode_utf16().count() <= LONGEST as usize && met(sample))
    }

    /// The shortest text that is known to be described, in UTF-16 code units.
    pub(super) fn shortest(&self) -> usize {
        self.samples.iter().map(|sample| sample.encode_utf16().count()).min().unwrap_or(0)
    }

    /// Whether the whole of `text` is met.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

struct Scan<'s> {
    source: &'s str,
    at: usize,
    /// The same in Rust's words.
    rust: String,
    depth: u32,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.source[self.at..].starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// `a|b`.
    fn alternatives(&mut self) -> Result<Piece, Refusal> {
        let mut all = self.sequence()?;
        while self.eat("|") {
            self.rust.push('|');
            let other = self.sequence()?;
            all.ways = all.ways.saturating_add(other.ways);
            all.samples.extend(other.samples);
        }
        all.samples.truncate(SAMPLES);
        Ok(all)
    }

    fn sequence(&mut self) -> Result<Piece, Refusal> {
        let mut all = Piece { ways: 1, samples: vec![String::new()] };
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let start = self.at;
            let inner = self.atom(c)?;
            let (least, most) = self.quantifier(start)?;
            let mut through = 0_u64;
            for times in least..=most {
                through = through.saturating_add(inner.ways.saturating_pow(times));
                if through > TRIES {
                    break;
                }
            }
            all.ways = all.ways.saturating_mul(through);
            all.samples = joined(&all.samples, &inner.samples, least, most);
        }
        Ok(all)
    }

    fn atom(&mut self, c: char) -> Result<Piece, Refusal> {
        let (start, before) = (self.at, self.rust.len());
        match c {
            '(' => return self.group(),
            '[' => self.class()?,
            '\\' => self.escape(false)?,
            '.' => {
                self.at += 1;
                self.rust.push_str(r"[^\n\r\u{2028}\u{2029}]");
            }
            '^' | '$' => {
                return Err((start..start + 1, "a pattern always holds for the whole answer: leave this out, or write a `\\` before it"));
            }
            '*' | '+' | '?' | '{' => {
                return Err((start..start + 1, "there is nothing before it to repeat; write a `\\` before it for the character"));
            }
            ']' | '}' => return Err((start..start + 1, "write a `\\` before it for the character")),
            _ => {
                self.next();
                self.rust.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
            }
        }
        Ok(Piece { ways: 1, samples: characters(c, &self.source[start..self.at], &self.rust[before..]) })
    }

    fn group(&mut self) -> Result<Piece, Refusal> {
        let start = self.at;
        self.at += 1;
        if !self.eat("?:") && self.peek() == Some('?') {
            return Err((start..start + 2, "groups that look around or have names are not the same everywhere: use `(...)`"));
        }
        self.depth += 1;
        if self.depth > 20 {
            return Err((start..start + 1, "groups are nested too deep"));
        }
        self.rust.push_str("(?:");
        let inner = self.alternatives()?;
        if !self.eat(")") {
            return Err((start..start + 1, "this `(` is never closed; write `\\(` for the character"));
        }
        self.depth -= 1;
        self.rust.push(')');
        Ok(inner)
    }

    /// `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`, each with `?` behind it perhaps; how often at least and at most.
    fn quantifier(&mut self, atom: usize) -> Result<(u32, u32), Refusal> {
        let start = self.at;
        let counts = match self.peek() {
            Some('*') => (0, LONGEST),
            Some('+') => (1, LONGEST),
            Some('?') => (0, 1),
            Some('{') => self.counts()?,
            _ => return Ok((1, 1)),
        };
        if self.at == start {
            self.at += 1;
        }
        self.eat("?");
        self.rust.push_str(&self.source[start..self.at]);
        if let Some('*' | '+' | '?' | '{') = self.peek() {
            return Err((atom..self.at + 1, "it is repeated twice; put it in a group `(?:...)`"));
        }
        Ok(counts)
    }

    fn counts(&mut self) -> Result<(u32, u32), Refusal> {
        let start = self.at;
        let end = self.source[start..]
            .find('}')
            .map(|end| start + end)
            .ok_or((start..start + 1, "this `{` is never closed; write `\\{` for the character"))?;
        let refusal = (start..end + 1, "a count is written `{2}`, `{2,}` or `{2,5}`, with numbers up to 250");
        let number = |text: &str| text.parse::<u32>().ok().filter(|n| *n <= LONGEST && text.bytes().all(|byte| byte.is_ascii_digit()));
        let inner = &self.source[start + 1..end];
        let counts = match inner.split_once(',') {
            None => number(inner).map(|n| (n, n)),
            Some((least, "")) => number(least).map(|n| (n, LONGEST)),
            Some((least, most)) => number(least).zip(number(most)),
        };
        self.at = end + 1;
        counts.filter(|(least, most)| least <= most).ok_or(refusal)
    }

    /// `\d` and its like, and characters that would mean something else.
    fn escape(&mut self, in_class: bool) -> Result<(), Refusal> {
        let start = self.at;
        self.at += 1;
        let Some(c) = self.next() else { return Err((start..start + 1, "a `\\` at the end escapes nothing")) };
        let (inner, negated) = match c {
            'd' | 'D' => ("0-9".to_owned(), c == 'D'),
            'w' | 'W' => ("0-9A-Za-z_".to_owned(), c == 'W'),
            's' | 'S' => (SPACE.to_owned(), c == 'S'),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
                self.rust.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
                return Ok(());
            }
            '-' if in_class => {
                self.rust.push_str(r"\-");
                return Ok(());
            }
            _ => return Err((start..self.at, "this escape is not the same everywhere; write the character itself")),
        };
        match (in_class, negated) {
            (true, true) => return Err((start..self.at, "a negated escape has no place in a class: use `[^...]`")),
            (true, false) => self.rust.push_str(&inner),
            (false, _) => {
                self.rust.push_str(if negated { "[^" } else { "[" });
                self.rust.push_str(&inner);
                self.rust.push(']');
            }
        }
        Ok(())
    }

    /// `[...]`: characters, ranges and escapes.
    fn class(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        self.at += 1;
        self.rust.push('[');
        if self.eat("^") {
            self.rust.push('^');
        }
        let first = self.at;
        let mut set_before = false;
        while let Some(c) = self.peek() {
            let rest = &self.source[self.at..];
            if rest.starts_with("--") {
                return Err((self.at..self.at + 2, "two `-` in a row are not the same everywhere; write one, at the end of the class"));
            }
            let set = |text: &str| ["\\d", "\\w", "\\s"].iter().any(|set| text.starts_with(set));
            if c == '-' && !rest.starts_with("-]") && (set_before || set(&rest[1..])) {
                return Err((self.at..self.at + 1, "a range cannot begin or end with an escape such as `\\d`; put the `-` last"));
            }
            set_before = set(rest);
            match c {
                ']' if self.at == first => return Err((start..self.at + 1, "this class is empty")),
                ']' => {
                    self.at += 1;
                    self.rust.push(']');
                    return Ok(());
                }
                '\\' => self.escape(true)?,
                '[' | '&' | '~' | '^' => {
                    self.at += 1;
                    self.rust.push('\\');
                    self.rust.push(c);
                }
                '-' => {
                    self.at += 1;
                    let last = self.peek() == Some(']');
                    self.rust.push_str(if self.at == first + 1 || last { r"\-" } else { "-" });
                }
                _ => {
                    self.next();
                    self.rust.push(c);
                }
            }
        }
        Err((start..start + 1, "this `[` is never closed; write `\\[` for the character"))
    }
}

/// Each of `heads` with each of `tails` behind it as often as need be, and once where it may be left out.
fn joined(heads: &[String], tails: &[String], least: u32, most: u32) -> Vec<String> {
    let counts: &[u32] = if least == 0 && most > 0 { &[1, 0] } else { &[least] };
    let longer = |head: &String, tail: &String, times: u32| {
        let mut text = head.clone();
        for _ in 0..times {
            // Longer than any answer: there is no need to go on.
            if text.len() > 8 * LONGEST as usize {
                break;
            }
            text.push_str(tail);
        }
        text
    };
    let all = counts.iter().flat_map(|times| tails.iter().flat_map(move |tail| heads.iter().map(move |head| longer(head, tail, *times))));
    all.take(SAMPLES).collect()
}

/// Some characters that an atom means, which begins with `first` and is `rust` in Rust's words: small letters and digits before anything else, and capitals
/// last, because they may count as small ones.
fn characters(first: char, source: &str, rust: &str) -> Vec<String> {
    if !matches!(first, '[' | '\\' | '.') {
        return vec![first.to_string()];
    }
    let Ok(regex) = Regex::new(&format!("^(?:{rust})$")) else { return Vec::new() };
    let plain = ('a'..='z').chain('0'..='9').chain(' '..='~').chain(source.chars());
    plain.map(String::from).filter(|one| regex.is_match(one)).take(2).collect()
}

#[cfg(test)]
mod tests {
    use super::{Ignore, Pattern};

    #[test]
    fn what_can_be_met() {
        for (pattern, ignored, met) in [
            ("A[0-9]{3}", &["case", "space"][..], true),
            ("A  [0-9]", &["space"], false),
            ("A  [0-9]", &[], true),
            ("co-?op", &["punctuation"], true),
            ("co-op", &["punctuation"], false),
            ("café", &["accents"], false),
            ("[^a-z0-9]", &["space"], true),
            ("a*", &["space"], true),
            ("a{0}", &["space"], false),
            (r"\s", &["space"], false),
            ("(?:a{200}){2}", &["space"], false),
            ("é|è", &["case"], true),
        ] {
            let read = Pattern::read(pattern, true).unwrap_or_else(|why| panic!("{pattern}: {why:?}"));
            assert_eq!(read.can_be_met(Ignore::of(ignored)), met, "{pattern}");
        }
    }

    #[test]
    fn what_is_met() {
        for (pattern, text, met) in [
            ("7[5-9] ?(?:°C|degrees)?", "77 DEGREES", true),
            ("7[5-9]", "about 75", false),
            (r"\d+", "٣", false),
            (r"\w\s\w", "a b", true),
            (r"[\d.,-]+", "1.000,-", true),
            ("[-a]+", "a-a", true),
            ("a|bc", "bc", true),
            ("a{2,3}", "aaaa", false),
            (r"\(x\)", "(X)", true),
            ("[^0-9]", "x", true),
            ("(?:ab|cd){1,3}", "abcdab", true),
            (".*x.*", "1x2", true),
        ] {
            let read = Pattern::read(pattern, true).unwrap_or_else(|why| panic!("{pattern}: {why:?}"));
            assert_eq!(read.is_match(text), met, "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_refused() {
        for pattern in [
            "(a+)+",
            "(?:a|b)*",
            "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?",
            ".*.*.*.*",
            "(?=a)",
            "(?<n>a)",
            r"\1",
            r"\b",
            r"\p{L}",
            "^a$",
            "a**",
            "[]",
            "[!--a]",
            "[a-z--9]",
            "[a",
            "(a",
            "a)",
            "{",
            "a{3,1}",
            "a{1000}",
            "]",
            "\\",
            r"[\D]",
            r"[a-\d]",
            r"[\w-z]",
            "(?:(?:a{99}){99}){99}",
        ] {
            assert!(Pattern::read(pattern, true).is_err(), "{pattern}");
        }
        assert!(Pattern::read(&"(".repeat(10_000), true).is_err());
    }
}
