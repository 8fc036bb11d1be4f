//! Why a file that a course names cannot be had.

use super::rules;
use crate::diag::{Diagnostic, Span};

/// Why a file cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The path is not one that a course may use.
    Path(&'static str),
    /// The path is in no folder that is read for this purpose; these are.
    Folder(&'static str),
    /// There is no such file.
    Missing {
        /// A path that looks like it.
        near: Option<String>,
    },
    /// The file's name differs in upper and lower case.
    Case {
        /// The path as it is on disk.
        real: String,
    },
    /// The file's name has the same letters, composed in another way.
    Form {
        /// The path as it is on disk.
        real: String,
    },
    /// Some systems take its name for that of another text.
    Clash {
        /// The path of the other.
        other: String,
    },
    /// It is a link, or below a link, that leads out of the course, to a folder, or nowhere.
    Link,
    /// It is a folder or a device.
    NotAFile,
    /// It has more bytes than a text may have.
    TooLarge {
        /// Its bytes.
        size: u64,
        /// How many it may have.
        most: u64,
    },
    /// It is no UTF-8 text.
    NotText {
        /// The first byte that is none, in the file itself.
        place: Span,
    },
    /// The machine does not let us read it.
    Unreadable {
        /// What the machine says, such as `permission denied`.
        reason: String,
    },
}

impl Problem {
    /// The diagnostic for `path`, at the reference to it if there is one.
    #[must_use]
    pub fn diagnostic(&self, path: &str, at: Option<Span>) -> Diagnostic {
        let place = |diagnostic: Diagnostic, text: &str| match at {
            Some(span) => diagnostic.at(span, text),
            None => diagnostic,
        };
        match self {
            Self::Path(fault) => place(rules::path_not_allowed::at_fault(path, fault), "not a path in the course"),
            Self::Folder(folders) => place(rules::path_not_allowed::elsewhere(path, folders), "not in a folder that is read for this"),
            Self::Missing { near } => place(rules::missing_file::diagnostic(path, near.as_deref()), "not found"),
            Self::Case { real } => rules::file_name_case::diagnostic(path, real, at),
            Self::Form { real } => rules::file_name_form::diagnostic(path, real, at),
            Self::Clash { other } => place(rules::clashing_texts::diagnostic(path, other), "clashes"),
            Self::Link => place(rules::link_out::diagnostic(path), "a link"),
            Self::NotAFile => place(rules::not_a_file::diagnostic(path), "not a file"),
            Self::TooLarge { size, most } => place(rules::file_too_large::diagnostic(path, *size, *most), "too large"),
            Self::NotText { place } => rules::not_utf8::diagnostic(path, *place, at),
            Self::Unreadable { reason } => place(rules::unreadable_file::diagnostic(path, reason), "cannot be read"),
        }
    }
}
