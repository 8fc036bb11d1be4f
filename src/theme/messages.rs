//! Words that no author wrote, by key, in the language of the course.

use std::collections::BTreeMap;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::{Message, Words};

/// All words, in one language.
#[derive(Clone)]
pub struct Messages {
    words: Words,
    plural: Option<PluralRules>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("words", &self.words).finish_non_exhaustive()
    }
}

impl Messages {
    /// `words`, whose numbers follow the rules of `primary`, a primary language such as `en`.
    #[must_use]
    pub fn new(words: Words, primary: &str) -> Self {
        let plural = primary.parse::<LanguageIdentifier>().ok().and_then(|lang| PluralRules::create(lang, PluralRuleType::CARDINAL).ok());
        Self { words, plural }
    }

    /// What JavaScript says.
    #[must_use]
    pub fn script(&self) -> &BTreeMap<String, Message> {
        &self.words.script
    }

    /// What the panel says that shows what is recorded.
    #[must_use]
    pub fn debug(&self) -> &BTreeMap<String, Message> {
        &self.words.debug
    }

    /// Every word put between `⟦` and `⟧`: a test finds what a template says by itself.
    #[must_use]
    pub fn marked(mut self) -> Self {
        let mark = |text: &mut String| *text = format!("⟦{text}⟧");
        for message in self.words.page.values_mut().chain(self.words.script.values_mut()).chain(self.words.debug.values_mut()) {
            match message {
                Message::Text(text) => mark(text),
                Message::Plural(forms) => forms.values_mut().for_each(mark),
            }
        }
        self
    }

    /// What templates say under `key`, with what `value` knows in the places of names in braces; `n` chooses the plural.
    ///
    /// # Errors
    /// Says which key, number or value is missing.
    pub fn say(&self, key: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
        let message = self.words.page.get(key).ok_or_else(|| format!("no message has the key `{key}`"))?;
        let text = match message {
            Message::Text(text) => text,
            Message::Plural(forms) => {
                let n = value("n").and_then(|n| n.parse::<u64>().ok()).ok_or_else(|| format!("message `{key}` needs a number `n`"))?;
                forms.get(self.category(n)).or_else(|| forms.get("other")).ok_or_else(|| format!("message `{key}` has no form `other`"))?
            }
        };
        fill(text, value).map_err(|name| format!("message `{key}` needs a value for `{{{name}}}`"))
    }

    /// As [`Messages::say`], for views, whose keys and values are the compiler's own.
    #[must_use]
    pub fn word(&self, key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string());
        self.say(key, &value).unwrap_or_else(|_| key.to_owned())
    }

    fn category(&self, n: u64) -> &'static str {
        match self.plural.as_ref().and_then(|rules| rules.select(n).ok()) {
            Some(PluralCategory::ZERO) => "zero",
            Some(PluralCategory::ONE) => "one",
            Some(PluralCategory::TWO) => "two",
            Some(PluralCategory::FEW) => "few",
            Some(PluralCategory::MANY) => "many",
            Some(PluralCategory::OTHER) | None => "other",
        }
    }
}

/// `text` with each `{name}` replaced by its value; the name of a value that is missing.
fn fill(text: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        filled.push_str(&value(name).ok_or_else(|| name.to_owned())?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(primary: &str) -> Messages {
        let forms = |forms: &[(&str, &str)]| Message::Plural(forms.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect());
        let page = BTreeMap::from([
            ("saved".into(), Message::Text("Saved at {time}".into())),
            ("pages".into(), forms(&[("one", "{n} page"), ("few", "{n} pages (few)"), ("other", "{n} pages")])),
        ]);
        Messages::new(Words { page, ..Words::default() }, primary)
    }

    #[test]
    fn the_number_chooses_the_form_of_the_language() {
        for (primary, n, says) in
            [("en", 1, "1 page"), ("en", 0, "0 pages"), ("pl", 3, "3 pages (few)"), ("pl", 5, "5 pages"), ("tlh", 1, "1 pages")]
        {
            assert_eq!(messages(primary).word("pages", &[("n", &n)]), says, "{primary} {n}");
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let none = |_: &str| None;
        let messages = messages("en");
        assert_eq!(messages.say("saved", &none), Err("message `saved` needs a value for `{time}`".into()));
        assert_eq!(messages.say("pages", &none), Err("message `pages` needs a number `n`".into()));
        assert_eq!(messages.say("pgaes", &none), Err("no message has the key `pgaes`".into()));
    }
}
