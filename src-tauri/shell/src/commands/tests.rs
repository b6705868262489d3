//! Every command runs here without a window: refused while locked, refused with a field too many, and through whole journeys.

mod first_page;
mod journeys;
mod notices;
mod strangers;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sealbook_core::intake::Isolation;
use sealbook_core::{Error, Result};
use serde_json::{Value as Json, json};

use super::dispatch;
use crate::host::{FileKind, Host};
use crate::{Clock, Homes, Session, held};

/// Dialogs that answer what was put down; none left: cancelled. What was said on the desktop and whether it starts with the
/// computer are remembered.
#[derive(Default)]
struct Answers(Mutex<Vec<PathBuf>>, Mutex<Vec<String>>, Mutex<bool>);

impl Host for Answers {
    fn pick_open(&self, _: &FileKind) -> Option<PathBuf> {
        held(&self.0).pop()
    }
    fn pick_save(&self, name: &str, _: &FileKind) -> Option<PathBuf> {
        held(&self.0).pop().map(|folder| folder.join(name))
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        held(&self.0).pop()
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
    fn notify(&self, sentence: &str) {
        held(&self.1).push(sentence.to_owned());
    }
    fn start_with_computer(&self, on: bool) -> Result<()> {
        *held(&self.2) = on;
        Ok(())
    }
}

struct Desk {
    home: tempfile::TempDir,
    session: Arc<Session>,
    host: Answers,
}

const PASSPHRASE: &str = "tarumen-sibolak-rofinus";

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let clock = Clock {
            fixed: "2026-06-30".parse().ok(),
        };
        let mut session = Session::new(Homes::under(home.path()), clock);
        session.work_factor = Some(4);
        session.keychain = Arc::new(notices::Keys::default());
        // this program is a test runner: it cannot be its own reading worker
        session.isolation = Isolation::None;
        Self {
            home,
            session: Arc::new(session),
            host: Answers::default(),
        }
    }

    /// With a vault open.
    fn open() -> Self {
        let desk = Self::new();
        let key = desk.create();
        desk.ok("vault_confirm", json!({ "recovery_key": key }));
        desk
    }

    fn create(&self) -> String {
        let place = self.ok("place_default", json!({ "name": "Kestrel" }));
        let args = json!({ "place": place["token"], "company": "Kestrel", "person": "Li Wei", "passphrase": PASSPHRASE });
        self.ok("vault_create", args)["recovery_key"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn call(&self, name: &str, args: Json) -> Result<Json> {
        dispatch(&self.session, &self.host, name, args)
    }

    fn ok(&self, name: &str, args: Json) -> Json {
        self.call(name, args)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn refused(&self, name: &str, args: Json) -> Error {
        self.call(name, args)
            .err()
            .unwrap_or_else(|| panic!("{name} was not refused"))
    }

    fn finish(&self, job: &Json) -> Json {
        for _ in 0..2_000 {
            let state = self.ok("job", json!({ "job": job }));
            if state["finished"] == json!(true) {
                assert_eq!(state["error"], Json::Null);
                return state["result"].clone();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the job does not end");
    }

    fn save(&self, register: &str, id: Json, values: Json) -> i64 {
        let saved = self.ok(
            "save",
            json!({ "register": register, "id": id, "values": values, "reason": null }),
        );
        saved["id"].as_i64().unwrap()
    }

    fn total(&self, register: &str, text: Json) -> Json {
        self.ok("list", json!({ "query": query(register, text) }))["total"].clone()
    }
}

fn query(register: &str, text: Json) -> Json {
    json!({ "register": register, "filters": [], "sort": [], "text": text, "archived": false, "language": "en" })
}
