//! The first page: whose record, of which day, what it says at a glance.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{Format, Url, utility};

use super::findings::Findings;
use super::glance::Glance;
use super::{Making, prose};
use crate::Result;
use crate::register::Pair;
use crate::workbook::book::Book;
use crate::workbook::cell::{lines, refused, write_text};
use crate::workbook::style::{SEAL, Tone};

/// Characters of a value in bold on a line.
const VALUE: f64 = 60.0;

pub(super) fn sheet(
    making: &Making<'_>,
    book: &mut Book,
    company: &Pair,
    found: &Findings,
    now: DateTime<Utc>,
) -> Result<u32> {
    let side = making.side;
    let index = book.sheet(&side.inline("sheet-cover"), false)?;
    let facts = making.cover_facts(company, now)?;
    let glance = Glance::of(making, &found.groups)?.lines(side);
    let prose_text = side.stacked("cover-how-text");
    let heads = ["cover-title", "cover-glance", "cover-how"];
    let (first, second) = (side.first(), side.second());
    let Book {
        workbook, styles, ..
    } = book;
    let sheet = workbook.worksheet_from_index(index).map_err(refused)?;
    for (column, width) in [(0, 9), (1, 40), (2, 66)] {
        sheet.set_column_width(column, width).map_err(refused)?;
    }
    sheet.set_row_height(1, 46).map_err(refused)?;
    sheet
        .write_string_with_format(1, 0, "印", &styles.mark)
        .map_err(refused)?
        .set_row_height(3, 34)
        .map_err(refused)?
        .set_row_height(4, 24)
        .map_err(refused)?;
    sheet
        .write_string_with_format(3, 1, first.text(heads[0]), &styles.cover_title)
        .map_err(refused)?;
    if let Some(second) = second {
        sheet
            .write_string_with_format(4, 1, second.text(heads[0]), &styles.cover_subtitle)
            .map_err(refused)?;
    }
    let mut row = 6;
    for (label, value) in &facts {
        let lines = value.lines().count().max(label.lines().count());
        sheet
            .set_row_height(row, 34.max(lines * 17) as u32)
            .map_err(refused)?;
        sheet
            .write_string_with_format(row, 1, label, &styles.cover_key)
            .map_err(refused)?;
        if value.is_empty() {
            sheet
                .write_blank(row, 2, &styles.cover_blank)
                .map_err(refused)?;
        } else {
            write_text(sheet, row, 2, value, &styles.cover_value)?;
        }
        row += 1;
    }
    row += 1;
    sheet
        .write_string_with_format(row, 1, side.inline(heads[1]), &styles.heading)
        .map_err(refused)?;
    for (tone, label, value) in &glance {
        row += 1;
        let format = match tone {
            Tone::Good => &styles.good,
            Tone::Warn => &styles.warn,
            Tone::Bad => &styles.bad,
        };
        let needed = lines(value, VALUE).max(2) * 16;
        sheet.set_row_height(row, needed).map_err(refused)?;
        sheet
            .write_string_with_format(row, 1, label, format)
            .map_err(refused)?
            .write_string_with_format(row, 2, value, &bold(format))
            .map_err(refused)?;
    }
    row += 2;
    sheet
        .write_string_with_format(row, 1, side.inline(heads[2]), &styles.heading)
        .map_err(refused)?;
    prose(sheet, row + 1, (1, 2), 90.0, &prose_text, &styles.prose)?;
    sheet.set_print_fit_to_pages(1, 1).set_tab_color(SEAL);
    Ok(row + 3)
}

