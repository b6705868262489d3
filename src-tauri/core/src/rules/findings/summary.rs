//! What could be saved and what it would cost to be covered, each right counted once.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Found, Group, Side};
use crate::rules::sums::Sums;

/// Of findings that cannot overlap.
pub fn sum<'f>(found: impl IntoIterator<Item = &'f Found>) -> Sums {
    let mut sums = Sums::default();
    found.into_iter().for_each(|found| add(&mut sums, found));
    sums
}

fn add(sums: &mut Sums, found: &Found) {
    if let Some(stake) = &found.stake {
        sums.add(stake.reported.unwrap_or_default(), stake.yearly);
    }
}

/// What one product could save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductSaving {
    /// Row of the product.
    pub product: i64,
    /// How much.
    pub sums: Sums,
    /// Findings behind it, by kind, the most first.
    pub kinds: Vec<(&'static str, usize)>,
}

/// The findings in a few figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Could be saved.
    pub save: Sums,
    /// It would cost to be covered.
    pub cover: Sums,
    /// Findings whose money cannot be told.
    pub unpriced: usize,
    /// Savings by product, the largest first.
    pub savings: Vec<ProductSaving>,
}

/// Savings of one license: rights taken back from their holders or bought in vain, and those idle by its use. The second hold
/// the first, so that only the larger counts. What goes to those who lack a right is used, not saved.
#[derive(Debug, Default)]
struct Pool {
    product: Option<i64>,
    single: Sums,
    idle: Sums,
    reassigned: Sums,
}

/// What is missing of products that are short. Whoever holds a right that has ended needs one, and so is among what is missing.
struct Missing(HashMap<i64, Left>);

/// How what is missing of a product is paid for.
enum Left {
    /// By its own price.
    Priced,
    /// By the prices of what has ended: so many rights.
    Rights(i64),
}

impl Missing {
    fn of(groups: &[Group]) -> Self {
        let short = groups.iter().flat_map(|group| &group.found);
        let left = short.filter(|found| found.lacks()).map(|found| {
            let left = if priced(found) {
                Left::Priced
            } else {
                Left::Rights(found.count - found.reassign)
            };
            (found.id, left)
        });
        Self(left.collect())
    }

    /// What a finding adds to what it costs to be covered.
    fn cost(&mut self, found: &Found) -> Sums {
        let whole = sum([found]);
        let left = found.product.and_then(|product| self.0.get_mut(&product));
        match left {
            Some(_) if found.lacks() => whole,
            Some(Left::Priced) => Sums::default(),
            Some(Left::Rights(left)) => {
                let part = found.count.min(*left).max(0);
                *left -= part;
                whole.share(part, found.count.max(1))
            }
            None => whole,
        }
    }
}

/// Whether its money can be told.
fn priced(found: &Found) -> bool {
    (found.stake.as_ref()).is_some_and(|stake| stake.reported.is_some())
}

impl Summary {
    /// Sums up.
    pub fn of(groups: &[Group]) -> Self {
        let mut summary = Self::default();
        let mut pools: BTreeMap<Option<i64>, Pool> = BTreeMap::new();
        let mut kinds: HashMap<i64, Vec<(&'static str, usize)>> = HashMap::new();
        let mut counted = HashSet::new();
        let mut missing = Missing::of(groups);
        for found in groups.iter().flat_map(|group| &group.found) {
            summary.unpriced += usize::from(!priced(found) && found.kind.side != Side::Check);
            match found.kind.side {
                Side::Cover => summary.cover = summary.cover.plus(missing.cost(found)),
                Side::Check => {}
                // one assignment may be found for two reasons
                Side::Save if counted.insert((found.kind.register, found.id)) => {
                    let pool = pools.entry(found.license).or_default();
                    pool.product = found.product;
                    if found.reassign > 0 {
                        add(&mut pool.reassigned, found);
                    } else if found.kind.register == "license" {
                        add(&mut pool.idle, found);
                    } else {
                        add(&mut pool.single, found);
                    }
                    if let Some(product) = found.product {
                        tally(kinds.entry(product).or_default(), found.kind.key);
                    }
                }
                Side::Save => {}
            }
        }
        let mut products: BTreeMap<i64, Sums> = BTreeMap::new();
        for pool in pools.into_values() {
            let sums = pool.single.larger(pool.idle.less(pool.reassigned));
            summary.save = summary.save.plus(sums);
            if let Some(product) = pool.product {
                let known = products.entry(product).or_default();
                *known = known.plus(sums);
            }
        }
        summary.savings = ranked(products, kinds);
        summary
    }
}

fn tally(kinds: &mut Vec<(&'static str, usize)>, key: &'static str) {
    match kinds.iter_mut().find(|(known, _)| *known == key) {
        Some((_, count)) => *count += 1,
        None => kinds.push((key, 1)),
    }
}

fn ranked(
    products: BTreeMap<i64, Sums>,
    mut kinds: HashMap<i64, Vec<(&'static str, usize)>>,
) -> Vec<ProductSaving> {
    let mut savings: Vec<ProductSaving> = products
        .into_iter()
        .filter(|(_, sums)| sums.whole() > 0)
        .map(|(product, sums)| ProductSaving {
            product,
            sums,
            kinds: kinds.remove(&product).unwrap_or_default(),
        })
        .collect();
    savings.sort_by_key(|saving| (std::cmp::Reverse(saving.sums.whole()), saving.product));
    for saving in &mut savings {
        saving
            .kinds
            .sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    }
    savings
}
