//! The figures of one product at one place, or of their sum.

/// Counts of one product at one place, or of their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rights by the purchase lines valid on the day.
    pub owned: i64,
    /// Of these, rights whose line has a right document and an accepted invoice.
    pub provable: i64,
    /// Of these, rights whose proof is weak.
    pub weak: i64,
    /// Manual adjustments.
    pub adjusted: i64,
    /// What other products add or take, less rights that cannot cover what is missing.
    pub allocated: i64,
    /// The same two for provable rights alone.
    pub allocated_provable: i64,
    /// Assignments in force.
    pub assigned: i64,
    /// Computers it is installed on that need a right, each once.
    pub deployed: i64,
    /// People and devices that used it within the last 90 days.
    pub used: i64,
    /// Rights needed.
    pub needed: i64,
    /// Rights missing.
    pub short: i64,
    /// Rights missing when only provable ones count.
    pub short_provable: i64,
    /// Rights to spare.
    pub over: i64,
    /// Licenses without a limit.
    pub unlimited: i64,
}

impl Counts {
    /// Rights at hand.
    pub const fn available(&self) -> i64 {
        self.owned + self.adjusted + self.allocated
    }

    /// Rights beyond those needed; negative when short.
    pub const fn delta(&self) -> i64 {
        self.available() - self.needed
    }

    /// Provable rights at hand.
    pub const fn available_provable(&self) -> i64 {
        self.provable + self.allocated_provable
    }

    /// Provable rights beyond those needed.
    pub const fn delta_provable(&self) -> i64 {
        self.available_provable() - self.needed
    }

    /// Adds those of another place.
    pub fn add(&mut self, other: &Self) {
        self.owned += other.owned;
        self.provable += other.provable;
        self.weak += other.weak;
        self.adjusted += other.adjusted;
        self.allocated += other.allocated;
        self.allocated_provable += other.allocated_provable;
        self.assigned += other.assigned;
        self.deployed += other.deployed;
        self.used += other.used;
        self.needed += other.needed;
        self.short += other.short;
        self.short_provable += other.short_provable;
        self.over += other.over;
        self.unlimited += other.unlimited;
    }
}
