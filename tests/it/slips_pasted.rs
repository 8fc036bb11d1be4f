//! What comes into a course with words from a word processor, and what is easily left out: each is told once, where it is.

use crate::slips::said;

/// Each change, and all that is said of it.
#[track_caller]
fn told(cases: &[(&str, &str, &str)]) {
    for (from, to, told) in cases {
        assert_eq!(said(from, to), [*told], "{to:?}");
    }
}

#[test]
fn spaces_that_are_none_to_yaml() {
    let help = "type these spaces again: they come with words copied from another program";
    let first =
        format!(r#"E0124 the spaces before this line are not plain ones | "\u{{a0}}\u{{a0}}\u{{a0}}\u{{a0}}" not plain spaces | {help}"#);
    let mixed = format!(r#"E0124 the spaces before this line are not plain ones | "  \u{{2003}}" not plain spaces | {help}"#);
    told(&[
        ("    title: When and", "\u{a0}\u{a0}\u{a0}\u{a0}title: When and", &first),
        ("    pass_mark: 60%", "\u{a0}\u{a0}\u{a0}\u{a0}pass_mark: 60%", &first),
        ("  - id: q-gel", "  \u{2003}- id: q-gel", &mixed),
        (
            "title: When and",
            "title:\u{a0}When and",
            r#"E0125 the space after `:` is no plain one | ":" a space of a word processor behind it | type the space again: it comes with words copied from another program"#,
        ),
    ]);
    assert!(said("before** you", "before**\u{a0}you").is_empty(), "within a text they stand for themselves");
}

#[test]
fn characters_that_cannot_be_seen() {
    let help = "delete it; it often comes with words copied from another program";
    told(&[
        (
            "Wash your hands so",
            "Wash\u{b}your hands so",
            &format!(r#"E0101 the character U+000B has no place in a course | "\u{{b}}" cannot be seen | {help}"#),
        ),
        (
            "Hands carry",
            "\u{1}Hands carry",
            &format!(r#"E0101 the character U+0001 has no place in a course | "\u{{1}}" cannot be seen | {help}"#),
        ),
    ]);
}

#[test]
fn bullets_and_long_dashes() {
    let told_of = |sign: &str| {
        format!(r#"E0101 `{sign}` begins no entry of a list | "{sign}" a sign of a word processor | write `-` and a space in its place"#)
    };
    told(&[
        ("      - id: wipe", "      – id: wipe", &told_of("–")),
        ("      - id: wipe", "      •\u{a0}id: wipe", &told_of("•")),
        (
            "  - id: LO1\n    statement: keep hands clean while handling food\n",
            "  • id: LO1\n    statement: keep hands clean while handling food\n",
            &told_of("•"),
        ),
    ]);
    assert!(said("      1. Wet your", "      • Wet your").is_empty(), "a text may have them");
}

#[test]
fn what_begins_an_entry_is_left_out() {
    told(&[
        (
            "      - id: wipe",
            "        id: wipe",
            r#"E0101 a `-` is missing before `id` | "id" an entry of the list begins here | write `- id: wipe`"#,
        ),
        ("      - id: wipe", "      - id wipe", r#"E0101 a `:` is missing after `id` | "id" no `:` after it | write `id: wipe`"#),
    ]);
}

#[test]
fn a_heading_is_indented_less_than_its_text() {
    told(&[(
        "      ## How",
        "    ## How",
        r###"E0126 this line is not indented like those it belongs to | "## How" ends the text of `body`, as a remark | indent it like the other lines of the text"###,
    )]);
}

#[test]
fn a_heading_with_nothing_below_it_is_indented_less_than_its_text() {
    let help =
        "put as many spaces before it as the lines of the text have | if it is a remark, begin it with one `#` where the line begins";
    let dropped = |words: &str| {
        format!(r###"W0123 this heading is not part of the text above it | "{words}" YAML reads this as a remark | {help}"###)
    };
    told(&[
        ("from dry ones.\n", "from dry ones.\n\n    ## And then\n", &dropped("## And then")),
        ("from dry ones.\n", "from dry ones.\n### And then\n", &dropped("### And then")),
        ("from dry ones.\n", "from dry ones.\n     # And then\n", &dropped("# And then")),
    ]);
    for remark in ["    # the test comes next", "# ## old ##", "## ---- assessments ----", "  # - id: dry"] {
        assert!(said("from dry ones.\n", &format!("from dry ones.\n\n{remark}\n")).is_empty(), "{remark} is a remark");
    }
}

#[test]
fn entries_without_commas_between() {
    let help = "put commas between them: `LO1, 1.1, 1.2`";
    for list in ["[LO1 1.1 1.2]", "[LO1; 1.1; 1.2]"] {
        let said = said("teaches: [LO1, 1.1, 1.2]", &format!("teaches: {list}"));
        assert!(said.len() == 1 && said[0].ends_with(help), "{list}: {said:?}");
    }
}

#[test]
fn an_id_in_curly_quotes() {
    told(&[(
        "  - id: q-gel",
        "  - id: “q-gel”",
        r#"E0114 `“q-gel”` cannot be read here | "“q-gel”" not in the form that is needed | write `q-gel` without the quotation marks"#,
    )]);
}

#[test]
fn a_language_that_is_none_and_a_theme_that_is_none() {
    told(&[
        ("lang: en-GB", "lang: fr-UK", r#"E0250 there is no region `UK` | "fr-UK" not a known language | did you mean `fr-GB`?"#),
        (
            "coursec: 1\n",
            "coursec: 1\ntheme: worshop\n",
            r#"E0501 there is no theme `worshop` | "worshop" not a theme | write `theme: default` or `theme: workshop`, or leave the line out"#,
        ),
    ]);
}
