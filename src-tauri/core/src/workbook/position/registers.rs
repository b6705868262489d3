//! The registers as sheets of facts, each derived from its description. Only what a scope leaves out and what the position
//! adds is written here.

use std::collections::HashSet;

use rusqlite::{Connection, ToSql};

use super::{Making, Meter};
use crate::Result;
use crate::register::{REGISTERS, Register, product, register};
use crate::rules::position::standing::{self, Reach};
use crate::workbook::book::Book;
use crate::workbook::columns::{Extra, Layout, Pairs};
use crate::workbook::names::Names;
use crate::workbook::table::{Heading, Writing};

/// What the position rests on.
const FACTS: &[&str] = &[
    "license",
    "purchase",
    "adjustment",
    "assignment",
    "deployment",
    "usage",
];

/// What the facts refer to.
const COMPANY: &[&str] = &[
    "vendor",
    "authorisation",
    "contract",
    "renewal",
    "invoice",
    "invoice_line",
    "product",
    "tenant",
    "person",
    "device",
    "site",
    "entity",
    "exchange_rate",
    "task",
    "holiday",
];

/// Rows of every register, for the progress.
pub(super) fn rows(conn: &Connection) -> Result<u64> {
    let mut total = 0;
    for register in REGISTERS {
        let sql = format!(
            "SELECT COUNT(*) FROM {} WHERE archived_at IS NULL",
            register.key
        );
        let count: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        total += count.unsigned_abs();
    }
    Ok(total)
}

pub(super) fn facts(
    making: &Making<'_>,
    book: &mut Book,
    names: &mut Names<'_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    FACTS.iter().try_for_each(|key| {
        sheet(
            making,
            book,
            names,
            meter,
            register(key)?,
            &extras(making, key),
        )
    })
}

pub(super) fn company(
    making: &Making<'_>,
    book: &mut Book,
    names: &mut Names<'_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    COMPANY
        .iter()
        .try_for_each(|key| sheet(making, book, names, meter, register(key)?, &[]))
}

/// One register's sheet.
pub(super) fn sheet(
    making: &Making<'_>,
    book: &mut Book,
    names: &mut Names<'_>,
    meter: &mut Meter<'_>,
    register: &'static Register,
    extras: &[Extra],
) -> Result<()> {
    let side = making.side;
    let mut fields = Layout::fields(register);
    // what all licenses of a product amount to says nothing about a part of the company
    let whole = making.scope.is_whole() || register.key != product::REGISTER.key;
    fields.retain(|field| whole || register.derived(field.key).is_none());
    let mut layout = Layout::new(
        making.conn,
        register,
        &fields,
        side,
        Pairs::Stacked,
        extras,
        names,
    )?;
    // facts are not answered here, so their coded cells offer no choice
    layout
        .columns
        .iter_mut()
        .for_each(|column| column.list = None);
    let tab = side.joined(" ", |words| {
        let id = format!("sheet-{}", register.key.replace('_', "-"));
        if words.has(&id) {
            words.text(&id)
        } else {
            words.plural(register.key)
        }
    });
    let heading = Heading {
        title: tab.clone(),
        tab,
        note: making.note("register-note"),
        frozen: 2,
    };
    let sql = format!(
        "{} WHERE {}.archived_at IS NULL{} ORDER BY {}.id",
        layout.select,
        register.key,
        condition(making, register.key),
        register.key
    );
    let columns = std::mem::take(&mut layout.columns);
    let mut writing = Writing::begin(book, heading, columns, Vec::new())?;
    standing::prepare(making.conn, &sql, making.options.as_of, Reach::Whole)?;
    let today = making.options.as_of.to_string();
    let mut named: Vec<(&str, &dyn ToSql)> = Vec::new();
    if sql.contains(":today") {
        named.push((":today", &today));
    }
    let mut statement = making.conn.prepare(&sql)?;
    let mut rows = statement.query(named.as_slice())?;
    let mut buffer = String::new();
    while let Some(row) = rows.next()? {
        layout.cells(row, &mut buffer, |cell| writing.put(cell))?;
        writing.end_row()?;
        meter.step()?;
    }
    writing.finish()?;
    Ok(())
}

