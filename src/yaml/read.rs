//! From a text to its tree.

use granit_parser::{Event, Parser, ScalarStyle, Span as Place};

use super::rules::{alias, document, duplicate_key, syntax, tag, too_large};
use super::runs::runs;
use super::slip::Stop;
use super::{Entry, Kind, Node, Style, Text};
use crate::diag::{Diagnostic, FileId, Span, Warned};

/// So deep may values nest: a course needs about eight levels.
const DEPTH: usize = 64;
/// So many values may a file have.
const NODES: usize = 500_000;
/// So many bytes may a file have.
const BYTES: usize = 16 * 1024 * 1024;

/// Reads `source`, the text of `file`; `None` where it is no YAML (what is wrong is said).
pub fn read(file: FileId, source: &str) -> Warned<Option<Node>> {
    let mut reader = Reader { file, source, nodes: 0, diagnostics: Vec::new(), held: None, offset: 0, seen: 0, brackets: Vec::new() };
    if source.len() > BYTES {
        reader.diagnostics.push(too_large::file(Span::new(file, 0, 0), BYTES));
        return Warned { output: None, diagnostics: reader.diagnostics };
    }
    let text = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    reader.offset = source.len() - text.len();
    let options = granit_parser::options! { emit_comments: false, emit_unresolved_aliases: true, disallow_directives: true };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let output = reader.stream(&mut parser).unwrap_or_else(|stop| {
        reader.stop(stop);
        None
    });
    Warned { output, diagnostics: reader.diagnostics }
}

/// A stop is a mistake after which nothing more of a file can be read.
type Read<T> = Result<T, Diagnostic>;

struct Reader<'s> {
    file: FileId,
    source: &'s str,
    nodes: usize,
    diagnostics: Vec<Diagnostic>,
    /// An event that has been looked at but not used.
    held: Option<(Event<'s>, Place)>,
    /// Bytes before the text that the parser sees: a byte order mark.
    offset: usize,
    /// The end of what the parser has told of.
    seen: usize,
    /// Where the brackets that are open stand.
    brackets: Vec<usize>,
}

impl<'s> Reader<'s> {
    fn next<I: Iterator<Item = Result<(Event<'s>, Place), granit_parser::ScanError>>>(
        &mut self,
        events: &mut I,
    ) -> Read<(Event<'s>, Place)> {
        if let Some(held) = self.held.take() {
            return Ok(held);
        }
        match events.next() {
            Some(Ok((event, place))) => {
                self.seen = self.seen.max(self.span(place).end as usize);
                Ok((event, place))
            }
            Some(Err(error)) => Err(self.stopped(&error)),
            None => Ok((Event::StreamEnd, Place::default())),
        }
    }

    fn stopped(&self, error: &granit_parser::ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().map_or(self.source.len(), |at| at + self.offset).min(self.source.len());
        let stop = Stop { source: self.source, at, reason: &error.info(), read: self.seen, bracket: self.brackets.last().copied() };
        syntax::invalid(self.file, &stop.slip())
    }

    /// Says why reading ended, unless what was said of the same line says it: an alias that is none, as in `**strong** words`.
    fn stop(&mut self, stop: Diagnostic) {
        let line =
            |diagnostic: &Diagnostic| diagnostic.primary.as_ref().map(|label| self.source[..label.span.start as usize].lines().count());
        if self.diagnostics.last().is_none_or(|last| line(last) != line(&stop)) {
            self.diagnostics.push(stop);
        }
    }

    /// A list or mapping begins; where it has a bracket, that is open now.
    fn open(&mut self, span: Span) -> bool {
        let at = span.start as usize;
        let bracket = self.source[at..].starts_with(['[', '{']);
        if bracket {
            self.brackets.push(at);
        }
        bracket
    }

