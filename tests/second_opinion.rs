//! Other programs judge what Sealbook wrote: `age`, an independent SQLCipher, openpyxl, LibreOffice.
//! Ignored by a plain `cargo test`, since they need the programs that `cargo xtask setup` installs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{TimeZone, Utc};
use sealbook_core::register::{Record, contract};
use sealbook_core::rules::deadline;
use sealbook_core::sample::{self, Size};
use sealbook_core::vault::{CreateOptions, Operation, Thresholds, Vault};
use sealbook_core::words::WorkbookLanguages;
use sealbook_core::workbook::worklist::Recipient;
use sealbook_core::workbook::{self, ExportOptions, Seal, Target, calendar};
use sealbook_tests::run;
use tempfile::TempDir;

const PASSPHRASE: &str = "copper lantern drift meadow orbit";

/// The sample company in a vault, closed, with its recovery key.
fn sample_vault(home: &TempDir) -> (PathBuf, String) {
    let folder = home.path().join("Sample.sealbook");
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap();
    let (mut vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &folder,
        company: "美瑞迪零部件（中国）有限公司",
        person: "李伟",
        passphrase: PASSPHRASE,
        work_factor: Some(10),
        now,
    })
    .unwrap();
    vault.confirm_recovery(&recovery_key).unwrap();
    sample::fill(
        &mut vault,
        Size::Company,
        now.date_naive(),
        now,
        &mut |_, _, _| Ok(()),
    )
    .unwrap();
    assert!(vault.verify_log().unwrap().ok);
    vault.close().unwrap();
    (folder, recovery_key)
}

/// Runs a script of tests/second and answers with what it printed.
fn ask(script: &str, words: &[&str]) -> String {
    run(&format!("second/{script}"), words)
}

#[test]
#[ignore = "needs age and an independent SQLCipher: cargo xtask test"]
fn second_opinion_on_the_vault() {
    let home = TempDir::new().unwrap();
    let (folder, recovery_key) = sample_vault(&home);
    let place = folder.to_str().unwrap();
    let said = ask("open_vault.py", &[place, &recovery_key, PASSPHRASE]);
    assert!(said.starts_with("opened:"), "{said}");
}

#[test]
#[ignore = "needs age and an independent SQLCipher: cargo xtask test"]
fn second_opinion_on_the_change_log() {
    let home = TempDir::new().unwrap();
    let (folder, recovery_key) = sample_vault(&home);
    let mut vault = Vault::open(
        &folder,
        sealbook_core::vault::Unlock::Passphrase(PASSPHRASE),
    )
    .unwrap();
    // what is set for the whole vault is in the chain too
    let thresholds = Thresholds {
        dormant_days: 60,
        ..Thresholds::DEFAULT
    };
    let set = Operation::new(
        "settings",
        Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap(),
    );
    vault
        .write(&set, |tx| {
            tx.set_thresholds(thresholds)?;
            tx.set_reminders("contract_notice", None, &[14])
        })
        .unwrap();
    let verdict = vault.verify_log().unwrap();
    vault.close().unwrap();
    let said = ask("verify_log.py", &[folder.to_str().unwrap(), &recovery_key]);
    assert_eq!(
        said.trim(),
        format!("ok {} {}", verdict.entries, verdict.head)
    );
}

