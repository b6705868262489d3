//! The license position: what is owned, what can be proven and what is in use, by product, entity and site on one day.
//!
//! Every place that shows one of these figures asks here. Rights stand where their license stands; use stands where its
//! person or device is. Rights given to no site stand on an unallocated line, so that the lines of a product sum to its total.

mod count;
pub mod standing;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Result;
use crate::register::Pair;

/// Days looked back over for use.
pub const USED_WITHIN_DAYS: u64 = 90;

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

/// Counts of one product at one place, or of their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rights by the purchase lines valid on the day.
    pub owned: i64,
    /// Of these, rights whose line has an invoice and a document.
    pub provable: i64,
    /// Assignments in force.
    pub assigned: i64,
    /// Installations that need a right.
    pub deployed: i64,
    /// Cores of the physical hosts it runs on.
    pub cores: i64,
    /// Highest concurrent use reported within the last 90 days.
    pub peak: i64,
    /// People and devices that used it within the last 90 days.
    pub used: i64,
    /// Licenses without a limit.
    pub unlimited: i64,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.owned += other.owned;
        self.provable += other.provable;
        self.assigned += other.assigned;
        self.deployed += other.deployed;
        self.cores += other.cores;
        self.peak += other.peak;
        self.used += other.used;
        self.unlimited += other.unlimited;
    }
}

/// Which count the rights of a product must cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Assignments.
    Assigned,
    /// Installations.
    Deployed,
    /// Cores of the physical hosts it runs on.
    Cores,
    /// Highest concurrent use.
    Peak,
    /// Free or open source: no right is needed.
    Nothing,
}

impl Basis {
    /// Key for Fluent: `position-basis--<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Deployed => "deployed",
            Self::Cores => "cores",
            Self::Peak => "peak",
            Self::Nothing => "nothing",
        }
    }

    /// The rule by metric, stated on the method sheet: people by assignments, cores by cores, concurrent use by its reported
    /// peak, everything else by whichever of installations and assignments is larger.
    fn of(product: &Product, total: &Counts) -> Self {
        let larger = if total.deployed > total.assigned {
            Self::Deployed
        } else {
            Self::Assigned
        };
        match (product.kind.as_deref(), product.metric.as_deref()) {
            (Some("free" | "open_source"), _) => Self::Nothing,
            (_, Some("named_user")) if total.assigned > 0 => Self::Assigned,
            (_, Some("core")) if total.cores > 0 => Self::Cores,
            (_, Some("concurrent")) if total.peak > 0 => Self::Peak,
            _ => larger,
        }
    }

    /// The count of this basis.
    pub const fn count(self, counts: &Counts) -> i64 {
        match self {
            Self::Assigned => counts.assigned,
            Self::Deployed => counts.deployed,
            Self::Cores => counts.cores,
            Self::Peak => counts.peak,
            Self::Nothing => 0,
        }
    }
}

/// How a product stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Fewer rights than needed.
    Short,
    /// Enough rights, but too few of them can be proven.
    Unproven,
    /// Exactly enough.
    Level,
    /// More rights than needed.
    Over,
    /// No limit.
    Unlimited,
    /// No right is needed.
    Free,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Self; 6] = [
        Self::Short,
        Self::Unproven,
        Self::Level,
        Self::Over,
        Self::Unlimited,
        Self::Free,
    ];

    /// The keys of [`Status::ALL`].
    pub const KEYS: [&'static str; 6] = [
        Self::Short.key(),
        Self::Unproven.key(),
        Self::Level.key(),
        Self::Over.key(),
        Self::Unlimited.key(),
        Self::Free.key(),
    ];

    /// Key for Fluent: `position-status--<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Unproven => "unproven",
            Self::Level => "level",
            Self::Over => "over",
            Self::Unlimited => "unlimited",
            Self::Free => "free",
        }
    }
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

/// A product's counts at one place.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Where.
    pub place: Place,
    /// How many.
    pub counts: Counts,
}

/// A product's position.
#[derive(Debug, Clone)]
pub struct ProductPosition {
    /// Which product.
    pub product: Product,
    /// What its rights must cover.
    pub basis: Basis,
    /// The sum of its lines.
    pub total: Counts,
    /// By place, unallocated rights last.
    pub lines: Vec<Line>,
}

impl ProductPosition {
    /// Rights needed.
    pub const fn needed(&self) -> i64 {
        self.basis.count(&self.total)
    }

    /// Rights owned beyond those needed; negative when short.
    pub const fn delta(&self) -> i64 {
        self.total.owned - self.needed()
    }

    /// Provable rights beyond those needed.
    pub const fn delta_provable(&self) -> i64 {
        self.total.provable - self.needed()
    }

    /// How it stands.
    pub const fn status(&self) -> Status {
        if matches!(self.basis, Basis::Nothing) {
            Status::Free
        } else if self.total.unlimited > 0 {
            Status::Unlimited
        } else if self.delta() < 0 {
            Status::Short
        } else if self.delta_provable() < 0 {
            Status::Unproven
        } else if self.delta() == 0 {
            Status::Level
        } else {
            Status::Over
        }
    }

    /// What the missing rights cost at list price, in 1/10 000 of the price's currency.
    pub fn true_up(&self) -> Option<(i64, &str)> {
        let (price, currency) = self.product.price.as_ref()?;
        let missing = if self.status() == Status::Short {
            -self.delta()
        } else {
            0
        };
        Some((price.saturating_mul(missing), currency))
    }
}

/// The position of every product that is owned or used within the scope, by publisher and name.
pub fn read(conn: &Connection, day: NaiveDate, scope: &Scope) -> Result<Vec<ProductPosition>> {
    let mut by_product: BTreeMap<i64, Vec<Line>> = BTreeMap::new();
    for ((product, place), counts) in count::lines(conn, day)? {
        if scope.holds(place) && counts != Counts::default() {
            by_product
                .entry(product)
                .or_default()
                .push(Line { place, counts });
        }
    }
    let mut positions = Vec::with_capacity(by_product.len());
    for product in count::products(conn)? {
        if let Some(mut lines) = by_product.remove(&product.id) {
            lines.sort_by_key(|line| (line.place.site.is_none(), line.place));
            let mut total = Counts::default();
            lines.iter().for_each(|line| total.add(&line.counts));
            let basis = Basis::of(&product, &total);
            positions.push(ProductPosition {
                product,
                basis,
                total,
                lines,
            });
        }
    }
    Ok(positions)
}

/// Every place that occurs, for the scope on the cover.
pub fn places(positions: &[ProductPosition]) -> BTreeSet<Place> {
    positions
        .iter()
        .flat_map(|position| position.lines.iter().map(|line| line.place))
        .collect()
}
