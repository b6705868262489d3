//! What a locked vault may say is what the open one would have said.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::super::ahead::Ahead;
use super::super::tiers::{self, Reminder};
use crate::rules::tests::{now, sample, today};
use crate::vault::Vault;
use crate::vault::reminders::Given;

fn said_by_the_vault(vault: &mut Vault, day: NaiveDate) -> usize {
    let pending = tiers::pending(vault.connection(), day).unwrap();
    let given: Vec<Given> = pending.iter().map(Reminder::given).collect();
    vault.reminded(&given, now()).unwrap();
    given.len()
}

#[test]
fn locked_and_open_a_vault_says_the_same_number_on_every_day_and_each_date_once() {
    let (_folder, mut vault) = sample();
    let mut locked = Ahead::read(vault.connection(), today()).unwrap();
    let mut all = 0;
    for day in today().iter_days().take(120) {
        let said = said_by_the_vault(&mut vault, day);
        assert_eq!(locked.say(day), said, "{day}");
        assert_eq!(locked.say(day), 0, "{day}: once");
        all += said;
    }
    assert!(all > 10, "the sample company has dates");
}

#[test]
fn days_away_are_made_up_for_once_a_date() {
    let (_folder, mut vault) = sample();
    let mut locked = Ahead::read(vault.connection(), today()).unwrap();
    let back = today().checked_add_days(Days::new(45)).unwrap();
    let said = locked.say(back);
    assert!(said > 0);
    assert_eq!(said, said_by_the_vault(&mut vault, back));
}

#[test]
fn what_is_kept_is_days_and_nothing_else() {
    let (_folder, mut vault) = sample();
    said_by_the_vault(&mut vault, today());
    let kept = serde_json::to_value(Ahead::read(vault.connection(), today()).unwrap()).unwrap();
    let dates: Vec<HashMap<String, Value>> = serde_json::from_value(kept).unwrap();
    assert!(!dates.is_empty());
    for date in dates {
        assert_eq!(date.len(), 2);
        let days: Vec<NaiveDate> = serde_json::from_value(date["days"].clone()).unwrap();
        let until: NaiveDate = serde_json::from_value(date["until"].clone()).unwrap();
        assert!(
            days.iter().chain([&until]).all(|day| *day > today()),
            "what was said is not kept"
        );
    }
}
