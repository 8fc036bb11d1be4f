//! Two readers of YAML that know nothing of each other agree on what every file that is accepted says.

use coursec::diag::{FileId, Severity};
use coursec::lints;
use coursec::yaml::{Kind, Node, Plain, Style, Text, read, resolve};
use serde_json::{Map, Value, json};

use crate::fmt::courses;

/// A value as JSON: a plain scalar by the core schema, every other a text.
fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar(text, style) => scalar(text, *style == Style::Plain),
        Kind::List(nodes) => nodes.iter().map(value).collect(),
        Kind::Map(entries) => {
            Value::Object(entries.iter().map(|entry| (key(&scalar(&entry.key, entry.key.quote.is_none())), value(&entry.value))).collect())
        }
        Kind::Broken => panic!("it was accepted"),
    }
}

fn scalar(text: &Text, plain: bool) -> Value {
    match resolve(&text.text) {
        Plain::Null if plain => Value::Null,
        Plain::Bool(value) if plain => json!(value),
        Plain::Number(number) if plain => match number.parse::<i64>() {
            Ok(whole) => json!(whole),
            Err(_) => json!(number.parse::<f64>().expect("digits and a point")),
        },
        _ => json!(text.text),
    }
}

/// A key as JSON has it: a text.
fn key(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What the other reader says.
fn other(value: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::Mapping(entries) => {
            Value::Object(entries.into_iter().map(|(name, value)| (key(&other(name)), other(value))).collect::<Map<_, _>>())
        }
        Yaml::Sequence(values) => values.into_iter().map(other).collect(),
        scalar => serde_json::to_value(scalar).expect("a scalar"),
    }
}

#[test]
fn every_accepted_file_says_the_same_to_another_reader() {
    let courses =
        courses().into_iter().flat_map(|(name, files)| files.into_iter().map(move |(path, text)| (format!("{name}/{path}"), text)));
    let examples = lints().into_iter().flat_map(|lint| {
        let files = lint.wrong.iter().chain(lint.right);
        files.map(move |(path, text)| (format!("{} {path}", lint.code), (*text).to_owned()))
    });
    let mut compared = 0;
    for (name, text) in courses.chain(examples).filter(|(name, _)| name.ends_with(".yaml")) {
        let read = read(FileId(0), &text);
        let Some(root) = read.output.filter(|_| !read.diagnostics.iter().any(|one| one.severity == Severity::Error)) else { continue };
        let theirs = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(value(&root), other(theirs), "{name}");
        compared += 1;
    }
    assert!(compared > 300, "{compared} files");
}
