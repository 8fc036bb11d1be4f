//! What templates may see. Views decide; templates loop and ask.
//!
//! A field that is HTML is named `html`, or says so; templates mark only these as safe.

mod overview;

use serde::Serialize;
use serde_json::Value;

pub use overview::{
    CountedView, CounterView, CountsView, CriterionView, EntryView, ListView, MarkingPointView, OutcomeView, OverviewView,
    QualificationView,
};

/// A document of a unit. Template: `document.html`.
#[derive(Clone, Debug, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a part that a document has or has not")]
pub struct DocumentView {
    /// Language tag of the course.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The unit's title.
    pub title: String,
    /// The course's title.
    pub course_title: String,
    /// Where the home document is, if there is one.
    pub home: Option<String>,
    /// Content of the `Content-Security-Policy`.
    pub policy: String,
    /// What leads from the document to the top of the package.
    pub root: &'static str,
    /// Whether there is a run-time.
    pub script: bool,
    /// The run-time's data: JSON without `<`.
    pub player: String,
    /// The number of pages.
    pub total: usize,
    /// Whether what a key term means is shown beside the word.
    pub terms: bool,
    /// Whether an assessment has a time limit.
    pub timed: bool,
    /// Whether pages open in order.
    pub linear: bool,
    /// Whether it is one of several documents of a SCO.
    pub one: bool,
    /// The units that it opens after, where the document itself has to see to that.
    pub awaits: Vec<AwaitedView>,
    /// The search, if there is one.
    pub search: Option<SearchView>,
    /// The contents.
    pub groups: Vec<GroupView>,
    /// HTML of the pages, in order.
    pub sections: Vec<String>,
}

/// A unit that has to be done before another opens.
#[derive(Clone, Debug, Serialize)]
pub struct AwaitedView {
    /// Its slot in the course.
    pub slot: u32,
    /// Its title.
    pub title: String,
    /// Address of its document.
    pub href: String,
}

/// The search through a course.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// The name of this document in what is looked through.
    pub own: String,
    /// Address of what is looked through.
    pub file: String,
    /// Whether other documents are found too; an LMS opens those itself.
    pub all: bool,
    /// Where those stand, from this document: empty beside it.
    pub folder: &'static str,
}

/// Pages that stand together in the contents.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Id of its title in the document.
    pub id: &'static str,
    /// Its title; the first page has none.
    pub title: Option<String>,
    /// Its pages.
    pub pages: Vec<PageLink>,
}

/// A link to a page.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Slot of the page.
    pub slot: u32,
    /// Its address.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its title, with its number if it is a lesson.
    pub label: String,
}

/// A page among its neighbours: `page` in each `section/*.html`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// Its slot.
    pub slot: u32,
    /// Its address.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its number, from 1.
    pub number: usize,
    /// The number of pages.
    pub total: usize,
    /// The page before.
    pub previous: Option<PageLink>,
    /// The page after.
    pub next: Option<PageLink>,
}

/// A lesson. Template: `section/lesson.html`.
#[derive(Clone, Debug, Serialize)]
pub struct LessonSectionView {
    /// The page.
    pub page: PageView,
    /// The lesson.
    pub lesson: LessonView,
}

/// A lesson's own.
#[derive(Clone, Debug, Serialize)]
pub struct LessonView {
    /// Its number among the lessons, from 1.
    pub number: usize,
    /// The number of lessons.
    pub total: usize,
    /// How long it takes, in minutes.
    pub minutes: Option<u32>,
    /// What it teaches, an outcome and its criteria a line.
    pub teaches: Vec<String>,
    /// HTML of its text.
    pub body: String,
}

/// An assessment, or the practice pool. Templates: `section/assessment.html`, `section/practice.html`.
#[derive(Clone, Debug, Serialize)]
pub struct SheetSectionView {
    /// The page.
    pub page: PageView,
    /// The sheet.
    pub sheet: SheetView,
    /// HTML of its items.
    pub items: Vec<String>,
}

/// A sheet's own.
#[derive(Clone, Debug, Serialize)]
pub struct SheetView {
    /// Its slot.
    pub slot: u32,
    /// The words for its purpose.
    pub purpose: String,
    /// Number of questions, pass mark, attempts, feedback.
    pub facts: Vec<String>,
    /// Whether attempts can be used up.
    pub limited: bool,
    /// Whether an attempt is started by a button.
    pub start: bool,
    /// Whether it is handed in as a whole.
    pub submits: bool,
}

/// An item in a text. Template: `section/in-text.html`.
#[derive(Clone, Debug, Serialize)]
pub struct InTextView {
    /// The slot of the sheet that it is answered on.
    pub sheet: u32,
    /// Its number.
    pub number: u32,
    /// Its HTML.
    pub item: String,
}

/// An item. Template: `item/<type>.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ItemSectionView {
    /// What all types have.
    pub item: ItemView,
    /// What its type adds, as told in the type's file.
    pub body: Value,
}

/// What all types of items have.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// Its slot.
    pub slot: u32,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `sheet-item`: unique in the document.
    pub uid: String,
    /// Name of its controls, or what their names begin with.
    pub name: String,
    /// Its number among the sheet's, from 1.
    pub number: usize,
    /// The number of the sheet's items.
    pub total: usize,
    /// HTML of the question.
    pub prompt: String,
    /// Whether an answer is right or wrong, and worth points.
    pub marked: bool,
    /// The question in pieces, where it has gaps.
    pub sentence: Vec<PieceView>,
    /// The same in plain words, HTML.
    pub spoken: String,
    /// Criteria and points.
    pub facts: Vec<String>,
    /// Whether it is checked by itself.
    pub checks: bool,
    /// HTML of the hint.
    pub hint: Option<String>,
    /// HTML of what is said when it is right.
    pub correct: Option<String>,
    /// HTML of what is said when it is wrong.
    pub incorrect: Option<String>,
    /// HTML of what is said when it is partly right.
    pub partial: Option<String>,
    /// The beliefs that its answers show.
    pub beliefs: Vec<BeliefView>,
    /// The lessons that teach what it asks.
    pub again: Vec<PageLink>,
}

