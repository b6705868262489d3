//! What holds for any facts: no figure follows the order of rows, sites sum to the whole, figures are the sums of their steps, and
//! proof never takes a provable right away.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;

use crate::rules::position::facts::{
    AdjustmentFacts, AssignmentFacts, DeploymentFacts, DeviceFacts, Effect, Facts, LicenseFacts,
    LineFacts, PeakFacts, ProductFacts, ProductKind, UseFacts,
};
use crate::rules::position::steps::Chapter;
use crate::rules::position::{Counts, Line, Metric, Place, Tally, reckon};

/// Rows of each table in a small company.
const PRODUCTS: i64 = 5;
const LICENSES: i64 = 7;
const HOLDERS: i64 = 6;
const SITES: i64 = 3;

fn day(number: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 1 + number % 12, 1 + number % 28).unwrap()
}

fn maybe_day() -> impl Strategy<Value = Option<chrono::NaiveDate>> {
    proptest::option::weighted(0.4, (0_u32..24).prop_map(day))
}

fn metric() -> impl Strategy<Value = Option<Metric>> {
    proptest::option::weighted(0.7, proptest::sample::select(Metric::ALL.to_vec()))
}

fn place() -> impl Strategy<Value = Place> {
    proptest::option::of(1..=SITES).prop_map(|site| Place {
        entity: Some(site.map_or(1, |site| 1 + site % 2)),
        site,
    })
}

fn product(id: i64) -> impl Strategy<Value = ProductFacts> {
    let others = || proptest::collection::vec(1..=PRODUCTS, 0..3);
    (
        metric(),
        others(),
        others(),
        proptest::option::of(1..=PRODUCTS),
        0..20_i64,
        0..8_u8,
    )
        .prop_map(
            move |(metric, includes, covers, downgrade, core_minimum, kind)| ProductFacts {
                id,
                kind: match kind {
                    0 => ProductKind::Free,
                    1 => ProductKind::Oem,
                    _ => ProductKind::Commercial,
                },
                metric,
                version: Some(format!("{}", 2019 + id)),
                core_minimum,
                includes,
                covers,
                downgrade,
            },
        )
}

fn license(id: i64) -> impl Strategy<Value = LicenseFacts> {
    (
        (1..=PRODUCTS, metric(), place(), 0..10_u8),
        maybe_day(),
        maybe_day(),
        maybe_day(),
        proptest::option::weighted(
            0.3,
            proptest::sample::select(vec!["2019–2021", "2022", "2020, 2023"]),
        ),
    )
        .prop_map(
            move |((product, metric, place, kind), starts, ends, maintenance_until, usable)| {
                LicenseFacts {
                    id,
                    product,
                    metric,
                    oem: kind == 0,
                    subscription: kind == 1,
                    unlimited: kind == 2,
                    retired: kind == 3,
                    expired: kind == 4,
                    place,
                    starts,
                    ends,
                    usable_versions: usable.map(str::to_owned),
                    maintenance_until,
                }
            },
        )
}

fn line(id: i64) -> impl Strategy<Value = LineFacts> {
    let effects = vec![
        Effect::Add,
        Effect::Add,
        Effect::Renew,
        Effect::Maintenance,
        Effect::StepUp,
        Effect::Return,
        Effect::Correction,
    ];
    (
        1..=LICENSES,
        proptest::sample::select(effects),
        0..9_i64,
        maybe_day(),
        maybe_day(),
        proptest::option::of(1..=LICENSES),
        proptest::sample::select(vec![0_i64, 0, 1, 2, 128, 512]),
    )
        .prop_map(
            move |(license, effect, quantity, starts, ends, base, lacks)| LineFacts {
                id,
                license,
                effect,
                quantity: if effect == Effect::Correction {
                    quantity - 4
                } else {
                    quantity
                },
                starts,
                ends,
                base: base.filter(|_| effect == Effect::StepUp),
                lacks,
            },
        )
}

fn device() -> impl Strategy<Value = DeviceFacts> {
    let id = || proptest::option::of(1..=HOLDERS);
    (
        proptest::option::of(1..=SITES),
        id(),
        id(),
        proptest::option::of(0..40_i64),
    )
        .prop_map(|(site, host, user, cores)| DeviceFacts {
            site,
            host,
            user,
            cores,
        })
}

/// One of each of a number of rows.
fn rows<T: Strategy>(count: i64, row: impl Fn(i64) -> T) -> Vec<T> {
    (1..=count).map(row).collect()
}

