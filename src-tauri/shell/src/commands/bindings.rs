//! The page's view of the program, written from the types behind the table. `cargo xtask bindings` sets SEALBOOK_WRITE_BINDINGS and
//! runs this test; without it the test fails when ui/src/bindings.ts is stale.

use std::path::Path;

use ts_rs::{Config, TS};

use super::TABLE;
use crate::{files, host, jobs, places, settings};
use sealbook_core::register::{FileRef, Pair};
use sealbook_core::vault::{passphrase, slots, VaultInfo};
use sealbook_core::{Error, words};

const HEAD: &str = "// Written by `cargo xtask bindings` from the Rust types; a test fails when it is stale. Do not edit.
";

/// One exported type with the comment it has in Rust.
fn declared<T: TS>(config: &Config) -> String {
    let docs = T::docs().unwrap_or_default();
    format!("{docs}export {}\n", T::decl(config))
}

macro_rules! declared {
    ($config:expr, $($ty:ty),* $(,)?) => { [$(declared::<$ty>($config)),*].concat() };
}

fn sections(config: &Config) -> Vec<(&'static str, String)> {
    use super::{app, vault};
    vec![
        ("errors and values", declared!(config, Error, Pair, FileRef) + VALUES),
        (
            "the application and its vault",
            declared!(
                config, words::Language, settings::Theme, host::Platform, app::Phase, app::VaultEntry, app::AppState,
                passphrase::Strength, places::Place, vault::NewVault, slots::Person, VaultInfo,
            ),
        ),
        ("files and jobs", declared!(config, files::FileToken, jobs::JobState)),
    ]
}

/// Values are read by the kind of their field.
const VALUES: &str = r#"export type Money = { amount: string, currency: string, };
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Pair | Money | FileRef[];
export type Values = Record<string, Json>;
"#;

fn bindings() -> String {
    let config = Config::new().with_large_int("number");
    let mut text = HEAD.to_owned();
    for (title, types) in sections(&config) {
        text.push_str(&format!("\n// {:-<64} {title}\n{types}", ""));
    }
    text.push_str(&format!("\n// {:-<64} the commands\nexport interface Commands {{\n", ""));
    for command in TABLE {
        let (doc, args, result) = (command.declare)(&config);
        if !doc.is_empty() {
            text.push_str(&format!("  /** {doc} */\n"));
        }
        let args = if args.contains(':') { args } else { "{}".to_owned() };
        text.push_str(&format!("  {}: {{ args: {args}; result: {result} }};\n", command.name));
    }
    text + "}\n"
}

#[test]
fn bindings_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bindings.ts");
    let fresh = bindings();
    if std::env::var_os("SEALBOOK_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert!(stands == fresh, "ui/src/bindings.ts is stale: run `cargo xtask bindings`");
}
