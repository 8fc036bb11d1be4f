//! Regular expressions that mean the same in Rust's `regex` and in JavaScript with flag `u`, and end soon in both.
//!
//! A subset: literals, `.`, classes, `\d \w \s`, groups, `|`, `* + ? {n,m}`. A backtracking engine tries at most [`TRIES`] ways through one.

use regex::{Regex, RegexBuilder};

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
}

/// Why a pattern is refused, and the bytes of it that are the reason.
pub(super) type Refusal = (std::ops::Range<usize>, &'static str);

impl Pattern {
    /// Reads a pattern.
    pub(super) fn read(source: &str, ignore_case: bool) -> Result<Self, Refusal> {
        let mut scan = Scan { source, at: 0, rust: String::new(), depth: 0 };
        let ways = scan.alternatives()?;
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
        Ok(Self { source: source.to_owned(), regex })
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

    /// `a|b`: the number of ways through it.
    fn alternatives(&mut self) -> Result<u64, Refusal> {
        let mut ways = self.sequence()?;
        while self.eat("|") {
            self.rust.push('|');
            ways = ways.saturating_add(self.sequence()?);
        }
        Ok(ways)
    }

    fn sequence(&mut self) -> Result<u64, Refusal> {
        let mut ways = 1_u64;
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let start = self.at;
            let inner = self.atom(c)?;
            let (least, most) = self.quantifier(start)?;
            let mut through = 0_u64;
            for times in least..=most {
                through = through.saturating_add(inner.saturating_pow(times));
                if through > TRIES {
                    break;
                }
            }
            ways = ways.saturating_mul(through);
        }
        Ok(ways)
    }

    fn atom(&mut self, c: char) -> Result<u64, Refusal> {
        let start = self.at;
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
        Ok(1)
    }

    fn group(&mut self) -> Result<u64, Refusal> {
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
        let ways = self.alternatives()?;
        if !self.eat(")") {
            return Err((start..start + 1, "this `(` is never closed; write `\\(` for the character"));
        }
        self.depth -= 1;
        self.rust.push(')');
        Ok(ways)
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

#[cfg(test)]
mod tests {
    use super::Pattern;

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
