//! From positions to the report: names for rows, sentences for steps, money for counts.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::money::Pricing;
use super::report::{
    MissingProof, PositionFigures, PositionLine, PositionReport, PositionRow, PositionStep,
    PositionTotal, ProofGap,
};
use super::standing::{self, Reach};
use super::steps::{Told, told};
use super::{Counts, Line, Place, ProductPosition, Progress, Scope, Status, Tally, read};
use crate::Result;
use crate::ledger::{Ref, Titles};
use crate::register::{
    Money, Register, entity, invoice, license, product, purchase, register, site,
};
use crate::rules::proof::{Lack, lacks};
use crate::rules::rights;
use crate::rules::sums::Sums;
use crate::words::{Arg, Words};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The day.
    pub day: NaiveDate,
    /// The part of the company.
    pub scope: Scope,
    /// One product by its row, with what its purchase lines lack; none for all.
    pub product: Option<i64>,
}

impl Asked {
    /// Every product of the whole company, as snapshots are.
    pub fn is_whole(&self) -> bool {
        self.product.is_none() && self.scope.is_whole()
    }
}

/// The report of a day, in the words of a language.
pub fn report(
    conn: &Connection,
    asked: &Asked,
    words: Words,
    progress: Progress<'_>,
) -> Result<PositionReport> {
    let mut positions = read(conn, asked.day, &asked.scope, progress)?;
    positions.sort_by_key(ProductPosition::rank);
    let pricing = Pricing::new(conn, asked.day, &positions)?;
    let total = total(&positions, &pricing);
    let mut describing = Describing {
        conn,
        words,
        pricing,
        titles: Titles::default(),
        asked,
    };
    let wanted = |one: &&ProductPosition| asked.product.is_none_or(|id| id == one.product.id);
    let products = positions
        .iter()
        .filter(wanted)
        .map(|position| describing.row(position))
        .collect::<Result<_>>()?;
    Ok(PositionReport {
        as_of: asked.day,
        total,
        products,
        since: None,
    })
}

/// Sums over positions.
pub fn total(positions: &[ProductPosition], pricing: &Pricing) -> PositionTotal {
    let with = |status| {
        positions
            .iter()
            .filter(|position| position.status() == status)
            .count()
    };
    let (mut owned, mut provable, mut weak, mut unpriced) = (0, 0, 0, 0);
    let mut sums = [Sums::default(); 3];
    for position in positions {
        let counts = &position.total;
        owned += counts.owned;
        provable += counts.provable;
        weak += counts.weak;
        let costs = pricing.costs(position);
        let mut unknown = false;
        for (sum, cost) in
            (sums.iter_mut()).zip([costs.true_up, costs.true_up_provable, costs.surplus])
        {
            match cost {
                Some(cost) => sum.add(cost.amount, position.product.yearly),
                None => unknown = true,
            }
        }
        let counted = counts.short > 0 || counts.short_provable > 0 || counts.over > 0;
        unpriced += usize::from(unknown && counted);
    }
    let [true_up, true_up_provable, surplus] = sums.map(|sum| sum.within(pricing.currency()));
    PositionTotal {
        short: with(Status::Short),
        unproven: with(Status::Unproven),
        owned,
        provable,
        weak,
        true_up,
        true_up_provable,
        surplus,
        unpriced,
    }
}

/// What names and sentences are made from.
struct Describing<'a> {
    conn: &'a Connection,
    words: Words,
    pricing: Pricing,
    titles: Titles,
    asked: &'a Asked,
}

