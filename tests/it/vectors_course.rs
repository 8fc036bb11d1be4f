//! The vectors of the frame of a course that is one, which Rust and JavaScript share.

use std::collections::BTreeMap;

use coursec::state::{Record, Verdict, read_course, write_course};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    frames: Vec<Written>,
    read: Vec<Read>,
}

#[derive(Deserialize)]
struct Written {
    name: String,
    release: u32,
    record: Record,
    frame: String,
}

#[derive(Deserialize)]
struct Read {
    name: String,
    frame: String,
    verdict: Verdict,
    frames: BTreeMap<u32, String>,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../vectors/course.json")).expect("the vectors are committed")
}

#[test]
fn a_course_gives_its_frame_and_back() {
    for Written { name, release, record, frame } in vectors().frames {
        assert_eq!(write_course(&record, release), frame, "{name}");
        assert_eq!(read_course(&frame), (record, Verdict::Whole), "{name}");
    }
}

#[test]
fn what_is_left_of_a_frame_is_read() {
    for Read { name, frame, verdict, frames } in vectors().read {
        let (record, said) = read_course(&frame);
        assert_eq!((said, record.frames), (verdict, frames), "{name}");
    }
}

#[test]
fn every_cut_and_every_changed_character_of_the_course_s_own_section_is_noticed() {
    let whole = vectors().frames.remove(0).frame;
    let own = whole.find('.').expect("a section") + 1;
    let end = own + whole[own..].find('.').expect("more behind it");
    for at in own..end {
        assert_eq!(read_course(&whole[..at]).1, Verdict::Damaged, "cut at {at}");
        for other in ['a', 'B', '.', '-', '0'] {
            let changed = format!("{}{other}{}", &whole[..at], &whole[at + 1..]);
            assert!(changed == whole || read_course(&changed).1 == Verdict::Damaged, "{changed}");
        }
    }
}
