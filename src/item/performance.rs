//! `performance`: steps that the learner does at work, and logs here; nobody marks them.

use super::step::What;
use super::unmarked::Unmarked;
use super::{Body, InteractionKind, ItemType, Marking, Shape};
use crate::content::Blocks;
use crate::yaml::{Cx, Record};

/// The type.
pub(super) static TYPE: ItemType = ItemType {
    name: "performance",
    example: "id: at-work\ntype: performance\nprompt: Do these at your next shift, and tick what you have done.\nsteps:\n  - {id: before, text: Washed before the shift}\n  - {id: after, text: Washed after raw meat}\n",
    marking: Marking::AllOrNothing,
    blanks: false,
    marked: false,
    built: false,
    decode,
};

static LOG: Unmarked =
    Unmarked { key: "steps", what: What { one: "step", many: "steps" }, least: 1, shape: Shape::Flags, kind: InteractionKind::Performance };

fn decode(record: &Record<'_>, _prompt: &Blocks, cx: &mut Cx) -> Option<Box<dyn Body>> {
    LOG.read(record, cx)
}
