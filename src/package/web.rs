//! A web site without an LMS: nothing but its files.

use super::{Manifests, Material, Projection};
use crate::diag::Warned;
use crate::target::WEB;

/// A web site without an LMS.
pub(super) static PROJECTION: Projection = Projection { target: &WEB, manifests, schemas: &[] };

fn manifests(_: &Material<'_>) -> Warned<Manifests> {
    Warned { output: Vec::new(), diagnostics: Vec::new() }
}
