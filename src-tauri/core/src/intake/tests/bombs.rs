//! Files of every format that claim more than a machine holds, or go round in circles.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use super::super::file::SourceFile;
use super::super::table::{Cell, Fault, Table};
use super::hostile::zip;

/// What opening a file and reading its first sheet come to: the code of the refusal, if there is one.
fn outcome(name: &str, bytes: Vec<u8>) -> Result<Table, String> {
    let begun = Instant::now();
    let read = SourceFile::open(name, bytes).and_then(|mut file| file.table(0, None));
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{name} held the program up"
    );
    read.map_err(|error| error.code)
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn repetitions_of_an_opendocument_sheet_are_counted() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"500\"/>";
    let bomb =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    assert_eq!(outcome("bomb.ods", ods(&bomb)).unwrap_err(), "file_too_big");
    let wide = cell.replace("500", "4000000000");
    let wide = format!("<table:table-row>{wide}</table:table-row>");
    assert_eq!(outcome("wide.ods", ods(&wide)).unwrap_err(), "file_too_big");
    // what spreadsheet programs write below every sheet
    let plain = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = outcome("plain.ods", ods(plain)).unwrap();
    assert_eq!((table.len(), table.cell(0, 0).get()), (1, Cell::Text("a")));
}

#[test]
fn markup_may_not_be_deep_or_endless() {
    let deep = "<table><tr><td>".repeat(100_000);
    assert_eq!(
        outcome("deep.xls", deep.into_bytes()).unwrap_err(),
        "file_hostile"
    );
    let spans = "<table><tr><td colspan=4000000000>a<tr><td rowspan=4000000000>b<td>c</table>";
    assert_eq!(outcome("spans.html", spans.into()).unwrap().cells(), 3);
    let head = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    let deep = format!("{head}{}", "<a>".repeat(100_000));
    assert_eq!(
        outcome("deep.xml", deep.into_bytes()).unwrap_err(),
        "file_hostile"
    );
    let long = format!(
        "{head}<Worksheet><Table><Row><Cell><Data>{}",
        "a".repeat(3 << 20)
    );
    assert_eq!(
        outcome("long.xml", long.into_bytes()).unwrap_err(),
        "file_too_big"
    );
    let crowded: String = (0..300).map(|n| format!(" a{n}=\"\"")).collect();
    let crowded = format!("{head}<Worksheet{crowded}/></Workbook>");
    assert_eq!(
        outcome("crowded.xml", crowded.into_bytes()).unwrap_err(),
        "file_hostile"
    );
    let text: String = (0..300_000).map(|n| format!("{n:07}")).collect();
    let strings = format!("<sst><si><t>{text}</t></si></sst>");
    let long = zip(&[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(outcome("long.xlsx", long).unwrap_err(), "file_too_big");
    let laughs = format!("{head}<Worksheet><Table><Row><Cell><Data>&lol;</Data>");
    assert_eq!(
        outcome("laughs.xml", laughs.into_bytes()).unwrap_err(),
        "file_damaged"
    );
}

#[test]
fn a_part_may_not_stand_twice_in_a_container() {
    let twice = zip(&[("xl/workbook.xml", b"<a/>"), ("xl/Workbook.xml", b"<b/>")]);
    assert_eq!(outcome("twice.xlsx", twice).unwrap_err(), "file_hostile");
}

/// A record of the old binary format.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn number(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    record(0x203, &[place, 1_f64.to_le_bytes().to_vec()].concat())
}

const BEGIN: [u8; 8] = [0, 6, 5, 0, 0, 0, 0, 0];

/// A workbook of the old binary format: records before its sheets, and those of its one sheet.
fn xls(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let named = |start: u32| {
        let name = [&[0, 0, 1, 0][..], b"a"].concat();
        record(0x85, &[start.to_le_bytes().to_vec(), name].concat())
    };
    let mut stream = [record(0x809, &BEGIN), globals.concat()].concat();
    let start = stream.len() + named(0).len() + 4;
    stream.extend(named(u32::try_from(start).unwrap()));
    stream.extend(record(0x0a, &[]));
    stream.extend(record(0x809, &[0, 6, 0x10, 0, 0, 0, 0, 0]));
    stream.extend(sheet.concat());
    stream.extend(record(0x0a, &[]));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut part = file.create_stream("Workbook").unwrap();
    part.write_all(&stream).unwrap();
    drop(part);
    file.into_inner().into_inner()
}

#[test]
fn sizes_that_an_old_workbook_claims_are_not_believed() {
    let table = outcome("small.xls", xls(&[], &[number(2, 1)])).unwrap();
    assert_eq!(
        (table.number(0), table.cell(0, 1).get()),
        (3, Cell::Number(1.0))
    );
    let claims = record(
        0x200,
        &[0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0],
    );
    let table = outcome("claims.xls", xls(&[], &[claims, number(2, 1)])).unwrap();
    assert_eq!(table.cells(), 1);
    let corners = xls(&[], &[number(0, 0), number(65_535, 255)]);
    assert_eq!(outcome("corners.xls", corners).unwrap_err(), "file_too_big");
    let sheets: Vec<Vec<u8>> = (0..300_u32)
        .map(|start| {
            record(
                0x85,
                &[&start.to_le_bytes()[..], &[0, 0, 1, 0, b'b']].concat(),
            )
        })
        .collect();
    assert_eq!(
        outcome("sheets.xls", xls(&sheets, &[])).unwrap_err(),
        "file_too_big"
    );
    // as Excel 97 encrypts, and as Excel 95 did
    for how in [[1, 0, 1, 0, 1, 0], [0, 0, 0x36, 0x1d, 0x9a, 0x5c]] {
        let secret = record(0x2f, &how);
        assert_eq!(
            outcome("secret.xls", xls(&[secret], &[])).unwrap_err(),
            "file_password"
        );
    }
}

#[test]
fn a_formula_of_an_old_workbook_without_its_text_is_named() {
    // a text is the result, and stands in the record to come
    let formula = |row: u16| {
        let place = [row.to_le_bytes(), [0, 0], [0, 0]].concat();
        let result = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
        record(0x06, &[&place[..], &result, &[0; 8]].concat())
    };
    let text = record(0x207, &[1, 0, 0, b'a']);
    let shared = record(0x4bc, &[0; 10]);
    let sheet = [
        formula(0),
        shared,
        text,
        formula(1),
        number(2, 0),
        formula(3),
    ];
    let table = outcome("formulas.xls", xls(&[], &sheet)).unwrap();
    let uncalculated = Cell::Error(Fault::Uncalculated);
    assert_eq!(table.cell(0, 0), Cell::Text("a"));
    assert_eq!(table.cell(1, 0), uncalculated);
    assert_eq!(table.cell(2, 0), Cell::Number(1.0));
    assert_eq!(table.cell(3, 0), uncalculated);
}

#[test]
fn every_byte_of_an_old_workbook_may_be_wrong() {
    let book = xls(&[record(0x22, &[1, 0])], &[number(0, 0), number(1, 1)]);
    // the tables of the container lie at both ends
    for at in (0..book.len()).step_by(13) {
        for flip in [0xff, 0x01] {
            let mut broken = book.clone();
            broken[at] ^= flip;
            let _ = outcome("broken.xls", broken);
        }
    }
}

#[test]
fn protection_is_told_apart() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("EncryptedPackage").unwrap();
    let password = file.into_inner().into_inner();
    assert_eq!(
        outcome("password.xlsx", password).unwrap_err(),
        "file_password"
    );
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("EncryptedPackage").unwrap();
    file.create_storage_all("\u{6}DataSpaces/DataSpaceInfo")
        .unwrap();
    let space = "\u{6}DataSpaces/DataSpaceInfo/DRMEncryptedDataSpace";
    file.create_stream(space).unwrap();
    let rights = file.into_inner().into_inner();
    assert_eq!(outcome("rights.xlsx", rights).unwrap_err(), "file_rights");
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("WordDocument").unwrap();
    let letter = file.into_inner().into_inner();
    assert_eq!(
        outcome("letter.xls", letter).unwrap_err(),
        "file_not_workbook"
    );
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let secret = zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", b"\x01\x02"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(outcome("secret.ods", secret).unwrap_err(), "file_password");
}