/// What the position adds to a register's own columns.
fn extras(making: &Making<'_>, key: &str) -> Vec<Extra> {
    let side = making.side;
    match key {
        "usage" => vec![Extra::integer(
            "usage.days",
            side.stacked("usage-days"),
            "CAST(julianday(:today) - julianday(COALESCE(usage.last_used, usage.ends)) AS INTEGER)",
        )],
        _ => Vec::new(),
    }
}

/// Entity and site of a record, for the registers that stand somewhere. The others belong to the whole company.
fn place(key: &str) -> Option<(&'static str, &'static str)> {
    const LICENSE: (&str, &str) = (
        "COALESCE(license.entity_id, (SELECT s.entity_id FROM site s WHERE s.id = license.site_id))",
        "license.site_id",
    );
    Some(match key {
        "license" => LICENSE,
        "adjustment" => (
            "COALESCE(adjustment.entity_id, (SELECT s.entity_id FROM site s WHERE s.id = adjustment.site_id))",
            "adjustment.site_id",
        ),
        "purchase" => (
            "(SELECT COALESCE(l.entity_id, s.entity_id) FROM license l LEFT JOIN site s ON s.id = l.site_id WHERE l.id = purchase.license_id)",
            "(SELECT l.site_id FROM license l WHERE l.id = purchase.license_id)",
        ),
        "assignment" => (
            "(SELECT s.entity_id FROM site s WHERE s.id = COALESCE((SELECT p.site_id FROM person p WHERE p.id = assignment.person_id), (SELECT d.site_id FROM device d WHERE d.id = assignment.device_id), (SELECT l.site_id FROM license l WHERE l.id = assignment.license_id)))",
            "COALESCE((SELECT p.site_id FROM person p WHERE p.id = assignment.person_id), (SELECT d.site_id FROM device d WHERE d.id = assignment.device_id), (SELECT l.site_id FROM license l WHERE l.id = assignment.license_id))",
        ),
        "deployment" => (
            "(SELECT s.entity_id FROM device d JOIN site s ON s.id = d.site_id WHERE d.id = deployment.device_id)",
            "(SELECT d.site_id FROM device d WHERE d.id = deployment.device_id)",
        ),
        "usage" => (
            "(SELECT s.entity_id FROM site s WHERE s.id = COALESCE((SELECT p.site_id FROM person p WHERE p.id = usage.person_id), (SELECT d.site_id FROM device d WHERE d.id = usage.device_id), (SELECT l.site_id FROM license l WHERE l.id = usage.license_id)))",
            "COALESCE((SELECT p.site_id FROM person p WHERE p.id = usage.person_id), (SELECT d.site_id FROM device d WHERE d.id = usage.device_id), (SELECT l.site_id FROM license l WHERE l.id = usage.license_id))",
        ),
        "person" => (
            "(SELECT s.entity_id FROM site s WHERE s.id = person.site_id)",
            "person.site_id",
        ),
        "device" => (
            "(SELECT s.entity_id FROM site s WHERE s.id = device.site_id)",
            "device.site_id",
        ),
        "site" => ("site.entity_id", "site.id"),
        _ => return None,
    })
}

/// The records of a register within the scope.
pub(super) fn in_scope(making: &Making<'_>, key: &str) -> Result<HashSet<i64>> {
    let sql = format!(
        "SELECT {key}.id FROM {key} WHERE {key}.archived_at IS NULL{}",
        condition(making, key)
    );
    let mut statement = making.conn.prepare(&sql)?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// The scope as a condition; ids are numbers of our own.
fn condition(making: &Making<'_>, key: &str) -> String {
    let Some((entity, site)) = place(key) else {
        return String::new();
    };
    let within = |expression: &str, ids: &[i64]| {
        if ids.is_empty() {
            return String::new();
        }
        let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
        format!(" AND {expression} IN ({})", ids.join(", "))
    };
    within(entity, &making.scope.entities) + &within(site, &making.scope.sites)
}
