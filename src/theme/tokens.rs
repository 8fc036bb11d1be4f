//! The custom properties of style sheets. In: CSS. Out: each `--name: value` of `:root`, and when it holds. Never fails.

use std::ops::Range;

/// `--name: value` for the whole document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The name, with its hyphens.
    pub(super) name: &'t str,
    /// The value.
    pub(super) value: &'t str,
    /// Where the value stands.
    pub(super) range: Range<usize>,
    /// Whether it holds in the dark only, or in the light only.
    pub(super) dark: Option<bool>,
    /// Whether it holds only for who asks for more contrast.
    pub(super) more: Option<bool>,
}

/// The tokens of `css`, in its order; those whose condition has nothing to do with colours, such as a width, are left out.
pub(super) fn tokens(css: &str) -> Vec<Token<'_>> {
    let plain = without_comments(css);
    let mut found = Vec::new();
    // The rules that are open, by what stands before their brace.
    let mut open: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, sign) in plain.match_indices(['{', '}', ';']) {
        let words = &plain[start..at];
        match sign {
            "{" => open.push(words.trim()),
            _ => {
                found.extend(token(css, words, start, &open));
                if sign == "}" {
                    open.pop();
                }
            }
        }
        start = at + 1;
    }
    found
}

/// `css` with spaces in place of comments.
fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        let length = after.find("*/").map_or(after.len(), |end| end + 2);
        plain.extend(std::iter::repeat_n(' ', length + 2));
        rest = &after[length..];
    }
    plain.push_str(rest);
    plain
}

fn token<'t>(css: &'t str, words: &str, start: usize, open: &[&str]) -> Option<Token<'t>> {
    let (rule, around) = open.split_last()?;
    if !matches!(*rule, ":root" | "html" | ":root, :host") || around.iter().any(|outer| outer.starts_with(":root")) {
        return None;
    }
    let (mut dark, mut more) = (None, None);
    for outer in around {
        for condition in outer.strip_prefix("@media")?.split(" and ") {
            match condition.trim().trim_matches(['(', ')']).replace(' ', "").as_str() {
                "prefers-color-scheme:dark" => dark = Some(true),
                "prefers-color-scheme:light" => dark = Some(false),
                "prefers-contrast:more" => more = Some(true),
                "prefers-contrast:no-preference" => more = Some(false),
                "screen" | "all" => {}
                _ => return None,
            }
        }
    }
    let (name, value) = words.split_once(':')?;
    let lead = name.len() - name.trim_start().len();
    let from = start + name.len() + 1 + (value.len() - value.trim_start().len());
    let range = from..from + value.trim().len();
    let name = css.get(start + lead..start + lead + name.trim().len()).filter(|name| name.starts_with("--"))?;
    Some(Token { name, value: css.get(range.clone())?, range, dark, more })
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn tokens_are_read_with_their_conditions() {
        let css = "/* a { --x: no } é */ :root { color: red; --a: #fff; --b : rgb(1, 2, 3) /* c */ }\n@media (prefers-color-scheme: dark) and (prefers-contrast: more) { html { --a:#000 } }\n\
                   @media (min-width: 9em) { :root { --a: no; } } .x { --a: no } @media print { :root { --a: no } }";
        let found: Vec<_> =
            tokens(css).into_iter().map(|token| (token.name, token.value, &css[token.range], token.dark, token.more)).collect();
        assert_eq!(
            found,
            [
                ("--a", "#fff", "#fff", None, None),
                ("--b", "rgb(1, 2, 3)", "rgb(1, 2, 3)", None, None),
                ("--a", "#000", "#000", Some(true), Some(true)),
            ]
        );
        for hostile in ["", "}", "{{{", "--a:1;", ":root{--a", "/*", ":root{:;--;}}", "@media{:root{--a:1}"] {
            let _ = tokens(hostile);
        }
    }
}
