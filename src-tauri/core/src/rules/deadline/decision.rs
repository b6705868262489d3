//! Deciding about a date: renew it, renew it with changes, or let it end. What follows is part of the same operation, so that
//! undo takes all of it back.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::kinds::{Next, kind};
use super::{Deadline, term};
use crate::ledger;
use crate::register::{
    AnyLinks, Money, Pair, Record, Register, RowId, Value, license, purchase, register, renewal,
    task,
};
use crate::rules::position::standing::{self, Reach};
use crate::rules::rights;
use crate::vault::Writer;
use crate::words::{Language, Words};
use crate::{Error, Result};

/// The action of a task to give notice.
const NOTICE: &str = "give_notice";

/// What she decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// `renew`, `change`, `drop` or `undecided`.
    pub decision: String,
    /// The new end; a term as long as the last where none is given.
    pub until: Option<NaiveDate>,
    /// Rights renewed; as many as end where none is given.
    pub quantity: Option<i64>,
    /// What it costs.
    pub cost: Option<Money>,
    /// Who approved it.
    pub approver: Option<i64>,
    /// Remarks.
    pub note: Option<String>,
}

impl Decision {
    /// As the fields of the register of decisions say it.
    pub fn entered(record: &Record, quantity: Option<i64>) -> Self {
        Self {
            decision: record
                .get(renewal::DECISION)
                .unwrap_or_else(|| "undecided".to_owned()),
            until: record.get(renewal::UNTIL),
            quantity,
            cost: record.get(renewal::COST),
            approver: record.get(renewal::APPROVER).map(|person| person.0),
            note: record.get(renewal::NOTE),
        }
    }
}

/// The date of a kind of a record. Error `deadline_gone`.
pub fn find(conn: &Connection, key: &str, id: i64, today: NaiveDate) -> Result<Deadline> {
    let kind = kind(key)?;
    super::of_register(conn, today, kind.register)?
        .into_iter()
        .find(|deadline| deadline.kind.key == key && deadline.id == id)
        .ok_or_else(|| Error::new("deadline_gone"))
}

/// The end a renewal would have: for a contract as many months as it says, else a year.
pub fn proposed(conn: &Connection, deadline: &Deadline) -> Result<Option<NaiveDate>> {
    if deadline.kind.next == Next::None {
        return Ok(None);
    }
    let register = register(deadline.kind.register)?;
    let record = ledger::record(conn, register, deadline.id)?;
    let months = match record.value("renewal_months") {
        Value::Integer(months) if *months > 0 => *months,
        _ => 12,
    };
    Ok(term::later(deadline.ends, months))
}

/// Writes a decision and what follows from it.
///
/// Errors: `deadline_gone`, `renewal_until` (the new end does not lie after the old), `renewal_quantity` (nothing says how many
/// rights to renew).
pub fn decide(
    writer: &mut Writer<'_>,
    deadline: &Deadline,
    decision: &Decision,
    today: NaiveDate,
) -> Result<()> {
    let renews = matches!(decision.decision.as_str(), "renew" | "change");
    let until = match decision.until {
        _ if !renews => None,
        Some(until) => Some(until),
        None => proposed(writer.connection(), deadline)?,
    };
    if until.is_some_and(|until| until <= deadline.ends) {
        return Err(Error::new("renewal_until").at("until"));
    }
    record(writer, deadline, decision, until, today)?;
    if decision.decision == "drop" {
        return notice(writer, deadline, today);
    }
    no_notice(writer, deadline)?;
    until.map_or(Ok(()), |until| next_term(writer, deadline, decision, until))
}

