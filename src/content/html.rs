//! The tree as HTML that is safe, whatever the author wrote.

use std::fmt::Write as _;

use super::node::{Align, Destination, Image, Node, Table};
use super::plain::plain;
use super::player::{self, sounds};
use super::{Links, ReferenceKind};
use crate::diag::Span;
use crate::value::Language;

/// Keys of the words that [`Links::word`] is asked for: headings of callouts, names of regions, what a reader of the screen
/// is told. `figure`, `footnote` and `footnote-back` have a number.
pub const WORDS: &[&str] = &[
    "callout-caution",
    "callout-important",
    "callout-note",
    "callout-tip",
    "callout-warning",
    "figure",
    "footnote",
    "footnote-back",
    "footnotes",
    "new-window",
    "table",
    "transcript",
];

/// Ends of names of files that a picture element shows.
const PICTURES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

pub(super) struct Writer<'a> {
    links: &'a dyn Links,
    place: Span,
    out: String,
    figures: usize,
    /// Labels of footnotes in the order of their marks.
    marks: Vec<String>,
}

impl<'a> Writer<'a> {
    /// `place` is where the text is written.
    pub(super) fn new(links: &'a dyn Links, place: Span) -> Self {
        let likely = place.end.saturating_sub(place.start) as usize * 5 / 4;
        Self { links, place, out: String::with_capacity(likely), figures: 0, marks: Vec::new() }
    }

    /// What keeps ids of footnotes apart from those of other texts in the document.
    fn prefix(&self) -> String {
        format!("{}-{}", self.place.file.0, self.place.start)
    }

    pub(super) fn html(mut self, nodes: &[Node]) -> String {
        self.all(nodes);
        self.footnotes(nodes);
        self.out
    }

    fn all(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// ` name="value"`.
    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    fn element(&mut self, name: &str, nodes: &[Node]) {
        self.raw("<");
        self.raw(name);
        self.raw(">");
        self.all(nodes);
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Paragraph(inner) => self.element("p", inner),
            Node::Heading(level, inner) => self.element(["h2", "h3", "h4", "h5", "h6"][level.clamp(&2, &6) - 2], inner),
            Node::Quote(inner) => self.element("blockquote", inner),
            Node::ListEntry(inner) => self.element("li", inner),
            Node::Emphasis(inner) => self.element("em", inner),
            Node::Strong(inner) => self.element("strong", inner),
            Node::Struck(inner) => self.element("del", inner),
            Node::Callout(kind, title, inner) => self.callout(kind.name(), title.as_deref(), inner),
            Node::CodeBlock(text, language) => self.code_block(text, language),
            Node::List(start, inner) => self.list(*start, inner),
            Node::Table(table) => self.table(table),
            Node::Figure(image) => self.figure(image),
            Node::Link(destination, inner) => self.link(destination, inner),
            Node::Image(image) => self.image(&image.destination, &image.alt),
            Node::Language(tag, inner) => self.language(tag, inner),
            Node::FootnoteMark(label) => self.mark(label),
            Node::Text(text) => self.text(text),
            Node::Code(code) => {
                self.raw("<code>");
                self.text(code);
                self.raw("</code>");
            }
            Node::Blank(id) => {
                self.raw("<span");
                self.attribute("data-blank", id);
                self.raw("></span>");
            }
            Node::Rule => self.raw("<hr>"),
            Node::SoftBreak => self.raw("\n"),
            Node::HardBreak => self.raw("<br>"),
            Node::Item(id) => {
                if let Some(number) = self.links.href(ReferenceKind::Item, id) {
                    self.raw("<div");
                    self.attribute("data-question", &number);
                    self.raw("></div>");
                }
            }
            // Footnotes stand at the end.
            Node::Footnote(..) => {}
        }
    }

    fn callout(&mut self, name: &str, title: Option<&[Node]>, inner: &[Node]) {
        self.raw("<div class=\"callout ");
        self.raw(name);
        self.raw("\" role=\"note\"><p class=\"callout-title\">");
        match title {
            Some(title) => self.all(title),
            None => self.text(&self.links.word(name, 0)),
        }
        self.raw("</p>");
        self.all(inner);
        self.raw("</div>");
    }

    fn code_block(&mut self, text: &str, language: &str) {
        // It may scroll sideways, so the keyboard has to reach it.
        self.raw("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.attribute("class", &format!("language-{language}"));
        }
        self.raw(">");
        self.text(text);
        self.raw("</code></pre>");
    }

