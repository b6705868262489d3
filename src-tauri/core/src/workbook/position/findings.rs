//! What should be done: every finding with its reason, its money, what is proposed and the task it became.

use super::Making;
use super::registers::in_scope;
use crate::Result;
use crate::ledger::Titles;
use crate::register::{Pair, device, person, product, register, task};
use crate::rules::findings::describe::sentence;
use crate::rules::findings::tasks::{Task, Tasks};
use crate::rules::findings::{self, Found, Group, Side};
use crate::rules::rates;
use crate::vault::{Thresholds, uuid_of};
use crate::words::Arg;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::{NameTable, Names};
use crate::workbook::style::Tone;
use crate::workbook::table::{Column, Face, Heading, Rule, Writing};

/// Column of the side, which is coloured.
const SIDE: u16 = 0;

/// The findings of a day with what is said of them.
pub(super) struct Findings {
    pub(super) groups: Vec<Group>,
    pub(super) tasks: Tasks,
    pub(super) thresholds: Thresholds,
}

impl Findings {
    /// Those within the scope: of what the whole company lacks, as much as its part does. What another part has to spare is not
    /// missing.
    pub(super) fn read(making: &Making<'_>) -> Result<Self> {
        let mut groups = findings::read_apart(making.conn, making.options.as_of, &mut |_, _| true)?;
        for group in &mut groups {
            let register = group.kind.register;
            if making.scope.is_whole() {
                continue;
            }
            if register == product::REGISTER.key {
                let here = group.found.iter();
                group.found = here.filter_map(|found| of_part(making, found)).collect();
                continue;
            }
            let within = in_scope(making, register)?;
            group.found.retain(|found| within.contains(&found.id));
        }
        findings::reassign(making.conn, making.options.as_of, &mut groups)?;
        Ok(Self {
            groups,
            tasks: Tasks::read(making.conn)?,
            thresholds: Thresholds::read(making.conn)?,
        })
    }

    /// What stands above a sheet of findings.
    pub(super) fn heading(&self, making: &Making<'_>, sheet: &str, note: &str) -> Heading {
        Heading {
            tab: making.side.inline(sheet),
            title: making.side.inline(sheet),
            note: self.note(making, note),
            frozen: 3,
        }
    }

    /// The day, what the sheet shows, and from when on something counts.
    fn note(&self, making: &Making<'_>, id: &str) -> String {
        let args = [
            ("days", Arg::from(self.thresholds.dormant_days)),
            ("percent", Arg::from(self.thresholds.underuse_percent)),
        ];
        making.side.joined("\n", |words| {
            let date = words.date(making.options.as_of);
            format!(
                "{}  {}",
                words.format("workbook-as-of", &[("date", date)]),
                words.format(id, &args)
            )
        })
    }
}

/// What a finding about a product amounts to within the scope; nothing where it is none there.
fn of_part(making: &Making<'_>, found: &Found) -> Option<Found> {
    let mut positions = making.positions.iter();
    let position = positions.find(|one| one.product.id == found.id)?;
    let total = &position.total;
    let count = match found.kind.key {
        "shortfall" => total.short,
        _ => total.deployed.max(total.used),
    };
    if count <= 0 || found.count <= 0 {
        return None;
    }
    let mut part = Found {
        count,
        ..found.clone()
    };
    if let Some(stake) = &mut part.stake {
        stake.own.amount = stake.own.amount / found.count * count;
        let cost = making.pricing.of(position, count);
        stake.reported = stake.reported.and(cost.map(|cost| cost.amount));
    }
    Some(part)
}

/// Names that rows refer to.
struct Called {
    products: NameTable,
    licenses: NameTable,
    people: NameTable,
    devices: NameTable,
    tasks: NameTable,
    titles: Titles,
}

pub(super) fn sheet(
    making: &Making<'_>,
    findings: &Findings,
    book: &mut Book,
    names: &mut Names<'_>,
) -> Result<()> {
    let heading = findings.heading(making, "sheet-savings", "savings-note");
    let mut called = Called {
        products: names.of("product")?,
        licenses: names.of("license")?,
        people: names.of("person")?,
        devices: names.of("device")?,
        tasks: names.of("task")?,
        titles: Titles::default(),
    };
    let currency = rates::reporting_currency(making.conn)?;
    let mut writing = Writing::begin(book, heading, columns(making, &currency), rules())?;
    for found in findings.groups.iter().flat_map(|group| &group.found) {
        row(making, findings, &mut called, &mut writing, found)?;
    }
    writing.finish()?;
    Ok(())
}

