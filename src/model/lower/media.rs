//! Media entries and their files.

use super::Lowering;
use crate::model::Media;
use crate::model::rules::{conflict, media_text};
use crate::source::MediaId;
use crate::syntax;
use crate::yaml::Named;

impl Lowering<'_> {
    /// The file at a path that an author wrote.
    pub(super) fn file(&mut self, path: &Named) -> Option<MediaId> {
        if path.value.is_empty() {
            return None;
        }
        let found = self.sources.media(&path.value);
        found.map_err(|problem| self.cx.push(problem.diagnostic(&path.value, Some(path.span)))).ok()
    }

    pub(super) fn media(&mut self, media: syntax::Media) -> Option<Media> {
        let file = self.file(&media.file);
        match (&media.alt, media.decorative) {
            (None, false) if !media.id.value.is_empty() => self.cx.push(media_text::none(&media.id.value, media.id.span)),
            (Some(alt), true) => self.cx.push(conflict::decorative(alt.span)),
            _ => {}
        }
        let mut captions = Vec::new();
        for written in &media.captions {
            let lang = self.language(&written.lang);
            captions.extend(lang.zip(self.file(&written.file)));
        }
        let transcript = media.transcript.as_ref().and_then(|path| self.file(path));
        let (id, span) = Self::id(&media.id)?;
        let alt = media.alt.map(|alt| alt.text).unwrap_or_default();
        Some(Media { id, span, file: file?, alt, caption: media.caption, credit: media.credit, captions, transcript })
    }
}
