#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Utc};

use super::*;
use crate::register::{Pair, Record, RowId, license, product, purchase, vendor};

fn now() -> DateTime<Utc> {
    "2026-11-24T01:00:00Z".parse().unwrap()
}

fn op(kind: &'static str) -> Operation {
    Operation::new(kind, now())
}

/// A vault in a folder of its own, ready for data, with its recovery key.
fn vault() -> (tempfile::TempDir, Vault, String) {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, recovery) = Vault::create(&options(&folder.path().join("v"))).unwrap();
    let refused = vault.write(&op("create"), |_| Ok(())).unwrap_err();
    assert!(
        refused.is("recovery_unconfirmed"),
        "nothing is taken in before the recovery key was typed back"
    );
    vault.confirm_recovery(&recovery.to_lowercase()).unwrap();
    (folder, vault, recovery)
}

fn options(folder: &Path) -> CreateOptions<'_> {
    CreateOptions {
        folder,
        company: "Meridian",
        person: "Li Wei",
        passphrase: "correct horse 电池",
        work_factor: Some(4),
        now: now(),
    }
}

fn add_license(vault: &mut Vault) -> (i64, Changes) {
    vault
        .write(&op("create"), |tx| {
            let product = tx.insert(
                &product::REGISTER,
                Record::new()
                    .with(product::NAME, Pair::both("办公软件", "Office suite"))
                    .with(product::PUBLISHER, "Kingsoft".to_owned()),
            )?;
            tx.insert(
                &license::REGISTER,
                Record::new().with(license::PRODUCT, RowId(product)),
            )
        })
        .unwrap()
}

#[test]
fn every_way_in_opens_and_every_wrong_one_is_named() {
    let (folder, vault, recovery) = vault();
    let place = folder.path().join("v");
    assert!(
        Vault::open(&place, Unlock::Passphrase("x"))
            .err()
            .unwrap()
            .is("vault_in_use")
    );
    vault.close().unwrap();
    for wrong in ["wrong", "correct horse"] {
        assert!(
            Vault::open(&place, Unlock::Passphrase(wrong))
                .err()
                .unwrap()
                .is("wrong_passphrase")
        );
    }
    assert!(
        Vault::open(&place, Unlock::Recovery("AGE-SECRET-KEY-1"))
            .err()
            .unwrap()
            .is("wrong_recovery_key")
    );
    let mut vault = Vault::open(&place, Unlock::Passphrase(" correct horse 电池")).unwrap();
    assert_eq!(vault.actor(), "Li Wei");
    vault
        .change_passphrase("correct horse 电池", "another one", Some(4))
        .unwrap();
    let device = vault.add_device().unwrap();
    vault.close().unwrap();
    assert!(
        Vault::open(&place, Unlock::Passphrase("correct horse 电池"))
            .err()
            .unwrap()
            .is("wrong_passphrase")
    );
    for way in [
        Unlock::Passphrase("another one"),
        Unlock::Recovery(&recovery),
        Unlock::Device(&device),
    ] {
        Vault::open(&place, way).unwrap().close().unwrap();
    }
}

/// What takes each migration after the first back, the last one first.
const BACK: [&str; 6] = [
    "DROP INDEX deployment_found_as; DROP INDEX usage_found_as; DROP INDEX product_merged_into; DROP TABLE ignored_name; \
     ALTER TABLE deployment DROP COLUMN found_as; ALTER TABLE deployment DROP COLUMN found_publisher; ALTER TABLE usage DROP COLUMN found_as; \
     ALTER TABLE usage DROP COLUMN found_publisher; ALTER TABLE usage DROP COLUMN version; ALTER TABLE product DROP COLUMN merged_into_id",
    "DROP INDEX assignment_held",
    "DROP INDEX purchase_base; ALTER TABLE purchase DROP COLUMN base_id; ALTER TABLE product DROP COLUMN core_minimum; \
     DROP TABLE adjustment",
    "DROP TABLE authorisation; DROP TABLE renewal; DROP TABLE task; DROP TABLE holiday; DROP TABLE reminder; DROP TABLE reminded; \
     ALTER TABLE contract ADD COLUMN auto_renew INTEGER; ALTER TABLE contract DROP COLUMN renewal; \
     ALTER TABLE contract RENAME COLUMN notice TO notice_days; ALTER TABLE contract DROP COLUMN notice_unit",
    "ALTER TABLE entity DROP COLUMN aliases; ALTER TABLE site DROP COLUMN aliases; ALTER TABLE vendor DROP COLUMN aliases; \
     ALTER TABLE custom_field DROP COLUMN operation",
    "DROP TABLE match_key; DROP TABLE left_out",
];

