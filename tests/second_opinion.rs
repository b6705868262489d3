//! Other programs judge what Sealbook wrote: `age`, an independent SQLCipher, openpyxl, LibreOffice.
//! Ignored by a plain `cargo test`, since they need the programs that `cargo xtask setup` installs.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{TimeZone, Utc};
use sealbook_core::sample::{self, Size};
use sealbook_core::vault::{CreateOptions, Vault};
use sealbook_core::words::WorkbookLanguages;
use sealbook_core::workbook::{self, ExportOptions, Seal, Target};
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
    let vault = Vault::open(
        &folder,
        sealbook_core::vault::Unlock::Passphrase(PASSPHRASE),
    )
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
