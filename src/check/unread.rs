//! What cannot be read is not missing: its mistake is told, and none of what would follow from it.

use crate::diag::Diagnostic;

/// Kinds of mistakes that say of a record that it lacks something, by code, with the keys that would give it.
const LACKS: &[(&str, &[&str])] = &[
    ("E0206", &["body", "body_file"]),
    ("E0207", &["attempts", "items"]),
    ("E0208", &["alt", "decorative"]),
    ("E0213", &["criteria"]),
    ("E0221", &["choices", "next", "end"]),
    ("E0305", &["answers", "patterns"]),
    ("E0430", &["captions"]),
    ("E0431", &["transcript"]),
    ("E0660", &["base_iri"]),
    ("W0221", &["extend"]),
    ("W0440", &["transcript"]),
    ("W0660", &["broker"]),
];

/// Leaves out what is said to be missing where it is written, and could not be read.
pub fn drop_what_follows(diagnostics: &mut Vec<Diagnostic>) {
    let unread: Vec<_> = diagnostics.iter().filter_map(|one| one.unread).collect();
    if unread.is_empty() {
        return;
    }
    diagnostics.retain(|one| {
        let Some((_, keys)) = LACKS.iter().find(|(code, _)| *code == one.lint.code) else { return true };
        let Some(at) = one.primary.as_ref().map(|label| label.span) else { return true };
        let holds = |(record, key): &(crate::diag::Span, &str)| {
            keys.contains(key) && record.file == at.file && record.start <= at.start && at.end <= record.end
        };
        !unread.iter().any(holds)
    });
}
