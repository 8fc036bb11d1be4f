//! The run-time's data of a launchable. `docs/runtime-contract.md` section 1.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::layouts::{layouts, scope};
use super::report::{self, Report, Told};
use super::{Layout, SheetLayout, StoredShape};
use crate::activity::{self, Delivery, Launchable, PageKind, PlacedCase, PlacedInteraction, PlacedScene, Sheet};
use crate::item::{Item, Parts, Shape};
use crate::lock::{self, Lock, SheetPurpose};
use crate::model::{
    AfterCompletion, Assessment, AssessmentFeedback, AssessmentsRule, CaseStudy, Course, LrsSource, OnNewContent, ReportScore, Retry, Seed,
    Unit,
};
use crate::target::{Exit, Target};
use crate::value::Language;

/// All that the run-time knows of a launchable, but for its words: titles that are the compiler's own are left empty for `render`.
#[derive(Debug, Serialize)]
pub struct Player {
    format: u32,
    id: String,
    title: String,
    lang: String,
    course: CourseData,
    iri: Option<String>,
    scope: String,
    release: u32,
    rules: RulesData,
    lms: LmsData,
    pages: Vec<PageData>,
    sheets: BTreeMap<u32, SheetData>,
    items: BTreeMap<u32, ItemData>,
    layouts: Vec<Layout>,
    lrs: Option<LrsData>,
    statements: Option<Value>,
    #[serde(flatten)]
    told: Told,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    after: Vec<Awaited>,
}

impl Player {
    /// Tells which launchables of `delivery` have to be complete before `launchable` opens: for who has to see to that.
    pub fn await_others(&mut self, course: &Course, delivery: &Delivery, launchable: &Launchable, lock: &Lock) {
        let awaited = launchable.opens_after.iter().map(|place| &delivery.launchables[*place]);
        self.after = awaited
            .map(|one| Awaited {
                slot: one.slot,
                scope: scope(course, course.launched_at(one.unit), lock),
                iri: one.iri.as_ref().map(ToString::to_string),
            })
            .collect();
    }

    /// Gives each page, and each sheet, the title of its page, by slot.
    pub fn title(&mut self, titles: &BTreeMap<u32, String>) {
        let pages = self.pages.iter_mut().map(|page| (Some(page.slot), &mut page.title));
        let sheets = self.sheets.values_mut().map(|sheet| (sheet.page, &mut sheet.title));
        for (slot, title) in pages.chain(sheets) {
            if let Some(known) = slot.and_then(|slot| titles.get(&slot)) {
                title.clone_from(known);
            }
        }
    }
}

/// A launchable that has to be complete before.
#[derive(Debug, Serialize)]
struct Awaited {
    slot: u32,
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    iri: Option<String>,
}

#[derive(Debug, Serialize)]
struct CourseData {
    id: String,
    title: String,
    version: String,
    iri: Option<String>,
}

#[derive(Debug, Serialize)]
struct RulesData {
    pages: u32,
    assessments: &'static str,
    after_completion: &'static str,
    on_new_content: &'static str,
}

/// What the LMS wants otherwise than others; adapters read it.
#[derive(Debug, Serialize)]
struct LmsData {
    exit12: &'static str,
    exit2004: &'static str,
    request: bool,
    alive: u32,
    interactions: bool,
    objectives: bool,
}

#[derive(Debug, Serialize)]
struct PageData {
    slot: u32,
    kind: &'static str,
    id: String,
    address: String,
    title: String,
    minutes: Option<u32>,
    sheet: Option<u32>,
}

#[derive(Debug, Serialize)]
struct SheetData {
    slot: u32,
    id: String,
    title: String,
    purpose: &'static str,
    page: Option<u32>,
    attempts: Option<u32>,
    retry: &'static str,
    pass: u32,
    feedback: &'static str,
    report: &'static str,
    shuffle: Shuffle,
    seed: Option<&'static str>,
    unseen: bool,
    limit: Option<Limit>,
    counts: bool,
    max: u64,
    items: Vec<u32>,
}

#[derive(Debug, Serialize)]
struct Limit {
    seconds: u32,
    extend: bool,
}

#[derive(Debug, Serialize)]
struct Shuffle {
    items: bool,
    options: bool,
}

#[derive(Debug, Serialize)]
struct ItemData {
    slot: u32,
    id: String,
    r#type: &'static str,
    interaction: String,
    meaning: u32,
    points: u32,
    marking: &'static str,
    shape: Vec<StoredShape>,
    key: Value,
    parts: Vec<u32>,
    last: Option<u32>,
    report: Report,
    misconceptions: BTreeMap<u32, String>,
    regrade: bool,
}

