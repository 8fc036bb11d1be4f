//! The only module that reads files.
//!
//! In: a course folder. Out: [`Sources`]: texts with their names, and media that are opened when they are packed. Fails with a
//! [`Problem`] for each file that is missing, unreadable, too large, or a link out of the course.

mod disk;
mod path;
mod picture;
mod problem;
pub mod rules;
mod sources;
mod sum;

pub use disk::{CATALOG, catalog};
pub use picture::picture_size;
pub use problem::Problem;
pub use sources::Sources;
pub use sum::{sum, sum_of, sum_of_text};

/// A media file of the course, numbered in the order of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaId(pub u32);
