//! The theme of a course.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::rules::{broken_template, too_large, unknown_theme, unused_theme_file};
use super::style::{self, Manifest};
use super::words::{self, WordsFile};
use super::{Messages, Words};
use super::{contrast, display, fold, manifest};
use crate::diag::{Diagnostic, FileId, Span, Warned};
use crate::model::Course;
use crate::source::Sources;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Themes of another character, by name: what each of them changes of the default one.
static OTHERS: [(&str, Dir<'_>); 1] = [("workshop", include_dir!("$CARGO_MANIFEST_DIR/themes/workshop"))];

/// The name of the default theme.
const DEFAULT_NAME: &str = "default";

/// What stands before the names of a course's templates, and before the default theme's.
const PREFIXES: [&str; 2] = ["theme/", "default/"];

/// The bytes that one template may make.
const MOST: usize = 8 << 20;

/// Templates, style sheet and words of a course.
#[derive(Debug)]
pub struct Theme {
    /// What it is made from.
    base: &'static Base,
    tera: Cow<'static, Tera>,
    /// Whether a course laid templates over those.
    own: bool,
    messages: Messages,
    css: String,
    /// The files of the course's `theme/` folder, by their path in it.
    files: BTreeMap<String, FileId>,
}

impl Theme {
    /// The theme that `course` names, or `instead`, with what the course's folder `theme/` lays over it.
    #[must_use]
    pub fn load(course: &Course, sources: &Sources, instead: Option<&str>) -> Warned<Option<Self>> {
        let name = instead.unwrap_or(&course.theme);
        let files = sources.texts_in("theme").filter_map(|(path, file)| Some((path.strip_prefix("theme/")?.to_owned(), file))).collect();
        let mut loaded = Self::with(name, course.lang.as_str(), files, &|file| sources.content(file));
        // A template that cannot be read would be replaced by the default theme's, without a word.
        let is_read = |path: &str| path.rsplit_once('.').is_some_and(|(_, end)| matches!(end, "css" | "html" | "yaml"));
        let lost = sources.problems_in("theme").filter(|(path, _)| is_read(path));
        loaded.diagnostics.extend(lost.map(|(path, problem)| sources.unnamed(path, problem)));
        if !names().any(|known| known == name) {
            let named = course.theme_span.filter(|_| instead.is_none());
            loaded.diagnostics.push(unknown_theme::diagnostic(name, named, names()));
            loaded.output = None;
        }
        loaded
    }

    /// The theme `name` for language `lang`, with `files` of a course over it.
    fn with<'a>(name: &str, lang: &str, files: BTreeMap<String, FileId>, content: &dyn Fn(FileId) -> &'a str) -> Warned<Option<Self>> {
        let default = embedded(name);
        let course: BTreeMap<&str, &str> = files.iter().map(|(path, file)| (path.as_str(), content(*file))).collect();
        let own: Manifest =
            serde_yaml::from_str(default["theme.yaml"]).expect("the default theme's theme.yaml is embedded, and every test reads it");
        let mut diagnostics: Vec<Diagnostic> = files
            .iter()
            .filter(|(path, _)| !default.contains_key(path.as_str()) && !style::is_added(&own, path) && language(path).is_none())
            .map(|(path, file)| unused_theme_file::diagnostic(path, default.keys().copied(), *file))
            .collect();
        let of_default = default.iter().map(|(path, text)| (*path, *text, None));
        let of_course = course.iter().map(|(path, text)| (*path, *text, Some(files[*path])));
        let word_files: Vec<WordsFile<'_>> =
            of_default.chain(of_course).filter_map(|(path, text, file)| Some(WordsFile { lang: language(path)?, text, file })).collect();
        let words = words::gather(lang, &word_files, &mut diagnostics);
        let base = Base::of(name);
        let primary = lang.split('-').next().unwrap_or(lang);
        let english = primary == "en" && words == base.words;
        let messages = Messages::new(words, primary);
        let sheets = style::sheets(&own, &default, &course);
        let mut css = style::join(&sheets);
        css += &display::chosen(&css);
        let written: Vec<_> = sheets.iter().map(|(name, text)| (*text, files.get(*name).copied())).collect();
        diagnostics.extend(written.iter().filter_map(|(text, file)| Some(style::elsewhere((*file)?, text))).flatten());
        diagnostics.extend(contrast::check(&written));
        diagnostics.extend(files.get("theme.yaml").into_iter().flat_map(|file| manifest::check(*file, content(*file))));
        let own = course.iter().filter(|(path, _)| default.contains_key(**path)).map(|(path, text)| (*path, *text)).collect();
        let laid = html(PREFIXES[0], &own);
        let own = !laid.is_empty();
        let tera = match own {
            true => base.with(laid, &messages).map(Cow::Owned),
            false if english => Ok(Cow::Borrowed(&base.folded)),
            false => base.fold(&default, &messages).map(Cow::Owned),
        };
        let output = match tera {
            Ok(tera) => Some(Self { base, tera, own, messages, css, files }),
            Err(error) => {
                diagnostics.push(wrap(&error, &files, "document.html"));
                None
            }
        };
        Warned { output, diagnostics }
    }

    /// The default theme, as it is, for language `lang`.
    #[must_use]
    pub fn default_for(lang: &str) -> Self {
        Self::with(DEFAULT_NAME, lang, BTreeMap::new(), &|_| "").output.expect("the default theme is embedded, and every test renders it")
    }

    /// The same theme with every word between `⟦` and `⟧`: what is not so marked was said by a template or by an author.
    #[must_use]
    pub fn marked(mut self) -> Self {
        self.messages = self.messages.marked();
        if !self.own {
            self.tera = Cow::Owned(self.base.plain.clone());
        }
        say(self.tera.to_mut(), &self.messages);
        self
    }

    /// What template `name` makes of `view`.
    ///
    /// # Errors
    /// Says, at the template, what is wrong with it.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(view).map_err(|error| wrap(&error, &self.files, name))?;
        let mut capped = Capped { bytes: Vec::with_capacity(room(name)), full: false };
        let made = self.tera.render_to(name, &context, &mut capped);
        if capped.full {
            return Err(too_large::diagnostic(name, MOST, self.place(&[name])));
        }
        made.map_err(|error| wrap(&error, &self.files, name))?;
        String::from_utf8(capped.bytes).map_err(|_| wrap(&tera::Error::new(ErrorKind::Utf8Conversion), &self.files, name))
    }

    /// Where the first of `templates` that the course wrote begins; `None` where all are the default theme's.
    #[must_use]
    pub fn place(&self, templates: &[&str]) -> Option<Span> {
        self.written(templates).map(|name| Span::new(self.files[name], 0, 0))
    }

    /// The first of `templates` that the course wrote.
    #[must_use]
    pub fn written<'a>(&self, templates: &[&'a str]) -> Option<&'a str> {
        templates.iter().copied().find(|name| self.files.contains_key(*name))
    }

    /// Whether it is the default theme as it is: the course lays nothing over it.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.files.is_empty()
    }

    /// The style sheet.
    #[must_use]
    pub fn css(&self) -> &str {
        &self.css
    }

    /// The words.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }
}