#[derive(Debug, Serialize)]
struct LrsData {
    from: Vec<&'static str>,
    broker: Option<String>,
    origins: Vec<String>,
    home_page: Option<String>,
    include_name: bool,
    free_text: bool,
}

/// The data of `launchable` for `target`. `origins` may get statements beside those that the course names: a preview's own.
#[must_use]
pub fn player(course: &Course, delivery: &Delivery, launchable: &Launchable, lock: &Lock, target: &Target, origins: &[String]) -> Player {
    let unit = course.launched_at(launchable.unit);
    let pages = launchable.pages.iter().map(|page| page.slot).collect();
    let known = layouts(course, unit, lock, pages).known;
    let lrs = lrs(course, target, origins);
    let cases =
        || launchable.cases.iter().filter_map(|placed| Some((placed, unit.case_studies.iter().find(|case| case.id == placed.case)?)));
    Player {
        format: 1,
        id: launchable.public_id.clone(),
        title: launchable.title.clone(),
        lang: course.lang.to_string(),
        course: CourseData {
            id: lock.course_id(course).to_owned(),
            title: delivery.title.clone(),
            version: course.version.to_string(),
            iri: delivery.iri.as_ref().map(ToString::to_string),
        },
        iri: launchable.iri.as_ref().map(ToString::to_string),
        scope: scope(course, unit, lock),
        release: delivery.release,
        rules: rules(course),
        lms: lms(course),
        pages: launchable.pages.iter().map(|page| self::page(page, launchable, unit, lock)).collect(),
        sheets: launchable
            .sheets
            .iter()
            .map(|sheet| (sheet.slot, self::sheet(sheet, course, launchable, lock, &known[0])))
            .chain(cases().map(|(placed, case)| (placed.number, case_sheet(placed, case, unit, lock))))
            .collect(),
        items: launchable
            .interactions
            .iter()
            .filter_map(|placed| Some((placed.slot, self::item(placed, course.item(&placed.at)?, lock, target, &course.lang))))
            .chain(cases().map(|(placed, case)| (placed.number, case_item(placed, case, unit, lock, target))))
            .collect(),
        told: report::told(course, delivery, launchable, target, lrs.is_some()),
        layouts: known,
        statements: lrs.as_ref().and_then(|_| statements(course, delivery, launchable, target)),
        lrs,
        after: Vec::new(),
    }
}

fn lms(course: &Course) -> LmsData {
    let profile = course.lms.value;
    let kept = |exit: Exit| match exit {
        Exit::Keep => true,
        Exit::End => false,
        Exit::Tracking => course.tracking.after_completion == AfterCompletion::Review,
    };
    LmsData {
        exit12: if kept(profile.exit12) { "suspend" } else { "" },
        exit2004: if kept(profile.exit2004) { "suspend" } else { "normal" },
        request: profile.navigation_request,
        alive: profile.alive,
        interactions: profile.interactions,
        objectives: profile.objectives,
    }
}

fn rules(course: &Course) -> RulesData {
    let tracking = &course.tracking;
    RulesData {
        pages: tracking.complete_when.pages.0,
        assessments: match tracking.complete_when.assessments {
            AssessmentsRule::Passed => "passed",
            AssessmentsRule::Attempted => "attempted",
            AssessmentsRule::None => "none",
        },
        after_completion: match tracking.after_completion {
            AfterCompletion::Review => "review",
            AfterCompletion::Normal => "normal",
        },
        on_new_content: match tracking.on_new_content {
            OnNewContent::Keep => "keep",
            OnNewContent::Reopen => "reopen",
        },
    }
}

/// What statements are made of. Where nothing else launches the units one by one, the course is stated by the last of them.
fn statements(course: &Course, delivery: &Delivery, launchable: &Launchable, target: &Target) -> Option<Value> {
    let mut all = activity::statements(course, delivery, launchable)?;
    if let (true, Some(others)) =
        (target.home && target.needs_iri && !delivery.is_one(target), activity::others(course, delivery, launchable))
    {
        all["others"] = others;
    }
    Some(all)
}

/// Whether documents of the course can send statements: its things have IRIs, and there is an origin to send to and a source to
/// learn of it, `origins` being those beside the course's own.
#[must_use]
pub fn reports(course: &Course, target: &Target, origins: &[String]) -> bool {
    course.base_iri.is_some() && lrs(course, target, origins).is_some()
}

/// Whether a service or a file says where its statements go.
#[must_use]
pub fn asks_services(course: &Course, target: &Target, origins: &[String]) -> bool {
    lrs(course, target, origins).is_some_and(|lrs| lrs.from.iter().any(|source| matches!(*source, "broker" | "stamp")))
}

