//! Arrows only point down, and each floor keeps to its own business.

use std::collections::BTreeSet;
use std::process::Command;

use sealbook_tests::{Source, root, sources};
use serde_json::Value;

/// Who may depend on whom inside the workspace.
const ARROWS: &[(&str, &[&str])] = &[
    ("sealbook-app", &["sealbook-shell"]),
    ("sealbook-shell", &["sealbook-core"]),
    ("sealbook-cli", &["sealbook-core"]),
    ("sealbook-core", &[]),
    ("sealbook-tests", &["sealbook-core", "sealbook-shell"]),
    ("xtask", &[]),
];

/// Libraries that open connections. None may be part of the application.
const NETWORK: &[&str] = &[
    "reqwest",
    "ureq",
    "hyper",
    "curl",
    "isahc",
    "rustls",
    "native-tls",
    "tungstenite",
    "tiny_http",
    "trust-dns-resolver",
    "hickory-resolver",
];

fn cargo(words: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(words)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("cargo speaks UTF-8")
}

fn none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

fn lines_with(sources: &[Source], words: &[&str]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| source.lines_with(words))
        .collect()
}

/// Source without its `#[cfg(test)]` tail: tests may look at a clock.
fn without_tests(sources: Vec<Source>) -> Vec<Source> {
    let kept = sources
        .into_iter()
        .filter(|source| !source.path.ends_with("tests.rs") && !source.path.contains("/tests/"));
    kept.map(|mut source| {
        if let Some(at) = source.text.find("#[cfg(test)]\nmod ") {
            source.text.truncate(at);
        }
        source
    })
    .collect()
}

#[test]
fn dependencies_point_down() {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--no-deps"]))
            .expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let members: BTreeSet<&str> = packages
        .iter()
        .filter_map(|package| package["name"].as_str())
        .collect();
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    assert_eq!(members, known, "every member has its arrows here");
    for package in packages {
        let name = package["name"].as_str().expect("name");
        let allowed = ARROWS
            .iter()
            .find(|(member, _)| *member == name)
            .map(|(_, arrows)| *arrows)
            .unwrap_or_default();
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let to = dependency["name"].as_str().expect("name");
            assert!(
                !known.contains(to) || allowed.contains(&to),
                "{name} must not depend on {to}"
            );
        }
    }
}

#[test]
fn the_core_depends_on_no_window_no_runtime_and_no_network() {
    let tree = cargo(&[
        "tree",
        "--package",
        "sealbook-core",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]);
    let names: BTreeSet<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let forbidden = NETWORK
        .iter()
        .chain(&["tauri", "wry", "tokio", "sys-locale"]);
    let found: Vec<String> = forbidden
        .filter(|name| names.contains(**name))
        .map(|name| (*name).to_owned())
        .collect();
    none(found, "the core knows no window, no runtime, no network");
}

#[test]
fn nothing_in_the_application_opens_a_connection() {
    let tree = cargo(&[
        "tree",
        "--package",
        "sealbook-app",
        "--features",
        "custom-protocol",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]);
    let names: BTreeSet<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let found: Vec<String> = NETWORK
        .iter()
        .filter(|name| names.contains(**name))
        .map(|name| (*name).to_owned())
        .collect();
    none(found, "no network library is part of the application");
    let code = sources(
        &[
            "src-tauri/core/src",
            "src-tauri/shell/src",
            "src-tauri/cli/src",
        ],
        &["rs"],
    );
    let code: Vec<Source> = code
        .into_iter()
        .filter(|source| !source.path.contains("loopback"))
        .collect();
    none(
        lines_with(
            &code,
            &["TcpStream", "TcpListener", "UdpSocket", "std::net"],
        ),
        "no socket outside the loopback test server",
    );
    let page = sources(&["ui/src"], &["ts", "svelte", "html"]);
    none(
        lines_with(
            &page,
            &[
                "XMLHttpRequest",
                "new WebSocket",
                "EventSource(",
                "sendBeacon",
            ],
        ),
        "the page calls the program and nobody else",
    );
}

#[test]
fn the_core_knows_no_window_no_clock_no_locale() {
    let core = without_tests(sources(&["src-tauri/core/src"], &["rs"]));
    let words = [
        "tauri::",
        "Utc::now",
        "Local::now",
        "SystemTime::now",
        "Instant::now",
        "now_v7",
        "sys_locale",
        "std::env::var",
    ];
    none(
        lines_with(&core, &words),
        "the core is told the time, the language and the place by its caller",
    );
}

#[test]
fn the_shell_and_the_command_hold_no_sql() {
    let edge = sources(&["src-tauri/shell/src", "src-tauri/cli/src"], &["rs"]);
    none(
        lines_with(
            &edge,
            &[
                "rusqlite",
                "SELECT ",
                "INSERT INTO",
                "DELETE FROM",
                "PRAGMA ",
            ],
        ),
        "SQL lives in the core",
    );
}

#[test]
fn the_page_keeps_nothing_and_shows_no_markup_from_data() {
    let page = sources(&["ui/src"], &["ts", "svelte"]);
    let words = [
        "{@html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "serviceWorker",
        "eval(",
        "new Function",
    ];
    none(
        lines_with(&page, &words),
        "nothing is kept in the webview, and data is text",
    );
}

#[test]
fn no_command_takes_a_path_from_the_page() {
    let bindings = sealbook_tests::text("ui/src/bindings.ts");
    let start = bindings
        .find("Commands")
        .expect("the commands are in the bindings");
    let arguments = bindings[start..].lines().filter_map(|line| {
        let after = line.split_once("args:")?.1;
        Some((line.trim(), after.split("result:").next().unwrap_or(after)))
    });
    let names = [
        "path:",
        "file_path",
        "filename:",
        "folder:",
        "dir:",
        "directory",
    ];
    let found = arguments.filter(|(_, args)| names.iter().any(|name| args.contains(name)));
    none(
        found.map(|(line, _)| line.to_owned()).collect(),
        "the program opens the dialogs; the page holds tokens",
    );
}

#[test]
fn only_the_gate_writes_records() {
    let elsewhere = without_tests(sources(&["src-tauri/core/src"], &["rs"]));
    let elsewhere = elsewhere
        .into_iter()
        .filter(|source| !source.path.contains("/vault/"))
        .collect::<Vec<_>>();
    none(
        lines_with(
            &elsewhere,
            &["INSERT INTO ", "INSERT OR ", "DELETE FROM ", "UPDATE "],
        ),
        "a record changes through vault.write and nowhere else",
    );
}

#[test]
fn the_register_screens_name_no_register() {
    let screens = sources(&["ui/src/register", "ui/src/fields"], &["ts", "svelte"]);
    let screens: Vec<Source> = screens
        .into_iter()
        .filter(|source| !source.path.ends_with(".test.ts"))
        .collect();
    let names = sealbook_core::register::REGISTERS
        .iter()
        .flat_map(|register| {
            [
                format!("'{}'", register.key),
                format!("\"{}\"", register.key),
            ]
        });
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    none(
        lines_with(&screens, &names),
        "what one register needs is a panel or a screen",
    );
}
