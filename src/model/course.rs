//! A course, and what holds for all of it.

use std::collections::BTreeSet;

use super::{Assessment, Bank, Index, ItemAt, Qualification, Unit, Units};
use crate::content::{Blocks, Line};
use crate::diag::Span;
use crate::source::MediaId;
use crate::syntax::{AfterCompletion, AssessmentsRule, CoverageLevel, Level, LrsSource, Navigation, OnNewContent, Profile, Structure};
use crate::target;
use crate::value::{Id, Iri, Language, Path, Thousandths, Version};

/// A course: what one package is made of.
#[derive(Debug)]
pub struct Course {
    /// Its id.
    pub id: Id,
    /// The version of its content.
    pub version: Version,
    /// Where the version is written.
    pub version_span: Span,
    /// The language of its texts.
    pub lang: Language,
    /// Its title.
    pub title: Line,
    /// One paragraph for a catalogue.
    pub description: Option<Line>,
    /// Author, licence, keywords.
    pub meta: Meta,
    /// The IRI that all of its IRIs stand below; without it there are no statements.
    pub base_iri: Option<Iri>,
    /// Where that is written.
    pub base_iri_span: Option<Span>,
    /// What its units belong to.
    pub qualification: Option<Qualification>,
    /// Its units, in teaching order.
    pub units: Units,
    /// Assessments of the whole course, each a launchable of its own: as units that hold nothing else.
    pub finals: Vec<Unit>,
    /// Items of units that an assessment names which is not their unit's own.
    pub lent: BTreeSet<ItemAt>,
    /// Its banks, by the names of their files.
    pub banks: Vec<Bank>,
    /// What one launchable holds.
    pub structure: Setting<Structure>,
    /// How learners go through it.
    pub navigation: Setting<Navigation>,
    /// The LMS it is made for.
    pub lms: Setting<&'static target::Profile>,
    /// Whether `$…$` in texts is mathematics.
    pub math: Setting<bool>,
    /// Completion, success, review.
    pub tracking: Tracking,
    /// What has to happen to every criterion.
    pub coverage: Coverage,
    /// How grave kinds of mistakes are here, by name, with the reason.
    pub levels: Vec<LintLevel>,
    /// The targets it is built for.
    pub targets: Vec<(TargetName, Span)>,
    /// Name of its theme.
    pub theme: String,
    /// Where it is named.
    pub theme_span: Option<Span>,
    /// Reports to a Learning Record Store.
    pub xapi: Xapi,
    /// Media of the whole course.
    pub media: Vec<Media>,
    /// Things that were moved or renamed.
    pub moved: Vec<Move>,
    /// Where names are defined and used.
    pub index: Index,
    /// Keys of course.yaml whose values could not be read whole: nothing is said of what is not there.
    pub lost: BTreeSet<&'static str>,
}

/// A setting, with its place where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is set, or the default.
    pub value: T,
    /// Where.
    pub span: Option<Span>,
}

/// A target as an author names it.
pub type TargetName = String;

/// Facts for a catalogue.
#[derive(Debug, Default)]
pub struct Meta {
    /// Who wrote it.
    pub author: Option<Line>,
    /// Its licence, such as `CC-BY-4.0`.
    pub licence: Option<Line>,
    /// Words to find it by.
    pub keywords: Vec<Line>,
    /// A decorative picture.
    pub image: Option<MediaId>,
}

/// When a launchable is complete and what happens afterwards.
#[derive(Clone, Debug)]
pub struct Tracking {
    /// What has to be done.
    pub complete_when: CompleteWhen,
    /// The default of an assessment's.
    pub pass_mark: Thousandths,
    /// What a learner who has finished meets.
    pub after_completion: AfterCompletion,
    /// What a release with new pages does to who had finished.
    pub on_new_content: OnNewContent,
}

/// What has to be done for completion.
#[derive(Clone, Debug)]
pub struct CompleteWhen {
    /// The share of pages that has to be read: 1000 is all, 0 none.
    pub pages: Thousandths,
    /// What has to become of the summative assessments.
    pub assessments: AssessmentsRule,
    /// Where it is written.
    pub span: Option<Span>,
}

