//! Files that mean harm, read as the application reads them: each ends in a sentence, and the program neither grows nor falls.

use std::io::{Cursor, Read, Write};

use sealbook_core::Result;
use sealbook_core::intake::OpenFile;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::bounds::{is_said, worker};
use crate::files;

pub fn trials() -> Vec<(&'static str, fn())> {
    vec![
        (
            "hostile_files_end_in_a_sentence_and_the_program_lives_on",
            refused,
        ),
        ("far_cells_and_empty_claims_cost_nothing", harmless),
    ]
}

/// Opens a file and reads its first sheet; the number of filled cells.
fn read(name: &str, bytes: Vec<u8>) -> Result<usize> {
    let progress = &mut |_, _| true;
    let mut file = OpenFile::open(name, bytes, &worker(), progress)?;
    Ok(file.table(0, progress)?.cells())
}

fn refused() {
    files::open_well(&worker());
    let cases = [
        ("bomb.xlsx", bomb(), "file_too_big"),
        ("forty-two.xlsx", nested(5), "file_not_workbook"),
        ("overlap.xlsx", overlapping(), "file_hostile"),
        ("small.xlsx", lying_sizes(), "file_truncated"),
        ("entries.xlsx", many_entries(), "file_too_big"),
        ("strings.xlsx", many_strings(), "file_too_big"),
        ("astray.xlsx", astray(), "file_too_big"),
        ("laughs.xlsx", laughs(), "file_hostile"),
        ("entity.xlsx", outside_entity(), "file_hostile"),
    ];
    for (name, bytes, code) in cases {
        let (outcome, grown) = growth(|| read(name, bytes));
        let error = outcome.expect_err(name);
        assert_eq!(error.code, code, "{name}: {error}");
        is_said(&error);
        assert!(grown < 50 << 20, "{name} made the program grow by {grown}");
    }
    files::open_well(&worker());
}

fn harmless() {
    let far = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>"#;
    let (cells, grown) = growth(|| read("far.xlsx", files::workbook_of(far.as_bytes(), b"<sst/>")));
    assert_eq!(cells.unwrap(), 2);
    assert!(grown < 50 << 20, "{grown}");
    let (deep, grown) = growth(|| read("deep.xlsx", deep(100_000)));
    assert_eq!(
        deep.unwrap(),
        0,
        "nothing counts on the depth of what it reads"
    );
    assert!(grown < 50 << 20, "{grown}");
    let wide = far.replace("A1048576", "XFD1048576");
    let error = read("wide.xlsx", files::workbook_of(wide.as_bytes(), b"<sst/>"));
    assert!(
        error.unwrap_err().is("file_too_big"),
        "past the last column"
    );
}

/// What an import made, and by how many bytes the memory of this program was larger meanwhile.
#[cfg(target_os = "linux")]
fn growth<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let bytes = |name: &str| {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap();
        let kilobytes: u64 = line
            .trim_matches(|c: char| !c.is_ascii_digit())
            .parse()
            .unwrap();
        kilobytes << 10
    };
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = bytes("VmRSS");
    let made = work();
    (made, bytes("VmHWM").saturating_sub(before))
}

#[cfg(not(target_os = "linux"))]
fn growth<T>(work: impl FnOnce() -> T) -> (T, u64) {
    (work(), 0)
}

const STORED: SimpleFileOptions =
    SimpleFileOptions::DEFAULT.compression_method(zip::CompressionMethod::Stored);

/// Hundreds of megabytes of blanks.
fn bomb() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())
        .unwrap();
    std::io::copy(&mut std::io::repeat(b' ').take(300 << 20), &mut writer).unwrap();
    writer.finish().unwrap().into_inner()
}

/// The workbook lies where sheets do, and so do the texts it shares: far more than its reader may hold.
fn astray() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, head: &str, megabytes: usize| {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(head.as_bytes()).unwrap();
        let blanks = vec![b' '; 1 << 20];
        (0..megabytes).for_each(|_| writer.write_all(&blanks).unwrap());
    };
    part("[Content_Types].xml", "<Types/>", 0);
    let package = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/worksheets/workbook.xml"/></Relationships>"#;
    part("_rels/.rels", package, 0);
    part(
        "xl/worksheets/_rels/workbook.xml.rels",
        "<Relationships/>",
        0,
    );
    part("xl/worksheets/sharedStrings.xml", "<sst><si><t>", 530);
    writer.finish().unwrap().into_inner()
}

/// A container in a container, sixteen times at each depth.
fn nested(depth: usize) -> Vec<u8> {
    let mut inner = vec![b' '; 1 << 20];
    for _ in 0..depth {
        let names: Vec<String> = (0..16).map(|n| format!("{n}.zip")).collect();
        let parts: Vec<(&str, &[u8])> = names
            .iter()
            .map(|name| (name.as_str(), inner.as_slice()))
            .collect();
        inner = files::zip(&parts);
    }
    inner
}

/// Two entries, of which one lies inside the other's bytes.
fn overlapping() -> Vec<u8> {
    let stored = |parts: &[(&str, &[u8])]| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, STORED).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let inner = stored(&[("b", b"<b/>")]);
    let inner = &inner[..memchr::memmem::find(&inner, b"PK\x01\x02").unwrap()];
    let mut bytes = stored(&[("a", inner), ("b", b"<b/>")]);
    let listed: Vec<usize> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
    let within = (30 + "a".len() as u32).to_le_bytes();
    bytes[listed[1] + 42..listed[1] + 46].copy_from_slice(&within);
    bytes
}

/// A part that says of itself, in both places, that it holds ten bytes.
fn lying_sizes() -> Vec<u8> {
    let mut bytes = bomb();
    for (mark, at) in [(&b"PK\x03\x04"[..], 22), (&b"PK\x01\x02"[..], 24)] {
        let start = memchr::memmem::find(&bytes, mark).unwrap() + at;
        bytes[start..start + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    bytes
}

fn many_entries() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..60_000 {
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(format!("{number}"), options).unwrap();
        writer.write_all(b"x").unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn many_strings() -> Vec<u8> {
    files::workbook_of(
        b"<worksheet/>",
        b"<sst uniqueCount=\"4611686018427387904\"></sst>",
    )
}

/// A billion laughs.
fn laughs() -> Vec<u8> {
    let mut text = String::from("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\">");
    for depth in 1..10 {
        let inner = format!("&l{};", depth - 1).repeat(10);
        text += &format!("<!ENTITY l{depth} \"{inner}\">");
    }
    text +=
        "]><worksheet><sheetData><row><c t=\"str\"><v>&l9;</v></c></row></sheetData></worksheet>";
    files::workbook_of(text.as_bytes(), b"<sst/>")
}

fn outside_entity() -> Vec<u8> {
    let sheet = b"<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>";
    files::workbook_of(sheet, b"<sst/>")
}

/// Rows in rows; what repeats itself too well would be refused for that.
fn deep(depth: usize) -> Vec<u8> {
    let rows: String = (0..depth)
        .map(|row| format!("<row spans=\"{}\">", row * 2_654_435_761))
        .collect();
    let sheet = format!(
        "<worksheet><sheetData>{rows}{}</sheetData></worksheet>",
        "</row>".repeat(depth)
    );
    files::workbook_of(sheet.as_bytes(), b"<sst/>")
}
