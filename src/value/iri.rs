//! Internationalized resource identifiers, RFC 3987.

use std::fmt;

/// An absolute IRI without a fragment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iri(String);

impl Iri {
    /// Reads an absolute IRI.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let iri = oxiri::Iri::parse(text)
            .map_err(|_| "write a whole web address without spaces, such as `https://learn.example.org/my-course`".to_owned())?;
        if iri.fragment().is_some() {
            return Err("a fragment (`#...`) has no place here".to_owned());
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The IRI of what stands below this one: `segments` joined by `/`.
    #[must_use]
    pub fn below(&self, segments: &[&str]) -> Self {
        Self(format!("{}/{}", self.0, segments.join("/")))
    }

    /// The IRI as written, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Iri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
