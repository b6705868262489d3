//! What each pool needs: assignments and installations, counted once a holder.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::facts::{DeploymentFacts, Facts, ProductKind};
use super::pool::{Bond, Need, Pool, device, person};
use super::steps::Rule;
use super::{Basis, Metric, Place};

/// Nowhere.
pub const NOWHERE: Place = Place {
    entity: None,
    site: None,
};

/// Somebody or something that holds a right.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Person.
    pub person: Option<i64>,
    /// Or device.
    pub device: Option<i64>,
    /// Where.
    pub place: Place,
}

/// What a pool's needs are made from.
#[derive(Debug, Clone, Default)]
pub struct Demand {
    /// Assignments of its licenses.
    pub held: Vec<Held>,
    /// Installations.
    pub installed: Vec<DeploymentFacts>,
    /// Peaks of concurrent use, with their place.
    pub peaks: Vec<(Place, i64)>,
}

/// Fills a pool's needs and the steps to them.
pub fn fill(facts: &Facts, pool: &mut Pool, demand: &Demand) {
    let filling = Filling { facts, demand };
    filling.computers(pool);
    if facts.products[pool.product].kind == ProductKind::Free {
        pool.basis = Basis::Nothing;
        for held in &demand.held {
            pool.at(held.place).tally.add(Rule::Free, None, 1);
        }
        for found in &demand.installed {
            let place = filling.place(found.device);
            pool.at(place).tally.add(Rule::Free, None, 1);
        }
        return;
    }
    match pool.metric {
        Metric::NamedUser => filling.people(pool),
        Metric::Core => filling.cores(pool),
        Metric::Site => filling.sites(pool),
        Metric::Concurrent if !demand.peaks.is_empty() => filling.peaks(pool),
        Metric::Concurrent | Metric::Device | Metric::Server => filling.machines(pool),
    }
    pool.needs.sort_unstable();
}

struct Filling<'a> {
    facts: &'a Facts,
    demand: &'a Demand,
}

