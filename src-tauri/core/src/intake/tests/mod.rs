#![allow(clippy::unwrap_used)]

mod annotated;
mod batches;
mod bombs;
mod choices;
mod clipboard;
mod content;
mod files;
mod found;
mod hostile;
mod keys;
mod own_fields;
mod resume;
mod round;
mod sources;
mod table;
mod unknown;

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::api::{ColumnChoice, UnknownLinks};
use super::*;
use crate::ledger;
use crate::register::{Register, assignment, evidence, license, person, product, purchase, vendor};
use crate::vault::{CreateOptions, Operation, Vault};

fn now() -> DateTime<Utc> {
    "2026-11-24T01:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

pub(crate) fn vault() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v");
    let options = CreateOptions {
        folder: &path,
        company: "Meridian",
        person: "Li Wei",
        passphrase: "correct horse 电池",
        work_factor: Some(4),
        now: now(),
    };
    let (mut vault, recovery) = Vault::create(&options).unwrap();
    vault.confirm_recovery(&recovery).unwrap();
    (folder, vault)
}

fn open(vault: &Vault, name: &str, bytes: &[u8], target: Option<&str>) -> Draft {
    let file = OpenFile::open(name, bytes.to_vec(), &Isolation::None, &mut |_, _| true).unwrap();
    Draft::open(file, target, vault.connection(), today(), &mut |_, _| true).unwrap()
}

fn preview(draft: &mut Draft, vault: &Vault) -> ImportPreview {
    draft.preview(vault.connection(), &mut |_, _| true).unwrap()
}

