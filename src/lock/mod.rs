//! Made by its issue.
