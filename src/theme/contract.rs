//! What the run-time relies on in a document (docs/runtime-contract.md, section 6), and the proof that it is there.
//!
//! In: a rendered document and what it has to show. Out: nothing, or a diagnostic for each hook that is missing, at the template to blame.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::{missing_hook, not_shut_in, without_name};
use super::selector::Selector;
use super::{Markup, Theme, names, safety};
use crate::diag::Diagnostic;

/// What a document has to show.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a part that a document has or has not")]
pub struct Expected {
    /// Its pages.
    pub pages: Vec<ExpectedPage>,
    /// Whether it has a run-time and its data.
    pub script: bool,
    /// Whether what a key term means is shown beside the word.
    pub terms: bool,
    /// Whether an assessment in it has a time limit.
    pub timed: bool,
    /// Whether its pages open in order.
    pub linear: bool,
    /// Slots of the units that it opens after, where nothing else holds that.
    pub awaits: Vec<u32>,
    /// Whether it has a search.
    pub search: bool,
}

/// A page that has to be there.
#[derive(Clone, Debug)]
pub struct ExpectedPage {
    /// Its slot.
    pub slot: u32,
    /// Its address.
    pub address: String,
    /// Its template, such as `section/lesson.html`.
    pub template: &'static str,
    /// Slots of the sheets that it shows; those whose results it shows, on the results page.
    pub sheets: Vec<u32>,
    /// The items of its sheet.
    pub items: Vec<ExpectedItem>,
    /// The items in its text, each with the slot of its sheet.
    pub shown: Vec<(u32, ExpectedItem)>,
    /// Whether there is a page before it, and one after it.
    pub neighbours: (bool, bool),
}

/// An item that has to be there.
#[derive(Clone, Debug)]
pub struct ExpectedItem {
    /// Its slot.
    pub slot: u32,
    /// Its template, such as `item/choice.html`.
    pub template: String,
    /// Whether its answers are right or wrong.
    pub marked: bool,
    /// Its controls: name, and values in any order; none where it is typed.
    pub controls: Vec<(String, Vec<String>)>,
    /// Slots of its steps, where they are put into an order.
    pub steps: Vec<String>,
}

/// A hook: what there has to be, and for what.
type Hook = (&'static str, &'static str);

/// In every document.
const DOCUMENT: &[Hook] = &[
    ("html[lang]", "screen readers choose their voice by it"),
    ("title", "it names the window"),
    ("a.skip[href=\"#main\"]", "learners without a mouse skip the contents with it"),
    ("main#main[tabindex=\"-1\"]", "focus goes there after a change of page"),
];

/// In every document with a run-time.
const PLAYED: &[Hook] = &[
    ("script[type=\"application/json\"][data-player]", "the run-time finds its data there"),
    ("[data-contents][popover]", "it is the contents, a sheet over the page on a phone"),
    ("button[popovertarget][data-contents-open]", "it opens the contents on a phone"),
    ("button[popovertarget][data-contents-close]", "it closes the contents on a phone"),
    ("main[data-beneath]", "the contents of a phone lie over it"),
    ("[data-progress]", "it shows how far the learner is"),
    ("[data-progress-text]", "it says how far the learner is"),
    ("[data-page-of]", "it says which page this is"),
    ("[data-save][role=\"status\"]", "it says whether answers are saved"),
    ("[data-notice]", "notices stand there"),
    ("[data-leaving][role=\"status\"]", "it says how the session ended"),
    ("[data-notice-kind=\"unsaved\"]", "it says that nothing is saved"),
    ("[data-notice-kind=\"review\"]", "it says that this is a review"),
    ("[data-notice-kind=\"finished\"]", "it says that answers of a finished unit stay"),
    ("[data-notice-kind=\"unrecorded\"]", "it says that nothing is recorded"),
    ("[data-notice-kind=\"restored\"]", "it says that not all could be restored"),
    ("[data-notice-kind=\"newer\"]", "it says that the record is of a newer version"),
    ("button[data-try]", "it saves again"),
    ("button[data-exit]", "it saves and ends the session"),
    ("[data-live][aria-live=\"polite\"]", "changes are said there to screen readers"),
];

