//! Who holds rights that are not used, held twice or by people who left: when they were last used, what the holder answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::Making;
use super::findings::{Findings, choice};
use crate::Result;
use crate::register::assignment;
use crate::rules::findings::Found;
use crate::rules::findings::assignments;
use crate::vault::uuid_of;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::Names;
use crate::workbook::table::{Column, Face, Writing};

pub(super) fn sheet(
    making: &Making<'_>,
    findings: &Findings,
    book: &mut Book,
    names: &mut Names<'_>,
) -> Result<()> {
    let side = making.side;
    let heading = findings.heading(making, "sheet-idle", "idle-note");
    let (products, licenses) = (names.of("product")?, names.of("license")?);
    let (people, devices) = (names.of("person")?, names.of("device")?);
    // one row an assignment, whatever it was found for
    let mut held: BTreeMap<i64, Vec<&Found>> = BTreeMap::new();
    let found = findings.groups.iter().flat_map(|group| &group.found);
    for found in found.filter(|found| found.kind.register == assignment::REGISTER.key) {
        held.entry(found.id).or_default().push(found);
    }
    let mut use_of = making.conn.prepare(&format!(
        "SELECT {}, {} FROM assignment WHERE assignment.id = :id",
        assignments::USED,
        assignments::USES
    ))?;
    let mut writing = Writing::begin(book, heading, columns(making), Vec::new())?;
    for (id, found) in held {
        let Some(first) = found.first() else { continue };
        let today = making.options.as_of.to_string();
        let (last, uses): (Option<String>, Option<i64>) = use_of
            .query_row(named_params! { ":today": today, ":id": id }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let last: Option<NaiveDate> = last.and_then(|day| day.parse().ok());
        let days = last.map(|day| (making.options.as_of - day).num_days());
        let holder = match first.person {
            Some(person) => people.get(&person),
            None => first.device.and_then(|device| devices.get(&device)),
        };
        for name in [
            first.product.and_then(|id| products.get(&id)),
            holder,
            first.license.and_then(|id| licenses.get(&id)),
        ] {
            writing.put(name.map_or(Cell::Blank, |name| Cell::Text(name)))?;
        }
        writing.put(last.map_or(Cell::Blank, Cell::Date))?;
        writing.put(days.map_or(Cell::Blank, Cell::Integer))?;
        writing.put(uses.map_or(Cell::Blank, Cell::Integer))?;
        let classes: Vec<String> = found
            .iter()
            .map(|found| side.inline(&format!("findings-kind--{}", found.kind.key)))
            .collect();
        writing.put(Cell::Text(&classes.join("; ")))?;
        let task = found.iter().find_map(|found| findings.tasks.of(found));
        let asked = task.and_then(|task| task.asked);
        writing.put(asked.map_or(Cell::Blank, Cell::Date))?;
        let answer = task.and_then(|task| task.answer.as_deref());
        let answer = answer.map_or_else(String::new, |key| choice(making, "answer", key));
        writing.put(Cell::Text(&answer))?;
        let decision = task.map_or_else(String::new, |task| {
            let (action, status) = (&task.action, &task.status);
            format!(
                "{}: {}",
                choice(making, "action", action),
                choice(making, "status", status)
            )
        });
        writing.put(Cell::Text(&decision))?;
        let uuid = uuid_of(making.conn, &assignment::REGISTER, id)?;
        writing.put(Cell::Text(&uuid.hyphenated().to_string()))?;
        writing.end_row()?;
    }
    writing.finish()?;
    Ok(())
}

fn columns(making: &Making<'_>) -> Vec<Column> {
    let side = making.side;
    let column = |key: &str, face, width| {
        let header = side.stacked(&format!("idle-{key}"));
        Column::new(&format!("idle.{key}"), header, face, width)
    };
    vec![
        column("product", Face::Text, 34.0),
        column("holder", Face::Text, 24.0),
        column("license", Face::Text, 30.0),
        column("last", Face::Date, 12.0),
        column("days", Face::Integer, 9.0),
        column("uses", Face::Integer, 9.0),
        column("class", Face::Text, 30.0),
        column("asked", Face::Date, 12.0),
        column("answer", Face::Text, 16.0),
        column("decision", Face::Text, 30.0),
        Column::new("row_id", side.stacked("workbook-row-id"), Face::Id, 38.0),
    ]
}
