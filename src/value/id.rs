//! Names that authors give, and the full path of a thing.

use std::fmt;

/// An authored id: `[A-Za-z][A-Za-z0-9_-]{0,63}`; a criterion's may be like `1.2`. Kept as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Stands where a id could not be read, which has been said.
    #[must_use]
    pub fn unread() -> Self {
        Self("unread".to_owned())
    }

    /// Reads an id.
    ///
    /// # Errors
    /// Says what an id looks like.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let mut chars = text.chars();
        let starts = chars.next().is_some_and(|c| c.is_ascii_alphabetic());
        let rest = chars.all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if starts && rest && text.len() <= 64 {
            return Ok(Self(text.to_owned()));
        }
        Err("an id starts with a letter, then has letters, digits, `-` or `_`, at most 64 in all")
    }

    /// Reads a criterion's id: an id, or a number of two or more parts such as `1.2`.
    ///
    /// # Errors
    /// Says what a criterion's id looks like.
    pub fn parse_criterion(text: &str) -> Result<Self, &'static str> {
        let numbered = text.len() <= 64
            && text.contains('.')
            && text.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
        if numbered {
            return Ok(Self(text.to_owned()));
        }
        Self::parse(text).map_err(|_| "a criterion's id is a number such as `1.2`, or an id that starts with a letter")
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as it is compared: ids are unique without regard to case.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The full path of a thing in a course: `unit`, `unit/item`, `unit/item/part`, `^/entry`, `bank:id/item`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

impl Path {
    /// The path of a thing at the top of the course.
    #[must_use]
    pub fn top(id: &Id) -> Self {
        Self(id.to_string())
    }

    /// The path of `id` in the thing at this path.
    #[must_use]
    pub fn join(&self, id: &Id) -> Self {
        Self(format!("{}/{id}", self.0))
    }

    /// A path as it stands in a lock or in `moved:`; not checked here.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The path as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
