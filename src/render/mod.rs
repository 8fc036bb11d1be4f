//! A course as documents.

mod rendered;

pub use rendered::{Document, Rendered};
