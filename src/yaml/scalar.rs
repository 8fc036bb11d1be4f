//! What a plain scalar means where the field is no text. YAML 1.2 core schema, 10.3.2: `no`, `off` and `010` have no magic.

/// What a plain scalar is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plain<'a> {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Digits, with a fraction perhaps; the text, so that nothing is rounded.
    Number(&'a str),
    /// Anything else.
    Word(&'a str),
}

/// The only place where a plain scalar gets a meaning.
#[must_use]
pub fn resolve(text: &str) -> Plain<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Plain::Null,
        "true" | "True" | "TRUE" => Plain::Bool(true),
        "false" | "False" | "FALSE" => Plain::Bool(false),
        _ if is_number(text) => Plain::Number(text),
        _ => Plain::Word(text),
    }
}

/// Decimal numbers; exponents, hexadecimal and octal forms have no place in a course.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        None => digits(unsigned),
        Some((whole, fraction)) => digits(whole) && digits(fraction),
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, resolve};

    #[test]
    fn the_core_schema_and_nothing_of_yaml_1_1() {
        for (text, meaning) in [
            ("", Plain::Null),
            ("~", Plain::Null),
            ("true", Plain::Bool(true)),
            ("no", Plain::Word("no")),
            ("off", Plain::Word("off")),
            ("3", Plain::Number("3")),
            ("-0.50", Plain::Number("-0.50")),
            ("1.", Plain::Word("1.")),
            ("1e3", Plain::Word("1e3")),
            ("0x1f", Plain::Word("0x1f")),
            ("80%", Plain::Word("80%")),
        ] {
            assert_eq!(resolve(text), meaning, "{text}");
        }
    }
}
