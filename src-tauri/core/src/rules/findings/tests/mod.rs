//! Findings by cases, and in the sample company.

mod acts;
mod cases;
mod sample;
mod walk;

use chrono::{DateTime, NaiveDate, Utc};

use crate::vault::{CreateOptions, Vault};

fn now() -> DateTime<Utc> {
    "2026-11-24T01:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A vault with nothing in it, and the folder that goes with it.
fn empty() -> (tempfile::TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, recovery) = Vault::create(&CreateOptions {
        folder: &folder.path().join("v"),
        company: "Meridian",
        person: "Li Wei",
        passphrase: "sample company open to everyone",
        work_factor: Some(4),
        now: now(),
    })
    .unwrap();
    vault.confirm_recovery(&recovery).unwrap();
    (folder, vault)
}
