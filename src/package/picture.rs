//! How large a picture is. In: its first bytes. Out: its width and height in pixels; `None` where they are not among those, or it is no such picture.

/// How many bytes tell how large a picture is: what cameras write before it is shorter.
pub(super) const FIRST: u64 = 256 * 1024;

/// Width and height of a PNG, GIF, JPEG or WebP picture.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
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
    while bytes.get(at)? == &0xff {
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?)),
            _ => at += 2 + big(bytes, at + 2, 2)? as usize,
        }
    }
    None
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_picture_tells_its_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x1f\x40\0\0\x01\0";
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\xdb\0\x03x\xff\xc2\0\x11\x08\x01\x02\x03\x04";
        let lossless = [b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f".as_slice(), &(0x31f_u32 | 0x257 << 14).to_le_bytes()].concat();
        for (bytes, expected) in [
            (png.as_slice(), Some((8000, 256))),
            (b"GIF89a\x40\x1f\x10\x00", Some((8000, 16))),
            (jpeg, Some((0x0304, 0x0102))),
            (b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0", Some((800, 600))),
            (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02", Some((800, 600))),
            (&lossless, Some((800, 600))),
            (b"\xff\xd8\xff\xe1\xff\xff", None),
            (b"\xff\xd8\xff\xe0\0\0", None),
            (b"GIF8", None),
            (b"", None),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