fn facts() -> impl Strategy<Value = Facts> {
    let holder = || proptest::option::of(1..=HOLDERS);
    let assignments = (1..=LICENSES, holder(), holder(), any::<bool>()).prop_map(
        |(license, person, device, used)| AssignmentFacts {
            license,
            person,
            device: if person.is_none() {
                device.or(Some(1))
            } else {
                None
            },
            used,
        },
    );
    let deployments = (
        1..=PRODUCTS,
        1..=HOLDERS,
        proptest::option::of(0..3_u32),
        maybe_day(),
    )
        .prop_map(|(product, device, version, installed)| DeploymentFacts {
            product,
            device,
            version,
            installed,
        });
    let adjustment = (1..=PRODUCTS, place(), -3..4_i64);
    let uses = (1..=PRODUCTS, holder(), holder()).prop_map(|(product, person, device)| UseFacts {
        product,
        license: None,
        person,
        device,
    });
    let peaks = (1..=LICENSES, 0..9_i64);
    let many = |most| 0..most;
    (
        (
            rows(PRODUCTS, product),
            rows(LICENSES, license),
            rows(14, line),
        ),
        proptest::collection::vec(adjustment, many(3)),
        (
            rows(HOLDERS, |_| proptest::option::of(1..=SITES)),
            rows(HOLDERS, |_| device()),
        ),
        proptest::collection::vec(assignments, many(16)),
        proptest::collection::vec(deployments, many(16)),
        proptest::collection::vec(uses, many(5)),
        proptest::collection::vec(peaks, many(4)),
    )
        .prop_map(
            |(
                (products, licenses, lines),
                adjustments,
                (people, devices),
                assignments,
                deployments,
                uses,
                peaks,
            )| {
                let adjustments = (1..)
                    .zip(adjustments)
                    .map(|(id, (product, place, quantity))| AdjustmentFacts {
                        id,
                        product,
                        place,
                        quantity,
                    });
                let peaks = peaks.into_iter().map(|(license, peak)| PeakFacts {
                    product: licenses[usize::try_from(license - 1).unwrap()].product,
                    license: Some(license),
                    peak,
                });
                Facts {
                    day: day(10),
                    adjustments: adjustments.collect(),
                    peaks: peaks.collect(),
                    products,
                    licenses,
                    lines,
                    sites: (1..=SITES).map(|site| (site, Some(1 + site % 2))).collect(),
                    people: (1..).zip(people).collect(),
                    devices: (1..).zip(devices).collect(),
                    assignments,
                    deployments,
                    versions: ["2020", "2022", "2024"].map(str::to_owned).to_vec(),
                    uses,
                }
            },
        )
}

fn reckoned(facts: &Facts) -> Vec<(i64, Line)> {
    let mut lines = reckon::reckon(facts, &mut |_, _| true).unwrap();
    lines.sort_by_key(|(product, line)| (*product, line.metric, line.place));
    lines
}

/// What can be compared of a position.
fn figures(facts: &Facts) -> Vec<(i64, Metric, Place, Counts, Tally)> {
    reckoned(facts)
        .into_iter()
        .map(|(product, line)| (product, line.metric, line.place, line.counts, line.tally))
        .collect()
}

/// The sum of the lines of each product by metric.
fn sums(facts: &Facts) -> BTreeMap<(i64, Metric), Counts> {
    let mut sums: BTreeMap<(i64, Metric), Counts> = BTreeMap::new();
    for (product, line) in reckoned(facts) {
        sums.entry((product, line.metric))
            .or_default()
            .add(&line.counts);
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_figure_follows_the_order_of_rows(facts in facts(), seed in any::<u64>()) {
        fn turned<T: Clone>(list: &[T], seed: u64) -> Vec<T> {
            let mut list = list.to_vec();
            let mut state = seed;
            for last in (1..list.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                list.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
            }
            list
        }
        let other = Facts {
            products: turned(&facts.products, seed),
            licenses: turned(&facts.licenses, seed),
            lines: turned(&facts.lines, seed),
            adjustments: turned(&facts.adjustments, seed),
            assignments: turned(&facts.assignments, seed),
            deployments: turned(&facts.deployments, seed),
            uses: turned(&facts.uses, seed),
            peaks: turned(&facts.peaks, seed),
            ..facts.clone()
        };
        prop_assert_eq!(figures(&facts), figures(&other));
    }

    #[test]
    fn figures_are_the_sums_of_their_steps(facts in facts()) {
        for (_, _, _, counts, tally) in figures(&facts) {
            prop_assert_eq!(counts.owned, tally.sum(Chapter::Owned));
            prop_assert_eq!(counts.available() - counts.owned, tally.sum(Chapter::Available));
            prop_assert_eq!(counts.needed, tally.sum(Chapter::Needed));
            prop_assert_eq!(counts.provable, tally.sum(Chapter::Provable));
            prop_assert!(counts.weak <= counts.provable);
        }
    }

    #[test]
    fn sites_sum_to_what_is_missing_and_to_spare(facts in facts()) {
        for (_, total) in sums(&facts) {
            let missing = if total.short > 0 { -total.short } else { total.over };
            prop_assert_eq!(total.delta(), missing);
            prop_assert_eq!(total.delta_provable() < 0, total.short_provable > 0);
            if total.short_provable > 0 {
                prop_assert_eq!(total.delta_provable(), -total.short_provable);
            }
        }
    }

    #[test]
    fn a_company_at_one_site_is_short_by_no_more(facts in facts()) {
        // put everything in one place: what is bound to a place can only serve more
        let one = Place { entity: Some(1), site: Some(1) };
        let mut together = facts.clone();
        together.sites = HashMap::from([(1, Some(1))]);
        together.people.values_mut().for_each(|site| *site = Some(1));
        together.devices.values_mut().for_each(|device| device.site = Some(1));
        together.licenses.iter_mut().for_each(|license| license.place = one);
        together.adjustments.iter_mut().for_each(|adjustment| adjustment.place = one);
        let apart = sums(&facts);
        for (key, total) in sums(&together) {
            let apart = apart.get(&key).copied().unwrap_or_default();
            prop_assert_eq!((total.owned, total.provable, total.weak, total.adjusted), (apart.owned, apart.provable, apart.weak, apart.adjusted));
            prop_assert_eq!((total.assigned, total.deployed, total.used), (apart.assigned, apart.deployed, apart.used));
            if key.1 != Metric::Site {
                prop_assert_eq!(total.needed, apart.needed);
            }
        }
    }

    #[test]
    fn proof_never_lowers_what_can_be_proven(facts in facts(), which in 0..14_usize) {
        let mut better = facts.clone();
        better.lines[which].lacks = 0;
        let (before, after) = (sums(&facts), sums(&better));
        for (key, total) in before {
            prop_assert!(after[&key].provable >= total.provable, "{:?}", key);
        }
    }
}