#[test]
#[ignore = "needs icalendar: cargo xtask test"]
fn second_opinion_on_the_calendar_file() {
    let home = TempDir::new().unwrap();
    let (folder, _) = sample_vault(&home);
    let mut vault = Vault::open(
        &folder,
        sealbook_core::vault::Unlock::Passphrase(PASSPHRASE),
    )
    .unwrap();
    let path = home.path().join("dates.ics");
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap();
    let written = |vault: &Vault, languages| {
        let target = Target { now, path: &path };
        let (conn, today) = (vault.connection(), now.date_naive());
        calendar::export(conn, today, &Recipient::All, languages, target).unwrap();
        let said = ask("read_calendar.py", &[path.to_str().unwrap()]);
        serde_json::from_str::<Vec<serde_json::Value>>(&said).unwrap()
    };
    let entries = written(&vault, WorkbookLanguages::ZhEn);
    let mut dates = deadline::read(vault.connection(), now.date_naive(), None).unwrap();
    dates.retain(|date| !date.settled() && date.days(now.date_naive()) >= -90);
    assert_eq!(entries.len(), dates.len());
    for (entry, date) in entries.iter().zip(&dates) {
        assert_eq!(entry["day"], date.day.to_string());
        assert_eq!(entry["alarms"], serde_json::json!([-2151, -711, -159, 9]));
        let uid = entry["uid"].as_str().unwrap();
        assert!(uid.starts_with(&date.uuid.to_string()), "{uid}");
        let text = entry["description"].as_str().unwrap();
        assert!(text.contains("记录") || text.contains("合同"), "{text}");
        assert!(text.contains("record") || text.contains("paper"), "{text}");
    }
    let uids: BTreeSet<&str> = entries
        .iter()
        .map(|one| one["uid"].as_str().unwrap())
        .collect();
    assert_eq!(uids.len(), entries.len(), "no two entries are one");

    // a contract that ends later moves its entries and says that they changed
    let moved = dates
        .iter()
        .find(|date| date.kind.key == "contract_notice")
        .unwrap();
    let later = moved.ends.checked_add_days(chrono::Days::new(10)).unwrap();
    let change = Record::new().with(contract::ENDS, later);
    vault
        .write(&Operation::new("edit", now), |tx| {
            tx.update(&contract::REGISTER, moved.id, change)
        })
        .unwrap();
    let of = |entries: &[serde_json::Value]| {
        let uid = format!("{}-contract-notice@sealbook", moved.uuid);
        entries
            .iter()
            .find(|one| one["uid"] == uid.as_str())
            .cloned()
            .unwrap()
    };
    let again = of(&written(&vault, WorkbookLanguages::It));
    let before = of(&entries);
    assert_ne!(again["day"], before["day"]);
    assert_eq!(
        again["sequence"].as_i64(),
        before["sequence"].as_i64().map(|one| one + 1)
    );
    vault.close().unwrap();
}

#[test]
#[ignore = "needs openpyxl, LibreOffice, minisign: cargo xtask test"]
fn second_opinion_on_the_workbook() {
    let home = TempDir::new().unwrap();
    let (folder, _) = sample_vault(&home);
    let vault = Vault::open(
        &folder,
        sealbook_core::vault::Unlock::Passphrase(PASSPHRASE),
    )
    .unwrap();
    for languages in [
        WorkbookLanguages::ZhEn,
        WorkbookLanguages::ZhIt,
        WorkbookLanguages::En,
    ] {
        let file = home.path().join(format!("position-{languages:?}.xlsx"));
        export(&vault, languages, &file);
        let sheets = ask("open_workbook.py", &[file.to_str().unwrap()]);
        assert!(sheets.lines().count() >= 5, "{sheets}");
        signature_holds(&vault, &file);
    }
    let file = home.path().join("position-ZhEn.xlsx");
    let printed = ask(
        "render.sh",
        &[file.to_str().unwrap(), home.path().to_str().unwrap()],
    );
    assert!(printed.starts_with("Pages:"), "{printed}");
    assert!(
        !printed.contains("###") && !printed.contains("#REF"),
        "{printed}"
    );
}

fn export(vault: &Vault, languages: WorkbookLanguages, file: &Path) {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 3, 0, 0).unwrap();
    let options = ExportOptions {
        languages,
        as_of: now.date_naive(),
        entities: vec![],
        sites: vec![],
        prepared_by: "李伟".into(),
    };
    let sign = |bytes: &[u8]| vault.sign(bytes, "position");
    let seal = Seal {
        vault: vault.id().to_owned(),
        key: vault.signing_key().unwrap(),
        sign: &sign,
    };
    let target = Target { now, path: file };
    workbook::position::export(
        vault.connection(),
        &options,
        None,
        target,
        Some(&seal),
        &mut |_, _| true,
    )
    .unwrap();
}

fn signature_holds(vault: &Vault, file: &Path) {
    let key = vault.signing_key().unwrap();
    let output = Command::new("minisign")
        .args(["-V", "-P", &key, "-m"])
        .arg(file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
