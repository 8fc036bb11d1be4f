//! Whether what a learner uses can be named, and a page be made larger. In: a document. Out: what cannot. Cannot fail. WCAG 2.2, 4.1.2 and 1.4.4.

use std::collections::BTreeSet;

use super::Markup;

/// A place, and what is wrong there.
pub(super) type Nameless = (usize, String);

/// Controls, buttons and links that a screen reader could not name, and a window that cannot be zoomed.
pub(super) fn nameless(markup: &Markup) -> Vec<Nameless> {
    let labels: BTreeSet<&str> = markup.elements.iter().filter(|one| one.name == "label").filter_map(|one| one.attribute("for")).collect();
    let mut found = Vec::new();
    for (at, element) in markup.elements.iter().enumerate() {
        let named = |name| element.attribute(name).is_some_and(|value| !value.trim().is_empty());
        let is_named = || named("aria-label") || named("aria-labelledby");
        // JavaScript fills what stands in a template.
        let inside = |names: &[&str]| markup.around(at).any(|outer| names.contains(&markup.elements[outer].name.as_str()));
        match element.name.as_str() {
            "input" | "select" | "textarea" => {
                let is_hidden = element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                let labelled = inside(&["label"]) || element.attribute("id").is_some_and(|id| labels.contains(id));
                if !is_hidden && !labelled && !is_named() {
                    found.push((at, format!("an element `<{}>` without a label", element.name)));
                }
            }
            "a" | "button"
                if (element.name == "button" || element.attribute("href").is_some())
                    && !is_named()
                    && !has_text(markup, at)
                    && !inside(&["template"]) =>
            {
                found.push((at, format!("an element `<{}>` without words", element.name)));
            }
            "meta" if element.attribute("name").is_some_and(|name| name.eq_ignore_ascii_case("viewport")) => {
                let content = element.attribute("content").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
                if content.contains("user-scalable=no") || content.contains("user-scalable=0") || content.contains("maximum-scale") {
                    found.push((at, "a window that cannot be zoomed".to_owned()));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether there are words in the element at `at`, or a picture with some.
fn has_text(markup: &Markup, at: usize) -> bool {
    let inner = &markup.elements[at..markup.elements[at].end];
    inner.iter().any(|one| !one.text.trim().is_empty() || one.attribute("alt").is_some_and(|alt| !alt.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::nameless;
    use crate::theme::Markup;

    #[test]
    fn what_has_no_name_is_found() {
        for (html, expected) in [
            ("<input>", Some("an element `<input>` without a label")),
            ("<input type=hidden>", None),
            ("<label>A <select></select></label>", None),
            ("<label for=x>A</label><textarea id=x></textarea>", None),
            ("<textarea aria-label=A></textarea>", None),
            ("<button><svg></svg></button>", Some("an element `<button>` without words")),
            ("<button><svg></svg><span>Go</span></button>", None),
            ("<a href=x><img alt=Home></a>", None),
            ("<a id=x></a><template><a href=y></a></template>", None),
            ("<meta name=viewport content='width=device-width, maximum-scale=1'>", Some("a window that cannot be zoomed")),
            ("<meta name=viewport content='width=device-width'>", None),
        ] {
            let found = nameless(&Markup::read(html));
            assert_eq!(found.first().map(|(_, what)| what.as_str()), expected, "{html}");
        }
    }
}
