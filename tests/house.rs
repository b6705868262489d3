//! Rules of the house that a grep can keep.

use sealbook_tests::{Source, sources};

const LONGEST: usize = 400;

fn code() -> Vec<Source> {
    sources(
        &["src-tauri", "ui/src", "tests"],
        &["rs", "ts", "svelte", "mjs", "py", "css"],
    )
}

#[test]
fn no_file_is_longer_than_one_can_hold_in_mind() {
    let long: Vec<String> = code()
        .iter()
        .filter(|source| !source.path.ends_with("bindings.ts"))
        .map(|source| (source.path.clone(), source.text.lines().count()))
        .filter(|(_, lines)| *lines >= LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_for_later() {
    let words = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "XX".to_owned() + "X:",
        "HA".to_owned() + "CK:",
    ];
    let found: Vec<String> = code()
        .iter()
        .flat_map(|source| {
            source
                .text
                .lines()
                .map(move |line| (source.path.as_str(), line))
        })
        .filter(|(_, line)| words.iter().any(|word| line.contains(word.as_str())))
        .map(|(path, line)| format!("{path}: {}", line.trim()))
        .collect();
    assert!(
        found.is_empty(),
        "finish or drop these:\n{}",
        found.join("\n")
    );
}

#[test]
fn names_are_the_nouns_of_the_field() {
    let vague = [
        "manager", "helper", "helpers", "util", "utils", "service", "common", "misc",
    ];
    let stem = |path: &str| {
        path.rsplit('/')
            .next()
            .and_then(|name| name.split('.').next())
            .unwrap_or_default()
            .to_lowercase()
    };
    let found: Vec<String> = code()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| vague.contains(&stem(path).as_str()))
        .collect();
    assert!(
        found.is_empty(),
        "name these after what they hold:\n{}",
        found.join("\n")
    );
}
