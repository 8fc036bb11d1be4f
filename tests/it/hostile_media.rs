//! Pictures, captions and downloads that a browser or an LMS would not take, each told with three other mistakes around it.

use std::fs::OpenOptions;

use snapbox::str;

use crate::harness::CourseTest;

/// The smallest course with a media entry for `file`, shown in its lesson, and three mistakes of other kinds.
fn showing(file: &str, more: &str) -> CourseTest {
    CourseTest::new()
        .edit(
            "units/hand-washing.yaml",
            "lessons:\n",
            &format!("media:\n  - id: tap\n    file: {file}\n    alt: Hands under a tap\n{more}lessons:\n"),
        )
        .edit("units/hand-washing.yaml", "      ## How\n", "      ![](media:tap)\n\n      ## How\n")
}

/// The same with three more mistakes, which hide nothing.
fn hurt(test: CourseTest) -> CourseTest {
    test.edit("units/hand-washing.yaml", "duration: PT5M", "duration: PT5M\n    colour: red")
        .edit("units/hand-washing.yaml", "      1. Wet your hands", "      1. See [the guide](guide.html). Wet your hands")
        .edit("units/hand-washing.yaml", "assesses: [LO1, 1.1]", "assesses: [LO1, 1.7]")
}

const SCRIPT: &str = "<svg xmlns='http://www.w3.org/2000/svg'>\n  <script>alert(1)</script>\n  <image href='https://example.org/a.png'/>\n  <g onclick='go()'>\n</svg>\n";

