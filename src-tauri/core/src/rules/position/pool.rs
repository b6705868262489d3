//! A pool: the rights and the needs of one product by one metric.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::versions::{Span, holds, newer, spans};
use super::{Basis, Counts, Gaps, Metric, Place, Tally};

/// Claimed rights, and provable ones.
pub const SIDES: [usize; 2] = [0, 1];

/// Which versions a group of rights may be used in.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Terms {
    /// Usable versions as written.
    pub usable: Vec<Span>,
    /// Last day of maintenance.
    pub maintenance: Option<NaiveDate>,
    /// Rented: every version.
    pub subscription: bool,
}

impl Terms {
    /// Reads the usable versions.
    pub fn new(usable: Option<&str>, maintenance: Option<NaiveDate>, subscription: bool) -> Self {
        Self {
            usable: usable.map(spans).unwrap_or_default(),
            maintenance,
            subscription,
        }
    }

    /// Whether they leave some version out.
    pub const fn limit(&self) -> bool {
        !self.subscription && (!self.usable.is_empty() || self.maintenance.is_some())
    }

    /// Whether maintenance ran when a version came in, or still runs.
    pub fn maintained(&self, since: Option<NaiveDate>, day: NaiveDate) -> bool {
        self.subscription
            || self
                .maintenance
                .is_some_and(|until| until >= day || since.is_some_and(|since| since <= until))
    }

    /// Whether they cover a version of their own product, whose version is `own`.
    pub fn cover(
        &self,
        version: Option<&str>,
        own: Option<&str>,
        since: Option<NaiveDate>,
        day: NaiveDate,
    ) -> bool {
        if !self.limit() || self.maintained(since, day) {
            return true;
        }
        let Some(version) = version else {
            return true;
        };
        if self.usable.is_empty() {
            !own.and_then(|own| newer(version, own)).unwrap_or(false)
        } else {
            holds(&self.usable, version).unwrap_or(true)
        }
    }

    /// Whether they may be used in an older product's version.
    pub fn reach_down(&self, version: Option<&str>) -> bool {
        self.usable.is_empty()
            || version.is_none_or(|version| holds(&self.usable, version).unwrap_or(true))
    }
}

/// What rights are tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bond {
    /// Nothing: they serve the whole company.
    Free,
    /// Their place.
    Place,
    /// One device each.
    Devices(Vec<i64>),
}

/// The rights of one license or adjustment.
#[derive(Debug, Clone)]
pub struct Right {
    /// Where they stand.
    pub place: Place,
    /// How many, claimed and provable.
    pub units: [i64; 2],
    /// Which versions they cover.
    pub terms: Terms,
    /// What they are tied to.
    pub bond: Bond,
}

/// What one holder needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// Who or what is counted: a person or a device; 0 where it is not known.
    pub holder: i64,
    /// The person behind it, or the device where there is none.
    pub party: i64,
    /// Where.
    pub place: Place,
    /// Rights.
    pub units: i64,
    /// Place of the version found.
    pub version: Option<u32>,
    /// Installed on.
    pub since: Option<NaiveDate>,
}

/// A person as a holder.
pub const fn person(id: i64) -> i64 {
    id * 2
}

/// A device as a holder.
pub const fn device(id: i64) -> i64 {
    id * 2 + 1
}

/// A license without a limit.
#[derive(Debug, Clone, Copy)]
pub struct Limitless {
    /// Where it stands.
    pub place: Place,
    /// Whether a line proves it.
    pub proven: bool,
}

/// The figures of a place on the way.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Steps so far.
    pub tally: Tally,
    /// Figures that are no sums of steps.
    pub counts: Counts,
    /// What its purchase lines lack.
    pub gaps: Gaps,
}

/// The rights and the needs of one product by one metric.
#[derive(Debug, Clone)]
pub struct Pool {
    /// Product, as its place in the facts.
    pub product: usize,
    /// How it is counted.
    pub metric: Metric,
    /// What its rights must cover.
    pub basis: Basis,
    /// Rights.
    pub rights: Vec<Right>,
    /// Needs.
    pub needs: Vec<Need>,
    /// Licenses without a limit.
    pub limitless: Vec<Limitless>,
    /// By place.
    pub drafts: BTreeMap<Place, Draft>,
}

impl Pool {
    /// An empty one.
    pub const fn new(product: usize, metric: Metric) -> Self {
        Self {
            product,
            metric,
            basis: Basis::Assigned,
            rights: Vec::new(),
            needs: Vec::new(),
            limitless: Vec::new(),
            drafts: BTreeMap::new(),
        }
    }

    /// The figures of a place.
    pub fn at(&mut self, place: Place) -> &mut Draft {
        self.drafts.entry(place).or_default()
    }

    /// Whether its rights serve people and machines, one each.
    pub const fn by_holder(&self) -> bool {
        !matches!(self.metric, Metric::Core | Metric::Site)
    }

    /// Whether its rights serve machines rather than people.
    pub const fn by_machine(&self) -> bool {
        matches!(self.metric, Metric::Device | Metric::Server)
    }

    /// Whether some rights serve only their device or place.
    pub fn bound(&self) -> bool {
        self.metric == Metric::Site || self.rights.iter().any(|right| right.bond != Bond::Free)
    }
}
