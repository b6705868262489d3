//! Files that mean harm, or are not what they are called.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::super::file::SourceFile;
use super::super::{limits, table::Cell};
use super::files;

fn refused(name: &str, bytes: Vec<u8>) -> String {
    let begun = Instant::now();
    let code = SourceFile::open(name, bytes)
        .map(|_| ())
        .map_err(|error| error.code)
        .unwrap_err();
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{name} held the program up"
    );
    code
}

/// A container of these parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_no_tables_are_named() {
    let book = files::ledger_summary();
    for (name, bytes, code) in [
        ("empty.xlsx", Vec::new(), "file_empty"),
        ("blank.csv", b" \r\n\r\n".to_vec(), "file_empty"),
        (
            "cut.xlsx",
            book[..book.len() / 2].to_vec(),
            "file_truncated",
        ),
        (
            "page.xls",
            b"<html><p>nothing to see</p></html>".to_vec(),
            "file_html",
        ),
        ("doc.pdf", b"%PDF-1.7\n".to_vec(), "file_pdf"),
        (
            "cut.xls",
            [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat(),
            "file_truncated",
        ),
        (
            "oldest.xls",
            b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00".to_vec(),
            "file_old_excel",
        ),
        (
            "other.zip",
            zip(&[("a.txt", b"hello")]),
            "file_not_workbook",
        ),
        (
            "binary.csv",
            [b"a,b\n".as_slice(), &[0, 1, 2, 0xff, 0]].concat(),
            "file_not_workbook",
        ),
        (
            "noughts.csv",
            b"a,b\n\0\x01\x02\0\0\0".to_vec(),
            "file_not_workbook",
        ),
        (
            "archive.csv",
            [b"list.csv".as_slice(), &[0; 504], &b"a,b\n".repeat(1000)].concat(),
            "file_not_workbook",
        ),
        (
            "page.html",
            b"<table><tr><td>WinRAR\0<td>a longer text beside it</table>".to_vec(),
            "file_not_workbook",
        ),
        (
            "half.csv",
            [b"\xc4\xe3,a\n".as_slice(), b"b,\x03\xff\xff\n"].concat(),
            "bytes_undecodable",
        ),
    ] {
        let got = refused(name, bytes);
        assert_eq!(got, code, "{name}");
    }
    let mut secret = vec![0xd0, 0xcf, 0x11, 0xe0];
    secret.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("secret.xlsx", secret), "file_password");
}

#[test]
fn bombs_and_document_types_are_refused_before_they_are_read() {
    let bomb = vec![b' '; 300 << 20];
    assert_eq!(
        refused(
            "bomb.xlsx",
            zip(&[
                ("xl/workbook.xml", b"<a/>"),
                ("xl/worksheets/sheet1.xml", &bomb)
            ])
        ),
        "file_too_big"
    );
    let laughs = b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a/>";
    assert_eq!(
        refused("dtd.xlsx", zip(&[("xl/workbook.xml", laughs)])),
        "file_hostile"
    );
    // across the border of two blocks
    let late = [vec![b' '; (64 << 10) - 4], b"<!DOCTYPE a>".to_vec()].concat();
    assert_eq!(
        refused("late.xlsx", zip(&[("xl/workbook.xml", &late)])),
        "file_hostile"
    );
    let claims = b"<sst uniqueCount=\"4611686018427387904\"></sst>";
    assert_eq!(
        refused(
            "claims.xlsx",
            zip(&[
                ("xl/workbook.xml", b"<a/>"),
                ("xl/sharedStrings.xml", claims)
            ])
        ),
        "file_too_big"
    );
    let many: Vec<(String, &[u8])> = (0..2_500)
        .map(|n| (format!("p{n}"), b"".as_slice()))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    assert_eq!(refused("many.xlsx", zip(&many)), "file_too_big");
}

#[test]
fn a_cell_at_the_end_of_the_sheet_does_not_fill_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "名称").unwrap();
    sheet.write_string(1_048_575, 300, "end").unwrap();
    let mut file = SourceFile::open("far.xlsx", book.save_to_buffer().unwrap()).unwrap();
    let table = file.table(0, None).unwrap();
    assert_eq!(table.len(), 2);
    assert_eq!(table.cell(1, 300), Cell::Text("end"));

    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .write_string(0, limits::COLUMNS as u16, "x")
        .unwrap();
    let mut file = SourceFile::open("wide.xlsx", book.save_to_buffer().unwrap()).unwrap();
    assert!(file.table(0, None).unwrap_err().is("file_too_big"));
}

#[test]
fn every_byte_of_a_workbook_may_be_wrong() {
    let book = files::ledger_summary();
    for at in (0..book.len()).step_by(97) {
        let mut broken = book.clone();
        broken[at] ^= 0xff;
        if let Ok(mut file) = SourceFile::open("broken.xlsx", broken) {
            let _ = file.table(0, None);
        }
    }
}