/// So many bytes are likely to come of template `name`: room that is there need not be made while they come.
fn room(name: &str) -> usize {
    match name.split_once('/') {
        None => 128 << 10,
        Some(("section", _)) => 32 << 10,
        Some(_) => 8 << 10,
    }
}

/// The names of the themes.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(DEFAULT_NAME).chain(OTHERS.iter().map(|(name, _)| *name))
}

/// The files of theme `name`, by path: what it does not have is the default theme's.
fn embedded(name: &str) -> BTreeMap<&'static str, &'static str> {
    fn add(dir: &Dir<'static>, files: &mut BTreeMap<&'static str, &'static str>) {
        let texts = dir.files().filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)));
        files.extend(texts);
        dir.dirs().for_each(|dir| add(dir, files));
    }
    let mut files = BTreeMap::new();
    add(&DEFAULT, &mut files);
    OTHERS.iter().filter(|(other, _)| *other == name).for_each(|(_, dir)| add(dir, &mut files));
    files
}

/// The language of a file of words.
fn language(path: &str) -> Option<&str> {
    path.strip_prefix("messages/")?.strip_suffix(".yaml")
}

/// A theme as it is, in English.
#[derive(Debug)]
struct Base {
    words: Words,
    /// Its templates as they are written.
    plain: Tera,
    /// Its templates with what is the same in every document.
    folded: Tera,
}

/// Each theme in the order of [`names`], read when it is asked for first.
static BASES: [OnceLock<Base>; 1 + OTHERS.len()] = [const { OnceLock::new() }; 1 + OTHERS.len()];

