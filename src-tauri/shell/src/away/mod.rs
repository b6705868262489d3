//! Nobody sits there any more: the computer goes to sleep, or its session is locked. Each system tells it in its own way, as it
//! happens; a clock that has jumped tells it afterwards, wherever nothing else did.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use sealbook_core::Result;

/// What is done then; the system waits for it a few seconds before it sleeps. Called more than once for one absence.
pub type Left = Arc<dyn Fn() + Send + Sync>;

/// Watches until the program ends.
pub fn watch(left: Left) -> Result<()> {
    #[cfg(target_os = "linux")]
    linux::watch(Arc::clone(&left))?;
    #[cfg(target_os = "macos")]
    macos::watch(&left);
    #[cfg(windows)]
    windows::watch(Arc::clone(&left))?;
    thread::Builder::new()
        .name("clock".to_owned())
        .spawn(move || clock(&left))?;
    Ok(())
}

const TICK: Duration = Duration::from_secs(1);
/// No thread that only sleeps is late by this much, unless the whole computer was.
const GAP: Duration = Duration::from_secs(15);

fn clock(left: &Left) {
    let mut seen = SystemTime::now();
    loop {
        thread::sleep(TICK);
        let now = SystemTime::now();
        if slept(seen, now) {
            left();
        }
        seen = now;
    }
}

/// Whether the computer slept between two ticks. Whether the clock that measures durations goes on meanwhile differs from system to
/// system; the time of day always does.
fn slept(seen: SystemTime, now: SystemTime) -> bool {
    now.duration_since(seen).is_ok_and(|passed| passed > GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_jump_ahead_is_sleep() {
        let seen = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        assert!(!slept(seen, seen + TICK));
        assert!(!slept(seen, seen + GAP), "a busy computer");
        assert!(slept(seen, seen + Duration::from_secs(60)));
        assert!(
            !slept(seen, seen - Duration::from_secs(60)),
            "a clock set back"
        );
    }
}
