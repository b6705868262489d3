//! What rights of one product do for another: a suite for its parts, a newer version for an older one, a higher edition for a
//! lower one, and rights under maintenance for a newer version. Only rights to spare are lent; whoever has a suite already needs
//! no right to its parts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use super::Place;
use super::cover::{Balance, Classes};
use super::facts::{Facts, ProductKind};
use super::pool::{Bond, Pool};
use super::steps::Rule;

/// Rights that moved between pools, or a need that a suite made needless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The pool whose figures change.
    pub pool: usize,
    /// Why.
    pub rule: Rule,
    /// Row of the other product.
    pub other: i64,
    /// How many.
    pub units: i64,
    /// Where, if it is known.
    pub place: Option<Place>,
}

/// Which products serve which.
pub struct Kinship {
    /// Suites with all their parts, the smallest first; products by their place in the facts.
    suites: Vec<(usize, BTreeSet<usize>)>,
    /// Giver, receiver, rules of giving and receiving; in the order in which they are tried.
    loans: Vec<Loan>,
}

/// One product may serve another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Loan {
    giver: usize,
    receiver: usize,
    out: Rule,
    into: Rule,
}

impl Kinship {
    /// As the products say.
    pub fn new(facts: &Facts, index: &HashMap<i64, usize>) -> Self {
        let mut suites = Vec::new();
        let mut ranked = Vec::new();
        for (at, product) in facts.products.iter().enumerate() {
            let mut parts = BTreeSet::new();
            let mut waiting = product.includes.clone();
            while let Some(part) = waiting.pop() {
                if let Some(part) = index.get(&part)
                    && *part != at
                    && parts.insert(*part)
                {
                    waiting.extend(&facts.products[*part].includes);
                }
            }
            if !parts.is_empty() {
                suites.push((at, parts));
            }
            let mut seen = vec![at];
            let mut older = product.downgrade;
            while let Some(next) = older.and_then(|id| index.get(&id).copied())
                && !seen.contains(&next)
            {
                let distance = seen.len();
                seen.push(next);
                older = facts.products[next].downgrade;
                let down = (at, next, Rule::DowngradeOut, Rule::DowngradeIn);
                let up = (next, at, Rule::UpgradeOut, Rule::UpgradeIn);
                ranked.push((0, distance, down));
                ranked.push((2, distance, up));
            }
            for lower in &product.covers {
                if let Some(lower) = index.get(lower).filter(|lower| **lower != at) {
                    let edition = (at, *lower, Rule::EditionOut, Rule::EditionIn);
                    ranked.push((1, 1, edition));
                }
            }
        }
        let id = |at: usize| facts.products[at].id;
        suites.sort_by_key(|(at, parts)| (parts.len(), id(*at)));
        ranked.sort_by_key(|(kind, distance, (giver, receiver, ..))| {
            (*kind, *distance, id(*giver), id(*receiver))
        });
        let loans = ranked
            .into_iter()
            .map(|(.., (giver, receiver, out, into))| Loan {
                giver,
                receiver,
                out,
                into,
            })
            .collect();
        Self { suites, loans }
    }

    /// Products whose versions are told apart because another's rights may serve them.
    pub fn receivers(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.loans.iter().map(|loan| (loan.giver, loan.receiver))
    }
}

/// The pools with what is left of them on one side.
pub struct Lending<'a> {
    pub facts: &'a Facts,
    pub kinship: &'a Kinship,
    pub pools: &'a [Pool],
    pub by_product: &'a HashMap<usize, Vec<usize>>,
    pub classes: &'a [Classes],
    pub balances: &'a mut [Balance],
    pub side: usize,
    pub moved: Vec<Moved>,
}

/// One need of a part.
type Item = (usize, usize);

