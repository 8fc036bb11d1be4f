//! Language tags, BCP 47.

use std::fmt;

use super::subtags::{self, TagFault};

/// A well-formed language tag in canonical case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Stands where a language could not be read, which has been said.
    #[must_use]
    pub fn unread() -> Self {
        Self("und".to_owned())
    }

    /// Reads a tag such as `en-GB`.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        const FORM: &str = "write a language tag (BCP 47), such as `en`, `en-GB` or `cy`";
        oxilangtag::LanguageTag::parse_and_normalize(text).map(|tag| Self(tag.into_inner())).map_err(|_| FORM.to_owned())
    }

    /// What is wrong with the tag `written`, which is this one, for who reads it: a part of it is not registered or no longer used, or its
    /// case is unusual.
    #[must_use]
    pub fn fault(&self, written: &str) -> Option<TagFault> {
        subtags::fault(written, &self.0)
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `rtl` where the language is written from right to left, else `ltr`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        const RIGHT_TO_LEFT: [&str; 10] = ["ar", "arc", "dv", "fa", "he", "ks", "ps", "ug", "ur", "yi"];
        let primary = self.0.split('-').next().unwrap_or_default();
        if RIGHT_TO_LEFT.contains(&primary) { "rtl" } else { "ltr" }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
