//! Names in packages: what every unpacker, file system and LMS takes.

use std::fmt;

/// The most characters that a name has: LMSs put folders of their own before it, and Windows ends at 260.
const LONGEST: usize = 100;

/// Names of devices on Windows: no file can be called so there, with whatever ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Why a name cannot stand in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// It has more characters than unpackers take.
    Long,
    /// It has this character, which some system changes or refuses.
    Character(char),
    /// This part of it is empty, `.`, `..`, or begins or ends with a character that a name must not begin or end with.
    Part(String),
    /// This part of it is the name of a device on Windows.
    Device(String),
}

impl fmt::Display for NameFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Long => write!(f, "it has more than {LONGEST} characters"),
            Self::Character(' ') => f.write_str("it has a space"),
            Self::Character(c) => write!(f, "it has `{}`", c.escape_debug()),
            Self::Part(part) if part.is_empty() => f.write_str("a part of it is empty"),
            Self::Part(part) => write!(f, "`{part}` must begin with a letter or digit and not end with a dot"),
            Self::Device(part) => write!(f, "`{part}` is the name of a device on Windows"),
        }
    }
}

/// The name in a package of the course's file `path`: in lower case, because some servers tell `A` from `a` and some do not. What a
/// catalog shares, `shared:logo.svg`, gets a folder of its own.
#[must_use]
pub fn entry_name(path: &str) -> String {
    path.to_ascii_lowercase().replacen("shared:", "shared/", 1)
}

/// Why `name` cannot stand in a package, if it cannot.
#[must_use]
pub fn fault_of(name: &str) -> Option<NameFault> {
    if name.len() > LONGEST {
        return Some(NameFault::Long);
    }
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-' | '/');
    if let Some(odd) = name.chars().find(|&c| !sound(c)) {
        return Some(NameFault::Character(odd));
    }
    name.split('/').find_map(|part| {
        let begins = part.starts_with(|c: char| c.is_ascii_alphanumeric());
        if !begins || part.ends_with('.') {
            return Some(NameFault::Part(part.to_owned()));
        }
        let stem = part.split('.').next().unwrap_or_default();
        DEVICES.contains(&stem).then(|| NameFault::Device(part.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::{NameFault, entry_name, fault_of};

    #[test]
    fn names_that_every_system_takes_have_no_fault() {
        for name in ["imsmanifest.xml", "units/a-b.html", "media/0_1.v2.png", "nullable.txt", "units/console.html"] {
            assert_eq!(fault_of(name), None, "{name}");
        }
        assert_eq!(entry_name("media/Photo.PNG"), "media/photo.png");
        assert_eq!(entry_name("shared:media/Logo.svg"), "shared/media/logo.svg");
    }

    #[test]
    fn a_fault_names_what_is_wrong() {
        let part = |text: &str| NameFault::Part(text.to_owned());
        let device = |text: &str| NameFault::Device(text.to_owned());
        for (name, fault) in [
            ("", part("")),
            ("/etc/passwd", part("")),
            ("a//b", part("")),
            ("a/", part("")),
            ("../a", part("..")),
            ("a/./b", part(".")),
            ("media/.htaccess", part(".htaccess")),
            ("media/-rf", part("-rf")),
            ("media/end.", part("end.")),
            ("con", device("con")),
            ("media/aux.png", device("aux.png")),
            ("com1.d/a", device("com1.d")),
            ("c:/a", NameFault::Character(':')),
            ("a\\b", NameFault::Character('\\')),
            ("A.txt", NameFault::Character('A')),
            ("a b", NameFault::Character(' ')),
            ("fig#1.png", NameFault::Character('#')),
            ("100%.png", NameFault::Character('%')),
            ("é.png", NameFault::Character('é')),
            ("a\u{0}b", NameFault::Character('\u{0}')),
        ] {
            assert_eq!(fault_of(name), Some(fault), "{name:?}");
        }
        assert_eq!(fault_of(&"a".repeat(100)), None);
        assert_eq!(fault_of(&"a".repeat(101)), Some(NameFault::Long));
    }
}
