//! The copy of a file to send back, with what is wrong marked.

use std::io::Read;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use super::*;
use crate::words::WorkbookLanguages;
use crate::workbook::{ExportResult, Target, annotated};

fn save(draft: &Draft, folder: &Path, languages: WorkbookLanguages) -> (PathBuf, ExportResult) {
    let path = folder.join("back.xlsx");
    let target = Target {
        now: now(),
        path: &path,
    };
    let result =
        annotated::export(&draft.annotated(), languages, target, &mut |_, _| true).unwrap();
    (path, result)
}

fn part(path: &Path, name: &str) -> String {
    let file = std::fs::File::open(path).unwrap();
    let mut text = String::new();
    zip::ZipArchive::new(file)
        .unwrap()
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn every_cell_keeps_its_address_and_the_wrong_ones_say_why() {
    let (folder, vault) = vault();
    let mut draft = open(
        &vault,
        "台账.xlsx",
        &files::ledger_summary(),
        Some("license"),
    );
    preview(&mut draft, &vault);
    let (path, result) = save(&draft, folder.path(), WorkbookLanguages::ZhEn);
    assert_eq!(
        (result.sheets[0].name.as_str(), result.sheets[0].rows),
        ("软件使用情况汇总表", 2)
    );

    let back = std::fs::read(&path).unwrap();
    let mut again = open(&vault, "back.xlsx", &back, Some("license"));
    for place in 0..draft.table.len() {
        let number = draft.table.number(place);
        let there = again.table.index_from(number);
        assert_eq!(again.table.number(there), number);
        for (column, cell) in draft.table.row(place).cells() {
            assert_eq!(
                again.table.cell(there, column),
                cell,
                "row {number} column {column}"
            );
        }
    }
    let said = |row| {
        let place = again.table.index_from(row);
        again.table.cell(place, 13).text().into_owned()
    };
    assert_eq!(said(5), "需更正之处\nWhat to correct");
    let reason = said(9);
    assert!(reason.starts_with("F9: "), "{reason}");
    assert!(
        reason.contains("does not exist") && reason.lines().count() == 2,
        "{reason}"
    );
    assert_eq!(said(6), "", "a good row says nothing");

    let notes = part(&path, "xl/comments1.xml");
    for cell in ["F9", "I10"] {
        assert!(notes.contains(&format!("ref=\"{cell}\"")), "{notes}");
    }
    assert_eq!(fields(&again), fields(&draft), "the last column is no data");
    preview(&mut again, &vault);
    assert_eq!(faults(&again, &vault), faults(&draft, &vault));
}

#[test]
fn what_looks_like_a_formula_stays_text_and_empty_cells_are_marked() {
    let (folder, vault) = vault();
    let bytes = "名称,邮箱,备注\n=HYPERLINK(\"http://x\"),not an address,+1\n,a@b.cn,@SUM(A1)\n";
    let mut draft = open(&vault, "v.csv", bytes.as_bytes(), Some("vendor"));
    preview(&mut draft, &vault);
    assert_eq!(fields(&draft).len(), 3, "{:?}", fields(&draft));
    let (path, result) = save(&draft, folder.path(), WorkbookLanguages::It);
    assert_eq!(result.sheets[0].rows, 2);
    let sheet = part(&path, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "no formula anywhere");
    assert!(part(&path, "xl/styles.xml").contains("quotePrefix"));
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    assert_eq!(
        range.get_value((1, 2)),
        Some(&Data::String("+1".to_owned()))
    );
    assert!(
        part(&path, "xl/comments1.xml").contains("ref=\"A3\""),
        "an empty cell that is required"
    );
}

#[test]
fn a_correction_made_here_is_told_and_stopping_leaves_no_file() {
    let (folder, vault) = vault();
    let mut draft = open(
        &vault,
        "台账.xlsx",
        &files::ledger_summary(),
        Some("license"),
    );
    preview(&mut draft, &vault);
    correct(&mut draft, &vault, &change(9, 5, "2026-02-28"));
    let (path, result) = save(&draft, folder.path(), WorkbookLanguages::En);
    assert_eq!(result.sheets[0].rows, 1);
    assert!(part(&path, "xl/comments1.xml").contains("2026-02-28"));
    std::fs::remove_file(&path).unwrap();
    let target = Target {
        now: now(),
        path: &path,
    };
    let stopped = annotated::export(
        &draft.annotated(),
        WorkbookLanguages::En,
        target,
        &mut |_, _| false,
    );
    assert!(stopped.unwrap_err().is("cancelled"));
    assert!(!path.exists());
}