/// A piece of a question, and the gap behind it.
#[derive(Clone, Debug, Serialize)]
pub struct PieceView {
    /// HTML, perhaps with elements that end in a later piece.
    pub html: String,
    /// The slot of the gap; none behind the last piece.
    pub gap: Option<u32>,
    /// The number of the gap, from 1.
    pub number: usize,
}

/// A belief and what is so.
#[derive(Clone, Debug, Serialize)]
pub struct BeliefView {
    /// Id of the misconception.
    pub id: String,
    /// What is believed.
    pub claim: String,
    /// What is so, HTML.
    pub html: String,
}

/// A case study. Template: `section/case.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CaseSectionView {
    /// The page.
    pub page: PageView,
    /// The case study.
    pub case: CaseView,
}

/// A case study's own.
#[derive(Clone, Debug, Serialize)]
pub struct CaseView {
    /// The number of its sheet and item.
    pub number: u32,
    /// What the best way is worth; `None` where there are no points.
    pub points: Option<String>,
    /// Its scenes, in the author's order.
    pub scenes: Vec<SceneView>,
}

/// A scene.
#[derive(Clone, Debug, Serialize)]
pub struct SceneView {
    /// Its slot.
    pub slot: u32,
    /// Its number in words.
    pub title: String,
    /// HTML of its text.
    pub html: String,
    /// What its choices assess, in words.
    pub bears_on: Option<String>,
    /// How it ends the case study; `None` where it goes on.
    pub end: Option<EndView>,
    /// Its ways on, in the author's order.
    pub ways: Vec<WayView>,
}

/// How a case study ends.
#[derive(Clone, Debug, Serialize)]
pub struct EndView {
    /// `good`, `poor` or `neutral`.
    pub kind: &'static str,
    /// The same in words.
    pub title: String,
}

impl From<(&'static str, String)> for EndView {
    fn from((kind, title): (&'static str, String)) -> Self {
        Self { kind, title }
    }
}

/// A way from a scene to the next.
#[derive(Clone, Debug, Serialize)]
pub struct WayView {
    /// Its number in the run-time's data.
    pub way: u32,
    /// Its place in the author's order.
    #[serde(skip)]
    pub place: usize,
    /// HTML of the choice; `None` where there is nothing to choose.
    pub html: Option<String>,
    /// What is said to who takes it, HTML.
    pub feedback: Option<String>,
    /// The slot of the scene that it leads to.
    pub to: u32,
    /// That scene's number in words.
    pub to_title: String,
}

/// What came of the assessments. Template: `section/results.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ResultsView {
    /// The page.
    pub page: PageView,
    /// The sheets that count.
    pub results: Vec<ResultView>,
    /// A page to practise on.
    pub practise: Option<PageLink>,
}

/// What came of a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// Slot of the sheet.
    pub slot: u32,
    /// Its title.
    pub title: String,
    /// Its page.
    pub page: PageLink,
    /// What there is to know of it.
    pub facts: Vec<String>,
    /// The pass mark in per cent.
    pub percent: String,
    /// Which attempt counts, where there may be several.
    pub counts: Option<String>,
    /// The outcomes that it asks about.
    pub outcomes: Vec<AboutView>,
    /// The lessons that teach what it asks.
    pub again: Vec<AgainView>,
    /// The beliefs that its answers may show.
    pub beliefs: Vec<BelievedView>,
}

/// An outcome, and what asks about it.
#[derive(Clone, Debug, Serialize)]
pub struct AboutView {
    /// Its id.
    pub id: String,
    /// Its statement.
    pub title: String,
    /// Slots of the items, between blanks.
    pub about: String,
}

/// A lesson, and what asks about it.
#[derive(Clone, Debug, Serialize)]
pub struct AgainView {
    /// Ids of the criteria, or of the outcomes, that are asked.
    pub refs: String,
    /// Its page.
    pub page: PageLink,
    /// Slots of the items, between blanks.
    pub about: String,
}

/// A belief, and the items whose answers may show it.
#[derive(Clone, Debug, Serialize)]
pub struct BelievedView {
    /// It, and what is so.
    #[serde(flatten)]
    pub belief: BeliefView,
    /// Slots of the items, between blanks.
    pub about: String,
}

/// The home document of a course. Template: `home.html`.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Language tag of the course.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The course's title.
    pub title: String,
    /// Content of the `Content-Security-Policy`.
    pub policy: String,
    /// The qualification's title.
    pub qualification: Option<String>,
    /// What the course is.
    pub description: Option<String>,
    /// Its units.
    pub units: Vec<UnitView>,
    /// Whether there is a script: how all looks is chosen here too, and a launch kept for the units.
    pub script: bool,
    /// Whether the course is launched here, all at once.
    pub one: bool,
    /// The search, if there is one.
    pub search: Option<SearchView>,
    /// The run-time's data, where it is.
    pub player: String,
}

/// A unit in the home document.
#[derive(Clone, Debug, Serialize)]
pub struct UnitView {
    /// Its slot in the course.
    pub slot: u32,
    /// Which of them it is, where there are several: its number, or what an assessment of the course is for.
    pub label: Option<String>,
    /// Its title.
    pub title: String,
    /// Where its document is.
    pub href: String,
    /// Lessons, questions, minutes.
    pub facts: Option<String>,
}