pub(crate) fn import(
    vault: &mut Vault,
    name: &str,
    bytes: &[u8],
    target: Option<&str>,
) -> ImportResult {
    let mut draft = open(vault, name, bytes, target);
    let expected = preview(&mut draft, vault);
    let result = draft.apply(vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(
        result.counts, expected.counts,
        "the preview said what would happen"
    );
    assert_eq!(result.registers, expected.registers);
    result
}

fn count(vault: &Vault, register: &Register) -> i64 {
    vault
        .connection()
        .query_row(
            &format!("SELECT COUNT(*) FROM {}", register.key),
            [],
            |row| row.get(0),
        )
        .unwrap()
}

fn fields(draft: &Draft) -> Vec<(String, String)> {
    draft
        .view(1)
        .columns
        .into_iter()
        .filter_map(|column| Some((column.header, column.field?)))
        .collect()
}

fn only(action: RowAction) -> RowFilter {
    RowFilter {
        action: Some(action),
        ..RowFilter::default()
    }
}

fn change(row: u32, column: usize, text: &str) -> api::CellChange {
    api::CellChange {
        row,
        column,
        text: text.to_owned(),
        alike: false,
    }
}

/// Every row with its errors, for messages of failed tests.
fn faults(draft: &Draft, vault: &Vault) -> String {
    format!(
        "{:#?}",
        draft
            .rows(vault.connection(), &only(RowAction::Error), 0, 20)
            .unwrap()
    )
}

#[test]
fn a_chinese_ledger_makes_products_licenses_and_lines() {
    let (_folder, mut vault) = vault();
    let bytes = files::ledger_summary();
    let mut draft = open(&vault, "软件台账_2026Q3.xlsx", &bytes, Some("license"));
    let view = draft.view(1);
    assert_eq!(view.source.as_deref(), Some("ledger_summary"));
    assert_eq!(
        (
            view.target.as_str(),
            view.header_row,
            view.first_row,
            view.last_row
        ),
        ("license_ledger", 5, 6, 11)
    );
    assert!(
        view.notes.iter().any(|note| note.is("total_left_out")),
        "{:?}",
        view.notes
    );
    assert!(
        view.notes.iter().any(|note| note.is("note_left_out")),
        "{:?}",
        view.notes
    );
    let matched = fields(&draft);
    for (header, field) in [
        ("软件编号", "product.code"),
        ("软件名称", "product.name"),
        ("软件版本", "product.version"),
        ("软件类型", "product.type"),
        ("采购时间", "purchase.ordered"),
        ("采购金额(元)", "purchase.amount"),
        ("许可类型", "license.model"),
        ("许可数量", "purchase.quantity"),
        ("可使用版本", "license.usable_versions"),
        ("许可期限", "license.ends"),
        ("序列号", "license.key"),
    ] {
        assert!(
            matched.contains(&(header.to_owned(), field.to_owned())),
            "{header} -> {field} in {matched:?}"
        );
    }
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        (seen.counts.create, seen.counts.error),
        (4, 2),
        "{}",
        faults(&draft, &vault)
    );
    let errors = draft
        .rows(vault.connection(), &only(RowAction::Error), 0, 10)
        .unwrap();
    let addresses: Vec<(String, String)> = errors
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| Some((cell.address.clone(), cell.error.as_ref()?.code.clone())))
        .collect();
    assert_eq!(
        addresses,
        [
            ("F9".to_owned(), "date_impossible".to_owned()),
            ("I10".to_owned(), "number_shape".to_owned())
        ]
    );

    let fixed = correct(&mut draft, &vault, &change(9, 5, "2026-02-28"));
    assert_eq!(
        (fixed.row.action, fixed.preview.counts.error),
        (RowAction::Create, 1)
    );
    correct(&mut draft, &vault, &change(10, 8, "24"));
    let result = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!((result.counts.create, result.counts.error), (6, 0));
    assert_eq!(
        (
            count(&vault, &product::REGISTER),
            count(&vault, &license::REGISTER),
            count(&vault, &purchase::REGISTER)
        ),
        (6, 6, 5)
    );
    assert_eq!(count(&vault, &evidence::REGISTER), 1, "the file is kept");

    let line = ledger::record(vault.connection(), &purchase::REGISTER, 1).unwrap();
    assert_eq!(line.get(purchase::QUANTITY), Some(56));
    assert_eq!(line.get(purchase::AMOUNT).unwrap().amount, 34_608_000_000);
    assert_eq!(line.get(purchase::AMOUNT).unwrap().currency, "CNY");
    assert_eq!(line.get(purchase::EFFECT).as_deref(), Some("opening"));
    let first = ledger::record(vault.connection(), &license::REGISTER, 1).unwrap();
    assert_eq!(
        (
            first.get(license::ENDS),
            first.get(license::MODEL).as_deref()
        ),
        (None, Some("perpetual"))
    );
    let named = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(named.get(product::CODE).as_deref(), Some("RJ-042"));
    assert_eq!(
        named.get(product::PUBLISHER).as_deref(),
        Some("Dassault Systèmes")
    );
}

#[test]
fn the_same_file_again_changes_nothing_and_undo_takes_it_all_back() {
    for (name, bytes, target) in files::all() {
        let (_folder, mut vault) = vault();
        let first = import(&mut vault, name, &bytes, target);
        assert!(first.counts.create > 0, "{name}: {first:?}");
        let head = vault.log_head().unwrap();
        let again = import(&mut vault, name, &bytes, target);
        assert_eq!(
            (again.counts.create, again.counts.update),
            (0, 0),
            "{name}: {again:?}"
        );
        assert_eq!(vault.log_head().unwrap(), head, "{name}");
        vault
            .undo(first.operation, &Operation::new("undo", now()))
            .unwrap();
        for register in [
            &product::REGISTER,
            &license::REGISTER,
            &purchase::REGISTER,
            &person::REGISTER,
            &assignment::REGISTER,
            &evidence::REGISTER,
        ] {
            let expected = 0;
            assert_eq!(
                count(&vault, register),
                expected,
                "{name}: {}",
                register.key
            );
        }
        assert!(vault.verify_log().unwrap().ok);
    }
}