impl Lending<'_> {
    fn of(&self, product: usize) -> &[usize] {
        self.by_product.get(&product).map_or(&[], Vec::as_slice)
    }

    fn id(&self, pool: usize) -> i64 {
        self.facts.products[self.pools[pool].product].id
    }

    /// Pools of the parts of a suite that need rights.
    fn parts(&self, parts: &BTreeSet<usize>) -> Vec<usize> {
        parts
            .iter()
            .filter(|part| self.facts.products[**part].kind != ProductKind::Free)
            .flat_map(|part| self.of(*part))
            .copied()
            .filter(|pool| self.pools[*pool].by_holder() && !self.pools[*pool].needs.is_empty())
            .collect()
    }

    /// Who a need is matched by, seen from a suite: machines by machine, everything else by the person behind it.
    fn key(&self, suite: usize, pool: usize, need: usize) -> i64 {
        let need = &self.pools[pool].needs[need];
        if self.pools[suite].by_machine() && self.pools[pool].by_machine() {
            need.holder
        } else {
            need.party
        }
    }

    fn items(&self, suite: usize, parts: &[usize]) -> BTreeMap<i64, Vec<Item>> {
        let mut items: BTreeMap<i64, Vec<Item>> = BTreeMap::new();
        for pool in parts {
            for need in 0..self.pools[*pool].needs.len() {
                let key = self.key(suite, *pool, need);
                if key != 0 {
                    items.entry(key).or_default().push((*pool, need));
                }
            }
        }
        items
    }

    /// Whoever has a suite needs no right to its parts; as many holders as the suite has rights. Before anything else is covered.
    pub fn suites_held(&mut self) {
        let kinship = self.kinship;
        for (suite, parts) in &kinship.suites {
            let parts = self.parts(parts);
            for pool in self.of(*suite).to_vec() {
                if self.pools[pool].by_holder() && !parts.is_empty() {
                    self.suite_held(pool, &parts);
                }
            }
        }
    }

    fn suite_held(&mut self, suite: usize, parts: &[usize]) {
        let pool = &self.pools[suite];
        let side = self.side;
        let limitless = (pool.limitless.iter()).any(|one| side == 0 || one.proven);
        let rights: i64 = pool.rights.iter().map(|right| right.units[side]).sum();
        let mut rights = if limitless { i64::MAX } else { rights };
        let items = self.items(suite, parts);
        let mut holders: Vec<(Reverse<usize>, i64)> = (pool.needs.iter())
            .filter_map(|need| {
                let machine = items.contains_key(&need.holder) && pool.by_machine();
                let key = if machine { need.holder } else { need.party };
                let open = distinct(self.open(items.get(&key)?));
                (open > 0).then_some((Reverse(open), key))
            })
            .collect();
        holders.sort_unstable();
        holders.dedup();
        let other = self.id(suite);
        for (_, holder) in holders {
            if rights <= 0 {
                return;
            }
            rights -= 1;
            for (pool, need) in self.one_each(&items[&holder]) {
                self.settle(pool, need, Rule::SuiteHeld, other);
            }
        }
    }

    /// The needs not yet covered among some.
    fn open<'i>(&self, items: &'i [Item]) -> impl Iterator<Item = &'i Item> + use<'i, '_> {
        items.iter().filter(|(pool, need)| {
            let balance = &self.balances[*pool];
            let class = self.classes[*pool].of[*need];
            let units = self.pools[*pool].needs[*need].units;
            !balance.done[*need] && balance.open[class] >= units
        })
    }

    /// One open need of each part.
    fn one_each(&self, items: &[Item]) -> Vec<Item> {
        let mut seen = BTreeSet::new();
        self.open(items)
            .filter(|(pool, _)| seen.insert(*pool))
            .copied()
            .collect()
    }

    fn settle(&mut self, pool: usize, need: usize, rule: Rule, other: i64) -> bool {
        let settled = self.balances[pool].settle(&self.pools[pool], &self.classes[pool], need);
        if settled {
            let need = &self.pools[pool].needs[need];
            self.moved.push(Moved {
                pool,
                rule,
                other,
                units: need.units,
                place: Some(need.place),
            });
        }
        settled
    }

    /// Spare rights of newer versions, higher editions and older versions under maintenance, in this order.
    pub fn loans(&mut self) {
        let kinship = self.kinship;
        for loan in &kinship.loans {
            for giver in self.of(loan.giver).to_vec() {
                for receiver in self.of(loan.receiver).to_vec() {
                    if self.pools[giver].metric == self.pools[receiver].metric {
                        self.lend(*loan, giver, receiver);
                    }
                }
            }
        }
    }

    fn lend(&mut self, loan: Loan, giver: usize, receiver: usize) {
        let open = self.balances[receiver].short();
        if open == 0 || self.balances[giver].spare() == 0 || self.pools[receiver].bound() {
            return;
        }
        let facts = self.facts;
        let own = facts.products[self.pools[receiver].product]
            .version
            .as_deref();
        let mut lent = 0;
        for (at, right) in self.pools[giver].rights.iter().enumerate() {
            if right.bond != Bond::Free {
                continue;
            }
            for (class, needs) in self.classes[receiver].list.iter().enumerate() {
                let found = class_version(facts, needs.version).or(own);
                let fits = match loan.out {
                    Rule::UpgradeOut => right.terms.maintained(needs.since, facts.day),
                    _ => right.terms.reach_down(found),
                };
                if fits {
                    let left = self.balances[giver].left[at];
                    let units = left.min(self.balances[receiver].open[class]);
                    self.balances[giver].left[at] -= units;
                    self.balances[receiver].open[class] -= units;
                    lent += units;
                }
            }
        }
        self.note(giver, loan.out, receiver, lent);
        self.note(receiver, loan.into, giver, lent);
    }

    fn note(&mut self, pool: usize, rule: Rule, other: usize, units: i64) {
        if units > 0 {
            let other = self.id(other);
            self.moved.push(Moved {
                pool,
                rule,
                other,
                units,
                place: None,
            });
        }
    }

    /// Spare rights of suites: each serves one holder with every part it still needs, whoever needs most parts first.
    pub fn suites_spare(&mut self) {
        let kinship = self.kinship;
        for (suite, parts) in &kinship.suites {
            let parts = self.parts(parts);
            for pool in self.of(*suite).to_vec() {
                let wanted = parts.iter().any(|part| self.balances[*part].short() > 0);
                if wanted && self.pools[pool].by_holder() && self.balances[pool].spare() > 0 {
                    self.suite_spare(pool, &parts);
                }
            }
        }
    }

    fn suite_spare(&mut self, suite: usize, parts: &[usize]) {
        let other = self.id(suite);
        let items = self.items(suite, parts);
        let mut queue: BinaryHeap<(usize, Reverse<i64>)> = items
            .iter()
            .map(|(key, items)| (distinct(self.open(items)), Reverse(*key)))
            .filter(|(count, _)| *count > 0)
            .collect();
        while let Some((count, Reverse(key))) = queue.pop() {
            let now = distinct(self.open(&items[&key]));
            if now == 0 {
                continue;
            }
            if now < count {
                queue.push((now, Reverse(key)));
                continue;
            }
            if !self.take(suite) {
                return;
            }
            let served = self.one_each(&items[&key]);
            self.give(suite, served.iter().map(|(pool, _)| *pool));
            for (pool, need) in served {
                self.settle(pool, need, Rule::SuiteSpare, other);
            }
            if distinct(self.open(&items[&key])) > 0 {
                queue.push((distinct(self.open(&items[&key])), Reverse(key)));
            }
        }
        self.unnamed(suite, parts);
    }

    /// Needs whose holders are not known: one right for one of each part.
    fn unnamed(&mut self, suite: usize, parts: &[usize]) {
        loop {
            let open: Vec<(usize, usize)> = parts
                .iter()
                .filter_map(|pool| {
                    let pool_needs = &self.pools[*pool];
                    let nameless = pool_needs.needs.iter().position(|need| need.party == 0)?;
                    let class = self.classes[*pool].of[nameless];
                    (self.balances[*pool].open[class] > 0).then_some((*pool, class))
                })
                .collect();
            if open.is_empty() || !self.take(suite) {
                return;
            }
            self.give(suite, open.iter().map(|(pool, _)| *pool));
            for (pool, class) in open {
                self.balances[pool].open[class] -= 1;
                self.note(pool, Rule::SuiteSpare, suite, 1);
            }
        }
    }

    /// Notes one right given to parts; told of the first of them.
    fn give(&mut self, suite: usize, parts: impl Iterator<Item = usize>) {
        let first = parts.min_by_key(|pool| (self.id(*pool), self.pools[*pool].metric));
        if let Some(part) = first {
            self.note(suite, Rule::SuiteGiven, part, 1);
        }
    }

    /// Takes one spare right of a pool.
    fn take(&mut self, pool: usize) -> bool {
        let free = |at: &usize| {
            self.balances[pool].left[*at] > 0 && self.pools[pool].rights[*at].bond == Bond::Free
        };
        let found = (0..self.balances[pool].left.len()).find(free);
        if let Some(at) = found {
            self.balances[pool].left[at] -= 1;
        }
        found.is_some()
    }
}

fn distinct<'i>(items: impl Iterator<Item = &'i Item>) -> usize {
    items.map(|(pool, _)| pool).collect::<BTreeSet<_>>().len()
}

fn class_version(facts: &Facts, version: Option<u32>) -> Option<&str> {
    version.map(|at| facts.versions[at as usize].as_str())
}
