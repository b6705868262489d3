//! What is done about findings: tasks, questions to holders and their answers.

use crate::ledger;
use crate::register::{AnyLinks, Record, assignment, task};
use crate::rules::findings::act::{self, Assigned, HolderAnswer};
use crate::rules::findings::message::message;
use crate::rules::findings::report::FindingRow;
use crate::rules::findings::{self, Action, Found, describe, kind};
use crate::rules::tests::{now, sample, today};
use crate::vault::{Operation, Vault};
use crate::words::{Language, Words};

fn rows(vault: &Vault, key: &str) -> Vec<FindingRow> {
    let words = Words::new(Language::En);
    let report = describe::report(vault.connection(), today(), words, 1_000, &mut |_, _| true);
    let mut groups = report.unwrap().groups;
    groups.retain(|group| group.kind == key);
    groups.pop().unwrap().rows
}

fn row(vault: &Vault, key: &str, id: i64) -> Option<FindingRow> {
    rows(vault, key).into_iter().find(|row| row.id == id)
}

fn chosen(vault: &Vault, key: &str, ids: &[i64]) -> crate::Result<Vec<Found>> {
    act::chosen(vault.connection(), today(), kind(key).unwrap(), ids)
}

#[test]
fn findings_become_one_task_with_their_money_and_are_not_proposed_again() {
    let (_folder, mut vault) = sample();
    let two: Vec<FindingRow> = rows(&vault, "dormant").into_iter().take(2).collect();
    let ids = [two[0].id, two[1].id];
    let found = chosen(&vault, "dormant", &ids).unwrap();
    let assigned = Assigned {
        owner: Some(2),
        due: Some("2026-12-08".parse().unwrap()),
    };
    let (made, _) = vault
        .write(&Operation::new("create", now()), |tx| {
            act::make_task(tx, &found, Action::Release, assigned)
        })
        .unwrap();

    let record = ledger::record(vault.connection(), &task::REGISTER, made).unwrap();
    let AnyLinks(about) = record.get(task::ABOUT).unwrap();
    assert_eq!(about.len(), 2);
    let stakes = two.iter().map(|row| row.money.as_ref().unwrap().amount);
    assert_eq!(
        record.get(task::AT_STAKE).unwrap().amount,
        stakes.sum::<i64>()
    );
    let shown = row(&vault, "dormant", ids[0]).unwrap().task.unwrap();
    assert_eq!((shown.task.id, shown.open), (made, true));
    assert!(
        chosen(&vault, "dormant", &ids[..1])
            .unwrap_err()
            .is("finding_has_task")
    );

    // done, and still to be found: that shows, and it may be proposed anew
    let done = Record::new().with(task::STATUS, "done".to_owned());
    vault
        .write(&Operation::new("edit", now()), |tx| {
            tx.update(&task::REGISTER, made, done)
        })
        .unwrap();
    let shown = row(&vault, "dormant", ids[0]).unwrap().task.unwrap();
    assert_eq!((shown.task.id, shown.open), (made, false));
    assert!(chosen(&vault, "dormant", &ids[..1]).is_ok());
    assert!(
        chosen(&vault, "dormant", &[0])
            .unwrap_err()
            .is("finding_gone")
    );
}

fn ask(vault: &mut Vault, id: i64) -> i64 {
    let found = chosen(vault, "dormant", &[id]).unwrap();
    let asked = vault.write(&Operation::new("create", now()), |tx| {
        act::ask(tx, &found, Assigned::default(), today())
    });
    asked.unwrap().0
}

fn answer(vault: &mut Vault, asked: i64, given: HolderAnswer) -> i64 {
    let answered = vault.write(&Operation::new("edit", now()), |tx| {
        act::answer(tx, asked, given, today())
    });
    answered.unwrap().1.operation
}

#[test]
fn who_keeps_a_right_is_left_alone_until_the_days_have_passed_again() {
    let (_folder, mut vault) = sample();
    let id = rows(&vault, "dormant")[0].id;
    let asked = ask(&mut vault, id);
    let shown = row(&vault, "dormant", id).unwrap().task.unwrap();
    assert_eq!(shown.asked, Some(today()));
    answer(&mut vault, asked, HolderAnswer::Keep);
    assert!(row(&vault, "dormant", id).is_none());
    let of = |day: &str| {
        let groups = findings::read(vault.connection(), day.parse().unwrap(), &mut |_, _| true);
        let dormant = groups
            .unwrap()
            .into_iter()
            .find(|group| group.kind.key == "dormant");
        dormant.unwrap().found.iter().any(|found| found.id == id)
    };
    assert!(!of("2027-02-22"), "ninety days later");
    assert!(of("2027-02-23"), "the day after");
}

#[test]
fn who_releases_a_right_holds_it_no_longer_and_undo_gives_it_back() {
    let (_folder, mut vault) = sample();
    let id = rows(&vault, "dormant")[0].id;
    let asked = ask(&mut vault, id);
    let operation = answer(&mut vault, asked, HolderAnswer::Release);
    let ends = |vault: &Vault| {
        let record = ledger::record(vault.connection(), &assignment::REGISTER, id).unwrap();
        record.get(assignment::ENDS)
    };
    assert_eq!(ends(&vault), today().pred_opt());
    assert!(row(&vault, "dormant", id).is_none());
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(ends(&vault), None);
    let shown = row(&vault, "dormant", id).unwrap().task.unwrap();
    assert!(shown.open && shown.answer.is_none());
}

#[test]
fn a_holder_is_asked_in_the_languages_they_read() {
    let (_folder, vault) = sample();
    let asked = |wanted: &str| {
        let of = |found: &Found| {
            let person = found.person?;
            let record = ledger::record(
                vault.connection(),
                &crate::register::person::REGISTER,
                person,
            );
            record.ok()?.get(crate::register::person::LANGUAGE)
        };
        let ids: Vec<i64> = rows(&vault, "dormant").iter().map(|row| row.id).collect();
        let found = chosen(&vault, "dormant", &ids).unwrap();
        let one = found.iter().find(|one| of(one).as_deref() == Some(wanted));
        let due = "2026-12-08".parse().unwrap();
        message(vault.connection(), one.unwrap(), due, "Li Wei").unwrap()
    };
    let chinese = asked("zh");
    assert!(chinese.text.contains("您好") && chinese.text.contains("Do you still need it?"));
    assert!(chinese.text.contains("2026年12月8日") && chinese.text.contains("8 Dec 2026"));
    assert!(chinese.email.is_some());
    let italian = asked("it");
    assert!(italian.text.starts_with("Ciao ") && !italian.text.contains("Do you"));
}
