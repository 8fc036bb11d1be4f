//! What we depend on: its licences, where it comes from, and that it is there once.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

/// Licences that we may use, by their SPDX names.
const ALLOWED: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Zlib",
];

/// Crates that are there in two versions, with the reason.
const TWICE: [(&str, &str); 1] = [("getrandom", "ahash, through indexmap's users, asks for an older one than tempfile")];

/// Crates that we do not want, with the reason.
const BANNED: [(&str, &str); 5] = [
    ("serde_yml", "RUSTSEC-2025-0068"),
    ("libyml", "RUSTSEC-2025-0067"),
    ("tower-lsp", "no longer kept"),
    ("openssl-sys", "it needs a library of the machine"),
    ("ammonia", "it brings crates under MPL-2.0"),
];

/// The packages that are compiled into the command on this machine's kind of system.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let Value::Array(packages) = metadata["packages"].take() else { panic!("cargo lists packages") };
    packages
}

/// Whether one licence of each `AND` part of an SPDX expression is allowed.
fn allowed(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], "").replace('/', " OR ");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|one| ALLOWED.contains(&one.trim())))
}

#[test]
fn licences_are_allowed() {
    let offenders: Vec<String> = packages()
        .iter()
        .filter(|package| !allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn crates_come_from_the_registry_and_none_is_banned() {
    for package in packages() {
        let name = package["name"].as_str().unwrap_or_default();
        if let Some((_, why)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            panic!("{name} is not wanted: {why}");
        }
        let source = package["source"].as_str().unwrap_or("ours");
        assert!(source == "ours" && name == "coursec" || source.starts_with("registry+"), "{name} comes from {source}");
    }
}

#[test]
fn crates_are_there_once() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        versions.entry(package["name"].to_string()).or_default().push(package["version"].to_string());
    }
    let known = |name: &str| TWICE.iter().any(|(twice, _)| name.trim_matches('"') == *twice);
    let offenders: Vec<_> = versions.iter().filter(|(name, versions)| versions.len() > 1 && !known(name)).collect();
    assert!(offenders.is_empty(), "{offenders:#?}");
    for (name, why) in TWICE {
        assert!(versions.get(&format!("\"{name}\"")).is_some_and(|versions| versions.len() > 1), "{name} is there once: {why}");
    }
}
