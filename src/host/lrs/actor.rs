//! Agents and groups: xAPI Part 2, 2.4.2.

use serde_json::Value;

use super::part::{Check, Part};
use super::scalar::{is_iri, is_mailto, is_sha1};

/// Inverse functional identifiers: xAPI Part 2, 2.4.2.3.
const IDENTIFIERS: [&str; 4] = ["mbox", "mbox_sha1sum", "openid", "account"];

/// An agent or a group.
pub(super) fn actor(place: &str, value: &Value) -> Check {
    let part = Part::new(place, value)?;
    match part.text("objectType")? {
        None | Some("Agent") => agent(&part),
        Some("Group") => group(&part),
        Some(_) => part.fault("objectType", "must be `Agent` or `Group`"),
    }
}

/// A group and nothing else.
pub(super) fn only_group(place: &str, value: &Value) -> Check {
    let part = Part::new(place, value)?;
    if part.text("objectType")? == Some("Group") { group(&part) } else { part.fault("objectType", "must be `Group`") }
}

fn agent(part: &Part) -> Check {
    part.only(&["objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"])?;
    part.text("name")?;
    if identifiers(part)? == 1 { Ok(()) } else { part.fault("actor", "must have exactly one of mbox, mbox_sha1sum, openid, account") }
}

fn group(part: &Part) -> Check {
    part.only(&["objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account"])?;
    part.text("name")?;
    let members = part.list("member")?;
    for (at, member) in members.into_iter().flatten().enumerate() {
        let member = Part::new(part.at(&format!("member.{at}")), member)?;
        match member.text("objectType")? {
            None | Some("Agent") => agent(&member)?,
            Some(_) => return member.fault("objectType", "must be `Agent`: a group holds no groups"),
        }
    }
    match identifiers(part)? {
        0 if members.is_none_or(Vec::is_empty) => part.fault("member", "is missing: an anonymous group has members"),
        0 | 1 => Ok(()),
        _ => part.fault("actor", "must have one of mbox, mbox_sha1sum, openid, account at most"),
    }
}

/// Checks the identifiers and counts them.
fn identifiers(part: &Part) -> Check<usize> {
    part.text_that("mbox", is_mailto, "must be a mailto: address")?;
    part.text_that("mbox_sha1sum", is_sha1, "must be 40 hexadecimal digits")?;
    part.text_that("openid", is_iri, "must be an IRI with a scheme")?;
    if let Some(account) = part.part("account")? {
        account.only(&["homePage", "name"])?;
        account.need("homePage")?;
        account.text_that("homePage", is_iri, "must be an IRI with a scheme")?;
        account.need("name")?;
        account.text_that("name", |name| !name.is_empty(), "must not be empty")?;
    }
    Ok(IDENTIFIERS.iter().filter(|key| part.has(key)).count())
}
