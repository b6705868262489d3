//! What an export leaves on the disk and in a cell.

use super::*;

#[test]
fn a_cancelled_export_leaves_nothing() {
    let (folder, vault) = vault();
    let path = folder.path().join("cancelled.xlsx");
    let target = Target {
        now: now(),
        path: &path,
    };
    let refused = position::export(
        vault.connection(),
        &options(WorkbookLanguages::En),
        None,
        target,
        None,
        &mut |_, _| false,
    );
    assert!(refused.unwrap_err().is("cancelled"));
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "only the vault lies there");
}

#[test]
fn a_list_holds_what_an_import_needs() {
    let (folder, vault) = vault();
    let path = folder.path().join("list.xlsx");
    let list = list::ListExport {
        register: &license::REGISTER,
        ids: Some(&[2, 1]),
        fields: &[],
        languages: WorkbookLanguages::ZhEn,
        today: day("2026-11-24"),
    };
    let target = Target {
        now: now(),
        path: &path,
    };
    let result = list::export(vault.connection(), &list, target, &mut |_, _| true).unwrap();
    let rows = sheet(&path, &result.sheets[0].name);
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[4][0], "LIC-0002", "in the order of the handle");
    assert!(uuid::Uuid::parse_str(rows[4].last().unwrap()).is_ok());
    assert_eq!(
        rows[4][1], "PRD-0001",
        "a link stands as the text that finds it"
    );
}

#[test]
fn cells_keep_to_the_limits_of_excel() {
    let long = "中".repeat(cell::TEXT_LIMIT - 1) + "😀";
    let (head, rest) = cell::split(&long);
    assert_eq!(
        (head.encode_utf16().count(), rest),
        (cell::TEXT_LIMIT - 1, "😀"),
        "never within a character"
    );
    assert_eq!(cell::split("short"), ("short", ""));
    for text in ["=1", "+1", "-1", "@x", "\tx", "＝1"] {
        assert!(cell::looks_like_formula(text));
    }
    assert!(!cell::looks_like_formula("SolidWorks"));
}
