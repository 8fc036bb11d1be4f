//! The digest of the lines that a release wrote: what tells that one of them was lost or changed.

use std::collections::BTreeMap;

use super::digest;
use super::file::Lock;
use super::thing::join;

/// For each release the digest of its lines. Paths are no part of it: a thing may be renamed.
pub(super) fn digests(lock: &Lock) -> BTreeMap<u32, String> {
    let mut lines: BTreeMap<u32, Vec<String>> = lock.releases.keys().map(|ordinal| (*ordinal, Vec::new())).collect();
    for thing in lock.things.values() {
        let Some(public) = &thing.public else { continue };
        let known = format!("{} {}", thing.kind.name(), join(&public.at, "."));
        if let Some(since) = public.since {
            lines.entry(since).or_default().push(format!("{known} {} {:?} {}", thing.slot, thing.page, public.id));
        }
        for record in &thing.history {
            lines.entry(record.release).or_default().push(format!("{known} {} {}", thing.slot, record.facts));
        }
    }
    lines
        .into_iter()
        .map(|(ordinal, mut lines)| {
            lines.sort_unstable();
            (ordinal, digest::of(&lines.join("\n")))
        })
        .collect()
}
