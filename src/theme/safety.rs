//! What a document must not hold: code or style between its lines, and anything from outside its package.

use super::{Element, Markup};

/// Elements that load or change what a document is.
const REFUSED: [&str; 8] = ["applet", "base", "embed", "frame", "frameset", "iframe", "object", "style"];

/// Attributes whose target a browser fetches, or sends to.
const FETCHED: [&str; 9] = ["action", "background", "cite", "data", "formaction", "poster", "src", "srcset", "xlink:href"];

/// A place, what is wrong there, and what to do.
pub(super) type Breach = (usize, String, &'static str);

const CODE: &str = "code belongs into the run-time, and style into a file `theme/css/<name>.css`";
const OUTSIDE: &str = "put the file into `media/` and lead there";

/// All that the document must not hold.
pub(super) fn breaches(markup: &Markup) -> Vec<Breach> {
    markup
        .elements
        .iter()
        .enumerate()
        .flat_map(|(at, element)| in_element(element).into_iter().map(move |(what, help)| (at, what, help)))
        .collect()
}

fn in_element(element: &Element) -> Vec<(String, &'static str)> {
    let name = element.name.as_str();
    let mut found = Vec::new();
    if REFUSED.contains(&name) {
        found.push((format!("an element `<{name}>`"), CODE));
    }
    let is_data = element.attribute("type").is_some_and(|kind| kind == "application/json");
    if name == "script" && !is_data && element.attribute("src").is_none() {
        found.push(("a script between its lines".to_owned(), CODE));
    }
    if name == "meta" && element.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")) {
        found.push(("a redirection".to_owned(), OUTSIDE));
    }
    for (attribute, value) in &element.attributes {
        if attribute == "style" || attribute == "srcdoc" || attribute.starts_with("on") {
            found.push((format!("an attribute `{attribute}` on `<{name}>`"), CODE));
        }
        let fetched = FETCHED.contains(&attribute.as_str()) || (attribute == "href" && name != "a" && name != "area");
        let leads = fetched || attribute == "href";
        if fetched && reaches_out(value) {
            found.push((format!("`{attribute}=\"{value}\"` on `<{name}>`, which is outside the package"), OUTSIDE));
        }
        if leads && scheme(value).is_some_and(|scheme| ["javascript", "vbscript"].contains(&scheme.as_str())) {
            found.push((format!("code in `{attribute}` on `<{name}>`"), CODE));
        }
    }
    found
}

/// Whether a browser would leave the package for `value`. `data:` stays in the document.
fn reaches_out(value: &str) -> bool {
    let value = value.trim();
    value.starts_with("//") || value.starts_with('/') || value.contains('\\') || scheme(value).is_some_and(|scheme| scheme != "data")
}

/// The scheme of `value`, as a browser would read it: control characters and white space are dropped.
fn scheme(value: &str) -> Option<String> {
    let value: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = value.split_once(':')?;
    let named =
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    named.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<String> {
        breaches(&Markup::read(html)).into_iter().map(|(_, what, _)| what).collect()
    }

    #[test]
    fn what_reaches_out_or_runs_is_found() {
        for (html, what) in [
            (r#"<img src="https://example.org/a.png">"#, "`src=\"https://example.org/a.png\"` on `<img>`, which is outside the package"),
            (r#"<img src="//example.org/a.png">"#, "`src=\"//example.org/a.png\"` on `<img>`, which is outside the package"),
            (r#"<link rel=stylesheet href="/site.css">"#, "`href=\"/site.css\"` on `<link>`, which is outside the package"),
            (r#"<a href="java&#10;script:alert(1)">x</a>"#, "code in `href` on `<a>`"),
            ("<script>1</script>", "a script between its lines"),
            ("<p onclick=x>", "an attribute `onclick` on `<p>`"),
            ("<p style=x>", "an attribute `style` on `<p>`"),
            ("<style>p{}</style>", "an element `<style>`"),
            (r#"<meta http-equiv=Refresh content="0;url=x">"#, "a redirection"),
        ] {
            assert_eq!(found(html), [what], "{html}");
        }
    }

    #[test]
    fn what_stays_in_the_package_is_not() {
        let html = r##"<a href="https://example.org/">x</a><img src="../media/a.png"><link rel=icon href="data:,"><use href="#i"/>
            <script src="../assets/course.js"></script><script type="application/json" data-player>{}</script>"##;
        assert!(found(html).is_empty());
    }
}
