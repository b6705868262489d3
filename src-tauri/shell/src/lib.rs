//! Between the window and the core: one table of commands, the session they work on, and the window itself.
//!
//! The shell translates and holds no rule. [`commands::dispatch`] is the only way in; the window and the loopback test server both
//! go through it, so what is tested is what runs.

#[cfg(feature = "window")]
mod away;
mod clock;
pub mod commands;
mod company;
mod drafts;
mod files;
pub mod host;
mod jobs;
mod keychain;
mod leave;
mod lists;
#[cfg(feature = "loopback")]
pub mod loopback;
mod places;
mod sample;
mod secret;
pub mod session;
mod settings;
mod throttle;
pub mod watch;
#[cfg(feature = "window")]
pub mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sealbook_core::{Error, Result};

pub use clock::Clock;
pub use sealbook_core::intake::worker::serve_if_asked;
pub use session::{Homes, Session};

/// Locks. A command that panicked left at worst an unfinished transaction, which was rolled back: the lock is as good as before.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs one piece of work; a panic becomes the error `internal`, and the window stays open.
fn caught<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Error::new("internal")))
}
