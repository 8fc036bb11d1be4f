//! Code that must not run in an LMS. In: a file of a package. Out: the first such thing in it, in words.

use std::sync::LazyLock;

use regex::Regex;

/// What scripts must not do, and what to call it.
static FORBIDDEN: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    [
        (r"\beval\s*\(", "a call of `eval`"),
        (r"\bFunction\s*\(", "code made of text (`Function`)"),
        (r#"\bset(?:Timeout|Interval)\s*\(\s*["'`]"#, "code made of text (a timer)"),
        (r#"["'`]unload["'`]|\bonunload\b"#, "a listener for `unload`"),
        (r"\.open\s*\([^()]*,\s*(?:false|!1)\s*[,)]", "a request that makes the browser wait"),
    ]
    .map(|(form, what)| (Regex::new(form).expect("the forms are constants, and a test runs them"), what))
    .into()
});

/// The first thing in file `name` that must not run in an LMS, in words with an article.
#[must_use]
pub fn code_in(name: &str, text: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "html" | "htm" | "xhtml" | "svg" | "xml" => in_markup(text),
        "js" | "mjs" => FORBIDDEN.iter().find(|(form, _)| form.is_match(text)).map(|(_, what)| *what),
        _ => None,
    }
}

/// Looks at the tags of `text`, one by one, until `look` says something. What stands between the tags of a script is passed over.
pub(super) fn tags<'t, R>(text: &'t str, mut look: impl FnMut(&mut Tag<'t>) -> Option<R>) -> Option<R> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let mut tag = Tag::read(rest);
        if tag.name.is_empty() {
            continue;
        }
        if let Some(said) = look(&mut tag) {
            return Some(said);
        }
        while tag.attribute().is_some() {}
        rest = if tag.is_script() { after_script(tag.rest) } else { tag.rest };
    }
    None
}

/// Code between or inside tags.
fn in_markup(text: &str) -> Option<&'static str> {
    tags(text, |tag| {
        let (mut has_source, mut is_data) = (false, false);
        while let Some((name, value)) = tag.attribute() {
            if let Some(what) = in_attribute(name, value) {
                return Some(what);
            }
            has_source |= name.eq_ignore_ascii_case("src");
            is_data |= name.eq_ignore_ascii_case("type") && matches!(value, "application/json" | "application/ld+json");
        }
        (tag.is_script() && !has_source && !is_data).then_some("a script inside")
    })
}

fn in_attribute(name: &str, value: &str) -> Option<&'static str> {
    let begins = |with: &str| name.as_bytes().get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
    if name.len() > 2 && begins("on") && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Some("an event handler as an attribute");
    }
    if name.eq_ignore_ascii_case("srcdoc") {
        return Some("a document inside an attribute");
    }
    let plain = value.bytes().filter(|byte| !byte.is_ascii_whitespace() && !byte.is_ascii_control()).map(|byte| byte.to_ascii_lowercase());
    let script = b"javascript:";
    plain.take(script.len()).eq(script.iter().copied()).then_some("a script as an address")
}

/// What stands after the end tag of a script.
fn after_script(text: &str) -> &str {
    let end = text
        .match_indices("</")
        .find(|(at, _)| text.as_bytes()[at + 2..].get(..6).is_some_and(|name| name.eq_ignore_ascii_case(b"script")));
    end.map_or("", |(at, _)| &text[at + 2..])
}

/// A tag that is being read; names as they are written, in either case.
pub(super) struct Tag<'a> {
    name: &'a str,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads the name of the tag that begins before `text`; empty where none begins.
    fn read(text: &'a str) -> Self {
        if !text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            return Self { name: "", rest: text };
        }
        let (name, rest) = text.split_at(end(text, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')));
        Self { name, rest }
    }

    fn is_script(&self) -> bool {
        self.name.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case("script"))
    }

    /// Reads the next attribute; `None` at the end of the tag.
    pub(super) fn attribute(&mut self) -> Option<(&'a str, &'a str)> {
        let text = &self.rest[end(self.rest, |byte| !byte.is_ascii_whitespace() && byte != b'/')..];
        let (name, after) = text.split_at(end(text, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=')));
        if name.is_empty() && !text.starts_with('=') {
            self.rest = text;
            return None;
        }
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let (value, rest) = match value.as_bytes().first() {
            Some(b'"') => value[1..].split_once('"').unwrap_or((&value[1..], "")),
            Some(b'\'') => value[1..].split_once('\'').unwrap_or((&value[1..], "")),
            _ => value.split_at(end(value, |byte| byte.is_ascii_whitespace() || byte == b'>')),
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// Where the first byte of `text` stands, an ASCII one or the first of a character, that `ends` holds of.
fn end(text: &str, ends: impl Fn(u8) -> bool) -> usize {
    let found = text.bytes().position(|byte| (byte.is_ascii() || byte >= 0xc0) && ends(byte));
    found.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::code_in;

    #[test]
    fn code_is_found() {
        for (name, text, what) in [
            ("a.js", "x=eval(\"1\")", "a call of `eval`"),
            ("a.js", "new Function('a','return a')", "code made of text (`Function`)"),
            ("a.js", "setTimeout('go()',1)", "code made of text (a timer)"),
            ("a.js", "addEventListener(\"unload\",f)", "a listener for `unload`"),
            ("a.js", "window.onunload=f", "a listener for `unload`"),
            ("a.js", "r.open('GET',u,!1)", "a request that makes the browser wait"),
            ("a.js", "r.open(\"POST\", url, false);", "a request that makes the browser wait"),
            ("a.html", "<p>1</p><script>go()</script>", "a script inside"),
            ("a.html", "<SCRIPT type=module>go()</SCRIPT>", "a script inside"),
            ("a.html", "<img src=x onerror=go()>", "an event handler as an attribute"),
            ("a.html", "<a\nhref = ' java\nscript:go()'>x</a>", "a script as an address"),
            ("a.html", "<iframe srcdoc='<p>'>", "a document inside an attribute"),
            (
                "a.html",
                "<!-- > --><script type=\"application/json\">{\"a\":\"<b onclick=x>\"}</script><i onclick=x>",
                "an event handler as an attribute",
            ),
            ("a.svg", "<svg><g/onload=go() /></svg>", "an event handler as an attribute"),
            ("a.svg", "<svg:svg><svg:script>go()</svg:script></svg:svg>", "a script inside"),
        ] {
            assert_eq!(code_in(name, text), Some(what), "{text}");
        }
    }

    #[test]
    fn ordinary_files_pass() {
        for (name, text) in [
            ("a.js", "addEventListener('pagehide',f);r.open('GET',u,true);evaluate(1);isFunction(f);setTimeout(f,1)"),
            (
                "a.html",
                "<script src=\"course.js\" defer></script><p>2 < 3, on one = two, a<b</p><a href=\"#on\" data-on=\"x\" class='on'>on</a>",
            ),
            ("a.html", "<script type=\"application/json\" data-player>{\"a\":\"<script>\"}</script>"),
            ("a.html", "<!-- <script>no</script> --><p>The word eval( and javascript: in prose</p>"),
            ("a.css", "a{content:\"<script>\"}"),
            ("a.html", "<"),
            ("a.html", "<a href=\"unclosed"),
            ("a.html", "<a ="),
        ] {
            assert_eq!(code_in(name, text), None, "{text}");
        }
    }
}
