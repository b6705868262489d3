//! Many rows, worked out ahead of being written.

use super::*;
use crate::register::REGISTERS;
use crate::vault::left_out;

/// A license whose new end lies before the start it has: only the gate knows. The rows after it count on the product and the
/// vendor it would have made.
fn ledger(rows: usize) -> String {
    let mut text = String::from("License no,Software,Start date,End date,Seats,Supplier\n");
    text.push_str("L-1,Nova,,2026-01-01,10,Alpha\n");
    for number in 2..=rows {
        let product = if number % 5 == 0 { "Old" } else { "Nova" };
        text.push_str(&format!(
            "L-{number},{product},,2027-12-31,{number},Alpha\n"
        ));
    }
    text
}

fn counts(vault: &Vault) -> Vec<(&'static str, i64)> {
    let all = REGISTERS.iter();
    all.map(|register| (register.key, count(vault, register)))
        .collect()
}

/// Takes the ledger in after one license; what was said to be done, and what stands.
fn taken_in(journal: &str) -> (ImportResult, Vec<(&'static str, i64)>) {
    let (_folder, mut vault) = vault();
    let mode = format!("PRAGMA journal_mode = {journal}");
    let set: String = vault
        .connection()
        .query_row(&mode, [], |row| row.get(0))
        .unwrap();
    assert_eq!(set, journal);
    let first = "License no,Software,Start date,Seats\nL-1,Old,2026-06-01,5\n";
    import(&mut vault, "first.csv", first.as_bytes(), Some("license"));
    let before = counts(&vault);

    let mut draft = open(&vault, "l.csv", ledger(300).as_bytes(), Some("license"));
    let expected = preview(&mut draft, &vault).counts;
    assert_eq!((expected.create, expected.update), (299, 1));
    let result = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!((result.counts.create, result.counts.error), (299, 1));
    let left = left_out::of(vault.connection(), result.operation).unwrap();
    assert_eq!(left.rows, [2]);
    let after = counts(&vault);
    for ((register, was), (_, is)) in before.iter().zip(&after) {
        let mut said = result.registers.iter();
        let said = said.find(|counts| counts.register == *register);
        let kept_file = i64::from(*register == "evidence");
        let created = said.map_or(0, |counts| i64::from(counts.create));
        assert_eq!(is - was, created + kept_file, "{register}");
    }
    assert!(vault.verify_log().unwrap().ok);

    let undo = Operation::new("undo", now());
    vault.undo(result.operation, &undo).unwrap();
    assert_eq!(counts(&vault), before);
    (result, after)
}

#[test]
fn rows_count_on_what_a_refused_row_would_have_made() {
    let (beside, stands) = taken_in("wal");
    let of = |key: &str| stands.iter().find(|(register, _)| *register == key);
    assert_eq!(of("product"), Some(&("product", 2)));
    assert_eq!(of("vendor"), Some(&("vendor", 1)));
    assert_eq!(of("license"), Some(&("license", 300)));
    // where nothing can be read beside a writer, rows are worked out in between
    let (between, as_well) = taken_in("delete");
    assert_eq!(beside.registers, between.registers);
    assert_eq!(stands, as_well);
}

#[test]
fn an_import_that_is_stopped_while_it_writes_leaves_nothing() {
    let (_folder, mut vault) = vault();
    let mut draft = open(&vault, "l.csv", ledger(2000).as_bytes(), Some("license"));
    preview(&mut draft, &vault);
    let before = counts(&vault);
    let stopped = draft.apply(&mut vault, now(), &mut |done, _| done < 500);
    assert!(stopped.unwrap_err().is("cancelled"));
    assert_eq!(counts(&vault), before);
    let done = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(done.counts.create, 2000);
}

#[test]
fn a_row_sees_what_the_rows_before_it_change() {
    let (_folder, mut vault) = vault();
    let people = "姓名,邮箱,部门\n张伟,zw@m.example,IT\n";
    import(&mut vault, "p.csv", people.as_bytes(), Some("person"));
    let mut text = String::from("姓名,邮箱,部门\n");
    for _ in 0..100 {
        text.push_str("张伟,zw@m.example,财务\n");
    }
    let result = import(&mut vault, "q.csv", text.as_bytes(), Some("person"));
    assert_eq!((result.counts.update, result.counts.unchanged), (1, 99));
}
