//! What learners choose for themselves: light or dark, more contrast. In: the style sheet of a course. Out: rules that put the chosen set of its colours over
//! what the device asks for. Cannot fail.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::tokens::{Token, tokens};

/// The rules for `css`: `data-scheme` (`light`, `dark`) and `data-contrast` (`more`) on the root choose a set; nothing where `css` has one set only.
pub(super) fn chosen(css: &str) -> String {
    let all = tokens(css);
    let set = |dark: bool, more: bool| -> String {
        let holds = |token: &&Token<'_>| token.dark.is_none_or(|only| only == dark) && token.more.is_none_or(|only| only == more);
        let values: BTreeMap<&str, &str> = all.iter().filter(holds).map(|token| (token.name, token.value)).collect();
        let differs = |name: &str| all.iter().any(|token| token.name == name && (token.dark.is_some() || token.more.is_some()));
        values.into_iter().filter(|(name, _)| differs(name)).fold(String::new(), |mut set, (name, value)| {
            let _ = write!(set, "{name}:{value};");
            set
        })
    };
    let [day, dark, day_more, dark_more] = [(false, false), (true, false), (false, true), (true, true)].map(|(dark, more)| set(dark, more));
    if day == dark && day == day_more && day == dark_more {
        return String::new();
    }
    format!(
        "@media screen {{\n\
         :root[data-scheme=light]{{color-scheme:light;{day}}}\n\
         :root[data-scheme=dark]{{color-scheme:dark;{dark}}}\n\
         :root[data-contrast=more]{{{day_more}}}\n\
         @media (prefers-color-scheme:dark){{:root[data-contrast=more]{{{dark_more}}}}}\n\
         @media (prefers-contrast:more){{:root[data-scheme=light]{{{day_more}}}:root[data-scheme=dark]{{{dark_more}}}}}\n\
         :root[data-contrast=more][data-scheme=light]{{{day_more}}}\n\
         :root[data-contrast=more][data-scheme=dark]{{{dark_more}}}\n\
         }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn every_choice_has_its_own_colours() {
        let css = ":root { --page: #fff; --ink: #111; --gap: 1rem }\n@media (prefers-color-scheme: dark) { :root { --page: #000; --ink: #eee } }\n\
                   @media (prefers-contrast: more) { :root { --ink: #000 } }\n@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --ink: #fff } }";
        assert_eq!(
            chosen(css),
            "@media screen {\n\
             :root[data-scheme=light]{color-scheme:light;--ink:#111;--page:#fff;}\n\
             :root[data-scheme=dark]{color-scheme:dark;--ink:#eee;--page:#000;}\n\
             :root[data-contrast=more]{--ink:#000;--page:#fff;}\n\
             @media (prefers-color-scheme:dark){:root[data-contrast=more]{--ink:#fff;--page:#000;}}\n\
             @media (prefers-contrast:more){:root[data-scheme=light]{--ink:#000;--page:#fff;}:root[data-scheme=dark]{--ink:#fff;--page:#000;}}\n\
             :root[data-contrast=more][data-scheme=light]{--ink:#000;--page:#fff;}\n\
             :root[data-contrast=more][data-scheme=dark]{--ink:#fff;--page:#000;}\n\
             }\n"
        );
    }

    #[test]
    fn where_there_is_one_set_there_is_nothing_to_choose() {
        assert_eq!(chosen(":root { --page: #fff } @media print { :root { --page: #eee } }"), "");
        assert_eq!(chosen(""), "");
    }
}
