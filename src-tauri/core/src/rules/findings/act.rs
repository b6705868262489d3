//! What is done about findings: tasks with an owner and a day, holders asked, and what they answered. Everything passes the gate.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::tasks::Tasks;
use super::{Action, Found, Kind, read_kind};
use crate::ledger::{self, title};
use crate::register::{AnyLinks, Money, Pair, Record, RowId, Value, assignment, product, task};
use crate::rules::rates;
use crate::vault::Writer;
use crate::words::{Arg, Language, Words};
use crate::{Error, Result};

/// What a holder answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HolderAnswer {
    /// Still needs it.
    Keep,
    /// Gives it back.
    Release,
}

/// Who does it, and until when.
#[derive(Debug, Clone, Copy, Default)]
pub struct Assigned {
    /// Row of the person.
    pub owner: Option<i64>,
    /// Last day.
    pub due: Option<NaiveDate>,
}

/// The findings of a kind on these records, none of which has an open task. Errors: `finding_gone`, `finding_has_task`.
pub fn chosen(
    conn: &Connection,
    day: NaiveDate,
    kind: &'static Kind,
    ids: &[i64],
) -> Result<Vec<Found>> {
    let tasks = Tasks::read(conn)?;
    let mut found = read_kind(conn, day, kind)?.found;
    found.retain(|found| ids.contains(&found.id));
    if found.is_empty() || found.len() != ids.len() {
        return Err(Error::new("finding_gone"));
    }
    let taken = |found: &Found| tasks.of(found).is_some_and(|task| task.is_open());
    if found.iter().any(taken) {
        return Err(Error::new("finding_has_task"));
    }
    Ok(found)
}

/// Makes one task of findings of a kind, linked to their records, with the money at stake; its row.
pub fn make_task(
    tx: &mut Writer<'_>,
    found: &[Found],
    action: Action,
    assigned: Assigned,
) -> Result<i64> {
    if found
        .iter()
        .any(|found| !found.kind.actions.contains(&action))
    {
        return Err(Error::new("bad_arguments").with("detail", action.key()));
    }
    let mut record = task_record(tx.connection(), found, action.task(), assigned)?;
    record.set(task::STATUS, "open".to_owned());
    tx.insert(&task::REGISTER, record)
}

/// Records that the holder of an assignment was asked, to answer by a day; the row of the task.
pub fn ask(
    tx: &mut Writer<'_>,
    found: &[Found],
    assigned: Assigned,
    today: NaiveDate,
) -> Result<i64> {
    let record = task_record(tx.connection(), found, "ask_holder", assigned)?
        .with(task::STATUS, "doing".to_owned())
        .with(task::ASKED, today);
    tx.insert(&task::REGISTER, record)
}

/// Records what the holder answered. Who gives it back holds it no longer.
pub fn answer(
    tx: &mut Writer<'_>,
    asked: i64,
    answer: HolderAnswer,
    today: NaiveDate,
) -> Result<()> {
    let record = ledger::record(tx.connection(), &task::REGISTER, asked)?;
    let (key, given_back) = match answer {
        HolderAnswer::Keep => ("keep", false),
        HolderAnswer::Release => ("release", true),
    };
    if let Some(AnyLinks(about)) = record.get(task::ABOUT).filter(|_| given_back) {
        for (_, id) in about
            .iter()
            .filter(|(register, _)| *register == assignment::REGISTER.key)
        {
            end(tx, *id, today)?;
        }
    }
    let change = Record::new()
        .with(task::ANSWERED, today)
        .with(task::ANSWER, key.to_owned())
        .with(task::STATUS, "done".to_owned());
    tx.update(&task::REGISTER, asked, change).map(|_| ())
}

/// Ends an assignment: it was in force for the last time the day before, or on its first day.
pub fn end(tx: &mut Writer<'_>, id: i64, today: NaiveDate) -> Result<()> {
    let record = ledger::record(tx.connection(), &assignment::REGISTER, id)?;
    let over = record
        .get(assignment::ENDS)
        .is_some_and(|ends| ends < today);
    if over {
        return Ok(());
    }
    let yesterday = today.pred_opt().unwrap_or(today);
    let last = record
        .get(assignment::STARTS)
        .map_or(yesterday, |starts| starts.max(yesterday));
    let change = Record::new().with(assignment::ENDS, last);
    tx.update(&assignment::REGISTER, id, change).map(|_| ())
}

fn task_record(
    conn: &Connection,
    found: &[Found],
    action: &'static str,
    assigned: Assigned,
) -> Result<Record> {
    let about = found
        .iter()
        .map(|found| (found.kind.register, found.id))
        .collect();
    let mut record = Record::new()
        .with(task::TITLE, called(conn, found, action)?)
        .with(task::ACTION, action.to_owned())
        .with(task::ABOUT, AnyLinks(about));
    let amount: i64 = found.iter().map(Found::money).sum();
    // the money of what is missing buys what is left when idle rights have changed hands
    let free = action == Action::Reallocate.key() && found.iter().any(Found::lacks);
    if amount > 0 && !free {
        let currency = rates::reporting_currency(conn)?;
        record.set(task::AT_STAKE, Money { amount, currency });
    }
    if let Some(owner) = assigned.owner {
        record.set(task::OWNER, RowId(owner));
    }
    if let Some(due) = assigned.due {
        record.values.insert(task::DUE.field.key, Value::Date(due));
    }
    Ok(record)
}

/// What the task is called in both languages: its action and the product, or how many findings it takes up.
fn called(conn: &Connection, found: &[Found], action: &str) -> Result<Pair> {
    let mut products: Vec<i64> = found.iter().filter_map(|found| found.product).collect();
    products.sort_unstable();
    products.dedup();
    let named = match products.as_slice() {
        [only] => Some(title(conn, &product::REGISTER, *only)?),
        _ => None,
    };
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let rights: i64 = found.iter().map(|found| found.concerned(action)).sum();
    let said = |language: Language| {
        let words = Words::new(language);
        let what = words.choice(task::REGISTER.key, task::ACTION.field.key, action);
        let text = match &named {
            Some(name) => words.format(
                "findings-task",
                &[
                    ("what", Arg::from(what)),
                    ("product", Arg::from(words.half(name).to_owned())),
                    ("count", Arg::from(rights)),
                ],
            ),
            None => words.format(
                "findings-task-many",
                &[("what", Arg::from(what)), ("count", Arg::from(count))],
            ),
        };
        Some(text)
    };
    Ok(Pair {
        zh: said(Language::Zh),
        en: said(Language::En),
    })
}
