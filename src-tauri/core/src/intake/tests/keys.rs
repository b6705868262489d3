//! By what a record is found again, and what is written of what was found.

use super::*;
use crate::register::{Pair, Record};
use crate::vault::Vault;

fn people(vault: &mut Vault) {
    let bytes = "姓名,邮箱,工号,部门\n张伟,zw@m.example,1001,IT\n张伟,zw2@m.example,1002,财务\n李娜,ln@m.example,1003,IT\n";
    import(vault, "people.csv", bytes.as_bytes(), Some("person"));
}

fn key(register: &str, fields: &[&str]) -> ImportSet {
    ImportSet {
        keys: vec![api::KeyChoice {
            register: register.to_owned(),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        }],
        ..ImportSet::default()
    }
}

fn codes(draft: &Draft, vault: &Vault) -> Vec<(u32, String)> {
    let rows = draft
        .rows(vault.connection(), &only(RowAction::Error), 0, 20)
        .unwrap();
    rows.iter()
        .flat_map(|row| {
            let cells = row.cells.iter().filter_map(|cell| cell.error.as_ref());
            let errors = cells.chain(&row.errors);
            errors.map(|error| (row.row, error.code.clone()))
        })
        .collect()
}

#[test]
fn the_keys_are_shown_and_another_one_is_remembered() {
    let (_folder, mut vault) = vault();
    people(&mut vault);
    let bytes = "姓名,邮箱,工号,部门\n张玮,new@m.example,1001,IT\n".as_bytes();
    let mut draft = open(&vault, "next.csv", bytes, Some("person"));
    let shown = draft.view(1).keys.remove(0);
    let sets: Vec<_> = shown.sets.iter().map(|set| set.join("+")).collect();
    assert_eq!(
        (shown.register, sets),
        (
            "person",
            vec!["email".to_owned(), "staff_no".to_owned(), "name".to_owned()]
        )
    );
    assert_eq!(shown.fields, ["name", "email", "staff_no", "department"]);
    assert_eq!(
        preview(&mut draft, &vault).counts.create,
        1,
        "another address is another person"
    );

    draft.set(key("person", &["staff_no"])).unwrap();
    assert_eq!(draft.view(1).keys[0].chosen, ["staff_no"]);
    assert_eq!(
        preview(&mut draft, &vault).counts.update,
        1,
        "{}",
        faults(&draft, &vault)
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(count(&vault, &person::REGISTER), 3);

    let mut again = open(&vault, "again.csv", bytes, Some("person"));
    assert_eq!(again.view(1).keys[0].chosen, ["staff_no"], "as last time");
    assert_eq!(preview(&mut again, &vault).counts.unchanged, 1);
    let without = open(
        &vault,
        "w.csv",
        "姓名,邮箱\n李娜,ln@m.example\n".as_bytes(),
        Some("person"),
    );
    assert!(
        without.view(1).keys[0].chosen.is_empty(),
        "a file without the column is matched as described"
    );

    again.set(key("person", &[])).unwrap();
    preview(&mut again, &vault);
    again.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert!(
        open(&vault, "c.csv", bytes, Some("person")).view(1).keys[0]
            .chosen
            .is_empty()
    );
    assert!(
        again
            .set(key("person", &["nothing"]))
            .unwrap_err()
            .is("bad_arguments")
    );
    assert!(
        again
            .set(key("license", &["code"]))
            .unwrap_err()
            .is("bad_arguments")
    );
}

#[test]
fn a_row_that_fits_several_records_is_refused_at_its_cell() {
    let (_folder, mut vault) = vault();
    people(&mut vault);
    let bytes = "姓名,部门\n张伟,法务\n李娜,法务\n".as_bytes();
    let mut draft = open(&vault, "p.csv", bytes, Some("person"));
    let seen = preview(&mut draft, &vault);
    assert_eq!((seen.counts.error, seen.counts.update), (1, 1));
    assert_eq!(codes(&draft, &vault), [(2, "match_several".to_owned())]);
    let row = draft
        .rows(vault.connection(), &only(RowAction::Error), 0, 1)
        .unwrap()
        .remove(0);
    assert_eq!(row.cells[0].error.as_ref().unwrap().args["count"], "2");
}

#[test]
fn a_row_that_fits_several_licenses_is_refused_instead_of_overwriting_one() {
    let (_folder, mut vault) = vault();
    let bytes = "软件名称,许可编号,备注\nVisio,L-1,生产\nVisio,L-2,研发\n".as_bytes();
    import(&mut vault, "l.csv", bytes, Some("license_ledger"));
    let notes = |vault: &Vault| {
        let note = |id| {
            ledger::record(vault.connection(), &license::REGISTER, id)
                .unwrap()
                .get(license::NOTE)
                .unwrap()
        };
        [note(1), note(2)]
    };
    assert_eq!(notes(&vault), ["生产", "研发"]);
    // a row about either of them, and one that says which
    let bytes = "软件名称,许可编号,备注\nVisio,,财务\nVisio,L-2,法务\n".as_bytes();
    let mut draft = open(&vault, "next.csv", bytes, Some("license_ledger"));
    let seen = preview(&mut draft, &vault);
    assert_eq!((seen.counts.error, seen.counts.update), (1, 1));
    assert_eq!(codes(&draft, &vault), [(2, "match_several".to_owned())]);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(notes(&vault), ["生产", "法务"]);
    assert_eq!(count(&vault, &license::REGISTER), 2);
}

#[test]
fn a_name_alone_means_the_record_without_edition_and_version() {
    let (_folder, mut vault) = vault();
    let bytes = "软件名称,版本类型,软件版本\nWinRAR,,\nWinRAR,专业版,7\nVisio,标准版,2024\nVisio,专业版,2024\n".as_bytes();
    let mut draft = open(&vault, "products.csv", bytes, Some("product"));
    assert_eq!(fields(&draft).len(), 3, "{:?}", fields(&draft));
    preview(&mut draft, &vault);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let bytes = "软件名称,备注\nWinRAR,共享软件\nVisio,制图\n".as_bytes();
    let mut draft = open(&vault, "notes.csv", bytes, Some("product"));
    preview(&mut draft, &vault);
    assert_eq!(codes(&draft, &vault), [(3, "match_several".to_owned())]);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let bare = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(bare.get(product::NOTE).as_deref(), Some("共享软件"));
}

#[test]
fn a_row_without_the_chosen_key_is_refused() {
    let (_folder, mut vault) = vault();
    people(&mut vault);
    let bytes = "姓名,工号,部门\n李娜,,法务\n".as_bytes();
    let mut draft = open(&vault, "p.csv", bytes, Some("person"));
    draft.set(key("person", &["staff_no"])).unwrap();
    preview(&mut draft, &vault);
    assert_eq!(codes(&draft, &vault), [(2, "match_blank".to_owned())]);
}

#[test]
fn only_new_rows_or_only_changes_are_written() {
    let (_folder, mut vault) = vault();
    people(&mut vault);
    let bytes =
        "姓名,邮箱,部门,办公地点\n李娜,ln@m.example,法务,苏州厂\n王芳,wf@m.example,IT,成都厂\n"
            .as_bytes();
    let options = |write| ImportSet {
        options: Some(ImportOptions {
            write,
            ..ImportOptions::default()
        }),
        ..ImportSet::default()
    };
    let mut draft = open(&vault, "p.csv", bytes, Some("person"));
    draft.set(options(api::WriteMode::Create)).unwrap();
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        (seen.counts.create, seen.counts.update, seen.counts.skip),
        (1, 0, 1)
    );
    let held = draft
        .rows(vault.connection(), &only(RowAction::Skip), 0, 1)
        .unwrap()
        .remove(0);
    assert_eq!(held.held.unwrap().code, "row_stands");
    let sites = seen
        .registers
        .iter()
        .find(|counts| counts.register == "site")
        .unwrap();
    assert_eq!(
        sites.create, 1,
        "the site of the row left alone is not made"
    );
    let first = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let department = |vault: &Vault| {
        ledger::record(vault.connection(), &person::REGISTER, 3)
            .unwrap()
            .get(person::DEPARTMENT)
    };
    assert_eq!(department(&vault).as_deref(), Some("IT"));
    vault
        .undo(first.operation, &Operation::new("undo", now()))
        .unwrap();

    draft.set(options(api::WriteMode::Update)).unwrap();
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        (seen.counts.create, seen.counts.update, seen.counts.skip),
        (0, 1, 1)
    );
    let held = draft
        .rows(vault.connection(), &only(RowAction::Skip), 0, 1)
        .unwrap()
        .remove(0);
    assert_eq!(held.held.unwrap().code, "row_not_there");
    let result = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(result.counts, seen.counts);
    assert_eq!(
        (
            department(&vault).as_deref(),
            count(&vault, &person::REGISTER)
        ),
        (Some("法务"), 3)
    );
}

