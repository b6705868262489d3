//! A decision, what follows from it, and taking it back.

use super::super::decision::{self, Decision, proposed};
use super::super::{Deadline, read};
use crate::Result;
use crate::ledger;
use crate::register::{
    AnyLinks, Money, Pair, Record, RowId, contract, license, purchase, register, task,
};
use crate::rules::tests::{now, sample, today};
use crate::vault::{Changes, Operation, Vault};
use chrono::NaiveDate;

fn decide(vault: &mut Vault, deadline: &Deadline, made: &Decision) -> Result<Changes> {
    let operation = Operation::new("decide", now());
    let written = vault.write(&operation, |tx| {
        decision::decide(tx, deadline, made, today())
    });
    Ok(written?.1)
}

fn find(vault: &Vault, kind: &str, id: i64, today: NaiveDate) -> Result<Deadline> {
    decision::find(vault.connection(), kind, id, today)
}

fn first(vault: &Vault, kind: &str, wanted: impl Fn(&Deadline) -> bool) -> Deadline {
    read(vault.connection(), today(), None)
        .unwrap()
        .into_iter()
        .find(|one| one.kind.key == kind && !one.settled() && wanted(one))
        .unwrap()
}

fn decision(decision: &str) -> Decision {
    Decision {
        decision: decision.to_owned(),
        ..Decision::default()
    }
}

fn count(vault: &Vault, sql: &str) -> i64 {
    let one = vault.connection().query_row(sql, [], |row| row.get(0));
    one.unwrap()
}

