//! From Markdown to the tree: what may not be is reported at its place, and left out.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag};

use super::node::{Align, Callout, Destination, Image, Node, Table};
use super::text::Blank;
use super::{Reference, ReferenceKind, bracket, destination, plain_line, quote, rules};
use crate::diag::{Diagnostic, Span};
use crate::yaml::Text;

/// How deep lists, quotes and emphasis may stand in each other.
const DEPTH_MOST: usize = 24;

/// What stands before inline Markdown while it is parsed: it makes no list or quote of `1. April` or `> 5`.
const GUARD: &str = ".";

/// What a text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Inline,
    Blocks,
    Prompt,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) nodes: Vec<Node>,
    pub(super) references: Vec<Reference>,
    pub(super) blanks: Vec<Blank>,
}

/// Reads `text`; what is wrong goes to `out`.
pub(super) fn read(text: &Text, kind: Kind, out: &mut Vec<Diagnostic>) -> Read {
    if plain_line::is(&text.text) {
        let words = Node::Text(text.text.clone());
        let nodes = vec![if kind == Kind::Inline { words } else { Node::Paragraph(vec![words]) }];
        return Read { nodes, ..Read::default() };
    }
    marked(text, kind, out)
}

/// Reads `text` with all its marks.
pub(super) fn marked(text: &Text, kind: Kind, out: &mut Vec<Diagnostic>) -> Read {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let guarded;
    let (markdown, shift) = if kind == Kind::Inline {
        guarded = format!("{GUARD}{}", text.text.trim_start());
        (guarded.as_str(), text.text.len() - text.text.trim_start().len())
    } else {
        (text.text.as_str(), 0)
    };
    let guard = if kind == Kind::Inline { GUARD.len() } else { 0 };
    let stack = vec![Frame::new(What::Root, 0..0)];
    let mut reader = Reader { text, kind, out, read: Read::default(), stack, html: Vec::new(), tops: Vec::new(), level: 1 };
    reader.run(Parser::new_ext(markdown, options).into_offset_iter(), |at| (at + shift).saturating_sub(guard));
    reader.finish()
}

/// An open element.
struct Frame {
    what: What,
    range: Range<usize>,
    nodes: Vec<Node>,
    /// Where what stands in it ends, as far as it has been read.
    last: usize,
    /// Code and elements in it, in which brackets are not its own.
    holes: Vec<Range<usize>>,
}

/// Kinds of elements that hold others.
enum What {
    Root,
    Paragraph,
    Heading(HeadingLevel),
    Quote(Option<Callout>),
    Code(String),
    Html,
    List(Option<u64>),
    Entry,
    Footnote(String),
    Table(Table),
    TableHead(Vec<Vec<Node>>),
    TableRow(Vec<Vec<Node>>),
    Cell,
    Emphasis,
    Strong,
    Struck,
    Link(Address),
    Image(Address, String),
    Other,
}

/// An address as it is read, and whether it is written behind the words of its link.
struct Address {
    text: String,
    behind: bool,
}

impl Frame {
    fn new(what: What, range: Range<usize>) -> Self {
        Self { what, last: range.start, range, nodes: Vec::new(), holes: Vec::new() }
    }
}

struct Reader<'a> {
    text: &'a Text,
    kind: Kind,
    out: &'a mut Vec<Diagnostic>,
    read: Read,
    stack: Vec<Frame>,
    /// Raw tags that were reported and are open: the name, and the place of the diagnostic in `out`.
    html: Vec<(String, usize)>,
    /// The blocks that stand in nothing else.
    tops: Vec<Range<usize>>,
    /// The level of the heading before.
    level: usize,
}