/// What has to happen to every criterion, and how grave it is where it does not.
#[derive(Clone, Copy, Debug)]
pub struct Coverage {
    /// A lesson teaches it.
    pub taught: CoverageLevel,
    /// An item assesses it.
    pub assessed: CoverageLevel,
    /// Evidence is asked for it.
    pub evidenced: CoverageLevel,
}

/// How grave a kind of mistake is in this course.
#[derive(Clone, Debug)]
pub struct LintLevel {
    /// Name of the lint.
    pub name: String,
    /// Where it is named.
    pub span: Span,
    /// How grave it is.
    pub level: Level,
    /// Why.
    pub reason: String,
}

/// Reports to a Learning Record Store.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in course.yaml")]
pub struct Xapi {
    /// Where endpoint and credential may come from, with the places where that is written.
    pub from: Vec<(LrsSource, Option<Span>)>,
    /// The address of the service that is asked, and where it is written.
    pub broker: Option<(Iri, Span)>,
    /// The profile that statements follow.
    pub profile: Setting<Profile>,
    /// Origins that statements may go to, as `https://host[:port]`.
    pub allowed_origins: Vec<String>,
    /// The home page of the accounts of the LMS.
    pub home_page: Option<Iri>,
    /// Whether a learner's name goes along.
    pub include_name: bool,
    /// Which statements are sent.
    pub experienced: bool,
    /// Which statements are sent.
    pub answered: bool,
    /// Which statements are sent.
    pub outcomes: bool,
    /// Whether what a learner typed goes along.
    pub free_text: bool,
}

/// A file of `media:` with what is known of it.
#[derive(Debug)]
pub struct Media {
    /// Its id.
    pub id: Id,
    /// Where its id is written.
    pub span: Span,
    /// The file.
    pub file: MediaId,
    /// What it shows, for who cannot see or hear it; empty where it is decorative.
    pub alt: String,
    /// A caption.
    pub caption: Option<Line>,
    /// Whom it is owed to.
    pub credit: Option<Line>,
    /// Captions for what is said in it, each in a language: files to be linked.
    pub captions: Vec<(Language, MediaId)>,
    /// Its text: a file to be linked.
    pub transcript: Option<MediaId>,
    /// Its text, where that file is Markdown.
    pub transcript_text: Option<Blocks>,
}

/// A line of `moved:`.
#[derive(Clone, Debug)]
pub struct Move {
    /// Its path so far.
    pub from: Path,
    /// Its path now.
    pub to: Path,
    /// Where the line stands.
    pub span: Span,
}

impl Course {
    /// What is launched: the units in teaching order, then the assessments of the course.
    pub fn launched(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().chain(&self.finals)
    }

    /// What is launched in that place.
    ///
    /// # Panics
    /// Where there is none.
    #[must_use]
    pub fn launched_at(&self, place: usize) -> &Unit {
        if place < self.units.len() { &self.units[place] } else { &self.finals[place - self.units.len()] }
    }

    /// Whether `unit` is an assessment of the course.
    #[must_use]
    pub fn is_final(&self, unit: &Unit) -> bool {
        self.finals.iter().any(|one| one.id == unit.id)
    }

    /// The bank called `id`.
    #[must_use]
    pub fn bank(&self, id: &Id) -> Option<&Bank> {
        self.banks.iter().find(|bank| bank.id == *id)
    }

    /// Every assessment, with the unit that it belongs to; none for those of the whole course.
    pub fn all_assessments(&self) -> impl Iterator<Item = (Option<&Unit>, &Assessment)> {
        let of_units = self.units.iter().flat_map(|unit| unit.assessments.iter().map(move |assessment| (Some(unit), assessment)));
        of_units.chain(self.finals.iter().flat_map(|one| &one.assessments).map(|assessment| (None, assessment)))
    }
}
