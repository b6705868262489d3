//! A pool's own rights against its own needs. Rights tied to a device or a place serve only that; the others serve the whole
//! company, each in the versions it may be used in.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::Place;
use super::facts::Facts;
use super::pool::{Bond, Pool, Right, Terms};

/// Needs alike to every right: their version, and when it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class {
    /// Place of the version found.
    pub version: Option<u32>,
    /// The first end of maintenance that is not before the day it came in; none where it came in after all of them.
    pub since: Option<NaiveDate>,
}

/// The needs of a pool by class; the same for every side.
#[derive(Debug, Clone)]
pub struct Classes {
    /// Each once, in order.
    pub list: Vec<Class>,
    /// Class of each need.
    pub of: Vec<usize>,
}

impl Classes {
    /// By the versions the rights tell apart; `ends` are ends of maintenance. One class where they tell none.
    pub fn new(pool: &Pool, ends: &[NaiveDate], apart: bool) -> Self {
        let class = |version, since: Option<NaiveDate>| Class {
            version: if apart { version } else { None },
            since: since
                .filter(|_| apart)
                .and_then(|since| ends.iter().copied().find(|end| since <= *end)),
        };
        let mut found: Vec<Class> = pool
            .needs
            .iter()
            .map(|need| class(need.version, need.since))
            .collect();
        let classes = found.clone();
        found.push(class(None, None));
        found.sort_unstable();
        found.dedup();
        let at: HashMap<Class, usize> = (found.iter().enumerate())
            .map(|(at, class)| (*class, at))
            .collect();
        Self {
            of: classes.iter().map(|class| at[class]).collect(),
            list: found,
        }
    }
}

impl std::hash::Hash for Class {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.version, self.since).hash(state);
    }
}

/// What is left of rights and needs, on one side.
#[derive(Debug, Clone, Default)]
pub struct Balance {
    /// Rights left, by right.
    pub left: Vec<i64>,
    /// Needs not covered, by class.
    pub open: Vec<i64>,
    /// Needs covered by name, by need.
    pub done: Vec<bool>,
    /// Covered by a license without a limit.
    pub limitless: i64,
}

impl Balance {
    /// Nothing covered yet. Rights below nothing, as after more was given back than bought, ask for rights themselves.
    pub fn new(pool: &Pool, classes: &Classes, side: usize) -> Self {
        let mut open = vec![0; classes.list.len()];
        for (need, class) in pool.needs.iter().zip(&classes.of) {
            open[*class] += need.units;
        }
        let anywhere = classes
            .list
            .iter()
            .position(|class| class.version.is_none());
        let mut left = Vec::with_capacity(pool.rights.len());
        for right in &pool.rights {
            let units = right.units[side];
            left.push(units.max(0));
            if let Some(class) = anywhere {
                open[class] += (-units).max(0);
            }
        }
        Self {
            left,
            open,
            done: vec![false; pool.needs.len()],
            limitless: 0,
        }
    }

    /// Needs not covered.
    pub fn short(&self) -> i64 {
        self.open.iter().sum()
    }

    /// Rights left.
    pub fn spare(&self) -> i64 {
        self.left.iter().sum()
    }

    /// Marks one need as covered by name; false when its class has nothing open.
    pub fn settle(&mut self, pool: &Pool, classes: &Classes, need: usize) -> bool {
        let class = classes.of[need];
        let units = pool.needs[need].units;
        if self.done[need] || self.open[class] < units {
            return false;
        }
        self.done[need] = true;
        self.open[class] -= units;
        true
    }

    /// Covers what the pool's own rights can.
    pub fn own(&mut self, facts: &Facts, pool: &Pool, classes: &Classes, side: usize) {
        self.devices(pool, classes, side);
        self.places(pool, classes);
        let own = facts.products[pool.product].version.as_deref();
        self.match_groups(pool, classes, &|terms, class| {
            let found = class.version.map(|at| facts.versions[at as usize].as_str());
            terms.cover(found.or(own), own, class.since, facts.day)
        });
        self.unlimited(pool, side);
    }