impl Reader<'_> {
    fn run(&mut self, events: OffsetIter<'_>, place: impl Fn(usize) -> usize) {
        // So many elements that stand too deep are open: nothing in them is read.
        let mut too_deep = 0;
        for (event, range) in events {
            let range = place(range.start)..place(range.end);
            if self.stack.len() == 1 && !matches!(event, Event::End(_)) {
                self.tops.push(range.clone());
            }
            match event {
                Event::Start(_) if too_deep > 0 => too_deep += 1,
                Event::End(_) if too_deep > 0 => too_deep -= 1,
                _ if too_deep > 0 => {}
                Event::Start(_) if self.stack.len() > DEPTH_MOST => {
                    self.out.push(rules::nested_too_deep::diagnostic(self.text.locate(range)));
                    too_deep = 1;
                }
                Event::Start(tag) => self.start(tag, range),
                Event::End(_) => self.end(),
                other => {
                    self.passed(&range, !matches!(other, Event::Text(_) | Event::SoftBreak));
                    self.leaf(other, range);
                }
            }
        }
    }

    /// Notes that `range` stands in the open element; in a `hole` brackets are not its own.
    fn passed(&mut self, range: &Range<usize>, hole: bool) {
        if let Some(frame) = self.stack.last_mut() {
            frame.last = frame.last.max(range.end);
            if hole {
                frame.holes.push(range.clone());
            }
        }
    }

    fn finish(mut self) -> Read {
        while self.stack.len() > 1 {
            self.end();
        }
        let root = self.stack.pop().map(|frame| frame.nodes).unwrap_or_default();
        self.read.nodes = if self.kind == Kind::Inline { self.inline(root) } else { root };
        self.read.references.sort_by_key(|reference| reference.span);
        self.read.blanks.sort_by_key(|blank| blank.span);
        self.read
    }

    /// The content of the one paragraph that inline Markdown is, without the guard.
    fn inline(&mut self, root: Vec<Node>) -> Vec<Node> {
        let mut blocks = root.into_iter();
        let Some(Node::Paragraph(mut nodes)) = blocks.next() else {
            self.more(0);
            return Vec::new();
        };
        if let Some(Node::Text(first)) = nodes.first_mut() {
            first.drain(..GUARD.len());
        }
        nodes.retain(|node| !matches!(node, Node::Text(text) if text.is_empty()));
        if blocks.next().is_some() {
            self.more(1);
        }
        nodes
    }

    /// Says that inline Markdown has block `number`, counted from 0, which is none that it may have.
    fn more(&mut self, number: usize) {
        let span = self.tops.get(number).map_or(self.text.span, |block| {
            let first = self.text.text[block.clone()].lines().next().unwrap_or_default();
            self.text.locate(block.start..block.start + first.trim_end().len())
        });
        self.out.push(rules::block_in_inline::diagnostic(span));
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let what = match tag {
            Tag::Paragraph => What::Paragraph,
            Tag::Heading { level, .. } => What::Heading(level),
            Tag::BlockQuote(kind) => What::Quote(kind.map(quote::callout)),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => What::Code(info.split_whitespace().next().unwrap_or_default().to_owned()),
            Tag::CodeBlock(CodeBlockKind::Indented) => What::Code(String::new()),
            Tag::HtmlBlock => What::Html,
            Tag::List(start) => What::List(start),
            Tag::Item => What::Entry,
            Tag::FootnoteDefinition(label) => What::Footnote(label.to_string()),
            Tag::Table(columns) => What::Table(Table { columns: columns.into_iter().map(align).collect(), ..Table::default() }),
            Tag::TableHead => What::TableHead(Vec::new()),
            Tag::TableRow => What::TableRow(Vec::new()),
            Tag::TableCell => What::Cell,
            Tag::Emphasis => What::Emphasis,
            Tag::Strong => What::Strong,
            Tag::Strikethrough => What::Struck,
            Tag::Link { dest_url, link_type, .. } => What::Link(address(&dest_url, link_type)),
            Tag::Image { dest_url, title, link_type, .. } => What::Image(address(&dest_url, link_type), title.to_string()),
            _ => What::Other,
        };
        self.stack.push(Frame::new(what, range));
    }

    fn leaf(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => self.push_text(&text, &range),
            Event::Code(code) => self.push(Node::Code(code.to_string())),
            Event::InlineHtml(tag) => self.raw(&tag, range),
            // A block of HTML comes line by line; its first line tells.
            Event::Html(tag) if self.stack.last().is_none_or(|frame| frame.nodes.is_empty()) => {
                self.raw(&tag, range);
                self.push(Node::SoftBreak);
            }
            Event::FootnoteReference(label) => self.push(Node::FootnoteMark(label.to_string())),
            Event::SoftBreak => self.push(Node::SoftBreak),
            Event::HardBreak => self.push(Node::HardBreak),
            Event::Rule => self.push(Node::Rule),
            _ => {}
        }
    }

    fn push(&mut self, node: Node) {
        if let Some(frame) = self.stack.last_mut() {
            frame.nodes.push(node);
        }
    }

    /// Adds text, and finds the gaps and brackets in it once its element is closed.
    fn push_text(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        // A bracket after a backslash is a bracket and nothing else: it is kept apart by a character that no text holds.
        let escaped = self.text.text.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let kept = if escaped { bracket::keep(text) } else { text.to_string() };
        let Some(frame) = self.stack.last_mut() else { return };
        let kept = if matches!(frame.what, What::Code(_)) { text.to_string() } else { kept };
        match frame.nodes.last_mut() {
            Some(Node::Text(last)) => last.push_str(&kept),
            _ => frame.nodes.push(Node::Text(kept)),
        }
    }

    /// Reports a raw tag; the tag that closes it joins in its mend.
    fn raw(&mut self, tag: &str, range: Range<usize>) {
        let span = self.text.locate(range.start..range.start + tag.trim_end().len());
        let name = rules::raw_html::name(tag);
        if tag.starts_with("</")
            && let Some(at) = self.html.iter().rposition(|(open, _)| *open == name)
        {
            let (_, place) = self.html.remove(at);
            rules::raw_html::join(&mut self.out[place], self.text, span);
            return;
        }
        self.html.push((name, self.out.len()));
        self.out.push(rules::raw_html::diagnostic(tag, self.text, span));
    }

    fn end(&mut self) {
        let Some(Frame { what, range, nodes, last, holes }) = self.stack.pop() else { return };
        self.passed(&range, true);
        match what {
            What::Code(language) => self.push(Node::CodeBlock(flat(&nodes), language)),
            What::Image(address, title) => {
                let nodes = self.brackets(nodes, &range, holes);
                let place = self.address(&address, &range, last);
                self.image(&address.text, place, title, range, last, &nodes);
            }
            What::Html | What::Root => {}
            What::List(start) => self.push(Node::List(start, nodes)),
            What::Quote(callout) => self.quote(callout, nodes, range),
            What::Footnote(label) => self.push(Node::Footnote(label, nodes)),
            What::Table(table) => self.table(table, &range),
            What::TableHead(cells) => self.in_table(|table| table.head = cells),
            What::TableRow(cells) => self.in_table(|table| table.rows.push(cells)),
            What::Entry => {
                let nodes = self.brackets(nodes, &range, holes);
                self.push(Node::ListEntry(nodes));
            }
            What::Link(address) => {
                let nodes = self.brackets(nodes, &range, holes);
                let place = self.address(&address, &range, last);
                self.link(&address.text, place, &range, nodes);
            }
            inline => {
                let nodes = self.brackets(nodes, &range, holes);
                self.end_inline(&inline, range, nodes);
            }
        }
    }

    fn end_inline(&mut self, what: &What, range: Range<usize>, nodes: Vec<Node>) {
        match what {
            What::Paragraph => self.paragraph(nodes, range),
            What::Heading(level) => {
                self.heading(*level as usize, &range);
                self.push(Node::Heading((*level as usize).max(2), nodes));
            }
            What::Cell => {
                if let Some(What::TableHead(cells) | What::TableRow(cells)) = self.stack.last_mut().map(|frame| &mut frame.what) {
                    cells.push(nodes);
                }
            }
            What::Emphasis => self.push(Node::Emphasis(nodes)),
            What::Strong => self.push(Node::Strong(nodes)),
            What::Struck => self.push(Node::Struck(nodes)),
            _ => self.stack.last_mut().into_iter().for_each(|frame| frame.nodes.extend(nodes.clone())),
        }
    }

    /// Holds a heading to the levels: the title of the page is the first, and none is skipped.
    fn heading(&mut self, level: usize, range: &Range<usize>) {
        if level == HeadingLevel::H1 as usize {
            self.out.push(rules::heading_level::diagnostic(self.text, range.clone()));
        } else if level > self.level + 1 {
            self.out.push(rules::heading_skips::diagnostic(self.text, range, level, self.level));
        }
        self.level = level.max(HeadingLevel::H2 as usize);
    }

    /// Where `address` is written in the link or picture at `range`, whose words end at byte `last`; all of it if it is written in another way.
    fn address(&self, address: &Address, range: &Range<usize>, last: usize) -> Span {
        let from = if address.behind { last.clamp(range.start, range.end) } else { range.start };
        let found = self.text.text.get(from..range.end).and_then(|rest| rest.find(&address.text)).filter(|_| !address.text.is_empty());
        let place = found.map_or(range.clone(), |at| from + at..from + at + address.text.len());
        self.text.locate(place)
    }

    fn link(&mut self, address: &str, place: Span, range: &Range<usize>, nodes: Vec<Node>) {
        // The words of a picture in it may stand in `media:`.
        if !nodes.iter().any(|node| matches!(node, Node::Image(..))) {
            self.out.extend(rules::link_text::check(&super::plain::plain(&nodes), self.text.locate(range.clone())));
        }
        let destination = destination::link(address, place, self.out);
        self.refer(&destination, place);
        self.push(Node::Link(destination, nodes));
    }

    /// Notes what `destination`, written at `span`, points to.
    fn refer(&mut self, destination: &Destination, span: Span) {
        if let Destination::Thing(kind, id) = destination {
            self.read.references.push(Reference { kind: *kind, id: id.clone(), span });
        }
    }

    fn image(&mut self, address: &str, place: Span, title: String, range: Range<usize>, last: usize, nodes: &[Node]) {
        let destination = destination::image(address, place, self.out);
        let alt = super::plain::plain(nodes);
        // An entry of `media:` has its alternative there.
        if alt.is_empty() && matches!(&destination, Destination::Thing(_, id) if id.contains('/')) {
            self.out.push(rules::missing_alternative::diagnostic(self.text.locate(range)));
        } else {
            let words = range.start + "![".len();
            self.out.extend(rules::alternative_text::check(&alt, self.text.locate(words..last.max(words))));
        }
        self.refer(&destination, place);
        self.push(Node::Image(Box::new(Image { destination, alt, title })));
    }

    fn paragraph(&mut self, mut nodes: Vec<Node>, range: Range<usize>) {
        let node = match nodes.as_slice() {
            [Node::Image(..)] if self.kind != Kind::Inline => Node::Figure(Box::new(nodes.remove(0))),
            [Node::Text(text)] if text.starts_with("[item:") && text.ends_with(']') => {
                let id = text["[item:".len()..text.len() - 1].trim().to_owned();
                let span = self.inside(&range, "[item:", &id);
                self.read.references.push(Reference { kind: ReferenceKind::Item, id: id.clone(), span });
                Node::Item(id)
            }
            _ => Node::Paragraph(nodes),
        };
        self.push(node);
    }

    /// Where `name` is written behind `before` in the element at `range`; the whole element if it is written in another way.
    fn inside(&self, range: &Range<usize>, before: &str, name: &str) -> Span {
        let element = self.text.text.get(range.clone()).unwrap_or_default();
        let after = element.find(before).map(|at| at + before.len());
        let found = after.and_then(|after| Some(after + element[after..].find(name)?));
        self.text.locate(found.map_or(range.clone(), |at| range.start + at..range.start + at + name.len()))
    }

    /// A quotation, or a callout: `> [!NOTE]` alone or with a title behind it.
    fn quote(&mut self, callout: Option<Callout>, mut nodes: Vec<Node>, range: Range<usize>) {
        let titled = if callout.is_none() { quote::marker(&nodes) } else { None };
        let node = match (callout, titled) {
            (Some(callout), _) => Node::Callout(callout, None, nodes),
            (None, None) => Node::Quote(nodes),
            (None, Some(name)) => match Callout::named(&name) {
                Some(callout) => Node::Callout(callout, Some(quote::title(&mut nodes)), nodes),
                None => {
                    let span = self.inside(&range, "[!", &name);
                    self.out.push(rules::unknown_callout::diagnostic(&name, span));
                    Node::Quote(nodes)
                }
            },
        };
        self.push(node);
    }

    /// A paragraph `Table: ...` before a table is its caption.
    fn table(&mut self, mut table: Table, range: &Range<usize>) {
        const CAPTION: &str = "Table:";
        let head = self.text.text.get(range.clone()).and_then(|table| table.lines().next()).map_or(0, |line| line.trim_end().len());
        let head = self.text.locate(range.start..range.start + head);
        let Some(frame) = self.stack.last_mut() else { return };
        if let Some(Node::Paragraph(nodes)) = frame.nodes.last_mut()
            && let Some(Node::Text(text)) = nodes.first_mut()
            && text.starts_with(CAPTION)
        {
            text.drain(..CAPTION.len());
            *text = text.trim_start().to_owned();
            table.caption = Some(std::mem::take(nodes));
            frame.nodes.pop();
        }
        let (nameless, untold) = (
            table.head.iter().all(|cell| super::plain::plain(cell).is_empty()),
            table.caption.as_ref().is_none_or(|words| super::plain::plain(words).is_empty()),
        );
        frame.nodes.push(Node::Table(Box::new(table)));
        // In a sentence a table has no place at all.
        if self.kind != Kind::Inline {
            self.out.extend(nameless.then(|| rules::table_head::diagnostic(head)));
            self.out.extend(untold.then(|| rules::table_caption::diagnostic(head)));
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(What::Table(table)) = self.stack.last_mut().map(|frame| &mut frame.what) {
            change(table);
        }
    }

    /// Words in another language and gaps, which Markdown does not know.
    fn brackets(&mut self, nodes: Vec<Node>, range: &Range<usize>, holes: Vec<Range<usize>>) -> Vec<Node> {
        let mut found = bracket::Found::new(self.text, range.clone(), holes, self.kind == Kind::Prompt);
        let nodes = bracket::resolve(nodes, &mut found);
        self.read.blanks.append(&mut found.blanks);
        self.out.append(&mut found.diagnostics);
        nodes
    }
}

/// The text of code, as it is.
fn flat(nodes: &[Node]) -> String {
    let text = nodes.iter().filter_map(|node| if let Node::Text(text) = node { Some(text.as_str()) } else { None });
    text.collect()
}

fn address(url: &CowStr<'_>, kind: LinkType) -> Address {
    let text = match kind {
        LinkType::Email if !url.starts_with("mailto:") => format!("mailto:{url}"),
        _ => url.to_string(),
    };
    Address { text, behind: kind == LinkType::Inline }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}
