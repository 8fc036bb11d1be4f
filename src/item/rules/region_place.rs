//! A region that is not in the image.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::decimal::Decimal;
use crate::item::hotspot::Outline;
use crate::yaml::{Cx, Spanned};

const COURSE: (&str, &str) = (
    "course.yaml",
    "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nmedia: [{id: hand, file: media/hand.svg, alt: A hand}]\n",
);
const IMAGE: (&str, &str) = ("media/hand.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");

/// A region that is not in the image.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0325",
    name: "region-place",
    severity: Severity::Error,
    docs: "A region of a hotspot does not fit its picture, so learners could not click it. Its numbers are per cent of the picture, counted \
           from the top left corner. `rect` has four: across, down, width, height. `circle` has three: across and down to its middle, then \
           half its width. `poly` has two for each corner: across, down. Here there are too few or too many, or the region leads out of the \
           picture or has no size.",
    wrong: &[
        COURSE,
        IMAGE,
        (
            "units/hand-washing.yaml",
            unit_of!(
                "where",
                r#"  - id: where
    type: hotspot
    prompt: Where do germs hide most?
    assesses: ["1.1"]
    image: media:hand
    regions:
      - {id: nails, text: Under the nails, shape: circle, at: [50, 10, 6], correct: true}
      - {id: palm, text: On the palm, shape: rect, at: [30, 50, 90, 30]}
"#
            ),
        ),
    ],
    right: &[
        COURSE,
        IMAGE,
        (
            "units/hand-washing.yaml",
            unit_of!(
                "where",
                r#"  - id: where
    type: hotspot
    prompt: Where do germs hide most?
    assesses: ["1.1"]
    image: media:hand
    regions:
      - {id: nails, text: Under the nails, shape: circle, at: [50, 10, 6], correct: true}
      - {id: palm, text: On the palm, shape: rect, at: [30, 50, 40, 30]}
"#
            ),
        ),
    ],
};

/// Reports coordinates that make no region of shape `outline`, or one that is not in the image.
pub(in crate::item) fn check(outline: Outline, at: &[Spanned<Decimal>], id: Span, cx: &mut Cx) {
    let place = at.first().map_or(id, |number| number.span);
    let (fits, look) = match outline {
        Outline::Rect => (at.len() == 4, "a `rect` has four numbers: x, y, width, height"),
        Outline::Circle => (at.len() == 3, "a `circle` has three numbers: x, y, radius"),
        Outline::Poly => {
            (at.len() >= 6 && at.len().is_multiple_of(2), "a `poly` has two numbers, x and y, for each of three corners or more")
        }
    };
    if !fits {
        cx.push(Diagnostic::new(&LINT, format!("{} numbers make no `{}`", at.len(), outline.name())).at(place, "the numbers").help(look));
        return;
    }
    let out = |number: &&Spanned<Decimal>| number.value.is_negative() || number.value.float() > 100.0;
    // A side that begins in the image may still lead out of it; a circle may, where its middle is in it.
    let far = |from: usize, side: usize| at[from].value.plus(at[side].value).float() > 100.0;
    let led_out = (outline == Outline::Rect).then(|| [(0, 2), (1, 3)].into_iter().find(|(from, side)| far(*from, *side))).flatten();
    let flat = |number: &Spanned<Decimal>| number.value.float() <= 0.0;
    let sizes = match outline {
        Outline::Rect => &at[2..],
        Outline::Circle => &at[2..3],
        Outline::Poly => &[],
    };
    let found = at.iter().find(out).or(led_out.map(|(_, side)| &at[side]));
    if let Some(number) = found {
        cx.push(
            Diagnostic::new(&LINT, "this region is not in the image")
                .at(number.span, "leads out of it")
                .help("give places and sizes in per cent of the image, from 0 to 100"),
        );
    } else if let Some(number) = sizes.iter().find(|number| flat(number)) {
        cx.push(Diagnostic::new(&LINT, "this region has no size").at(number.span, "0").help("give it a size that a finger can hit"));
    }
}