#[test]
fn a_snipe_it_list_is_known_by_its_headers() {
    let (_folder, mut vault) = vault();
    let bytes = files::snipe_it();
    let draft = open(&vault, "licenses.csv", &bytes, None);
    assert_eq!(draft.view(1).source.as_deref(), Some("snipe_it_licenses"));
    let result = import(&mut vault, "licenses.csv", &bytes, None);
    assert_eq!(
        (result.counts.create, result.counts.error),
        (3, 0),
        "{result:?}"
    );
    let line = ledger::record(vault.connection(), &purchase::REGISTER, 1).unwrap();
    assert_eq!(
        (
            line.get(purchase::QUANTITY),
            line.get(purchase::PO_NO).as_deref()
        ),
        (Some(25), Some("PO-1001"))
    );
    assert_eq!(
        line.get(purchase::VENDOR),
        ledger::record(vault.connection(), &license::REGISTER, 1)
            .unwrap()
            .get(license::VENDOR)
    );
    assert_eq!(count(&vault, &vendor::REGISTER), 2, "one vendor a name");
}

#[test]
fn a_microsoft_export_makes_people_and_their_licenses() {
    let (_folder, mut vault) = vault();
    let bytes = files::m365_users();
    let result = import(&mut vault, "users.csv", &bytes, Some("person"));
    assert_eq!(
        (result.counts.create, result.counts.error),
        (4, 0),
        "{result:?}"
    );
    assert_eq!(
        (
            count(&vault, &person::REGISTER),
            count(&vault, &product::REGISTER),
            count(&vault, &license::REGISTER)
        ),
        (4, 3, 3)
    );
    assert_eq!(
        count(&vault, &assignment::REGISTER),
        4,
        "one for each item between the plus signs"
    );
    let someone = ledger::record(vault.connection(), &person::REGISTER, 1).unwrap();
    assert_eq!(
        someone.get(person::EMAIL).as_deref(),
        Some("li.wei@meridian.example")
    );
    assert_eq!(someone.get(person::NAME).as_deref(), Some("李伟"));
    let held = ledger::record(vault.connection(), &assignment::REGISTER, 1).unwrap();
    assert_eq!(held.get(assignment::STARTS), Some(today()));
}

#[test]
fn blank_cells_erase_nothing_and_changes_are_shown() {
    let (_folder, mut vault) = vault();
    import(
        &mut vault,
        "v.csv",
        "供应商名称,国家,邮箱\n上海软件有限公司,中国,a@b.cn\n".as_bytes(),
        Some("vendor"),
    );
    let bytes =
        "供应商名称;国家;邮箱\n上海软件有限公司;;c@d.cn\n上海软件有限公司;;\n新公司;意大利;\n"
            .as_bytes();
    let mut draft = open(&vault, "v2.csv", bytes, Some("vendor"));
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        (
            seen.counts.update,
            seen.counts.unchanged,
            seen.counts.create
        ),
        (1, 1, 1),
        "{}",
        faults(&draft, &vault)
    );
    let row = draft
        .rows(vault.connection(), &only(RowAction::Update), 0, 1)
        .unwrap()
        .remove(0);
    let cell = row.cells.iter().find(|cell| cell.index == 2).unwrap();
    assert_eq!(
        (
            cell.old.as_deref(),
            cell.new.as_deref(),
            cell.address.as_str()
        ),
        (Some("a@b.cn"), Some("c@d.cn"), "C2")
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let record = ledger::record(vault.connection(), &vendor::REGISTER, 1).unwrap();
    assert_eq!(
        (
            record.get(vendor::COUNTRY).as_deref(),
            record.get(vendor::EMAIL).as_deref()
        ),
        (Some("CN"), Some("c@d.cn"))
    );
}

/// A corrected row when everything was looked at again.
struct Corrected {
    row: PreviewRow,
    preview: api::ImportPreview,
}

fn correct(draft: &mut Draft, vault: &Vault, cell: &api::CellChange) -> Corrected {
    draft.correct(vault.connection(), cell).unwrap();
    let preview = preview(draft, vault);
    let filter = RowFilter {
        numbers: vec![cell.row],
        ..RowFilter::default()
    };
    let mut rows = draft.rows(vault.connection(), &filter, 0, 9).unwrap();
    Corrected {
        row: rows.remove(0),
        preview,
    }
}
