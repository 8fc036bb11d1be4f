//! Files of words: `messages/<language>.yaml`, the default theme's and a course's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rules::{broken_words, no_words};
use crate::diag::{Diagnostic, FileId, Span};

/// What is said under a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Message {
    /// Always the same.
    Text(String),
    /// Chosen by a number `n`, by CLDR plural category: `zero`, `one`, `two`, `few`, `many`, `other`.
    Plural(BTreeMap<String, String>),
}

/// The CLDR plural categories.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A file of words: `page` for templates, `script` for JavaScript, `debug` for the panel that shows what is recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// For templates and views.
    #[serde(default)]
    pub page: BTreeMap<String, Message>,
    /// For JavaScript.
    #[serde(default)]
    pub script: BTreeMap<String, Message>,
    /// For the panel.
    #[serde(default)]
    pub debug: BTreeMap<String, Message>,
}

impl Words {
    /// Lays `other` over these words.
    pub(super) fn overlay(&mut self, other: Self) {
        self.page.extend(other.page);
        self.script.extend(other.script);
        self.debug.extend(other.debug);
    }

    /// Keys that `known` has not, as `page.key`.
    pub(super) fn unknown<'a>(&'a self, known: &'a Self) -> impl Iterator<Item = String> + 'a {
        let groups = [("page", &self.page, &known.page), ("script", &self.script, &known.script), ("debug", &self.debug, &known.debug)];
        let unknown = |(group, own, known): (&'static str, &'a BTreeMap<_, _>, &'a BTreeMap<_, _>)| {
            own.keys().filter(|key| !known.contains_key(*key)).map(move |key| format!("{group}.{key}"))
        };
        groups.into_iter().flat_map(unknown)
    }

    /// What is wrong with the plural forms, if something is.
    pub(super) fn fault(&self) -> Option<String> {
        self.page.iter().chain(&self.script).chain(&self.debug).find_map(|(key, message)| {
            let Message::Plural(forms) = message else { return None };
            if let Some(name) = forms.keys().find(|name| !CATEGORIES.contains(&name.as_str())) {
                return Some(format!(
                    "`{key}` has a form `{name}`; the forms are {}",
                    CATEGORIES.map(|name| format!("`{name}`")).join(", ")
                ));
            }
            (!forms.contains_key("other")).then(|| format!("`{key}` has no form `other`, which every language needs"))
        })
    }
}

/// A file of words: its language, its text, and its number where a course wrote it.
pub(super) struct WordsFile<'a> {
    pub(super) lang: &'a str,
    pub(super) text: &'a str,
    pub(super) file: Option<FileId>,
}

/// The words for language `lang`: those of its primary language and of itself over the English ones, the course's over the theme's.
/// `files` stand in this order: the default theme's, then the course's.
pub(super) fn gather(lang: &str, files: &[WordsFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Words {
    let primary = lang.split('-').next().unwrap_or(lang);
    let mut words = Words::default();
    // Of a language that could not be read, that has been said.
    let mut spoken = matches!(primary, "en" | "und");
    for (step, wanted) in ["en", primary, lang].into_iter().enumerate() {
        if step > 0 && wanted == "en" || step > 1 && wanted == primary {
            continue;
        }
        for file in files.iter().filter(|file| file.lang.eq_ignore_ascii_case(wanted)) {
            spoken |= step > 0;
            match read(file) {
                Ok(more) => {
                    let known = if file.file.is_some() { &words } else { &more };
                    diagnostics.extend(more.unknown(known).map(|key| broken_words::unknown(&key, known, place(file, &key))));
                    words.overlay(more);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
    }
    if !spoken {
        diagnostics.push(no_words::diagnostic(lang));
    }
    words
}

fn read(file: &WordsFile<'_>) -> Result<Words, Diagnostic> {
    let whole = file.file.map(|id| Span::new(id, 0, 0));
    let words: Words = serde_yaml::from_str(file.text).map_err(|error| {
        let at = error.location().map_or(0, |location| location.index());
        let place = file.file.map(|id| Span::new(id, at, at));
        broken_words::diagnostic(&format!("messages/{}.yaml", file.lang), &error.to_string(), place)
    })?;
    match words.fault() {
        Some(fault) => Err(broken_words::diagnostic(&format!("messages/{}.yaml", file.lang), &fault, whole)),
        None => Ok(words),
    }
}

/// Where the last part of `key` is written, as far as a search for it can tell.
fn place(file: &WordsFile<'_>, key: &str) -> Option<Span> {
    let name = key.rsplit('.').next()?;
    let at = file.text.find(&format!("{name}:")).unwrap_or(0);
    file.file.map(|id| Span::new(id, at, at + name.len()))
}