#[test]
fn a_picture_with_a_script_is_shown_line_by_line() {
    showing("media/tap.svg", "")
        .file("media/tap.svg", SCRIPT)
        .run("build")
        .stderr(str![[r#"
error[E0606]: picture `media/tap.svg` has a script
  --> media/tap.svg:2:3
   |
 2 |   <script>alert(1)</script>
   |   ^^^^^^^^ this would run in the LMS
  ::: units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         --- used here
   |
   = help: save the picture without scripts: drawing programs call this "plain SVG"
   = for more: coursec explain E0606

error[E0611]: picture `media/tap.svg` has something from elsewhere
  --> media/tap.svg:3:10
   |
 3 |   <image href='https://example.org/a.png'/>
   |          ^^^^ not in the picture itself
  ::: units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         --- used here
   |
   = help: open the picture in a drawing program, embed what it links to, and save it as "plain SVG"
   = for more: coursec explain E0611

error[E0606]: picture `media/tap.svg` has an event handler
  --> media/tap.svg:4:6
   |
 4 |   <g onclick='go()'>
   |      ^^^^^^^ this would run in the LMS
  ::: units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         --- used here
   |
   = help: save the picture without scripts: drawing programs call this "plain SVG"
   = for more: coursec explain E0606

error[E0612]: picture `media/tap.svg` cannot be read: it has a mistake in its XML
  --> media/tap.svg:5:1
   |
 5 | </svg>
   | ^^^^^^ here
  ::: units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         --- used here
   |
   = help: open the picture in a drawing program and save it as "plain SVG"
   = for more: coursec explain E0612

nothing built of .: 4 errors

"#]])
        .status(1)
        .no_file("dist");
}

#[test]
fn captions_are_told_with_other_mistakes() {
    let captions = "    captions: [{lang: en, file: media/film.vtt}, {lang: cy, file: media/flim.vtt}]\n    transcript: media/film.md\n";
    hurt(showing("media/film.mp4", captions))
        .file("media/film.mp4", b"\0\0\0\x18ftypmp42")
        .file("media/film.vtt", "WEBVTT\n\n00:01,000 --> 00:02.000\nUse soap.\n\n00:04.000 --> 00:03.000\nRinse.\n")
        .file("media/film.md", "Use <b>soap</b>.\n")
        .run("build")
        .stderr(str![[r#"
error[E0401]: HTML has no place in a text
 --> media/film.md:1:5
  |
1 | Use <b>soap</b>.
  |     ^^^ a tag
  |
  = help: write `**words**` for strong words
  = for more: coursec explain E0401

error[E0414]: `00:01,000` is not a time in captions
 --> media/film.vtt:3:1
  |
3 | 00:01,000 --> 00:02.000
  | ^^^^^^^^^ not a time
  |
  = help: write minutes, seconds and thousandths, as in `00:01.000`, with the hours before them if there are any
  = for more: coursec explain E0414

error[E0415]: a caption ends before it begins
 --> media/film.vtt:6:15
  |
6 | 00:04.000 --> 00:03.000
  | ---------     ^^^^^^^^^ its end
  | |
  | its beginning
  |
  = help: see whether the two times have changed places
  = for more: coursec explain E0415

error[E0130]: file `media/flim.vtt` is not in the course folder
  --> units/hand-washing.yaml:15:67
   |
15 |     captions: [{lang: en, file: media/film.vtt}, {lang: cy, file: media/flim.vtt}]
   |                                                                   ^^^^^^^^^^^^^^ not found
   |
   = help: did you mean `media/film.vtt`?
   = for more: coursec explain E0130

error[E0110]: a lesson has no key `colour`
  --> units/hand-washing.yaml:22:5
   |
22 |     colour: red
   |     ^^^^^^ unknown key
   |
   = help: its keys are `id`, `title`, `teaches`, `duration`, `body` and `body_file`
   = for more: coursec explain E0110

error[E0403]: a link cannot lead to `guide.html`
  --> units/hand-washing.yaml:31:26
   |
31 |       1. See [the guide](guide.html). Wet your hands with warm water and take soap.
   |                          ^^^^^^^^^^ no such place
   |
   = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
   = for more: coursec explain E0403

error[E0201]: criterion `1.7` is not defined in unit `hand-washing`
  --> units/hand-washing.yaml:50:21
   |
50 |     assesses: [LO1, 1.7]
   |                     ^^^ not found
  ::: units/hand-washing.yaml:9:13
   |
 9 |       - id: 1.2
   |             --- a criterion with a similar id
   |
   = help: did you mean `1.2`?
   = for more: coursec explain E0201

nothing built of .: 7 errors

"#]])
        .status(1)
        .no_file("dist");
}

#[test]
fn a_photo_in_another_form_and_a_program_are_told() {
    showing("media/tap.jpg", "")
        .file("media/tap.jpg", b"RIFF\0\0\0\0WEBPVP8 ")
        .run("check")
        .stderr(str![[r#"
error[E0609]: file `media/tap.jpg` is called a JPEG picture, and is a WebP picture
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ used here
   |
   = help: give it the ending of what it is, or save it again as what its name says
   = for more: coursec explain E0609

checked .: 1 error

"#]])
        .status(1);
    showing("media/tap.pdf", "")
        .file("media/tap.pdf", b"MZ\x90\0")
        .run("check")
        .stderr(str![[r#"
error[E0610]: file `media/tap.pdf` is a program, which LMSs refuse
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ used here
   |
   = help: take it out, or offer it on a web site and link to it
   = for more: coursec explain E0610

checked .: 1 error

"#]])
        .status(1);
}

#[test]
fn large_files_are_told_and_not_read() {
    let sized = |bytes: u64| {
        let test = showing("media/film.bin", "").file("media/film.bin", "");
        let file = OpenOptions::new().write(true).open(test.path().join("media/film.bin")).expect("the file is there");
        file.set_len(bytes).expect("a file can have a hole");
        test
    };
    sized(60_000_000)
        .run("check")
        .stderr(str![[r#"
warning[W0604]: the package has 60 MB; LMSs often take no more than 50 MB
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ the largest file
   |
   = help: save films and pictures smaller, ask what your LMS takes, or make two courses of it
   = for more: coursec explain W0604

checked .: 1 warning

"#]])
        .status(0);
    sized(120_000_000)
        .run("check")
        .stderr(str![[r#"
warning[W0603]: file `media/film.bin` has 120 MB; more than 100 MB is too much for many LMSs
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ used here
   |
   = help: save the film or picture smaller, or offer it on a web site and link to it
   = for more: coursec explain W0603

warning[W0604]: the package has 120 MB; LMSs often take no more than 50 MB
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ the largest file
   |
   = help: save films and pictures smaller, ask what your LMS takes, or make two courses of it
   = for more: coursec explain W0604

checked .: 2 warnings

"#]])
        .status(0);
    sized(3 << 30)
        .run("check")
        .stderr(str![[r#"
error[E0608]: the package has 3221 MB; no LMS takes more than 3000 MB
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ the largest file
   |
   = help: save films and pictures smaller, offer films on a web site, or make two courses of it
   = for more: coursec explain E0608

warning[W0603]: file `media/film.bin` has 3221 MB; more than 100 MB is too much for many LMSs
  --> units/hand-washing.yaml:12:9
   |
12 |   - id: tap
   |         ^^^ used here
   |
   = help: save the film or picture smaller, or offer it on a web site and link to it
   = for more: coursec explain W0603

checked .: 1 error and 1 warning

"#]])
        .status(1);
}

#[test]
fn secrets_are_found_in_banks_lessons_and_captions() {
    let captions = "    captions: [{lang: en, file: media/film.vtt}]\n";
    showing("media/film.mp4", captions)
        .file("media/film.mp4", b"\0\0\0\x18ftypmp42")
        .file("media/film.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nAKIAQ3EXZLM27NP4TRWB\n")
        .file("lessons/notes.md", "Results go to https://course:Xk29vQ7Lm4Tz@lrs.acme.edu/ by themselves.\n")
        .file("banks/level-3.yaml", "id: level-3\ntitle: Level 3  # password: Xk29vQ7Lm4Tz8Rw2pQ\nitems: []\n")
        .run("check")
        .stderr(str![[r#"
warning[W0354]: no assessment uses bank `level-3`
 --> banks/level-3.yaml:1:5
  |
1 | id: level-3
  |     ^^^^^^^ used nowhere
  |
  = help: draw from it in an assessment, or take the file out
  = for more: coursec explain W0354

error[E0605]: a password or key is in a file of the course
 --> banks/level-3.yaml:2:29
  |
2 | title: Level 3  # password: Xk29vQ7Lm4Tz8Rw2pQ
  |                             ^^^^^^^^^^^^^^^^^^ everybody who has the course can read this
  |
  = help: take it out, then change it in the system that it belongs to: anybody who has seen this file knows it
  = for more: coursec explain E0605

error[E0605]: an address with a password is in a file of the course
 --> lessons/notes.md:1:23
  |
1 | Results go to https://course:Xk29vQ7Lm4Tz@lrs.acme.edu/ by themselves.
  |                       ^^^^^^^^^^^^^^^^^^^ everybody who has the course can read this
  |
  = help: take it out, then change it in the system that it belongs to: anybody who has seen this file knows it
  = for more: coursec explain E0605

error[E0605]: the key of a service is in a file of the course
 --> media/film.vtt:4:1
  |
4 | AKIAQ3EXZLM27NP4TRWB
  | ^^^^^^^^^^^^^^^^^^^^ everybody who has the course can read this
  |
  = help: take it out, then change it in the system that it belongs to: anybody who has seen this file knows it
  = for more: coursec explain E0605

warning[W0440]: film `tap` has no transcript
  --> units/hand-washing.yaml:13:11
   |
13 |     file: media/film.mp4
   |           ^^^^^^^^^^^^^^ learners who cannot see it miss what it shows
   |
   = help: write down what is shown and said, and name the file: `transcript: media/....md`
   = for more: coursec explain W0440

checked .: 3 errors and 2 warnings

"#]])
        .status(1);
}

#[test]
fn a_theme_reaches_out_hides_text_and_leads_nowhere() {
    CourseTest::new()
        .file("theme/theme.yaml", "contract: 2\n")
        .file("theme/css/brand.css", "@import url(https://fonts.example.org/a.css);\n:root { --accent: #FFCC00; --on-accent: #FFFFFF; }\nh1 { background: url(//cdn.example.org/a.png) }\n")
        .run("check")
        .stderr(str![[r#"
error[E0516]: the style sheet loads something from elsewhere, with `@import`
 --> theme/css/brand.css:1:1
  |
1 | @import url(https://fonts.example.org/a.css);
  | ^^^^^^^ outside the package
  |
  = help: take it out; fonts come from the device, and a small picture can stand in the style sheet as `data:image/...`
  = for more: coursec explain E0516

error[E0517]: `--accent` on `--accent-soft` has a contrast of 1.2 by day; it needs 4.5
 --> theme/css/brand.css:2:19
  |
2 | :root { --accent: #FFCC00; --on-accent: #FFFFFF; }
  |                   ^^^^^^^ too near to the other colour
  |
  = help: take a darker colour on a light one, or a lighter one on a dark one; by day and in the dark may have a colour each
  = for more: coursec explain E0517

error[E0517]: `--on-accent` on `--accent-hover` has a contrast of 1.2 in the dark, with more contrast; it needs 4.5
 --> theme/css/brand.css:2:41
  |
2 | :root { --accent: #FFCC00; --on-accent: #FFFFFF; }
  |                                         ^^^^^^^ too near to the other colour
  |
  = help: take a darker colour on a light one, or a lighter one on a dark one; by day and in the dark may have a colour each
  = for more: coursec explain E0517

error[E0516]: the style sheet loads something from elsewhere, with `url(//cdn.example.org/a.png)`
 --> theme/css/brand.css:3:18
  |
3 | h1 { background: url(//cdn.example.org/a.png) }
  |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ outside the package
  |
  = help: take it out; fonts come from the device, and a small picture can stand in the style sheet as `data:image/...`
  = for more: coursec explain E0516

error[E0515]: the theme was made for contract `2`; this version of coursec has contract 1
 --> theme/theme.yaml:1:11
  |
1 | contract: 2
  |           ^ another contract
  |
  = help: compare its templates with the default theme's, and then write `contract: 1`
  = for more: coursec explain E0515

checked .: 5 errors

"#]])
        .status(1);
}

#[test]
fn a_template_is_told_at_its_line() {
    CourseTest::new()
        .file("theme/section/lesson.html", "<section>\n  <h1>{{ page.titel }}</h1>\n</section>\n")
        .run("check")
        .stderr(str![[r#"
error[E0502]: template `section/lesson.html` cannot be used
 --> theme/section/lesson.html:2:15
  |
2 |   <h1>{{ page.titel }}</h1>
  |               ^^^^^ Field `titel` is not defined. Available fields: address, next, number, previous, slot, title, total
  |
  = help: compare it with the default theme's `section/lesson.html`, or remove it from `theme/`
  = for more: coursec explain E0502

checked .: 1 error

"#]])
        .status(1);
}
