//! What the desktop says of dates that come near, with the vault open and locked.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use sealbook_core::{Error, Result};
use serde_json::{Value as Json, json};

use super::{Desk, held};
use crate::keychain::Keychain;
use crate::secret::Secret;
use crate::watch;

/// A keychain of this test's own; taken away, it answers like a computer without one.
#[derive(Default)]
pub(super) struct Keys(Mutex<HashMap<String, Secret>>, Mutex<bool>);

impl Keychain for Keys {
    fn read(&self, entry: &str) -> Option<Secret> {
        held(&self.0).get(entry).cloned()
    }
    fn keep(&self, entry: &str, secret: &Secret) -> Result<()> {
        if *held(&self.1) {
            return Err(Error::new("keychain_silent"));
        }
        held(&self.0).insert(entry.to_owned(), secret.clone());
        Ok(())
    }
    fn forget(&self, entry: &str) -> Result<()> {
        held(&self.0).remove(entry);
        Ok(())
    }
}

impl Desk {
    /// With a vault open, watching, and a keychain to look into.
    fn watching() -> (Self, Arc<Keys>) {
        let mut desk = Self::new();
        let keys = Arc::new(Keys::default());
        let Some(session) = Arc::get_mut(&mut desk.session) else {
            panic!("nobody else has it")
        };
        session.keychain = Arc::clone(&keys) as Arc<dyn Keychain>;
        let key = desk.create();
        desk.ok("vault_confirm", json!({ "recovery_key": key }));
        desk.ok("set_preference", json!({ "language": "en", "watch": true }));
        (desk, keys)
    }

    /// A license that ends on a day; a reminder is due thirty days before.
    fn ends(&self, day: &str) {
        let product = json!({ "name": { "zh": "办公套件", "en": "Office suite" } });
        let product = self.save("product", Json::Null, product);
        let license = json!({ "product": { "id": product }, "ends": day });
        self.save("license", Json::Null, license);
    }

    /// Locks, looks at what was kept, and answers what the desktop said of it.
    fn locked(&self) -> Vec<String> {
        self.ok("vault_lock", json!({}));
        watch::say_locked(&self.session, &self.host);
        self.said()
    }

    fn said(&self) -> Vec<String> {
        std::mem::take(&mut *held(&self.host.1))
    }

    fn kept(&self) -> PathBuf {
        self.home.path().join("data").join("notices")
    }
}

#[test]
fn a_reminder_is_said_on_the_desktop_once_and_without_a_name() {
    let desk = Desk::open();
    desk.ok("set_preference", json!({ "language": "en" }));
    desk.ends("2026-07-30");
    assert_eq!(desk.ok("reminders_due", json!({})), 1);
    assert_eq!(desk.said(), ["1 date needs you"]);
    assert_eq!(desk.ok("reminders_due", json!({})), 0);
    desk.ends("2026-07-29");
    desk.ok(
        "set_preference",
        json!({ "language": "it", "notices": false }),
    );
    assert_eq!(desk.ok("reminders_due", json!({})), 1, "the page asks");
    assert!(desk.said().is_empty(), "and the desktop is left alone");
    assert!(!desk.kept().exists(), "nothing is kept unless it watches");
}

#[test]
fn a_locked_vault_says_how_many_and_says_it_once() {
    let (desk, _) = Desk::watching();
    desk.ends("2026-07-30");
    desk.ends("2026-07-30");
    desk.ends("2027-06-30");
    watch::keep(&desk.session).unwrap();
    assert_eq!(desk.locked(), ["2 dates need you"]);
    assert!(desk.locked().is_empty());
}

#[test]
fn what_the_page_has_said_the_locked_vault_does_not_repeat() {
    let (desk, _) = Desk::watching();
    desk.ends("2026-07-30");
    desk.ok("reminders_due", json!({}));
    assert_eq!(desk.said().len(), 1);
    watch::keep(&desk.session).unwrap();
    assert!(desk.locked().is_empty());
}

#[test]
fn another_key_or_no_keychain_leaves_a_locked_vault_silent() {
    let (desk, keys) = Desk::watching();
    desk.ends("2026-07-30");
    watch::keep(&desk.session).unwrap();
    let own = keys.read("notices").unwrap();
    let other = sealbook_core::vault::sealed::new_key().to_string();
    keys.keep("notices", &Secret::new(other)).unwrap();
    assert!(desk.locked().is_empty());
    keys.forget("notices").unwrap();
    assert!(desk.locked().is_empty());
    keys.keep("notices", &own).unwrap();
    assert_eq!(desk.locked(), ["1 date needs you"], "with its own it would");
}

#[test]
fn a_key_that_is_none_gives_way_to_a_new_one() {
    let (desk, keys) = Desk::watching();
    desk.ends("2026-07-30");
    let garbage = Secret::new("garbage".to_owned());
    keys.keep("notices", &garbage).unwrap();
    watch::keep(&desk.session).unwrap();
    assert_eq!(desk.locked(), ["1 date needs you"]);
}

#[test]
fn without_a_keychain_nothing_is_kept() {
    let (desk, keys) = Desk::watching();
    desk.ends("2026-07-30");
    watch::keep(&desk.session).unwrap();
    let files = || std::fs::read_dir(desk.kept()).unwrap().count();
    assert_eq!(files(), 1);
    keys.forget("notices").unwrap();
    *held(&keys.1) = true;
    let refused = watch::keep(&desk.session).unwrap_err();
    assert!(refused.is("keychain_silent"));
    assert_eq!(files(), 0, "the days of before have lost their key");
}

#[test]
fn watching_no_more_takes_away_days_and_key_and_locking_does_not() {
    let (desk, keys) = Desk::watching();
    assert!(*held(&desk.host.2), "it starts with the computer");
    desk.ends("2026-07-30");
    watch::keep(&desk.session).unwrap();
    desk.ok("vault_lock", json!({}));
    assert!(keys.read("notices").is_some());
    let state = desk.ok("set_preference", json!({ "notices": false }));
    assert_eq!(
        (&state["notices"], &state["watch"]),
        (&json!(false), &json!(false)),
        "without notices there is nothing to watch for"
    );
    assert!(!*held(&desk.host.2));
    assert!(keys.read("notices").is_none());
    assert!(!desk.kept().exists());
}
