//! Digests of what an author wrote.

use sha2::{Digest, Sha256};

use super::file::Lock;
use crate::item::Item;

/// The first 64 bits of a SHA-256, hexadecimal: enough to tell versions of one thing apart.
pub(super) fn of(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let head = digest.iter().take(8).fold(0_u64, |head, byte| head << 8 | u64::from(*byte));
    format!("{head:016x}")
}

/// What makes the item at `path` this question: type, marking, parts, key. Parts go by their public ids.
pub(super) fn structure(lock: &Lock, path: &str, item: &Item) -> String {
    of(&format!("{}\n{}\n{}", item.kind.name, item.marking.name(), item.body.structure(&lock.parts(path))))
}

/// How the item at `path` reads.
pub(super) fn wording(lock: &Lock, path: &str, item: &Item) -> String {
    of(&format!("{}\n{}", item.prompt.plain(), item.body.wording(&lock.parts(path))))
}
