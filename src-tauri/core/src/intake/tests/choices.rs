//! What the officer chooses on the way, and stopping.

use super::*;

#[test]
fn a_stopped_import_leaves_nothing() {
    let (folder, mut vault) = vault();
    let mut draft = open(&vault, "l.xlsx", &files::ledger_summary(), Some("license"));
    preview(&mut draft, &vault);
    let head = vault.log_head().unwrap();
    let stopped = draft
        .apply(&mut vault, now(), &mut |_, _| false)
        .unwrap_err();
    assert!(stopped.is("cancelled"));
    assert_eq!(
        (count(&vault, &product::REGISTER), vault.log_head().unwrap()),
        (0, head)
    );
    let shelves = std::fs::read_dir(folder.path().join("v/evidence")).unwrap();
    let files = shelves.flat_map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap());
    assert_eq!(files.count(), 0, "nor the file it was read from");
}

#[test]
fn progress_is_told_to_the_end_and_a_stopped_preview_shows_nothing() {
    let (_folder, mut vault) = vault();
    let mut draft = open(&vault, "u.csv", &files::m365_users(), Some("person"));
    let mut told = Vec::new();
    let mut listen = |done, total| {
        told.push((done, total));
        true
    };
    draft.preview(vault.connection(), &mut listen).unwrap();
    draft.apply(&mut vault, now(), &mut listen).unwrap();
    assert_eq!(told, [(0, 4), (4, 4), (0, 4), (4, 4)]);

    let mut stopped = open(&vault, "u.csv", &files::m365_users(), Some("person"));
    let refused = stopped.preview(vault.connection(), &mut |_, _| false);
    assert!(refused.unwrap_err().is("cancelled"));
    let all = RowFilter::default();
    assert!(
        stopped
            .rows(vault.connection(), &all, 0, 9)
            .unwrap()
            .is_empty()
    );
    assert_eq!(preview(&mut stopped, &vault).counts.unchanged, 4);
}

#[test]
fn what_was_chosen_is_remembered_and_unknown_names_can_be_refused() {
    let (_folder, mut vault) = vault();
    let bytes = "Foo,软件名称,许可数量,供应商\nX,AutoCAD,5,某某公司\n".as_bytes();
    let mut draft = open(&vault, "a.csv", bytes, Some("license"));
    let refuse = ImportOptions {
        unknown_links: UnknownLinks::Refuse,
        ..ImportOptions::default()
    };
    let chosen = vec![ColumnChoice {
        index: 0,
        field: Some("license.note".to_owned()),
    }];
    draft
        .set(ImportSet {
            columns: chosen,
            options: Some(refuse),
            ..ImportSet::default()
        })
        .unwrap();
    assert_eq!(preview(&mut draft, &vault).counts.error, 1);
    draft
        .set(ImportSet {
            options: Some(ImportOptions::default()),
            ..ImportSet::default()
        })
        .unwrap();
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let again = open(&vault, "b.csv", bytes, Some("license")).view(1);
    assert_eq!(
        (again.columns[0].field.as_deref(), again.columns[0].how),
        (Some("license.note"), "remembered")
    );
}

#[test]
fn every_word_names_a_field_that_exists() {
    let names = names::Names::shared().unwrap();
    assert!(names.is_total("合计"));
    let data: toml::Table = include_str!("../data/synonyms.toml").parse().unwrap();
    for area in ["fields", "choices"] {
        for (key, fields) in data[area].as_table().unwrap() {
            let register = crate::register::register(key).unwrap();
            for (field, words) in fields.as_table().unwrap() {
                let field = register
                    .field(field)
                    .unwrap_or_else(|| panic!("{key}.{field}"));
                for choice in words.as_table().into_iter().flat_map(toml::Table::keys) {
                    assert!(
                        field.choices().contains(&choice.as_str()),
                        "{key}.{}.{choice}",
                        field.key
                    );
                }
            }
        }
    }
}

