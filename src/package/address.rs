//! Where files of a package lead in it. In: HTML or CSS. Out: the addresses in it, and the names that they mean. Never fails.

use super::code;

/// Attributes whose value is an address in the package, or out of it.
const LEADS: [&str; 4] = ["href", "poster", "src", "xlink:href"];

/// Every address in `text`, the text of file `name`, that a browser would look for.
pub(super) fn addresses<'t>(name: &str, text: &'t str) -> Vec<&'t str> {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => in_markup(text),
        Some("css") => in_style(text),
        _ => Vec::new(),
    }
}

fn in_markup(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    code::in_markup(text, |name, value| each(name, value, |address| found.push(address)));
    found
}

/// Gives `found` each address in attribute `name` with that value.
pub(super) fn each<'t>(name: &str, value: &'t str, mut found: impl FnMut(&'t str)) {
    // Most attributes have another letter first.
    let may = matches!(name.as_bytes().first(), Some(b'h' | b'H' | b'p' | b'P' | b's' | b'S' | b'x' | b'X'));
    if may && LEADS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        found(value.trim());
    } else if may && name.eq_ignore_ascii_case("srcset") {
        value.split(',').filter_map(|one| one.split_whitespace().next()).for_each(found);
    }
}

fn in_style(text: &str) -> Vec<&str> {
    let urls = text.match_indices("url(").map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        rest[..rest.find(')').unwrap_or(rest.len())].trim().trim_matches(['"', '\''])
    });
    urls.collect()
}

/// The name in the package that `address` in file `name` means; `None` where it stays in the file or leads out of the package.
pub(super) fn meant(name: &str, address: &str) -> Option<String> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let has_scheme =
        path.split_once(':').is_some_and(|(scheme, _)| !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric()));
    if path.is_empty() || path.starts_with("//") || has_scheme {
        return None;
    }
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { name.split('/').collect() };
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    Some(decoded(&parts.join("/")))
}

/// `text` with the characters that `%` and two digits stand for. RFC 3986, 2.1.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{addresses, meant};

    #[test]
    fn addresses_are_found() {
        let html = "<a href=\"#main\">x</a><img src=../a.svg srcset='b.png 1x, c.png 2x'><script type=\"application/json\">{\"a\":\"<a href=no>\"}</script>";
        assert_eq!(addresses("units/a.html", html), ["#main", "../a.svg", "b.png", "c.png"]);
        assert_eq!(addresses("a.css", "a{b:url( \"x.woff2\" )}c{d:url(y.png)}"), ["x.woff2", "y.png"]);
    }

    #[test]
    fn an_address_means_a_name() {
        for (address, name) in [
            ("../media/a.svg", Some("media/a.svg")),
            ("b.html#c", Some("units/b.html")),
            ("./b.html?x", Some("units/b.html")),
            ("/a.css", Some("a.css")),
            ("../media/a%231%.svg", Some("media/a#1%.svg")),
            ("#main", None),
            ("", None),
            ("https://example.org/a", None),
            ("data:image/png,x", None),
            ("//example.org", None),
        ] {
            assert_eq!(meant("units/a.html", address).as_deref(), name, "{address}");
        }
    }
}
