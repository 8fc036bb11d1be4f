//! How large a picture is. In: its first bytes, or the text of one in SVG. Out: its width and height in pixels; `None` where they are not among those, or it is no such picture.

use quick_xml::Reader;
use quick_xml::events::Event;

/// How many bytes tell how large a picture is: what cameras write before it is shorter.
pub(super) const FIRST: u64 = 256 * 1024;

/// The longest side that is taken for one, in pixels.
const LONGEST: f64 = 100_000.0;

/// Width and height of a picture in SVG: its own, or those of its view box. SVG 2, 8.2 and 8.6.
pub(super) fn of_drawing(text: &str) -> Option<(u32, u32)> {
    let mut reader = Reader::from_str(text);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => break tag,
            Event::Eof => return None,
            _ => {}
        }
    };
    let attribute = |name: &str| Some(root.try_get_attribute(name).ok()??.value.into_owned());
    let side = |name: &str| pixels(attribute(name)?.trim().trim_end_matches("px"));
    let shown: Vec<Option<f64>> =
        attribute("viewBox").unwrap_or_default().split([' ', ',', '\t', '\n', '\r']).filter(|one| !one.is_empty()).map(pixels).collect();
    let shown = match shown.as_slice() {
        [_, _, Some(wide), Some(high)] => Some((*wide, *high)),
        _ => None,
    };
    let (wide, high) = match (side("width"), side("height"), shown) {
        (Some(wide), Some(high), _) => (wide, high),
        (Some(wide), None, Some(shown)) => (wide, wide * shown.1 / shown.0),
        (None, Some(high), Some(shown)) => (high * shown.0 / shown.1, high),
        (None, None, Some(shown)) => shown,
        _ => return None,
    };
    Some((whole(wide)?, whole(high)?))
}

/// A length in pixels; `None` for one in another unit.
fn pixels(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|side| *side > 0.0 && *side <= LONGEST)
}

/// The nearest whole number from 1 on.
fn whole(side: f64) -> Option<u32> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 1 to LONGEST")]
    (side <= LONGEST).then(|| side.round().max(1.0) as u32)
}

/// Width and height of a PNG, GIF, JPEG or WebP picture.
#[must_use]
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?));
    }
    if bytes.starts_with(b"GIF8") {
        return Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?));
    }
    if bytes.get(8..12)? == b"WEBP" {
        return webp(bytes);
    }
    bytes.starts_with(b"\xff\xd8").then(|| jpeg(bytes)).flatten()
}

/// RFC 9649, 2.5 to 2.7: a frame, a lossless frame, or the canvas of both.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// ITU-T T.81, B.2.2: the header of a frame, behind segments that each tell their length.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    let mut on_its_side = false;
    while bytes.get(at)? == &0xff {
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let (wide, high) = (big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?);
                return Some(if on_its_side { (high, wide) } else { (wide, high) });
            }
            _ => {
                on_its_side |= marker == 0xe1 && orientation(&bytes[at..]).is_some_and(|how| (5..=8).contains(&how));
                at += 2 + big(bytes, at + 2, 2)? as usize;
            }
        }
    }
    None
}

/// How the camera was held, of a segment that says so: browsers turn the picture. Exif 2.32, 4.6.2 to 4.6.4.
fn orientation(segment: &[u8]) -> Option<u32> {
    let tiff = segment.get(4..)?.strip_prefix(b"Exif\0\0")?;
    let read = match tiff.get(..2)? {
        b"II" => little,
        b"MM" => big,
        _ => return None,
    };
    let first = read(tiff, 4, 4)? as usize;
    let mut fields = (0..read(tiff, first, 2)? as usize).map(|field| first + 2 + 12 * field);
    let field = fields.find(|field| read(tiff, *field, 2) == Some(0x0112))?;
    read(tiff, field + 8, 2)
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at.checked_add(length)?)?.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at.checked_add(length)?)?.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::{of_drawing, picture_size};

    #[test]
    fn a_picture_tells_its_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x1f\x40\0\0\x01\0";
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\xdb\0\x03x\xff\xc2\0\x11\x08\x01\x02\x03\x04";
        let held = |tiff: &[u8]| {
            let length = u8::try_from(tiff.len() + 8).expect("it is short");
            [b"\xff\xd8\xff\xe1\0", [length].as_slice(), b"Exif\0\0", tiff, b"\xff\xc2\0\x11\x08\x01\x02\x03\x04"].concat()
        };
        let lossless = [b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f".as_slice(), &(0x31f_u32 | 0x257 << 14).to_le_bytes()].concat();
        for (bytes, expected) in [
            (png.as_slice(), Some((8000, 256))),
            (b"GIF89a\x40\x1f\x10\x00", Some((8000, 16))),
            (jpeg, Some((0x0304, 0x0102))),
            (&held(b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"), Some((0x0102, 0x0304))),
            (&held(b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"), Some((0x0102, 0x0304))),
            (&held(b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0"), Some((0x0304, 0x0102))),
            (&held(b"II\x2a\0\xff\xff\xff\xff"), Some((0x0304, 0x0102))),
            (b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0", Some((800, 600))),
            (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02", Some((800, 600))),
            (&lossless, Some((800, 600))),
            (b"\xff\xd8\xff\xe1\xff\xff", None),
            (b"\xff\xd8\xff\xe0\0\0", None),
            (b"GIF8", None),
            (b"", None),
        ] {
            assert_eq!(picture_size(bytes), expected);
        }
    }

    #[test]
    fn a_drawing_tells_its_size() {
        for (root, expected) in [
            ("width='396' height='321' viewBox='0 0 360 292'", Some((396, 321))),
            ("width='396px' height='320.6'", Some((396, 321))),
            ("viewBox='0 0 360 292'", Some((360, 292))),
            ("viewBox='-5,-5, 10.4, .3'", Some((10, 1))),
            ("width='100%' viewBox='0 0 360 292'", Some((360, 292))),
            ("width='180' viewBox='0 0 360 292'", Some((180, 146))),
            ("height='146' viewBox='0 0 360 292'", Some((180, 146))),
            ("width='12em' height='3em'", None),
            ("width='5'", None),
            ("viewBox='0 0 0 292'", None),
            ("viewBox='0 0 1 99999' width='99999'", None),
            ("viewBox='0 0 NaN inf'", None),
            ("", None),
        ] {
            let text = format!("<?xml version='1.0'?>\n<!-- a > b -->\n<svg xmlns='http://www.w3.org/2000/svg' {root}><rect/></svg>");
            assert_eq!(of_drawing(&text), expected, "{root}");
        }
        assert_eq!(of_drawing("no picture"), None);
        assert_eq!(of_drawing("<svg width='"), None);
    }
}
