//! From facts to pools: whose rights and whose needs belong together.

use std::collections::{BTreeMap, HashMap};

use super::facts::{Facts, LicenseFacts, ProductKind};
use super::needs::{self, Demand, Held, NOWHERE};
use super::owned::{Owned, owned};
use super::pool::{Bond, Limitless, Pool, Right, Terms, device};
use super::{Metric, Place};
use crate::rules::proof::lacks;

/// The facts with their rows found, and the rights of each license.
pub struct Build<'a> {
    facts: &'a Facts,
    /// Place of each product in the facts.
    pub products: HashMap<i64, usize>,
    licenses: HashMap<i64, usize>,
    owned: Vec<Owned>,
    /// The metrics of each product; the first is the one installations belong to.
    metrics: Vec<Vec<Metric>>,
    pools: BTreeMap<(usize, Metric), (Pool, Demand)>,
}

/// Every pool, filled; and the place of each product in the facts.
pub fn pools(facts: &Facts) -> (Vec<Pool>, HashMap<i64, usize>) {
    let index = |ids: &mut dyn Iterator<Item = i64>| ids.zip(0..).collect::<HashMap<_, _>>();
    let licenses = index(&mut facts.licenses.iter().map(|one| one.id));
    let mut build = Build {
        facts,
        products: index(&mut facts.products.iter().map(|one| one.id)),
        owned: owned(facts, &licenses),
        licenses,
        metrics: vec![Vec::new(); facts.products.len()],
        pools: BTreeMap::new(),
    };
    build.metrics();
    build.rights();
    build.adjustments();
    build.assignments();
    build.deployments();
    build.peaks();
    build.uses();
    let products = std::mem::take(&mut build.products);
    let mut pools = Vec::with_capacity(build.pools.len());
    for (mut pool, demand) in build.pools.into_values() {
        needs::fill(facts, &mut pool, &demand);
        pool.rights
            .sort_by(|a, b| (a.place, &a.terms, a.units).cmp(&(b.place, &b.terms, b.units)));
        pools.push(pool);
    }
    (pools, products)
}