/// Where a text leads to a key term.
const TERMS: &[Hook] = &[
    ("[data-popover][popover]", "it shows what a term means"),
    ("[data-popover-title]", "it is the term"),
    ("[data-popover-text]", "it says what the term means"),
    ("a[data-popover-all]", "it leads to all terms"),
    ("button[autofocus][popovertargetaction=\"hide\"]", "it closes what a term means"),
];

/// Where an assessment has a time limit.
const TIMED: &[Hook] = &[
    ("[data-timer]", "it is shown while time is limited"),
    ("[data-timer-text]", "it says how much time is left"),
    ("button[data-extend]", "it gives more time"),
];

/// Where pages open in order.
const LINEAR: &[Hook] = &[("[data-shut]", "it says why a page does not open")];

/// Where the document opens after others.
const AWAITS: &[Hook] = &[("[data-awaits]", "it says after which units this one opens")];

/// Where there is a search.
const SEARCH: &[Hook] = &[
    ("button[data-search-open]", "it opens the search"),
    ("dialog[data-search][data-search-file]", "it is the search"),
    ("input[data-search-field]", "the words to look for are typed there"),
    ("[data-search-status][role=\"status\"]", "it says how many pages were found"),
    ("[data-search-results]", "the pages that were found are put there"),
    ("template[data-search-row]", "a page that was found is made of it"),
    ("[data-search-place]", "it says where on the page the words stand"),
    ("button[data-search-close]", "it closes the search"),
];

/// In every page.
const PAGE: &[Hook] =
    &[("h1[tabindex=\"-1\"]", "focus goes there when the page is opened"), ("[data-end]", "the page is read when it was on screen")];

/// In the overview.
const OVERVIEW: &[Hook] = &[
    ("[data-resume]", "it leads to where the learner was"),
    ("a[data-resume-link]", "it leads to where the learner was"),
    ("[data-resume-word]", "it says Start or Resume"),
    ("[data-resume-title]", "it names the page"),
    ("[data-resume-text]", "it says how far and how long"),
];

/// In every sheet.
const SHEET: &[Hook] = &[
    ("[data-sheet-intro]", "it is shown before an attempt"),
    ("button[data-start]", "it starts an attempt"),
    ("[data-sheet-items]", "it holds the items"),
    ("[data-sheet-status][role=\"status\"]", "it says what is still missing"),
    ("button[data-submit]", "it hands the answers in"),
];

/// In every item.
const ITEM: &[Hook] = &[
    ("[data-number]", "it says which question this is"),
    ("[data-feedback][role=\"status\"]", "feedback is put there"),
    ("button[data-check]", "it checks the answer"),
    ("button[data-retry]", "it opens the answer again"),
];

/// In every item whose answers are right or wrong.
const MARKED: &[Hook] = &[
    ("template[data-feedback-for=\"right\"]", "it is said to a right answer"),
    ("template[data-feedback-for=\"wrong\"]", "it is said to a wrong answer"),
    ("template[data-feedback-for=\"empty\"]", "it is said where there is no answer"),
    ("template[data-feedback-for=\"final\"]", "it is said to a wrong answer to the last attempt"),
    ("template[data-feedback-for=\"partial\"]", "it is said to a partly right answer"),
    ("[data-feedback-more]", "feedback on parts is put there"),
    ("[data-result]", "it says which answer was the learner's"),
];

/// In every item whose answers are neither.
const UNMARKED: &[Hook] = &[("template[data-feedback-for=\"noted\"]", "it is said to every answer")];

/// Where steps are put into an order, in each of them.
const STEP: &[Hook] = &[("button[data-move=\"-1\"]", "it moves the step up"), ("button[data-move=\"1\"]", "it moves the step down")];

