//! Pictures in SVG, which are programs if nobody looks. In: the text of one. Out: what must not be in it. Never fails.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may stand in each other.
const DEPTH_MOST: usize = 256;

/// The most that is told of one picture.
const MOST: usize = 50;

/// Something that must not be in a picture, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// What it is, in words with an article.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It runs in the browser.
    Code(&'static str),
    /// It shows what is not in the picture.
    Outside(&'static str),
    /// It is no XML, or none that every program reads alike.
    Broken(&'static str),
}

/// Everything in `text` that must not be in a picture. SVG 2, 2.2.1: a picture in a page runs nothing and loads nothing.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let mut reader = Reader::from_str(text);
    let mut picture = Picture { text, open: Vec::new(), seen: false, found: Vec::new() };
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event();
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        let range = start.min(end)..end;
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => picture.event(&event, range),
            Err(_) => {
                picture.say(Kind::Broken("a mistake in its XML"), first_line(text, range));
                return picture.found;
            }
        }
        if picture.found.len() >= MOST || picture.open.len() > DEPTH_MOST {
            break;
        }
    }
    picture.end();
    picture.found
}

/// `range` up to the end of its first line, so that a place can be seen; at least a character where there is one.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = range.start.min(text.len());
    let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = if range.end > start { range.end.min(line) } else { line };
    start..(end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len()).max(start)
}

struct Picture<'t> {
    text: &'t str,
    /// Elements that are open, by local name, and where they begin.
    open: Vec<(String, Range<usize>)>,
    /// Whether there was an element.
    seen: bool,
    found: Vec<Fault>,
}

impl Picture<'_> {
    fn say(&mut self, kind: Kind, range: Range<usize>) {
        self.found.push(Fault { kind, range });
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.element(tag, &range);
                self.open.push((tag.local_name().as_ref().to_owned(), first_line(self.text, range)));
                if self.open.len() > DEPTH_MOST {
                    let place = self.open.last().map_or(0..0, |(_, place)| place.clone());
                    self.say(Kind::Broken("elements that stand in each other too deep"), place);
                }
            }
            Event::Empty(tag) => self.element(tag, &range),
            Event::End(_) => {
                self.open.pop();
            }
            Event::Text(_) | Event::CData(_) if self.open.last().is_some_and(|(name, _)| name == "style") => self.style(range),
            Event::PI(_) => self.say(Kind::Outside("an instruction to programs"), first_line(self.text, range)),
            Event::DocType(words) if words.contains('[') => {
                self.say(Kind::Broken("entities of its own"), first_line(self.text, range));
            }
            Event::GeneralRef(name) => {
                let name: &str = name;
                let known = name.starts_with('#') || ["amp", "apos", "gt", "lt", "quot"].contains(&name);
                if !known {
                    self.say(Kind::Broken("an entity that nothing explains"), range);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        if self.found.len() >= MOST {
            return;
        }
        if !self.seen {
            self.say(Kind::Broken("no element `<svg>`"), first_line(self.text, 0..0));
        } else if self.open.len() <= DEPTH_MOST
            && let Some((_, place)) = self.open.pop()
        {
            self.say(Kind::Broken("an element that is never closed"), place);
        }
    }

    fn element(&mut self, tag: &BytesStart<'_>, range: &Range<usize>) {
        let name = tag.local_name().as_ref().to_ascii_lowercase();
        let place = first_line(self.text, range.clone());
        if !self.seen && name != "svg" {
            self.say(Kind::Broken("a first element that is no `<svg>`"), place.clone());
        }
        self.seen = true;
        match name.as_str() {
            "script" | "handler" | "listener" => self.say(Kind::Code("a script"), place.clone()),
            "foreignobject" | "iframe" | "embed" | "object" | "audio" | "video" => {
                self.say(Kind::Outside("a piece of another document"), place.clone());
            }
            _ => {}
        }
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else {
                self.say(Kind::Broken("a mistake in its XML"), place);
                return;
            };
            let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) else {
                self.say(Kind::Broken("a mistake in its XML"), place);
                return;
            };
            let full = attribute.key.as_ref();
            let local = attribute.key.local_name().as_ref().to_ascii_lowercase();
            let at = self.text.get(range.clone()).and_then(|tag| attribute_at(tag, full)).map_or(place.clone(), |at| {
                let start = range.start + at;
                start..start + full.len()
            });
            if let Some(kind) = in_attribute(&name, &local, &value) {
                self.say(kind, at);
            }
        }
    }

    /// The rules between `<style>` and `</style>`.
    fn style(&mut self, range: Range<usize>) {
        let rules = self.text.get(range.clone()).unwrap_or_default();
        if let Some((at, length)) = reach(rules) {
            self.say(Kind::Outside("a style from elsewhere"), range.start + at..range.start + at + length);
        }
    }
}

/// Where attribute `name` is written in `tag`.
fn attribute_at(tag: &str, name: &str) -> Option<usize> {
    tag.match_indices(name).map(|(at, _)| at).find(|&at| {
        let after = tag[at + name.len()..].trim_start();
        after.starts_with('=') && tag[..at].ends_with(|c: char| c.is_ascii_whitespace())
    })
}

