//! Code that must not run in an LMS. In: a file of a package. Out: the first such thing in it, in words.

use std::sync::LazyLock;

use regex::Regex;

use super::tag;

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
        "html" | "htm" | "xhtml" | "svg" | "xml" => in_markup(text, |_, _| ()),
        "js" | "mjs" => FORBIDDEN.iter().find(|(form, _)| form.is_match(text)).map(|(_, what)| *what),
        _ => None,
    }
}

/// The first code between or inside the tags of `text`; `see` gets every attribute, its name and its value.
pub(super) fn in_markup<'t>(text: &'t str, mut see: impl FnMut(&'t str, &'t str)) -> Option<&'static str> {
    let mut found = None;
    tag::each(text, |tag| {
        let mut is_inside = tag.is_script();
        while let Some((name, value)) = tag.attribute() {
            see(name, value);
            found = found.or_else(|| in_attribute(name, value));
            let is_data = || name.eq_ignore_ascii_case("type") && matches!(value, "application/json" | "application/ld+json");
            is_inside = is_inside && !name.eq_ignore_ascii_case("src") && !is_data();
        }
        found = found.or(is_inside.then_some("a script inside"));
    });
    found
}

fn in_attribute(name: &str, value: &str) -> Option<&'static str> {
    // Most attributes have another letter first.
    match name.as_bytes() {
        [b'o' | b'O', b'n' | b'N', _, ..] if name.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            return Some("an event handler as an attribute");
        }
        [b's' | b'S', ..] if name.eq_ignore_ascii_case("srcdoc") => return Some("a document inside an attribute"),
        _ => {}
    }
    let mut plain = value.bytes().filter(|byte| !byte.is_ascii_whitespace() && !byte.is_ascii_control());
    let script = b"javascript:";
    script.iter().all(|letter| plain.next().is_some_and(|byte| byte.eq_ignore_ascii_case(letter))).then_some("a script as an address")
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
