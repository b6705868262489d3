//! A long sheet read as a stranger's file always is: checked first, in a process of its own, under limits, its rows kept for
//! whoever looks at them. Beside it calamine alone, which streams over the cells and keeps none.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use sealbook_core::bytes::Bytes;
use sealbook_core::intake::worker::Launch;
use sealbook_core::intake::{Isolation, OpenFile};
use tempfile::TempDir;

use crate::Scale;
use crate::figure::{Figure, Measured, by_turns, look_at_worker, measure};

const TIME: f64 = 1.5;
/// Program and worker together, against one process that keeps nothing.
const MEMORY: f64 = 2.0;
/// Memory is flat when what we take beyond bare streaming, which holds the texts of the file as our worker does, is the same
/// for the whole sheet as for a tenth of its rows, but for what swings from run to run.
const FLAT: f64 = 1.1;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let made = TempDir::new().unwrap();
    let file = made.path().join("ledger.xlsx");
    let path = file.to_str().unwrap();
    let (mut figures, mut beyond) = (Vec::new(), Vec::new());
    for tenths in [1, 4, 10] {
        let rows = scale.list * tenths / 10;
        measure("read-file", &[path, &rows.to_string()]);
        let [ours, bare] = by_turns(["read-ours", "read-bare"], &[path]);
        figures.push(memory(rows, ours, bare, (tenths == 10).then_some(MEMORY)));
        beyond.push(ours.peak - bare.peak);
        if tenths == 10 {
            let name = format!("read {rows} rows, against bare streaming");
            let time = Figure::time(name, ours.seconds, bare.seconds, Some(TIME));
            figures.insert(0, time);
        }
    }
    figures.push(Figure {
        name: format!(
            "flat: memory beyond bare streaming at {} rows, against that at {}",
            scale.list,
            scale.list / 10
        ),
        ours: beyond[2],
        reference: beyond[0],
        bar: Some(FLAT),
        unit: "MB",
    });
    figures
}

fn memory(rows: usize, ours: Measured, bare: Measured, bar: Option<f64>) -> Figure {
    let beyond = ours.peak - bare.peak;
    Figure {
        name: format!("memory of reading {rows} rows, {beyond:.1} MB beyond bare streaming"),
        ours: ours.peak,
        reference: bare.peak,
        bar,
        unit: "MB",
    }
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

/// FILE: read by a worker, and every row looked at afterwards.
pub fn ours(words: &[String]) -> f64 {
    let isolation = Isolation::Worker(Launch::this_program(std::env::vars_os()));
    let start = Instant::now();
    let bytes = Bytes::spool(File::open(&words[0]).unwrap()).unwrap();
    let mut file = OpenFile::open("ledger.xlsx", bytes, &isolation, &mut |_, _| true).unwrap();
    let mut pieces = 0_u32;
    let mut looks = |_, _| {
        pieces += 1;
        if pieces.is_multiple_of(16) {
            look_at_worker();
        }
        true
    };
    let table = file.table(0, &mut looks).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let cells: usize = (0..table.len()).map(|row| table.row(row).len()).sum();
    assert!(table.sound().is_ok() && cells == table.cells() && cells >= table.len() * 6);
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
