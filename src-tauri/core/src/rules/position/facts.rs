//! What the rules are applied to: plain facts of one day, without a database.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Metric, Place};
use crate::rules::proof::UNPROVEN;

/// How a product is licensed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProductKind {
    /// Needs rights.
    #[default]
    Commercial,
    /// Comes with a device.
    Oem,
    /// Free or open source.
    Free,
}

/// A product.
#[derive(Debug, Clone, Default)]
pub struct ProductFacts {
    /// Row.
    pub id: i64,
    /// How it is licensed.
    pub kind: ProductKind,
    /// How its licenses are usually counted.
    pub metric: Option<Metric>,
    /// Version.
    pub version: Option<String>,
    /// Fewest cores a host is counted with.
    pub core_minimum: i64,
    /// Products a suite includes.
    pub includes: Vec<i64>,
    /// Lower editions its licenses also cover.
    pub covers: Vec<i64>,
    /// Older product its licenses also cover.
    pub downgrade: Option<i64>,
}

/// A license.
#[derive(Debug, Clone)]
pub struct LicenseFacts {
    /// Row.
    pub id: i64,
    /// Row of its product.
    pub product: i64,
    /// How it is counted.
    pub metric: Option<Metric>,
    /// Bound to a device.
    pub oem: bool,
    /// Rented: every version while it runs.
    pub subscription: bool,
    /// Covers any number.
    pub unlimited: bool,
    /// Put out of use.
    pub retired: bool,
    /// Said to be expired; counts where no end is known.
    pub expired: bool,
    /// Where its rights stand.
    pub place: Place,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Versions it may be used in.
    pub usable_versions: Option<String>,
    /// Maintenance paid until.
    pub maintenance_until: Option<NaiveDate>,
}

/// What a purchase line does to the rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Rights bought or taken over.
    Add,
    /// Replaces what began before.
    Renew,
    /// Maintenance.
    Maintenance,
    /// Turns base rights into higher ones.
    StepUp,
    /// Gives back.
    Return,
    /// Corrects, signed.
    Correction,
}

impl Effect {
    /// The effect of a key of the register.
    pub fn of(key: &str) -> Self {
        match key {
            "renew" => Self::Renew,
            "maintenance" => Self::Maintenance,
            "step_up" => Self::StepUp,
            "return" => Self::Return,
            "correction" => Self::Correction,
            _ => Self::Add,
        }
    }
}

/// How far a purchase line is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// Document or accepted invoice is missing.
    None,
    /// Proven, but the seller's authorisation or approval is missing.
    Weak,
    /// Proven.
    Full,
}

/// A purchase line.
#[derive(Debug, Clone)]
pub struct LineFacts {
    /// Row.
    pub id: i64,
    /// Row of its license.
    pub license: i64,
    /// What it does.
    pub effect: Effect,
    /// Rights.
    pub quantity: i64,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// License whose rights a step-up raises.
    pub base: Option<i64>,
    /// What its proof lacks, as bits of [`crate::rules::proof::Lack`].
    pub lacks: i64,
}

impl LineFacts {
    /// How far it is proven.
    pub const fn proof(&self) -> Proof {
        if self.lacks & UNPROVEN != 0 {
            Proof::None
        } else if self.lacks != 0 {
            Proof::Weak
        } else {
            Proof::Full
        }
    }
}

/// A manual adjustment in force.
#[derive(Debug, Clone)]
pub struct AdjustmentFacts {
    /// Row.
    pub id: i64,
    /// Row of its product.
    pub product: i64,
    /// Where.
    pub place: Place,
    /// Rights, signed.
    pub quantity: i64,
}

/// A device.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeviceFacts {
    /// Where it stands.
    pub site: Option<i64>,
    /// The machine it runs on.
    pub host: Option<i64>,
    /// Who uses it.
    pub user: Option<i64>,
    /// Processor cores.
    pub cores: Option<i64>,
}

/// An assignment in force.
#[derive(Debug, Clone, Copy)]
pub struct AssignmentFacts {
    /// Row of its license.
    pub license: i64,
    /// Held by a person.
    pub person: Option<i64>,
    /// Or by a device.
    pub device: Option<i64>,
    /// Used within the days looked back over.
    pub used: bool,
}

/// An installation that stands and needs a right.
#[derive(Debug, Clone, Copy)]
pub struct DeploymentFacts {
    /// Row of its product.
    pub product: i64,
    /// Row of its device.
    pub device: i64,
    /// Place of its version in [`Facts::versions`].
    pub version: Option<u32>,
    /// Installed on.
    pub installed: Option<NaiveDate>,
}

/// Use within the days looked back over.
#[derive(Debug, Clone, Copy)]
pub struct UseFacts {
    /// Row of its product.
    pub product: i64,
    /// Row of its license.
    pub license: Option<i64>,
    /// Who used it.
    pub person: Option<i64>,
    /// Where it was used.
    pub device: Option<i64>,
}

/// Highest concurrent use of a license, or of a product where no license is named.
#[derive(Debug, Clone, Copy)]
pub struct PeakFacts {
    /// Row of its product.
    pub product: i64,
    /// Row of its license.
    pub license: Option<i64>,
    /// How many at the same time.
    pub peak: i64,
}

/// Everything the position of a day follows from.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The day.
    pub day: NaiveDate,
    /// Products.
    pub products: Vec<ProductFacts>,
    /// Licenses.
    pub licenses: Vec<LicenseFacts>,
    /// Their purchase lines.
    pub lines: Vec<LineFacts>,
    /// Manual adjustments in force.
    pub adjustments: Vec<AdjustmentFacts>,
    /// Entity of each site.
    pub sites: HashMap<i64, Option<i64>>,
    /// Site of each person.
    pub people: HashMap<i64, Option<i64>>,
    /// Devices.
    pub devices: HashMap<i64, DeviceFacts>,
    /// Assignments in force.
    pub assignments: Vec<AssignmentFacts>,
    /// Installations that need a right.
    pub deployments: Vec<DeploymentFacts>,
    /// Versions found.
    pub versions: Vec<String>,
    /// Recent use.
    pub uses: Vec<UseFacts>,
    /// Recent peaks.
    pub peaks: Vec<PeakFacts>,
}

impl Facts {
    /// The place of a site.
    pub fn place(&self, site: Option<i64>) -> Option<Place> {
        site.map(|id| Place {
            entity: self.sites.get(&id).copied().flatten(),
            site: Some(id),
        })
    }

    /// A device; one that is not known has nothing but itself.
    pub fn device(&self, id: i64) -> DeviceFacts {
        self.devices.get(&id).copied().unwrap_or_default()
    }

    /// The physical machine of a device.
    pub fn host(&self, id: i64) -> i64 {
        self.device(id).host.unwrap_or(id)
    }
}
