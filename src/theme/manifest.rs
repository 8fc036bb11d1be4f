//! `theme/theme.yaml` of a course. In: its text. Out: what is wrong with it.

use super::rules::theme_contract;
use crate::diag::{Diagnostic, FileId};
use crate::yaml::{self, Named, record};

/// The promises between templates and coursec that this version keeps.
const CONTRACT: u32 = 1;

/// What is wrong with `text`, the `theme.yaml` of a course.
pub(super) fn check(file: FileId, text: &str) -> Vec<Diagnostic> {
    let read = yaml::decode::<Manifest>(file, text);
    let (manifest, mut cx) = read.output;
    let mut found = read.diagnostics;
    found.append(&mut cx.diagnostics);
    if let Some(contract) = manifest.and_then(|manifest| manifest.contract).filter(|contract| contract.value != CONTRACT.to_string()) {
        found.push(theme_contract::diagnostic(&contract.value, CONTRACT, contract.span));
    }
    found
}

record! {
    /// What a theme says of itself.
    struct Manifest as "a theme" {
        /// The promises that it relies on.
        contract: Named = optional,
        /// Its name: it tells of the default theme, from which such a file is often copied.
        _name: String = optional as "name",
        /// The same of its style sheets.
        _css: Vec<String> = optional as "css",
    }
}