impl Describing<'_> {
    fn named(&mut self, register: &'static Register, id: i64) -> Result<Ref> {
        self.titles.reference(self.conn, register, id)
    }

    fn row(&mut self, position: &ProductPosition) -> Result<PositionRow> {
        let product = &position.product;
        let costs = self.pricing.costs(position);
        let price = product.price.as_ref().map(|(amount, currency)| Money {
            amount: *amount,
            currency: currency.clone(),
        });
        Ok(PositionRow {
            product: self.named(&product::REGISTER, product.id)?,
            publisher: product.publisher.clone(),
            edition: product.edition.clone(),
            version: product.version.clone(),
            metrics: position.metrics().iter().map(|one| one.key()).collect(),
            basis: position.basis.key(),
            status: position.status().key(),
            proof: position.proof(),
            figures: figures(&position.total),
            price_paid: price.is_some() && product.paid,
            yearly: product.yearly,
            price,
            true_up: costs.true_up,
            true_up_provable: costs.true_up_provable,
            surplus: costs.surplus,
            steps: self.steps(&position.tally, &position.total)?,
            lines: position
                .lines
                .iter()
                .map(|line| self.line(line))
                .collect::<Result<_>>()?,
            gaps: position
                .gaps
                .iter()
                .map(|(lack, (lines, rights))| ProofGap {
                    code: lack.key(),
                    weak: lack.weakens(),
                    lines: *lines,
                    rights: *rights,
                })
                .collect(),
            missing: match self.asked.product {
                Some(id) => self.missing(id)?,
                None => Vec::new(),
            },
        })
    }

    /// The purchase lines of a product that stand and lack something, the unproven first.
    fn missing(&mut self, product: i64) -> Result<Vec<MissingProof>> {
        let sql = rights::LINES_LACKING_PROOF;
        standing::prepare(self.conn, sql, self.asked.day, Reach::Rows)?;
        let mut statement = self.conn.prepare(sql)?;
        let mut found = statement.query(named_params! { ":product": product })?;
        let mut missing = Vec::new();
        while let Some(row) = found.next()? {
            let place = Place {
                entity: row.get(5)?,
                site: row.get(6)?,
            };
            if !self.asked.scope.holds(place) {
                continue;
            }
            let invoice: Option<i64> = row.get(2)?;
            let bits = row.get(4)?;
            missing.push(MissingProof {
                purchase: self.named(&purchase::REGISTER, row.get(0)?)?,
                license: self.named(&license::REGISTER, row.get(1)?)?,
                invoice: invoice
                    .map(|id| self.named(&invoice::REGISTER, id))
                    .transpose()?,
                quantity: row.get(3)?,
                codes: lacks(bits).map(Lack::key).collect(),
                texts: lacks(bits).map(|lack| lacking(self.words, lack)).collect(),
            });
        }
        Ok(missing)
    }

    fn line(&mut self, line: &Line) -> Result<PositionLine> {
        let place = line.place;
        Ok(PositionLine {
            metric: line.metric.key(),
            basis: line.basis.key(),
            entity: place
                .entity
                .map(|id| self.named(&entity::REGISTER, id))
                .transpose()?,
            site: place
                .site
                .map(|id| self.named(&site::REGISTER, id))
                .transpose()?,
            figures: figures(&line.counts),
            steps: self.steps(&line.tally, &line.counts)?,
        })
    }

    fn steps(&mut self, tally: &Tally, counts: &Counts) -> Result<Vec<PositionStep>> {
        told(tally, counts)
            .into_iter()
            .map(|step| {
                let subject = step
                    .subject
                    .map(|(key, id)| self.named(register(key)?, id))
                    .transpose()?;
                let name = subject
                    .as_ref()
                    .map_or("", |subject| self.words.half(&subject.title));
                let text = sentence(self.words, &step, name);
                Ok(PositionStep {
                    rule: step.key,
                    subject,
                    input: step.input,
                    factor: step.factor,
                    result: step.result,
                    text,
                })
            })
            .collect()
    }
}

/// A step as a sentence; `subject` is the name of what it speaks of.
pub fn sentence(words: Words, step: &Told, subject: &str) -> String {
    words.format(
        &format!("position-step--{}", step.key),
        &[
            ("count", Arg::from(step.input)),
            ("result", Arg::from(step.result)),
            ("subject", Arg::from(subject)),
        ],
    )
}

/// What is missing, as a sentence.
pub fn lacking(words: Words, lack: Lack) -> String {
    words.text(&format!("proof-missing--{}", lack.key()))
}

/// Counts as they are shown.
pub fn figures(counts: &Counts) -> PositionFigures {
    PositionFigures {
        owned: counts.owned,
        provable: counts.provable,
        weak: counts.weak,
        adjusted: counts.adjusted,
        allocated: counts.allocated,
        available: counts.available(),
        assigned: counts.assigned,
        deployed: counts.deployed,
        used: counts.used,
        needed: counts.needed,
        delta: counts.delta(),
        delta_provable: counts.delta_provable(),
        short: counts.short,
        short_provable: counts.short_provable,
        over: counts.over,
        unlimited: counts.unlimited > 0,
    }
}
