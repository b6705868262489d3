//! How the figures were made: rules of counting, where the data is from, what was assumed and left out.

use rusqlite::Connection;

use super::{Making, prose};
use crate::Result;
use crate::rules::position::USED_WITHIN_DAYS;
use crate::words::{Arg, Side};
use crate::workbook::book::Book;
use crate::workbook::cell::refused;

/// Width of the prose, in characters.
const WIDTH: f64 = 118.0;

/// What is known of the record's completeness.
struct Coverage {
    devices: i64,
    scanned: i64,
    found: Option<String>,
    deployments: i64,
    usage: i64,
    used: Option<String>,
    lines: i64,
    invoiced: i64,
    documented: i64,
}

pub(super) fn sheet(making: &Making<'_>, book: &mut Book) -> Result<()> {
    let side = making.side;
    let index = book.sheet(&side.inline("sheet-method"), false)?;
    let coverage = Coverage::read(making.conn, &making.options.as_of.to_string())?;
    let scoped = if making.scope.is_whole() {
        "method-scope-all"
    } else {
        "method-scope-part"
    };
    let sections: [(&str, Vec<String>); 5] = [
        (
            "method-reading",
            stated(
                side,
                &[
                    "method-read-languages",
                    "method-read-symbols",
                    "method-read-sums",
                ],
            ),
        ),
        ("method-counting", counting(side)),
        ("method-sources", coverage.stated(side)),
        (
            "method-assumptions",
            stated(
                side,
                &["method-as-of", "method-sites", "method-price", scoped],
            ),
        ),
        (
            "method-exclusions",
            stated(
                side,
                &[
                    "method-secrets",
                    "method-archived",
                    "method-not-licensable",
                    "method-no-advice",
                ],
            ),
        ),
    ];
    let title = side.inline("sheet-method");
    let Book {
        workbook, styles, ..
    } = book;
    let sheet = workbook.worksheet_from_index(index).map_err(refused)?;
    sheet.set_column_width(0, 5).map_err(refused)?;
    sheet.set_column_width(1, 104).map_err(refused)?;
    sheet
        .write_string_with_format(0, 0, &title, &styles.title)
        .map_err(refused)?
        .set_row_height(0, 30)
        .map_err(refused)?;
    let mut row = 2;
    let mut number = 0;
    for (heading, paragraphs) in &sections {
        sheet
            .write_string_with_format(row, 0, side.inline(heading), &styles.heading)
            .map_err(refused)?
            .set_row_height(row, 24)
            .map_err(refused)?;
        for paragraph in paragraphs {
            row += 1;
            number += 1;
            sheet
                .write_number_with_format(row, 0, f64::from(number), &styles.prose_number)
                .map_err(refused)?;
            prose(sheet, row, (1, 1), WIDTH, paragraph, &styles.prose)?;
        }
        row += 2;
    }
    Ok(())
}

fn stated(side: Side, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| side.stacked(id)).collect()
}

/// The rules of rules/rights.rs and rules/position, in words.
fn counting(side: Side) -> Vec<String> {
    let mut rules = stated(
        side,
        &[
            "method-rights",
            "method-provable",
            "method-weak",
            "method-needed",
            "method-covering",
            "method-idle",
            "method-adjusted",
            "method-leavers",
        ],
    );
    let days = i64::try_from(USED_WITHIN_DAYS).unwrap_or(0);
    rules.push(side.stacked_with("method-used", &[("days", days)]));
    rules
}

impl Coverage {
    fn read(conn: &Connection, day: &str) -> Result<Self> {
        let devices =
            "FROM device WHERE archived_at IS NULL AND (status IS NULL OR status <> 'retired')";
        let deployed =
            "FROM deployment WHERE archived_at IS NULL AND (removed IS NULL OR removed > ?1)";
        let lines = "FROM purchase p WHERE p.archived_at IS NULL AND p.effect <> 'return'";
        let sql = format!(
            "SELECT (SELECT COUNT(*) {devices}), (SELECT COUNT(*) {devices} AND id IN (SELECT device_id {deployed})), \
             (SELECT MAX(found) {deployed} AND found <= ?1), (SELECT COUNT(*) {deployed}), \
             (SELECT COUNT(*) FROM usage WHERE archived_at IS NULL AND starts <= ?1), \
             (SELECT MAX(ends) FROM usage WHERE archived_at IS NULL AND ends <= ?1), \
             (SELECT COUNT(*) {lines}), (SELECT COUNT(*) {lines} AND p.invoice_id IS NOT NULL), \
             (SELECT COUNT(*) {lines} AND (p.contract_id IS NOT NULL OR EXISTS (SELECT 1 FROM link k \
              WHERE k.register = 'purchase' AND k.record = p.id AND k.field = 'documents')))"
        );
        Ok(conn.query_row(&sql, [day], |row| {
            Ok(Self {
                devices: row.get(0)?,
                scanned: row.get(1)?,
                found: row.get(2)?,
                deployments: row.get(3)?,
                usage: row.get(4)?,
                used: row.get(5)?,
                lines: row.get(6)?,
                invoiced: row.get(7)?,
                documented: row.get(8)?,
            })
        })?)
    }

    fn stated(&self, side: Side) -> Vec<String> {
        let day = |words: crate::words::Words, day: &Option<String>| {
            let parsed = day.as_ref().and_then(|day| day.parse().ok());
            parsed.map_or_else(|| "—".to_owned(), |day| words.date(day))
        };
        vec![
            side.joined("\n", |words| {
                words.format(
                    "method-source-devices",
                    &[
                        ("scanned", Arg::from(self.scanned)),
                        ("devices", Arg::from(self.devices)),
                        ("deployments", Arg::from(self.deployments)),
                        ("date", Arg::from(day(words, &self.found))),
                    ],
                )
            }),
            side.joined("\n", |words| {
                words.format(
                    "method-source-usage",
                    &[
                        ("count", Arg::from(self.usage)),
                        ("date", Arg::from(day(words, &self.used))),
                    ],
                )
            }),
            side.stacked_with(
                "method-source-purchases",
                &[
                    ("count", self.lines),
                    ("invoiced", self.invoiced),
                    ("documented", self.documented),
                ],
            ),
        ]
    }
}
