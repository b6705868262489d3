//! The window's configuration, held to what SECURITY.md promises.

use std::fs;

use sealbook_tests::{root, sources, text};
use serde_json::Value;

/// Addresses that are names, not places: nothing is ever fetched from them.
const NAMES: &[&str] = &[
    "http://www.w3.org/",
    "https://svelte.dev/e/",
    "http://ipc.localhost",
];

fn conf() -> Value {
    serde_json::from_str(&text("tauri.conf.json")).expect("tauri.conf.json is JSON")
}

#[test]
fn the_content_policy_lets_nothing_in() {
    let conf = conf();
    let policy = conf["app"]["security"]["csp"]
        .as_str()
        .expect("a content policy");
    let directive = |name: &str| {
        let found = policy
            .split(';')
            .map(str::trim)
            .find_map(|part| part.strip_prefix(name)?.strip_prefix(' '));
        found.unwrap_or_else(|| panic!("the policy says nothing of {name}"))
    };
    for (name, value) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("style-src-attr", "'unsafe-inline'"),
        ("font-src", "'self'"),
        ("connect-src", "ipc: http://ipc.localhost"),
        ("frame-src", "'none'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ] {
        assert_eq!(directive(name), value, "{name}");
    }
    assert!(
        !policy.contains("https:") && !policy.contains("unsafe-eval") && !policy.contains('*'),
        "{policy}"
    );
}

#[test]
fn the_page_gets_no_door_into_the_system() {
    let conf = conf();
    assert_eq!(conf["app"]["withGlobalTauri"], false);
    let security = &conf["app"]["security"];
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert!(security["dangerousDisableAssetCspModification"].is_null());
    let files: Vec<String> = sources(&["src-tauri/capabilities"], &["json", "toml"])
        .into_iter()
        .map(|file| file.path)
        .collect();
    assert_eq!(
        files,
        ["src-tauri/capabilities/window.json"],
        "one capability file"
    );
    let capability: Value = serde_json::from_str(&text(&files[0])).expect("JSON");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability["remote"].is_null(), "no page from elsewhere");
    for permission in capability["permissions"].as_array().expect("permissions") {
        let name = permission.as_str().expect("a permission by name");
        assert!(
            name.starts_with("core:") && name != "core:default",
            "{name} is more than the page needs"
        );
    }
}

#[test]
fn no_debugging_tools_in_the_release() {
    for manifest in ["Cargo.toml", "src-tauri/shell/Cargo.toml"] {
        assert!(!text(manifest).contains("devtools"), "{manifest}");
    }
}

#[test]
fn the_interface_names_no_address() {
    let mut files = sources(&["ui/src"], &["ts", "svelte", "css", "html"]);
    files.extend(sources(&["ui/dist"], &["js", "css", "html"]));
    let mut found = Vec::new();
    for file in files {
        for scheme in ["http://", "https://", "ws://", "wss://"] {
            for (at, _) in file.text.match_indices(scheme) {
                let rest: String = file.text[at..].chars().take(60).collect();
                let host = rest[scheme.len()..].chars().next();
                if host.is_some_and(|c| c.is_ascii_alphanumeric())
                    && !NAMES.iter().any(|name| rest.starts_with(name))
                {
                    found.push(format!("{}: {rest}", file.path));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "the interface reaches out:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_icons_are_real() {
    for icon in conf()["bundle"]["icon"].as_array().expect("icons") {
        let path = root().join(icon.as_str().expect("a path"));
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        match path.extension().and_then(|end| end.to_str()) {
            Some("png") => assert_eq!(
                png_size(&bytes),
                named_size(&path.to_string_lossy()),
                "{}",
                path.display()
            ),
            Some("ico") => {
                assert_eq!(&bytes[..4], [0, 0, 1, 0]);
                let count = usize::from(u16::from_le_bytes([bytes[4], bytes[5]]));
                let widths: Vec<u8> = (0..count).map(|index| bytes[6 + 16 * index]).collect();
                assert!(
                    [16, 32, 48, 0].iter().all(|width| widths.contains(width)),
                    "sizes {widths:?} (0 is 256)"
                );
            }
            Some("icns") => assert_eq!(&bytes[..4], b"icns"),
            other => panic!("what is {other:?}?"),
        }
    }
}

fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(&bytes[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

/// `128x128@2x.png` is 256 wide.
fn named_size(path: &str) -> (u32, u32) {
    let name = path
        .rsplit(['/', '\\'])
        .next()
        .expect("a name")
        .trim_end_matches(".png");
    let (size, factor) = name.strip_suffix("@2x").map_or((name, 1), |size| (size, 2));
    let side: u32 = size
        .split('x')
        .next()
        .and_then(|side| side.parse().ok())
        .expect("a size in the name");
    (side * factor, side * factor)
}
