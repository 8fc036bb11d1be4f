//! `likert`: one step of a scale; none is right.

use super::step::What;
use super::unmarked::Unmarked;
use super::{Body, InteractionKind, ItemType, Marking, Shape};
use crate::content::Blocks;
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "likert",
    example: "id: sure\ntype: likert\nprompt: How sure do you feel about washing hands at work?\nscale:\n  - {id: not-yet, text: Not yet}\n  - {id: mostly, text: Mostly}\n  - {id: fully, text: Fully}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: false,
    built: true,
    decode,
};

static SCALE: Unmarked = Unmarked {
    key: "scale",
    what: What { one: "step", many: "steps of a scale" },
    least: 2,
    shape: Shape::OneOf,
    kind: InteractionKind::Likert,
};

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    SCALE.read(record, cx)
}
