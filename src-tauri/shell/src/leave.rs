//! Leave to go on with what was begun: a dialog, a large file or a job takes its time, and the vault may be locked meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use sealbook_core::{Error, Result};

/// How often the vault was locked in this run.
#[derive(Debug, Default)]
pub struct Locks(Arc<AtomicU64>);

impl Locks {
    /// Leave for what is begun now. Ask whether the vault is open only then: whoever finds it open has no leave that outlives it.
    pub fn leave(&self) -> Leave {
        Leave {
            locks: Arc::clone(&self.0),
            begun: self.0.load(SeqCst),
        }
    }

    /// Ends every leave there is.
    pub fn end(&self) {
        self.0.fetch_add(1, SeqCst);
    }
}

/// Leave until the next lock.
#[derive(Debug, Clone)]
pub struct Leave {
    locks: Arc<AtomicU64>,
    begun: u64,
}

impl Leave {
    /// Whether it still holds. Error `locked`.
    pub fn holds(&self) -> Result<()> {
        if self.locks.load(SeqCst) == self.begun {
            Ok(())
        } else {
            Err(Error::new("locked"))
        }
    }
}