#[test]
fn a_license_renewed_has_a_line_for_the_next_term_and_undo_takes_all_back() {
    let (_folder, mut vault) = sample();
    let ending = first(&vault, "license_ends", |one| {
        one.day > today() && one.amount.is_some()
    });
    let before = count(&vault, "SELECT COUNT(*) FROM purchase");
    let cost = Money {
        amount: 1_234_560_000,
        currency: "CNY".to_owned(),
    };
    let renew = Decision {
        cost: Some(cost.clone()),
        ..decision("renew")
    };
    let until = proposed(vault.connection(), &ending).unwrap().unwrap();
    let changes = decide(&mut vault, &ending, &renew).unwrap();
    let record =
        ledger::record(vault.connection(), register("license").unwrap(), ending.id).unwrap();
    assert_eq!(record.get(license::ENDS), Some(until));
    let line = count(&vault, "SELECT MAX(id) FROM purchase");
    let line = ledger::record(vault.connection(), register("purchase").unwrap(), line).unwrap();
    assert_eq!(line.get(purchase::LICENSE), Some(RowId(ending.id)));
    assert_eq!(line.get(purchase::EFFECT).as_deref(), Some("renew"));
    assert_eq!(line.get(purchase::STARTS), ending.day.succ_opt());
    assert_eq!(line.get(purchase::ENDS), Some(until));
    assert_eq!(line.get(purchase::AMOUNT), Some(cost));
    assert!(line.get(purchase::QUANTITY).unwrap() > 0);
    let next = find(&vault, "license_ends", ending.id, today()).unwrap();
    assert_eq!(
        (next.day, next.settled()),
        (until, false),
        "the next term asks again"
    );

    vault
        .undo(changes.operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM purchase"), before);
    let back = find(&vault, "license_ends", ending.id, today()).unwrap();
    assert_eq!((back.day, back.decided), (ending.day, None));
}

#[test]
fn a_contract_given_up_stops_reminding_and_leaves_a_task_to_give_notice() {
    let (_folder, mut vault) = sample();
    let ahead = |one: &Deadline| one.automatic == Some(true) && one.day > today();
    let notice = first(&vault, "contract_notice", ahead);
    let tasks = count(&vault, "SELECT COUNT(*) FROM task");
    decide(&mut vault, &notice, &decision("drop")).unwrap();
    for kind in ["contract_notice", "contract_ends"] {
        let after = find(&vault, kind, notice.id, today()).unwrap();
        assert!(after.settled(), "{kind}");
        assert_eq!(
            after.ends, notice.ends,
            "what the contract says is as before"
        );
    }
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM task"), tasks + 1);
    let made = count(&vault, "SELECT MAX(id) FROM task");
    let made = ledger::record(vault.connection(), register("task").unwrap(), made).unwrap();
    assert_eq!(made.get(task::ACTION).as_deref(), Some("give_notice"));
    assert_eq!(made.get(task::DUE), Some(notice.day));
}

#[test]
fn a_contract_renewed_runs_as_many_months_as_it_says() {
    let (_folder, mut vault) = sample();
    let ending = first(&vault, "contract_ends", |one| one.day > today());
    decide(&mut vault, &ending, &decision("renew")).unwrap();
    let record =
        ledger::record(vault.connection(), register("contract").unwrap(), ending.id).unwrap();
    assert_eq!(
        record.get(contract::ENDS),
        super::later(ending.ends, 12),
        "twelve months as all of the sample"
    );
}

#[test]
fn an_authorisation_and_a_document_take_the_new_day() {
    let (_folder, mut vault) = sample();
    for (kind, field) in [
        ("authorisation_ends", "ends"),
        ("evidence_valid", "valid_until"),
    ] {
        let ending = first(&vault, kind, |one| one.day > today());
        let until = ending
            .day
            .checked_add_months(chrono::Months::new(5))
            .unwrap();
        let renew = Decision {
            until: Some(until),
            ..decision("change")
        };
        decide(&mut vault, &ending, &renew).unwrap();
        let key = ending.kind.register;
        let record = ledger::record(vault.connection(), register(key).unwrap(), ending.id).unwrap();
        assert_eq!(record.value(field), &crate::register::Value::Date(until));
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let (_folder, mut vault) = sample();
    let ending = first(&vault, "contract_ends", |one| one.day > today());
    let earlier = Decision {
        until: Some(ending.ends),
        ..decision("renew")
    };
    let decisions = count(&vault, "SELECT COUNT(*) FROM renewal");
    let refused = decide(&mut vault, &ending, &earlier);
    assert!(refused.unwrap_err().is("renewal_until"));
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM renewal"), decisions);
    let gone = find(&vault, "contract_ends", 99_999, today());
    assert!(gone.unwrap_err().is("deadline_gone"));
}

#[test]
fn a_second_thought_changes_the_decision_made() {
    let (_folder, mut vault) = sample();
    let ending = first(&vault, "evidence_valid", |_| true);
    let decisions = count(&vault, "SELECT COUNT(*) FROM renewal");
    for word in ["undecided", "drop"] {
        let found = find(&vault, "evidence_valid", ending.id, today()).unwrap();
        decide(&mut vault, &found, &decision(word)).unwrap();
    }
    assert_eq!(count(&vault, "SELECT COUNT(*) FROM renewal"), decisions + 1);
    let found = find(&vault, "evidence_valid", ending.id, today()).unwrap();
    assert!(found.settled());
}

/// Adds a license that ends on a day and, as said, renews by itself; its row.
fn license(vault: &mut Vault, ends: &str, renews: Option<bool>, notice: Option<i64>) -> i64 {
    let of = register("license").unwrap();
    let product = count(vault, "SELECT MIN(id) FROM product");
    let mut record = Record::new()
        .with(license::PRODUCT, RowId(product))
        .with(license::ENDS, ends.parse::<NaiveDate>().unwrap());
    if let Some(renews) = renews {
        record.set(license::AUTO_RENEW, renews);
    }
    if let Some(days) = notice {
        record.set(license::NOTICE_DAYS, days);
    }
    let create = Operation::new("create", now());
    vault.write(&create, |tx| tx.insert(of, record)).unwrap().0
}

/// Open tasks to give notice: their last days.
fn notices(vault: &Vault, about: i64) -> Vec<String> {
    let sql = "SELECT t.due FROM task t JOIN link k ON k.register = 'task' AND k.record = t.id AND k.field = 'about' \
        WHERE k.target_register = 'license' AND k.target = ?1 AND t.action = 'give_notice' AND t.status = 'open'";
    let mut statement = vault.connection().prepare(sql).unwrap();
    let rows = statement.query_map([about], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn giving_up_a_license_says_by_when_notice_must_be_given() {
    let (_folder, mut vault) = sample();
    for (name, ends, renews, notice, due) in [
        (
            "in time",
            "2027-02-28",
            Some(true),
            Some(30),
            Some("2027-01-29"),
        ),
        (
            "the day has passed",
            "2026-12-15",
            Some(true),
            Some(30),
            Some("2026-11-24"),
        ),
        (
            "no length of notice said",
            "2027-02-28",
            Some(true),
            None,
            Some("2027-02-28"),
        ),
        ("ends by itself", "2027-02-28", Some(false), Some(30), None),
        ("nothing said", "2027-02-28", None, Some(30), None),
        ("renewed already", "2026-11-23", Some(true), Some(30), None),
    ] {
        let id = license(&mut vault, ends, renews, notice);
        let ending = find(&vault, "license_ends", id, today()).unwrap();
        let changes = decide(&mut vault, &ending, &decision("drop")).unwrap();
        assert_eq!(notices(&vault, id), Vec::from_iter(due), "{name}");
        let undo = Operation::new("undo", now());
        vault.undo(changes.operation, &undo).unwrap();
        assert!(notices(&vault, id).is_empty(), "{name}");
    }
}

#[test]
fn a_license_kept_after_all_needs_no_notice_and_given_up_twice_needs_one() {
    let (_folder, mut vault) = sample();
    let id = license(&mut vault, "2027-02-28", Some(true), Some(30));
    for (kind, word, open) in [
        ("license_ends", "drop", 1),
        ("license_notice", "drop", 1),
        ("license_ends", "undecided", 0),
        ("license_ends", "drop", 1),
    ] {
        let ending = find(&vault, kind, id, today()).unwrap();
        decide(&mut vault, &ending, &decision(word)).unwrap();
        assert_eq!(notices(&vault, id).len(), open, "{kind} {word}");
    }
}

#[test]
fn a_task_to_give_notice_stays_when_another_date_or_record_is_decided() {
    let (_folder, mut vault) = sample();
    let id = license(&mut vault, "2027-02-28", Some(true), Some(30));
    let other = license(&mut vault, "2027-02-28", Some(true), Some(30));
    let maintained: NaiveDate = "2027-01-31".parse().unwrap();
    let both = Record::new()
        .with(task::TITLE, Pair::both("解约通知", "Give notice of both"))
        .with(task::ACTION, "give_notice".to_owned())
        .with(
            task::ABOUT,
            AnyLinks(vec![("license", id), ("license", other)]),
        )
        .with(task::DUE, maintained)
        .with(task::STATUS, "open".to_owned());
    let edit = Operation::new("edit", now());
    vault
        .write(&edit, |tx| {
            let change = Record::new().with(license::MAINTENANCE_UNTIL, maintained);
            tx.update(register("license").unwrap(), id, change)?;
            tx.insert(&task::REGISTER, both)
        })
        .unwrap();
    for (kind, word, id, open) in [
        ("license_ends", "drop", id, 2),
        ("license_maintenance", "undecided", id, 2),
        ("license_ends", "undecided", other, 1),
    ] {
        let ending = find(&vault, kind, id, today()).unwrap();
        decide(&mut vault, &ending, &decision(word)).unwrap();
        assert_eq!(notices(&vault, id).len(), open, "{kind} {word}");
    }
}
