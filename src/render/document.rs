//! The document of a unit.

use super::links::{ROOT, UnitLinks};
use super::player::player;
use super::{Document, Material, Scene, home, search};
use crate::activity::{Launchable, Page, PageKind};
use crate::diag::{Diagnostic, Warned};
use crate::model::{Navigation, Unit};
use crate::theme::contract::{self, Expected, ExpectedItem, ExpectedPage};
use crate::theme::view::{AwaitedView, DocumentView, GroupView, SearchView, SheetSectionView};

const TEMPLATE: &str = "document.html";

/// The document of `scene`'s unit, and what its templates left out.
pub(super) fn document(scene: &Scene<'_>, script: bool) -> Result<Warned<Document>, Diagnostic> {
    let launchable = scene.launchable;
    let links = UnitLinks::new(scene);
    let mut sections = Vec::new();
    let material = scene.material;
    let one = material.delivery.is_one(material.target);
    let terms = script && scene.extras.terms;
    let all = material.target.home || one;
    // A test that is launched by itself has nothing in it to look through.
    let sought = all || !material.course.is_final(scene.unit);
    let searched = (script && scene.extras.search && sought).then(|| SearchView {
        own: search::file(&launchable.file).to_owned(),
        file: format!("{ROOT}{}", search::INDEX),
        all,
        folder: search::folder(&launchable.file),
    });
    let timed = script && scene.unit.assessments.iter().any(|assessment| assessment.time_limit.is_some());
    let linear = script && material.delivery.navigation == Navigation::Linear;
    let awaits = if script { awaited(scene) } else { Vec::new() };
    let mut expected = Expected {
        pages: Vec::new(),
        script,
        terms,
        timed,
        linear,
        awaits: awaits.iter().map(|one| one.slot).collect(),
        search: searched.is_some(),
    };
    for place in 0..launchable.pages.len() {
        let (html, page) = section(scene, place, &links)?;
        sections.push(html);
        expected.pages.push(page);
    }
    let course = material.course;
    let view = DocumentView {
        lang: course.lang.to_string(),
        dir: course.lang.direction(),
        title: scene.unit.title.text.clone(),
        course_title: course.title.text.clone(),
        home: (material.target.home || one).then(|| format!("{ROOT}{}", home::HOME)),
        policy: policy(&material),
        root: ROOT,
        script,
        player: if script { player(scene) } else { String::new() },
        total: launchable.pages.len(),
        terms,
        timed,
        linear,
        one,
        awaits,
        search: searched,
        groups: groups(scene),
        sections,
    };
    let html = material.theme.render(TEMPLATE, &view)?;
    let diagnostics = contract::prove(&html, &expected, material.theme, TEMPLATE);
    Ok(Warned { output: Document { file: launchable.file.clone(), html, media: links.media() }, diagnostics })
}

/// What has to be complete before the document opens, where the home is the navigation: no LMS sees to that.
fn awaited(scene: &Scene<'_>) -> Vec<AwaitedView> {
    let Material { delivery, target, .. } = scene.material;
    if !target.home || delivery.is_one(target) {
        return Vec::new();
    }
    let of = |place: &usize| {
        let Launchable { slot, title, file, .. } = &delivery.launchables[*place];
        AwaitedView { slot: *slot, title: title.clone(), href: format!("{ROOT}{file}") }
    };
    scene.launchable.opens_after.iter().map(of).collect()
}