/// In every case study.
const CASE: &[Hook] = &[
    ("[data-item][data-type=\"case-study\"]", "it holds the scenes"),
    ("[data-scene]", "it is a scene"),
    ("[data-told]", "what a choice led to is told there"),
    ("[data-way]", "the way that was taken is told there"),
    ("[data-over]", "it is shown where the case study ends"),
    ("button[data-start]", "it begins again"),
    ("button[data-submit]", "it hands in the way that was taken"),
];

/// For every sheet on the results page, in its `data-results`.
const RESULTS: &[Hook] = &[
    ("[data-results-empty]", "it is shown while there are no results"),
    ("[data-results-points]", "it says the points"),
    ("[data-results-sentence]", "it says how many points pass"),
    ("[data-results-last]", "it says what the last attempt came to"),
];

/// Finds what is missing in `html`, and what must not be there. The default theme's templates hold what they promise: each document that
/// a test renders is proven (tests are debug builds), so that a build proves only what a course's own theme has changed.
#[must_use]
pub fn prove(html: &str, expected: &Expected, theme: &Theme, document: &'static str) -> Vec<Diagnostic> {
    if theme.is_default() && !cfg!(debug_assertions) {
        return Vec::new();
    }
    let markup = Markup::read(html);
    let mut proof = Proof { markup: &markup, theme, document, expected, found: Vec::new(), told: BTreeSet::new() };
    proof.document();
    for page in &expected.pages {
        proof.page(page);
    }
    for (at, what, help) in safety::breaches(&markup) {
        let template = proof.template_of(at);
        let blamed = blamed(&template);
        let place = theme.place(&blamed);
        // What a part of many templates makes is one mistake of that part.
        let template = theme.written(&blamed).unwrap_or(&template);
        proof.found.push(not_shut_in::diagnostic(template, &what, help, place));
    }
    for (at, what) in names::nameless(&markup) {
        // A control of an item that has no label is told with its name.
        if markup.elements[at].attribute("name").is_none() || markup.elements[at].name == "meta" {
            let template = proof.template_of(at);
            let place = theme.place(&blamed(&template));
            proof.found.push(without_name::diagnostic(&template, &what, place));
        }
    }
    for fault in &markup.faults {
        let place = theme.place(&blamed(document));
        proof.found.push(missing_hook::malformed(document, fault, place));
    }
    proof.found
}

struct Proof<'a> {
    markup: &'a Markup,
    theme: &'a Theme,
    document: &'static str,
    expected: &'a Expected,
    found: Vec<Diagnostic>,
    told: BTreeSet<(String, String)>,
}

