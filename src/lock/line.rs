//! One line of the lock as a value.

use super::file::{AS_ONE, Release};
use super::number::MOST;
use super::thing::{Draws, Facts, Public, Record, Thing};
use super::{Kind, SheetPurpose};
use crate::item::Shape;
use crate::model::Structure;
use crate::value::Version;

/// What a line says.
#[derive(Debug)]
pub(super) enum Line {
    /// Nothing: a remark, or empty.
    Remark,
    /// The version of this file's form.
    Format(u32),
    /// A thing has another path: from, to.
    Moved(String, String),
    /// A release.
    Release(u32, Release),
    /// A thing.
    Thing(String, Thing),
    /// A line of a thing's history.
    Record(String, Record),
}

/// Reads a line.
///
/// # Errors
/// Says what is wrong with it.
pub(super) fn read(line: &str) -> Result<Line, &'static str> {
    let line = line.trim_end_matches('\r');
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(Line::Remark);
    }
    let mut words = line.split(' ');
    match (words.next().unwrap_or_default(), words.next(), words.collect::<Vec<_>>().as_slice()) {
        ("!", Some("format"), [number]) => self::number(number).map(Line::Format).ok_or("the format is a number"),
        ("!", Some("moved"), [from, to]) => Ok(Line::Moved(path(from)?, path(to)?)),
        ("!", Some("release"), [ordinal, rest @ ..]) => release(ordinal, rest),
        ("!", ..) => Err("after `!` stands `format`, `moved` or `release`"),
        (name, Some(word), rest) => match word.strip_prefix('@') {
            Some(ordinal) => Ok(Line::Record(path(name)?, Record { release: this_ordinal(ordinal)?, facts: facts(rest)? })),
            None => Ok(Line::Thing(path(name)?, thing(word, rest)?)),
        },
        (_, None, _) => Err("a line has a path, a kind and a number"),
    }
}

fn number(text: &str) -> Option<u32> {
    number_up_to(text, MOST)
}

fn number_up_to(text: &str, most: u32) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|number| plain && *number <= most)
}

fn this_ordinal(text: &str) -> Result<u32, &'static str> {
    number(text).filter(|ordinal| *ordinal > 0).ok_or("a release has a number from 1 on")
}

fn path(text: &str) -> Result<String, &'static str> {
    let segment = |part: &str| {
        let name = part.strip_prefix(':').unwrap_or(part);
        !name.is_empty() && name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let bare = text.strip_prefix(super::file::BANK).unwrap_or(text);
    if text == super::file::COURSE || bare.split('/').count() <= 4 && bare.split('/').all(segment) {
        return Ok(text.to_owned());
    }
    Err("this is no path of a thing")
}

/// The value of `key=value`.
fn value<'a>(word: Option<&&'a str>, key: &str) -> Option<&'a str> {
    word?.strip_prefix(key)?.strip_prefix('=').filter(|value| !value.is_empty())
}

fn release(ordinal: &str, rest: &[&str]) -> Result<Line, &'static str> {
    const FORM: &str = "a release is written `! release 1 version=1.0.0 digest=... record=...`";
    let [version, digest, record, structure @ ..] = rest else { return Err(FORM) };
    let structure = match structure {
        [] => Structure::UnitPerSco,
        [one] if *one == AS_ONE.trim_start() => Structure::CoursePerSco,
        _ => return Err(FORM),
    };
    let found = (value(Some(version), "version"), value(Some(digest), "digest"), value(Some(record), "record"));
    let (Some(version), Some(digest), Some(record)) = found else { return Err(FORM) };
    if Version::parse(version).is_err() {
        return Err("the version of a release is one such as `1.0.0`");
    }
    let (version, digest, record) = (version.to_owned(), digest.to_owned(), record.to_owned());
    Ok(Line::Release(this_ordinal(ordinal)?, Release { version, digest, record, structure, span: None }))
}

fn thing(kind: &str, rest: &[&str]) -> Result<Thing, &'static str> {
    let kind = Kind::parse(kind).ok_or("this is no kind of thing")?;
    let mut rest = rest.iter().peekable();
    let slot = rest.next().and_then(|word| number(word)).ok_or("a number comes after the kind")?;
    let mut page = None;
    if kind.has_page() {
        page = Some(value(rest.next(), "page").and_then(number).ok_or("a sheet has the number of its page: `page=4`")?);
    }
    let mut thing = Thing::new(kind, slot, page);
    if let Some(id) = value(rest.peek().copied(), "id") {
        rest.next();
        let at = value(rest.next(), "at").and_then(numbers).ok_or("after `id=` comes `at=`, numbers with dots between them")?;
        let since = match rest.next() {
            None => None,
            word => Some(value(word, "since").and_then(number).ok_or("after `at=` stands `since=`, the number of a release")?),
        };
        thing.public = Some(Public { id: path(id)?, at, since });
    }
    if rest.next().is_some() { Err("there is more on this line than a thing has") } else { Ok(thing) }
}

/// Numbers with dots between them; none where there is only a dot.
fn numbers(text: &str) -> Option<Vec<u32>> {
    text.split('.').map(number).collect::<Option<_>>().filter(|numbers: &Vec<u32>| numbers.len() <= 4)
}

fn facts(rest: &[&str]) -> Result<Facts, &'static str> {
    let read = || match rest {
        ["gone"] => Some(Facts::Gone),
        ["here"] => Some(Facts::Here),
        [wording] => Some(Facts::Text { wording: value(Some(wording), "wording")?.to_owned() }),
        [purpose, items, wording, draws @ ..] if draws.len() < 2 => Some(Facts::Sheet {
            purpose: SheetPurpose::parse(value(Some(purpose), "purpose")?)?,
            items: item_numbers(items.strip_prefix("items=")?)?,
            draws: draws.first().map_or(Some(Vec::new()), |draws| self::draws(draws.strip_prefix("draws=")?))?,
            wording: value(Some(wording), "wording")?.to_owned(),
        }),
        [meaning, revision, structure, wording, shapes] => Some(Facts::Item {
            meaning: number(value(Some(meaning), "meaning")?)?,
            revision: value(Some(revision), "revision")?.parse().ok()?,
            structure: value(Some(structure), "structure")?.to_owned(),
            wording: value(Some(wording), "wording")?.to_owned(),
            shapes: self::shapes(shapes.strip_prefix("shapes=")?)?,
        }),
        _ => None,
    };
    read().ok_or("this is no line of a thing's history")
}

/// Numbers of items: those of banks and of other units are larger than slots.
fn item_numbers(text: &str) -> Option<Vec<u32>> {
    let plain = |text: &str| number_up_to(text, super::number::LARGEST);
    if text.is_empty() { Some(Vec::new()) } else { text.split(',').map(plain).collect() }
}

/// `2:3,4,5+1:6,7`: how many are drawn from which.
fn draws(text: &str) -> Option<Vec<Draws>> {
    let draw = |text: &str| {
        let (takes, items) = text.split_once(':')?;
        Some((number(takes)?, item_numbers(items)?))
    };
    text.split('+').map(draw).collect()
}

fn shapes(text: &str) -> Option<Vec<Shape>> {
    let believed = |shape: &Shape| match shape {
        Shape::OneOf(n) | Shape::Subset(n) | Shape::Order(n) | Shape::Flags(n) | Shape::Text(n) => *n <= MOST,
        Shape::Map(n, m) => *n <= MOST && *m <= MOST,
        Shape::Decimal | Shape::Path => true,
    };
    if text.is_empty() { Some(Vec::new()) } else { text.split('+').map(|shape| Shape::parse(shape).filter(believed)).collect() }
}