#[test]
fn nothing_is_changed_that_the_file_does_not_say() {
    let (_folder, mut vault) = vault();
    let all = "软件名称,供应商,采购金额,币种,许可数量,订单号,备注,许可类型\n微软办公软件 / Microsoft Office,上海甲,1200,EUR,5,PO-1,不要动,永久\n";
    import(&mut vault, "all.csv", all.as_bytes(), Some("license"));
    let before = |vault: &Vault| {
        let record =
            |register: &'static Register| ledger::record(vault.connection(), register, 1).unwrap();
        [
            record(&product::REGISTER),
            record(&license::REGISTER),
            record(&purchase::REGISTER),
        ]
    };
    let [name, pool, line]: [Record; 3] = before(&vault);
    assert_eq!(
        name.get(product::NAME),
        Some(Pair::both("微软办公软件", "Microsoft Office"))
    );
    assert_eq!(line.get(purchase::AMOUNT).unwrap().currency, "EUR");
    for (what, text) in [
        (
            "blank cells and dashes",
            "软件名称,供应商,采购金额,许可数量,备注,订单号\nMicrosoft Office,,--,5,/,PO-1\n",
        ),
        (
            "absent columns and one half",
            "软件名称,许可数量\nMicrosoft Office,5\n",
        ),
        ("the other half", "软件名称,许可数量\n微软办公软件,5\n"),
        (
            "an amount without a currency",
            "软件名称,采购金额,许可数量\nMicrosoft Office,1200,5\n",
        ),
        (
            "blank halves",
            "软件名称（中文）,软件名称（英文）,许可数量\n,Microsoft Office,5\n",
        ),
    ] {
        let result = import(&mut vault, "less.csv", text.as_bytes(), Some("license"));
        assert_eq!(
            (result.counts.unchanged, result.counts.all),
            (1, 1),
            "{what}: {result:?}"
        );
        assert_eq!(
            before(&vault),
            [name.clone(), pool.clone(), line.clone()],
            "{what}"
        );
    }
    import(
        &mut vault,
        "more.csv",
        "软件名称,采购金额,许可数量\nMicrosoft Office,1300,5\n".as_bytes(),
        Some("license"),
    );
    let amount = before(&vault)[2].get(purchase::AMOUNT).unwrap();
    assert_eq!(
        (amount.amount, amount.currency.as_str()),
        (13_000_000, "EUR")
    );
}