#[test]
fn one_correction_serves_every_cell_that_holds_the_same() {
    let (_folder, vault) = vault();
    let bytes = "姓名,状态,部门\n张伟,在岗中,IT\n李娜,在岗中,IT\n王芳,离职,IT\n赵敏,休长假,IT\n";
    let mut draft = open(&vault, "p.csv", bytes.as_bytes(), Some("person"));
    let seen = preview(&mut draft, &vault);
    assert_eq!(seen.counts.error, 3, "{}", faults(&draft, &vault));
    let kinds: Vec<(Option<usize>, u32)> = seen
        .faults
        .iter()
        .map(|fault| (fault.key.column, fault.count))
        .collect();
    assert_eq!(kinds, [(Some(1), 3)]);
    let alike = api::CellChange {
        alike: true,
        ..change(2, 1, "active")
    };
    let fixed = correct(&mut draft, &vault, &alike);
    assert_eq!(
        (fixed.row.action, fixed.preview.counts.error),
        (RowAction::Create, 1)
    );
    let was = |row: &PreviewRow| row.cells[1].was.clone();
    assert_eq!(was(&fixed.row).as_deref(), Some("在岗中"));
    let filter = RowFilter {
        action: None,
        fault: Some(fixed.preview.faults[0].key.clone()),
        numbers: Vec::new(),
    };
    let left = draft.rows(vault.connection(), &filter, 0, 10).unwrap();
    assert_eq!(left.iter().map(|row| row.row).collect::<Vec<_>>(), [5]);

    let fixed = draft.correct(vault.connection(), &change(5, 1, "active"));
    assert!(
        fixed.unwrap().cells[1].error.is_none(),
        "its own error goes at once"
    );
    assert_eq!(preview(&mut draft, &vault).counts.error, 0);
    let wrong = draft.correct(vault.connection(), &change(5, 1, "??"));
    assert!(wrong.unwrap().cells[1].error.is_some(), "and comes at once");
    let back = correct(&mut draft, &vault, &change(2, 1, "在岗中"));
    assert_eq!(
        (was(&back.row), back.row.action),
        (None, RowAction::Error),
        "as it was read"
    );
}

#[test]
fn another_encoding_stopped_while_it_is_read_changes_nothing() {
    let (_folder, vault) = vault();
    let bytes = "姓名,邮箱\n李伟,a@example.cn\n";
    let mut draft = open(&vault, "p.csv", bytes.as_bytes(), Some("person"));
    preview(&mut draft, &vault);
    correct(&mut draft, &vault, &change(2, 0, "王芳"));
    let other = ImportSet {
        encoding: Some("utf-16le".to_owned()),
        ..ImportSet::default()
    };
    let before = draft.view(1);
    let stopped = draft.change(other.clone(), &mut |_, _| false);
    assert!(stopped.unwrap_err().is("cancelled"));
    let after = draft.view(1);
    assert_eq!(after.encoding, before.encoding);
    let rows = |draft: &Draft| draft.rows(vault.connection(), &RowFilter::default(), 0, 9);
    assert_eq!(rows(&draft).unwrap()[0].cells[0].text, "王芳");
    draft.change(other, &mut |_, _| true).unwrap();
    assert_ne!(draft.view(1).encoding, before.encoding);
}

#[test]
fn a_sheet_without_cells_is_refused_and_the_one_before_stays() {
    let (_folder, vault) = vault();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["软件名称", "数量"]).unwrap();
    sheet.write_row(1, 0, ["Visio", "3"]).unwrap();
    book.add_worksheet();
    let bytes = book.save_to_buffer().unwrap();
    let mut draft = open(&vault, "s.xlsx", &bytes, None);
    let other = ImportSet {
        sheet: Some(1),
        ..ImportSet::default()
    };
    assert!(draft.set(other).unwrap_err().is("sheet_empty"));
    assert_eq!(draft.view(1).sheet, 0);
    assert_eq!(preview(&mut draft, &vault).counts.create, 1);
}
