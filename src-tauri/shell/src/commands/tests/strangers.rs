//! What is refused: everything while locked, and arguments of any other form than the table's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sealbook_core::Result;
use serde_json::json;

use super::super::{TABLE, When, dispatch, lock_up};
use super::{Desk, PASSPHRASE};
use crate::Session;
use crate::host::{FileKind, Host};

#[test]
fn only_these_commands_run_while_locked() {
    let always: Vec<&str> = TABLE
        .iter()
        .filter(|command| command.when == When::Always)
        .map(|command| command.name)
        .collect();
    assert_eq!(
        always,
        [
            "app_state",
            "set_preference",
            "passphrase_strength",
            "passphrase_suggest",
            "place_default",
            "place_pick",
            "vault_create",
            "recovery_save",
            "vault_confirm",
            "vault_cancel",
            "vault_pick",
            "vault_select",
            "vault_unlock",
            "vault_recover",
            "vault_lock",
            "quit",
            "vault_unlock_keychain",
            "sample_open",
            "job",
            "job_cancel",
        ]
    );
    let desk = Desk::open();
    desk.ok("vault_lock", json!({}));
    for command in TABLE.iter().filter(|command| command.when == When::Open) {
        assert!(
            desk.refused(command.name, json!({})).is("locked"),
            "{}",
            command.name
        );
    }
    assert!(desk.session.upload("x.csv", "a").unwrap_err().is("locked"));
}

#[test]
fn strangers_arguments_are_refused_and_never_panic() {
    let desk = Desk::open();
    let odd = [
        json!(null),
        json!([]),
        json!(7),
        json!({ "surplus": 1 }),
        json!({ "register": [], "handle": -1, "id": "x" }),
    ];
    for command in TABLE {
        for args in &odd {
            let error = desk.refused(command.name, args.clone());
            assert!(
                error.is("bad_arguments"),
                "{} with {args}: {error}",
                command.name
            );
        }
    }
    assert!(
        desk.refused("vault_open_everything", json!({}))
            .is("unknown_command")
    );
    let huge = json!({ "handle": 1, "offset": u64::MAX, "limit": u64::MAX, "fields": [] });
    assert!(desk.refused("page", huge).is("list_gone"));
}

/// A dialog that stands open while the vault is locked, and is answered then.
struct Late(Arc<Session>, PathBuf);

impl Host for Late {
    fn pick_open(&self, _: &FileKind) -> Option<PathBuf> {
        lock_up(&self.0).unwrap();
        Some(self.1.clone())
    }
    fn pick_save(&self, _: &str, kind: &FileKind) -> Option<PathBuf> {
        self.pick_open(kind)
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_is_picked_or_written_after_the_vault_was_locked() {
    let desk = Desk::open();
    let file = desk.home.path().join("list.csv");
    std::fs::write(&file, "name\n").unwrap();
    let late = |name: &str, args| {
        let host = Late(Arc::clone(&desk.session), file.clone());
        let refused = dispatch(&desk.session, &host, name, args).unwrap_err();
        assert!(refused.is("locked"), "{name}: {refused}");
        desk.ok("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    };
    late("pick_file", json!({ "purpose": "import" }));
    assert!(desk.session.files.take(1).is_err());

    let site = desk.save(
        "site",
        json!(null),
        json!({ "name": { "zh": "上海", "en": "" } }),
    );
    let token = desk.session.upload("a.txt", "kept").unwrap().token;
    let about = json!({ "register": "site", "id": site, "token": token });
    let evidence = desk.ok("attach", about)["id"].clone();
    let record = desk.ok("get", json!({ "register": "evidence", "id": evidence }));
    let kept = &record["values"]["files"][0]["id"];
    late("evidence_export", json!({ "id": evidence, "file": kept }));
    assert_eq!(
        std::fs::read(&file).unwrap(),
        b"name\n",
        "the plain copy was not written"
    );
}