/// HTML of the page at `place`, and what it must hold.
fn section(scene: &Scene<'_>, place: usize, links: &UnitLinks<'_>) -> Result<(String, ExpectedPage), Diagnostic> {
    let pages = &scene.launchable.pages;
    let page = &pages[place];
    let theme = scene.material.theme;
    let template = template(page.kind);
    let mut items: Vec<ExpectedItem> = Vec::new();
    let mut sheets: Vec<u32> = Vec::new();
    let mut shown: Vec<(u32, ExpectedItem)> = Vec::new();
    let html = match page.kind {
        PageKind::Overview => theme.render(template, &scene.overview(place, links))?,
        PageKind::Results => {
            let view = scene.results(place, links);
            sheets.extend(view.results.iter().map(|result| result.slot));
            theme.render(template, &view)?
        }
        PageKind::Lesson => match scene.lesson(page) {
            Some(lesson) => {
                let mut view = scene.lesson_section(place, lesson, links);
                let text = scene.with_items(&view.lesson.body, page.slot, links)?;
                (view.lesson.body, shown) = (text.html, text.items);
                theme.render(template, &view)?
            }
            None => String::new(),
        },
        PageKind::Case => match scene.case_on(page) {
            Some((placed, case)) => {
                sheets.push(placed.number);
                let mut view = scene.case_section(place, placed, case, links);
                for told in &mut view.case.scenes {
                    let text = scene.with_items(&told.html, page.slot, links)?;
                    told.html = text.html;
                    shown.extend(text.items);
                }
                theme.render(template, &view)?
            }
            None => String::new(),
        },
        PageKind::Assessment | PageKind::Practice => match scene.sheet_on(page) {
            Some(sheet) => {
                let made = scene.items(sheet, links)?;
                let (html, expected): (Vec<String>, Vec<ExpectedItem>) = made.into_iter().unzip();
                items = expected;
                sheets.push(sheet.slot);
                theme.render(template, &SheetSectionView { page: scene.page(place), sheet: scene.sheet(sheet), items: html })?
            }
            None => String::new(),
        },
    };
    let neighbours = (place > 0, place + 1 < pages.len());
    Ok((html, ExpectedPage { slot: page.slot, address: page.address.clone(), template, sheets, items, shown, neighbours }))
}

fn template(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Overview => "section/overview.html",
        PageKind::Lesson => "section/lesson.html",
        PageKind::Assessment => "section/assessment.html",
        PageKind::Case => "section/case.html",
        PageKind::Practice => "section/practice.html",
        PageKind::Results => "section/results.html",
    }
}

/// The contents: the overview, lessons, what there is to practise on, and what is to be judged by.
fn groups(scene: &Scene<'_>) -> Vec<GroupView> {
    let group = |id: &'static str, key: Option<&str>, holds: &dyn Fn(&Page) -> bool| {
        let pages: Vec<_> = scene.launchable.pages.iter().filter(|page| holds(page)).map(|page| scene.link(page)).collect();
        (!pages.is_empty()).then(|| GroupView { id, title: key.map(|key| scene.word(key, &[])), pages })
    };
    let groups = [
        group("g-overview", None, &|page| page.kind == PageKind::Overview),
        group("g-lessons", Some("group-lessons"), &|page| page.kind == PageKind::Lesson),
        group("g-cases", Some("group-cases"), &|page| page.kind == PageKind::Case),
        group("g-practice", Some("group-practice"), &|page| scene.is_practice(page)),
        group("g-finish", Some("group-finish"), &|page| {
            page.kind == PageKind::Results || page.kind == PageKind::Assessment && !scene.is_practice(page)
        }),
    ];
    groups.into_iter().flatten().collect()
}

/// The policy of a document: nothing but the package, and the LRSs that the course allows. CSP Level 3.
pub(super) fn policy(material: &Material<'_>) -> String {
    let mut origins = String::new();
    if material.target.needs_iri {
        // Its LMS says at launch where the LRS is.
        origins.push_str(" https: http://localhost:* http://127.0.0.1:*");
    } else if material.course.base_iri.is_some() && !material.course.xapi.from.is_empty() {
        let broker = material.course.xapi.broker.iter().map(|(address, _)| origin(address.as_str()));
        for origin in
            material.course.xapi.allowed_origins.iter().map(String::as_str).chain(broker).chain(material.origins.iter().map(String::as_str))
        {
            origins.push(' ');
            origins.push_str(origin);
        }
    }
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; \
         connect-src 'self'{origins}; object-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> &str {
    address.match_indices('/').nth(2).map_or(address, |(end, _)| &address[..end])
}

/// How many minutes the lessons of a unit take, where any of them says so.
pub(super) fn total_minutes(unit: &Unit) -> Option<u32> {
    let known = unit.lessons.iter().filter_map(|lesson| lesson.duration);
    let minutes = known.map(crate::value::Duration::minutes).fold(0_u32, u32::saturating_add);
    (minutes > 0).then_some(minutes)
}