#[test]
fn a_vault_of_an_older_program_is_brought_up_to_date() {
    let (folder, vault, _) = vault();
    let place = folder.path().join("v");
    for back in BACK {
        vault.connection().execute_batch(back).unwrap();
    }
    let old = "INSERT INTO contract (uuid, created_at, changed_at, number, auto_renew, notice_days) \
        VALUES (x'00112233445566778899aabbccddeeff', '', '', 'MC-1', 1, 60); PRAGMA user_version = 1";
    vault.connection().execute_batch(old).unwrap();
    vault.close().unwrap();
    let mut manifest = Manifest::read(&place).unwrap();
    manifest.format = 1;
    manifest.write(&place).unwrap();
    let vault = Vault::open(&place, Unlock::Passphrase("correct horse 电池")).unwrap();
    assert_eq!(Manifest::read(&place).unwrap().format, FORMAT);
    assert!(matching::keys(vault.connection()).unwrap().is_empty());
    let contract = vault.connection().query_row(
        "SELECT renewal, notice, notice_unit FROM contract",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    );
    assert_eq!(
        contract,
        Ok(("tacit".to_owned(), 60, "days".to_owned())),
        "what a contract said stays said"
    );
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn a_newer_or_damaged_vault_is_refused_and_left_as_it_is() {
    let (folder, vault, _) = vault();
    let place = folder.path().join("v");
    vault.close().unwrap();
    let toml = std::fs::read_to_string(place.join("vault.toml")).unwrap();
    std::fs::write(
        place.join("vault.toml"),
        toml.replace(&format!("format = {FORMAT}"), "format = 99"),
    )
    .unwrap();
    assert!(
        Vault::open(&place, Unlock::Passphrase("x"))
            .err()
            .unwrap()
            .is("vault_newer")
    );
    std::fs::write(place.join("vault.toml"), toml).unwrap();
    let mut store = std::fs::read(place.join("store.db")).unwrap();
    assert_ne!(&store[..15], b"SQLite format 3", "the file shows nothing");
    store[100] ^= 1;
    std::fs::write(place.join("store.db"), &store).unwrap();
    let error = Vault::open(&place, Unlock::Passphrase("correct horse 电池"))
        .err()
        .unwrap();
    assert!(error.is("vault_damaged"), "{error}");
    assert_eq!(
        std::fs::read(place.join("store.db")).unwrap(),
        store,
        "a damaged file is not touched"
    );
    assert!(
        Vault::open(folder.path(), Unlock::Passphrase("x"))
            .err()
            .unwrap()
            .is("not_a_vault")
    );
}

#[test]
fn a_change_is_logged_and_can_be_taken_back() {
    let (_folder, mut vault, _) = vault();
    let (id, created) = add_license(&mut vault);
    let line = Record::new()
        .with(purchase::LICENSE, RowId(id))
        .with(purchase::EFFECT, "add".to_owned())
        .with(purchase::QUANTITY, 120);
    let (line, _) = vault
        .write(&op("create"), |tx| tx.insert(&purchase::REGISTER, line))
        .unwrap();
    let change = Record::new().with(purchase::QUANTITY, 150);
    let (changed, edit) = vault
        .write(&op("edit"), |tx| {
            tx.update(&purchase::REGISTER, line, change.clone())
        })
        .unwrap();
    assert!(changed);
    let (changed, none) = vault
        .write(&op("edit"), |tx| {
            tx.update(&purchase::REGISTER, line, change)
        })
        .unwrap();
    assert!(
        !changed && none.registers.is_empty(),
        "the same value again is no change"
    );
    let refused = vault.undo(created.operation, &op("undo")).unwrap_err();
    assert!(
        refused.is("in_use"),
        "a license with lines cannot be unmade: {refused}"
    );
    vault.undo(edit.operation, &op("undo")).unwrap();
    let record = crate::ledger::record(vault.connection(), &purchase::REGISTER, line).unwrap();
    assert_eq!(record.get(purchase::QUANTITY), Some(120));
    assert!(
        vault
            .undo(edit.operation, &op("undo"))
            .unwrap_err()
            .is("undo_done")
    );
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn a_deleted_record_comes_back_under_its_own_number() {
    let (_folder, mut vault, _) = vault();
    let (id, _) = add_license(&mut vault);
    let uuid = uuid_of(vault.connection(), &license::REGISTER, id).unwrap();
    let ((), gone) = vault
        .write(&op("delete"), |tx| tx.delete(&license::REGISTER, id))
        .unwrap();
    vault.undo(gone.operation, &op("undo")).unwrap();
    let id = row_of(vault.connection(), &license::REGISTER, &uuid)
        .unwrap()
        .unwrap();
    let record = crate::ledger::record(vault.connection(), &license::REGISTER, id).unwrap();
    assert_eq!(record.get(license::CODE).as_deref(), Some("LIC-0001"));
    let (next, _) = add_license(&mut vault);
    let record = crate::ledger::record(vault.connection(), &license::REGISTER, next).unwrap();
    assert_eq!(
        record.get(license::CODE).as_deref(),
        Some("LIC-0002"),
        "codes are never reused"
    );
}

#[test]
fn a_rewritten_log_is_found() {
    let (_folder, mut vault, _) = vault();
    add_license(&mut vault);
    add_license(&mut vault);
    let tampering = [
        "UPDATE log_value SET after = replace(after, 'Office', 'Offics') WHERE seq = 1",
        "UPDATE operation SET actor = 'Someone' WHERE id = 1",
        "UPDATE log SET register = 'vendor' WHERE seq = 2",
        "UPDATE log SET record = zeroblob(16) WHERE seq = 2",
        "DELETE FROM log WHERE seq = 2",
    ];
    for statement in tampering {
        vault
            .connection
            .execute_batch("PRAGMA foreign_keys = OFF; BEGIN")
            .unwrap();
        vault.connection.execute_batch(statement).unwrap();
        assert!(!vault.verify_log().unwrap().ok, "not found: {statement}");
        vault.connection.execute_batch("ROLLBACK").unwrap();
    }
    let verdict = vault.verify_log().unwrap();
    assert!(verdict.ok && verdict.entries == 4);
}

#[test]
fn one_bad_row_is_taken_back_alone() {
    let (_folder, mut vault, _) = vault();
    let named = |name: &str| Record::new().with(vendor::NAME, Pair::plain(name));
    vault
        .write(&op("import"), |tx| {
            tx.savepoint(|tx| tx.insert(&vendor::REGISTER, named("Good")))?;
            let bad = tx.savepoint(|tx| {
                tx.insert(&vendor::REGISTER, named("Half"))?;
                tx.insert(&vendor::REGISTER, Record::new())
            });
            assert_eq!(bad.unwrap_err().field.as_deref(), Some("name"));
            tx.savepoint(|tx| tx.insert(&vendor::REGISTER, named("Also good")))
        })
        .unwrap();
    let names: i64 = vault
        .connection()
        .query_row("SELECT COUNT(*) FROM vendor", [], |row| row.get(0))
        .unwrap();
    assert_eq!(names, 2);
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn evidence_comes_back_as_it_was_or_not_at_all() {
    let (folder, vault, _) = vault();
    drop(vault.keep_file("发票.pdf", &b"%PDF"[..], now()).unwrap());
    assert_eq!(
        evidence::count(&folder.path().join("v")).unwrap(),
        0,
        "what no record came to name is taken out again"
    );
    let file = vault
        .keep_file("C:\\Temp\\发票.pdf", &b"%PDF"[..], now())
        .unwrap();
    let kept = file.reference();
    file.stay();
    assert_eq!(kept.name, "发票.pdf");
    assert_eq!(vault.read_file(&kept).unwrap(), b"%PDF");
    let shelf = folder
        .path()
        .join("v/evidence")
        .join(&kept.id[kept.id.len() - 2..])
        .join(format!("{}.age", kept.id));
    let sealed = std::fs::read(&shelf).unwrap();
    for at in [0, sealed.len() / 2, sealed.len() - 1] {
        let mut other = sealed.clone();
        other[at] ^= 1;
        std::fs::write(&shelf, other).unwrap();
        assert!(vault.read_file(&kept).unwrap_err().is("evidence_damaged"));
        std::fs::write(&shelf, &sealed[..at]).unwrap();
        assert!(vault.read_file(&kept).unwrap_err().is("evidence_damaged"));
    }
    std::fs::remove_file(&shelf).unwrap();
    assert!(vault.read_file(&kept).unwrap_err().is("evidence_missing"));
    // what is there and cannot be read says nothing of damage
    std::fs::create_dir(&shelf).unwrap();
    let refused = vault.read_file(&kept).unwrap_err();
    assert!(refused.is("evidence_unreadable"), "{refused}");
}

#[test]
fn every_table_is_as_its_register_says() {
    let (_folder, vault, _) = vault();
    for register in crate::register::REGISTERS {
        let mut statement = vault
            .connection()
            .prepare("SELECT name, type FROM pragma_table_info(?1)")
            .unwrap();
        let stored: std::collections::BTreeSet<(String, String)> = statement
            .query_map([register.key], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(|row| row.unwrap())
            .collect();
        let first_word = |text: &str| text.split(' ').next().unwrap().to_owned();
        let system = schema::SYSTEM_COLUMNS
            .iter()
            .map(|(name, sql)| ((*name).to_owned(), first_word(sql)));
        let fields = register
            .fields()
            .flat_map(schema::columns)
            .map(|(name, sql)| (name, first_word(&sql)));
        assert_eq!(
            stored,
            system.chain(fields).collect(),
            "table {}",
            register.key
        );
    }
}

#[test]
fn a_long_read_gives_up_when_it_is_told_to() {
    let (_folder, vault, _) = vault();
    let stop = Arc::new(AtomicBool::default());
    let reader = vault.reader().unwrap().until(Arc::clone(&stop)).unwrap();
    let count = |most: u32| {
        let sql = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most}) SELECT COUNT(*) FROM n"
        );
        let read = reader
            .connection()
            .query_row(&sql, [], |row| row.get::<_, u32>(0));
        read.map_err(Error::from)
    };
    assert_eq!(count(100_000), Ok(100_000));
    stop.store(true, Ordering::Relaxed);
    assert!(count(u32::MAX).unwrap_err().is("cancelled"));
}
