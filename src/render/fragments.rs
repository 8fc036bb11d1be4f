//! Which fragments of the run-time a course uses: nothing is shipped that none of its pages can need.

use std::collections::BTreeSet;

use super::{Extras, Material};
use crate::activity::PageKind;
use crate::model::{Assessment, Navigation, Retry};
use crate::state::{self, SheetLayout};

/// Their names in `themes/runtime/dist`, in the order that compresses best; the core, whose names the others use, is the first.
pub(super) fn used(material: &Material<'_>, extras: Extras) -> Vec<String> {
    let Material { course, delivery, origins, target, .. } = *material;
    let one = delivery.is_one(target);
    let reports = state::reports(course, target, origins);
    let results = delivery.launchables.iter().flat_map(|launchable| &launchable.pages).any(|page| page.kind == PageKind::Results);
    let any = |is: fn(&Assessment) -> bool| course.all_assessments().any(|(_, assessment)| is(assessment));
    let awaits = target.home && !one && delivery.launchables.iter().any(|launchable| !launchable.opens_after.is_empty());
    let known = Known::of(material);

    let mut names = vec![if one { "course.js" } else { "core.js" }.to_owned()];
    let mut add = |is: bool, name: &str| names.extend(is.then(|| format!("{name}.js")));
    add(target.outcomes || reports, "mastery");
    add(known.draws || any(|one| one.shuffle_items || one.shuffle_options || one.draws().next().is_some()), "laws/papers");
    add(known.released, "laws/releases");
    add(any(|one| one.retry == Retry::Wrong), "laws/retries");
    for name in types(material) {
        add(true, &format!("items/{name}"));
    }
    add(awaits, "parts/awaits");
    add(delivery.navigation == Navigation::Linear, "parts/linear");
    add(results, "parts/results");
    add(any(|one| one.time_limit.is_some()), "parts/timer");
    add(true, "extras/display");
    add(extras.search, "extras/search");
    add(extras.terms, "extras/terms");
    add(true, &format!("adapters/{}", target.adapter));
    add(reports && state::asks_services(course, target, origins), "services");
    add(reports, "xapi");
    names
}

/// The types of its items, with case studies.
fn types<'a>(material: &Material<'a>) -> BTreeSet<&'a str> {
    let launchables = || material.delivery.launchables.iter();
    let items = launchables().flat_map(|launchable| &launchable.interactions);
    let mut types: BTreeSet<&str> = items.filter_map(|placed| material.course.item(&placed.at).map(|item| item.kind.name)).collect();
    if launchables().any(|launchable| !launchable.cases.is_empty()) {
        types.insert("case-study");
    }
    types
}

/// What may be stored of builds before this one.
struct Known {
    /// Whether there are any that a learner may come from: an earlier release, or a build with a page that is gone.
    released: bool,
    /// Whether one of them drew a paper.
    draws: bool,
}

impl Known {
    fn of(material: &Material<'_>) -> Self {
        let Material { course, delivery, lock, .. } = *material;
        let gaps = |slots: BTreeSet<u32>| slots.iter().zip(0..).any(|(slot, place)| *slot != place);
        let gone = delivery.launchables.iter().any(|launchable| gaps(launchable.pages.iter().map(|page| page.slot).collect()));
        let released = lock.releases().any(|(number, _)| number != lock.building());
        let drawn = |SheetLayout(_, _, draws): &SheetLayout| !draws.is_empty();
        let draws = released
            && delivery.launchables.iter().any(|launchable| {
                let layouts = state::layouts(course, course.launched_at(launchable.unit), lock, Vec::new());
                layouts.known.iter().any(|layout| layout.sheets.iter().any(drawn))
            });
        Self { released: released || gone, draws }
    }
}
