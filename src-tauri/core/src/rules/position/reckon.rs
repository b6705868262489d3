//! The position from the facts: pools, what covers what on both sides, and the figures by place.

use std::collections::HashMap;

use super::build::pools;
use super::cover::{Balance, Classes};
use super::facts::Facts;
use super::lending::{Kinship, Lending, Moved};
use super::pool::{Draft, Pool, SIDES};
use super::steps::Rule;
use super::{Line, Place, Progress};
use crate::{Error, Result};

/// The lines of each product, by its place in the facts. Nothing here depends on the order of the facts.
pub fn reckon(facts: &Facts, progress: Progress<'_>) -> Result<Vec<(i64, Line)>> {
    let mut step = |done| {
        if progress(done, super::STAGES) {
            Ok(())
        } else {
            Err(Error::new("cancelled"))
        }
    };
    let (mut pools, products) = pools(facts);
    step(7)?;
    let kinship = Kinship::new(facts, &products);
    let mut by_product: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, pool) in pools.iter().enumerate() {
        by_product.entry(pool.product).or_default().push(at);
    }
    let classes = classes(&pools, &kinship, &by_product);
    for side in SIDES {
        let mut balances: Vec<Balance> = (pools.iter().zip(&classes))
            .map(|(pool, classes)| Balance::new(pool, classes, side))
            .collect();
        let moved = settle(
            facts,
            &pools,
            &kinship,
            &by_product,
            &classes,
            &mut balances,
            side,
        );
        let mut of_pool: Vec<Vec<Moved>> = vec![Vec::new(); pools.len()];
        for one in moved {
            of_pool[one.pool].push(one);
        }
        for ((pool, balance), moved) in pools.iter_mut().zip(&balances).zip(&of_pool) {
            Spreading { pool, side }.all(balance, moved);
        }
        step(8 + side as u64)?;
    }
    let mut lines = Vec::new();
    for pool in pools {
        let id = facts.products[pool.product].id;
        let (metric, basis) = (pool.metric, pool.basis);
        lines.extend(pool.drafts.into_iter().map(|(place, draft)| {
            let Draft {
                tally,
                mut counts,
                gaps,
            } = draft;
            counts.needed = tally.sum(super::steps::Chapter::Needed);
            let line = Line {
                metric,
                basis,
                place,
                counts,
                tally,
                gaps,
            };
            (id, line)
        }));
    }
    lines.retain(|(_, line)| {
        line.counts != super::Counts::default() || line.tally != super::Tally::default()
    });
    Ok(lines)
}

fn classes(
    pools: &[Pool],
    kinship: &Kinship,
    by_product: &HashMap<usize, Vec<usize>>,
) -> Vec<Classes> {
    let mut givers: Vec<Vec<usize>> = vec![Vec::new(); pools.len()];
    for (giver, receiver) in kinship.receivers() {
        let of = |product| by_product.get(&product).into_iter().flatten();
        for to in of(receiver) {
            givers[*to].extend(of(giver));
        }
    }
    pools
        .iter()
        .zip(givers)
        .map(|(pool, givers)| {
            let serving = || {
                let lent = givers.iter().flat_map(|at| &pools[*at].rights);
                pool.rights.iter().chain(lent).map(|right| &right.terms)
            };
            let mut ends: Vec<_> = serving().filter_map(|terms| terms.maintenance).collect();
            ends.sort_unstable();
            ends.dedup();
            let apart = serving().any(|terms| terms.limit()) && !pool.bound();
            Classes::new(pool, &ends, apart)
        })
        .collect()
}

/// Covers needs in the order of the rules: suites held, own rights, other products' rights, spare rights of suites.
fn settle(
    facts: &Facts,
    pools: &[Pool],
    kinship: &Kinship,
    by_product: &HashMap<usize, Vec<usize>>,
    classes: &[Classes],
    balances: &mut [Balance],
    side: usize,
) -> Vec<Moved> {
    let mut lending = Lending {
        facts,
        kinship,
        pools,
        by_product,
        classes,
        balances,
        side,
        moved: Vec::new(),
    };
    lending.suites_held();
    for (at, pool) in pools.iter().enumerate() {
        lending.balances[at].own(facts, pool, &classes[at], side);
    }
    lending.loans();
    lending.suites_spare();
    lending.moved
}

/// Brings what is known of a pool as a whole to its places, so that the places sum to the whole: what is taken or lent from where
/// most is to spare, what is given or missing to where most is missing.
struct Spreading<'p> {
    pool: &'p mut Pool,
    side: usize,
}

impl Spreading<'_> {
    fn all(&mut self, balance: &Balance, moved: &[Moved]) {
        for one in moved {
            let subject = Some(("product", one.other));
            match one.place {
                Some(place) => self.add(place, one.rule, subject, one.units),
                None => self.spread(one.rule, subject, one.units),
            }
        }
        self.spread(Rule::Unlimited, None, balance.limitless);
        let (short, spare) = (balance.short(), balance.spare());
        self.figure(short, |draft, units, side| match side {
            0 => draft.counts.short += units,
            _ => draft.counts.short_provable += units,
        });
        if self.side == 0 {
            self.figure(-spare, |draft, units, _| draft.counts.over += units);
        }
        if short > 0 {
            self.spread(Rule::Idle, None, spare);
        }
    }

    fn add(
        &mut self,
        place: Place,
        rule: Rule,
        subject: Option<super::steps::Subject>,
        units: i64,
    ) {
        let side = self.side;
        let draft = self.pool.at(place);
        let signed = units * rule.factor();
        if side == 0 {
            draft.tally.add(rule, subject, units);
            draft.counts.allocated += signed;
        } else {
            draft.counts.allocated_provable += signed;
        }
    }

    /// Rights beyond those needed at a place so far.
    fn beyond(&self, draft: &Draft) -> i64 {
        let needed = draft.tally.sum(super::steps::Chapter::Needed);
        let counts = &draft.counts;
        if self.side == 0 {
            counts.available() - needed
        } else {
            counts.available_provable() - needed
        }
    }

    /// Places with what they are beyond, from the most missing to the most to spare.
    fn places(&self) -> Vec<(i64, Place)> {
        let mut places: Vec<(i64, Place)> = (self.pool.drafts.iter())
            .map(|(place, draft)| (self.beyond(draft), *place))
            .collect();
        places.sort_unstable();
        places
    }

    fn spread(&mut self, rule: Rule, subject: Option<super::steps::Subject>, units: i64) {
        let mut left = units;
        let mut places = self.places();
        if rule.factor() < 0 {
            places.reverse();
        }
        for (beyond, place) in &places {
            let room = if rule.factor() < 0 { *beyond } else { -beyond };
            let here = left.min(room.max(0));
            if here > 0 {
                self.add(*place, rule, subject, here);
                left -= here;
            }
        }
        // what no place has room for stands at the first
        if left > 0
            && let Some((_, place)) = places.first()
        {
            self.add(*place, rule, subject, left);
        }
    }

    /// Spreads what is missing (above 0) or to spare (below 0) as a figure of its own.
    fn figure(&mut self, units: i64, put: fn(&mut Draft, i64, usize)) {
        let side = self.side;
        let mut places = self.places();
        if units < 0 {
            places.reverse();
        }
        let mut left = units.abs();
        for (beyond, place) in places.iter().copied() {
            let room = if units < 0 { beyond } else { -beyond };
            let here = left.min(room.max(0));
            if here > 0 {
                put(self.pool.at(place), here, side);
                left -= here;
            }
        }
        if left > 0
            && let Some((_, place)) = places.first()
        {
            put(self.pool.at(*place), left, side);
        }
    }
}