#[test]
fn texts_of_every_encoding_and_separator() {
    let text = "名称,数量\n用友,5\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ascii = format!("{}{}", "name,quantity\n".repeat(400), text);
    for (bytes, row) in [
        (text.as_bytes().to_vec(), 1),
        (format!("\u{feff}{text}").into_bytes(), 1),
        (files::gb18030(text), 1),
        (files::gb18030(&ascii), 401),
        (utf16, 1),
        (bare, 1),
        (text.replace(',', ";").into_bytes(), 1),
        (text.replace(',', "\t").into_bytes(), 1),
        (text.replace('\n', "\r\n").into_bytes(), 1),
    ] {
        let mut file = SourceFile::open("t.csv", bytes.clone()).unwrap();
        let table = file.table(0, None).unwrap();
        assert_eq!(
            (table.cell(row, 0).get(), table.cell(row, 1).get()),
            (Cell::Text("用友"), Cell::Text("5")),
            "{bytes:?}"
        );
    }
    let called = SourceFile::open("really.xlsx", b"a,b\n1,2\n".to_vec()).unwrap();
    assert!(called.notes[0].is("file_is_text"));
}

#[test]
fn a_zero_byte_in_a_text_is_a_control_character_of_its_cell() {
    for bytes in [
        "name,quantity\n用友\0,5\n",
        "\u{feff}name,quantity\nWin\0RAR,5\n",
        "name\0\nWinRAR\n",
    ] {
        let mut file = SourceFile::open("nul.csv", bytes.as_bytes().to_vec()).unwrap();
        assert_eq!(file.encoding.as_deref(), Some("UTF-8"), "{bytes:?}");
        let table = file.table(0, None).unwrap();
        let lines = bytes.trim_start_matches('\u{feff}').lines();
        for (row, line) in lines.enumerate() {
            for (column, text) in line.split(',').enumerate() {
                assert_eq!(table.cell(row, column), Cell::Text(text));
            }
        }
    }
    // each sign of ASCII has a zero byte in UTF-16, and none of them is one
    for wide in [u16::to_le_bytes, u16::to_be_bytes] {
        for text in [
            "name,quantity\nWinRAR,5\n",
            "软件名称,数量,备注\n办公软件专业增强版,5,\n",
        ] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(wide).collect();
            let mut file = SourceFile::open("wide.csv", bytes).unwrap();
            assert_eq!(file.table(0, None).unwrap().cell(1, 1), Cell::Text("5"));
        }
    }
}

#[test]
fn bytes_that_are_no_characters_stay_in_their_cells_until_an_encoding_is_chosen() {
    let bytes = b"name,quantity\n\xd3\xc3\xd3\xd1,5\n\xd3\xc3\xff,6\n".to_vec();
    let mut file = SourceFile::open("half.csv", bytes.clone()).unwrap();
    assert_eq!(file.encoding.as_deref(), Some("gb18030"));
    assert!(file.notes[0].is("bytes_undecodable"));
    let table = file.table(0, None).unwrap();
    assert_eq!(table.cell(1, 0), Cell::Text("用友"));
    assert!(table.cell(2, 0).input().unwrap_err().is("cell_undecodable"));
    assert_eq!(table.cell(2, 1), Cell::Text("6"));

    // one that fits is read, and one that does not is refused
    let western =
        SourceFile::open_as("half.csv", bytes.clone().into(), Some("windows-1252"), None).unwrap();
    assert!(western.notes.is_empty());
    let refused = SourceFile::open_as("half.csv", bytes.into(), Some("UTF-8"), None).map(|_| ());
    assert!(refused.unwrap_err().is("bytes_undecodable"));
    // of markup nobody knows which cell they are of
    let page = b"<table><tr><td>\xd3\xc3\xff</td></tr></table>".to_vec();
    let refused = SourceFile::open("page.xls", page).map(|_| ());
    assert!(refused.unwrap_err().is("bytes_undecodable"));
}

#[test]
fn a_cell_longer_than_any_spreadsheet_keeps_is_named() {
    let most = "长".repeat(limits::CELL);
    let files = [
        ("most.csv", format!("name\n{most}\n{most}x\n")),
        (
            "most.html",
            format!("<table><tr><td>name<tr><td>{most}<tr><td>{most}x</table>"),
        ),
    ];
    for (name, text) in files {
        let mut file = SourceFile::open(name, text.into_bytes()).unwrap();
        let table = file.table(0, None).unwrap();
        assert_eq!(table.cell(1, 0), Cell::Text(&most), "{name}");
        assert!(
            table.cell(2, 0).input().unwrap_err().is("cell_too_long"),
            "{name}"
        );
    }
}

#[test]
fn both_date_systems_give_the_same_day() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    sheet
        .write_number_with_format(0, 0, 46_082.0, &date)
        .unwrap();
    sheet
        .write_formula(
            1,
            0,
            rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
        )
        .unwrap();
    sheet.write_boolean(2, 0, true).unwrap();
    let mut file = SourceFile::open("d.xlsx", book.save_to_buffer().unwrap()).unwrap();
    let table = file.table(0, None).unwrap();
    assert_eq!(table.cell(0, 0).text(), "2026-03-01");
    assert_eq!(table.marks.formulas, 1);
    assert_eq!(table.cell(2, 0), Cell::Flag(true));
}
