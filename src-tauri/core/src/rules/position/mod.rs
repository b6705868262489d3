//! The license position: what is owned, what can be proven, what is needed and what is missing, by product, metric, entity and
//! site on one day.
//!
//! Every place that shows one of these figures asks here. Rights stand where their license stands; use stands where its
//! person or device is. Rights given to no site stand on an unallocated line, so that the lines of a product sum to its total.
//!
//! [`gather`] reads the facts, [`reckon`] applies the rules to them without a database: [`owned`] the rights, [`needs`] the needs,
//! [`cover`] what a product's rights cover, [`lending`] what they do for other products. A figure is the sum of its [`steps`].

mod build;
pub mod change;
mod counts;
mod cover;
pub mod describe;
pub mod facts;
mod family;
mod gather;
pub mod history;
mod kinds;
mod lending;
pub mod money;
mod needs;
mod owned;
mod pool;
mod products;
mod reckon;
pub mod report;
pub mod snapshot;
pub mod standing;
pub mod steps;
#[cfg(test)]
mod tests;
mod versions;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Result;
use crate::rules::proof::Lack;

pub use counts::Counts;
pub use kinds::{Basis, Metric, Status};
pub use products::Product;
pub use steps::Tally;

/// Days looked back over for use.
pub const USED_WITHIN_DAYS: u64 = 90;

/// Stages told of: those of reading, of building and of each side.
const STAGES: u64 = 9;

/// Told how far it is (done, total); answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What part of the company is asked about. Empty means everything.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Row ids of entities.
    pub entities: Vec<i64>,
    /// Row ids of sites.
    pub sites: Vec<i64>,
}

impl Scope {
    /// Whether a place lies within.
    pub fn holds(&self, place: Place) -> bool {
        let within = |asked: &[i64], id: Option<i64>| {
            asked.is_empty() || id.is_some_and(|id| asked.contains(&id))
        };
        within(&self.entities, place.entity) && within(&self.sites, place.site)
    }

    /// Everything.
    pub fn is_whole(&self) -> bool {
        self.entities.is_empty() && self.sites.is_empty()
    }
}

/// An entity and a site; either may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Row of the entity.
    pub entity: Option<i64>,
    /// Row of the site; none for rights not given to a site.
    pub site: Option<i64>,
}

/// How many purchase lines lack something, and their rights.
pub type Gaps = BTreeMap<Lack, (i64, i64)>;

/// A product's figures by one metric at one place.
#[derive(Debug, Clone)]
pub struct Line {
    /// How its rights are counted.
    pub metric: Metric,
    /// What its rights must cover.
    pub basis: Basis,
    /// Where.
    pub place: Place,
    /// How many.
    pub counts: Counts,
    /// What the figures are made of.
    pub tally: Tally,
    /// What the purchase lines that stand there lack.
    pub gaps: Gaps,
}

/// A product's position.
#[derive(Debug, Clone)]
pub struct ProductPosition {
    /// Which product.
    pub product: Product,
    /// What its rights must cover; of its first metric, where it has several.
    pub basis: Basis,
    /// The sum of its lines.
    pub total: Counts,
    /// What the sum is made of.
    pub tally: Tally,
    /// What its purchase lines lack.
    pub gaps: Gaps,
    /// By metric and place, unallocated rights last.
    pub lines: Vec<Line>,
}

impl ProductPosition {
    fn new(product: Product, mut lines: Vec<Line>, scope: &Scope) -> Self {
        lines.sort_by_key(|line| (line.metric, line.place.site.is_none(), line.place));
        let (mut total, mut tally, mut gaps) = (Counts::default(), Tally::default(), Gaps::new());
        for line in &lines {
            for (lack, (lines, rights)) in &line.gaps {
                let sum = gaps.entry(*lack).or_default();
                *sum = (sum.0 + lines, sum.1 + rights);
            }
            total.add(&line.counts);
            tally.merge(&line.tally);
        }
        if !scope.is_whole() {
            // what another part of the company would cover is missing here
            total.short = total.short.max(-total.delta());
            total.short_provable = total.short_provable.max(-total.delta_provable());
            total.over = total.over.min(total.delta().max(0));
        }
        Self {
            basis: lines.first().map_or(Basis::Nothing, |line| line.basis),
            product,
            total,
            tally,
            gaps,
            lines,
        }
    }

    /// Rights beyond those needed; negative when short.
    pub const fn delta(&self) -> i64 {
        self.total.delta()
    }

    /// Provable rights beyond those needed.
    pub const fn delta_provable(&self) -> i64 {
        self.total.delta_provable()
    }

    /// How it stands.
    pub const fn status(&self) -> Status {
        if matches!(self.basis, Basis::Nothing) {
            Status::Free
        } else if self.total.unlimited > 0 {
            Status::Unlimited
        } else if self.total.short > 0 {
            Status::Short
        } else if self.total.short_provable > 0 {
            Status::Unproven
        } else if self.delta() == 0 {
            Status::Level
        } else {
            Status::Over
        }
    }

    /// The worst first: by status, then by what is missing.
    pub fn rank(&self) -> (usize, i64, i64, i64) {
        let status = self.status();
        let worst = Status::ALL.iter().position(|one| *one == status);
        (
            worst.unwrap_or(Status::ALL.len()),
            self.delta(),
            self.delta_provable(),
            self.product.id,
        )
    }

    /// How its rights are counted, each metric once.
    pub fn metrics(&self) -> Vec<Metric> {
        let mut metrics: Vec<Metric> = self.lines.iter().map(|line| line.metric).collect();
        metrics.sort_unstable();
        metrics.dedup();
        metrics
    }

    /// Key for Fluent `position-proof--<key>`: all, some or none of the rights are proven; nothing where none are owned.
    pub const fn proof(&self) -> Option<&'static str> {
        if self.total.owned <= 0 {
            None
        } else if self.total.provable >= self.total.owned {
            Some("complete")
        } else if self.total.provable > 0 {
            Some("partial")
        } else {
            Some("none")
        }
    }
}

/// The position of every product that is owned or used within the scope, by publisher and name.
pub fn read(
    conn: &Connection,
    day: NaiveDate,
    scope: &Scope,
    progress: Progress<'_>,
) -> Result<Vec<ProductPosition>> {
    let facts = gather::gather(conn, day, progress)?;
    let mut by_product: HashMap<i64, Vec<Line>> = HashMap::new();
    for (product, line) in reckon::reckon(&facts, progress)? {
        if scope.holds(line.place) {
            by_product.entry(product).or_default().push(line);
        }
    }
    let mut positions = Vec::with_capacity(by_product.len());
    for product in products::products(conn, day)? {
        if let Some(lines) = by_product.remove(&product.id) {
            positions.push(ProductPosition::new(product, lines, scope));
        }
    }
    Ok(positions)
}
