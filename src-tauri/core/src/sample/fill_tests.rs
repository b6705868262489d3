//! The sample company in a real vault.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Size, fill};
use crate::register::REGISTERS;
use crate::vault::{CreateOptions, Vault};

fn vault(folder: &std::path::Path) -> Vault {
    let (mut vault, recovery) = Vault::create(&CreateOptions {
        folder,
        company: "Meridian Components (China)",
        person: "Li Wei",
        passphrase: "sample company open to everyone",
        work_factor: Some(4),
        now: now(),
    })
    .unwrap();
    vault.confirm_recovery(&recovery).unwrap();
    vault
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_478_400, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn count(vault: &Vault, sql: &str) -> i64 {
    vault
        .connection()
        .query_row(sql, [], |row| row.get(0))
        .unwrap()
}

#[test]
fn the_company_passes_the_gate() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = vault(&folder.path().join("v"));
    let mut stages = Vec::new();
    fill(
        &mut vault,
        Size::Company,
        today(),
        now(),
        &mut |stage, done, total| {
            assert!(done <= total);
            stages.push(stage);
            Ok(())
        },
    )
    .unwrap();
    stages.dedup();
    assert_eq!(
        stages,
        [
            "sample_company",
            "sample_licenses",
            "sample_fapiao",
            "sample_use",
            "sample_evidence"
        ]
    );
    for register in REGISTERS {
        let rows = count(&vault, &format!("SELECT COUNT(*) FROM {}", register.key));
        assert!(rows > 0, "{} is empty", register.key);
    }
    assert_eq!(
        count(
            &vault,
            "SELECT COUNT(DISTINCT kind) FROM operation WHERE kind = 'sample'"
        ),
        1
    );
    assert!(count(&vault, "SELECT COUNT(*) FROM evidence") >= 40);
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn it_grows_to_as_many_licenses_as_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = vault(&folder.path().join("v"));
    fill(
        &mut vault,
        Size::Rows(1_500),
        today(),
        now(),
        &mut |_, _, _| Ok(()),
    )
    .unwrap();
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM license"), 1_500);
    assert!(count(&vault, "SELECT COUNT(*) FROM purchase") >= 1_500);
}

#[test]
fn a_stop_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = vault(&folder.path().join("v"));
    let mut stop = |stage: &'static str, _, _| {
        if stage == "sample_use" {
            Err(crate::Error::new("cancelled"))
        } else {
            Ok(())
        }
    };
    let stopped = fill(&mut vault, Size::Company, today(), now(), &mut stop);
    assert!(stopped.is_err_and(|error| error.is("cancelled")));
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM license"), 0);
}
