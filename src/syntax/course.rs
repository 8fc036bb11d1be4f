//! The file `course.yaml`.

use std::collections::BTreeSet;

use super::{Assessment, Coverage, Media, Qualification, Tracking, Xapi, language, words};
use crate::content::Line;
use crate::diag::Span;
use crate::target;
use crate::yaml::{self, Cx, Decode, Kind, Named, Node, Record, Spanned, record};

/// A course.
#[derive(Debug, Default)]
pub struct Course {
    /// Its id.
    pub id: Named,
    /// The version of its content.
    pub version: Named,
    /// The language of its texts.
    pub lang: Named,
    /// Its title.
    pub title: Line,
    /// One paragraph for a catalogue.
    pub description: Option<Line>,
    /// Facts for a catalogue.
    pub meta: Meta,
    /// The IRI that all of its IRIs stand below.
    pub base_iri: Option<Named>,
    /// What its units belong to.
    pub qualification: Option<QualificationRef>,
    /// Where the list of its units stands.
    pub units_key: Span,
    /// The files of its units.
    pub units: Vec<Named>,
    /// Assessments of the whole course.
    pub assessments: Vec<Assessment>,
    /// Name of its theme.
    pub theme: Option<Named>,
    /// What one launchable holds.
    pub structure: Option<Spanned<Structure>>,
    /// How learners go through it.
    pub navigation: Option<Spanned<Navigation>>,
    /// The LMS it is made for.
    pub lms: Option<Spanned<Lms>>,
    /// Whether `$…$` in texts is mathematics.
    pub math: Option<Spanned<bool>>,
    /// Completion and success.
    pub tracking: Tracking,
    /// What has to happen to every criterion.
    pub coverage: Coverage,
    /// The targets it is built for.
    pub targets: Option<Vec<TargetRef>>,
    /// Media of the whole course.
    pub media: Vec<Media>,
    /// Reports to an LRS.
    pub xapi: Xapi,
    /// How grave kinds of mistakes are here.
    pub lints: Levels,
    /// Things that were moved or renamed.
    pub moved: Vec<Move>,
    /// Keys whose values could not be read whole.
    pub lost: BTreeSet<&'static str>,
}

impl Decode for Course {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let record = Record::open("a course", node, cx)?;
        language(&record, true, cx);
        let course = Self {
            id: record.required("id", cx),
            version: record.required("version", cx),
            lang: record.required("lang", cx),
            title: record.required("title", cx),
            description: record.optional("description", cx),
            meta: record.optional("meta", cx).unwrap_or_default(),
            base_iri: record.optional("base_iri", cx),
            qualification: record.optional("qualification", cx),
            units_key: record.entry("units").map_or(record.mark(), |entry| entry.key.span),
            units: record.required("units", cx),
            assessments: record.optional("assessments", cx).unwrap_or_default(),
            theme: record.optional("theme", cx),
            structure: record.optional("structure", cx),
            navigation: record.optional("navigation", cx),
            lms: record.optional("lms", cx),
            math: record.optional("math", cx),
            tracking: record.optional("tracking", cx).unwrap_or_default(),
            coverage: record.optional("coverage", cx).unwrap_or_default(),
            targets: record.optional("targets", cx),
            media: record.optional("media", cx).unwrap_or_default(),
            xapi: record.optional("xapi", cx).unwrap_or_default(),
            lints: record.optional("lints", cx).unwrap_or_default(),
            moved: record.optional("moved", cx).unwrap_or_default(),
            lost: BTreeSet::new(),
        };
        for reserved in ["languages", "state", "scales", "combination", "valid"] {
            if let Some(entry) = record.entry(reserved) {
                cx.push(yaml::rules::reserved_key(&entry.key));
            }
        }
        record.close(cx);
        Some(Self { lost: cx.lost.clone(), ..course })
    }
}

words! {
    /// What one launchable holds.
    pub enum Structure {
        /// A unit.
        UnitPerSco = "unit-per-sco",
        /// The whole course.
        CoursePerSco = "course-per-sco",
    }
}

words! {
    /// How learners go through a course.
    pub enum Navigation {
        /// As they like.
        Free = "free",
        /// One page after the other.
        Linear = "linear",
    }
}

/// The LMS that a course is made for.
#[derive(Clone, Copy, Debug)]
pub struct Lms(pub &'static target::Profile);

impl Decode for Lms {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let words: Vec<(&str, Self)> = target::profiles().iter().map(|profile| (profile.name, Self(profile))).collect();
        yaml::word(node, &words, cx)
    }
}

/// A target that the language knows.
#[derive(Clone, Debug, Default)]
pub struct TargetRef(pub Named);

impl Decode for TargetRef {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let words: Vec<(&str, ())> = target::names().map(|name| (name, ())).collect();
        yaml::word(node, &words, cx)?;
        Named::decode(node, cx).map(Self)
    }
}

record! {
    /// Facts for a catalogue.
    pub struct Meta as "`meta`" {
        /// Who wrote it.
        pub author: Line = optional,
        /// Its licence.
        pub licence: Line = optional,
        /// Words to find it by.
        pub keywords: Vec<Line> = default,
        /// Path of a decorative picture.
        pub image: Named = optional,
    }
}

record! {
    /// A line of `moved:`.
    pub struct Move as "a move" {
        /// Its path so far.
        pub from: Named = required,
        /// Its path now.
        pub to: Named = required,
    }
}

/// A qualification here, or the path of its file.
#[derive(Clone, Debug)]
pub enum QualificationRef {
    /// Written here.
    Here(Box<Qualification>),
    /// In a file, such as `shared:qualification.yaml`.
    File(Named),
}

impl Decode for QualificationRef {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Box::decode(node, cx).map(Self::Here),
            Kind::Scalar(..) => Named::decode(node, cx).map(Self::File),
            _ => {
                cx.expected("the keys of a qualification, or a path such as `shared:qualification.yaml`", node);
                None
            }
        }
    }
}

words! {
    /// How grave a kind of mistake is in a course.
    pub enum Level {
        /// Nothing is said.
        Allow = "allow",
        /// It is said.
        Warn = "warn",
        /// It stops the build.
        Deny = "deny",
    }
}

record! {
    /// What a course says about a kind of mistake.
    pub struct LevelWithReason as "an entry of `lints`" {
        /// How grave it is.
        pub level: Option<Level> = needed,
        /// Why.
        pub reason: Line = required,
    }
}

/// Kinds of mistakes by name, with their level in this course.
#[derive(Clone, Debug, Default)]
pub struct Levels(pub Vec<(Named, LevelWithReason)>);

impl Decode for Levels {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            cx.expected("names of lints, each with `level` and `reason`", node);
            return None;
        };
        let read = |entry: &yaml::Entry, cx: &mut Cx| {
            let name = Named { value: entry.key.text.clone(), span: entry.key.span };
            (name, LevelWithReason::decode(&entry.value, cx).unwrap_or_default())
        };
        Some(Self(entries.iter().map(|entry| read(entry, cx)).collect()))
    }
}