    /// Rights that came with a device cover the installation on it.
    fn devices(&mut self, pool: &Pool, classes: &Classes, side: usize) {
        let mut by_holder: HashMap<i64, usize> = HashMap::new();
        for (right, left) in pool.rights.iter().zip(0..) {
            let Bond::Devices(devices) = &right.bond else {
                continue;
            };
            if by_holder.is_empty() {
                by_holder = (pool.needs.iter().enumerate())
                    .map(|(at, need)| (need.holder, at))
                    .collect();
            }
            let units = usize::try_from(right.units[side]).unwrap_or(0);
            for holder in devices.iter().take(units) {
                if let Some(need) = by_holder.get(holder)
                    && self.settle(pool, classes, *need)
                {
                    self.left[left] -= 1;
                }
            }
        }
    }

    /// Rights tied to a place: those of a site serve that site, those given to no site the sites of their entity, those of no entity
    /// any.
    fn places(&mut self, pool: &Pool, classes: &Classes) {
        if !pool.bound() {
            return;
        }
        let mut open: BTreeMap<Place, i64> = BTreeMap::new();
        for (need, done) in pool.needs.iter().zip(&self.done) {
            *open.entry(need.place).or_default() += if *done { 0 } else { need.units };
        }
        let serves = |right: &Right, place: &Place| match (right.place.site, right.place.entity) {
            (Some(site), _) => place.site == Some(site),
            (None, Some(entity)) => place.entity == Some(entity),
            (None, None) => true,
        };
        let mut order: Vec<usize> = (0..pool.rights.len())
            .filter(|at| {
                let right = &pool.rights[*at];
                right.bond == Bond::Place
            })
            .collect();
        // the narrowest first
        order.sort_by_key(|at| {
            let place = pool.rights[*at].place;
            (place.site.is_none(), place.entity.is_none(), place)
        });
        let mut covered = 0;
        for at in order {
            for (place, open) in &mut open {
                if serves(&pool.rights[at], place) {
                    let units = self.left[at].min(*open);
                    self.left[at] -= units;
                    *open -= units;
                    covered += units;
                }
            }
        }
        for class in 0..classes.list.len() {
            let units = covered.min(self.open[class]);
            self.open[class] -= units;
            covered -= units;
        }
    }

    /// Groups of free rights with the same terms against classes of needs: whoever has fewest choices first. `covers` says whether
    /// terms cover a class.
    fn match_groups(
        &mut self,
        pool: &Pool,
        classes: &Classes,
        covers: &dyn Fn(&Terms, &Class) -> bool,
    ) {
        let mut groups: BTreeMap<&Terms, Vec<usize>> = BTreeMap::new();
        for (at, right) in pool.rights.iter().enumerate() {
            if right.bond == Bond::Free && self.left[at] > 0 {
                groups.entry(&right.terms).or_default().push(at);
            }
        }
        let mut choices: Vec<(usize, &Terms, Vec<usize>)> = groups
            .keys()
            .map(|terms| {
                let fit: Vec<usize> = (0..classes.list.len())
                    .filter(|class| covers(terms, &classes.list[*class]))
                    .collect();
                (fit.len(), *terms, fit)
            })
            .collect();
        choices.sort();
        let rivals = |class: usize| {
            (choices.iter())
                .filter(|(_, _, fit)| fit.contains(&class))
                .count()
        };
        let crowd: Vec<usize> = (0..classes.list.len()).map(rivals).collect();
        for (_, terms, mut fit) in choices.clone() {
            fit.sort_by_key(|class| (crowd[*class], *class));
            for class in fit {
                for at in &groups[terms] {
                    let units = self.left[*at].min(self.open[class]);
                    self.left[*at] -= units;
                    self.open[class] -= units;
                }
            }
        }
    }

    fn unlimited(&mut self, pool: &Pool, side: usize) {
        let counts = |one: &&super::pool::Limitless| side == 0 || one.proven;
        if pool.metric == super::Metric::Site {
            let sites: Vec<Place> = (pool.limitless.iter().filter(counts))
                .map(|one| one.place)
                .collect();
            let anywhere = sites.iter().any(|place| place.site.is_none());
            let here = |place: Place| anywhere || sites.iter().any(|one| one.site == place.site);
            let reached = pool.needs.iter().filter(|need| here(need.place)).count();
            let mut units = i64::try_from(reached).unwrap_or(i64::MAX).min(self.short());
            self.limitless = units;
            for open in &mut self.open {
                let covered = units.min(*open);
                *open -= covered;
                units -= covered;
            }
        } else if pool.limitless.iter().any(|one| counts(&one)) {
            self.limitless = self.short();
            self.open.fill(0);
        }
    }
}