/// Links to every sheet of facts, below the cover's text. Written last, when they all have their names.
pub(super) fn contents(book: &mut Book, row: u32) -> Result<()> {
    let side = book.side;
    let Book {
        workbook,
        styles,
        sheets,
        ..
    } = book;
    let cover = workbook.worksheet_from_index(0).map_err(refused)?;
    cover
        .write_string_with_format(row, 1, side.inline("cover-contents"), &styles.heading)
        .map_err(refused)?;
    for (row, sheet) in (row + 1..).zip(sheets.iter()) {
        let name = utility::quote_sheet_name(&sheet.name);
        let link = Url::new(format!("internal:{name}!A1")).set_text(&sheet.name);
        let count = side.first().number(i64::from(sheet.rows));
        cover
            .write_url_with_format(row, 1, link, &styles.link)
            .map_err(refused)?
            .write_string_with_format(row, 2, count, &styles.base)
            .map_err(refused)?;
    }
    Ok(())
}

fn bold(format: &Format) -> Format {
    format.clone().set_bold()
}

impl Making<'_> {
    fn cover_facts(&self, company: &Pair, now: DateTime<Utc>) -> Result<Vec<(String, String)>> {
        let side = self.side;
        let uscc: Option<String> = {
            let mut statement = self
                .conn
                .prepare("SELECT uscc FROM entity WHERE archived_at IS NULL ORDER BY id LIMIT 1")?;
            let mut rows = statement.query([])?;
            rows.next()?.map(|row| row.get(0)).transpose()?.flatten()
        };
        let as_of = side.joined(" · ", |words| words.date(self.options.as_of));
        let made = side.joined(" · ", |words| words.moment(now));
        let log = side.joined("\n", |words| {
            words.format(
                "cover-log-value",
                &[
                    ("count", crate::words::Arg::from(self.head.entries)),
                    ("head", crate::words::Arg::from(short(&self.head.hash))),
                ],
            )
        });
        let key = self.seal.map_or_else(String::new, |seal| seal.key.clone());
        let facts = [
            ("cover-company", side.pair(company, "\n")),
            ("cover-uscc", uscc.unwrap_or_default()),
            ("cover-scope", self.scope_text()?),
            ("cover-as-of", as_of),
            ("cover-made", made),
            ("cover-currency", self.currency_text()?),
            ("cover-prepared", self.options.prepared_by.clone()),
            ("cover-reviewed", String::new()),
            ("cover-approved", String::new()),
            ("cover-log", log),
            ("cover-key", key),
        ];
        Ok(facts
            .into_iter()
            .map(|(label, value)| (side.stacked(label), value))
            .collect())
    }

    /// Names of the entities and sites asked for, or *the whole company*.
    fn scope_text(&self) -> Result<String> {
        if self.scope.is_whole() {
            return Ok(self.side.stacked("cover-scope-all"));
        }
        let mut named = Vec::new();
        for (table, ids) in [
            ("entity", &self.scope.entities),
            ("site", &self.scope.sites),
        ] {
            let mut statement = self.conn.prepare(&format!(
                "SELECT name_zh, name_en FROM {table} WHERE id = ?1"
            ))?;
            for id in ids {
                let pair = statement.query_row([id], |row| {
                    Ok(Pair {
                        zh: row.get(0)?,
                        en: row.get(1)?,
                    })
                })?;
                named.push(self.side.pair(&pair, " "));
            }
        }
        Ok(named.join("\n"))
    }

    /// Reporting currency with the day of the latest rate used.
    fn currency_text(&self) -> Result<String> {
        let latest: Option<String> = self.conn.query_row(
            "SELECT MAX(date) FROM exchange_rate WHERE archived_at IS NULL AND date <= ?1",
            [self.options.as_of.to_string()],
            |row| row.get(0),
        )?;
        let currency = crate::rules::rates::reporting_currency(self.conn)?;
        Ok(match latest.and_then(|day| day.parse().ok()) {
            Some(day) => self.side.joined("\n", |words| {
                words.format(
                    "cover-currency-rates",
                    &[("currency", currency.clone()), ("date", words.date(day))],
                )
            }),
            None => currency,
        })
    }
}

/// The beginning and end of a hash, for a reader's eye.
fn short(hash: &str) -> String {
    match (hash.get(..8), hash.get(hash.len().saturating_sub(8)..)) {
        (Some(start), Some(end)) => format!("{start} … {end}"),
        _ => "—".to_owned(),
    }
}
