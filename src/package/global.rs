//! Objectives that the SCOs of a SCORM 2004 package share: `imsss:mapInfo`. SCORM 2004 SN 3.10.3.
//!
//! In: the SCOs of a course. Out: what each writes and reads. Cannot fail.

use std::collections::BTreeMap;

use super::Material;
use crate::activity::Sco;

/// What a SCO shares.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Local ids of those that it alone writes.
    pub(super) writes: Vec<String>,
    /// What it reads.
    pub(super) reads: Vec<Read>,
}

/// An objective of another SCO.
#[derive(Debug)]
pub(super) struct Read {
    /// Its id in this one.
    pub(super) id: String,
    /// Its id in the SCO that writes it.
    pub(super) of: String,
    /// Whether this SCO opens only when it is satisfied.
    pub(super) opens: bool,
}

/// The id of objective `local` among all SCOs of the course called `identifier`.
pub(super) fn name(identifier: &str, local: &str) -> String {
    format!("{identifier}.{local}")
}

/// What each of `scos` shares; nothing where the course's LMS takes no such manifest.
pub(super) fn shared(material: &Material<'_>, scos: &[Sco<'_>]) -> Vec<Shared> {
    let Material { course, .. } = material;
    let mut all: Vec<Shared> = scos.iter().map(|_| Shared::default()).collect();
    if !course.lms.value.global_objectives {
        return all;
    }
    // For each outcome the SCOs that ask about it, that of its own unit first.
    let mut asking: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, sco) in scos.iter().enumerate() {
        for launchable in sco.documents {
            let unit = &course.launched_at(launchable.unit).id;
            for objective in launchable.objectives.iter().filter(|objective| !objective.asked.is_empty()) {
                let of = asking.entry(&objective.id).or_default();
                let first = if objective.unit == *unit { 0 } else { of.len() };
                if !of.contains(&place) {
                    of.insert(first, place);
                }
            }
        }
    }
    for (id, places) in asking.into_iter().filter(|(_, places)| places.len() > 1) {
        all[places[0]].writes.push(id.to_owned());
        for place in &places[1..] {
            all[*place].reads.push(Read { id: format!("known_{id}"), of: id.to_owned(), opens: false });
        }
    }
    for (place, sco) in scos.iter().enumerate() {
        for before in sco.opens_after {
            let Some(done) = scos[*before].documents.first().and_then(|launchable| launchable.done.clone()) else { continue };
            if !all[*before].writes.contains(&done) {
                all[*before].writes.push(done.clone());
            }
            all[place].reads.push(Read { id: format!("after_{done}"), of: done, opens: true });
        }
    }
    all
}
