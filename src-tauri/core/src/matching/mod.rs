//! Names inventories found and the products they mean: what waits, what each name is like and why, and the decisions that settle
//! it. Every decision is one operation that can be undone, and is remembered: a name taken for a product becomes another name of it, a
//! name that needs no license is kept in a list of its own.

mod clean;
mod decide;
mod kinds;
mod likely;
mod merge;
mod twins;
mod version;
mod waiting;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use clean::Proposed;
pub use decide::{accept, leave_aside, make};
pub use merge::{Merging, Moves, merge, would_merge};
pub use twins::{Twins, twins};
pub use waiting::{Waiting, count, waiting};

use crate::register::Pair;

/// Progress of a long decision: done and total; false stops it and takes everything back.
pub type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// How sure it is what a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// One product, well ahead of every other.
    Clear,
    /// Some products are like it.
    Likely,
    /// Nobody buys such things by themselves.
    Aside,
    /// No product is like it.
    Unlike,
}

/// Why a product is proposed, or what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is one of its other names.
    Alias,
    /// It is called the same, apart from what says little.
    SameName,
    /// It is called much alike.
    Similar,
    /// Both name the same publisher.
    SamePublisher,
    /// Both name the same version.
    SameVersion,
    /// They name different publishers.
    OtherPublisher,
    /// They name different editions.
    OtherEdition,
    /// They name different versions.
    OtherVersion,
}

impl Why {
    /// Fluent id of its words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Alias => "match-why-alias",
            Self::SameName => "match-why-same_name",
            Self::Similar => "match-why-similar",
            Self::SamePublisher => "match-why-same_publisher",
            Self::SameVersion => "match-why-same_version",
            Self::OtherPublisher => "match-why-other_publisher",
            Self::OtherEdition => "match-why-other_edition",
            Self::OtherVersion => "match-why-other_version",
        }
    }
}

/// A product a name may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Candidate {
    /// Row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its code.
    pub code: Option<String>,
    /// What it is called.
    pub title: Pair,
    /// Its publisher.
    pub publisher: Option<String>,
    /// How alike, in percent.
    pub percent: u8,
    /// Why.
    pub why: Vec<Why>,
}

/// A name that waits, and what it may mean.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundName {
    /// As first found.
    pub name: String,
    /// Publisher as found.
    pub publisher: Option<String>,
    /// Newest version found.
    pub version: Option<String>,
    /// Installations.
    pub installs: u32,
    /// Computers.
    pub devices: u32,
    /// Computers by lists that name none.
    #[ts(type = "number")]
    pub counted: i64,
    /// How sure it is.
    pub sure: Sure,
    /// Kind of thing nobody buys by itself: a choice of the register of such names.
    pub class: Option<&'static str>,
    /// Products it may mean, the best first.
    pub candidates: Vec<Candidate>,
    /// The product that would be made of it.
    pub proposed: Proposed,
}

/// A name taken for a product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Taken {
    /// The name.
    pub name: String,
    /// The product's row.
    #[ts(type = "number")]
    pub product: i64,
}

/// A name set aside: it needs no license.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetAside {
    /// The name.
    pub name: String,
    /// What kind of thing it is.
    pub class: String,
    /// Why it needs no license.
    pub reason: String,
}

#[cfg(test)]
mod tests;
