//! What a worker may not do. On Unix it gives up everything itself before it reads the first byte; on Windows its keeper takes it
//! away before the first byte is sent.

use std::time::Duration;

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::confine;
#[cfg(unix)]
pub(super) use unix::{Keeper, ran_out_of_time};
#[cfg(windows)]
pub use windows::confine;
#[cfg(windows)]
pub(super) use windows::{Keeper, ran_out_of_time};

/// How much a worker may take.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Bytes of memory.
    pub memory: usize,
    /// Seconds of computing.
    pub computing: u32,
    /// How long it may say nothing.
    pub silence: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            memory: 1 << 30,
            computing: 60,
            silence: Duration::from_secs(120),
        }
    }
}
