//! The steps a figure is made of. A figure is the sum of its steps, so that what is explained and what is counted cannot differ.

use std::collections::BTreeMap;

use super::Counts;

/// What a step adds to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// Rights by purchase lines.
    Owned,
    /// Rights at hand: owned, and what adjustments and other products add or take.
    Available,
    /// Rights needed.
    Needed,
    /// Rights whose lines are proven.
    Provable,
}

/// Makes [`Rule`]: variant, key, chapter, factor.
macro_rules! rules {
    ($($(#[doc = $doc:literal])* $name:ident $key:literal $chapter:ident $factor:literal;)*) => {
        /// A rule of counting, in the order of explanation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[doc = $doc])* $name),* }

        impl Rule {
            /// Every rule in the order of explanation.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Key for Fluent: `position-step--<key>`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// What it adds to.
            pub const fn chapter(self) -> Chapter {
                match self { $(Self::$name => Chapter::$chapter),* }
            }

            /// What its count is multiplied by; 0 explains and counts nothing.
            pub const fn factor(self) -> i64 {
                match self { $(Self::$name => $factor),* }
            }
        }
    };
}

rules! {
    /// Rights of lines that stand on the day.
    Bought "bought" Owned 1;
    /// Rights given back.
    Returned "returned" Owned -1;
    /// Corrections, signed.
    Corrected "corrected" Owned 1;
    /// Base rights turned into rights of this product.
    SteppedUp "stepped_up" Owned 1;
    /// Rights turned into rights of a higher product.
    SteppedFrom "stepped_from" Owned -1;
    /// Step-up rights without base rights.
    WithoutBase "without_base" Owned 0;
    /// Rights of lines a renewal replaced.
    Replaced "replaced" Owned 0;
    /// Rights of lines that had ended.
    Ended "ended" Owned 0;
    /// Rights of licenses put out of use.
    Retired "retired" Owned 0;
    /// Manual adjustments, signed.
    Adjusted "adjusted" Available 1;
    /// Held by people and devices that have a suite.
    SuiteHeld "suite_held" Available 1;
    /// Covered by spare rights of a suite.
    SuiteSpare "suite_spare" Available 1;
    /// Spare rights that cover parts.
    SuiteGiven "suite_given" Available -1;
    /// Covered by rights of a newer version.
    DowngradeIn "downgrade_in" Available 1;
    /// Spare rights that cover an older version.
    DowngradeOut "downgrade_out" Available -1;
    /// Covered by rights of a higher edition.
    EditionIn "edition_in" Available 1;
    /// Spare rights that cover a lower edition.
    EditionOut "edition_out" Available -1;
    /// Covered by rights of an older version under maintenance.
    UpgradeIn "upgrade_in" Available 1;
    /// Spare rights under maintenance that cover a newer version.
    UpgradeOut "upgrade_out" Available -1;
    /// Covered by a license without a limit.
    Unlimited "unlimited" Available 1;
    /// Rights that cannot cover what is missing.
    Idle "idle" Available -1;
    /// Assignments in force.
    Assigned "assigned" Needed 1;
    /// Assignments of holders that have one already.
    HeldTwice "held_twice" Needed -1;
    /// Installations that need a right.
    Installed "installed" Needed 1;
    /// Installations of holders that have one already.
    InstalledTwice "installed_twice" Needed -1;
    /// Holders of a right without an installation.
    AssignedOnly "assigned_only" Needed 1;
    /// Installations on virtual machines, counted as their host.
    Virtual "virtual" Needed 0;
    /// Hosts it runs on.
    Hosts "hosts" Needed 0;
    /// Cores of the hosts.
    Cores "cores" Needed 1;
    /// Cores added up to the publisher's minimum.
    CoreMinimum "core_minimum" Needed 1;
    /// Highest concurrent use.
    Peak "peak" Needed 1;
    /// Sites it is used at.
    Sites "sites" Needed 1;
    /// Free: no right is needed.
    Free "free" Needed 0;
    /// Rights of proven lines.
    Proven "proven" Provable 1;
    /// Of these, with weak proof.
    Weak "weak" Provable 0;
}

/// What a step speaks of besides its product: register and row.
pub type Subject = (&'static str, i64);

/// One step: `input` times `factor` is `result`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Rule.
    pub rule: Rule,
    /// What it speaks of.
    pub subject: Option<Subject>,
    /// How many.
    pub input: i64,
}

impl Step {
    /// What it adds to its chapter.
    pub const fn result(&self) -> i64 {
        self.input * self.rule.factor()
    }
}

/// Steps by rule and subject, each counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<(Rule, Option<Subject>), i64>);

impl Tally {
    /// Counts more of a rule.
    pub fn add(&mut self, rule: Rule, subject: Option<Subject>, input: i64) {
        if input != 0 {
            *self.0.entry((rule, subject)).or_default() += input;
        }
    }

    /// Adds every step of another.
    pub fn merge(&mut self, other: &Self) {
        for ((rule, subject), input) in &other.0 {
            self.add(*rule, *subject, *input);
        }
    }

    /// The sum of a chapter.
    pub fn sum(&self, chapter: Chapter) -> i64 {
        self.steps()
            .filter(|step| step.rule.chapter() == chapter)
            .map(|step| step.result())
            .sum()
    }

    /// The input of a rule over all subjects.
    pub fn input(&self, rule: Rule) -> i64 {
        self.steps()
            .filter(|step| step.rule == rule)
            .map(|step| step.input)
            .sum()
    }

    /// The steps in the order of explanation.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.0.iter().map(|((rule, subject), input)| Step {
            rule: *rule,
            subject: *subject,
            input: *input,
        })
    }
}

/// A step as it is told: one of a rule, or a sum the rules before it come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Key for Fluent: `position-step--<key>`.
    pub key: &'static str,
    /// What it speaks of.
    pub subject: Option<Subject>,
    /// How many.
    pub input: i64,
    /// 1, -1, or 0 for what explains and counts nothing.
    pub factor: i64,
    /// `input` times `factor`.
    pub result: i64,
}

impl Told {
    const fn sum(key: &'static str, result: i64) -> Self {
        Self {
            key,
            subject: None,
            input: result,
            factor: 1,
            result,
        }
    }
}

/// Every step of a line or a product in order, each chapter with its sum.
pub fn told(tally: &Tally, counts: &Counts) -> Vec<Told> {
    let mut told = Vec::new();
    let mut chapter = |chapter: Chapter, sums: &[Told]| {
        let steps = tally
            .steps()
            .filter(|step| step.rule.chapter() == chapter)
            .map(|step| Told {
                key: step.rule.key(),
                subject: step.subject,
                input: step.input,
                factor: step.rule.factor(),
                result: step.result(),
            });
        told.extend(steps);
        told.extend(sums);
    };
    chapter(Chapter::Owned, &[Told::sum("total_owned", counts.owned)]);
    chapter(
        Chapter::Available,
        &[Told::sum("total_available", counts.available())],
    );
    chapter(
        Chapter::Needed,
        &[
            Told::sum("total_needed", counts.needed),
            Told::sum("delta", counts.delta()),
        ],
    );
    let lent = Told::sum("allocated_provable", counts.allocated_provable);
    let delta = Told::sum("delta_provable", counts.delta_provable());
    if counts.allocated_provable == 0 {
        chapter(Chapter::Provable, &[delta]);
    } else {
        chapter(Chapter::Provable, &[lent, delta]);
    }
    told
}
