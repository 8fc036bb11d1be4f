//! A raw HTML tag in a text.

use super::LESSON;
use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};
use crate::yaml::Text;

/// A raw HTML tag in a text.
pub(in crate::content) static LINT: Lint = Lint {
    code: "E0401",
    name: "raw-html",
    severity: Severity::Error,
    docs: "The text has a tag of HTML in it, such as `<b>`. HTML could break the page, or run a program on a learner's device, so coursec \
           refuses it. Texts are written in Markdown, which has simpler signs: `**words**` makes words bold, for example. To show learners \
           a tag, put a backtick before and after it.",
    wrong: &[("lessons/how.md", "Wash your <b>hands</b>.\n"), ("units/hand-washing.yaml", LESSON)],
    right: &[("lessons/how.md", "Wash your **hands**.\n"), ("units/hand-washing.yaml", LESSON)],
};

/// The name of `tag`, lower case; empty for a comment.
pub(in crate::content) fn name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// `tag` is raw HTML at `span`.
pub(in crate::content) fn diagnostic(tag: &str, text: &Text, span: Span) -> Diagnostic {
    let help = match name(tag).as_str() {
        "" => "remove it; a note that learners do not see is a YAML comment, `# ...`",
        "b" | "strong" => "write `**words**` for strong words",
        "i" | "em" => "write `*words*` for stressed words",
        "br" => "end the line with a backslash to begin a new one",
        "a" => "write a link as `[text](https://...)` or `[text](lesson:id)`",
        "img" | "audio" | "video" => "write `![](media:id)`, with the file in the list `media:`",
        "p" | "div" => "leave an empty line between paragraphs",
        "ul" | "ol" | "li" => "begin the lines of a list with `- ` or `1. `",
        "h1" | "h2" | "h3" | "h4" => "begin a heading with `## `",
        "table" | "tr" | "td" | "th" => "write a table with `|` between its columns",
        "span" => "write words in another language as `[words]{lang=fr}`",
        _ => "write it in Markdown, or in backticks to show it as text",
    };
    Diagnostic::new(&LINT, "HTML has no place in a text")
        .at(span, "a tag")
        .help(help)
        .offer("show the tag as text", vec![escape(text, span)])
}

/// Lets the mend of `diagnostic` see to the closing tag at `span` too.
pub(in crate::content) fn join(diagnostic: &mut Diagnostic, text: &Text, span: Span) {
    for fix in &mut diagnostic.fixes {
        fix.edits.push(escape(text, span));
    }
}

fn escape(text: &Text, span: Span) -> Edit {
    Edit { span: Span { end: span.start, ..span }, replacement: text.written("\\") }
}
