//! Blocks copied in a spreadsheet program.

use super::*;
use crate::intake::pasted::{MOST, Pasted};
use crate::words::{Language, Words};

fn paste(
    vault: &Vault,
    text: &str,
    target: Option<&str>,
    columns: &[&str],
) -> crate::Result<Draft> {
    let columns: Vec<String> = columns.iter().map(|key| (*key).to_owned()).collect();
    let pasted = Pasted {
        text,
        target,
        columns: &columns,
    };
    let mut block = pasted.block(Words::new(Language::En), today())?;
    let (name, bytes) = (block.name.clone(), std::mem::take(&mut block.bytes));
    let file = OpenFile::open(&name, bytes, &Isolation::None, &mut |_, _| true)?;
    Draft::paste(block, file, vault.connection(), today(), &mut |_, _| true)
}

fn texts(draft: &Draft) -> Vec<Vec<String>> {
    let row = |row: usize| {
        let row = draft.table.row(row);
        let cells = row.cells();
        cells.map(|(_, cell)| cell.text().into_owned()).collect()
    };
    (0..draft.table.len()).map(row).collect()
}

#[test]
fn a_block_with_headers_is_matched_by_them() {
    let (_folder, mut vault) = vault();
    let text = "供应商名称\t备注\t邮箱\r\n上海软件有限公司\t\"两行\n备注\"\ta@b.cn\r\n";
    let mut draft = paste(&vault, text, Some("vendor"), &["code", "name"]).unwrap();
    assert_eq!(
        fields(&draft),
        [
            ("供应商名称".to_owned(), "vendor.name".to_owned()),
            ("备注".to_owned(), "vendor.note".to_owned()),
            ("邮箱".to_owned(), "vendor.email".to_owned()),
        ]
    );
    preview(&mut draft, &vault);
    let result = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(result.counts.create, 1);
    let record = ledger::record(vault.connection(), &vendor::REGISTER, 1).unwrap();
    assert_eq!(record.get(vendor::NOTE).as_deref(), Some("两行\n备注"));
    let kept = ledger::record(vault.connection(), &evidence::REGISTER, 1).unwrap();
    assert_eq!(
        kept.get(evidence::FILES).unwrap()[0].name,
        "Pasted 2026-11-24.csv"
    );
}

#[test]
fn a_block_as_wide_as_the_list_fills_its_columns() {
    let (_folder, mut vault) = vault();
    let columns = ["name", "email", "department", "licenses"];
    let text = "张伟\tzw@m.example\tIT\t3\n李娜\tln@m.example\t财务\t\n";
    let mut draft = paste(&vault, text, Some("person"), &columns).unwrap();
    let view = draft.view(1);
    let matched: Vec<_> = view
        .columns
        .iter()
        .map(|column| column.field.as_deref())
        .collect();
    assert_eq!(
        matched,
        [
            Some("person.name"),
            Some("person.email"),
            Some("person.department"),
            None
        ]
    );
    assert_eq!(
        (view.target.as_str(), view.header_row, view.rows),
        ("person", 1, 2)
    );
    assert_eq!(view.columns[1].header, "E-mail");
    assert_eq!(
        preview(&mut draft, &vault).counts.create,
        2,
        "{}",
        faults(&draft, &vault)
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let mut again = paste(&vault, text, Some("person"), &columns).unwrap();
    assert_eq!(
        preview(&mut again, &vault).counts.unchanged,
        2,
        "pasted twice it changes nothing"
    );
    let learnt = crate::vault::matching::columns(vault.connection()).unwrap();
    assert!(learnt.is_empty(), "its headers were not the file's");
}

#[test]
fn a_license_list_takes_its_own_columns_and_others_are_matched_by_hand() {
    let (_folder, mut vault) = vault();
    import(
        &mut vault,
        "p.csv",
        "软件名称\nAutoCAD\n".as_bytes(),
        Some("product"),
    );
    let text = "AutoCAD\t续订\n";
    let mut draft = paste(&vault, text, Some("license"), &["product", "note"]).unwrap();
    assert_eq!(draft.view(1).target, "license");
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        seen.registers
            .iter()
            .map(|counts| (counts.register, counts.create))
            .collect::<Vec<_>>(),
        [("license", 1)]
    );
    let wide = paste(
        &vault,
        "AutoCAD\t续订\t7\n",
        Some("license"),
        &["product", "note"],
    )
    .unwrap();
    let view = wide.view(1);
    assert_eq!(view.columns[0].header, "Column A");
    assert_eq!(view.rows, 1, "the first row is no header");
}

#[test]
fn quotes_and_separators_stand_for_themselves() {
    let (_folder, vault) = vault();
    let text = "\u{feff}a;b, c\t\"abc\"\t5\" disk\r\n\"never closed\tx\t\"tab\there\"\r\"say \"\"hi\"\"\nthere\"\t\t\n\t\t\n\n";
    let draft = paste(&vault, text, Some("vendor"), &[]).unwrap();
    assert_eq!(
        texts(&draft)[1..],
        [
            vec!["a;b, c", "\"abc\"", "5\" disk"],
            vec!["\"never closed", "x", "tab\there"],
            vec!["say \"hi\"\nthere"],
        ]
    );
    let one = paste(
        &vault,
        "Office\nVisio;Project\nWPS, 金山\n",
        Some("product"),
        &["name"],
    )
    .unwrap();
    assert_eq!(texts(&one).len(), 4);
    assert_eq!(texts(&one)[2], ["Visio;Project"]);
}

#[test]
fn nothing_and_too_much_are_refused() {
    let (_folder, vault) = vault();
    for empty in ["", " \t \r\n\t\n"] {
        assert!(
            paste(&vault, empty, None, &[])
                .err()
                .unwrap()
                .is("paste_empty")
        );
    }
    let much = "x\t".repeat(MOST / 2 + 1);
    assert!(
        paste(&vault, &much, None, &[])
            .err()
            .unwrap()
            .is("paste_too_large")
    );
    let wide = "x\t".repeat(600);
    assert!(
        paste(&vault, &wide, None, &[])
            .err()
            .unwrap()
            .is("file_too_big")
    );
}