#[test]
fn only_cells_that_change_are_marked() {
    let (_folder, mut vault) = vault();
    people(&mut vault);
    let bytes = "姓名,邮箱,部门\n李娜,ln@m.example,法务\n".as_bytes();
    let mut draft = open(&vault, "p.csv", bytes, Some("person"));
    preview(&mut draft, &vault);
    let row = draft
        .rows(vault.connection(), &RowFilter::default(), 0, 1)
        .unwrap()
        .remove(0);
    let changed: Vec<_> = row
        .cells
        .iter()
        .map(|cell| (cell.changed, cell.old.as_deref()))
        .collect();
    assert_eq!(changed, [(false, None), (false, None), (true, Some("IT"))]);
}

#[test]
fn a_record_is_known_by_what_it_is_called_on_the_screen() {
    let (_folder, mut vault) = vault();
    let bytes = "许可编号,软件名称,版别,软件版本,许可数量\nL-1,AutoCAD LT,LT,2026,3\n".as_bytes();
    import(&mut vault, "l.csv", bytes, None);
    let bytes = "许可编号,软件名称,到期日\nL-1,AutoCAD LT · 2026,2027-01-01\n".as_bytes();
    import(&mut vault, "n.csv", bytes, None);
    assert_eq!(count(&vault, &product::REGISTER), 1);
}

#[test]
fn a_record_that_would_go_to_another_shows_the_one_it_belongs_to() {
    let (_folder, mut vault) = vault();
    let bytes = "许可编号,软件名称,许可数量\nL-1,Visio,3\n".as_bytes();
    import(&mut vault, "l.csv", bytes, None);
    let bytes = "许可编号,软件名称\nL-1,Project\n".as_bytes();
    let mut draft = open(&vault, "n.csv", bytes, None);
    assert_eq!(preview(&mut draft, &vault).counts.update, 1);
    let rows = draft.rows(vault.connection(), &RowFilter::default(), 0, 1);
    let row = rows.unwrap().remove(0);
    let cells = row
        .cells
        .iter()
        .map(|cell| (cell.changed, cell.old.as_deref()));
    let cells: Vec<_> = cells.collect();
    assert_eq!(cells, [(false, None), (true, Some("Visio"))]);
}

#[test]
fn what_a_row_says_and_nothing_can_be_made_of_is_told() {
    let (_folder, mut vault) = vault();
    let bytes = "软件名称,许可数量,采购金额(元)\n,3,900\nAutoCAD,,345000\n,,\n";
    let mut draft = open(&vault, "l.csv", bytes.as_bytes(), Some("license"));
    let seen = preview(&mut draft, &vault);
    assert_eq!((seen.counts.error, seen.counts.create), (1, 1), "{seen:?}");
    assert_eq!(codes(&draft, &vault), [(2, "row_nameless".to_owned())]);
    let row = draft
        .rows(vault.connection(), &only(RowAction::Create), 0, 1)
        .unwrap()
        .remove(0);
    let held = row.held.unwrap();
    assert_eq!(
        (held.code.as_str(), held.field.as_deref()),
        ("part_not_made", Some("quantity"))
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(
        (
            count(&vault, &license::REGISTER),
            count(&vault, &purchase::REGISTER)
        ),
        (1, 0)
    );
}
