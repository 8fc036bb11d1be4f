//! `hotspot`: one or several regions of an image; each has a text, which is the option for who cannot see it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::decimal::Decimal;
use super::options::{self, Opt, Options};
use super::rules::region_place;
use super::step::What;
use super::{Belief, Body, Interaction, ItemType, Marking, Parts, Shape};
use crate::content::{Blocks, Inline, Links, Reference, ReferenceKind};
use crate::value::{Id, Thousandths};
use crate::yaml::{Cx, Decode, Named, Node, Record, Spanned, record, rules, word};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "hotspot",
    example: "id: where\ntype: hotspot\nprompt: Where do germs hide most?\nimage: media:hand\nregions:\n  - {id: nails, text: Under the nails, shape: circle, at: [50, 10, 6], correct: true}\n  - {id: palm, text: On the palm, shape: rect, at: [30, 50, 40, 30]}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: true,
    built: false,
    decode,
};

const REGIONS: What = What { one: "region", many: "regions" };

/// The outline of a region, in per cent of the image.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outline {
    /// x, y, width, height.
    #[default]
    Rect,
    /// x, y of the middle; the radius in per cent of the width.
    Circle,
    /// x, y of each corner.
    Poly,
}

impl Outline {
    /// Its word in YAML.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rect => "rect",
            Self::Circle => "circle",
            Self::Poly => "poly",
        }
    }
}

impl Decode for Outline {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        word(node, &[Self::Rect, Self::Circle, Self::Poly].map(|outline| (outline.name(), outline)), cx)
    }
}

/// The numbers of a region; none of them where one could not be read.
#[derive(Clone, Debug)]
struct Place(Vec<Spanned<Decimal>>);

impl Decode for Place {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let found = cx.errors();
        let numbers = Vec::decode(node, cx)?;
        (found == cx.errors()).then_some(Self(numbers))
    }
}

record! {
    /// A region as written.
    struct Written as "a region" {
        /// Its id.
        id: Named = required,
        /// What is there, in words.
        text: Inline = required,
        /// Its outline.
        shape: Option<Outline> = needed,
        /// Where it is.
        at: Option<Place> = needed,
        /// Whether it is right.
        correct: bool = default,
        /// What who takes it believes.
        misconception: Belief = optional,
        /// What is said to who takes it.
        feedback: Inline = optional,
    }
}

#[derive(Debug)]
struct Hotspot {
    image: Reference,
    regions: Options,
    /// In the order of the regions.
    places: Vec<(Outline, Vec<Decimal>)>,
}

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    let found = cx.errors();
    let written_image: Named = record.required("image", cx);
    let image = image(&written_image, cx);
    let before = cx.errors();
    let written: Vec<Written> = record.required("regions", cx);
    let whole = before == cx.errors() && record.node("regions").is_some();
    let at = record.node("regions").map_or(record.mark(), Node::mark);
    let told: Vec<(&Named, &Inline, bool)> = written.iter().map(|region| (&region.id, &region.text, region.correct)).collect();
    options::check(REGIONS, whole, &told, at, cx);
    for region in &written {
        if let (Some(shape), Some(Place(at))) = (region.shape, &region.at) {
            region_place::check(shape, at, region.id.span, cx);
        }
    }
    let (mut regions, mut places) = (Vec::new(), Vec::new());
    for Written { id, text, shape, at, correct, misconception, feedback } in written {
        let Some(id) = rules::checked(&id, Id::parse, cx) else { continue };
        regions.push(Opt { id, text, correct, misconception, feedback });
        let at = at.map(|place| place.0).unwrap_or_default();
        places.push((shape.unwrap_or_default(), at.into_iter().map(|number| number.value).collect()));
    }
    let image = image.filter(|_| found == cx.errors())?;
    Some(Box::new(Hotspot { image, regions: Options(regions), places }))
}

/// `media:hand`: an entry of `media`, because that has a text alternative.
fn image(written: &Named, cx: &mut Cx) -> Option<Reference> {
    let id = rules::checked(
        written,
        |text| text.strip_prefix("media:").ok_or("name an entry of `media`, such as `media:hand`").map(str::to_owned),
        cx,
    )?;
    Some(Reference { kind: ReferenceKind::Media, id, span: written.span })
}

impl Body for Hotspot {
    fn parts(&self) -> Vec<&Id> {
        self.regions.ids()
    }

    fn shapes(&self, parts: &dyn Parts) -> Vec<Shape> {
        self.regions.shapes(parts)
    }

    fn structure(&self, parts: &dyn Parts) -> Value {
        let place = |(option, (outline, at)): (&Opt, &(Outline, Vec<Decimal>))| {
            let at: Vec<String> = at.iter().map(ToString::to_string).collect();
            (parts.public_id(&option.id), json!([outline.name(), at]))
        };
        let places: BTreeMap<String, Value> = self.regions.0.iter().zip(&self.places).map(place).collect();
        json!({"regions": self.regions.structure(parts), "places": places})
    }

    fn wording(&self, parts: &dyn Parts) -> Value {
        json!({"regions": self.regions.wording(parts)})
    }

    fn key(&self, parts: &dyn Parts) -> Value {
        self.regions.key(parts)
    }

    fn interaction(&self, parts: &dyn Parts) -> Interaction {
        self.regions.interaction(parts)
    }

    /// As a choice, and `{"image": {"src", "alt"}, "places": [{"slot", "shape", "at": [numbers]}]}`.
    fn view(&self, parts: &dyn Parts, links: &dyn Links) -> Value {
        let place = |(option, (outline, at)): (&Opt, &(Outline, Vec<Decimal>))| {
            let at: Vec<serde_json::Number> = at.iter().map(|number| number.number()).collect();
            json!({"slot": parts.slot(&option.id), "shape": outline.name(), "at": at})
        };
        let mut view = self.regions.view(parts, links);
        view["image"] = json!({"src": links.href(ReferenceKind::Media, &self.image.id), "alt": links.alt(&self.image.id)});
        view["places"] = self.regions.0.iter().zip(&self.places).map(place).collect();
        view
    }

    fn options(&self) -> Vec<(&Id, &Inline)> {
        self.regions.0.iter().map(|region| (&region.id, &region.text)).collect()
    }

    fn references(&self) -> Vec<&Reference> {
        std::iter::once(&self.image).chain(self.regions.references()).collect()
    }

    fn beliefs(&mut self) -> Vec<&mut Belief> {
        self.regions.beliefs()
    }

    fn misconceptions(&self, parts: &dyn Parts) -> Vec<(u32, Id)> {
        self.regions.misconceptions(parts)
    }

    fn shares(&self) -> usize {
        self.regions.shares()
    }

    fn mark(&self, response: &Value, marking: Marking, points: Thousandths, parts: &dyn Parts) -> Thousandths {
        self.regions.mark(response, marking, points, parts)
    }
}
