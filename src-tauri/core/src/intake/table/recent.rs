//! The blocks of a table that were unpacked lately.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::block::Block;

/// Bytes of unpacked blocks that are kept: all of most sheets, and of a long one so much that reading on costs little.
const BYTES: usize = 8 << 20;

/// Unpacked blocks, the first to come the first to go.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    blocks: Vec<Option<Arc<Block>>>,
    order: VecDeque<usize>,
    bytes: usize,
}

impl Recent {
    /// A block by its place.
    pub(super) fn get(&self, place: usize, unpack: impl FnOnce() -> Block) -> Arc<Block> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Some(block)) = shelf.blocks.get(place) {
            return block.clone();
        }
        let block = Arc::new(unpack());
        shelf.keep(place, block.clone());
        block
    }
}

impl Shelf {
    fn keep(&mut self, place: usize, block: Arc<Block>) {
        self.bytes += block.bytes();
        while self.bytes > BYTES
            && let Some(oldest) = self.order.pop_front()
        {
            let gone = self.blocks[oldest].take();
            self.bytes -= gone.map_or(0, |block| block.bytes());
        }
        if self.blocks.len() <= place {
            self.blocks.resize(place + 1, None);
        }
        self.blocks[place] = Some(block);
        self.order.push_back(place);
    }
}

impl Clone for Recent {
    /// A copy of a table unpacks for itself.
    fn clone(&self) -> Self {
        Self::default()
    }
}