fn in_attribute(element: &str, name: &str, value: &str) -> Option<Kind> {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_ascii_lowercase();
    if name.len() > 2 && name.starts_with("on") {
        return Some(Kind::Code("an event handler"));
    }
    if plain.starts_with("javascript:") || plain.starts_with("vbscript:") {
        return Some(Kind::Code("a script as an address"));
    }
    if name == "attributename" && (plain.starts_with("on") || plain.ends_with("href")) {
        return Some(Kind::Code("an animation that changes what is run"));
    }
    let is_picture = ["png", "jpeg", "gif", "webp"].iter().any(|kind| plain.starts_with(&format!("data:image/{kind}")));
    let leads = matches!(name, "href" | "src");
    let stays = plain.starts_with('#') || plain.is_empty() || is_picture;
    // A link is followed by who clicks it, and loads nothing.
    let is_link = element == "a" && (plain.starts_with("https:") || plain.starts_with("http:"));
    if leads && !stays && !is_link {
        return Some(Kind::Outside("something from elsewhere"));
    }
    (!leads && reach(value).is_some()).then_some(Kind::Outside("a style from elsewhere"))
}

/// Where style rules reach out of the picture: `@import`, or `url(...)` with anything but a place in it.
fn reach(rules: &str) -> Option<(usize, usize)> {
    let lower = rules.to_ascii_lowercase();
    if let Some(at) = lower.find("@import") {
        return Some((at, "@import".len()));
    }
    lower.match_indices("url(").find_map(|(at, sign)| {
        let rest = &lower[at + sign.len()..];
        let address = rest[..rest.find(')').unwrap_or(rest.len())].trim().trim_matches(['"', '\'']).trim();
        let stays =
            address.is_empty() || address.starts_with('#') || address.starts_with("data:image/") || address.starts_with("data:font/");
        (!stays).then_some((at, sign.len() + rest.find(')').map_or(rest.len(), |end| end + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, faults};

    #[test]
    fn what_runs_or_reaches_out_is_found_where_it_stands() {
        for (text, kind, place) in [
            ("<svg><script>go()</script></svg>", Kind::Code("a script"), "<script>"),
            ("<svg:svg><svg:script/></svg:svg>", Kind::Code("a script"), "<svg:script/>"),
            ("<svg\n onload = 'go()'/>", Kind::Code("an event handler"), "onload"),
            ("<svg><a xlink:href='java&#10;script:go()'/></svg>", Kind::Code("a script as an address"), "xlink:href"),
            ("<svg><set attributeName='onclick' to='go()'/></svg>", Kind::Code("an animation that changes what is run"), "attributeName"),
            ("<svg><image href='https://x.org/a.png'/></svg>", Kind::Outside("something from elsewhere"), "href"),
            ("<svg><use xlink:href='other.svg#a'/></svg>", Kind::Outside("something from elsewhere"), "xlink:href"),
            ("<svg><image href='data:image/svg+xml,x'/></svg>", Kind::Outside("something from elsewhere"), "href"),
            ("<svg><foreignObject/></svg>", Kind::Outside("a piece of another document"), "<foreignObject/>"),
            ("<svg><g style='fill:url(https://x.org)'/></svg>", Kind::Outside("a style from elsewhere"), "style"),
            ("<svg><style>@import 'x.css';</style></svg>", Kind::Outside("a style from elsewhere"), "@import"),
            ("<svg><style><![CDATA[a{b:url(//x)}]]></style></svg>", Kind::Outside("a style from elsewhere"), "url(//x)"),
            ("<?xml-stylesheet href='x'?><svg/>", Kind::Outside("an instruction to programs"), "<?xml-stylesheet href='x'?>"),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", Kind::Broken("entities of its own"), "<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
            ("<svg>&a;</svg>", Kind::Broken("an entity that nothing explains"), "&a;"),
            ("<svg><g></svg>", Kind::Broken("a mistake in its XML"), "</svg>"),
            ("<svg><g/>", Kind::Broken("an element that is never closed"), "<svg>"),
            ("<html/>", Kind::Broken("a first element that is no `<svg>`"), "<html/>"),
            ("no picture\n", Kind::Broken("no element `<svg>`"), "no picture"),
            ("", Kind::Broken("no element `<svg>`"), ""),
            ("<svg a='1' a='2'/>", Kind::Broken("a mistake in its XML"), "<svg a='1' a='2'/>"),
        ] {
            let found = faults(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((&found[0].kind, &text[found[0].range.clone()]), (&kind, place), "{text}");
        }
        assert_eq!(faults(&"<svg>".repeat(10_000)).len(), 1);
        assert_eq!(faults(&format!("<svg>{}</svg>", "<script/>".repeat(10_000))).len(), super::MOST);
    }

    #[test]
    fn pictures_as_programs_save_them_pass() {
        for text in [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
             <svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><!-- a --><defs><path id='a'/></defs>\
             <use xlink:href='#a' fill='url(#b)' style='stroke:url(\"#c\")'/><image href='data:image/png;base64,AA'/><text>a &amp; b &#233;</text>\
             <style>.a{fill:red}</style><a href='https://example.org/'><g/></a><metadata><rdf:li rdf:resource='http://x.org/'/></metadata></svg>\n",
            "<svg/>",
        ] {
            assert_eq!(faults(text), [], "{text}");
        }
    }
}