impl Build<'_> {
    /// A license counts by its own metric, or its product's. A product counts by its own, or the first of its licenses; where
    /// nothing says, by device.
    fn metrics(&mut self) {
        for (at, product) in self.facts.products.iter().enumerate() {
            self.metrics[at].extend(product.metric);
        }
        let mut named: Vec<(usize, Metric)> = Vec::new();
        for license in &self.facts.licenses {
            let product = self.products.get(&license.product).copied();
            named.extend(product.zip(license.metric));
        }
        named.sort_unstable();
        named.dedup();
        for (product, metric) in named {
            if !self.metrics[product].contains(&metric) {
                self.metrics[product].push(metric);
            }
        }
    }

    fn metric(&self, product: usize) -> Metric {
        self.metrics[product]
            .first()
            .copied()
            .unwrap_or(Metric::Device)
    }

    fn pool(&mut self, product: usize, metric: Metric) -> &mut (Pool, Demand) {
        self.pools
            .entry((product, metric))
            .or_insert_with(|| (Pool::new(product, metric), Demand::default()))
    }

    /// Product and metric of a license.
    fn kin(&self, license: &LicenseFacts) -> Option<(usize, Metric)> {
        let product = *self.products.get(&license.product)?;
        let metric = license.metric.unwrap_or_else(|| self.metric(product));
        Some((product, metric))
    }

    fn rights(&mut self) {
        let facts = self.facts;
        let mut holders: HashMap<i64, Vec<i64>> = HashMap::new();
        for assignment in &facts.assignments {
            if let Some(id) = assignment.device {
                holders
                    .entry(assignment.license)
                    .or_default()
                    .push(device(id));
            }
        }
        for (at, license) in facts.licenses.iter().enumerate() {
            let Some((product, metric)) = self.kin(license) else {
                continue;
            };
            let owned = std::mem::take(&mut self.owned[at]);
            let terms = Terms::new(
                license.usable_versions.as_deref(),
                owned.maintenance,
                license.subscription,
            );
            let oem = license.oem || facts.products[product].kind == ProductKind::Oem;
            let devices = holders.remove(&license.id).unwrap_or_default();
            let running = !license.retired
                && license.starts.is_none_or(|day| day <= facts.day)
                && license.ends.is_none_or(|day| day >= facts.day);
            let (pool, _) = self.pool(product, metric);
            let draft = pool.at(license.place);
            draft.counts.owned += owned.all;
            draft.counts.provable += owned.proven;
            draft.counts.weak += owned.weak;
            for (rule, subject, input) in &owned.steps {
                draft.tally.add(*rule, *subject, *input);
            }
            for (bits, quantity) in &owned.lacking {
                for lack in lacks(*bits) {
                    let (lines, rights) = draft.gaps.entry(lack).or_default();
                    *lines += 1;
                    *rights += quantity;
                }
            }
            if license.unlimited && running {
                draft.counts.unlimited += 1;
                pool.limitless.push(Limitless {
                    place: license.place,
                    proven: owned.any_proven,
                });
            }
            let right = Right {
                place: license.place,
                units: [owned.all, owned.proven],
                terms,
                bond: Bond::Free,
            };
            if oem && pool.by_holder() {
                pool.rights.extend(with_devices(right, devices));
            } else if oem || metric == Metric::Site {
                pool.rights.push(Right {
                    bond: Bond::Place,
                    ..right
                });
            } else {
                pool.rights.push(right);
            }
        }
    }

    fn adjustments(&mut self) {
        let facts = self.facts;
        for adjustment in &facts.adjustments {
            let Some(product) = self.products.get(&adjustment.product).copied() else {
                continue;
            };
            let metric = self.metric(product);
            let units = adjustment.quantity;
            let (pool, _) = self.pool(product, metric);
            let draft = pool.at(adjustment.place);
            let subject = Some(("adjustment", adjustment.id));
            draft
                .tally
                .add(super::steps::Rule::Adjusted, subject, units);
            draft.counts.adjusted += units;
            draft.counts.allocated_provable += units.min(0);
            pool.rights.push(Right {
                place: adjustment.place,
                // what is added by hand is proven by no invoice
                units: [units, units.min(0)],
                terms: Terms::default(),
                bond: if metric == Metric::Site {
                    Bond::Place
                } else {
                    Bond::Free
                },
            });
        }
    }

    /// Where a person or a device is; where neither is known, where the license stands.
    fn place(
        &self,
        person: Option<i64>,
        device: Option<i64>,
        license: Option<&LicenseFacts>,
    ) -> Place {
        let person = person.and_then(|id| self.facts.people.get(&id).copied().flatten());
        let site = person.or_else(|| device.and_then(|id| self.facts.device(id).site));
        self.facts
            .place(site)
            .or(license.map(|license| license.place))
            .unwrap_or(NOWHERE)
    }

    fn assignments(&mut self) {
        let facts = self.facts;
        for assignment in &facts.assignments {
            let Some(at) = self.licenses.get(&assignment.license).copied() else {
                continue;
            };
            let license = &facts.licenses[at];
            let Some((product, metric)) = self.kin(license) else {
                continue;
            };
            let place = self.place(assignment.person, assignment.device, Some(license));
            let (pool, demand) = self.pool(product, metric);
            pool.at(place).counts.assigned += 1;
            demand.held.push(Held {
                person: assignment.person,
                device: assignment.device,
                place,
            });
        }
    }

    /// An installation belongs to the product's first metric; of a product with several, to that under which its user or its device
    /// holds a right, which then covers it.
    fn deployments(&mut self) {
        let facts = self.facts;
        let mut holders: HashMap<(usize, i64), Metric> = HashMap::new();
        for ((product, metric), (_, demand)) in &self.pools {
            if self.metrics[*product].len() > 1 {
                for held in &demand.held {
                    let who = held
                        .person
                        .map(super::pool::person)
                        .or(held.device.map(device));
                    holders.extend(who.map(|who| ((*product, who), *metric)));
                }
            }
        }
        for found in &facts.deployments {
            let Some(product) = self.products.get(&found.product).copied() else {
                continue;
            };
            let metric = if self.metrics[product].len() > 1 {
                let user = facts.device(found.device).user.map(super::pool::person);
                let held = holders
                    .get(&(product, device(found.device)))
                    .or_else(|| holders.get(&(product, user?)));
                held.copied().unwrap_or_else(|| self.metric(product))
            } else {
                self.metric(product)
            };
            let (_, demand) = self.pool(product, metric);
            demand.installed.push(*found);
        }
    }

    fn peaks(&mut self) {
        let facts = self.facts;
        for peak in &facts.peaks {
            let license = peak.license.and_then(|id| self.licenses.get(&id).copied());
            let license = license.map(|at| &facts.licenses[at]);
            let Some(product) = self.products.get(&peak.product).copied() else {
                continue;
            };
            let metric = license
                .and_then(|one| one.metric)
                .unwrap_or_else(|| self.metric(product));
            if metric == Metric::Concurrent && peak.peak > 0 {
                let place = license.map_or(NOWHERE, |license| license.place);
                self.pool(product, metric).1.peaks.push((place, peak.peak));
            }
        }
    }

    /// People and devices that used a product, each once; counted under its first metric.
    fn uses(&mut self) {
        let facts = self.facts;
        let assigned = facts
            .assignments
            .iter()
            .filter(|one| one.used)
            .filter_map(|one| {
                let license = &facts.licenses[*self.licenses.get(&one.license)?];
                let product = *self.products.get(&license.product)?;
                let place = self.place(one.person, one.device, Some(license));
                Some((product, one.person, one.device, place))
            });
        let reported = facts.uses.iter().filter_map(|one| {
            let license = one.license.and_then(|id| self.licenses.get(&id));
            let license = license.map(|at| &facts.licenses[*at]);
            let product = *self.products.get(&one.product)?;
            Some((
                product,
                one.person,
                one.device,
                self.place(one.person, one.device, license),
            ))
        });
        let mut used: Vec<_> = assigned.chain(reported).collect();
        used.sort_unstable();
        used.dedup_by_key(|(product, person, device, _)| (*product, *person, *device));
        for (product, _, _, place) in used {
            let metric = self.metric(product);
            self.pool(product, metric).0.at(place).counts.used += 1;
        }
    }
}

/// Rights that came with devices: those whose device the record names serve it alone, the others their place.
fn with_devices(right: Right, mut devices: Vec<i64>) -> Vec<Right> {
    devices.sort_unstable();
    devices.dedup();
    let named = i64::try_from(devices.len()).unwrap_or(i64::MAX);
    let part = |of: i64| named.min(of.max(0));
    let units = right.units.map(part);
    let rest = [right.units[0] - units[0], right.units[1] - units[1]];
    vec![
        Right {
            units,
            bond: Bond::Devices(devices),
            ..right.clone()
        },
        Right {
            units: rest,
            bond: Bond::Place,
            ..right
        },
    ]
}
