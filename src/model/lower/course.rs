//! A course and its qualification.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lowering, settings};
use crate::content::rules::tag_fault;
use crate::diag::Span;
use crate::model::rules::{repeated, unlisted_unit};
use crate::model::{
    Bank, Course, Entry, Home, Index, ItemAt, ItemPath, Level, LintLevel, Meta, Move, Navigation, Qualification, Setting, Size, Structure,
    Unit,
};
use crate::source::Sources;
use crate::syntax;
use crate::target;
use crate::value::{Id, Iri, Language, Path, TagFault, Version};
use crate::yaml::{Cx, Named, Spanned, rules};

/// Reports unit files that stand in `units` twice.
pub(super) fn repeated_units(course: &syntax::Course, cx: &mut Cx) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for path in &course.units {
        if let Some(first) = seen.insert(&path.value, path.span) {
            cx.push(repeated::twice(&path.value, path.span, first));
        }
    }
}

/// Reports files in `units/` that the course does not list; a list that could not be read whole says nothing of them.
pub(super) fn unlisted_units(course: &syntax::Course, sources: &Sources, cx: &mut Cx) {
    if course.units.is_empty() || course.lost.contains("units") {
        return;
    }
    let listed: BTreeSet<String> = course.units.iter().map(|unit| unit.value.to_ascii_lowercase()).collect();
    let is_listed = |path: &str| listed.contains(&path.to_ascii_lowercase());
    for (path, _) in sources.texts_in("units").filter(|(path, _)| path.strip_suffix(".yaml").is_some() && !is_listed(path)) {
        cx.push(unlisted_unit::unlisted(path, course.units_key));
    }
}

/// Items of units that an assessment names by a path.
fn lent(units: &[Unit], finals: &[Unit]) -> BTreeSet<ItemAt> {
    let assessments = units.iter().chain(finals).flat_map(|unit| &unit.assessments);
    let named = assessments.flat_map(|assessment| &assessment.entries).filter_map(|entry| match entry {
        Entry::Of(ItemPath { home: home @ Home::Unit(_), id, .. }) => Some(ItemAt { home: home.clone(), id: id.clone() }),
        _ => None,
    });
    named.collect()
}

impl Lowering<'_> {
    pub(super) fn course(
        &mut self,
        course: syntax::Course,
        qualification: Option<syntax::Qualification>,
        units: Vec<Unit>,
        banks: Vec<Bank>,
    ) -> Course {
        let mut lost = course.lost;
        if units.len() < course.units.len() {
            lost.insert("units");
        }
        let pass_mark = settings::pass_mark(&course.tracking);
        let items_lost = lost.contains("items");
        let assessments = course.assessments.into_iter().filter_map(|assessment| self.assessment(assessment, pass_mark, items_lost));
        let finals: Vec<Unit> = assessments.map(Unit::of_assessment).collect();
        let model = qualification.as_ref().and_then(|qualification| qualification.assessment_model);
        let qualification = qualification.map(|qualification| self.qualification(qualification));
        let media = course.media.into_iter().filter_map(|media| self.media(media)).collect();
        let image = course.meta.image.as_ref().and_then(|path| self.file(path));
        let base_iri_span = course.base_iri.as_ref().map(|iri| iri.span);
        let base_iri = course.base_iri.and_then(|iri| rules::checked(&iri, Iri::parse, self.cx));
        let has_broker = course.xapi.lrs.broker.is_some();
        let xapi = self.xapi(course.xapi);
        if has_broker && xapi.broker.is_none() {
            lost.insert("broker");
        }
        let version = rules::checked(&course.version, Version::parse, self.cx);
        // Of a language that is none, no theme need have words.
        let known = |lang: &Language| !matches!(lang.fault(&course.lang.value), Some(TagFault::Unknown { .. }));
        let lang = self.language(&course.lang).filter(known);
        let id = rules::checked(&course.id, Id::parse, self.cx);
        Course {
            // What cannot be read has been said, and nothing is built of it.
            id: id.unwrap_or_else(Id::unread),
            version: version.unwrap_or_else(Version::unread),
            version_span: course.version.span,
            lang: lang.unwrap_or_else(Language::unread),
            title: course.title,
            description: course.description,
            meta: Meta { author: course.meta.author, licence: course.meta.licence, keywords: course.meta.keywords, image },
            base_iri,
            base_iri_span,
            qualification,
            lent: lent(&units, &finals),
            units: units.into(),
            finals,
            banks,
            structure: set(course.structure, Structure::UnitPerSco),
            navigation: set(course.navigation, Navigation::Free),
            lms: lms(course.lms),
            math: set(course.math, false),
            tracking: settings::tracking(&course.tracking),
            coverage: settings::coverage(&course.coverage, model),
            levels: course.lints.0.into_iter().map(|(name, said)| level(name, said)).collect(),
            targets: targets(course.targets, course.id.span),
            theme_span: course.theme.as_ref().map(|theme| theme.span),
            theme: course.theme.map_or_else(|| "default".to_owned(), |theme| theme.value),
            xapi,
            media,
            moved: course.moved.iter().map(moved).collect(),
            index: Index::default(),
            lost,
        }
    }

    /// A language tag; what is wrong with it is said.
    pub(super) fn language(&mut self, written: &Named) -> Option<Language> {
        let language = rules::checked(written, Language::parse, self.cx)?;
        self.cx.diagnostics.extend(tag_fault(&language, &written.value, written.span));
        Some(language)
    }

    fn qualification(&mut self, written: syntax::Qualification) -> Qualification {
        let lists = self.lists(written.lists);
        let lowered = Qualification {
            title: written.title,
            awarding_body: written.awarding_body,
            framework: written.framework,
            level: written.level,
            sector: written.sector,
            kind: written.kind.map(|kind| kind.name().to_owned()),
            size: Size { tqt: written.size.tqt, glh: written.size.glh, credits: written.size.credits },
            assessment_model: written.assessment_model.map(|model| model.name().to_owned()),
            outcome_stem: written.stems.outcome,
            criterion_stem: written.stems.criterion,
            overview: written.overview,
            lists,
        };
        self.check_texts(lowered.references());
        lowered
    }
}

/// A setting as it is written, or its default.
pub(super) fn set<T>(written: Option<Spanned<T>>, default: T) -> Setting<T> {
    match written {
        Some(Spanned { value, span }) => Setting { value, span: Some(span) },
        None => Setting { value: default, span: None },
    }
}

/// The LMS that is written, or any.
fn lms(written: Option<Spanned<syntax::Lms>>) -> Setting<&'static target::Profile> {
    let Setting { value, span } = set(written, syntax::Lms(target::Profile::generic()));
    Setting { value: value.0, span }
}

/// Those that are listed; where none are, the usual ones.
fn targets(listed: Option<Vec<syntax::TargetRef>>, course: Span) -> Vec<(String, Span)> {
    match listed {
        Some(listed) => listed.into_iter().map(|target| (target.0.value, target.0.span)).collect(),
        None => target::USUAL.iter().map(|target| (target.name.to_owned(), course)).collect(),
    }
}

/// A level that could not be read stops the build by itself, so that nothing more is said of what it is for.
fn level(name: Named, said: syntax::LevelWithReason) -> LintLevel {
    let level = said.level.unwrap_or(Level::Allow);
    LintLevel { name: name.value, span: name.span, level, reason: said.reason.text }
}

fn moved(written: &syntax::Move) -> Move {
    Move { from: Path::from_text(&written.from.value), to: Path::from_text(&written.to.value), span: written.from.span }
}
