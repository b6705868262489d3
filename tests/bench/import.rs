//! A spreadsheet of devices taken in, beside the same work done bare: a streaming read and prepared inserts of record, log and
//! search rows into a SQLCipher file.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rusqlite::{Connection, params};
use rust_xlsxwriter::Workbook;
use sealbook_core::bytes::Bytes;
use sealbook_core::intake::worker::Launch;
use sealbook_core::intake::{Draft, Isolation, OpenFile};
use sealbook_core::vault::terms::index_terms;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::figure::{Figure, measure};
use crate::{Scale, vaults};

const TIME: f64 = 2.0;
/// When a row was made, as the record writes it.
const MOMENT: &str = "2026-11-24T01:00:00.000Z";
const HEADER: [&str; 8] = [
    "Asset tag",
    "Name",
    "Serial number",
    "Brand",
    "Operating system",
    "Cores",
    "Status",
    "Note",
];

pub fn figures(scale: Scale) -> Vec<Figure> {
    let made = TempDir::new().unwrap();
    let file = made.path().join("devices.xlsx");
    spreadsheet(&file, scale.sheet);
    let path = |name: &str| made.path().join(name).to_str().unwrap().to_owned();
    let ours = measure("import-ours", &[file.to_str().unwrap(), &path("vault")]);
    let bare = measure("import-bare", &[file.to_str().unwrap(), &path("bare.db")]);
    let rows = scale.sheet;
    vec![
        Figure::time(
            format!("import {rows} devices, against a bare loop"),
            ours.seconds,
            bare.seconds,
            Some(TIME),
        ),
        // what the preview shows of every row is kept: that grows with the rows
        Figure {
            name: format!("memory of importing {rows} devices, against a bare loop"),
            ours: ours.peak,
            reference: bare.peak,
            bar: None,
            unit: "MB",
        },
    ]
}

fn spreadsheet(file: &Path, rows: usize) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADER).unwrap();
    for row in 1..=u32::try_from(rows).unwrap() {
        let brand = ["Lenovo", "Dell", "华为"][row as usize % 3];
        sheet
            .write_row(
                row,
                0,
                [
                    format!("AST-{row:06}"),
                    format!("PC-SH-{row:06}"),
                    format!("SN{:08X}", row.wrapping_mul(2_654_435_761)),
                ],
            )
            .unwrap();
        sheet.write_string(row, 3, brand).unwrap();
        sheet.write_string(row, 4, "Windows 11 专业版").unwrap();
        sheet
            .write_number(row, 5, f64::from(4 + row % 3 * 4))
            .unwrap();
        sheet.write_string(row, 6, "In use").unwrap();
        sheet
            .write_string(row, 7, format!("{brand} 办公电脑 rack {}", row % 97))
            .unwrap();
    }
    book.save(file).unwrap();
}

/// FILE VAULT: opened, matched, previewed, taken in.
pub fn ours(words: &[String]) -> f64 {
    let (mut vault, _) = vaults::create(Path::new(&words[1]));
    let isolation = Isolation::Worker(Launch::this_program(std::env::vars_os()));
    let start = Instant::now();
    let bytes = Bytes::spool(File::open(&words[0]).unwrap()).unwrap();
    let file = OpenFile::open("devices.xlsx", bytes, &isolation, &mut |_, _| true).unwrap();
    let mut draft = Draft::open(
        file,
        Some("device"),
        vault.connection(),
        vaults::today(),
        &mut |_, _| true,
    )
    .unwrap();
    let preview = draft.preview(vault.connection(), &mut |_, _| true).unwrap();
    let result = draft
        .apply(&mut vault, vaults::now(), &mut |_, _| true)
        .unwrap();
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(
        result.counts.create, preview.counts.all,
        "{:?}",
        preview.counts
    );
    seconds
}

