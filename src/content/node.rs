//! A text as a tree in which nothing unsafe can be said.

use super::ReferenceKind;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Paragraph(Vec<Node>),
    /// A heading of level 2 to 6.
    Heading(usize, Vec<Node>),
    Quote(Vec<Node>),
    /// Its kind, its title where the author gave one, what it says.
    Callout(Callout, Option<Vec<Node>>, Vec<Node>),
    /// Code, and its language if that is told.
    CodeBlock(String, String),
    /// A list; with a number it counts from there.
    List(Option<u64>, Vec<Node>),
    ListEntry(Vec<Node>),
    Table(Box<Table>),
    Rule,
    /// A picture that stands alone.
    Figure(Box<Node>),
    /// `[item:id]` alone in a paragraph.
    Item(String),
    /// A footnote's text, by its label.
    Footnote(String, Vec<Node>),

    Text(String),
    Code(String),
    Emphasis(Vec<Node>),
    Strong(Vec<Node>),
    Struck(Vec<Node>),
    Link(Destination, Vec<Node>),
    Image(Box<Image>),
    /// Words in another language, by its tag.
    Language(String, Vec<Node>),
    /// A gap to fill in, by its name.
    Blank(String),
    /// The mark of a footnote, by its label.
    FootnoteMark(String),
    SoftBreak,
    HardBreak,
}

/// A picture or another media file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Image {
    pub(super) destination: Destination,
    /// What is said instead of it.
    pub(super) alt: String,
    /// Its caption.
    pub(super) title: String,
}

/// Where a link or picture leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// To a thing of the course.
    Thing(ReferenceKind, String),
    /// Out of the course, by a scheme that is allowed.
    Url(String),
    /// Nowhere: it has been reported.
    Refused,
}

/// A table with one row of headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) caption: Option<Vec<Node>>,
    pub(super) columns: Vec<Align>,
    pub(super) head: Vec<Vec<Node>>,
    pub(super) rows: Vec<Vec<Vec<Node>>>,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Center,
    End,
}

/// Kinds of callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Callout {
    /// The kind that is written `[!NOTE]`, in any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        let kinds = [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution];
        kinds.into_iter().find(|kind| kind.name().trim_start_matches("callout-").eq_ignore_ascii_case(name))
    }

    /// Its class, and the key of its heading.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Note => "callout-note",
            Self::Tip => "callout-tip",
            Self::Important => "callout-important",
            Self::Warning => "callout-warning",
            Self::Caution => "callout-caution",
        }
    }
}
