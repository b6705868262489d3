//! Lists the page looks at: the sorted row ids of one query, under a number. Pages are cut from it, so that the millionth row costs
//! what the first does.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use sealbook_core::ledger::ListQuery;
use sealbook_core::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

use crate::held;

/// Lists held at once; the oldest is dropped first.
const HELD: usize = 24;

/// A list and how long it is.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ListHandle {
    /// What the page gives back.
    pub handle: u32,
    /// Rows in the list.
    #[ts(type = "number")]
    pub total: usize,
}

/// One query with its rows in order.
#[derive(Debug)]
pub struct List {
    /// What was asked.
    pub query: ListQuery,
    /// Row ids in order.
    pub ids: Vec<i64>,
}

impl List {
    /// The ids of one page.
    pub fn page(&self, offset: usize, limit: usize) -> &[i64] {
        let start = offset.min(self.ids.len());
        let end = start.saturating_add(limit).min(self.ids.len());
        &self.ids[start..end]
    }
}

/// The lists of the open vault.
#[derive(Debug, Default)]
pub struct Lists {
    next: AtomicU32,
    lists: Mutex<BTreeMap<u32, Arc<List>>>,
}

impl Lists {
    /// Keeps a list.
    pub fn open(&self, list: List) -> ListHandle {
        let handle = self.next.fetch_add(1, Relaxed) + 1;
        let total = list.ids.len();
        let mut lists = held(&self.lists);
        while lists.len() >= HELD {
            lists.pop_first();
        }
        lists.insert(handle, Arc::new(list));
        ListHandle { handle, total }
    }

    /// A list by its number.
    pub fn get(&self, handle: u32) -> Result<Arc<List>> {
        held(&self.lists)
            .get(&handle)
            .cloned()
            .ok_or_else(|| Error::new("list_gone"))
    }

    /// Drops one.
    pub fn close(&self, handle: u32) {
        held(&self.lists).remove(&handle);
    }

    /// Drops all: the vault was locked.
    pub fn forget(&self) {
        held(&self.lists).clear();
    }
}
