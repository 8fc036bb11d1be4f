//! A section of a frame: bits as characters, and the check that chains them.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The check before the first section. CRC-24, RFC 9580 6.1.1.
pub(super) const FIRST_CHECK: u32 = 0xB7_04CE;

/// How many characters of a section are its check.
pub(super) const CHECK_CHARS: usize = 4;

/// Goes on with the check `from` over `text`. CRC-24, RFC 9580 6.1.1.
pub(super) fn check(from: u32, text: &str) -> u32 {
    text.bytes().fold(from, |mut check, byte| {
        check ^= u32::from(byte) << 16;
        for _ in 0..8 {
            check <<= 1;
            if check & 0x100_0000 != 0 {
                check ^= 0x186_4CFB;
            }
        }
        check & 0xFF_FFFF
    })
}

/// Bits that become a section.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bits: Vec<bool>,
}

impl Writer {
    /// Adds one bit.
    pub(super) fn bit(&mut self, bit: bool) {
        self.bits.push(bit);
    }

    /// Adds the low `width` bits of `number`, most significant first.
    pub(super) fn number(&mut self, number: u32, width: u32) {
        for at in (0..width).rev() {
            self.bit(number >> at & 1 == 1);
        }
    }

    /// Adds a `uint`: groups of four bits, least significant first, each after a bit that says whether another follows.
    pub(super) fn uint(&mut self, mut number: u32) {
        loop {
            self.bit(number > 15);
            self.number(number & 15, 4);
            number >>= 4;
            if number == 0 {
                return;
            }
        }
    }

    /// Adds points: whole ones where they are.
    pub(super) fn score(&mut self, thousandths: u32) {
        let whole = thousandths.is_multiple_of(1000);
        self.bit(whole);
        self.uint(if whole { thousandths / 1000 } else { thousandths });
    }

    /// Adds the section to `frame`; gives its check.
    pub(super) fn finish(self, frame: &mut String, before: u32) -> u32 {
        frame.push('.');
        let start = frame.len();
        for six in self.bits.chunks(6) {
            let value = six.iter().fold(0, |value, bit| value << 1 | usize::from(*bit)) << (6 - six.len());
            frame.push(char::from(ALPHABET[value]));
        }
        let check = check(before, &frame[start..]);
        for shift in [18, 12, 6, 0] {
            frame.push(char::from(ALPHABET[(check >> shift & 63) as usize]));
        }
        check
    }
}

/// The bits of a section whose check holds. Every method gives `None` where the bits end too early or say nothing.
#[derive(Debug)]
pub(super) struct Reader {
    bits: Vec<bool>,
    at: usize,
}

impl Reader {
    /// Opens `section`, whose predecessor has the check `before`; gives its own check too.
    pub(super) fn open(section: &str, before: u32) -> Option<(Self, u32)> {
        let split = section.len().checked_sub(CHECK_CHARS).filter(|at| section.is_char_boundary(*at))?;
        let (body, tail) = section.split_at(split);
        let values = |text: &str| text.bytes().map(|byte| ALPHABET.iter().position(|of| *of == byte)).collect::<Option<Vec<_>>>();
        let (body_values, tail_values) = (values(body)?, values(tail)?);
        let expected = check(before, body);
        let found = tail_values.iter().fold(0, |sum, value| sum << 6 | *value);
        if found != expected as usize {
            return None;
        }
        let bits = body_values.iter().flat_map(|value| (0..6).rev().map(move |at| value >> at & 1 == 1)).collect();
        Some((Self { bits, at: 0 }, expected))
    }

    /// Reads one bit.
    pub(super) fn bit(&mut self) -> Option<bool> {
        let bit = *self.bits.get(self.at)?;
        self.at += 1;
        Some(bit)
    }

    /// Reads a number of `width` bits.
    pub(super) fn number(&mut self, width: u32) -> Option<u32> {
        (0..width).try_fold(0, |number, _| Some(number << 1 | u32::from(self.bit()?)))
    }

    /// Reads a `uint` of at most eight groups.
    pub(super) fn uint(&mut self) -> Option<u32> {
        let mut number = 0;
        for group in 0..8 {
            let more = self.bit()?;
            number |= self.number(4)? << (4 * group);
            if !more {
                return Some(number);
            }
        }
        None
    }

    /// Reads points, in thousandths.
    pub(super) fn score(&mut self) -> Option<u32> {
        if self.bit()? { self.uint()?.checked_mul(1000) } else { self.uint() }
    }

    /// Whether all was read, but for the bits that fill the last character, and those are 0.
    pub(super) fn finished(&self) -> bool {
        let rest = self.bits.get(self.at..).unwrap_or_default();
        rest.len() < 6 && !rest.contains(&true)
    }
}