/// The decision itself; one about the same day is changed.
fn record(
    writer: &mut Writer<'_>,
    deadline: &Deadline,
    decision: &Decision,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<()> {
    let kind = deadline.kind;
    let mut record = Record::new()
        .with(
            renewal::SUBJECT,
            AnyLinks(vec![(kind.register, deadline.id)]),
        )
        .with(renewal::DATE, kind.decided_as.to_owned())
        .with(renewal::DUE, deadline.ends)
        .with(renewal::DECISION, decision.decision.clone())
        .with(renewal::DECIDED, today);
    set(
        &mut record,
        renewal::NOTICE_BY.field.key,
        deadline.notice_by.map(Value::Date),
    );
    set(
        &mut record,
        renewal::UNTIL.field.key,
        until.map(Value::Date),
    );
    set(
        &mut record,
        renewal::COST.field.key,
        decision.cost.clone().map(Value::Money),
    );
    set(
        &mut record,
        renewal::APPROVER.field.key,
        decision.approver.map(Value::Link),
    );
    set(
        &mut record,
        renewal::NOTE.field.key,
        decision.note.clone().map(Value::Text),
    );
    match &deadline.decided {
        Some(known) => writer
            .update(&renewal::REGISTER, known.id, record)
            .map(|_| ()),
        None => writer.insert(&renewal::REGISTER, record).map(|_| ()),
    }
}

fn set(record: &mut Record, key: &'static str, value: Option<Value>) {
    record.values.insert(key, value.unwrap_or(Value::Null));
}

fn next_term(
    writer: &mut Writer<'_>,
    deadline: &Deadline,
    decision: &Decision,
    until: NaiveDate,
) -> Result<()> {
    let register = register(deadline.kind.register)?;
    match deadline.kind.next {
        Next::None => Ok(()),
        Next::Field(field) => move_to(writer, register, deadline.id, field, until),
        Next::Line(field, effect) => {
            let license = if register.key == license::REGISTER.key {
                move_to(writer, register, deadline.id, field, until)?;
                deadline.id
            } else {
                let line = ledger::record(writer.connection(), register, deadline.id)?;
                let RowId(license) = line
                    .get(purchase::LICENSE)
                    .ok_or_else(|| Error::new("deadline_gone"))?;
                license
            };
            line(writer, deadline, license, effect, decision, until)
        }
    }
}

fn move_to(
    writer: &mut Writer<'_>,
    register: &'static Register,
    id: i64,
    field: &'static str,
    until: NaiveDate,
) -> Result<()> {
    let mut change = Record::new();
    set(&mut change, field, Some(Value::Date(until)));
    writer.update(register, id, change).map(|_| ())
}

/// The purchase line of the next term: the rights that end, from the day after until the new end.
fn line(
    writer: &mut Writer<'_>,
    deadline: &Deadline,
    license: i64,
    effect: &str,
    decision: &Decision,
    until: NaiveDate,
) -> Result<()> {
    let ending = match decision.quantity {
        Some(quantity) => quantity,
        None => rights_on(writer, license, deadline.ends)?,
    };
    if ending <= 0 {
        return Err(Error::new("renewal_quantity").at("quantity"));
    }
    let of = ledger::record(writer.connection(), &license::REGISTER, license)?;
    let mut record = Record::new()
        .with(purchase::LICENSE, RowId(license))
        .with(purchase::EFFECT, effect.to_owned())
        .with(purchase::QUANTITY, ending)
        .with(purchase::ENDS, until);
    if let Some(starts) = deadline.ends.succ_opt() {
        record.set(purchase::STARTS, starts);
    }
    if let Some(vendor) = of.get(license::VENDOR) {
        record.set(purchase::VENDOR, vendor);
    }
    if let Some(contract) = of.get(license::CONTRACT) {
        record.set(purchase::CONTRACT, contract);
    }
    if let Some(cost) = &decision.cost {
        record.set(purchase::AMOUNT, cost.clone());
    }
    writer.insert(&purchase::REGISTER, record).map(|_| ())
}

fn rights_on(writer: &Writer<'_>, license: i64, day: NaiveDate) -> Result<i64> {
    let sql = format!(
        "SELECT {} FROM license WHERE id = :id",
        rights::RIGHTS_OF_LICENSE
    );
    standing::prepare(writer.connection(), &sql, day, Reach::Rows)?;
    let mut statement = writer.connection().prepare_cached(&sql)?;
    let bound = rusqlite::named_params! { ":id": license };
    let rights: Option<i64> = statement.query_row(bound, |row| row.get(0))?;
    Ok(rights.unwrap_or_default())
}

/// What goes on by itself ends only if somebody writes: a task with the last day for it. Where that day has passed it is today,
/// for late notice may still be accepted; where none is said, the end. One that is open says it already.
fn notice(writer: &mut Writer<'_>, deadline: &Deadline, today: NaiveDate) -> Result<()> {
    if deadline.automatic != Some(true) || deadline.ends < today {
        return Ok(());
    }
    let register = register(deadline.kind.register)?;
    if !notices(writer, deadline)?.is_empty() {
        return Ok(());
    }
    let due = deadline.notice_by.unwrap_or(deadline.ends).max(today);
    let title = ledger::title(writer.connection(), register, deadline.id)?;
    let say = |language: Language| {
        let words = Words::new(language);
        words.format(
            "deadline-task-notice",
            &[("what", words.half(&title).to_owned())],
        )
    };
    let mut record = Record::new()
        .with(
            task::TITLE,
            Pair::both(&say(Language::Zh), &say(Language::En)),
        )
        .with(task::ACTION, NOTICE.to_owned())
        .with(task::ABOUT, AnyLinks(vec![(register.key, deadline.id)]))
        .with(task::DUE, due)
        .with(task::STATUS, "open".to_owned());
    if let Some(owner) = deadline.owner {
        record.set(task::OWNER, RowId(owner));
    }
    if let Some(amount) = &deadline.amount {
        record.set(task::AT_STAKE, amount.clone());
    }
    writer.insert(&task::REGISTER, record).map(|_| ())
}

/// What is not given up after all needs no notice. Its warranty or maintenance says nothing of that.
fn no_notice(writer: &mut Writer<'_>, deadline: &Deadline) -> Result<()> {
    if !deadline.kind.may_renew() {
        return Ok(());
    }
    for id in notices(writer, deadline)? {
        let change = Record::new().with(task::STATUS, "dropped".to_owned());
        writer.update(&task::REGISTER, id, change)?;
    }
    Ok(())
}

/// Open tasks to give notice of what a date is about, and of nothing else.
fn notices(writer: &Writer<'_>, deadline: &Deadline) -> Result<Vec<i64>> {
    let mut statement = writer.connection().prepare_cached(
        "SELECT t.id FROM link k JOIN task t ON t.id = k.record WHERE k.target_register = ?1 AND k.target = ?2 AND k.register = 'task' \
         AND k.field = 'about' AND t.archived_at IS NULL AND t.action = ?3 AND COALESCE(t.status, 'open') NOT IN ('done', 'dropped') \
         AND 1 = (SELECT COUNT(*) FROM link o WHERE o.register = 'task' AND o.record = t.id AND o.field = 'about')",
    )?;
    let about = (deadline.kind.register, deadline.id, NOTICE);
    let rows = statement.query_map(about, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
