//! The few selectors that hooks need: `button[data-exit]`, `main#main[tabindex="-1"]`, `a.skip[href="#main"]`.

use super::Element;

/// What a hook looks like: a name or none, then `#id`, `.class`, `[attribute]`, `[attribute="value"]`.
#[derive(Debug)]
pub(super) struct Selector<'s> {
    name: &'s str,
    tests: Vec<Test<'s>>,
}

/// What an attribute has to be.
#[derive(Debug)]
enum Test<'s> {
    /// It is there.
    Has(&'s str),
    /// It is just this.
    Is(&'s str, &'s str),
    /// It holds this word.
    Holds(&'static str, &'s str),
}

impl<'s> Selector<'s> {
    /// Reads a selector of this crate.
    pub(super) fn read(selector: &'s str) -> Self {
        let end = |text: &str| text.find(['#', '.', '[']).unwrap_or(text.len());
        let (name, mut rest) = selector.split_at(end(selector));
        let mut tests = Vec::new();
        while let Some(kind) = rest.chars().next() {
            if kind == '[' {
                let (test, after) = rest[1..].split_once(']').expect("hooks are written in this crate, and a test reads them all");
                rest = after;
                tests.push(test.split_once('=').map_or(Test::Has(test), |(name, value)| Test::Is(name, value.trim_matches('"'))));
            } else {
                let (word, after) = rest[1..].split_at(end(&rest[1..]));
                rest = after;
                tests.push(Test::Holds(if kind == '#' { "id" } else { "class" }, word));
            }
        }
        Self { name, tests }
    }

    /// Whether `element` is one that it means.
    pub(super) fn means(&self, element: &Element) -> bool {
        (self.name.is_empty() || self.name == element.name)
            && self.tests.iter().all(|test| match test {
                Test::Has(name) => element.attribute(name).is_some(),
                Test::Is(name, value) => element.attribute(name) == Some(value),
                Test::Holds(name, word) => element.attribute(name).is_some_and(|value| value.split_whitespace().any(|own| own == *word)),
            })
    }
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
            assert_eq!(Selector::read(selector).means(&element), holds, "{selector}");
        }
    }
}