/// Where statements may go; `None` where nothing says so. A target that is launched with an LRS has no list of origins: its LMS chooses.
fn lrs(course: &Course, target: &Target, origins: &[String]) -> Option<LrsData> {
    let xapi = &course.xapi;
    let data = |from, origins| LrsData {
        from,
        broker: xapi.broker.as_ref().map(|(address, _)| address.to_string()),
        origins,
        home_page: xapi.home_page.as_ref().map(ToString::to_string),
        include_name: xapi.include_name,
        free_text: xapi.free_text,
    };
    if target.needs_iri {
        return Some(data(Vec::new(), Vec::new()));
    }
    let mut all = xapi.allowed_origins.clone();
    all.extend(origins.iter().filter(|origin| !xapi.allowed_origins.contains(origin)).cloned());
    let mut from: Vec<&'static str> = xapi.from.iter().filter_map(|(source, _)| source_name(*source, course)).collect();
    if let Some(launch) = source_name(LrsSource::Launch, course).filter(|launch| !origins.is_empty() && !from.contains(launch)) {
        from.push(launch);
    }
    let may = !from.is_empty() && !all.is_empty();
    may.then(|| data(from, all))
}

/// What a source is called in the run-time's data, where it can be asked: cmi5 is a target of its own, and a broker needs an address.
fn source_name(source: LrsSource, course: &Course) -> Option<&'static str> {
    let asked = match source {
        LrsSource::Launch | LrsSource::Lms | LrsSource::Stamp => true,
        LrsSource::Broker => course.xapi.broker.is_some(),
        LrsSource::Cmi5 => false,
    };
    asked.then(|| source.name())
}

fn public(lock: &Lock, unit: &Unit, id: &str) -> String {
    lock.public_id(&format!("{}/{id}", unit.id)).to_owned()
}

fn page(page: &activity::Page, launchable: &Launchable, unit: &Unit, lock: &Lock) -> PageData {
    let sheet = launchable.sheets.iter().find(|sheet| sheet.page == Some(page.slot)).map(|sheet| sheet.slot);
    let played = launchable.cases.iter().find(|placed| placed.page == page.slot).map(|placed| placed.number);
    let lesson = unit.lessons.iter().find(|lesson| page.kind == PageKind::Lesson && lesson.id.as_str() == page.id);
    let assessment = unit.assessments.iter().find(|assessment| page.kind == PageKind::Assessment && assessment.id.as_str() == page.id);
    let case = unit.case_studies.iter().find(|case| page.kind == PageKind::Case && case.id.as_str() == page.id);
    let title = lesson.map(|lesson| &lesson.title).or(assessment.map(|assessment| &assessment.title)).or(case.map(|case| &case.title));
    let (kind, authored) = match page.kind {
        PageKind::Overview => ("overview", false),
        PageKind::Lesson => ("lesson", true),
        PageKind::Assessment => ("assessment", true),
        PageKind::Case => ("case", true),
        PageKind::Practice => ("practice", false),
        PageKind::Results => ("results", false),
    };
    PageData {
        slot: page.slot,
        kind,
        id: if authored { public(lock, unit, &page.id) } else { page.id.clone() },
        address: page.address.clone(),
        title: title.map_or_else(String::new, |title| title.text.clone()),
        minutes: lesson.and_then(|lesson| lesson.duration).map(crate::value::Duration::minutes),
        sheet: sheet.or(played),
    }
}

/// `own` is this build's layout.
fn sheet(sheet: &Sheet, course: &Course, launchable: &Launchable, lock: &Lock, own: &Layout) -> SheetData {
    let is_drawn = own.sheets.iter().any(|SheetLayout(slot, _, draws)| *slot == sheet.slot && !draws.is_empty());
    let unit = course.launched_at(launchable.unit);
    let assessment = unit.assessments.iter().find(|assessment| Some(&assessment.id) == sheet.assessment.as_ref());
    match assessment {
        Some(assessment) => of_assessment(sheet, activity::worth(course, unit, assessment).points, assessment, unit, lock, is_drawn),
        // The practice pool: as often as one likes, each answer checked at once, never counted.
        None => SheetData {
            slot: sheet.slot,
            id: SheetPurpose::Practice.name().to_owned(),
            title: String::new(),
            purpose: SheetPurpose::Practice.name(),
            page: sheet.page,
            attempts: None,
            retry: Retry::All.name(),
            pass: course.tracking.pass_mark.0,
            feedback: "after-each",
            report: "best",
            shuffle: Shuffle { items: false, options: false },
            seed: None,
            unseen: false,
            limit: None,
            counts: false,
            max: 0,
            items: sheet.items.clone(),
        },
    }
}

