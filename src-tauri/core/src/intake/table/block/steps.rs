//! The values of a block on their way into few bytes and back.

use super::{DATE, FAULT, FLAG, TEXT};
use crate::intake::limits;

/// Values as steps: from the value above in the column, and of a text from the one that would be new. Most are small, and
/// alike from row to row.
pub(super) struct Steps {
    above: Vec<u64>,
    texts: u64,
}

impl Steps {
    pub(super) fn new() -> Self {
        Self {
            above: vec![0; limits::COLUMNS as usize],
            texts: 0,
        }
    }

    pub(super) fn step(&mut self, kind: u8, column: u16, value: u64) -> Option<u64> {
        if kind == TEXT {
            let step = folded(self.texts.wrapping_sub(value));
            self.texts = self.texts.max(value + 1);
            return Some(step);
        }
        let above = self.above.get_mut(usize::from(column))?;
        let step = value.wrapping_sub(std::mem::replace(above, value));
        Some(match is_number(kind) {
            true => step.swap_bytes(),
            false => folded(step),
        })
    }

    pub(super) fn value(&mut self, kind: u8, column: u16, step: u64) -> Option<u64> {
        if kind == TEXT {
            let value = self.texts.wrapping_sub(unfolded(step));
            self.texts = self.texts.max(value.checked_add(1)?);
            return Some(value);
        }
        let step = match is_number(kind) {
            true => step.swap_bytes(),
            false => unfolded(step),
        };
        let above = self.above.get_mut(usize::from(column))?;
        *above = above.wrapping_add(step);
        Some(*above)
    }
}

/// Whether a value is the bits of a number, which end in noughts.
fn is_number(kind: u8) -> bool {
    !matches!(kind, TEXT | DATE | FLAG | FAULT)
}

/// A step up or down, small where it is short.
fn folded(step: u64) -> u64 {
    (step << 1) ^ (step as i64 >> 63) as u64
}

fn unfolded(step: u64) -> u64 {
    (step >> 1) ^ (step & 1).wrapping_neg()
}