fn row(
    making: &Making<'_>,
    findings: &Findings,
    called: &mut Called,
    writing: &mut Writing<'_>,
    found: &Found,
) -> Result<()> {
    let side = making.side;
    let (symbol, key) = about(found.kind.side);
    let text = |writing: &mut Writing<'_>, text: &str| writing.put(Cell::Text(text));
    text(
        writing,
        &format!("{symbol} {}", side.inline(&format!("findings-side--{key}"))),
    )?;
    text(
        writing,
        &side.inline(&format!("findings-kind--{}", found.kind.key)),
    )?;
    named(writing, &called.products, found.product)?;
    named(writing, &called.licenses, found.license)?;
    match found.person {
        Some(_) => named(writing, &called.people, found.person)?,
        None => named(writing, &called.devices, found.device)?,
    }
    writing.put(Cell::Integer(found.count))?;
    writing.put(found.whole.map_or(Cell::Blank, Cell::Integer))?;
    let why = reason(making, findings, called, found)?;
    text(writing, &why)?;
    text(
        writing,
        &side.inline(&format!("findings-action--{}", found.action.key())),
    )?;
    money(writing, found)?;
    outcome(making, findings.tasks.of(found), called, writing)?;
    let uuid = uuid_of(making.conn, register(found.kind.register)?, found.id)?;
    text(writing, &uuid.hyphenated().to_string())?;
    writing.end_row()
}

fn named(writing: &mut Writing<'_>, names: &NameTable, id: Option<i64>) -> Result<()> {
    let name = id.and_then(|id| names.get(&id));
    writing.put(name.map_or(Cell::Blank, |name| Cell::Text(name)))
}

/// The reason in the workbook's languages, each naming product and holder in its own.
fn reason(
    making: &Making<'_>,
    findings: &Findings,
    called: &mut Called,
    found: &Found,
) -> Result<String> {
    let mut title = |register, id: Option<i64>| -> Result<Pair> {
        let known = id.map(|id| called.titles.reference(making.conn, register, id));
        Ok(known
            .transpose()?
            .map(|known| known.title)
            .unwrap_or_default())
    };
    let software = title(&product::REGISTER, found.product)?;
    let holder = match found.person {
        Some(_) => title(&person::REGISTER, found.person)?,
        None => title(&device::REGISTER, found.device)?,
    };
    Ok(making.side.joined("\n", |words| {
        let named = [words.half(&software), words.half(&holder)];
        sentence(words, found, named, findings.thresholds)
    }))
}

/// Every year and once in the reporting currency, then what is paid in another.
fn money(writing: &mut Writing<'_>, found: &Found) -> Result<()> {
    let amount = |yearly: bool| {
        let stake = found.stake.as_ref().filter(|stake| stake.yearly == yearly);
        stake
            .and_then(|stake| stake.reported)
            .map_or(Cell::Blank, Cell::Amount)
    };
    writing.put(amount(true))?;
    writing.put(amount(false))?;
    let own = found.stake.as_ref().map(|stake| &stake.own);
    writing.put(own.map_or(Cell::Blank, |own| Cell::Amount(own.amount)))?;
    writing.put(own.map_or(Cell::Blank, |own| Cell::Text(&own.currency)))
}

/// The task it became, who does it, until when, and how far it is.
fn outcome(
    making: &Making<'_>,
    became: Option<&Task>,
    called: &Called,
    writing: &mut Writing<'_>,
) -> Result<()> {
    named(writing, &called.tasks, became.map(|task| task.id))?;
    named(writing, &called.people, became.and_then(|task| task.owner))?;
    let due = became.and_then(|task| task.due);
    writing.put(due.map_or(Cell::Blank, Cell::Date))?;
    let status = became.map_or_else(String::new, |task| choice(making, "status", &task.status));
    writing.put(Cell::Text(&status))
}

/// A choice of a task in the workbook's languages.
pub(super) fn choice(making: &Making<'_>, field: &str, key: &str) -> String {
    making
        .side
        .joined(" ", |words| words.choice(task::REGISTER.key, field, key))
}

/// Symbol and key of what a finding is about.
const fn about(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Cover => ("▼", "cover"),
        Side::Save => ("▲", "save"),
        Side::Check => ("◐", "check"),
    }
}

fn rules() -> Vec<Rule> {
    [("▼", Tone::Bad), ("▲", Tone::Good), ("◐", Tone::Warn)]
        .into_iter()
        .map(|(symbol, tone)| Rule::Begins(SIDE, symbol.to_owned(), tone))
        .collect()
}

fn columns(making: &Making<'_>, currency: &str) -> Vec<Column> {
    let side = making.side;
    let column = |key: &str, face, width| {
        let header = side.stacked_with(&format!("savings-{key}"), &[("currency", currency)]);
        Column::new(&format!("savings.{key}"), header, face, width)
    };
    vec![
        column("side", Face::Text, 18.0),
        column("kind", Face::Text, 26.0),
        column("product", Face::Text, 34.0),
        column("license", Face::Text, 30.0),
        column("holder", Face::Text, 24.0),
        column("count", Face::Integer, 9.0),
        column("whole", Face::Integer, 9.0),
        column("why", Face::Text, 60.0),
        column("proposed", Face::Text, 26.0),
        column("yearly", Face::Amount, 16.0),
        column("once", Face::Amount, 16.0),
        column("own", Face::Amount, 16.0),
        column("own-currency", Face::Text, 8.0),
        column("task", Face::Text, 34.0),
        column("owner", Face::Text, 22.0),
        column("due", Face::Date, 12.0),
        column("status", Face::Text, 16.0),
        Column::new("row_id", side.stacked("workbook-row-id"), Face::Id, 38.0),
    ]
}
