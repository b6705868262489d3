//! The sample company holds every kind, and each figure is the length of its list.

use super::{empty, now, today};
use crate::ledger;
use crate::rules::findings::{self, KINDS};
use crate::sample::{self, Size};
use crate::words::Language;

#[test]
fn every_figure_is_the_length_of_its_list() {
    let (_folder, mut vault) = empty();
    sample::fill(&mut vault, Size::Company, today(), now(), &mut |_, _, _| {
        Ok(())
    })
    .unwrap();
    let groups = findings::read(vault.connection(), today()).unwrap();
    assert_eq!(groups.len(), KINDS.len());
    for group in &groups {
        let query = group.kind.query(Language::En);
        let mut listed = ledger::ids(vault.connection(), &query, today()).unwrap();
        let mut found: Vec<i64> = group.found.iter().map(|found| found.id).collect();
        listed.sort_unstable();
        found.sort_unstable();
        assert_eq!(listed, found, "{}", group.kind.key);
    }
}
