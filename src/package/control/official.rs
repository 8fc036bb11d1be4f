//! The schemas that somebody has of a standard, to stand in the place of ours.
//!
//! In: the folders of a place, and how one of its files is read. Out: the schemas of one target, with all that they include. Fails with
//! one sentence for people: what is missing, what is no schema, what leads elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use sha2::{Digest, Sha256};

use super::{By, Schema};
use crate::package::{Contents, Entry, Package, Projection};

/// The most bytes of a schema: the largest that a standard has are 24 kB.
pub const LARGEST: u64 = 1 << 20;

/// The most schemas of a target: SCORM 2004, 4th edition, has 40.
const FILES: usize = 100;

/// The folders in which the standards keep parts of their schemas. IEEE 1484.12.3 annex A.
const FOLDERS: [&str; 4] = ["common", "extend", "unique", "vocab"];

/// What only the 4th edition of SCORM 2004 declares, whose files have the names of the 3rd's. CAM 3.4.1.4.
const ONLY_FOURTH: &[u8] = b"sharedDataGlobalToSystem";

/// The schemas of one target, none of them ours.
#[derive(Debug)]
pub struct Official {
    target: &'static str,
    files: BTreeMap<String, Vec<u8>>,
    /// Names of those of ours that they take the place of.
    replaced: BTreeSet<&'static str>,
}

/// Why a place cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused<E> {
    /// It has not what is needed, in one sentence.
    Unfit(String),
    /// It cannot be read.
    Unread(E),
}

impl Official {
    /// Those of `projection` in one of `folders`, each "" or a name with a slash; nothing where its packages carry none. `read` gives the
    /// bytes of a file, `LARGEST` and one more at most, or nothing where there is none.
    ///
    /// # Errors
    /// Where no folder has them, several have, one of them is missing, or one is no schema.
    pub fn find<E>(
        projection: &Projection,
        folders: &[String],
        mut read: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>,
    ) -> Result<Option<Self>, Refused<E>> {
        let named = || projection.schemas.iter().filter_map(|schema| schema.namespace().map(|namespace| (schema.name, namespace)));
        let Some(telling) = named().map(|(name, _)| name).find(|name| name.starts_with("adlcp")) else { return Ok(None) };
        let target = projection.target.name;
        let mut fitting = Vec::new();
        for folder in folders {
            let found = read(&format!("{folder}{telling}")).map_err(Refused::Unread)?;
            if found.is_some_and(|bytes| is_of(projection, &bytes)) {
                fitting.push(folder.as_str());
            }
        }
        let folder = match fitting.as_slice() {
            ["", ..] => "",
            [folder] => folder,
            [] => return Err(Refused::Unfit(format!("no `{telling}` for `{target}` is there, nor in a folder of it"))),
            [one, two, ..] => {
                let (one, two) = (one.trim_end_matches('/'), two.trim_end_matches('/'));
                return Err(Refused::Unfit(format!("`{one}` and `{two}` in it both have schemas for `{target}`: name one of them")));
            }
        };
        let mut set = Set { folder, read: &mut read, files: BTreeMap::new() };
        for (name, namespace) in named() {
            set.take(name, Some(namespace), None)?;
        }
        let mut replaced: BTreeSet<&'static str> = projection.schemas.iter().map(|schema| schema.name).collect();
        // Many have no schema for what is said about a course, which no manifest uses: then ours stays, which includes none of theirs but one.
        for schema in projection.schemas {
            if let By::Metadata(namespace) = schema.by {
                if set.has(schema.name)? {
                    set.take(schema.name, Some(namespace), None)?;
                } else {
                    replaced.remove(schema.name);
                }
            }
        }
        Ok(Some(Self { target: projection.target.name, files: set.files, replaced }))
    }

    /// `package` with them in the place of ours.
    #[must_use]
    pub fn put_into(&self, package: Package) -> Package {
        debug_assert_eq!(package.target.name, self.target);
        let mut entries = package.entries;
        entries.retain(|entry| !self.replaced.contains(entry.name.as_str()) && !self.files.contains_key(&entry.name));
        entries.extend(self.files.iter().map(|(name, bytes)| Entry { name: name.clone(), contents: Contents::Generated(bytes.clone()) }));
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Package { entries, ..package }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// One SHA-256 over their names and bytes.
    #[must_use]
    pub fn sum(&self) -> String {
        let whole = self.files.iter().fold(Sha256::new(), |hash, (name, bytes)| {
            hash.chain_update(Sha256::digest(bytes)).chain_update("  ").chain_update(name).chain_update("\n")
        });
        whole.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Schema {
    fn namespace(&self) -> Option<&'static str> {
        match self.by {
            By::Manifest(namespace) => Some(namespace),
            By::Metadata(_) | By::Schema => None,
        }
    }
}

/// Whether `bytes`, which have the name that tells, are of the edition of `projection`.
fn is_of(projection: &Projection, bytes: &[u8]) -> bool {
    let fourth = memchr::memmem::find(bytes, ONLY_FOURTH).is_some();
    let own = projection.schemas.iter().any(|schema| schema.text.as_bytes().windows(ONLY_FOURTH.len()).any(|part| part == ONLY_FOURTH));
    fourth == own
}

/// The schemas of a folder, while they are gathered.
struct Set<'a, R> {
    folder: &'a str,
    read: &'a mut R,
    files: BTreeMap<String, Vec<u8>>,
}

impl<E, R: FnMut(&str) -> Result<Option<Vec<u8>>, E>> Set<'_, R> {
    fn has(&mut self, name: &str) -> Result<bool, Refused<E>> {
        Ok((self.read)(&format!("{}{name}", self.folder)).map_err(Refused::Unread)?.is_some())
    }