    fn list(&mut self, start: Option<u64>, inner: &[Node]) {
        match start {
            None => self.element("ul", inner),
            Some(1) => self.element("ol", inner),
            Some(start) => {
                self.raw("<ol");
                self.attribute("start", &start.to_string());
                self.raw(">");
                self.all(inner);
                self.raw("</ol>");
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.raw("<div class=\"table-region\" role=\"region\" tabindex=\"0\"");
        let name = table.caption.as_deref().map_or_else(|| self.links.word("table", 0), plain);
        self.attribute("aria-label", &name);
        self.raw("><table>");
        if let Some(caption) = &table.caption {
            self.element("caption", caption);
        }
        self.raw("<thead>");
        self.row("th scope=\"col\"", "th", &table.head, &table.columns);
        self.raw("</thead><tbody>");
        for row in &table.rows {
            self.row("td", "td", row, &table.columns);
        }
        self.raw("</tbody></table></div>");
    }

    fn row(&mut self, open: &str, close: &str, cells: &[Vec<Node>], columns: &[Align]) {
        self.raw("<tr>");
        for (at, cell) in cells.iter().enumerate() {
            self.raw("<");
            self.raw(open);
            match columns.get(at) {
                Some(Align::Center) => self.raw(" class=\"align-center\""),
                Some(Align::End) => self.raw(" class=\"align-end\""),
                Some(Align::Start) | None => {}
            }
            self.raw(">");
            self.all(cell);
            self.raw("</");
            self.raw(close);
            self.raw(">");
        }
        self.raw("</tr>");
    }

    fn figure(&mut self, figure: &Node) {
        let Node::Image(image) = figure else { return };
        let Image { destination: Destination::Thing(kind, id), alt, title } = image.as_ref() else { return };
        let player = self.player(*kind, id, alt);
        let caption = Some(title.clone()).filter(|title| !title.is_empty()).or_else(|| self.links.caption(id));
        let credit = self.links.credit(id);
        self.raw(if player.is_some() { "<figure class=\"player\">" } else { "<figure>" });
        match &player {
            Some(player) => self.raw(player),
            None => self.node(figure),
        }
        if caption.is_some() || credit.is_some() {
            self.raw("<figcaption>");
            if let Some(caption) = caption {
                // What is heard or watched is no figure that a text counts.
                if player.is_none() {
                    self.figures += 1;
                    self.raw("<strong>");
                    self.text(&self.links.word("figure", self.figures));
                    self.raw("</strong> ");
                }
                self.text(&caption);
            }
            if let Some(credit) = credit {
                self.raw(" <span class=\"credit\">");
                self.text(&credit);
                self.raw("</span>");
            }
            self.raw("</figcaption>");
        }
        self.raw("</figure>");
    }

    /// The player of media entry `id`, if it is heard or watched.
    fn player(&self, kind: ReferenceKind, id: &str, alt: &str) -> Option<String> {
        let href = self.links.href(kind, id)?;
        let kind = sounds(&href)?;
        let spoken = self.links.spoken(id)?;
        let name = if alt.is_empty() { self.links.alt(id).unwrap_or_default() } else { alt.to_owned() };
        Some(player::html(kind, &href, &name, &spoken, self.links))
    }

    fn image(&mut self, destination: &Destination, alt: &str) {
        let Destination::Thing(kind, id) = destination else { return };
        let Some(href) = self.links.href(*kind, id) else { return };
        let alt = if alt.is_empty() { self.links.alt(id).unwrap_or_default() } else { alt.to_owned() };
        let end = href.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
        if PICTURES.contains(&end.as_str()) {
            self.raw("<img");
            self.attribute("src", &href);
            self.attribute("alt", &alt);
            if let Some((width, height)) = self.links.size(id) {
                self.attribute("width", &width.to_string());
                self.attribute("height", &height.to_string());
            }
            self.raw(" loading=\"lazy\" decoding=\"async\">");
        } else {
            let name = if alt.is_empty() { id.rsplit('/').next().unwrap_or_default().to_owned() } else { alt };
            self.link(destination, &[Node::Text(name)]);
        }
    }

    fn link(&mut self, destination: &Destination, inner: &[Node]) {
        let (href, leaves) = match destination {
            Destination::Thing(kind, id) => (self.links.href(*kind, id), *kind == ReferenceKind::Media),
            Destination::Url(url) => (Some(url.clone()), url.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))),
            Destination::Refused => (None, false),
        };
        let Some(href) = href else { return self.all(inner) };
        self.raw("<a");
        self.attribute("href", &href);
        if leaves {
            // In its own window: the course would be gone from this one, and its session with it.
            self.raw(" target=\"_blank\" rel=\"noopener noreferrer\"");
        }
        self.raw(">");
        self.all(inner);
        if !self.is_named(inner) {
            // Its author was told; whoever listens to the page still hears where it leads.
            match destination {
                Destination::Thing(_, id) => self.text(id.rsplit('/').next().unwrap_or(id)),
                Destination::Url(_) | Destination::Refused => self.text(&href),
            }
        }
        if leaves {
            self.raw("<span class=\"vh\"> ");
            self.text(&self.links.word("new-window", 0));
            self.raw("</span>");
        }
        self.raw("</a>");
    }

