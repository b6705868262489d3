//! systemd-logind tells both over the system bus. A computer without it has the clock.

use std::thread;

use sealbook_core::Result;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message};

use super::Left;

const LOGIN: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const HERE: &str = "/org/freedesktop/login1";
const SELF: &str = "/org/freedesktop/login1/user/self";

pub fn watch(left: Left) -> Result<()> {
    thread::Builder::new()
        .name("logind".to_owned())
        .spawn(move || {
            if let Ok(bus) = Connection::system() {
                // an error ends the watching: the bus is gone, and the clock remains
                let _ = follow(&bus, &left);
            }
        })?;
    Ok(())
}

/// Follows what logind says until the bus ends.
fn follow(bus: &Connection, left: &Left) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(LOGIN)?
        .build();
    let told = MessageIterator::for_match_rule(rule, bus, None)?;
    let mut delay = delay(bus).ok();
    for message in told {
        match heard(bus, &message?) {
            Some(Heard::Sleep) => {
                left();
                drop(delay.take());
            }
            Some(Heard::Woke) => delay = self::delay(bus).ok(),
            Some(Heard::Locked) => left(),
            None => {}
        }
    }
    Ok(())
}

/// While this is held, logind waits a few seconds before the computer sleeps.
fn delay(bus: &Connection) -> zbus::Result<OwnedFd> {
    let manager = Proxy::new(bus, LOGIN, HERE, MANAGER)?;
    manager.call("Inhibit", &("sleep", "Sealbook", "", "delay"))
}

enum Heard {
    Sleep,
    Woke,
    Locked,
}

fn heard(bus: &Connection, message: &Message) -> Option<Heard> {
    let header = message.header();
    let (interface, member) = (header.interface()?.as_str(), header.member()?.as_str());
    match (interface, member) {
        (MANAGER, "PrepareForSleep") => {
            let begins: bool = message.body().deserialize().ok()?;
            Some(if begins { Heard::Sleep } else { Heard::Woke })
        }
        (SESSION, "Lock") if own(bus, message) => Some(Heard::Locked),
        ("org.freedesktop.DBus.Properties", "PropertiesChanged")
            if hinted(message) && own(bus, message) =>
        {
            Some(Heard::Locked)
        }
        _ => None,
    }
}

/// Desktops say with this property that they have locked the screen themselves.
fn hinted(message: &Message) -> bool {
    type Changed = (
        String,
        std::collections::HashMap<String, OwnedValue>,
        Vec<String>,
    );
    message
        .body()
        .deserialize::<Changed>()
        .is_ok_and(|(interface, changed, _)| {
            interface == SESSION
                && changed
                    .get("LockedHint")
                    .is_some_and(|hint| bool::try_from(hint) == Ok(true))
        })
}

/// Whether it is about the session of the person at this screen.
fn own(bus: &Connection, message: &Message) -> bool {
    let display = || -> zbus::Result<OwnedObjectPath> {
        let user = Proxy::new(bus, LOGIN, SELF, "org.freedesktop.login1.User")?;
        let (_, path): (String, OwnedObjectPath) = user.get_property("Display")?;
        Ok(path)
    };
    message
        .header()
        .path()
        .is_some_and(|path| display().is_ok_and(|own| own.as_str() == path.as_str()))
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;

    /// A bus of its own, so that no other program hears of sleep.
    struct Bus(Child, String);

    impl Bus {
        fn start() -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address"])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut address = String::new();
            let out = daemon.stdout.take().unwrap();
            BufReader::new(out).read_line(&mut address).unwrap();
            Self(daemon, address.trim().to_owned())
        }

        fn connect(&self) -> zbus::blocking::connection::Builder<'_> {
            zbus::blocking::connection::Builder::address(self.1.as_str()).unwrap()
        }
    }

    impl Drop for Bus {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    struct User;

    #[zbus::interface(name = "org.freedesktop.login1.User")]
    impl User {
        #[zbus(property)]
        fn display(&self) -> (String, OwnedObjectPath) {
            ("2".to_owned(), OUR_SESSION.try_into().unwrap())
        }
    }

    const OUR_SESSION: &str = "/org/freedesktop/login1/session/_32";
    const ANOTHER: &str = "/org/freedesktop/login1/session/_33";

    struct Logind(Connection, Receiver<()>);

    impl Logind {
        fn start(bus: &Bus) -> Self {
            let logind = bus
                .connect()
                .name(LOGIN)
                .unwrap()
                .serve_at(SELF, User)
                .unwrap()
                .build()
                .unwrap();
            let (tell, told) = channel();
            let left: Left = Arc::new(move || tell.send(()).unwrap());
            let ours = bus.connect().build().unwrap();
            thread::spawn(move || follow(&ours, &left));
            let logind = Self(logind, told);
            // signals before the watching began are lost: the first is repeated until it is heard
            while logind.1.try_recv().is_err() {
                logind.sleep(true);
                thread::sleep(Duration::from_millis(20));
            }
            thread::sleep(Duration::from_millis(100));
            while logind.1.try_recv().is_ok() {}
            logind
        }

        fn sleep(&self, begins: bool) {
            self.0
                .emit_signal(None::<&str>, HERE, MANAGER, "PrepareForSleep", &begins)
                .unwrap();
        }

        fn hint(&self, session: &str, locked: bool) {
            let changed = std::collections::HashMap::from([(
                "LockedHint",
                zbus::zvariant::Value::from(locked),
            )]);
            let body = (SESSION, changed, Vec::<String>::new());
            let properties = "org.freedesktop.DBus.Properties";
            self.0
                .emit_signal(
                    None::<&str>,
                    session,
                    properties,
                    "PropertiesChanged",
                    &body,
                )
                .unwrap();
        }

        fn lock(&self, session: &str) {
            self.0
                .emit_signal(None::<&str>, session, SESSION, "Lock", &())
                .unwrap();
        }

        fn heard(&self) -> bool {
            self.1.recv_timeout(Duration::from_millis(500)).is_ok()
        }
    }

    #[test]
    #[ignore = "asks for the dbus-daemon program"]
    fn sleep_and_a_locked_session_are_heard_and_other_peoples_are_not() {
        let bus = Bus::start();
        let logind = Logind::start(&bus);
        logind.sleep(true);
        assert!(logind.heard());
        logind.sleep(false);
        assert!(!logind.heard(), "waking is not leaving");
        logind.hint(OUR_SESSION, true);
        assert!(logind.heard());
        logind.hint(OUR_SESSION, false);
        logind.hint(ANOTHER, true);
        logind.lock(ANOTHER);
        assert!(!logind.heard());
        logind.lock(OUR_SESSION);
        assert!(logind.heard());
    }
}
