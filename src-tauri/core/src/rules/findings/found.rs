//! One finding: whom it concerns, what is at stake, and what is proposed.

use chrono::NaiveDate;

use super::reassign::LACKS;
use super::{Action, Kind};
use crate::register::Money;

/// Money at stake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stake {
    /// In the currency it is paid in.
    pub own: Money,
    /// In the reporting currency, in 1/10 000 units; nothing without a rate.
    pub reported: Option<i64>,
    /// Paid every year, or once.
    pub yearly: bool,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its kind.
    pub kind: &'static Kind,
    /// Its row.
    pub id: i64,
    /// Product concerned.
    pub product: Option<i64>,
    /// License concerned.
    pub license: Option<i64>,
    /// Who holds it.
    pub person: Option<i64>,
    /// Or what.
    pub device: Option<i64>,
    /// Rights, holders or installations.
    pub count: i64,
    /// Of how many.
    pub whole: Option<i64>,
    /// The day the sentence names.
    pub day: Option<NaiveDate>,
    /// Which form of the sentence.
    pub variant: Option<String>,
    /// Money at stake, where it can be told.
    pub stake: Option<Stake>,
    /// What is proposed.
    pub action: Action,
    /// Rights that go from those who do not use them to those who lack one: of what is missing how many, of what lies idle 1.
    pub reassign: i64,
}

impl Found {
    /// What it is ranked by.
    pub fn money(&self) -> i64 {
        self.stake
            .as_ref()
            .and_then(|stake| stake.reported)
            .unwrap_or_default()
    }

    /// Rights are missing.
    pub fn lacks(&self) -> bool {
        self.kind.key == LACKS
    }

    /// How many rights an action concerns.
    pub fn concerned(&self, action: &str) -> i64 {
        match (self.lacks(), action, self.count - self.reassign) {
            (true, "reallocate", _) if self.reassign > 0 => self.reassign,
            (true, "buy", left) if left > 0 => left,
            _ => self.count,
        }
    }
}
