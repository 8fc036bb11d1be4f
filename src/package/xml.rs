//! XML documents. In: names that are constants, texts of authors. Out: bytes in UTF-8. Fails at a text with a character that XML cannot hold.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::rules::unwritable_character;
use crate::diag::{Diagnostic, Span};

/// A text, and where its author wrote it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The place.
    pub(super) span: Option<Span>,
}

/// A document in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
    refused: Vec<Diagnostic>,
}

impl Xml {
    /// A document with nothing but its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2), open: Vec::new(), refused: Vec::new() };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Begins element `name`.
    pub(super) fn start(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        let tag = self.tag(name, attributes);
        self.write(Event::Start(tag));
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub(super) fn end(&mut self) {
        let name = self.open.pop().expect("every end stands after its start, in the same function");
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds a text.
    pub(super) fn text(&mut self, name: &'static str, said: Said<'_>) {
        self.text_with(name, &[], said);
    }

    /// The same with attributes.
    pub(super) fn text_with(&mut self, name: &'static str, attributes: &[(&'static str, &str)], said: Said<'_>) {
        self.admit(said);
        let tag = self.tag(name, attributes);
        self.write(Event::Start(tag));
        self.write(Event::Text(BytesText::new(said.text)));
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        let tag = self.tag(name, attributes);
        self.write(Event::Empty(tag));
    }

    /// The document, or every text that it cannot hold.
    pub(super) fn finish(self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        if !self.refused.is_empty() {
            return Err(self.refused);
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn tag(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> BytesStart<'static> {
        let mut tag = BytesStart::new(name);
        for &(key, value) in attributes {
            self.admit(Said { text: value, span: None });
            tag.push_attribute((key, value));
        }
        tag
    }

    fn admit(&mut self, said: Said<'_>) {
        if let Some(odd) = said.text.chars().find(|&c| !can_hold(c)) {
            self.refused.push(unwritable_character::diagnostic(odd, said.span));
        }
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("writing into memory does not fail");
    }
}

/// Whether XML 1.0 can hold `c`, escaped or not. XML 1.0 2.2, `Char`.
fn can_hold(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::{Said, Xml};

    fn said(text: &str) -> Said<'_> {
        Said { text, span: None }
    }

    #[test]
    fn hostile_texts_come_back_as_they_went_in() {
        let hostile = "a < b & c > d \"e\" 'f' ]]> <!-- -- --> <?x ?> &amp; \u{85}\u{2028}\u{1f600}\u{10ffff}";
        let mut xml = Xml::new();
        xml.start("root", &[("name", &format!("{hostile}\n\t"))]);
        xml.text("title", said(hostile));
        xml.empty("file", &[]);
        xml.end();
        let text = String::from_utf8(xml.finish().unwrap()).unwrap();
        let read = roxmltree::Document::parse(&text).unwrap();
        assert_eq!(read.root_element().attribute("name"), Some(&*format!("{hostile}\n\t")));
        let title = read.descendants().find(|node| node.has_tag_name("title")).unwrap();
        assert_eq!(title.text(), Some(hostile));
    }

    #[test]
    fn what_xml_cannot_hold_is_refused_and_named() {
        for odd in ['\0', '\u{1}', '\u{b}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
            let mut xml = Xml::new();
            xml.text("title", said(&format!("before{odd}after")));
            let refused = xml.finish().unwrap_err();
            assert_eq!(refused.len(), 1, "{odd:?}");
            assert!(refused[0].message.contains(&format!("U+{:04X}", u32::from(odd))), "{}", refused[0].message);
        }
    }
}
