//! Rows that an import left out, taken up again.

use super::*;
use crate::ledger::{self, HistoryQuery};
use crate::vault::left_out::{self, Waiting};

fn waiting(vault: &Vault) -> Vec<(i64, u32)> {
    let all: Vec<Waiting> = left_out::waiting(vault.connection()).unwrap();
    all.iter().map(|one| (one.operation, one.rows)).collect()
}

/// What the change log shows beside each operation.
fn in_log(vault: &Vault) -> Vec<(i64, u32)> {
    let query = HistoryQuery {
        limit: 9,
        ..HistoryQuery::default()
    };
    let page = ledger::history(vault.connection(), &query).unwrap();
    let waits = page.operations.iter();
    waits.map(|one| (one.id, one.waits)).collect()
}

fn resume(vault: &Vault, operation: i64) -> Draft {
    let left = left_out::of(vault.connection(), operation).unwrap();
    let bytes = vault.read_file(&left.file).unwrap();
    let file = OpenFile::open(&left.file.name, bytes, &Isolation::None, &mut |_, _| true).unwrap();
    Draft::resume(left, file, vault.connection(), today(), &mut |_, _| true).unwrap()
}

fn apply(draft: &mut Draft, vault: &mut Vault) -> ImportResult {
    preview(draft, vault);
    draft.apply(vault, now(), &mut |_, _| true).unwrap()
}

fn undo(vault: &mut Vault, operation: i64) {
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
}

#[test]
fn rows_left_out_wait_until_they_are_taken_in_or_the_import_is_undone() {
    let (_folder, mut vault) = vault();
    let first = import(
        &mut vault,
        "l.xlsx",
        &files::ledger_summary(),
        Some("license"),
    );
    assert_eq!((first.counts.create, first.counts.error), (4, 2));
    assert_eq!(waiting(&vault), [(first.operation, 2)]);
    assert_eq!(in_log(&vault), [(first.operation, 2)]);

    let mut draft = resume(&vault, first.operation);
    let view = draft.view(1);
    assert_eq!((view.rows, view.first_row, view.last_row), (2, 9, 10));
    assert_eq!(view.resumes, Some(first.operation));
    assert_eq!(preview(&mut draft, &vault).counts.error, 2);
    correct(&mut draft, &vault, &change(9, 5, "2026-02-28"));
    let second = apply(&mut draft, &mut vault);
    assert_eq!(
        (second.counts.all, second.counts.create, second.counts.error),
        (2, 1, 1)
    );
    assert_eq!(
        waiting(&vault),
        [(second.operation, 1)],
        "the last row waits with the second import"
    );
    assert_eq!(
        in_log(&vault),
        [(second.operation, 1), (first.operation, 0)]
    );
    assert_eq!(
        count(&vault, &evidence::REGISTER),
        1,
        "the file is kept once"
    );

    let mut draft = resume(&vault, second.operation);
    preview(&mut draft, &vault);
    correct(&mut draft, &vault, &change(10, 8, "24"));
    let third = apply(&mut draft, &mut vault);
    assert_eq!((third.counts.create, waiting(&vault).len()), (1, 0));
    assert_eq!(count(&vault, &license::REGISTER), 6);

    undo(&mut vault, third.operation);
    assert_eq!(waiting(&vault), [(second.operation, 1)], "they wait again");
    undo(&mut vault, second.operation);
    assert_eq!(waiting(&vault), [(first.operation, 2)]);
    undo(&mut vault, first.operation);
    assert_eq!(
        (waiting(&vault).len(), count(&vault, &license::REGISTER)),
        (0, 0)
    );
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn the_file_is_understood_as_it_was() {
    let (_folder, mut vault) = vault();
    let bytes = "清单,,,\n叫法,甲,数量,邮箱地址\nAutoCAD,不要,五六,a@b.cn\nVisio,不要,5,a@b.cn\n 7-Zip,不要,六七,a@b.cn\n";
    let mut draft = open(&vault, "odd.csv", bytes.as_bytes(), Some("license"));
    let column = |index, field: Option<&str>| ColumnChoice {
        index,
        field: field.map(str::to_owned),
    };
    let set = ImportSet {
        header_row: Some(2),
        columns: vec![
            column(0, Some("product.name")),
            column(1, None),
            column(2, Some("purchase.quantity")),
            column(3, Some("license.note")),
        ],
        keys: vec![api::KeyChoice {
            register: "license".to_owned(),
            fields: vec!["product".to_owned(), "note".to_owned()],
        }],
        options: Some(ImportOptions {
            unknown_links: UnknownLinks::Refuse,
            ..ImportOptions::default()
        }),
        ..ImportSet::default()
    };
    assert!(draft.set(set.clone()).is_err(), "notes are not compared");
    let keys = vec![api::KeyChoice {
        register: "purchase".to_owned(),
        fields: vec!["license".to_owned(), "quantity".to_owned()],
    }];
    draft.set(ImportSet { keys, ..set }).unwrap();
    preview(&mut draft, &vault);
    correct(&mut draft, &vault, &change(5, 0, "7-Zip"));
    let first = apply(&mut draft, &mut vault);
    assert_eq!(
        (first.counts.create, first.counts.error),
        (1, 2),
        "{}",
        faults(&draft, &vault)
    );

    let again = resume(&vault, first.operation);
    let (was, is) = (draft.view(1), again.view(1));
    assert_eq!((is.target, is.header_row), (was.target, was.header_row));
    let targets = |columns: Vec<api::ColumnMatch>| -> Vec<_> {
        columns.into_iter().map(|column| column.field).collect()
    };
    assert_eq!(targets(is.columns), targets(was.columns));
    assert_eq!(is.keys, was.keys);
    assert_eq!(is.options.unknown_links, UnknownLinks::Refuse);
    let mut again = again;
    preview(&mut again, &vault);
    let rows = again
        .rows(vault.connection(), &RowFilter::default(), 0, 9)
        .unwrap();
    let shown: Vec<_> = rows
        .iter()
        .map(|row| (row.row, row.cells[0].text.as_str()))
        .collect();
    assert_eq!(shown, [(3, "AutoCAD"), (5, "7-Zip")]);
    let sheet = ImportSet {
        sheet: Some(0),
        ..ImportSet::default()
    };
    let header = ImportSet {
        header_row: Some(1),
        ..ImportSet::default()
    };
    for other in [sheet, header] {
        assert!(again.set(other).unwrap_err().is("resumed_sheet"));
    }
}

#[test]
fn what_is_forgotten_or_was_never_left_out_cannot_be_resumed() {
    let (_folder, mut vault) = vault();
    let good = import(&mut vault, "u.csv", &files::m365_users(), Some("person"));
    assert!(waiting(&vault).is_empty(), "nothing was left out");
    let gone = |vault: &Vault, operation| {
        left_out::of(vault.connection(), operation)
            .unwrap_err()
            .is("left_out_gone")
    };
    assert!(gone(&vault, good.operation));
    let first = import(
        &mut vault,
        "l.xlsx",
        &files::ledger_summary(),
        Some("license"),
    );
    vault.forget_left_out(first.operation).unwrap();
    assert!(waiting(&vault).is_empty() && gone(&vault, first.operation));
}
