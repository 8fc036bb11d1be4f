//! References from a text to things of the course.

use crate::diag::Span;

/// What kind of thing a text points to: `(lesson:id)`, `(unit:id)`, `(term:id)`, `(media:id)`, `[item:id]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    /// An item of the unit, shown in place.
    Item,
    /// A lesson.
    Lesson,
    /// A media entry, or a file `media/...` of the course (then the id is its path).
    Media,
    /// A key term.
    Term,
    /// Another unit.
    Unit,
}

/// A reference found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Kind of the thing.
    pub kind: ReferenceKind,
    /// Its id or path, as written.
    pub id: String,
    /// Where it is written.
    pub span: Span,
}

impl Reference {
    /// Where its id alone is written, if that can be told: an address has its kind before it.
    #[must_use]
    pub fn id_span(&self) -> Option<Span> {
        let before = match self.kind {
            ReferenceKind::Item => "",
            ReferenceKind::Lesson => "lesson:",
            ReferenceKind::Media => "media:",
            ReferenceKind::Term => "term:",
            ReferenceKind::Unit => "unit:",
        };
        let written = (self.span.end - self.span.start) as usize == before.len() + self.id.len();
        let start = self.span.end.checked_sub(u32::try_from(self.id.len()).ok()?)?;
        written.then_some(Span { start, ..self.span })
    }
}

/// What belongs to a media entry that is heard or watched.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// Its captions: language tag and address.
    pub tracks: Vec<(String, String)>,
    /// What is said in it, as safe HTML.
    pub text: Option<String>,
    /// Address of a file that says it, where it is no Markdown.
    pub file: Option<String>,
}

/// Where references lead in a document, `None` where a thing is not there; and the words that stand between an author's.
pub trait Links {
    /// The address for an `href` or `src`.
    fn href(&self, kind: ReferenceKind, id: &str) -> Option<String>;
    /// The text alternative of a media entry; empty for a decorative one.
    fn alt(&self, id: &str) -> Option<String>;
    /// The caption of a media entry, plain.
    fn caption(&self, _id: &str) -> Option<String> {
        None
    }
    /// Whom a media entry is owed to, plain.
    fn credit(&self, _id: &str) -> Option<String> {
        None
    }
    /// What belongs to a media entry that is heard or watched; `None` for a file without an entry, which is linked.
    fn spoken(&self, _id: &str) -> Option<Spoken> {
        None
    }
    /// Width and height of a picture in pixels, so that its place is there before it is.
    fn size(&self, _id: &str) -> Option<(u32, u32)> {
        None
    }
    /// The word or sentence for one of [`WORDS`](super::WORDS), plain; `number` stands where it has a number.
    fn word(&self, key: &str, number: usize) -> String;
}
