//! Whole ways through the commands, as the page takes them.

use std::sync::atomic::Ordering::SeqCst;

use serde_json::{Value as Json, json};

use super::{Desk, PASSPHRASE, query};
use crate::held;

#[test]
fn from_the_first_start_to_the_second_unlock() {
    let desk = Desk::new();
    assert_eq!(desk.ok("app_state", json!({}))["phase"], "first_run");
    let key = desk.create();
    assert_eq!(
        desk.ok("app_state", json!({}))["phase"],
        "first_run",
        "not before the key was typed back"
    );
    assert!(
        desk.refused(
            "save",
            json!({ "register": "site", "id": null, "values": {}, "reason": null })
        )
        .is("locked")
    );
    assert!(
        desk.refused(
            "vault_confirm",
            json!({ "recovery_key": "AGE-SECRET-KEY-1" })
        )
        .is("wrong_recovery_key")
    );
    let typed = key.to_lowercase().replace('-', " - ");
    let state = desk.ok("vault_confirm", json!({ "recovery_key": typed }));
    assert_eq!(
        (&state["phase"], &state["actor"], &state["today"]),
        (&json!("open"), &json!("Li Wei"), &json!("2026-06-30"))
    );

    let product = desk.save(
        "product",
        Json::Null,
        json!({ "name": { "zh": "办公套件", "en": "Office suite" } }),
    );
    desk.save(
        "product",
        json!(product),
        json!({ "publisher": "Kingsoft" }),
    );
    assert_eq!(desk.total("product", json!("办公")), 1);
    let history = json!({ "register": "product", "id": product, "actor": null, "kind": null, "from": null, "to": null, "text": null, "before": null, "limit": 10 });
    assert_eq!(
        desk.ok("history", json!({ "query": history }))["operations"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    desk.ok("undo", json!({ "operation": null }));
    assert_eq!(
        desk.ok("get", json!({ "register": "product", "id": product }))["values"]["publisher"],
        Json::Null
    );
    desk.save(
        "entity",
        Json::Null,
        json!({ "name": { "zh": "红隼精密", "en": "Kestrel Precision" } }),
    );
    assert_eq!(
        desk.ok("app_state", json!({}))["company"]["en"],
        "Kestrel Precision"
    );

    assert_eq!(desk.ok("vault_lock", json!({}))["phase"], "locked");
    for _ in 0..4 {
        assert!(
            desk.refused("vault_unlock", json!({ "passphrase": "wrong" }))
                .is("wrong_passphrase")
        );
    }
    assert_eq!(
        desk.ok("vault_unlock", json!({ "passphrase": PASSPHRASE }))["phase"],
        "open"
    );
    assert_eq!(desk.ok("verify_log", json!({}))["ok"], true);
    desk.ok(
        "passphrase_change",
        json!({ "old": PASSPHRASE, "new": "another-one-entirely" }),
    );
    desk.ok("vault_lock", json!({}));
    assert!(
        desk.refused("vault_unlock", json!({ "passphrase": PASSPHRASE }))
            .is("wrong_passphrase")
    );
    desk.ok(
        "vault_recover",
        json!({ "recovery_key": key, "passphrase": PASSPHRASE }),
    );
    assert_eq!(desk.total("product", Json::Null), 1);
}

#[test]
fn a_recovery_key_is_replaced_once_the_new_one_was_typed_back() {
    let desk = Desk::new();
    let old = desk.create();
    desk.ok("vault_confirm", json!({ "recovery_key": old }));
    assert!(
        desk.refused("recovery_offer", json!({ "passphrase": "not hers" }))
            .is("wrong_passphrase")
    );
    let sheet = desk.ok("recovery_offer", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(sheet["company"], "Kestrel");
    let new = sheet["recovery_key"].as_str().unwrap().to_owned();
    held(&desk.host.0).push(desk.home.path().to_owned());
    assert_eq!(desk.ok("recovery_save", json!({})), json!(true));
    assert!(
        desk.refused("recovery_replace", json!({ "recovery_key": old }))
            .is("wrong_recovery_key")
    );
    desk.ok(
        "recovery_replace",
        json!({ "recovery_key": new.to_lowercase() }),
    );
    desk.ok("vault_lock", json!({}));
    let with = |key: &str| json!({ "recovery_key": key, "passphrase": PASSPHRASE });
    assert!(
        desk.refused("vault_recover", with(&old))
            .is("wrong_recovery_key")
    );
    desk.ok("vault_recover", with(&new));
    assert!(
        desk.refused("recovery_replace", json!({ "recovery_key": new }))
            .is("no_pending_vault"),
        "what was offered is forgotten"
    );
}

#[test]
fn an_open_vault_locks_when_nobody_is_there_unless_she_chose_otherwise() {
    let desk = Desk::open();
    let minds = |on: bool| {
        desk.ok("set_preference", json!({ "lock_away": on }));
        desk.session.locks_when_left()
    };
    assert!(desk.session.locks_when_left(), "unasked");
    assert!(!minds(false));
    assert!(minds(true));
    super::super::lock_up(&desk.session).unwrap();
    assert!(desk.refused("overview", json!({})).is("locked"));
    assert!(!desk.session.locks_when_left());
}

#[test]
fn a_vault_given_up_leaves_nothing() {
    let desk = Desk::new();
    desk.create();
    held(&desk.host.0).push(desk.home.path().to_owned());
    assert_eq!(desk.ok("recovery_save", json!({})), json!(true));
    desk.ok("vault_cancel", json!({}));
    let vaults = std::fs::read_dir(desk.home.path().join("data/vaults")).unwrap();
    assert_eq!(vaults.count(), 0);
    assert!(
        desk.refused("vault_confirm", json!({ "recovery_key": "x" }))
            .is("no_pending_vault")
    );
}

#[test]
fn evidence_comes_in_is_looked_at_and_goes_out() {
    let desk = Desk::open();
    let site = desk.save(
        "site",
        Json::Null,
        json!({ "name": { "zh": "苏州工厂", "en": "Suzhou plant" } }),
    );
    let token = desk
        .session
        .upload("现场照片.png", b"\x89PNG\r\n\x1a\n....")
        .unwrap()
        .token;
    let evidence = desk.ok(
        "attach",
        json!({ "register": "site", "id": site, "token": token }),
    )["id"]
        .clone();
    let again = desk
        .session
        .upload("v2.png", b"\x89PNG\r\n\x1a\n2")
        .unwrap()
        .token;
    desk.ok(
        "attach",
        json!({ "register": "evidence", "id": evidence, "token": again }),
    );
    let record = desk.ok("get", json!({ "register": "evidence", "id": evidence }));
    let files = record["values"]["files"].as_array().unwrap();
    assert_eq!((files.len(), &files[1]["version"]), (2, &json!(2)));
    assert_eq!(record["title"]["zh"], "现场照片");
    let shown = desk.ok(
        "evidence_preview",
        json!({ "id": evidence, "file": files[0]["id"] }),
    );
    assert_eq!(
        (&shown["mime"], shown["data"].is_string()),
        (&json!("image/png"), true)
    );
    held(&desk.host.0).push(desk.home.path().to_owned());
    desk.ok(
        "evidence_export",
        json!({ "id": evidence, "file": files[1]["id"] }),
    );
    assert_eq!(
        std::fs::read(desk.home.path().join("v2.png")).unwrap(),
        b"\x89PNG\r\n\x1a\n2"
    );
}

#[test]
fn a_ledger_comes_in_is_corrected_and_goes_out_as_a_workbook() {
    let desk = Desk::open();
    let csv = "软件名称,授权数量,到期日期\nVim,3,2027-01-31\nEmacs,many,2027-02-28\n";
    let token = desk
        .session
        .upload("台账.csv", csv.as_bytes())
        .unwrap()
        .token;
    let opening = desk.ok(
        "import_open",
        json!({ "token": token, "target": "license_ledger" }),
    );
    let draft = desk.finish(&opening)["draft"].clone();
    let preview = desk.finish(&desk.ok("import_preview", json!({ "draft": draft })));
    assert_eq!(
        (&preview["counts"]["create"], &preview["counts"]["error"]),
        (&json!(1), &json!(1))
    );
    let row = desk.ok(
        "import_correct",
        json!({ "draft": draft, "cell": { "row": 3, "column": 1, "text": "12", "alike": false } }),
    );
    assert_eq!(row["cells"][1]["error"], Json::Null);
    let preview = desk.finish(&desk.ok("import_preview", json!({ "draft": draft })));
    assert_eq!(preview["counts"]["error"], 0);
    let result = desk.finish(&desk.ok("import_apply", json!({ "draft": draft })));
    assert_eq!(result["counts"]["create"], 2);
    assert_eq!(desk.total("license", Json::Null), 2);

    held(&desk.host.0).push(desk.home.path().to_owned());
    let options = json!({ "languages": "zh_en", "as_of": "2026-06-30", "entities": [], "sites": [], "prepared_by": "Li Wei" });
    let job = desk.ok("export_position", json!({ "options": options }));
    let made = desk.finish(&job);
    assert_eq!(made["signed"], true);
    assert!(
        desk.home
            .path()
            .join(made["name"].as_str().unwrap())
            .is_file()
    );
    desk.ok("reveal", json!({ "job": job }));
    assert_eq!(
        desk.ok("export_position", json!({ "options": options })),
        Json::Null,
        "cancelled"
    );

    desk.ok("undo", json!({ "operation": result["operation"] }));
    assert_eq!(desk.total("license", Json::Null), 0);
}

#[test]
fn settings_views_and_fields_of_her_own_stay() {
    let desk = Desk::open();
    let state = desk.ok(
        "set_preference",
        json!({ "language": "zh-CN", "idle_minutes": 10 }),
    );
    assert_eq!(
        (&state["language"], &state["idle_minutes"]),
        (&json!("zh-CN"), &json!(10))
    );
    assert!(
        desk.refused("set_preference", json!({ "idle_minutes": 0 }))
            .is("bad_arguments")
    );
    let own = json!({ "register": "vendor", "key": null, "kind": "text", "choices": [], "zh": "评级", "en": "Rating", "it": "Valutazione" });
    let schema = desk.ok("custom_field_save", own);
    assert!(schema.to_string().contains("custom.own_1"));
    let vendor = desk.save(
        "vendor",
        Json::Null,
        json!({ "name": { "zh": null, "en": "Kestrel" }, "custom.own_1": "A" }),
    );
    assert_eq!(
        desk.ok("get", json!({ "register": "vendor", "id": vendor }))["values"]["custom.own_1"],
        "A"
    );
    let view = json!({ "id": null, "register": "vendor", "name": "Mine", "query": query("vendor", Json::Null), "columns": ["name"] });
    let id = desk.ok("view_save", view)["id"].clone();
    assert_eq!(
        desk.ok("views", json!({ "register": "vendor" }))
            .as_array()
            .unwrap()
            .len(),
        1
    );
    desk.ok("view_remove", json!({ "id": id }));
    desk.ok(
        "custom_field_remove",
        json!({ "register": "vendor", "key": "custom.own_1" }),
    );
}

#[test]
fn a_change_stops_the_rows_being_worked_out_and_nothing_of_them_is_taken() {
    let desk = Desk::open();
    let csv = "软件名称,授权数量\nVim,3\nEmacs,many\n";
    let token = desk.session.upload("a.csv", csv).unwrap().token;
    let opening = desk.ok("import_open", json!({ "token": token, "target": null }));
    let draft = desk.finish(&opening)["draft"].clone();
    desk.finish(&desk.ok("import_preview", json!({ "draft": draft })));
    let number = draft.as_u64().and_then(|number| number.try_into().ok());
    let shared = desk.session.drafts.get(number.unwrap()).unwrap();
    let reader = desk.session.vault(|vault| vault.reader()).unwrap();
    let stopped = std::thread::scope(|scope| {
        let before = shared.turn.load(SeqCst);
        let mut begun = false;
        shared.preview(&reader, &mut |_, _| {
            if !std::mem::replace(&mut begun, true) {
                scope.spawn(|| drop(shared.change()));
            }
            while shared.turn.load(SeqCst) == before {
                std::thread::yield_now();
            }
            true
        })
    });
    assert!(stopped.unwrap_err().is("cancelled"));
    let cell = json!({ "row": 3, "column": 1, "text": "12", "alike": false });
    desk.ok("import_correct", json!({ "draft": draft, "cell": cell }));
    let preview = desk.finish(&desk.ok("import_preview", json!({ "draft": draft })));
    assert_eq!(preview["counts"]["error"], 0, "and the next look is whole");
}