    /// Whether `nodes`, all that is in a link, hold words, or a picture that has some.
    fn is_named(&self, nodes: &[Node]) -> bool {
        let has_words = |image: &Image| match &image.destination {
            Destination::Thing(_, id) => self.links.alt(id).is_some_and(|alt| !alt.is_empty()),
            Destination::Url(_) | Destination::Refused => false,
        };
        !plain(nodes).is_empty() || nodes.iter().any(|node| matches!(node, Node::Image(image) if has_words(image)))
    }

    fn language(&mut self, tag: &str, inner: &[Node]) {
        self.raw("<span");
        self.attribute("lang", tag);
        if let Ok(language) = Language::parse(tag) {
            self.attribute("dir", language.direction());
        }
        self.raw(">");
        self.all(inner);
        self.raw("</span>");
    }

    fn mark(&mut self, label: &str) {
        let known = self.marks.len();
        let number = self.number(label);
        let name = self.links.word("footnote", number);
        let prefix = self.prefix();
        self.raw("<sup><a");
        // The way back from the footnote leads to its first mark.
        if number > known {
            self.attribute("id", &format!("fnref-{prefix}-{number}"));
        }
        self.attribute("href", &format!("#fn-{prefix}-{number}"));
        self.raw(" role=\"doc-noteref\"");
        self.attribute("aria-label", &name);
        self.raw(">");
        self.text(&number.to_string());
        self.raw("</a></sup>");
    }

    /// The number of the footnote called `label`, from 1.
    fn number(&mut self, label: &str) -> usize {
        if let Some(at) = self.marks.iter().position(|mark| mark == label) {
            return at + 1;
        }
        self.marks.push(label.to_owned());
        self.marks.len()
    }

    /// The footnotes that have a mark, in the order of the marks. A footnote may have marks of its own.
    fn footnotes(&mut self, nodes: &[Node]) {
        if self.marks.is_empty() {
            return;
        }
        let name = self.links.word("footnotes", 0);
        self.raw("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", &name);
        self.raw("><ol>");
        let mut number = 0;
        while let Some(label) = self.marks.get(number).cloned() {
            number += 1;
            let prefix = self.prefix();
            let back = self.links.word("footnote-back", number);
            self.raw("<li");
            self.attribute("id", &format!("fn-{prefix}-{number}"));
            self.raw(">");
            if let Some(text) = footnote(nodes, &label) {
                self.all(text);
            }
            self.raw(" <a");
            self.attribute("href", &format!("#fnref-{prefix}-{number}"));
            self.raw(" role=\"doc-backlink\"");
            self.attribute("aria-label", &back);
            let _ = write!(self.out, ">\u{21a9}\u{fe0e}</a></li>");
        }
        self.raw("</ol></section>");
    }
}

/// Adds `text` to `out`, in which it opens and ends nothing.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The text of the footnote called `label`.
fn footnote<'n>(nodes: &'n [Node], label: &str) -> Option<&'n [Node]> {
    nodes.iter().find_map(|node| match node {
        Node::Footnote(name, inner) if name == label => Some(inner.as_slice()),
        Node::Quote(inner) | Node::Callout(_, _, inner) | Node::List(_, inner) | Node::ListEntry(inner) => footnote(inner, label),
        _ => None,
    })
}