    fn stream<I: Iterator<Item = Result<(Event<'s>, Place), granit_parser::ScanError>>>(&mut self, events: &mut I) -> Read<Option<Node>> {
        let mut root = None;
        let mut documents = 0;
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents == 2 {
                        return Err(document::second(self.span(place)));
                    }
                }
                Event::StreamStart | Event::DocumentEnd | Event::Anchor(..) => {}
                _ => {
                    self.held = Some((event, place));
                    root = Some(self.node(events, 0)?);
                }
            }
        }
        let empty = Span::new(self.file, 0, 0);
        Ok(Some(root.unwrap_or(Node { span: empty, kind: Kind::Scalar(Text { span: empty, ..Text::default() }, Style::Plain) })))
    }

    fn span(&self, place: Place) -> Span {
        let start = place.start.byte_offset().unwrap_or(0) + self.offset;
        let end = place.end.byte_offset().unwrap_or(0) + self.offset;
        Span::new(self.file, start, end.max(start))
    }

    fn node<I: Iterator<Item = Result<(Event<'s>, Place), granit_parser::ScanError>>>(
        &mut self,
        events: &mut I,
        depth: usize,
    ) -> Read<Node> {
        let (event, place) = self.next(events)?;
        let span = self.span(place);
        self.nodes += 1;
        if depth > DEPTH {
            return Err(too_large::deep(span, DEPTH));
        }
        if self.nodes > NODES {
            return Err(too_large::many(span, NODES));
        }
        self.refuse_extras(&event, place, span);
        let kind = match event {
            Event::Scalar(text, style, ..) => return Ok(self.scalar(&text, style, span)),
            Event::SequenceStart(..) => return self.list(events, depth, span),
            Event::MappingStart(..) => return self.map(events, depth, span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.diagnostics.push(alias::used(span));
                Kind::Broken
            }
            _ => Kind::Broken,
        };
        Ok(Node { span, kind })
    }

    /// Anchors and tags: the value is read all the same.
    fn refuse_extras(&mut self, event: &Event<'s>, place: Place, span: Span) {
        if event.anchor_id().is_some_and(|anchor| anchor > 0) {
            let before = &self.source[..span.start as usize];
            let start = before.rfind('&').unwrap_or(span.start as usize);
            let name = self.source[start..].split_whitespace().next().unwrap_or_default();
            self.diagnostics.push(alias::anchor(Span::new(self.file, start, start + name.len())));
        }
        if event.tag().is_some() {
            let at = place.tag_span().map_or(span, |tag| self.span(tag));
            self.diagnostics.push(tag::used(at));
        }
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: Span) -> Node {
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let (start, end) = (span.start as usize, span.end as usize);
        // The span of a block begins at its first character; where the others stand is told by whole lines.
        let line = if block { self.source[..start].rfind('\n').map_or(0, |newline| newline + 1) } else { start };
        let trimmed = self.source[start..end].trim_end().len();
        let span = if block { Span::new(self.file, start, start + trimmed) } else { span };
        let base = u32::try_from(line).unwrap_or(u32::MAX);
        let runs = runs(text, &self.source[line..end], style).into_iter().map(|(text, source)| (text, source + base)).collect();
        let how = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            _ => Style::Block,
        };
        let quote = match style {
            ScalarStyle::SingleQuoted => Some('\''),
            ScalarStyle::DoubleQuoted => Some('"'),
            _ => None,
        };
        Node { span, kind: Kind::Scalar(Text { text: text.to_owned(), span, runs, quote }, how) }
    }

    fn list<I: Iterator<Item = Result<(Event<'s>, Place), granit_parser::ScanError>>>(
        &mut self,
        events: &mut I,
        depth: usize,
        mut span: Span,
    ) -> Read<Node> {
        let mut nodes = Vec::new();
        let bracket = self.open(span);
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::SequenceEnd => {
                    self.brackets.truncate(self.brackets.len() - usize::from(bracket));
                    span.end = self.span(place).end.max(span.end);
                    return Ok(Node { span, kind: Kind::List(nodes) });
                }
                Event::Anchor(..) => {}
                _ => {
                    self.held = Some((event, place));
                    nodes.push(self.node(events, depth + 1)?);
                }
            }
        }
    }

    fn map<I: Iterator<Item = Result<(Event<'s>, Place), granit_parser::ScanError>>>(
        &mut self,
        events: &mut I,
        depth: usize,
        mut span: Span,
    ) -> Read<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = std::collections::BTreeMap::new();
        let bracket = self.open(span);
        loop {
            let (event, place) = self.next(events)?;
            match event {
                Event::MappingEnd => {
                    self.brackets.truncate(self.brackets.len() - usize::from(bracket));
                    span.end = self.span(place).end.max(span.end);
                    return Ok(Node { span, kind: Kind::Map(entries) });
                }
                Event::Anchor(..) => continue,
                _ => self.held = Some((event, place)),
            }
            let key = self.node(events, depth + 1)?;
            let value = self.node(events, depth + 1)?;
            let Kind::Scalar(key, _) = key.kind else {
                if !matches!(key.kind, Kind::Broken) {
                    self.diagnostics.push(syntax::key_is_no_text(key.mark()));
                }
                continue;
            };
            if key.text == "<<" {
                self.diagnostics.push(alias::merge(key.span));
            } else if let Some(first) = seen.get(&key.text) {
                self.diagnostics.push(duplicate_key::twice(&key, *first));
            } else {
                seen.insert(key.text.clone(), key.span);
                entries.push(Entry { key, value });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diag::FileId;
    use crate::yaml::{Kind, Text};

    fn value(source: &str) -> Text {
        let read = read(FileId(0), source);
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let root = read.output.expect("the source is YAML");
        match &root.get("a").expect("it has a key `a`").kind {
            Kind::Scalar(text, _) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_word_is_found_where_it_is_written() {
        for source in [
            "a: one two *three*\n",
            "a: one\n  two\n\n  *three* four\n",
            "a: 'it''s one, *three* it''s'\n",
            "a: \"one \\u00e9\\n \\\"two\\\" *three*\"\n",
            "a: \"one\n  two \\\n  *three*\"\n",
            "a: |\n  one\n\n    two\n  é *three*\nb: 1\n",
            "a: |2-\n    one\n  *three*\n",
            "a: >\n  one\n  two\n\n    three\n  *three*\n\n",
            "a: >-\n  one\n  *three*\n",
            "\u{FEFF}a: *three*\n".replace("*three*", "x *three*").as_str(),
            "a: |\r\n  one\r\n  *three*\r\nb: 2\r\n",
            "x: [1]\na: 'one\n\n  *three*'\n",
        ] {
            let text = value(source);
            let at = text.text.find("*three*").expect("it is in the text");
            let span = text.locate(at..at + 7);
            assert_eq!(&source[span.start as usize..span.end as usize], "*three*", "{source:?} {text:?}");
        }
    }

    #[test]
    fn spans_end_with_the_value() {
        for (source, whole) in [("a: one\nb: 2\n", "one"), ("a: 'one'  # x\n", "'one'"), ("a: |\n  one\n  two\n\nb: 1\n", "one\n  two")] {
            let span = value(source).span;
            assert_eq!(&source[span.start as usize..span.end as usize], whole);
        }
    }

    #[test]
    fn hostile_input_ends_in_one_diagnostic() {
        for source in
            ["[".repeat(20_000), "- ".repeat(20_000), "a: {".repeat(500), "\u{0}".to_owned(), "a: \"".to_owned(), "? ".repeat(300)]
        {
            let read = read(FileId(0), &source);
            assert!(!read.diagnostics.is_empty(), "{}", &source[..1]);
        }
    }

    #[test]
    fn what_hides_meaning_is_refused() {
        for (source, code) in [
            ("a: &x 1\n", "E0103"),
            ("a: *x\n", "E0103"),
            ("<<: {a: 1}\n", "E0103"),
            ("a: !t 1\n", "E0104"),
            ("a: 1\n---\nb: 1\n", "E0105"),
            ("a: 1\na: 2\n", "E0102"),
            ("a: [\n", "E0101"),
            ("[a]: 1\n", "E0101"),
            ("%YAML 1.2\n---\na: 1\n", "E0101"),
        ] {
            let codes: Vec<_> = read(FileId(0), source).diagnostics.iter().map(|diagnostic| diagnostic.lint.code).collect();
            assert_eq!(codes, [code], "{source}");
        }
    }
}
