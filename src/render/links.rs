//! Where references of authors lead in a document.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use super::Scene;
use crate::content::{Links, ReferenceKind, Spoken};
use crate::model::{Media, Unit};
use crate::source::{MediaId, Sources};
use crate::target::entry_name;
use crate::value::Id;

/// What leads from a unit's document to the top of the package.
pub(super) const ROOT: &str = "../";

/// The references of one unit; remembers the media that were asked for.
pub(super) struct UnitLinks<'a> {
    scene: &'a Scene<'a>,
    unit: &'a Unit,
    media: Rc<RefCell<BTreeSet<MediaId>>>,
}

impl<'a> UnitLinks<'a> {
    pub(super) fn new(scene: &'a Scene<'a>) -> Self {
        Self { scene, unit: scene.unit, media: Rc::default() }
    }

    /// The same for texts that are at home elsewhere.
    pub(super) fn of(&self, unit: &'a Unit) -> Self {
        Self { scene: self.scene, unit, media: Rc::clone(&self.media) }
    }

    /// The media that texts showed or led to.
    pub(super) fn media(self) -> BTreeSet<MediaId> {
        self.media.take()
    }

    fn entry(&self, id: &str) -> Option<&'a Media> {
        let of_unit = self.unit.media.iter();
        of_unit.chain(&self.scene.material.course.media).find(|media| media.id.as_str() == id)
    }

    fn media_file(&self, id: &str) -> Option<MediaId> {
        self.entry(id).map(|entry| entry.file).or_else(|| self.scene.material.sources.media(id).ok())
    }

    /// The address of a media file, which is then one of the document's.
    fn media_href(&self, media: MediaId) -> String {
        self.media.borrow_mut().insert(media);
        format!("{ROOT}{}", address(&media_name(self.scene.material.sources, media)))
    }

    /// The address of lesson `id` in the unit, or of `unit/lesson` in another one.
    fn lesson(&self, id: &str) -> Option<String> {
        let (unit, lesson) = id.split_once('/').unwrap_or((self.unit.id.as_str(), id));
        let launchable = self.launchable(unit)?;
        let page = launchable.pages.iter().find(|page| page.id == lesson)?;
        Some(format!("{}#{}", self.file(unit)?, page.address))
    }

    fn launchable(&self, unit: &str) -> Option<&'a crate::activity::Launchable> {
        let Scene { material, .. } = self.scene;
        material.delivery.launchables.iter().find(|launchable| material.course.launched_at(launchable.unit).id.as_str() == unit)
    }

    /// What leads to the document of `unit` from this one: nothing where it is this one.
    fn file(&self, unit: &str) -> Option<String> {
        let launchable = self.launchable(unit)?;
        Some(if launchable.slot == self.scene.launchable.slot { String::new() } else { self.beside(&launchable.file) })
    }

    /// Another document as this one leads to it.
    fn beside(&self, file: &str) -> String {
        let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        let near = folder(file) == folder(&self.scene.launchable.file);
        if near { file.rsplit('/').next().unwrap_or(file).to_owned() } else { format!("{ROOT}{file}") }
    }

    /// The row of a term: the unit's own, or else the qualification's.
    fn term(&self, id: &str) -> Option<String> {
        let inherited = id.strip_prefix("^/");
        let (unit, bare) = id.split_once('/').filter(|_| inherited.is_none()).unwrap_or((self.unit.id.as_str(), inherited.unwrap_or(id)));
        let home = self.scene.material.course.launched().find(|one| one.id.as_str() == unit)?;
        let own = home.lists.key_terms.iter().find(|term| inherited.is_none() && term.id.as_str() == bare);
        let anchor = match own {
            Some(term) => term_anchor(&term.id, false),
            None => term_anchor(home.inherited.get("key_terms")?.iter().find(|term| term.as_str() == bare)?, true),
        };
        Some(format!("{}#{anchor}", self.file(unit)?))
    }
}

impl Links for UnitLinks<'_> {
    fn href(&self, kind: ReferenceKind, id: &str) -> Option<String> {
        match kind {
            ReferenceKind::Lesson => self.lesson(id),
            ReferenceKind::Unit => self.launchable(id).map(|launchable| self.beside(&launchable.file)),
            ReferenceKind::Term => self.term(id),
            ReferenceKind::Media => Some(self.media_href(self.media_file(id)?)),
            // The number of the item that is to be put there.
            ReferenceKind::Item => Some(self.scene.number(&self.unit.item_at(id)?)?.to_string()),
        }
    }

    fn alt(&self, id: &str) -> Option<String> {
        self.entry(id).map(|entry| entry.alt.clone())
    }

    fn caption(&self, id: &str) -> Option<String> {
        self.entry(id)?.caption.as_ref().map(|line| line.text.clone())
    }

    fn credit(&self, id: &str) -> Option<String> {
        self.entry(id)?.credit.as_ref().map(|line| line.text.clone())
    }

    fn size(&self, id: &str) -> Option<(u32, u32)> {
        self.scene.material.sources.picture(self.media_file(id)?)
    }

    fn spoken(&self, id: &str) -> Option<Spoken> {
        let entry = self.entry(id)?;
        let tracks = entry.captions.iter().map(|(lang, file)| (lang.to_string(), self.media_href(*file))).collect();
        let text = entry.transcript_text.as_ref().map(|text| text.html(self));
        let file = entry.transcript.filter(|_| text.is_none()).map(|file| self.media_href(file));
        Some(Spoken { tracks, text, file })
    }

    fn word(&self, key: &str, number: usize) -> String {
        self.scene.material.theme.messages().word(key, &[("number", &number)])
    }
}

/// Id in the document of term `id`, the qualification's where it is `inherited`.
pub(super) fn term_anchor(id: &Id, inherited: bool) -> String {
    format!("term-{}{id}", if inherited { "q-" } else { "" })
}

/// The name of a media file in a package.
pub(super) fn media_name(sources: &Sources, media: MediaId) -> String {
    entry_name(sources.media_path(media))
}

/// `name` as part of an address. RFC 3986, 3.3.
fn address(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}
