//! How rights are counted, what they must cover, and how a product stands.

use serde::{Deserialize, Serialize};

/// How rights are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// People.
    NamedUser,
    /// Computers.
    Device,
    /// Use at the same time.
    Concurrent,
    /// Cores of physical hosts.
    Core,
    /// Machines, physical or virtual.
    Server,
    /// Sites, any number at each.
    Site,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Self; 6] = [
        Self::NamedUser,
        Self::Device,
        Self::Concurrent,
        Self::Core,
        Self::Server,
        Self::Site,
    ];

    /// Key of the choice in product and license.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NamedUser => "named_user",
            Self::Device => "device",
            Self::Concurrent => "concurrent",
            Self::Core => "core",
            Self::Server => "server",
            Self::Site => "site",
        }
    }

    /// The metric of a key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.key() == key)
    }
}

/// Which count the rights of a product must cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Holders of assignments.
    Assigned,
    /// Installations, and holders without one.
    Deployed,
    /// Cores of the physical hosts it runs on.
    Cores,
    /// Highest concurrent use.
    Peak,
    /// Sites it is used at.
    Sites,
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
            Self::Sites => "sites",
            Self::Nothing => "nothing",
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
