//! Media, one place for what belongs to a file.

use crate::content::Line;
use crate::yaml::{Named, record};

record! {
    /// A media file.
    pub struct Media as "a media entry" {
        /// Its id.
        pub id: Named = required,
        /// Its path.
        pub file: Named = required,
        /// What it shows, for who cannot see or hear it.
        pub alt: Line = optional_or_empty,
        /// Whether it only decorates.
        pub decorative: bool = default,
        /// A caption.
        pub caption: Line = optional,
        /// Whom it is owed to.
        pub credit: Line = optional,
        /// Captions for what is said in it.
        pub captions: Vec<Captions> = default,
        /// Path of its text.
        pub transcript: Named = optional,
    }
}

record! {
    /// Captions in one language.
    pub struct Captions as "captions" {
        /// The language.
        pub lang: Named = required,
        /// The file.
        pub file: Named = required,
    }
}
