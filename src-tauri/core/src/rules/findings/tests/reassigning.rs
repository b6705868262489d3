//! What lies idle goes to what is missing before any is bought, and no amount is counted twice.

use super::cases::lay_out;
use crate::rules::findings::{self, Action, Found, Group, Summary, act};
use crate::rules::tests::today;
use crate::vault::Vault;

/// Three people hold two rights at 1500 in the list; those named let theirs lie, and where it is said one has left.
fn company(idle: &[&str], left: bool) -> (tempfile::TempDir, Vault) {
    let mut more = String::new();
    for name in ["ben", "cleo"] {
        let used = if idle.contains(&name) {
            "2026-01-10"
        } else {
            "2026-11-20"
        };
        let status = if left && name == "cleo" {
            "left"
        } else {
            "active"
        };
        more.push_str(&format!(
            "[[add]]\nid = \"{name}\"\nregister = \"person\"\nset = {{ name = \"{name}\", site = \"@shanghai\", status = \"{status}\" }}\n\
             [[add]]\nid = \"of-{name}\"\nregister = \"assignment\"\n\
             set = {{ license = \"@pool\", person = \"@{name}\", starts = \"2026-01-05\", last_used = \"{used}\" }}\n"
        ));
    }
    lay_out(&format!(
        "name = \"short\"\nkind = \"shortfall\"\nfinds = []\n{more}"
    ))
}

fn read(vault: &Vault) -> Vec<Group> {
    findings::read(vault.connection(), today(), &mut |_, _| true).unwrap()
}

fn of<'g>(groups: &'g [Group], key: &str) -> &'g [Found] {
    &groups
        .iter()
        .find(|group| group.kind.key == key)
        .unwrap()
        .found
}

#[test]
fn nothing_idle_is_bought_in_full() {
    let (_folder, vault) = company(&[], false);
    let groups = read(&vault);
    let [short] = of(&groups, "shortfall") else {
        panic!("one product is short");
    };
    assert_eq!(
        (short.count, short.reassign, short.action),
        (1, 0, Action::Buy)
    );
    assert_eq!(Summary::of(&groups).cover.yearly, 1_500 * 10_000);
}

#[test]
fn an_idle_right_covers_what_is_missing_and_is_neither_bought_nor_saved() {
    let (_folder, vault) = company(&["ben"], false);
    let groups = read(&vault);
    let [short] = of(&groups, "shortfall") else {
        panic!("one product is short");
    };
    assert_eq!((short.count, short.reassign), (1, 1));
    assert_eq!(short.action, Action::Reallocate);
    let [idle] = of(&groups, "dormant") else {
        panic!("one right lies idle");
    };
    assert_eq!(idle.action, Action::Reallocate);
    let summary = Summary::of(&groups);
    assert_eq!((summary.cover.whole(), summary.save.whole()), (0, 0));
}

#[test]
fn what_is_idle_beyond_what_is_missing_is_taken_back_and_saved() {
    let (_folder, vault) = company(&["ben", "cleo"], true);
    let groups = read(&vault);
    let idle: Vec<(Action, i64)> = ["leaver", "dormant"]
        .iter()
        .flat_map(|key| of(&groups, key))
        .map(|found| (found.action, found.reassign))
        .collect();
    // whoever left gives first, and is found for both reasons
    assert_eq!(idle[0], (Action::Reallocate, 1));
    assert!(idle.contains(&(Action::Release, 0)), "{idle:?}");
    assert_eq!(Summary::of(&groups).save.yearly, 1_200 * 10_000);
    // one kind read alone says the same, and its task names the rights its action concerns
    let kind = findings::kind("shortfall").unwrap();
    let alone = findings::read_kind(vault.connection(), today(), kind).unwrap();
    assert_eq!(alone.found[0].reassign, 1);
    assert_eq!(alone.found[0].concerned(Action::Reallocate.task()), 1);
    assert!(act::chosen(vault.connection(), today(), kind, &[alone.found[0].id]).is_ok());
}
