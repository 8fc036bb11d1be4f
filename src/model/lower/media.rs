//! Media entries and their files.

use super::Lowering;
use crate::content::rules::alternative_text;
use crate::content::{self, Blocks, Sounds};
use crate::diag::FileId;
use crate::model::Media;
use crate::model::rules::{conflict, film_without_captions, film_without_transcript, media_text, sound_without_text};
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

    /// What media file `file`, named by `path`, says; `None` where it is no text, which has been said if it should be one.
    fn words(&mut self, file: MediaId, path: &Named) -> Option<FileId> {
        let text = self.sources.media_text(file)?;
        text.map_err(|problem| self.cx.push(problem.diagnostic(&path.value, Some(path.span)))).ok()
    }

    /// The file of a transcript, and its text: one in Markdown is read as other texts are.
    fn transcript(&mut self, path: &Named) -> Option<(MediaId, Option<Blocks>)> {
        let file = self.file(path)?;
        let words = self.words(file, path).filter(|text| self.sources.name(*text).to_ascii_lowercase().ends_with(".md"));
        let text = words.map(|text| {
            let read = Blocks::read_file(text, self.sources.content(text), &mut self.cx.diagnostics);
            self.check_texts(read.references());
            read
        });
        Some((file, text))
    }

    /// Says it where who cannot hear, or cannot see, is left without a text of what is played.
    fn check_played(&mut self, media: &syntax::Media) {
        let told = match content::sounds(&media.file.value) {
            Some(Sounds::Video) if media.captions.is_empty() => film_without_captions::diagnostic,
            Some(Sounds::Video) if media.transcript.is_none() => film_without_transcript::diagnostic,
            Some(Sounds::Audio) if media.transcript.is_none() => sound_without_text::diagnostic,
            _ => return,
        };
        if !media.decorative && !media.id.value.is_empty() {
            self.cx.push(told(&media.id.value, media.file.span));
        }
    }

    pub(super) fn media(&mut self, media: syntax::Media) -> Option<Media> {
        let file = self.file(&media.file);
        match (&media.alt, media.decorative) {
            (Some(alt), false) if !alt.text.is_empty() => self.cx.diagnostics.extend(alternative_text::check(&alt.text, alt.span)),
            (_, false) if !media.id.value.is_empty() => self.cx.push(media_text::none(&media.id.value, media.id.span)),
            (Some(alt), true) => self.cx.push(conflict::decorative(alt.span)),
            _ => {}
        }
        self.check_played(&media);
        let mut captions = Vec::new();
        for written in &media.captions {
            let lang = self.language(&written.lang);
            let file = self.file(&written.file);
            if let Some(text) = file.and_then(|file| self.words(file, &written.file)) {
                let found = content::captions(text, self.sources.content(text));
                self.cx.diagnostics.extend(found);
            }
            captions.extend(lang.zip(file));
        }
        let transcript = media.transcript.as_ref().and_then(|path| self.transcript(path));
        let (transcript, transcript_text) = transcript.unzip();
        let (id, span) = Self::id(&media.id)?;
        let alt = media.alt.map(|alt| alt.text).unwrap_or_default();
        Some(Media {
            id,
            span,
            file: file?,
            alt,
            caption: media.caption,
            credit: media.credit,
            captions,
            transcript,
            transcript_text: transcript_text.flatten(),
        })
    }
}
