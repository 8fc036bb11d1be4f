//! What becomes of authors' texts.

use coursec::content::{Blocks, Inline, Links, ReferenceKind};
use coursec::diag::{Diagnostic, FileId};
use coursec::source::Sources;
use coursec::yaml::Text;
use snapbox::{assert_data_eq, str};

use crate::harness::CourseTest;

/// A course in which everything is where its name says, and words are their keys.
struct Signposts;

impl Links for Signposts {
    fn href(&self, kind: ReferenceKind, id: &str) -> Option<String> {
        match kind {
            _ if id == "gone" => None,
            ReferenceKind::Media if id == "film" => Some("media/film.mp4".to_owned()),
            ReferenceKind::Media => Some(if id.contains('/') { id.to_owned() } else { format!("media/{id}.svg") }),
            kind => Some(format!("#{kind:?}-{id}")),
        }
    }

    fn alt(&self, id: &str) -> Option<String> {
        Some(format!("what {id} shows"))
    }

    fn caption(&self, id: &str) -> Option<String> {
        (id == "tap").then(|| "A <tap>".to_owned())
    }

    fn credit(&self, id: &str) -> Option<String> {
        (id == "tap").then(|| "By me".to_owned())
    }

    fn word(&self, key: &str, number: usize) -> String {
        if number == 0 { format!("({key})") } else { format!("({key} {number})") }
    }
}

fn text(markdown: &str) -> Text {
    let span = coursec::diag::Span::new(FileId(0), 0, markdown.len());
    Text { text: markdown.to_owned(), span, runs: vec![(0, 0)], ..Text::default() }
}

/// The HTML of blocks without a mistake.
fn blocks(markdown: &str) -> String {
    let mut out = Vec::new();
    let html = Blocks::read(&text(markdown), &mut out).html(&Signposts);
    assert!(out.is_empty(), "{out:?}");
    html
}

fn inline(markdown: &str) -> String {
    let mut out = Vec::new();
    let html = Inline::read(&text(markdown), &mut out).html(&Signposts);
    assert!(out.is_empty(), "{out:?}");
    html
}

/// What is said of blocks, as people see it.
fn said(markdown: &str) -> String {
    let mut out: Vec<Diagnostic> = Vec::new();
    let blocks = Blocks::read_file(FileId(0), markdown, &mut out);
    let html = blocks.html(&Signposts);
    for danger in ["<script", "<b>", "javascript:", "onerror=", "data:"] {
        assert!(!html.to_lowercase().contains(danger), "{html}");
    }
    let sources = Sources::from_memory(&[("lessons/a.md", markdown)]);
    anstream::adapter::strip_str(&coursec::diag::emit::human(&out, &sources)).to_string()
}

