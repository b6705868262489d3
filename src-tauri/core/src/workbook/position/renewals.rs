//! Dates that ask for a decision: licenses, maintenance, contracts and the validity of evidence, the nearest first.

use rusqlite::named_params;

use super::Making;
use crate::Result;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::Names;
use crate::workbook::style::Tone;
use crate::workbook::table::{Column, Face, Heading, Rule, Writing};

const STATE: u16 = 5;

/// Register, row, field, the day, the last day for notice, renews by itself, owner, amount and currency, row id.
const DATES: &str = "
    SELECT 'license', id, 'ends', ends, date(ends, '-' || notice_days || ' days'), auto_renew, owner_id, NULL, NULL, uuid
      FROM license WHERE archived_at IS NULL AND ends >= :since AND (status IS NULL OR status <> 'retired')
    UNION ALL SELECT 'license', id, 'maintenance_until', maintenance_until, NULL, NULL, owner_id, NULL, NULL, uuid
      FROM license WHERE archived_at IS NULL AND maintenance_until >= :since AND (status IS NULL OR status <> 'retired')
    UNION ALL SELECT 'contract', id, 'ends', ends, date(ends, '-' || notice || CASE notice_unit WHEN 'months' THEN ' months' ELSE ' days' END), renewal = 'tacit', owner_id,
      amount, amount_currency, uuid
      FROM contract WHERE archived_at IS NULL AND ends >= :since AND (status IS NULL OR status NOT IN ('ended', 'terminated'))
    UNION ALL SELECT 'evidence', id, 'valid_until', valid_until, NULL, NULL, NULL, NULL, NULL, uuid
      FROM evidence WHERE archived_at IS NULL AND valid_until >= :since
    ORDER BY 4, 1, 2";

/// Days after which a missed date is history.
const LOOK_BACK: u64 = 90;

pub(super) fn sheet(making: &Making<'_>, book: &mut Book, names: &mut Names<'_>) -> Result<()> {
    let side = making.side;
    let heading = Heading {
        tab: side.inline("sheet-renewals"),
        title: side.inline("sheet-renewals"),
        note: making.note("renewals-note"),
        frozen: 2,
    };
    let subjects = [
        ("license", names.of("license")?),
        ("contract", names.of("contract")?),
        ("evidence", names.of("evidence")?),
    ];
    let people = names.of("person")?;
    let day = making.options.as_of;
    let since = day
        .checked_sub_days(chrono::Days::new(LOOK_BACK))
        .unwrap_or(day);
    let flags = (side.inline("yes"), side.inline("no"));
    let mut writing = Writing::begin(book, heading, columns(making), rules())?;
    let mut statement = making.conn.prepare(DATES)?;
    let mut rows = statement.query(named_params! { ":since": since.to_string() })?;
    while let Some(row) = rows.next()? {
        let (register, id, field): (String, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let due = date(row.get(3)?);
        let subject = subjects
            .iter()
            .find(|(key, _)| *key == register)
            .and_then(|(_, names)| names.get(&id));
        let what = side.joined(" ", |words| words.field(&register, &field));
        let days = due.map(|due| (due - day).num_days());
        writing.put(Cell::Text(
            &side.joined(" ", |words| words.label(&register)),
        ))?;
        writing.put(subject.map_or(Cell::Blank, |name| Cell::Text(name)))?;
        writing.put(Cell::Text(&what))?;
        writing.put(due.map_or(Cell::Blank, Cell::Date))?;
        writing.put(days.map_or(Cell::Blank, Cell::Integer))?;
        writing.put(Cell::Text(
            &days.map_or_else(String::new, |days| state(making, days)),
        ))?;
        writing.put(date(row.get(4)?).map_or(Cell::Blank, Cell::Date))?;
        writing.put(match row.get::<_, Option<bool>>(5)? {
            Some(true) => Cell::Text(&flags.0),
            Some(false) => Cell::Text(&flags.1),
            None => Cell::Blank,
        })?;
        let owner = row.get::<_, Option<i64>>(6)?.and_then(|id| people.get(&id));
        writing.put(owner.map_or(Cell::Blank, |name| Cell::Text(name)))?;
        writing.put(
            row.get::<_, Option<i64>>(7)?
                .map_or(Cell::Blank, Cell::Amount),
        )?;
        writing.put(Cell::Text(
            &row.get::<_, Option<String>>(8)?.unwrap_or_default(),
        ))?;
        let uuid = uuid::Uuid::from_bytes(row.get(9)?).hyphenated().to_string();
        writing.put(Cell::Text(&uuid))?;
        writing.end_row()?;
    }
    writing.finish()?;
    Ok(())
}

fn date(text: Option<String>) -> Option<chrono::NaiveDate> {
    text.and_then(|text| text.parse().ok())
}

/// How near a date is, as a symbol and a word.
fn state(making: &Making<'_>, days: i64) -> String {
    let (symbol, key) = match days {
        ..0 => ("▼", "overdue"),
        0..=30 => ("▲", "month"),
        31..=90 => ("◐", "quarter"),
        _ => ("●", "later"),
    };
    format!(
        "{symbol} {}",
        making.side.inline(&format!("renewals-state--{key}"))
    )
}

fn rules() -> Vec<Rule> {
    [("▼", Tone::Bad), ("▲", Tone::Bad), ("◐", Tone::Warn)]
        .into_iter()
        .map(|(symbol, tone)| Rule::Begins(STATE, symbol.to_owned(), tone))
        .collect()
}

fn columns(making: &Making<'_>) -> Vec<Column> {
    let head = |key: &str| making.side.stacked(&format!("renewals-{key}"));
    let column =
        |key: &str, face, width| Column::new(&format!("renewals.{key}"), head(key), face, width);
    vec![
        column("register", Face::Text, 16.0),
        column("item", Face::Text, 46.0),
        column("date", Face::Text, 20.0),
        column("due", Face::Date, 12.0),
        column("days", Face::Integer, 9.0),
        column("state", Face::Text, 19.0),
        column("notice", Face::Date, 12.0),
        column("auto", Face::Text, 9.0),
        column("owner", Face::Text, 22.0),
        column("amount", Face::Amount, 15.0),
        column("currency", Face::Text, 8.0),
        Column::new(
            "row_id",
            making.side.stacked("workbook-row-id"),
            Face::Id,
            38.0,
        ),
    ]
}
