//! Whether the colours of a theme can be told apart. In: its style sheets in their order. Out: pairs that cannot. WCAG 2.2, 1.4.3 and 1.4.11.

use std::collections::BTreeMap;

use super::colour::Colour;
use super::rules::{low_contrast, unread_colour};
use super::tokens::{Token, tokens};
use crate::diag::{Diagnostic, FileId, Span};

/// What text needs, and what lines, marks and the focus need.
const TEXT: f64 = 4.5;
const SIGN: f64 = 3.0;

/// Tokens that stand on each other, and the contrast that they need.
const PAIRS: [(&str, &str, f64); 34] = [
    ("--ink", "--page", TEXT),
    ("--ink", "--surface", TEXT),
    ("--ink", "--raised", TEXT),
    ("--ink", "--accent-soft", TEXT),
    ("--ink", "--good-soft", TEXT),
    ("--ink", "--bad-soft", TEXT),
    ("--ink", "--warn-soft", TEXT),
    ("--ink", "--mark", TEXT),
    ("--ink-2", "--page", TEXT),
    ("--ink-2", "--surface", TEXT),
    ("--ink-2", "--raised", TEXT),
    ("--ink-3", "--page", TEXT),
    ("--ink-3", "--surface", TEXT),
    ("--accent", "--page", TEXT),
    ("--accent", "--surface", TEXT),
    ("--accent", "--raised", TEXT),
    ("--accent", "--accent-soft", TEXT),
    ("--accent-hover", "--page", TEXT),
    ("--on-accent", "--accent", TEXT),
    ("--on-accent", "--accent-hover", TEXT),
    ("--good", "--page", TEXT),
    ("--good", "--good-soft", TEXT),
    ("--bad", "--page", TEXT),
    ("--bad", "--bad-soft", TEXT),
    ("--warn", "--page", TEXT),
    ("--warn", "--warn-soft", TEXT),
    ("--line-strong", "--page", SIGN),
    ("--focus", "--page", SIGN),
    ("--warn-line", "--page", SIGN),
    ("--bar-ink", "--bar", TEXT),
    ("--bar-ink", "--bar-now", TEXT),
    ("--bar-ink-2", "--bar", TEXT),
    ("--bar-accent", "--bar", SIGN),
    ("--bar-line", "--bar", SIGN),
];

/// When colours are looked at: in the dark or not, with more contrast or not; and in words.
const TIMES: [(bool, bool, &str); 4] = [
    (false, false, "by day"),
    (true, false, "in the dark"),
    (false, true, "with more contrast"),
    (true, true, "in the dark, with more contrast"),
];

/// A style sheet, and its file where the course wrote it.
pub(super) type Sheet<'t> = (&'t str, Option<FileId>);

/// A token and the file of its sheet.
type Written<'t> = (Token<'t>, Option<FileId>);