fn of_assessment(sheet: &Sheet, max: u64, assessment: &Assessment, unit: &Unit, lock: &Lock, is_drawn: bool) -> SheetData {
    SheetData {
        slot: sheet.slot,
        id: public(lock, unit, assessment.id.as_str()),
        title: assessment.title.text.clone(),
        purpose: SheetPurpose::from(assessment.purpose).name(),
        page: sheet.page,
        attempts: assessment.attempts,
        retry: assessment.retry.name(),
        pass: assessment.pass_mark.0,
        feedback: match assessment.feedback {
            AssessmentFeedback::AfterEach => "after-each",
            AssessmentFeedback::AfterSubmit => "after-submit",
            AssessmentFeedback::AfterLastAttempt => "after-last-attempt",
            AssessmentFeedback::Never => "never",
        },
        report: match assessment.report_score {
            ReportScore::Best => "best",
            ReportScore::Last => "last",
            ReportScore::First => "first",
        },
        shuffle: Shuffle { items: assessment.shuffle_items, options: assessment.shuffle_options },
        seed: (is_drawn || assessment.shuffle_items || assessment.shuffle_options).then_some(match assessment.seed {
            Seed::Fixed => "fixed",
            Seed::Learner => "learner",
            Seed::Attempt => "attempt",
        }),
        unseen: assessment.unseen_first.is_some(),
        limit: assessment.time_limit.as_ref().map(|time| Limit { seconds: time.limit.seconds(), extend: time.may_be_extended() }),
        counts: assessment.counts,
        max,
        items: sheet.items.clone(),
    }
}

/// A case study as a sheet: begun at once, handed in where it ends, as often as one likes, the best way through it kept.
fn case_sheet(placed: &PlacedCase, case: &CaseStudy, unit: &Unit, lock: &Lock) -> SheetData {
    SheetData {
        slot: placed.number,
        id: public(lock, unit, case.id.as_str()),
        title: case.title.text.clone(),
        purpose: SheetPurpose::Formative.name(),
        page: Some(placed.page),
        attempts: None,
        retry: Retry::All.name(),
        pass: 0,
        feedback: "after-each",
        report: "best",
        shuffle: Shuffle { items: false, options: false },
        seed: None,
        unseen: false,
        limit: None,
        counts: case.counts,
        max: case.most().0.into(),
        items: vec![placed.number],
    }
}

/// Its one item: the answer is the way that was taken. Key: `{"start", "scenes": {scene: {way: [to, points]}}}`.
fn case_item(placed: &PlacedCase, case: &CaseStudy, unit: &Unit, lock: &Lock, target: &Target) -> ItemData {
    let ways =
        |scene: &PlacedScene| -> BTreeMap<u32, (u32, u32)> { scene.ways.iter().map(|(way, on)| (*way, (on.to, on.points))).collect() };
    let scenes: BTreeMap<u32, _> = placed.scenes.iter().map(|(slot, scene)| (*slot, ways(scene))).collect();
    ItemData {
        slot: placed.number,
        id: public(lock, unit, case.id.as_str()),
        r#type: "case-study",
        interaction: placed.id.clone(),
        meaning: 1,
        points: case.most().0,
        marking: "per-part",
        shape: vec![StoredShape(Shape::Path)],
        key: serde_json::json!({"start": placed.start, "scenes": scenes}),
        parts: Vec::new(),
        last: None,
        report: report::way(placed, target),
        misconceptions: BTreeMap::new(),
        regrade: false,
    }
}

fn item(placed: &PlacedInteraction, item: &Item, lock: &Lock, target: &Target, lang: &Language) -> ItemData {
    let path = lock::item_path(&placed.at);
    let parts = lock.parts(&path);
    ItemData {
        slot: placed.slot,
        id: lock.public_id(&path).to_owned(),
        r#type: item.kind.name,
        interaction: placed.id.clone(),
        meaning: placed.meaning,
        points: item.points.0,
        marking: item.marking.name(),
        shape: item.body.shapes(&parts).into_iter().map(StoredShape).collect(),
        key: item.body.key(&parts),
        parts: item.body.parts().into_iter().map(|part| parts.slot(part)).collect(),
        last: item.body.keep_last().map(|part| parts.slot(part)),
        report: report::report(placed, item, &parts, target, lang),
        misconceptions: item.body.misconceptions(&parts).into_iter().map(|(slot, id)| (slot, id.to_string())).collect(),
        regrade: item.correction.is_some(),
    }
}
