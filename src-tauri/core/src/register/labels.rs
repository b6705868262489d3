//! Every register, field, choice and section, and every error the core raises, has its words in all three languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Field, Kind, REGISTERS, Register};

const LANGUAGES: [&str; 3] = ["en", "zh-CN", "it"];

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Names of the messages of one language: the lines that begin a message.
fn messages(language: &str) -> BTreeSet<String> {
    let folder = here().join("../../locales").join(language);
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let begun = text.lines().filter_map(|line| line.split_once(" ="));
        names.extend(
            begun
                .map(|(name, _)| name.to_owned())
                .filter(|name| !name.starts_with([' ', '#', '.'])),
        );
    }
    names
}

fn field_names(register: &Register, field: &Field) -> Vec<String> {
    let name = format!("{}-{}", register.key, field.key);
    let choices: &[&str] = match field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choices,
        _ => &[],
    };
    let choices = choices.iter().map(|choice| format!("{name}--{choice}"));
    choices.chain([name.clone()]).collect()
}

fn register_names(register: &Register) -> Vec<String> {
    let key = register.key;
    let mut names = vec![
        key.to_owned(),
        format!("{key}-plural"),
        format!("group-{}", register.group),
    ];
    let derived = register.derived.iter().map(|derived| &derived.field);
    for field in register.fields().chain(derived) {
        names.extend(field_names(register, field));
    }
    let sections = register.sections.iter();
    names.extend(sections.map(|section| format!("{key}-section-{}", section.key)));
    names
}

fn missing(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let known = LANGUAGES.map(|language| (language, messages(language)));
    let mut missing = Vec::new();
    for name in names {
        let lacking = known.iter().filter(|(_, known)| !known.contains(&name));
        missing.extend(lacking.map(|(language, _)| format!("{language}: {name}")));
    }
    missing
}

#[test]
fn every_register_has_its_words() {
    let names: BTreeSet<String> = REGISTERS
        .iter()
        .flat_map(|register| register_names(register))
        .collect();
    let missing = missing(names);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The source files under a folder, tests left out.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            sources(&path, found);
        } else if name.ends_with(".rs") && name != "tests.rs" && name != "labels.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            found.push(code.to_owned());
        }
    }
}

/// The string literals that follow an opening such as `Error::new("`.
fn literals(source: &str, opening: &str) -> Vec<String> {
    let parts = source.split(opening).skip(1);
    let ends = parts.filter_map(|rest| rest.split_once('"'));
    ends.map(|(literal, _)| literal.to_owned()).collect()
}

#[test]
fn every_error_has_its_sentence() {
    let mut files = Vec::new();
    sources(&here().join("src"), &mut files);
    let mut codes = BTreeSet::new();
    for file in &files {
        for opening in ["Error::new(\"", "Doubtful(\"", "Wrong(\""] {
            codes.extend(literals(file, opening));
        }
        // codes handed on by name: `shape(good, "email_shape")`
        let words = file.split('"').filter(|word| word.ends_with("_shape"));
        codes.extend(words.map(str::to_owned));
    }
    // codes chosen by the cause of a failure in error.rs
    let causes = "vault_damaged disk_full folder_read_only vault_busy cancelled database record_gone file_missing file";
    codes.extend(causes.split(' ').map(str::to_owned));
    let missing = missing(codes.into_iter().map(|code| format!("error-{code}")));
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
