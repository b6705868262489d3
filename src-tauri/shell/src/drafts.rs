//! Imports in preparation, under a number the page holds.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use sealbook_core::intake::{Draft, ImportPreview, Progress};
use sealbook_core::vault::Reader;
use sealbook_core::{Error, Result};

use crate::held;

/// Drafts held at once; the oldest is dropped first. Each holds a whole file.
const HELD: usize = 4;

/// A draft as commands and jobs share it: looked at by several while its rows are worked out, changed by one.
pub struct SharedDraft {
    draft: RwLock<Draft>,
    /// Counts changes.
    pub(crate) turn: AtomicU64,
}

impl SharedDraft {
    /// To look at.
    pub fn read(&self) -> RwLockReadGuard<'_, Draft> {
        self.draft.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// To change. Rows being worked out meanwhile are out of date: that stops, and what came of it is not taken.
    pub fn change(&self) -> RwLockWriteGuard<'_, Draft> {
        self.turn.fetch_add(1, SeqCst);
        let draft = self.write();
        self.turn.fetch_add(1, SeqCst);
        draft
    }

    /// Works the rows out while others look at what is known so far. Error `cancelled` when something changed before it was done.
    pub fn preview(&self, reader: &Reader, progress: &mut Progress<'_>) -> Result<ImportPreview> {
        let turn = self.turn.load(SeqCst);
        let current = || self.turn.load(SeqCst) == turn;
        let judged = self.read().judge(reader.connection(), &mut |done, total| {
            current() && progress(done, total)
        })?;
        let mut draft = self.write();
        if !current() {
            return Err(Error::new("cancelled"));
        }
        Ok(draft.take(judged))
    }

    fn write(&self) -> RwLockWriteGuard<'_, Draft> {
        self.draft.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The drafts of the open vault.
#[derive(Default)]
pub struct Drafts {
    next: AtomicU32,
    drafts: Mutex<HashMap<u32, Arc<SharedDraft>>>,
}

impl Drafts {
    /// Keeps a draft.
    pub fn open(&self, draft: Draft) -> (u32, Arc<SharedDraft>) {
        let number = self.next.fetch_add(1, Relaxed) + 1;
        let draft = Arc::new(SharedDraft {
            draft: RwLock::new(draft),
            turn: AtomicU64::new(0),
        });
        let mut drafts = held(&self.drafts);
        if drafts.len() >= HELD
            && let Some(oldest) = drafts.keys().min().copied()
        {
            drafts.remove(&oldest);
        }
        drafts.insert(number, Arc::clone(&draft));
        (number, draft)
    }

    /// A draft by its number.
    pub fn get(&self, number: u32) -> Result<Arc<SharedDraft>> {
        held(&self.drafts)
            .get(&number)
            .cloned()
            .ok_or_else(|| Error::new("draft_gone"))
    }

    /// Drops one.
    pub fn close(&self, number: u32) {
        held(&self.drafts).remove(&number);
    }

    /// Drops all: the vault was locked.
    pub fn forget(&self) {
        held(&self.drafts).clear();
    }
}
