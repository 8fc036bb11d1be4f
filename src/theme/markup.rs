//! A document as elements: what the proof of the contract looks at.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// An element, its attributes in order, and where it stands.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name, in lower case.
    pub name: String,
    /// Its attributes, names in lower case.
    pub attributes: Vec<(String, String)>,
    /// The element around it, by place in [`Markup::elements`].
    pub parent: Option<usize>,
    /// The place after the last element in it: elements stand in source order.
    pub end: usize,
    /// The text directly in it.
    pub text: String,
}

impl Element {
    /// The value of attribute `name`, if it is there.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The elements of a document, in source order.
#[derive(Debug, Default)]
pub struct Markup {
    /// The elements.
    pub elements: Vec<Element>,
    /// What the parser did not like, and elements that are not closed or were never opened.
    pub faults: Vec<String>,
}

/// Elements that never hold anything.
const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

impl Markup {
    /// Reads a document. It never fails: what is malformed is in `faults`.
    #[must_use]
    pub fn read(html: &str) -> Self {
        let tokenizer = Tokenizer::new(Builder::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut state = tokenizer.sink.state.into_inner();
        for open in std::mem::take(&mut state.open).into_iter().rev() {
            let fault = format!("`<{}>` is never closed", state.markup.elements[open].name);
            state.markup.faults.push(fault);
            state.close(open);
        }
        state.markup
    }

    /// The elements around `at`, innermost first.
    pub fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.elements[at].parent, |at| self.elements[*at].parent)
    }

    /// Places of the elements that have attribute `name`.
    pub fn having<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.elements.len()).filter(move |at| self.elements[*at].attribute(name).is_some())
    }
}

#[derive(Default)]
struct Builder {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    markup: Markup,
    open: Vec<usize>,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(&tag),
            Token::TagToken(tag) => state.end(&tag.name),
            Token::CharacterTokens(text) => {
                if let Some(at) = state.open.last().copied() {
                    state.markup.elements[at].text.push_str(&text);
                }
            }
            Token::ParseError(fault) => state.markup.faults.push(fault.into_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let attributes = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        let drawing = self.open.iter().any(|at| self.markup.elements[*at].name == "svg");
        let closed = VOID.contains(&name.as_str()) || (tag.self_closing && drawing);
        let element =
            Element { name, attributes, parent: self.open.last().copied(), end: self.markup.elements.len() + 1, text: String::new() };
        let raw = match element.name.as_str() {
            "script" => Some(RawKind::ScriptData),
            "style" => Some(RawKind::Rawtext),
            "title" | "textarea" if !drawing => Some(RawKind::Rcdata),
            _ => None,
        };
        if tag.had_duplicate_attributes {
            self.markup.faults.push(format!("`<{}>` has an attribute twice", element.name));
        }
        if !closed {
            self.open.push(self.markup.elements.len());
        }
        self.markup.elements.push(element);
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn end(&mut self, name: &str) {
        // A theme may forget an end tag: what is open above is closed, unless nothing by that name is open.
        match self.open.iter().rposition(|at| self.markup.elements[*at].name == name) {
            None => self.markup.faults.push(format!("`</{name}>` closes nothing")),
            Some(depth) => {
                for at in self.open.split_off(depth).into_iter().rev() {
                    let own = &self.markup.elements[at].name;
                    if own != name {
                        self.markup.faults.push(format!("`</{name}>` stands where `</{own}>` should"));
                    }
                    self.close(at);
                }
            }
        }
    }

    fn close(&mut self, at: usize) {
        self.markup.elements[at].end = self.markup.elements.len();
    }
}
