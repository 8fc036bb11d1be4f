//! Many references to one id that is not there: one mistake, told once.
//!
//! In: what is said of references, and the names of a course. Out: the same, with one diagnostic for each id that is not there. Never fails.

use std::collections::{BTreeMap, BTreeSet};

use super::Index;
use super::index::Defined;
use super::rules::undefined::{LINT, is_like, missing};
use crate::diag::{Diagnostic, Edit, Label, Span};
use crate::value::Id;

/// So many other places are shown.
const SHOWN: usize = 7;

/// Puts into one what is said of the same id at several places; where one thing of that kind has a name that nobody uses, it was probably renamed.
pub(super) fn gather(diagnostics: &mut Vec<Diagnostic>, index: &Index) {
    let mut groups: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    let (undefined, rest): (Vec<_>, Vec<_>) = std::mem::take(diagnostics).into_iter().partition(|one| one.lint.code == LINT.code);
    *diagnostics = rest;
    for one in undefined {
        groups.entry(missing(&one.message).to_owned()).or_default().push(one);
    }
    let mut used: Option<BTreeSet<Span>> = None;
    for group in groups.into_values() {
        let message = group[0].message.clone();
        let used = used.get_or_insert_with(|| index.uses.iter().map(|used| used.of).collect());
        let idle = |one: &&Defined| !used.contains(&one.span) && is_like(&message, one);
        let mut idle = index.defined.iter().filter(idle);
        let renamed = idle.next().filter(|_| idle.next().is_none());
        // Its id is malformed, which has been told: who corrects that to what names it has mended both.
        if renamed.is_some_and(|renamed| !is_sound(renamed)) {
            continue;
        }
        diagnostics.push(one(group, renamed));
    }
}

/// Whether its id is well formed.
fn is_sound(defined: &Defined) -> bool {
    let parse = if defined.noun == "criterion" { Id::parse_criterion } else { Id::parse };
    parse(id(defined)).is_ok()
}

/// The id of what is defined.
fn id(defined: &Defined) -> &str {
    defined.path.rsplit(['/', ':']).next().unwrap_or_default()
}

/// What is said of all places of a `group`, of which `renamed` may be what they mean.
fn one(mut group: Vec<Diagnostic>, renamed: Option<&Defined>) -> Diagnostic {
    let place = |one: &Diagnostic| one.primary.as_ref().map(|label| label.span);
    group.sort_by_key(|one| (renamed.map(|renamed| renamed.span.file) != place(one).map(|span| span.file), place(one)));
    let spans: Vec<Span> = group.iter().filter_map(place).collect();
    if spans.len() < 2 {
        return group.swap_remove(0);
    }
    // A mend is one of all places, or of none.
    let all_mended = group.iter().all(|one| !one.fixes.is_empty());
    let certain = group.iter().all(|one| one.fixes.first().is_some_and(|fix| fix.certain));
    let mut edits: Vec<Edit> = group.iter().filter_map(|one| one.fixes.first()).flat_map(|fix| fix.edits.clone()).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut told = group.swap_remove(0);
    let all_mended = all_mended && (certain || renamed.is_none());
    match told.fixes.first_mut().filter(|_| all_mended) {
        Some(fix) => (fix.certain, fix.edits) = (certain, edits),
        None => told.fixes.clear(),
    }
    let many = spans.len();
    let others = spans.iter().skip(1).take(SHOWN).map(|span| Label { span: *span, text: "named here too".to_owned() });
    told.related.extend(others);
    let more = if many > SHOWN + 1 { format!(", of which {} are shown", SHOWN + 1) } else { String::new() };
    if let Some(renamed) = renamed.filter(|_| told.fixes.is_empty()) {
        let id = id(renamed);
        told.help = vec![format!(
            "if it is `{id}` now, write that in all {many} places{more}, or give it the old id again: `coursec mv` renames a thing everywhere"
        )];
        told.related.insert(0, Label { span: renamed.span, text: format!("a {} that nothing names", renamed.noun) });
    } else {
        told.help.push(format!("{many} places name it{more}"));
    }
    told
}
