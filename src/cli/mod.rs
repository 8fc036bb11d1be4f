//! Made by its issue.

pub mod dist;
