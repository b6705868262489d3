//! What the tests share: where the repository lies and what stands in its files.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot read its files should stop

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ lies in the repository")
        .to_path_buf()
}

/// The text of one file, named from the root.
pub fn text(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Runs a script of tests and answers with what it printed.
pub fn run(script: &str, words: &[&str]) -> String {
    let file = root().join("tests").join(script);
    let mut command = if script.ends_with(".py") {
        let named = std::env::var_os("SEALBOOK_PYTHON").map(PathBuf::from);
        let mut python =
            Command::new(named.unwrap_or_else(|| root().join("target/venv/bin/python")));
        python.arg(file);
        python
    } else {
        Command::new(file)
    };
    let output = command
        .args(words)
        .output()
        .unwrap_or_else(|error| panic!("{script}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{script}: {said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// One source file: its path from the root and its text.
#[derive(Clone)]
pub struct Source {
    /// path from the root, with forward slashes
    pub path: String,
    /// what stands in it
    pub text: String,
}

impl Source {
    /// The lines that hold one of the words, as `path:line: text`, comments left out.
    pub fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let numbered = self
            .text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, code(line)));
        numbered
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// A line of Rust or TypeScript without its comment.
fn code(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") || trimmed.starts_with('*') || trimmed.starts_with("/*") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

/// Every file below the folders with one of the extensions, sorted. Built and fetched things are left out.
pub fn sources(folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), extensions, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, extensions: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "target", "dist", "gen", ".svelte-check"].contains(&name.as_str())
            {
                collect(&path, extensions, found);
            }
        } else if path
            .extension()
            .is_some_and(|end| extensions.iter().any(|known| end == *known))
        {
            let from_root = path
                .strip_prefix(root())
                .expect("below the root")
                .to_string_lossy()
                .replace('\\', "/");
            found.push(Source {
                path: from_root,
                text: fs::read_to_string(&path).unwrap_or_default(),
            });
        }
    }
}