/// The tables and indexes of a vault as they are now: the same rows cost the same there.
fn schema(place: &Path) -> String {
    let (vault, _) = vaults::create(place);
    let mut statement = vault
        .connection()
        .prepare(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%' \
             AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index', rowid",
        )
        .unwrap();
    let made = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    made.map(Result::unwrap).collect::<Vec<_>>().join(";\n")
}

/// FILE DATABASE: what no importer can do without. The rows hold what ours hold: moments, random ids and salts, terms of the
/// search.
pub fn bare(words: &[String]) -> f64 {
    let mut connection = Connection::open(&words[1]).unwrap();
    let key = "0".repeat(96);
    connection
        .execute_batch(&format!(
            "PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        ))
        .unwrap();
    connection
        .execute_batch(&schema(&Path::new(&words[1]).with_extension("vault")))
        .unwrap();
    connection
        .execute(
            "INSERT INTO operation (id, kind, actor, utc) VALUES (1, 'import', 'bench', '')",
            [],
        )
        .unwrap();
    let start = Instant::now();
    let mut book: Xlsx<_> = open_workbook(&words[0]).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    let transaction = connection.transaction().unwrap();
    let (mut row, mut at, mut head) = (vec![String::new(); HEADER.len()], 0, [0_u8; 32]);
    while let Some(cell) = cells.next_cell().unwrap() {
        let (line, column) = cell.get_position();
        if line != at {
            if at > 0 {
                head = insert(&transaction, at, &row, head);
            }
            at = line;
        }
        row[column as usize] = Data::from(cell.get_value().clone()).to_string();
    }
    insert(&transaction, at, &row, head);
    transaction.commit().unwrap();
    start.elapsed().as_secs_f64()
}

/// One record with its log entry, the values behind it, and its search row.
fn insert(connection: &Connection, id: u32, row: &[String], head: [u8; 32]) -> [u8; 32] {
    let (mut uuid, mut salt) = ([0_u8; 16], [0_u8; 16]);
    fastrand::fill(&mut uuid);
    fastrand::fill(&mut salt);
    uuid[..4].copy_from_slice(&id.to_be_bytes()); // in the order they are made, as ours
    let record = "INSERT INTO device (id, uuid, created_at, changed_at, asset_tag, name, serial, brand, os, cores, status, note) VALUES (?1, ?2, ?11, ?11, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let cores: i64 = row[5].parse().unwrap_or_default();
    connection
        .prepare_cached(record)
        .unwrap()
        .execute(params![
            id, uuid, row[0], row[1], row[2], row[3], row[4], cores, row[6], row[7], MOMENT
        ])
        .unwrap();
    let value = serde_json::json!({ "asset_tag": row[0], "name": row[1], "serial": row[2], "brand": row[3], "os": row[4], "cores": cores, "status": row[6], "note": row[7] }).to_string();
    let after = Sha256::new()
        .chain_update(salt)
        .chain_update(&value)
        .finalize();
    let hash: [u8; 32] = Sha256::new()
        .chain_update(head)
        .chain_update(uuid)
        .chain_update(after)
        .finalize()
        .into();
    let entry = "INSERT INTO log (seq, operation, register, record, after, hash) VALUES (?1, 1, 'device', ?2, ?3, ?4)";
    connection
        .prepare_cached(entry)
        .unwrap()
        .execute(params![id, uuid, after.as_slice(), hash])
        .unwrap();
    let kept = "INSERT INTO log_value (seq, salt, after) VALUES (?1, ?2, ?3)";
    connection
        .prepare_cached(kept)
        .unwrap()
        .execute(params![id, salt, value])
        .unwrap();
    let mut terms = String::new();
    index_terms(&row.join(" "), &mut terms);
    let found = "INSERT INTO search (rowid, terms) VALUES (?1, ?2)";
    connection
        .prepare_cached(found)
        .unwrap()
        .execute(params![i64::from(id) * 64, terms])
        .unwrap();
    hash
}