impl Filling<'_> {
    fn place(&self, device: i64) -> Place {
        self.facts
            .place(self.facts.device(device).site)
            .unwrap_or(NOWHERE)
    }

    /// Computers it is found on, each once, by however many names or in however many versions.
    fn computers(&self, pool: &mut Pool) {
        let installed = self.demand.installed.iter();
        let mut computers: Vec<i64> = installed.map(|found| found.device).collect();
        computers.sort_unstable();
        computers.dedup();
        for computer in computers {
            pool.at(self.place(computer)).counts.deployed += 1;
        }
    }

    /// The person behind a device, or the device.
    fn party(&self, id: i64) -> i64 {
        self.facts.device(id).user.map_or(device(id), person)
    }

    fn need(&self, found: &DeploymentFacts, holder: i64, units: i64) -> Need {
        Need {
            holder,
            party: self.party(found.device),
            place: self.place(found.device),
            units,
            version: found.version,
            since: found.installed,
        }
    }

    /// People: whoever holds an assignment, each once. Where nothing is assigned, whoever uses the machines it is found on.
    fn people(&self, pool: &mut Pool) {
        let holder = |held: &Held| {
            held.person
                .map(person)
                .or(held.device.map(|id| self.party(id)))
        };
        if self.demand.held.is_empty() {
            let found = self
                .demand
                .installed
                .iter()
                .map(|found| self.need(found, self.party(found.device), 1));
            once(pool, found, Rule::Installed, Rule::InstalledTwice);
            pool.basis = if self.demand.installed.is_empty() {
                Basis::Assigned
            } else {
                Basis::Deployed
            };
        } else {
            let held = self.demand.held.iter().map(|held| {
                let holder = holder(held).unwrap_or(0);
                assigned(held, holder, holder)
            });
            once(pool, held, Rule::Assigned, Rule::HeldTwice);
            pool.basis = Basis::Assigned;
        }
    }

    /// Machines it is found on, each once, and holders of a right without an installation. A right that came with a device needs
    /// no holder of its own.
    fn machines(&self, pool: &mut Pool) {
        let found = self
            .demand
            .installed
            .iter()
            .map(|found| self.need(found, device(found.device), 1));
        once(pool, found, Rule::Installed, Rule::InstalledTwice);
        let known: HashSet<i64> = (pool.needs.iter())
            .flat_map(|need| [need.holder, need.party])
            .collect();
        let none = self.demand.installed.is_empty();
        pool.basis = if none {
            Basis::Assigned
        } else {
            Basis::Deployed
        };
        if pool.rights.iter().any(|right| right.bond != Bond::Free) {
            return;
        }
        let idle = self.demand.held.iter().filter_map(|held| {
            let machine = held.device.map(device);
            let holder = held.person.map(person).or(machine)?;
            let party = held
                .person
                .map(person)
                .or(held.device.map(|id| self.party(id)))?;
            let counted = known.contains(&holder);
            (!counted).then(|| assigned(held, holder, party))
        });
        let mut idle: Vec<Need> = idle.collect();
        idle.sort_by_key(|need| std::cmp::Reverse(rank(need)));
        if none {
            once(pool, idle.into_iter(), Rule::Assigned, Rule::HeldTwice);
        } else {
            let mut seen = HashSet::new();
            let first = idle.into_iter().filter(|need| seen.insert(need.holder));
            once(pool, first, Rule::AssignedOnly, Rule::HeldTwice);
        }
    }

    /// Cores of the physical hosts, a virtual machine counting as its host and a host once.
    fn cores(&self, pool: &mut Pool) {
        let found: Vec<DeploymentFacts> = if self.demand.installed.is_empty() {
            let machines = self.demand.held.iter().filter_map(|held| held.device);
            machines
                .map(|device| DeploymentFacts {
                    product: 0,
                    device,
                    version: None,
                    installed: None,
                })
                .collect()
        } else {
            self.demand.installed.clone()
        };
        let minimum = self.facts.products[pool.product].core_minimum.max(1);
        let mut hosts: BTreeMap<i64, Need> = BTreeMap::new();
        for found in &found {
            let host = self.facts.host(found.device);
            if host != found.device {
                let place = self.place(host);
                pool.at(place).tally.add(Rule::Virtual, None, 1);
            }
            let on_host = DeploymentFacts {
                device: host,
                ..*found
            };
            let need = self.need(&on_host, device(host), 0);
            hosts
                .entry(host)
                .and_modify(|first| *first = (*first).max(need))
                .or_insert(need);
        }
        for (host, mut need) in hosts {
            let cores = self.facts.device(host).cores.unwrap_or(0).max(0);
            need.units = cores.max(minimum);
            let draft = pool.at(need.place);
            draft.tally.add(Rule::Hosts, None, 1);
            draft.tally.add(Rule::Cores, None, cores);
            draft.tally.add(Rule::CoreMinimum, None, need.units - cores);
            pool.needs.push(need);
        }
        pool.basis = Basis::Cores;
        if self.demand.installed.is_empty() {
            let people = self.demand.held.iter().filter(|held| held.device.is_none());
            let people = people.filter_map(|held| {
                let holder = held.person.map(person)?;
                Some(assigned(held, holder, holder))
            });
            once(pool, people, Rule::Assigned, Rule::HeldTwice);
        }
    }

    /// Sites it is used at, each once.
    fn sites(&self, pool: &mut Pool) {
        let used: BTreeSet<Place> = (self.demand.held.iter().map(|held| held.place))
            .chain(
                self.demand
                    .installed
                    .iter()
                    .map(|found| self.place(found.device)),
            )
            .collect();
        for place in used {
            pool.at(place).tally.add(Rule::Sites, None, 1);
            pool.needs.push(anonymous(place, 1));
        }
        pool.basis = Basis::Sites;
    }

    /// The highest concurrent use reported.
    fn peaks(&self, pool: &mut Pool) {
        for (place, peak) in &self.demand.peaks {
            pool.at(*place).tally.add(Rule::Peak, None, *peak);
            pool.needs.push(anonymous(*place, *peak));
        }
        pool.basis = Basis::Peak;
    }
}

const fn anonymous(place: Place, units: i64) -> Need {
    Need {
        holder: 0,
        party: 0,
        place,
        units,
        version: None,
        since: None,
    }
}

const fn assigned(held: &Held, holder: i64, party: i64) -> Need {
    Need {
        holder,
        party,
        place: held.place,
        units: 1,
        version: None,
        since: None,
    }
}

/// Counts every need, takes off those of a holder that has one already, and keeps one a holder: of several versions the one that
/// asks for most.
fn once(pool: &mut Pool, found: impl Iterator<Item = Need>, count: Rule, twice: Rule) {
    let mut kept: HashMap<i64, Need> = HashMap::new();
    for need in found {
        pool.at(need.place).tally.add(count, None, 1);
        match kept.entry(need.holder) {
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(need);
            }
            std::collections::hash_map::Entry::Occupied(mut first) => {
                let (kept, dropped) = if rank(&need) > rank(first.get()) {
                    (need, *first.get())
                } else {
                    (*first.get(), need)
                };
                first.insert(kept);
                pool.at(dropped.place).tally.add(twice, None, 1);
            }
        }
    }
    pool.needs.extend(kept.into_values());
}

/// Of two needs of one holder the greater stays; a known place before an unknown one.
fn rank(need: &Need) -> (bool, Option<u32>, Option<chrono::NaiveDate>, Place) {
    (
        need.place.site.is_some(),
        need.version,
        need.since,
        need.place,
    )
}