impl Base {
    /// The theme `name`; the default one where it is not known.
    fn of(name: &str) -> &'static Self {
        let place = names().position(|known| known == name).unwrap_or(0);
        let read = |name| Self::read(&embedded(name)).expect("the themes are embedded, and every test reads their templates");
        BASES[place].get_or_init(|| read(names().nth(place).unwrap_or(DEFAULT_NAME)))
    }

    fn read(files: &BTreeMap<&str, &str>) -> tera::TeraResult<Self> {
        let words = Words::english();
        let messages = Messages::new(words.clone(), "en");
        let mut plain = Tera::default();
        say(&mut plain, &messages);
        plain.set_fallback_prefixes(PREFIXES).and_then(|()| plain.add_raw_templates(html(PREFIXES[1], files)))?;
        let mut base = Self { words, folded: plain.clone(), plain };
        base.folded = base.fold(files, &messages)?;
        Ok(base)
    }

    /// Its templates, `files`, with what is the same in every document, in other words.
    fn fold(&self, files: &BTreeMap<&str, &str>, messages: &Messages) -> tera::TeraResult<Tera> {
        let mut tera = self.plain.clone();
        say(&mut tera, messages);
        let folded: Vec<_> = html(PREFIXES[1], files).into_iter().map(|(name, text)| (name, fold::fold(&text, &tera))).collect();
        tera.add_raw_templates(folded)?;
        Ok(tera)
    }

    /// Its templates with those of a course over them, which may change any of them: nothing is known beforehand.
    fn with(&self, own: Vec<(String, String)>, messages: &Messages) -> tera::TeraResult<Tera> {
        let mut tera = self.plain.clone();
        say(&mut tera, messages);
        tera.add_raw_templates(own)?;
        Ok(tera)
    }
}

/// The templates among `files`, with `prefix` before their names.
fn html(prefix: &'static str, files: &BTreeMap<&str, &str>) -> Vec<(String, String)> {
    let html = files.iter().filter(|(path, _)| path.strip_suffix(".html").is_some());
    html.map(|(path, text)| (format!("{prefix}{path}"), (*text).to_owned())).collect()
}

/// Gives templates their function `t(key="...", n=1)`, a word, and their filter `whole`, for titles.
pub fn say(tera: &mut Tera, messages: &Messages) {
    let messages = Arc::new(messages.clone());
    tera.register_function("t", move |kwargs: Kwargs, _: &State| {
        let found = |name: &str| kwargs.iter().find(|(known, _)| known.as_str() == Some(name)).map(|(_, value)| value);
        let value = |name: &str| found(name).map(ToString::to_string);
        let key = found("key").and_then(tera::Value::as_str).unwrap_or_default();
        messages.say(key, &value).map_err(tera::Error::message)
    });
    tera.register_filter("whole", |title: &str, _: Kwargs, _: &State| tera::Value::safe_string(&whole(title)));
}

/// HTML of a title in which a compound such as "real-time" does not break at its hyphen.
fn whole(title: &str) -> String {
    let mut html = Vec::new();
    for (at, word) in title.split(' ').enumerate() {
        if at > 0 {
            html.push(b' ');
        }
        // A longer one would not fit on a narrow screen.
        let keep = word.trim_matches('-').contains('-') && word.chars().count() <= 20;
        html.extend_from_slice(if keep { b"<span class=\"whole\">" } else { b"" });
        tera::escape_html(word, &mut html).expect("writing to memory cannot fail");
        html.extend_from_slice(if keep { b"</span>" } else { b"" });
    }
    String::from_utf8(html).expect("what is escaped was UTF-8")
}

/// Tera's error as a diagnostic, at the place in the course's template if it is one.
fn wrap(error: &tera::Error, files: &BTreeMap<String, FileId>, asked: &str) -> Diagnostic {
    let (name, text, range) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename(), report.message().to_owned(), report.span().range.clone())
        }
        _ => (asked, error.to_string(), 0..0),
    };
    let path = PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
    let own = name.starts_with(PREFIXES[0]) || name == asked;
    let place = files.get(path).filter(|_| own).map(|file| Span::new(*file, range.start, range.end));
    broken_template::diagnostic(path, &text, place)
}

/// Takes bytes until there are too many.
struct Capped {
    bytes: Vec<u8>,
    full: bool,
}

impl Write for Capped {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > MOST {
            self.full = true;
            return Err(io::Error::other("a template makes too much"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Words {
    /// The default theme's English words.
    #[must_use]
    pub fn english() -> Self {
        serde_yaml::from_str(embedded(DEFAULT_NAME)["messages/en.yaml"])
            .expect("the default theme's words are embedded, and every test reads them")
    }
}