    /// Takes `name`, which `asker` includes, and whatever it includes in turn.
    fn take(&mut self, name: &str, namespace: Option<&str>, asker: Option<&str>) -> Result<(), Refused<E>> {
        if self.files.contains_key(name) {
            return Ok(());
        }
        let whole = format!("{}{name}", self.folder);
        let needed = || asker.map_or_else(String::new, |asker| format!(", which `{asker}` needs"));
        let bytes = (self.read)(&whole).map_err(Refused::Unread)?;
        let bytes = bytes.ok_or_else(|| Refused::Unfit(format!("`{whole}` is missing{}", needed())))?;
        if bytes.len() as u64 > LARGEST || self.files.len() >= FILES {
            return Err(Refused::Unfit(format!("`{whole}` is too large for a schema of a standard, or there are too many")));
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let leads = if ending(name) == "dtd" {
            dtds(&text)
        } else {
            read_schema(&text, namespace).map_err(|why| Refused::Unfit(format!("`{whole}` {why}")))?
        };
        self.files.insert(name.to_owned(), bytes);
        let beside = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for lead in leads {
            let meant = resolve(beside, &lead)
                .ok_or_else(|| Refused::Unfit(format!("`{whole}` leads to `{lead}`, which is no schema of a standard")))?;
            self.take(&meant, None, Some(name))?;
        }
        Ok(())
    }
}

/// Where `address` in a file of folder `beside` leads, if that is a name which a standard gives a schema.
fn resolve(beside: &str, address: &str) -> Option<String> {
    let mut path: Vec<&str> = beside.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(path.pop()?),
            part => path.push(part),
        }
    }
    let plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric()) && part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    let ends = path.last().is_some_and(|name| matches!(ending(name), "xsd" | "dtd"));
    let placed = matches!(path.as_slice(), [_] | [_, _]) && (path.len() == 1 || FOLDERS.contains(&path[0]));
    (ends && placed && path.iter().all(|part| plain(part))).then(|| path.join("/"))
}

/// What stands behind the last dot of a name.
fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The addresses of what schema `text` includes and imports, of those beside it; or why it is no schema of `namespace`.
fn read_schema(text: &str, namespace: Option<&str>) -> Result<BTreeSet<String>, String> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut leads = BTreeSet::new();
    let (mut depth, mut seen) = (0_usize, false);
    loop {
        let event = reader.read_event().map_err(|error| format!("is not XML: {error}"))?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let leading = matches!(tag.local_name().as_ref(), "include" | "import" | "redefine");
                if depth == 0 {
                    root(tag, namespace)?;
                    seen = true;
                } else if leading && let Some(address) = attribute(tag, "schemaLocation")? {
                    leads.extend(Some(address).filter(|address| !address.contains("://")));
                }
                depth += usize::from(matches!(event, Event::Start(_)));
            }
            Event::End(_) => depth -= 1,
            Event::DocType(kind) => leads.extend(dtds(kind)),
            Event::Eof if seen && depth == 0 => return Ok(leads),
            Event::Eof => return Err("is not XML: it ends too soon".to_owned()),
            _ => {}
        }
    }
}

/// Whether `tag` begins a schema of `namespace`. XML Schema 1.0, 3.15.2.
fn root(tag: &BytesStart<'_>, namespace: Option<&str>) -> Result<(), String> {
    let prefix = tag.name().prefix().map(|prefix| prefix.as_ref().to_owned());
    let binding = prefix.map_or_else(|| "xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
    let bound = attribute(tag, &binding)?;
    if tag.local_name().as_ref() != "schema" || bound.as_deref() != Some("http://www.w3.org/2001/XMLSchema") {
        return Err("is XML, but no schema".to_owned());
    }
    match (namespace, attribute(tag, "targetNamespace")?) {
        (Some(wanted), found) if found.as_deref() != Some(wanted) => Err(format!("is no schema of `{wanted}`")),
        _ => Ok(()),
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = tag.try_get_attribute(name).map_err(|error| format!("is not XML: {error}"))?;
    Ok(found.map(|found| found.value.trim().to_owned()))
}

/// The names of DTDs that `text` names in quotation marks.
fn dtds(text: &str) -> BTreeSet<String> {
    let quoted = text.split(['"', '\'']).skip(1).step_by(2);
    quoted.filter(|name| ending(name) == "dtd" && !name.contains("://")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{dtds, resolve};

    #[test]
    fn only_names_of_the_standards_are_taken() {
        for (beside, address, meant) in [
            ("", "xml.xsd", Some("xml.xsd")),
            ("", "./unique/strict.xsd", Some("unique/strict.xsd")),
            ("vocab", "../xml.xsd", Some("xml.xsd")),
            ("", "../xml.xsd", None),
            ("", "/etc/passwd.xsd", None),
            ("", "media/a.xsd", None),
            ("", "index.html", None),
            ("", "c:\\a.xsd", None),
            ("", ".xsd", None),
            ("common", "deep/a.xsd", None),
        ] {
            assert_eq!(resolve(beside, address).as_deref(), meant, "{beside} {address}");
        }
    }

    #[test]
    fn dtds_are_named_in_quotation_marks() {
        let text = "<!DOCTYPE xs:schema PUBLIC \"-//W3C//DTD\" \"XMLSchema.dtd\" >";
        assert_eq!(dtds(text).into_iter().collect::<Vec<_>>(), ["XMLSchema.dtd"]);
        assert!(dtds("<!ENTITY a SYSTEM 'http://example.org/a.dtd'>").is_empty());
    }
}
