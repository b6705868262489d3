//! Files for a worker to read, made by code.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Formula, Workbook};
use sealbook_core::intake::{Isolation, OpenFile};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Two sheets and a secret one, with every kind of cell, merged and hidden ones.
pub fn book() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    sheet.write_row(0, 0, ["名称", "数量", "单价"]).unwrap();
    let money = Format::new().set_num_format("\"¥\"#,##0.00");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_string(1, 0, "用友 U8+").unwrap();
    sheet.write_number(1, 1, 56).unwrap();
    sheet.write_number_with_format(1, 2, 618.5, &money).unwrap();
    sheet
        .write_number_with_format(5, 0, 46_082.0, &date)
        .unwrap();
    sheet.write_boolean(5, 1, true).unwrap();
    let error = Formula::new("=1/0").set_result("#DIV/0!");
    sheet.write_formula(5, 2, error).unwrap();
    sheet
        .merge_range(5, 3, 6, 4, "备注", &Format::new())
        .unwrap();
    sheet.set_row_hidden(1).unwrap();
    sheet.set_column_hidden(1).unwrap();
    let long = book.add_worksheet().set_name("long").unwrap();
    for row in 0..9_000 {
        long.write_string(row, 0, format!("Lizenz № {row}, 许可"))
            .unwrap();
        long.write_number(row, 7, f64::from(row) / 3.0).unwrap();
    }
    let secret = book.add_worksheet().set_name("_keys").unwrap();
    secret.write_string(0, 0, "workbook").unwrap();
    secret.set_very_hidden(true);
    book.save_to_buffer().unwrap()
}

/// A text that begins with a mark and repeats itself.
pub fn text() -> Vec<u8> {
    format!("\u{feff}name;seats\n{}", "Vim 编辑器;3\n\n".repeat(5_000)).into_bytes()
}

/// A container of these parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, whose part is this.
pub fn workbook_of(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
    const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// The program lives on: a good file is read as always.
pub fn open_well(isolation: &Isolation) {
    let progress = &mut |_, _| true;
    let mut file = OpenFile::open("good.xlsx", book(), isolation, progress).unwrap();
    assert_eq!(file.table(0, progress).unwrap().len(), 3);
}
