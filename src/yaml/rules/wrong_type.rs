//! A value that its key cannot have.

use crate::diag::{Diagnostic, Edit, Lint, Severity};
use crate::yaml::{Kind, Node, Style, Text, certain, nearest, quoted};

/// A value that its key cannot have.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0112",
    name: "wrong-type",
    severity: Severity::Error,
    docs: "A value (what comes after the colon) is not of the kind that is needed there. It is a list where one text belongs, or a word \
           where a number belongs, or a word that is not among the choices. coursec does not guess what was meant, because the guess could \
           change what learners get. The message says what is expected: write that.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntracking: {after_completion: never}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntracking: {after_completion: normal}\n",
    )],
};

/// Whether `diagnostic` is of this kind.
pub(in crate::yaml) fn is(diagnostic: &Diagnostic) -> bool {
    diagnostic.lint.code == LINT.code
}

/// `node` is not what was expected.
pub(in crate::yaml) fn expected(expected: &str, node: &Node) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&LINT, format!("expected {expected}, found {}", node.describe())).at(node.mark(), format!("expected {expected}"));
    match &node.kind {
        // `[When]` and `{x}` were meant as words.
        Kind::List(_) | Kind::Map(_) if expected == "text" => diagnostic.help("put a text that begins with `[` or `{` in quotes"),
        Kind::Scalar(text, _) if expected == "text" && text.span.start == text.span.end => diagnostic.help("write the text here"),
        _ => diagnostic,
    }
}

/// `node` is a text without a word in it.
pub(in crate::yaml) fn empty(node: &Node) -> Diagnostic {
    let place = if matches!(&node.kind, Kind::Scalar(_, Style::Block)) { "below this sign" } else { "between the quotation marks" };
    Diagnostic::new(&LINT, format!("expected text, found nothing {place}"))
        .at(node.mark(), "empty")
        .help("write the text here; where the key may be left out, take the line out")
}

/// `node` is YAML's word for nothing, where a text belongs.
pub(in crate::yaml) fn nothing(text: &Text, node: &Node) -> Diagnostic {
    let word = &text.text;
    expected("text", node).help(format!("write the text here, or leave the key out; the word itself stands in quotes: `\"{word}\"`"))
}

/// `node` stands where `true` or `false` does.
pub(in crate::yaml) fn boolean(text: &Text, node: &Node) -> Diagnostic {
    let diagnostic = expected("`true` or `false`", node);
    let bare = quoted::curly(&text.text).unwrap_or(&text.text).trim().to_lowercase();
    let meant = match bare.as_str() {
        "yes" | "y" | "on" | "1" | "true" | "t" => "true",
        "no" | "n" | "off" | "0" | "false" | "f" => "false",
        _ => return diagnostic,
    };
    diagnostic
        .help(format!("write `{meant}`"))
        .fix(format!("write `{meant}`"), vec![Edit { span: node.span, replacement: meant.to_owned() }])
}

/// `node` stands where a list does.
pub(in crate::yaml) fn no_list(node: &Node) -> Diagnostic {
    let diagnostic = expected("a list", node);
    match &node.kind {
        Kind::Scalar(text, Style::Plain) if !text.text.is_empty() && text.span.start < text.span.end => {
            diagnostic.help(format!("put brackets around it, `[{}]`, or each entry on a line of its own after `- `", text.text))
        }
        Kind::Scalar(text, _) if text.span.start == text.span.end => diagnostic.help("write `[]` for an empty list, or leave the key out"),
        _ => diagnostic.help("put each entry on a line of its own after `- `"),
    }
}

/// `node` is none of `words`.
pub(in crate::yaml) fn word(words: &[&str], node: &Node) -> Diagnostic {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let diagnostic = expected(&either(&quoted), node);
    let found = match &node.kind {
        Kind::Scalar(text, _) => nearest(&text.text, words.iter().copied()).map(|name| (text, name)),
        _ => None,
    };
    match found {
        Some((text, name)) => {
            let sure = certain(&text.text, words.iter().copied()) == Some(name);
            diagnostic.help(format!("did you mean `{name}`?")).write(name, text.span, sure)
        }
        None => diagnostic,
    }
}

/// A, B, or C.
fn either(names: &[String]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{}, or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
