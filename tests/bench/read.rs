//! A long sheet read into memory, as a stranger's file always is: checked first, in a process of its own, under limits. Beside it
//! calamine alone, which streams over the cells and keeps none.

use std::path::Path;
use std::time::Instant;

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sealbook_core::intake::worker::Launch;
use sealbook_core::intake::{Isolation, OpenFile};
use tempfile::TempDir;

use crate::Scale;
use crate::figure::{Figure, measure};

const TIME: f64 = 1.5;
/// What the cells themselves may take beside the file and its strings, which both hold.
const MEMORY: f64 = 2.0;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let made = TempDir::new().unwrap();
    let file = made.path().join("ledger.xlsx");
    let path = file.to_str().unwrap();
    measure("read-file", &[path, &scale.list.to_string()]);
    let ours = measure("read-ours", &[path]);
    let here = measure("read-here", &[path]);
    let bare = measure("read-bare", &[path]);
    let rows = scale.list;
    let memory = Figure {
        name: format!("memory of reading {rows} rows, against bare streaming"),
        ours: here.peak,
        reference: bare.peak,
        bar: Some(MEMORY),
        unit: "MB",
    };
    vec![
        Figure::time(
            format!("read {rows} rows, against bare streaming"),
            here.seconds,
            bare.seconds,
            Some(TIME),
        ),
        Figure::time(
            "the same in a process of its own, against bare streaming",
            ours.seconds,
            bare.seconds,
            None,
        ),
        memory,
    ]
}

/// FILE ROWS: writes the sheet.
pub fn file(words: &[String]) -> f64 {
    let start = Instant::now();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "软件编号",
        "软件名称",
        "许可数量",
        "采购金额",
        "采购时间",
        "备注",
    ];
    sheet.write_row(0, 0, header).unwrap();
    for row in 1..=words[1].parse().unwrap() {
        let number = f64::from(row);
        let bought = ExcelDateTime::from_serial_datetime(44_000 + row % 2_000).unwrap();
        sheet.write_string(row, 0, format!("RJ-{row:07}")).unwrap();
        sheet
            .write_string(row, 1, format!("软件 {}", row % 700))
            .unwrap();
        sheet.write_number(row, 2, f64::from(row % 400)).unwrap();
        sheet.write_number(row, 3, number * 1.25).unwrap();
        sheet.write_with_format(row, 4, &bought, &day).unwrap();
        sheet
            .write_string(row, 5, format!("备注 {}", row % 31))
            .unwrap();
    }
    book.save(&words[0]).unwrap();
    start.elapsed().as_secs_f64()
}

/// FILE: read by a worker.
pub fn ours(words: &[String]) -> f64 {
    read(
        &words[0],
        &Isolation::Worker(Launch::this_program(std::env::vars_os())),
    )
}

/// FILE: read in this process, so that its memory is seen.
pub fn here(words: &[String]) -> f64 {
    read(&words[0], &Isolation::None)
}

fn read(file: &str, isolation: &Isolation) -> f64 {
    let start = Instant::now();
    let bytes = std::fs::read(file).unwrap();
    let mut file = OpenFile::open("ledger.xlsx", bytes, isolation, &mut |_, _| true).unwrap();
    let table = file.table(0, &mut |_, _| true).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    assert!(table.cells() >= table.len() * 6);
    seconds
}

/// FILE: every cell looked at once.
pub fn bare(words: &[String]) -> f64 {
    let start = Instant::now();
    let mut book: Xlsx<_> = open_workbook(Path::new(&words[0])).unwrap();
    let name = book.sheet_names().remove(0);
    let mut reader = book.worksheet_cells_reader(&name).unwrap();
    let mut cells = 0_usize;
    while let Some(cell) = reader.next_cell().unwrap() {
        cells += usize::from(!matches!(cell.get_value(), calamine::DataRef::Empty));
    }
    let seconds = start.elapsed().as_secs_f64();
    assert!(cells > 0);
    seconds
}
