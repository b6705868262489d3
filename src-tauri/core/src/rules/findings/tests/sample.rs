//! The sample company holds every kind, and each figure is the length of its list.

use crate::ledger;
use crate::rules::findings::{self, KINDS, Summary};
use crate::rules::tests::{sample, today};
use crate::words::Language;

#[test]
fn every_figure_is_the_length_of_its_list() {
    let (_folder, vault) = sample();
    let groups = findings::read(vault.connection(), today(), &mut |_, _| true).unwrap();
    assert_eq!(groups.len(), KINDS.len());
    for group in &groups {
        let query = group.kind.query(Language::En);
        let mut listed = ledger::ids(vault.connection(), &query, today()).unwrap();
        let mut found: Vec<i64> = group.found.iter().map(|found| found.id).collect();
        listed.sort_unstable();
        found.sort_unstable();
        assert_eq!(listed, found, "{}", group.kind.key);
        assert!(!found.is_empty(), "{} is not in it", group.kind.key);
    }
}

#[test]
fn three_shortfalls_and_two_savings_stand_out() {
    let (_folder, vault) = sample();
    let groups = findings::read(vault.connection(), today(), &mut |_, _| true).unwrap();
    let short = groups.iter().find(|group| group.kind.key == "shortfall");
    assert_eq!(short.unwrap().found.len(), 3);
    let savings = Summary::of(&groups).savings;
    let whole = |at: usize| savings[at].sums.whole();
    assert!(whole(1) > whole(2) * 3 / 2, "{:?}", &savings[..3]);
}

#[test]
fn no_right_is_saved_twice() {
    let (_folder, vault) = sample();
    let groups = findings::read(vault.connection(), today(), &mut |_, _| true).unwrap();
    let summary = Summary::of(&groups);
    let all = groups
        .iter()
        .filter(|group| group.kind.side == findings::Side::Save);
    let naive: i64 = all.map(|group| findings::sum(&group.found).whole()).sum();
    let by_product: i64 = summary
        .savings
        .iter()
        .map(|saving| saving.sums.whole())
        .sum();
    assert_eq!(summary.save.whole(), by_product);
    assert!(summary.save.whole() < naive);
}