impl Proof<'_> {
    /// The first element in `within` that `selector` means.
    fn find(&self, within: Option<usize>, selector: &str) -> Option<usize> {
        let end = within.map_or(self.markup.elements.len(), |outer| self.markup.elements[outer].end);
        let selector = Selector::read(selector);
        (within.map_or(0, |outer| outer + 1)..end).find(|at| selector.means(&self.markup.elements[*at]))
    }

    fn demand(&mut self, within: Option<usize>, selector: &str, reason: &str, template: &str) -> Option<usize> {
        let found = self.find(within, selector);
        // One control of a template says it for all of them.
        if found.is_none() && self.told.insert((template.to_owned(), reason.to_owned())) {
            let place = self.theme.place(&blamed(template));
            self.found.push(missing_hook::diagnostic(template, selector, reason, place));
        }
        found
    }

    fn demand_all(&mut self, within: Option<usize>, hooks: &[Hook], template: &str) {
        for (selector, reason) in hooks {
            self.demand(within, selector, reason, template);
        }
    }

    fn document(&mut self) {
        self.demand_all(None, DOCUMENT, self.document);
        if self.expected.script {
            self.demand_all(None, PLAYED, self.document);
        }
        if self.expected.terms {
            self.demand_all(None, TERMS, self.document);
        }
        if self.expected.timed {
            self.demand_all(None, TIMED, self.document);
        }
        if self.expected.linear {
            self.demand_all(None, LINEAR, self.document);
        }
        if !self.expected.awaits.is_empty() {
            self.demand_all(None, AWAITS, self.document);
        }
        for slot in &self.expected.awaits {
            let link = format!("[data-awaited=\"{slot}\"]");
            self.demand(None, &link, "it leads to a unit that has to be done before", self.document);
        }
        if self.expected.search {
            self.demand_all(None, SEARCH, self.document);
        }
        let first = self.find(None, "a").filter(|at| !Selector::read("a.skip").means(&self.markup.elements[*at]));
        if first.is_some() {
            let place = self.theme.place(&blamed(self.document));
            self.found.push(missing_hook::diagnostic(self.document, "a.skip", "it has to be the first link", place));
        }
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        for at in self.markup.having("id") {
            let id = self.markup.elements[at].attribute("id").unwrap_or_default();
            if ids.insert(id, at).is_some() {
                let template = self.template_of(at);
                let place = self.theme.place(&blamed(&template));
                self.found.push(missing_hook::twice(&template, id, place));
            }
        }
    }

    fn page(&mut self, page: &ExpectedPage) {
        let selector = format!("section[data-page=\"{}\"][id=\"{}\"]", page.slot, page.address);
        let main = self.find(None, "main");
        let Some(section) = self.demand(main, &selector, "a page is shown by its slot and its address", page.template) else { return };
        self.demand_all(Some(section), PAGE, page.template);
        let contents = self.find(None, "[data-contents]");
        let link = format!("a[data-to=\"{}\"][href=\"#{}\"]", page.slot, page.address);
        if let Some(link) = self.demand(contents, &link, "the contents lead to every page", self.document) {
            self.demand(Some(link), "[data-mark]", "it shows whether the page is done", self.document);
            self.demand(Some(link), "[data-mark-word]", "it says whether the page is done", self.document);
        }
        if page.neighbours.0 {
            self.demand(Some(section), "a[data-previous]", "it leads to the page before", page.template);
        }
        if page.neighbours.1 {
            self.demand(Some(section), "a[data-next]", "it leads to the next page", page.template);
            if page.template == "section/overview.html" {
                self.demand_all(Some(section), OVERVIEW, page.template);
            }
        }
        for (sheet, item) in &page.shown {
            let selector = format!("[data-sheet=\"{sheet}\"][data-question=\"{}\"]", item.slot);
            let holder = self.demand(Some(section), &selector, "it holds a question in a text", "section/in-text.html");
            if holder.is_some() {
                self.item(holder, item);
            }
        }
        for sheet in &page.sheets {
            if page.template == "section/results.html" {
                let results = self.demand(Some(section), &format!("[data-results=\"{sheet}\"]"), "results stand there", page.template);
                if results.is_some() {
                    self.demand_all(results, RESULTS, page.template);
                }
                continue;
            }
            if page.template == "section/case.html" {
                let selector = format!("form[data-sheet=\"{sheet}\"]");
                if let Some(form) = self.demand(Some(section), &selector, "it is the case study", page.template) {
                    self.demand_all(Some(form), CASE, page.template);
                }
                continue;
            }
            let selector = format!("form[data-sheet=\"{sheet}\"]");
            if let Some(form) = self.demand(Some(section), &selector, "it is the sheet", page.template) {
                self.demand_all(Some(form), SHEET, page.template);
                let holder = self.find(Some(form), "[data-sheet-items]");
                page.items.iter().filter(|_| holder.is_some()).for_each(|item| self.item(holder, item));
            }
        }
    }

    fn item(&mut self, holder: Option<usize>, item: &ExpectedItem) {
        let selector = format!("fieldset[data-item=\"{}\"][data-type]", item.slot);
        let Some(fieldset) = self.demand(holder, &selector, "it is the question", &item.template) else { return };
        let first = self.markup.elements.get(fieldset + 1).is_some_and(|first| first.name == "legend" && first.parent == Some(fieldset));
        if !first {
            let place = self.theme.place(&blamed(&item.template));
            self.found.push(missing_hook::diagnostic(
                &item.template,
                "legend",
                "it is the question, and comes first in its fieldset",
                place,
            ));
        }
        self.demand_all(Some(fieldset), ITEM, &item.template);
        self.demand_all(Some(fieldset), if item.marked { MARKED } else { UNMARKED }, &item.template);
        for (name, values) in &item.controls {
            self.control(fieldset, item, name, values);
        }
        for slot in &item.steps {
            let row = self.demand(Some(fieldset), &format!("[data-option=\"{slot}\"]"), "it is a step that is moved", &item.template);
            self.demand_all(row.or(Some(fieldset)), STEP, &item.template);
        }
        if !item.steps.is_empty() {
            self.demand(Some(fieldset), "[data-moved][role=\"status\"]", "it says where a step was moved", &item.template);
        }
    }

    /// Proves that there is a control `name` for each of `values`, or one where there are none, and that each has a label.
    fn control(&mut self, fieldset: usize, item: &ExpectedItem, name: &str, values: &[String]) {
        let selectors: Vec<String> = match values {
            [] => vec![format!("[name=\"{name}\"]")],
            values => values.iter().map(|value| format!("[name=\"{name}\"][value=\"{value}\"]")).collect(),
        };
        for selector in selectors {
            if let Some(control) = self.demand(Some(fieldset), &selector, "an answer is given with it", &item.template)
                && !self.is_labelled(control)
            {
                let hook = format!("label for {selector}");
                let place = self.theme.place(&blamed(&item.template));
                self.found.push(missing_hook::diagnostic(&item.template, &hook, "screen readers say it", place));
            }
        }
    }

    fn is_labelled(&self, control: usize) -> bool {
        let element = &self.markup.elements[control];
        let named = |name| element.attribute(name).is_some_and(|value| !value.trim().is_empty());
        let inside = self.markup.around(control).any(|at| self.markup.elements[at].name == "label");
        let pointed = element.attribute("id").is_some_and(|id| self.find(None, &format!("label[for=\"{id}\"]")).is_some());
        inside || pointed || named("aria-label") || named("aria-labelledby")
    }

    /// The template that made the element at `at`, by what it stands in.
    fn template_of(&self, at: usize) -> String {
        let attribute = |at: usize, name: &str| self.markup.elements[at].attribute(name).map(str::to_owned);
        for around in std::iter::once(at).chain(self.markup.around(at)) {
            if let Some(kind) = attribute(around, "data-type") {
                return format!("item/{kind}.html");
            }
            if let Some(page) =
                attribute(around, "data-page").and_then(|slot| self.expected.pages.iter().find(|page| page.slot.to_string() == slot))
            {
                return page.template.to_owned();
            }
        }
        self.document.to_owned()
    }
}

/// The templates that may be to blame for what `template` makes.
fn blamed(template: &str) -> Vec<&str> {
    let mut blamed = vec![template];
    if template.starts_with("item/") {
        blamed.push("item/frame.html");
    }
    blamed.push("components.html");
    blamed
}

/// Every hook that a document can have, as (selector, reason).
#[must_use]
pub fn hooks() -> Vec<(&'static str, &'static str)> {
    [DOCUMENT, PLAYED, TERMS, TIMED, SEARCH, PAGE, OVERVIEW, SHEET, ITEM, MARKED, UNMARKED, STEP, CASE, RESULTS].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Element;

    #[test]
    fn every_hook_can_be_read() {
        let element = Element { name: "p".into(), attributes: Vec::new(), parent: None, end: 0, text: String::new() };
        assert!(hooks().iter().all(|(selector, _)| !Selector::read(selector).means(&element)));
    }
}
