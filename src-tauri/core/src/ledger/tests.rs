#![allow(clippy::unwrap_used)]

mod finding;
mod settings;

use super::*;
use crate::register::{Kind, Pair, REGISTERS, RowId, license, person, product, purchase, vendor};
use crate::rules::tests::{empty, now, today};
use crate::vault::{Operation, Vault};
use crate::words::Language;

fn vault() -> (tempfile::TempDir, Vault) {
    let (folder, mut vault) = empty();
    vault
        .write(&Operation::new("create", now()), |tx| {
            let mut named = |zh: &str, en: &str| {
                let product = Record::new()
                    .with(product::NAME, Pair::both(zh, en))
                    .with(product::PUBLISHER, "Kingsoft".to_owned());
                tx.insert(&product::REGISTER, product)
            };
            let office = named("办公软件", "Office suite")?;
            named("安全软件", "Antivirus")?;
            let license = tx.insert(
                &license::REGISTER,
                Record::new().with(license::PRODUCT, RowId(office)),
            )?;
            for (effect, quantity, starts, ends) in [
                ("opening", 100, "2024-01-01", Some("2025-12-31")),
                ("renew", 120, "2026-01-01", None),
                ("return", 5, "2026-02-01", None),
            ] {
                let mut line = Record::new()
                    .with(purchase::LICENSE, RowId(license))
                    .with(purchase::EFFECT, effect.to_owned())
                    .with(purchase::QUANTITY, quantity)
                    .with(purchase::STARTS, starts.parse().unwrap());
                if let Some(ends) = ends {
                    line.set(purchase::ENDS, ends.parse().unwrap());
                }
                tx.insert(&purchase::REGISTER, line)?;
            }
            tx.insert(
                &person::REGISTER,
                Record::new()
                    .with(person::NAME, "Wang Fang".to_owned())
                    .with(person::NAME_ZH, "王芳".to_owned()),
            )
        })
        .unwrap();
    (folder, vault)
}

#[test]
fn every_field_answers_every_question_its_kind_allows() {
    let (_folder, vault) = vault();
    let ops = [
        FilterOp::Is,
        FilterOp::IsNot,
        FilterOp::Contains,
        FilterOp::Before,
        FilterOp::After,
        FilterOp::WithinDays,
        FilterOp::Less,
        FilterOp::More,
        FilterOp::Empty,
        FilterOp::Present,
        FilterOp::OneLanguage,
    ];
    for register in REGISTERS {
        for field in register
            .fields()
            .chain(register.derived.iter().map(|figure| &figure.field))
        {
            let value = match field.kind {
                Kind::Date => "2026-01-01",
                _ => "7",
            };
            let mut answered = 0;
            for op in ops {
                let query = ListQuery::all(register.key).filter(field.key, op, &[value]);
                match ids(vault.connection(), &query, today()) {
                    Ok(_) => answered += 1,
                    Err(error) => assert!(
                        error.is("filter_refused"),
                        "{} {} {op:?}: {error}",
                        register.key,
                        field.key
                    ),
                }
            }
            assert!(
                answered >= 2,
                "{} {} answers only {answered}",
                register.key,
                field.key
            );
            for language in Language::ALL {
                let mut query = ListQuery::all(register.key);
                query.language = language;
                query.sort = vec![Sort {
                    field: field.key.to_owned(),
                    descending: true,
                }];
                ids(vault.connection(), &query, today()).unwrap();
            }
        }
        let all: Vec<&str> = register
            .fields()
            .chain(register.derived.iter().map(|figure| &figure.field))
            .map(|field| field.key)
            .collect();
        let found = ids(vault.connection(), &ListQuery::all(register.key), today()).unwrap();
        rows(vault.connection(), register, &found, &all, today()).unwrap();
    }
}

#[test]
fn rights_follow_from_lines_and_a_renewal_replaces() {
    let (_folder, vault) = vault();
    for (day, rights) in [
        ("2023-12-31", 0),
        ("2024-06-01", 100),
        ("2026-01-15", 120),
        ("2026-02-01", 115),
    ] {
        let row = rows(
            vault.connection(),
            &license::REGISTER,
            &[1],
            &["rights"],
            day.parse().unwrap(),
        )
        .unwrap();
        assert_eq!(row[0].values["rights"], rights, "on {day}");
    }
}

