//! Colours of style sheets, and how they stand out from each other. In: what an author wrote. Out: a colour; none where it is written in
//! a form that is not read here.

/// A colour without transparency: red, green and blue, each from 0 to 1. CSS Color 4, sRGB.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f64; 3]);

/// The names that are read.
const NAMES: [(&str, u32); 17] = [
    ("aqua", 0x00_FF_FF),
    ("black", 0),
    ("blue", 0x00_00_FF),
    ("fuchsia", 0xFF_00_FF),
    ("gray", 0x80_80_80),
    ("green", 0x00_80_00),
    ("lime", 0x00_FF_00),
    ("maroon", 0x80_00_00),
    ("navy", 0x00_00_80),
    ("olive", 0x80_80_00),
    ("orange", 0xFF_A5_00),
    ("purple", 0x80_00_80),
    ("red", 0xFF_00_00),
    ("silver", 0xC0_C0_C0),
    ("teal", 0x00_80_80),
    ("white", 0xFF_FF_FF),
    ("yellow", 0xFF_FF_00),
];

impl Colour {
    /// Reads `#rgb`, `#rrggbb`, `rgb()`, `hsl()` or a name.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(digits) = text.strip_prefix('#') {
            return Self::hex(digits);
        }
        if let Some((_, value)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Self::hex(&format!("{value:06x}"));
        }
        let (function, rest) = text.split_once('(')?;
        let parts: Vec<&str> = rest.strip_suffix(')')?.split([',', ' ', '/']).filter(|part| !part.is_empty()).collect();
        // A fourth part is transparency.
        let opaque = parts.get(3).is_none_or(|alpha| matches!(*alpha, "1" | "100%" | "1.0"));
        if !(3..=4).contains(&parts.len()) || !opaque {
            return None;
        }
        match function {
            "rgb" | "rgba" => Some(Self([channel(parts[0])?, channel(parts[1])?, channel(parts[2])?])),
            "hsl" | "hsla" => {
                let hue: f64 = parts[0].trim_end_matches("deg").parse().ok()?;
                Some(Self::hsl(hue.rem_euclid(360.0), percent(parts[1])?, percent(parts[2])?))
            }
            _ => None,
        }
    }

    fn hex(digits: &str) -> Option<Self> {
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let long = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(&long[at..at + 2], 16).ok().map(|value| f64::from(value) / 255.0);
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// CSS Color 4, 7.1.
    fn hsl(hue: f64, saturation: f64, lightness: f64) -> Self {
        let part = |n: f64| {
            let k = (n + hue / 30.0) % 12.0;
            let a = saturation * lightness.min(1.0 - lightness);
            lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
        };
        Self([part(0.0), part(8.0), part(4.0)])
    }

    /// How far it stands out from `other`, from 1 to 21. WCAG 2.2, contrast ratio.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// WCAG 2.2, relative luminance.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn channel(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(_) => percent(text),
        None => text.parse::<f64>().ok().map(|value| (value / 255.0).clamp(0.0, 1.0)),
    }
}

fn percent(text: &str) -> Option<f64> {
    text.strip_suffix('%')?.parse::<f64>().ok().map(|value| (value / 100.0).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn one_colour_in_every_form() {
        let navy = Colour::read("#000080").expect("a colour");
        for text in ["#000080", " Navy ", "rgb(0, 0, 128)", "rgb(0 0 128 / 100%)", "rgba(0,0,128,1)"] {
            assert_eq!(Colour::read(text), Some(navy), "{text}");
        }
        assert_eq!(Colour::read("#fff"), Colour::read("hsl(0, 0%, 100%)"));
        assert_eq!(Colour::read("hsl(120deg 100% 50%)"), Colour::read("lime"));
        for text in ["", "#ff", "#ggg", "#12345678", "rgb(0 0 0 / 50%)", "color-mix(in srgb, red, blue)", "rebeccapurple", "rgb(1,2)", "#é"]
        {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_as_the_guidelines_say() {
        // WCAG 2.2: black on white is 21:1; #767676 is the lightest grey that has 4.5:1 on white.
        for (one, two, ratio) in
            [("#000", "#fff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48), ("#ff0000", "#fff", 4.0)]
        {
            let (one, two) = (Colour::read(one).expect("a colour"), Colour::read(two).expect("a colour"));
            assert!((one.contrast(two) - ratio).abs() < 0.005, "{}", one.contrast(two));
            assert!((two.contrast(one) - one.contrast(two)).abs() < f64::EPSILON);
        }
    }
}
