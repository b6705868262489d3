//! From findings to the report: names for rows, sentences for reasons, money for counts.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::report::{FindingGroup, FindingRow, FindingTask, FindingsReport, SavingKind, SavingRow};
use super::tasks::Tasks;
use super::{Found, Group, ProductSaving, Summary, read, sum};
use crate::Result;
use crate::ledger::{Ref, Titles};
use crate::register::{Money, Pair, deployment, device, license, person, product, register, task};
use crate::rules::position::Progress;
use crate::rules::rates;
use crate::vault::Thresholds;
use crate::words::{Arg, Words};

/// Products named among the savings.
const SAVINGS: usize = 10;

/// The report of a day in the words of a language, with at most so many rows of each kind.
pub fn report(
    conn: &Connection,
    day: NaiveDate,
    words: Words,
    most: usize,
    progress: Progress<'_>,
) -> Result<FindingsReport> {
    let groups = read(conn, day, progress)?;
    told(conn, day, words, &groups, most)
}

/// The same of one product alone, with all its findings.
pub fn of_product(
    conn: &Connection,
    day: NaiveDate,
    words: Words,
    product: i64,
    progress: Progress<'_>,
) -> Result<FindingsReport> {
    let mut groups = read(conn, day, progress)?;
    for group in &mut groups {
        group.found.retain(|found| found.product == Some(product));
    }
    told(conn, day, words, &groups, usize::MAX)
}

fn told(
    conn: &Connection,
    day: NaiveDate,
    words: Words,
    groups: &[Group],
    most: usize,
) -> Result<FindingsReport> {
    let summary = Summary::of(groups);
    let mut describing = Describing {
        conn,
        words,
        currency: rates::reporting_currency(conn)?,
        thresholds: Thresholds::read(conn)?,
        tasks: Tasks::read(conn)?,
        titles: Titles::default(),
    };
    Ok(FindingsReport {
        as_of: day,
        save: summary.save.within(&describing.currency),
        cover: summary.cover.within(&describing.currency),
        unpriced: summary.unpriced,
        savings: summary
            .savings
            .iter()
            .take(SAVINGS)
            .map(|saving| describing.saving(saving))
            .collect::<Result<_>>()?,
        groups: groups
            .iter()
            .map(|group| describing.group(group, most))
            .collect::<Result<_>>()?,
        thresholds: describing.thresholds,
    })
}

/// What names and sentences are made from.
struct Describing<'a> {
    conn: &'a Connection,
    words: Words,
    currency: String,
    thresholds: Thresholds,
    tasks: Tasks,
    titles: Titles,
}

impl Describing<'_> {
    fn money(&self, amount: i64) -> Money {
        Money {
            amount,
            currency: self.currency.clone(),
        }
    }

    fn named(&mut self, key: &str, id: Option<i64>) -> Result<Option<Ref>> {
        let register = register(key)?;
        id.map(|id| self.titles.reference(self.conn, register, id))
            .transpose()
    }

    fn saving(&mut self, saving: &ProductSaving) -> Result<SavingRow> {
        let product = &product::REGISTER;
        Ok(SavingRow {
            product: self.titles.reference(self.conn, product, saving.product)?,
            sums: saving.sums.within(&self.currency),
            kinds: saving
                .kinds
                .iter()
                .map(|(kind, count)| SavingKind {
                    kind,
                    count: *count,
                })
                .collect(),
        })
    }

    fn group(&mut self, group: &Group, most: usize) -> Result<FindingGroup> {
        let kind = group.kind;
        let rows = group.found.iter().take(most);
        Ok(FindingGroup {
            kind: kind.key,
            side: kind.side,
            actions: kind.actions.to_vec(),
            count: group.found.len(),
            sums: sum(&group.found).within(&self.currency),
            query: kind.query(self.words.language()),
            rows: rows.map(|found| self.row(found)).collect::<Result<_>>()?,
        })
    }

    fn row(&mut self, found: &Found) -> Result<FindingRow> {
        let product = self.named(product::REGISTER.key, found.product)?;
        let license = self.named(license::REGISTER.key, found.license)?;
        let holder = match found.person {
            Some(_) => self.named(person::REGISTER.key, found.person)?,
            None => self.named(device::REGISTER.key, found.device)?,
        };
        let called = |name: &Option<Ref>| {
            name.as_ref()
                .map_or("", |name| self.words.half(&name.title))
                .to_owned()
        };
        let text = sentence(
            self.words,
            found,
            [&called(&product), &called(&holder)],
            self.thresholds,
        );
        let stake = found.stake.as_ref();
        let foreign = |own: &&Money| own.currency != self.currency;
        let own = stake.map(|stake| &stake.own).filter(foreign).cloned();
        let reported = stake.and_then(|stake| stake.reported);
        let record = self.named(found.kind.register, Some(found.id))?;
        Ok(FindingRow {
            register: found.kind.register,
            id: found.id,
            title: match self.found_as(found)? {
                Some(name) => Pair::by_script(&name),
                None => record.map(|record| record.title).unwrap_or_default(),
            },
            money: reported.map(|amount| self.money(amount)),
            own,
            yearly: stake.is_some_and(|stake| stake.yearly),
            product,
            license,
            holder,
            count: found.count,
            whole: found.whole,
            text,
            action: found.action,
            task: self.task(found)?,
        })
    }

    /// An installation without a product is called what it was found as.
    fn found_as(&self, found: &Found) -> Result<Option<String>> {
        if found.product.is_some() || found.kind.register != deployment::REGISTER.key {
            return Ok(None);
        }
        let sql = "SELECT found_as FROM deployment WHERE id = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([found.id], |row| row.get(0))?)
    }

    fn task(&mut self, found: &Found) -> Result<Option<FindingTask>> {
        let Some(task) = self.tasks.of(found).cloned() else {
            return Ok(None);
        };
        let named = self.titles.reference(self.conn, &task::REGISTER, task.id)?;
        Ok(Some(FindingTask {
            task: named,
            open: task.is_open(),
            owner: self.named(person::REGISTER.key, task.owner)?,
            action: task.action,
            status: task.status,
            due: task.due,
            asked: task.asked,
            answer: task.answer,
        }))
    }
}

/// Why a finding is one, in a sentence that names its product and its holder.
pub fn sentence(
    words: Words,
    found: &Found,
    [product, holder]: [&str; 2],
    thresholds: Thresholds,
) -> String {
    let day = found
        .day
        .map_or_else(|| words.text("findings-day-unknown"), |day| words.date(day));
    let why = words.format(
        &format!("findings-why--{}", found.kind.key),
        &[
            ("product", Arg::from(product)),
            ("holder", Arg::from(holder)),
            ("count", Arg::from(found.count)),
            ("whole", Arg::from(found.whole.unwrap_or_default())),
            ("day", Arg::from(day)),
            (
                "variant",
                Arg::from(found.variant.as_deref().unwrap_or_default()),
            ),
            ("days", Arg::from(thresholds.dormant_days)),
            ("percent", Arg::from(thresholds.underuse_percent)),
        ],
    );
    if !found.lacks() || found.reassign == 0 {
        return why;
    }
    let args = [
        ("count", Arg::from(found.reassign)),
        ("buy", Arg::from(found.count - found.reassign)),
    ];
    format!("{why} {}", words.format("findings-reassign", &args))
}