#[test]
fn search_finds_both_scripts_and_titles_come_through_links() {
    let (_folder, vault) = vault();
    for (text, expected) in [
        ("软件", 2),
        ("办公", 1),
        ("公软", 1),
        ("offi", 1),
        ("office 办公", 1),
        ("王", 1),
        ("LIC-0001", 1),
        ("nothing", 0),
    ] {
        assert_eq!(
            search(vault.connection(), text, 10).unwrap().len(),
            expected,
            "{text}"
        );
    }
    assert_eq!(
        title(vault.connection(), &license::REGISTER, 1).unwrap(),
        Pair::both("办公软件", "Office suite")
    );
    // two plain fields, two halves of one name
    assert_eq!(
        title(vault.connection(), &person::REGISTER, 1).unwrap(),
        Pair::both("王芳", "Wang Fang")
    );
    assert_eq!(
        find_by_name(vault.connection(), &product::REGISTER, "OFFICE SUITE").unwrap(),
        Some(1)
    );
    assert_eq!(
        translations(vault.connection(), Some("办公软件"), None).unwrap(),
        [Pair::both("办公软件", "Office suite")]
    );
}

#[test]
fn history_is_told_newest_first_with_values() {
    let (_folder, mut vault) = vault();
    let edit = Operation::new("edit", now()).reason(Some("true-up".to_owned()));
    vault
        .write(&edit, |tx| {
            tx.update(
                &purchase::REGISTER,
                2,
                Record::new().with(purchase::QUANTITY, 150),
            )
        })
        .unwrap();
    let page = history(
        vault.connection(),
        &HistoryQuery {
            limit: 10,
            ..HistoryQuery::default()
        },
    )
    .unwrap();
    assert_eq!(page.operations.len(), 2);
    let newest = &page.operations[0];
    assert_eq!(
        (newest.reason.as_deref(), newest.actor.as_str()),
        (Some("true-up"), "Li Wei")
    );
    assert_eq!(
        (&newest.entries[0].before, &newest.entries[0].after),
        (&serde_json::json!(120), &serde_json::json!(150))
    );
    let state = undo_state(vault.connection()).unwrap().unwrap();
    assert_eq!(state.operation, newest.id);
}

#[test]
fn every_entry_of_an_operation_of_many_records_can_be_read() {
    let (_folder, mut vault) = vault();
    let import = Operation::new("import", now());
    vault
        .write(&import, |tx| {
            for number in 0..250 {
                let name = Pair::plain(&format!("Vendor {number}"));
                tx.insert(&vendor::REGISTER, Record::new().with(vendor::NAME, name))?;
            }
            Ok(())
        })
        .unwrap();
    let asked = |register: Option<&str>, id| HistoryQuery {
        register: register.map(str::to_owned),
        id,
        limit: 1,
        ..HistoryQuery::default()
    };
    let connection = vault.connection();
    let page = history(connection, &asked(None, None)).unwrap();
    let newest = &page.operations[0];
    assert_eq!((newest.total, newest.entries.len()), (250, 20));
    let mut seen: Vec<i64> = newest.entries.iter().map(|entry| entry.seq).collect();
    loop {
        let offset = seen.len() as u32;
        let further = operation_entries(connection, newest.id, None, offset).unwrap();
        assert!(further.len() <= 100, "a page has an end");
        if further.is_empty() {
            break;
        }
        seen.extend(further.iter().map(|entry| entry.seq));
    }
    assert_eq!(seen.len(), 250);
    assert!(seen.is_sorted_by(|a, b| a < b));

    let record = page.operations[0].entries[7].record;
    let of_one = history(connection, &asked(Some("vendor"), record)).unwrap();
    let only = &of_one.operations[0];
    assert_eq!((only.count, only.total, only.entries.len()), (250, 1, 1));
    let one = Some(("vendor", record.unwrap()));
    assert_eq!(
        operation_entries(connection, newest.id, one, 0)
            .unwrap()
            .len(),
        1
    );
    assert!(
        operation_entries(connection, newest.id, one, 1)
            .unwrap()
            .is_empty()
    );
}