/// Pairs of colours in `sheets` that cannot be told apart, where the course chose one of them: each choice once, by its worst pair.
pub(super) fn check(sheets: &[Sheet<'_>]) -> Vec<Diagnostic> {
    if sheets.iter().all(|(_, file)| file.is_none()) {
        return Vec::new();
    }
    let all: Vec<Written<'_>> = sheets.iter().flat_map(|(css, file)| tokens(css).into_iter().map(move |token| (token, *file))).collect();
    let mut worst: BTreeMap<Span, (f64, Diagnostic)> = BTreeMap::new();
    let mut unread: BTreeMap<Span, Diagnostic> = BTreeMap::new();
    for (dark, more, when) in TIMES {
        let holds = |token: &Token<'_>| token.dark.is_none_or(|only| only == dark) && token.more.is_none_or(|only| only == more);
        let set: BTreeMap<&str, &Written<'_>> = all.iter().filter(|(token, _)| holds(token)).map(|one| (one.0.name, one)).collect();
        for (front, back, least) in PAIRS {
            let (Some(front), Some(back)) = (set.get(front), set.get(back)) else { continue };
            let Some(blamed) = place(front).or(place(back)) else { continue };
            let colours = [front, back].map(|one| {
                let colour = colour(one.0.value, &set);
                if let (None, Some(span)) = (colour, place(one)) {
                    unread.entry(span).or_insert_with(|| unread_colour::diagnostic(one.0.name, one.0.value, span));
                }
                colour
            });
            let [Some(over), Some(under)] = colours else { continue };
            let has = over.contrast(under);
            let known = worst.get(&blamed).is_some_and(|(least, _)| *least <= has / least_of(front.0.name));
            if has < least && !known {
                let other = place(back).filter(|span| *span != blamed);
                let told = low_contrast::diagnostic((front.0.name, back.0.name), (has, least), when, blamed, other);
                worst.insert(blamed, (has / least_of(front.0.name), told));
            }
        }
    }
    unread.into_values().chain(worst.into_values().map(|(_, told)| told)).collect()
}

/// What a token in front needs at least, so that lacks of text and of lines can be compared.
fn least_of(front: &str) -> f64 {
    PAIRS.iter().find(|(name, ..)| *name == front).map_or(TEXT, |(.., least)| *least)
}

/// Where the course wrote it, if the course did.
fn place((token, file): &Written<'_>) -> Option<Span> {
    file.map(|file| Span::new(file, token.range.start, token.range.end))
}

/// The colour of `value`, through `var(--name)`.
fn colour(value: &str, set: &BTreeMap<&str, &Written<'_>>) -> Option<Colour> {
    let mut value = value;
    // So many names may lead to each other; more would be a circle.
    for _ in 0..8 {
        match value.trim().strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            Some(name) => value = set.get(name.trim())?.0.value,
            None => return Colour::read(value),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, check};
    use crate::diag::FileId;

    const DEFAULT: &str = include_str!("../../themes/default/css/tokens.css");

    const WORKSHOP: &str = include_str!("../../themes/workshop/css/tokens.css");

    #[test]
    fn each_theme_can_be_read() {
        for css in [DEFAULT, WORKSHOP] {
            let found = check(&[(css, Some(FileId(0)))]);
            let messages: Vec<_> = found.iter().map(|one| &one.message).collect();
            assert!(messages.is_empty(), "{messages:#?}");
            // Only the workshop has a bar of its own.
            for (front, back, _) in PAIRS.into_iter().filter(|(front, ..)| css == WORKSHOP || !front.starts_with("--bar")) {
                assert!(css.contains(&format!("{front}:")) && css.contains(&format!("{back}:")), "{front} on {back}");
            }
        }
    }

    #[test]
    fn a_choice_is_told_once_by_its_worst_pair() {
        let told = |css: &str| -> Vec<(String, String)> {
            let found = check(&[(DEFAULT, None), (css, Some(FileId(1)))]);
            found
                .into_iter()
                .map(|one| {
                    let span = one.primary.expect("it has a place").span;
                    (one.message, css[span.start as usize..span.end as usize].to_owned())
                })
                .collect()
        };
        for (css, message, place) in [
            (
                ":root { --accent: #ffcc00; --on-accent: #ffffff }",
                "`--accent` on `--accent-soft` has a contrast of 1.2 by day; it needs 4.5",
                "#ffcc00",
            ),
            (
                "@media (prefers-color-scheme: dark) { :root { --ink: #333 } }",
                "`--ink` on `--good-soft` has a contrast of 1 in the dark; it needs 4.5",
                "#333",
            ),
            (
                ":root { --brand: #eee; --focus: var(--brand) }",
                "`--focus` on `--page` has a contrast of 1.1 by day; it needs 3",
                "var(--brand)",
            ),
            (
                ":root { --good: color-mix(in srgb, red, blue) }",
                "the colour of `--good` cannot be checked",
                "color-mix(in srgb, red, blue)",
            ),
        ] {
            let found = told(css);
            assert!(found.contains(&(message.to_owned(), place.to_owned())), "{css}: {found:#?}");
        }
        assert!(told(":root { --radius: 2px; --accent: #1D4BB5 } @media (prefers-color-scheme: dark) { :root { --accent: #93B7FF } }\
            @media (prefers-contrast: more) { :root { --accent: #00328F } } @media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --accent: #A9CBFF } }").is_empty());
    }
}
