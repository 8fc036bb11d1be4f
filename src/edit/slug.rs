//! An id made of a text.
//!
//! In: a text for people. Out: what an id may look like. `None` where it has no letter or digit of the Latin alphabet.

use unicode_normalization::UnicodeNormalization as _;

/// So long may an id made of a text be.
const LONGEST: usize = 40;

/// Letters that no accent can be taken from.
const LETTERS: [(char, &str); 9] =
    [('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('đ', "d"), ('ð', "d"), ('ł', "l"), ('þ', "th"), ('ı', "i")];

/// The first words of `text` as an id; one that begins with a digit follows `noun`.
pub(super) fn slug(text: &str, noun: &str) -> Option<String> {
    let mut plain = String::new();
    for c in text.to_lowercase().nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, latin)) => plain.push_str(latin),
            // An apostrophe ends no word.
            None if matches!(c, '\'' | '’') => {}
            None => plain.push(c),
        }
    }
    let mut words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let first: String = words.next()?.chars().take(LONGEST).collect();
    let mut id = if first.starts_with(|c: char| c.is_ascii_digit()) { format!("{noun}-{first}") } else { first };
    for word in words {
        if id.len() + 1 + word.len() > LONGEST {
            break;
        }
        id = id + "-" + word;
    }
    Some(id)
}

/// What an entry of the list at `key` is called: `option` for `options`.
pub(super) fn noun(key: &str) -> String {
    let one = match key {
        "criteria" => "criterion".to_owned(),
        "key_concepts" | "key_terms" | "key_skills" => key[4..key.len() - 1].to_owned(),
        "case_studies" => "case".to_owned(),
        "" => "n".to_owned(),
        _ => match key.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => key.trim_end_matches('s').to_owned(),
        },
    };
    one.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::{noun, slug};
    use crate::value::Id;

    #[test]
    fn a_text_becomes_an_id() {
        for (text, id) in [
            ("Wash your hands", "wash-your-hands"),
            ("It’s 20 seconds: don't stop", "its-20-seconds-dont-stop"),
            ("20 seconds", "option-20-seconds"),
            ("Händewaschen & Größe", "handewaschen-grosse"),
            ("A text that is longer than anybody wants to read in an id", "a-text-that-is-longer-than-anybody-wants"),
            (
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "donaudampfschifffahrtselektrizitatenhaup",
            ),
        ] {
            assert_eq!(slug(text, "option").as_deref(), Some(id), "{text}");
            assert!(Id::parse(id).is_ok(), "{id}");
        }
        assert_eq!(slug("日本語", "option"), None);
        assert_eq!(slug("…", "option"), None);
    }

    #[test]
    fn an_entry_is_called_after_its_list() {
        for (key, one) in
            [("options", "option"), ("categories", "category"), ("criteria", "criterion"), ("key_terms", "term"), ("faq", "faq")]
        {
            assert_eq!(noun(key), one);
        }
    }
}
