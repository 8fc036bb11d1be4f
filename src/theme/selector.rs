//! The few selectors that hooks need: `button[data-exit]`, `main#main[tabindex="-1"]`, `a.skip[href="#main"]`.

use super::Element;

/// Whether `element` is one that `selector` means: a name or none, then `#id`, `.class`, `[attribute]`, `[attribute="value"]`.
pub(super) fn matches(selector: &str, element: &Element) -> bool {
    let end = selector.find(['#', '.', '[']).unwrap_or(selector.len());
    let (name, mut rest) = selector.split_at(end);
    if !name.is_empty() && name != element.name {
        return false;
    }
    while let Some(kind) = rest.chars().next() {
        let holds = if kind == '[' {
            let (test, after) = rest[1..].split_once(']').expect("hooks are written in this crate, and a test reads them all");
            rest = after;
            match test.split_once('=') {
                Some((name, value)) => element.attribute(name) == Some(value.trim_matches('"')),
                None => element.attribute(test).is_some(),
            }
        } else {
            let end = rest[1..].find(['#', '.', '[']).map_or(rest.len(), |at| at + 1);
            let (word, after) = rest.split_at(end);
            rest = after;
            let attribute = if kind == '#' { "id" } else { "class" };
            element.attribute(attribute).is_some_and(|value| value.split_whitespace().any(|own| own == &word[1..]))
        };
        if !holds {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_asks_for_name_id_class_and_attributes() {
        let element = Element {
            name: "a".into(),
            attributes: vec![("class".into(), "skip quiet".into()), ("href".into(), "#main".into()), ("id".into(), "first".into())],
            parent: None,
            end: 0,
            text: String::new(),
        };
        for (selector, holds) in [
            ("a", true),
            ("b", false),
            ("a.skip[href=\"#main\"]", true),
            ("a.ski", false),
            (".quiet#first", true),
            ("[href]", true),
            ("[rel]", false),
            ("[href=\"#mai\"]", false),
        ] {
            assert_eq!(matches(selector, &element), holds, "{selector}");
        }
    }
}
