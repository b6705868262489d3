//! The license position: what is owned, what can be proven, what is needed and what is missing, by product, metric, entity and
//! site on one day.
//!
//! Every place that shows one of these figures asks here. Rights stand where their license stands; use stands where its
//! person or device is. Rights given to no site stand on an unallocated line, so that the lines of a product sum to its total.
//!
//! [`count`] reads; the figures of a line and its steps come from the same sums.

mod count;
mod counts;
pub mod describe;
mod kinds;
pub mod money;
pub mod report;
pub mod standing;
pub mod steps;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::register::Pair;
use crate::{Error, Result};

pub use counts::Counts;
pub use kinds::{Basis, Metric, Status};
pub use steps::Tally;

/// Days looked back over for use.
pub const USED_WITHIN_DAYS: u64 = 90;

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

/// What the position needs to know of a product.
#[derive(Debug, Clone)]
pub struct Product {
    /// Row.
    pub id: i64,
    /// Stable id.
    pub uuid: uuid::Uuid,
    /// `PRD-0001`.
    pub code: Option<String>,
    /// Name.
    pub name: Pair,
    /// Edition.
    pub edition: Option<String>,
    /// Version.
    pub version: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Key of its type.
    pub kind: Option<String>,
    /// Key of its metric: its own, or that of its licenses.
    pub metric: Option<String>,
    /// List price in 1/10 000 units, with its currency.
    pub price: Option<(i64, String)>,
}

impl Product {
    /// Name with edition and version, in one language or in two lines.
    pub fn shown(&self, side: crate::words::Side) -> String {
        let mut name = side.pair(&self.name, "\n");
        for part in [&self.edition, &self.version].into_iter().flatten() {
            if !part.is_empty() && !name.contains(part.as_str()) {
                name.push(' ');
                name.push_str(part);
            }
        }
        name
    }
}

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
    /// By metric and place, unallocated rights last.
    pub lines: Vec<Line>,
}

impl ProductPosition {
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
    let mut by_product: BTreeMap<i64, Vec<(Place, count::Counts)>> = BTreeMap::new();
    for ((product, place), counts) in count::lines(conn, day)? {
        if scope.holds(place) && counts != count::Counts::default() {
            by_product.entry(product).or_default().push((place, counts));
        }
    }
    if !progress(1, 2) {
        return Err(Error::new("cancelled"));
    }
    let mut positions = Vec::with_capacity(by_product.len());
    for product in count::products(conn)? {
        if let Some(counted) = by_product.remove(&product.id) {
            positions.push(position(product, counted));
        }
    }
    Ok(positions)
}

fn position(product: Product, mut counted: Vec<(Place, count::Counts)>) -> ProductPosition {
    counted.sort_by_key(|(place, _)| (place.site.is_none(), *place));
    let basis = count::Counts::basis(&counted, &product);
    let metric = product.metric.as_deref().and_then(Metric::of);
    let (mut total, mut tally) = (Counts::default(), Tally::default());
    let mut lines = Vec::new();
    for (place, raw) in counted {
        let counts = Counts {
            owned: raw.owned,
            provable: raw.provable,
            assigned: raw.assigned,
            deployed: raw.deployed,
            used: raw.used,
            needed: raw.needed(basis),
            unlimited: raw.unlimited,
            ..Counts::default()
        };
        let mut own = Tally::default();
        own.add(steps::Rule::Bought, None, raw.owned);
        own.add(steps::Rule::Assigned, None, counts.needed);
        own.add(steps::Rule::Proven, None, counts.provable);
        tally.merge(&own);
        total.add(&counts);
        lines.push(Line {
            metric: metric.unwrap_or(Metric::Device),
            basis,
            place,
            counts,
            tally: own,
        });
    }
    total.short = (-total.delta()).max(0);
    total.over = total.delta().max(0);
    total.short_provable = (-total.delta_provable()).max(0);
    ProductPosition {
        product,
        basis,
        total,
        tally,
        lines,
    }
}