#[test]
fn markdown_becomes_html() {
    assert_data_eq!(
        blocks(
            "One *two* **three** ~~four~~ `<five>`\nsix\\\nseven\n\n## Head\n\n- a\n- b\n\n3. c\n4. d\n\n> q\n\n---\n\n```rust\nlet a = \"<b>\";\n```\n"
        ),
        str![[r#"
<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>&lt;five&gt;</code>
six<br>seven</p><h2>Head</h2><ul><li>a</li><li>b</li></ul><ol start="3"><li>c</li><li>d</li></ol><blockquote><p>q</p></blockquote><hr><pre tabindex="0"><code class="language-rust">let a = &quot;&lt;b&gt;&quot;;
</code></pre>
"#]]
    );
}

#[test]
fn references_lead_to_things() {
    assert_data_eq!(
        blocks(
            "[a](lesson:one) [b](unit:two) [c](term:three) [d](media:film) [e](media/plan.pdf) [f](lesson:gone) [g](https://example.org/?a=1&b=2) <me@example.org>\n"
        ),
        str![[
            r##"<p><a href="#Lesson-one">a</a> <a href="#Unit-two">b</a> <a href="#Term-three">c</a> <a href="media/film.mp4" target="_blank" rel="noopener noreferrer">d<span class="vh"> (new-window)</span></a> <a href="media/plan.pdf" target="_blank" rel="noopener noreferrer">e<span class="vh"> (new-window)</span></a> f <a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">g<span class="vh"> (new-window)</span></a> <a href="mailto:me@example.org">me@example.org</a></p>"##
        ]]
    );
    let mut out = Vec::new();
    let read = Blocks::read(&text("[a](lesson:one) and ![](media:tap)\n\n[item:q-1]\n"), &mut out);
    let found: Vec<_> = read.references().iter().map(|r| (r.kind, r.id.as_str(), r.span.start, r.span.end)).collect();
    assert_eq!(found, [(ReferenceKind::Lesson, "one", 4, 14), (ReferenceKind::Media, "tap", 24, 33), (ReferenceKind::Item, "q-1", 42, 45)]);
}

/// Found by the fuzz target `markdown`: the document was said to be the fault of a template.
#[test]
fn a_link_without_words_is_told_and_still_named() {
    let html = |markdown: &str| Blocks::read(&text(markdown), &mut Vec::new()).html(&Signposts);
    assert_eq!(html("[](lesson:how)"), "<p><a href=\"#Lesson-how\">how</a></p>");
    assert_eq!(
        html("[](https://example.org/film)"),
        "<p><a href=\"https://example.org/film\" target=\"_blank\" rel=\"noopener noreferrer\">https://example.org/film<span class=\"vh\"> (new-window)</span></a></p>"
    );
    CourseTest::new()
        .edit("units/hand-washing.yaml", "Hands carry germs", "[](lesson:when-and-how) Hands carry germs")
        .run("check")
        .status(0)
        .stderr(str![[r#"
warning[W0411]: a link has no words
  --> units/hand-washing.yaml:17:7
   |
17 |       [](lesson:when-and-how) Hands carry germs from one thing to the next. Wash them **before** you touch food, and again after any...
   |       ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write in the brackets what it leads to: `[the film](https://...)`
   = for more: coursec explain W0411

checked .: 1 warning

"#]]);
}

#[test]
fn pictures_alone_are_figures() {
    assert_data_eq!(
        blocks(
            "![](media:tap)\n\n![A plan](media/plan.svg \"The plan\")\n\n![A dot](media/dot.png)\n\nIn a line ![](media:b).\n\n![](media:film)\n"
        ),
        str![[
            r#"<figure><img src="media/tap.svg" alt="what tap shows" loading="lazy" decoding="async"><figcaption><strong>(figure 1)</strong> A &lt;tap&gt; <span class="credit">By me</span></figcaption></figure><figure><img src="media/plan.svg" alt="A plan" loading="lazy" decoding="async"><figcaption><strong>(figure 2)</strong> The plan</figcaption></figure><figure><img src="media/dot.png" alt="A dot" loading="lazy" decoding="async"></figure><p>In a line <img src="media/b.svg" alt="what b shows" loading="lazy" decoding="async">.</p><figure><a href="media/film.mp4" target="_blank" rel="noopener noreferrer">what film shows<span class="vh"> (new-window)</span></a></figure>"#
        ]]
    );
}

#[test]
fn tables_can_be_scrolled_by_keyboard() {
    assert_data_eq!(
        blocks("Table: Times & *places*\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nTable: Rest\n\n| c |\n|:-:|\n| 3 |\n"),
        str![[
            r#"<div class="table-region" role="region" tabindex="0" aria-label="Times &amp; places"><table><caption>Times &amp; <em>places</em></caption><thead><tr><th scope="col">a</th><th scope="col" class="align-end">b</th></tr></thead><tbody><tr><td>1</td><td class="align-end">2</td></tr></tbody></table></div><div class="table-region" role="region" tabindex="0" aria-label="Rest"><table><caption>Rest</caption><thead><tr><th scope="col" class="align-center">c</th></tr></thead><tbody><tr><td class="align-center">3</td></tr></tbody></table></div>"#
        ]]
    );
}

#[test]
fn callouts_have_headings_of_the_theme() {
    assert_data_eq!(
        blocks("> [!NOTE]\n> Look.\n\n> [!WARNING]\n> Mind\n"),
        str![[
            r#"<div class="callout callout-note" role="note"><p class="callout-title">(callout-note)</p><p>Look.</p></div><div class="callout callout-warning" role="note"><p class="callout-title">(callout-warning)</p><p>Mind</p></div>"#
        ]]
    );
}

#[test]
fn callouts_may_have_titles_of_their_own() {
    assert_data_eq!(
        blocks("> [!NOTE] Mind *this*\n> Look.\n\n> [!warning] Alone\n"),
        str![[
            r#"<div class="callout callout-note" role="note"><p class="callout-title">Mind <em>this</em></p><p>Look.</p></div><div class="callout callout-warning" role="note"><p class="callout-title">Alone</p></div>"#
        ]]
    );
}

#[test]
fn footnotes_stand_at_the_end() {
    assert_data_eq!(
        blocks("One[^b] two[^a] three[^b].\n\n[^a]: First *note*.\n\n[^b]: Second.\n"),
        str![[
            r##"<p>One<sup><a id="fnref-0-0-1" href="#fn-0-0-1" role="doc-noteref" aria-label="(footnote 1)">1</a></sup> two<sup><a id="fnref-0-0-2" href="#fn-0-0-2" role="doc-noteref" aria-label="(footnote 2)">2</a></sup> three<sup><a href="#fn-0-0-1" role="doc-noteref" aria-label="(footnote 1)">1</a></sup>.</p><section class="footnotes" role="doc-endnotes" aria-label="(footnotes)"><ol><li id="fn-0-0-1"><p>Second.</p> <a href="#fnref-0-0-1" role="doc-backlink" aria-label="(footnote-back 1)">↩︎</a></li><li id="fn-0-0-2"><p>First <em>note</em>.</p> <a href="#fnref-0-0-2" role="doc-backlink" aria-label="(footnote-back 2)">↩︎</a></li></ol></section>"##
        ]]
    );
}

#[test]
fn words_in_another_language_say_so() {
    assert_data_eq!(
        inline("Eat [crème *brûlée*]{lang=fr}, say [שלום]{lang=he}, but \\[not]{lang=fr} [this] or [[that]]."),
        str![[
            r#"Eat <span lang="fr" dir="ltr">crème <em>brûlée</em></span>, say <span lang="he" dir="rtl">שלום</span>, but [not]{lang=fr} [this] or [[that]]."#
        ]]
    );
}

#[test]
fn inline_text_never_begins_a_block() {
    assert_eq!(inline("1. April"), "1. April");
    assert_eq!(inline("> 5 minutes"), "&gt; 5 minutes");
    assert_eq!(inline("# of items"), "# of items");
    assert_eq!(inline("- 5 °C"), "- 5 °C");
    assert_eq!(inline("*stress* on the first word"), "<em>stress</em> on the first word");
    assert_eq!(inline("[link](lesson:a)"), "<a href=\"#Lesson-a\">link</a>");
    assert_eq!(inline(""), "");
}

#[test]
fn a_prompt_keeps_its_gaps() {
    let mut out = Vec::new();
    let prompt = Blocks::read_prompt(&text("Rub *for [[time]]* seconds with [[what]], not [[two words]] or \\[[x]].\n"), &mut out);
    assert!(out.is_empty(), "{out:?}");
    assert_data_eq!(
        prompt.html(&Signposts),
        str![[
            r#"<p>Rub <em>for <span data-blank="time"></span></em> seconds with <span data-blank="what"></span>, not [[two words]] or [[x]].</p>"#
        ]]
    );
    assert_eq!(prompt.plain(), "Rub for ___ seconds with ___, not [[two words]] or [[x]].");
    let blanks: Vec<_> = prompt.blanks().iter().map(|blank| (blank.id.as_str(), blank.span.start, blank.span.end)).collect();
    assert_eq!(blanks, [("time", 11, 15), ("what", 34, 38)]);
}

#[test]
fn plain_text_has_no_marks() {
    let mut out = Vec::new();
    let read = Blocks::read(
        &text(
            "## Head\n\nOne *two*[^a] `three`\nfour [five](lesson:x).\n\n- six\n- seven\n\nTable: eight\n\n| a | b |\n|---|---|\n| c | d |\n\n[^a]: note\n",
        ),
        &mut out,
    );
    assert_eq!(read.plain(), "Head One two three four five. six seven eight a b c d");
}

#[test]
fn raw_tags_are_refused_with_their_mend() {
    assert_data_eq!(
        said("Wash <b>hands</b>.\n\n<script>alert(1)</script>\n\nIn `<b>` it is code.\n"),
        str![[r#"
error[E0401]: HTML has no place in a text
 --> lessons/a.md:1:6
  |
1 | Wash <b>hands</b>.
  |      ^^^ a tag
  |
  = help: write `**words**` for strong words
  = for more: coursec explain E0401

error[E0401]: HTML has no place in a text
 --> lessons/a.md:3:1
  |
3 | <script>alert(1)</script>
  | ^^^^^^^^^^^^^^^^^^^^^^^^^ a tag
  |
  = help: write it in Markdown, or in backticks to show it as text
  = for more: coursec explain E0401


"#]]
    );
    let mut out = Vec::new();
    let _ = Blocks::read(&text("Wash <b>hands</b>."), &mut out);
    let edits: Vec<_> = out[0].fixes[0].edits.iter().map(|edit| (edit.span.start, edit.span.end, edit.replacement.as_str())).collect();
    assert_eq!(edits, [(5, 5, "\\"), (13, 13, "\\")]);
}

#[test]
fn dangerous_addresses_are_refused() {
    assert_data_eq!(
        said(
            "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.org/x.svg) <vbscript:x>\n"
        ),
        str![[r#"
error[E0403]: a link cannot lead to `javascript:alert(1)`
 --> lessons/a.md:1:5
  |
1 | [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.or...
  |     ^^^^^^^^^^^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403

error[E0403]: a link cannot lead to `JaVaScRiPt:alert(1)`
 --> lessons/a.md:1:26
  |
1 | [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.or...
  |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403

error[E0403]: a link cannot lead to `data:text/html,x`
 --> lessons/a.md:1:59
  |
1 | [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.or...
  |                                                           ^^^^^^^^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403

error[E0403]: a link cannot lead to `//example.org`
 --> lessons/a.md:1:81
  |
1 | [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.or...
  |                                                                                 ^^^^^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403

error[E0403]: a link cannot lead to `page.html`
 --> lessons/a.md:1:100
  |
1 | [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](//example.org) [e](page.html) ![f](https://example.or...
  |                                                                                                    ^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403

error[E0404]: the picture `https://example.org/x.svg` is not a file of the course
 --> lessons/a.md:1:116
  |
1 | ...ml,x) [d](//example.org) [e](page.html) ![f](https://example.org/x.svg) <vbscript:x>
  |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ not in media/
  |
  = help: put the file into media/ and write `![what it shows](media/file.svg)`, or `![](media:id)` with an entry in `media:`
  = for more: coursec explain E0404

error[E0403]: a link cannot lead to `vbscript:x`
 --> lessons/a.md:1:144
  |
1 | ...org) [e](page.html) ![f](https://example.org/x.svg) <vbscript:x>
  |                                                         ^^^^^^^^^^ no such place
  |
  = help: write `lesson:id`, `unit:id`, `term:id` or `media:id`, or an address that begins with `https://`
  = for more: coursec explain E0403


"#]]
    );
}

#[test]
fn what_texts_may_not_hold_is_located() {
    assert_data_eq!(
        said("# Title\n\nUnder\n=====\n\n![](media/a.svg)\n\n> [!HINT]\n> x\n\n[x]{lang=not a tag}\n\na\u{7}b\n"),
        str![[r#"
error[E0408]: the character U+0007 has no place in a text
  --> lessons/a.md:13:2
   |
13 | a␇b
   |  ^ here
   |
   = help: delete it; it cannot be seen, and is often copied from another program
   = for more: coursec explain E0408

error[E0402]: a heading in a text begins with `##`
 --> lessons/a.md:1:1
  |
1 | # Title
  | ^^^^^^^ of the first level
  |
  = help: write `##`: the first level is the title of the page
  = for more: coursec explain E0402

error[E0402]: a heading in a text begins with `##`
 --> lessons/a.md:3:1
  |
3 | / Under
4 | | =====
  | |_____^ of the first level
  |
  = help: write `##`: the first level is the title of the page
  = for more: coursec explain E0402

error[E0405]: a picture has no text alternative
 --> lessons/a.md:6:1
  |
6 | ![](media/a.svg)
  | ^^^^^^^^^^^^^^^^ nothing in the brackets
  |
  = help: write what it shows in the brackets: `![A tap with a long handle](media/tap.svg)`
  = for more: coursec explain E0405

error[E0407]: there is no callout `HINT`
 --> lessons/a.md:8:5
  |
8 | > [!HINT]
  |     ^^^^ not a kind of callout
  |
  = help: write `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`
  = for more: coursec explain E0407

error[E0409]: `not a tag` is not a language tag
  --> lessons/a.md:11:4
   |
11 | [x]{lang=not a tag}
   |    ^^^^^^^^^^^^^^^^ not a language tag
   |
   = help: write a tag such as `fr`, `de-AT` or `zh-Hant`
   = for more: coursec explain E0409


"#]]
    );
}

#[test]
fn hostile_texts_end_soon() {
    for markdown in [">".repeat(100_000), "- ".repeat(50_000), "*a ".repeat(50_000), "[".repeat(100_000), "[[a]{lang=fr}".repeat(20_000)] {
        let mut out = Vec::new();
        let read = Blocks::read(&text(&markdown), &mut out);
        let _ = (read.html(&Signposts), read.plain());
    }
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_out(markdown in "[\\[\\](){}!*_`<>#|:\\-\n a-c\"'=&;~^./\\\\0-9é\u{0}]{0,160}") {
        let mut out = Vec::new();
        let read = Blocks::read_prompt(&text(&markdown), &mut out);
        let html = read.html(&Signposts);
        let tags = regex::Regex::new("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>").expect("a pattern");
        let rest = tags.replace_all(&html, "");
        proptest::prop_assert!(!rest.contains(['<', '>']), "{html}");
        let known = ["a", "blockquote", "br", "caption", "code", "del", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6",
            "hr", "img", "li", "ol", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"];
        for tag in tags.captures_iter(&html) {
            proptest::prop_assert!(known.contains(&&tag[2]), "{html}");
        }
        let inline = Inline::read(&text(&markdown), &mut out);
        let _ = (inline.html(&Signposts), inline.plain(), read.plain());
        for diagnostic in &out {
            let span = diagnostic.primary.as_ref().expect("each has a place").span;
            proptest::prop_assert!(span.start <= span.end && span.end as usize <= markdown.len());
        }
    }
}
