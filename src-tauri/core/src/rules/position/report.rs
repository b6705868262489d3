//! The position as the page and the command show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change::{Last, PositionChange};
use crate::ledger::Ref;
use crate::register::Money;
use crate::rules::sums::MoneySums;

/// The license position of a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionReport {
    /// The day.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Sums over the products.
    pub total: PositionTotal,
    /// One row a product, the worst first.
    pub products: Vec<PositionRow>,
    /// What changed since the last snapshot: of the whole company, where one was kept before the day.
    pub since: Option<PositionChange>,
}

impl PositionReport {
    /// With what changed since a snapshot.
    pub fn since(mut self, last: Option<&Last>) -> Self {
        let now = self.products.iter().map(|row| row.figures);
        self.since = last.map(|last| PositionChange::since(last, now));
        self
    }
}

/// Sums over products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionTotal {
    /// Products short of rights.
    pub short: usize,
    /// Products covered, but not by provable rights.
    pub unproven: usize,
    /// Rights owned.
    #[ts(type = "number")]
    pub owned: i64,
    /// Rights proven.
    #[ts(type = "number")]
    pub provable: i64,
    /// Of these, with weak proof.
    #[ts(type = "number")]
    pub weak: i64,
    /// What the missing rights cost.
    pub true_up: MoneySums,
    /// What they cost when only provable rights count.
    pub true_up_provable: MoneySums,
    /// What the spare rights cost.
    pub surplus: MoneySums,
    /// Products short or over whose price or rate is unknown.
    pub unpriced: usize,
}

/// A product's position.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionRow {
    /// The product.
    pub product: Ref,
    /// Publisher.
    pub publisher: Option<String>,
    /// Edition.
    pub edition: Option<String>,
    /// Version.
    pub version: Option<String>,
    /// How its rights are counted: choices of the product's metric.
    pub metrics: Vec<&'static str>,
    /// Fluent `position-basis--<basis>`.
    pub basis: &'static str,
    /// Fluent `position-status--<status>`.
    pub status: &'static str,
    /// Fluent `position-proof--<proof>`: complete, partial, none; null where nothing is owned.
    pub proof: Option<&'static str>,
    /// Its figures.
    pub figures: PositionFigures,
    /// Price of one right, for a year where it is paid every year: the list price, or what was paid last.
    #[ts(type = "Money | null")]
    pub price: Option<Money>,
    /// Whether the price is what was paid last.
    pub price_paid: bool,
    /// Whether the price, and what follows from it, is paid every year.
    pub yearly: bool,
    /// What the missing rights cost, in the reporting currency; null without a price or a rate.
    #[ts(type = "Money | null")]
    pub true_up: Option<Money>,
    /// What they cost when only provable rights count.
    #[ts(type = "Money | null")]
    pub true_up_provable: Option<Money>,
    /// What the spare rights cost.
    #[ts(type = "Money | null")]
    pub surplus: Option<Money>,
    /// How the figures come about, in order.
    pub steps: Vec<PositionStep>,
    /// The same by metric, entity and site; their figures sum to those of the row.
    pub lines: Vec<PositionLine>,
    /// What the purchase lines lack, by kind.
    pub gaps: Vec<ProofGap>,
    /// The purchase lines that lack something; only where one product was asked for.
    pub missing: Vec<MissingProof>,
}

/// A product's figures by one metric at one place.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionLine {
    /// Choice of the product's metric.
    pub metric: &'static str,
    /// Fluent `position-basis--<basis>`.
    pub basis: &'static str,
    /// Entity.
    pub entity: Option<Ref>,
    /// Site; null for rights not given to a site.
    pub site: Option<Ref>,
    /// Its figures.
    pub figures: PositionFigures,
    /// How they come about.
    pub steps: Vec<PositionStep>,
}

/// Counts of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PositionFigures {
    /// By the purchase lines valid on the day.
    #[ts(type = "number")]
    pub owned: i64,
    /// Of these, proven.
    #[ts(type = "number")]
    pub provable: i64,
    /// Of these, with weak proof.
    #[ts(type = "number")]
    pub weak: i64,
    /// Manual adjustments.
    #[ts(type = "number")]
    pub adjusted: i64,
    /// What suites, editions and versions add or take.
    #[ts(type = "number")]
    pub allocated: i64,
    /// Owned, adjusted and allocated.
    #[ts(type = "number")]
    pub available: i64,
    /// Assignments in force.
    #[ts(type = "number")]
    pub assigned: i64,
    /// Computers it is installed on that need a right, each once.
    #[ts(type = "number")]
    pub deployed: i64,
    /// People and devices that used it within the last 90 days.
    #[ts(type = "number")]
    pub used: i64,
    /// Rights needed.
    #[ts(type = "number")]
    pub needed: i64,
    /// Available less needed.
    #[ts(type = "number")]
    pub delta: i64,
    /// The same with provable rights alone.
    #[ts(type = "number")]
    pub delta_provable: i64,
    /// Rights missing.
    #[ts(type = "number")]
    pub short: i64,
    /// Rights missing when only provable ones count.
    #[ts(type = "number")]
    pub short_provable: i64,
    /// Rights to spare.
    #[ts(type = "number")]
    pub over: i64,
    /// Covers any number.
    pub unlimited: bool,
}

/// One step of a figure: `input` times `factor` is `result`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionStep {
    /// Fluent `position-step--<rule>`.
    pub rule: &'static str,
    /// What it speaks of: another product, an adjustment.
    pub subject: Option<Ref>,
    /// How many.
    #[ts(type = "number")]
    pub input: i64,
    /// 1, -1, or 0 for what explains and counts nothing.
    #[ts(type = "number")]
    pub factor: i64,
    /// What it adds.
    #[ts(type = "number")]
    pub result: i64,
    /// The step as a sentence.
    pub text: String,
}

/// Purchase lines that lack the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProofGap {
    /// Fluent `proof-missing--<code>`.
    pub code: &'static str,
    /// Makes the proof weak only; the rights stay provable.
    pub weak: bool,
    /// How many lines.
    #[ts(type = "number")]
    pub lines: i64,
    /// Rights of these lines.
    #[ts(type = "number")]
    pub rights: i64,
}

/// A purchase line that lacks something.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingProof {
    /// The line.
    pub purchase: Ref,
    /// Its license.
    pub license: Ref,
    /// Its invoice.
    pub invoice: Option<Ref>,
    /// Rights of the line.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Fluent `proof-missing--<code>` each; those that make it weak come last.
    pub codes: Vec<&'static str>,
    /// The same as sentences.
    pub texts: Vec<String>,
}
