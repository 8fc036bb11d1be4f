//! Versions of a course's content, SemVer 2.0.0.

use std::fmt;

/// A semantic version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(semver::Version);

impl Version {
    /// Stands where a version could not be read, which has been said.
    #[must_use]
    pub fn unread() -> Self {
        Self(semver::Version::new(0, 0, 0))
    }

    /// Reads a version such as `1.0.0`.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        const FORM: &str = "write three whole numbers with dots between them, such as `1.0.0`; none begins with a 0 unless it is 0";
        semver::Version::parse(text).map(Self).map_err(|_| FORM.to_owned())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
