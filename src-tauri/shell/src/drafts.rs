//! Imports in preparation, under a number the page holds.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use sealbook_core::intake::Draft;
use sealbook_core::{Error, Result};

use crate::held;

/// Drafts held at once; the oldest is dropped first. Each holds a whole file.
const HELD: usize = 4;

/// A draft as commands and jobs share it.
pub type SharedDraft = Arc<Mutex<Draft>>;

/// The drafts of the open vault.
#[derive(Default)]
pub struct Drafts {
    next: AtomicU32,
    drafts: Mutex<HashMap<u32, SharedDraft>>,
}

impl Drafts {
    /// Keeps a draft.
    pub fn open(&self, draft: Draft) -> (u32, SharedDraft) {
        let number = self.next.fetch_add(1, Relaxed) + 1;
        let draft = Arc::new(Mutex::new(draft));
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
    pub fn get(&self, number: u32) -> Result<SharedDraft> {
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
