//! `theme/theme.yaml` of a course. In: its text. Out: what is wrong with it.

use super::rules::theme_contract;
use crate::diag::{Diagnostic, FileId};
use crate::yaml::{self, Cx, Named, Node, Record};

/// The promises between templates and coursec that this version keeps.
const CONTRACT: u32 = 1;

/// What is wrong with `text`, the `theme.yaml` of a course.
pub(super) fn check(file: FileId, text: &str) -> Vec<Diagnostic> {
    let read = yaml::read(file, text);
    let mut cx = Cx::default();
    let contract = read.output.and_then(|root| contract(&root, &mut cx));
    let mut found = read.diagnostics;
    found.append(&mut cx.diagnostics);
    if let Some(contract) = contract.filter(|contract| contract.value != CONTRACT.to_string()) {
        found.push(theme_contract::diagnostic(&contract.value, CONTRACT, contract.span));
    }
    found
}

fn contract(root: &Node, cx: &mut Cx) -> Option<Named> {
    let record = Record::open("a theme", root, cx)?;
    // They tell of the default theme, from which such a file is often copied.
    for key in ["name", "css"] {
        record.node(key);
    }
    let contract = record.optional("contract", cx);
    record.close(cx);
    contract
}
