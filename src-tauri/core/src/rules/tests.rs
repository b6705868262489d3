//! What tests of the rules begin with: one day, an empty vault, the sample company.

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use crate::sample::{self, Size};
use crate::vault::{CreateOptions, Vault};

/// Morning of the day in Shanghai.
pub fn now() -> DateTime<Utc> {
    "2026-11-24T01:00:00Z".parse().unwrap()
}

/// The day.
pub fn today() -> NaiveDate {
    now().date_naive()
}

/// A vault with nothing in it, and the folder that goes with it.
pub fn empty() -> (TempDir, Vault) {
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

/// The sample company.
pub fn sample() -> (TempDir, Vault) {
    let (folder, mut vault) = empty();
    sample::fill(&mut vault, Size::Company, today(), now(), &mut |_, _, _| {
        Ok(())
    })
    .unwrap();
    (folder, vault)
}
