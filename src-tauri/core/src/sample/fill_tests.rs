//! The sample company in a real vault.

use super::{Size, fill};
use crate::register::REGISTERS;
use crate::rules::tests::{empty, now, today};
use crate::vault::Vault;

fn count(vault: &Vault, sql: &str) -> i64 {
    vault
        .connection()
        .query_row(sql, [], |row| row.get(0))
        .unwrap()
}

#[test]
fn the_company_passes_the_gate() {
    let (_folder, mut vault) = empty();
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
    let (_folder, mut vault) = empty();
    fill(
        &mut vault,
        Size::Rows(1_500),
        today(),
        now(),
        &mut |_, _, _| Ok(()),
    )
    .unwrap();
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM license"), 1_500);
    for (what, least) in GROWN {
        let rows = count(&vault, &format!("SELECT COUNT(*) FROM {what}"));
        assert!(rows >= least, "{rows} {what}");
    }
    assert_eq!(
        count(
            &vault,
            "SELECT COUNT(*) - COUNT(DISTINCT email) FROM person"
        ),
        0,
        "an address is given once"
    );
    assert!(count(&vault, "SELECT COUNT(*) FROM purchase") >= 1_500);
}

/// What 1 280 licenses more bring with them, beside what the company of 220 has.
const GROWN: [(&str, i64); 5] = [
    ("person", 480 + 60),
    ("device JOIN person ON person.id = device.user_id", 365 + 30),
    ("device WHERE host_id IS NOT NULL", 41 + 2),
    ("assignment", 1_261 + 250),
    ("deployment", 2_233 + 250),
];

#[test]
fn a_stop_leaves_nothing_behind() {
    let (_folder, mut vault) = empty();
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
