//! The *License position* workbook: what finance, publishers and auditors are handed.

mod cover;
mod evidence;
mod figures;
mod findings;
mod glance;
mod idle;
mod lists;
mod log;
mod method;
mod places;
mod registers;
mod summary;
mod trace;

use rusqlite::Connection;
use rust_xlsxwriter::{Format, Worksheet};

use super::book::Book;
use super::cell::lines;
use super::cell::refused;
use super::dates::Dates;
use super::integrity::{self, LogHead, Seal};
use super::names::{Calling, Names};
use super::style::TextFormat;
use super::worklist::{self, Recipient};
use super::{ExportOptions, ExportResult, Progress, Target, save};
use crate::register::Pair;
use crate::rules::position::change::Last;
use crate::rules::position::money::Pricing;
use crate::rules::position::{self, ProductPosition, Scope};
use crate::words::Side;
use crate::{Error, Result};

/// What every sheet of the workbook is made from.
struct Making<'a> {
    conn: &'a Connection,
    options: &'a ExportOptions,
    scope: Scope,
    side: Side,
    positions: Vec<ProductPosition>,
    pricing: Pricing,
    head: LogHead,
    seal: Option<&'a Seal<'a>>,
    last: Option<&'a Last>,
}

/// Counts the rows written and asks now and then whether to go on.
struct Meter<'p> {
    done: u64,
    total: u64,
    progress: Progress<'p>,
}

impl Meter<'_> {
    fn step(&mut self) -> Result<()> {
        self.done += 1;
        if self.done.is_multiple_of(256) {
            self.ask()?;
        }
        Ok(())
    }

    fn ask(&mut self) -> Result<()> {
        if (self.progress)(self.done.min(self.total), self.total) {
            Ok(())
        } else {
            Err(Error::new("cancelled"))
        }
    }
}

/// Writes the workbook and what proves it, with what changed since the last snapshot. Reads in one transaction; a refusal or a cancel leaves nothing behind.
pub fn export(
    conn: &Connection,
    options: &ExportOptions,
    last: Option<&Last>,
    target: Target<'_>,
    seal: Option<&Seal<'_>>,
    progress: Progress<'_>,
) -> Result<ExportResult> {
    let reading = conn.unchecked_transaction()?;
    let scope = Scope {
        entities: options.entities.clone(),
        sites: options.sites.clone(),
    };
    let positions = position::read(&reading, options.as_of, &scope, progress)?;
    let making = Making {
        conn: &reading,
        pricing: Pricing::new(&reading, options.as_of, &positions)?,
        options,
        side: Side::new(options.languages),
        positions,
        scope,
        head: LogHead::read(&reading)?,
        seal,
        last,
    };
    let mut meter = Meter {
        done: 0,
        total: registers::rows(&reading)?,
        progress,
    };
    let name = file_name(target.path);
    let company = making.company()?;
    let mut book = Book::new(making.side, company.en_or_zh(), target.now)?;
    making.sheets(&mut book, &company, target, &mut meter)?;
    integrity::sheet(&mut book, &making.head, &name, seal)?;
    book.finish(&making.marks())?;
    meter.ask()?;
    save::workbook(&mut book.workbook, target.path)?;
    let hashes = integrity::log_hashes(&reading)?;
    let signed = integrity::companions(target.path, &hashes, seal)?;
    let (sha256, bytes) = save::digest(target.path)?;
    meter.done = meter.total;
    (meter.progress)(meter.total, meter.total);
    let folder = target.path.parent().unwrap_or(target.path);
    Ok(ExportResult {
        name,
        folder: folder.display().to_string(),
        sheets: book.sheets,
        sha256,
        bytes,
        signed,
    })
}

impl Making<'_> {
    fn sheets(
        &self,
        book: &mut Book,
        company: &Pair,
        target: Target<'_>,
        meter: &mut Meter<'_>,
    ) -> Result<()> {
        let mut names = Names::new(self.conn, self.side, Calling::Shown);
        let found = findings::Findings::read(self)?;
        let contents = cover::sheet(self, book, company, &found, target.now)?;
        method::sheet(self, book)?;
        summary::sheet(self, book)?;
        places::sheet(self, book, &mut names)?;
        trace::sheet(self, book, &mut names)?;
        registers::facts(self, book, &mut names, meter)?;
        idle::sheet(self, &found, book, &mut names)?;
        self.dates(book, &mut names)?;
        findings::sheet(self, &found, book, &mut names)?;
        evidence::sheet(self, book, &mut names, meter)?;
        log::sheet(self, book, meter)?;
        registers::company(self, book, &mut names, meter)?;
        lists::sheet(book, self.side)?;
        cover::contents(book, contents)
    }

    /// Dates that ask for a decision, and what they cost.
    fn dates(&self, book: &mut Book, names: &mut Names<'_>) -> Result<()> {
        let dates = Dates {
            conn: self.conn,
            side: self.side,
            today: self.options.as_of,
        };
        let chosen = worklist::chosen(self.conn, self.options.as_of, &Recipient::All)?;
        dates.sheet(book, names, self.note("renewals-note"), &chosen)?;
        dates.forecast(book, self.note("forecast-note"), &chosen)
    }

    /// The entity entered first, which is her own company.
    fn company(&self) -> Result<Pair> {
        let mut statement = self.conn.prepare(
            "SELECT name_zh, name_en FROM entity WHERE archived_at IS NULL ORDER BY id LIMIT 1",
        )?;
        let mut rows = statement.query([])?;
        Ok(match rows.next()? {
            Some(row) => Pair {
                zh: row.get(0)?,
                en: row.get(1)?,
            },
            None => Pair::default(),
        })
    }

    /// The note below a sheet's title: the day of the figures and what the sheet shows.
    fn note(&self, id: &str) -> String {
        self.side.joined("\n", |words| {
            let date = words.date(self.options.as_of);
            format!(
                "{}  {}",
                words.format("workbook-as-of", &[("date", date)]),
                words.text(id)
            )
        })
    }

    /// Facts about the file for programs that read it back.
    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![
            ("workbook", "position".to_owned()),
            ("format", "1".to_owned()),
            ("as_of", self.options.as_of.to_string()),
            ("log_entries", self.head.entries.to_string()),
            ("log_head", self.head.hash.clone()),
        ]
    }
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Prose over several columns, with the height its lines need: merged cells do not grow by themselves.
pub(super) fn prose(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    width: f64,
    text: &str,
    format: &TextFormat,
) -> Result<()> {
    let plain: &Format = &format.plain;
    if first == last {
        sheet.write_string_with_format(row, first, text, plain)
    } else {
        sheet.merge_range(row, first, row, last, text, plain)
    }
    .map_err(refused)?;
    sheet
        .set_row_height(row, f64::from(lines(text, width)) * 15.0 + 7.0)
        .map_err(refused)?;
    Ok(())
}
