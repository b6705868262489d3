//! A list of licenses as a workbook, beside the same cells written bare in one loop, and by two Python libraries.

use std::path::Path;
use std::time::Instant;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Format, Workbook};
use sealbook_core::register::license;
use sealbook_core::words::WorkbookLanguages;
use sealbook_core::workbook::Target;
use sealbook_core::workbook::list::{ListExport, export};
use tempfile::TempDir;

use crate::figure::{Figure, middle, python};
use crate::{Scale, vaults};

/// Most time against the bare loop, and most memory above it.
const TIME: f64 = 1.5;
const MEMORY_MB: f64 = 150.0;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let (vault, key) = vaults::grown(scale.sheet);
    let made = TempDir::new().unwrap();
    let path = |name: &str| made.path().join(name).to_str().unwrap().to_owned();
    let (file, again) = (path("ours.xlsx"), path("bare.xlsx"));
    let ours = middle("export-ours", &[vault.to_str().unwrap(), key.trim(), &file]);
    let bare = middle("export-bare", &[&file, &again]);
    let xlsxwriter = python("write.py", &["xlsxwriter", &file, &path("xlsxwriter.xlsx")]);
    let openpyxl = python("write.py", &["openpyxl", &file, &path("openpyxl.xlsx")]);
    let rows = scale.sheet;
    vec![
        Figure::time(
            format!("export {rows} licenses, against bare rust_xlsxwriter"),
            ours.seconds,
            bare.seconds,
            Some(TIME),
        ),
        Figure {
            name: format!("export {rows} licenses, peak memory"),
            ours: ours.peak,
            reference: bare.peak,
            bar: Some(1.0 + MEMORY_MB / bare.peak),
            unit: "MB",
        },
        Figure::time(
            format!("export {rows} licenses, against XlsxWriter"),
            ours.seconds,
            xlsxwriter.seconds,
            None,
        ),
        Figure::time(
            format!("export {rows} licenses, against openpyxl"),
            ours.seconds,
            openpyxl.seconds,
            None,
        ),
    ]
}

/// VAULT KEY FILE: the export as the application makes it.
pub fn ours(words: &[String]) -> f64 {
    let vault = vaults::open(Path::new(&words[0]), &words[1]);
    let list = ListExport {
        register: &license::REGISTER,
        ids: None,
        fields: &[],
        languages: WorkbookLanguages::ZhEn,
        today: vaults::today(),
    };
    let target = Target {
        now: vaults::now(),
        path: Path::new(&words[2]),
    };
    let start = Instant::now();
    export(vault.connection(), &list, target, &mut |_, _| true).unwrap();
    start.elapsed().as_secs_f64()
}

/// FILE AGAIN: the cells of the first sheet, already in memory, written in one loop.
pub fn bare(words: &[String]) -> f64 {
    let mut book: Xlsx<_> = open_workbook(&words[0]).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let start = Instant::now();
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(range.rows()) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Data::Empty | Data::Error(_) => continue,
                Data::String(text) => sheet.write_string(row, column, text),
                Data::Int(number) => sheet.write_number(row, column, *number as f64),
                Data::Float(number) => sheet.write_number(row, column, *number),
                Data::Bool(flag) => sheet.write_boolean(row, column, *flag),
                Data::DateTime(moment) => {
                    sheet.write_number_with_format(row, column, moment.as_f64(), &day)
                }
                Data::DateTimeIso(text) | Data::DurationIso(text) => {
                    sheet.write_string(row, column, text)
                }
            }
            .unwrap();
        }
    }
    book.save(&words[1]).unwrap();
    // ours has let go of its workbook too when it says that it is done
    drop(book);
    start.elapsed().as_secs_f64()
}
