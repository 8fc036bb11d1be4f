//! A course structure as an LMS reads it. In: `cmi5.xml`. Out: what it says of one AU. Gives nothing where it is no XML or has no such AU.

use std::collections::BTreeMap;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// An assignable unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Au {
    /// Its publisher id.
    pub(super) id: String,
    /// What satisfies it.
    pub(super) move_on: String,
    /// From 0 to 1.
    pub(super) mastery: Option<f64>,
}

/// The AU whose address is `file`.
pub(super) fn au(xml: &[u8], file: &str) -> Option<Au> {
    let mut reader = Reader::from_reader(xml);
    let mut last: Option<Au> = None;
    let mut in_url = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().as_ref() == "au" => {
                let attributes: BTreeMap<String, String> = tag
                    .attributes()
                    .flatten()
                    .filter_map(|one| Some((one.key.as_ref().to_owned(), one.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())))
                    .collect();
                let text = |name: &str| attributes.get(name).cloned();
                last = Some(Au {
                    id: text("id")?,
                    // cmi5 13.1.4: the default.
                    move_on: text("moveOn").unwrap_or_else(|| "NotApplicable".to_owned()),
                    mastery: text("masteryScore").and_then(|text| text.parse().ok()),
                });
            }
            Event::Start(tag) => in_url = tag.local_name().as_ref() == "url",
            Event::Text(text) if in_url && text.trim() == file => return last,
            Event::End(_) => in_url = false,
            Event::Eof => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Au, au};

    #[test]
    fn an_au_is_found_by_its_address() {
        let xml = br#"<courseStructure><au id="i:1"><title/><url>a.html</url></au><au id="i:2" moveOn="Passed" masteryScore="0.8"><url>b.html</url></au></courseStructure>"#;
        assert_eq!(au(xml, "a.html"), Some(Au { id: "i:1".to_owned(), move_on: "NotApplicable".to_owned(), mastery: None }));
        assert_eq!(au(xml, "b.html"), Some(Au { id: "i:2".to_owned(), move_on: "Passed".to_owned(), mastery: Some(0.8) }));
        assert_eq!(au(xml, "c.html"), None);
    }
}
