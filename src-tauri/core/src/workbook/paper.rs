//! How the columns of a fact sheet share the width of printed pages.

use super::cell::display_width;
use crate::register::parse::has_han;

/// Characters that fit the width of a printed page before it becomes hard to read.
const PAGE_WIDTH: f64 = 250.0;
/// Characters that fit it unreduced.
const UNREDUCED: f64 = 140.0;
/// Columns of texts from this width on take what others leave.
const TEXTS: f64 = 20.0;
/// No column of texts is made narrower than this.
const NARROWEST: u32 = 28;
/// What more a page takes before another begins: slightly smaller print is better than a second page.
const TOLERANCE: f64 = 1.08;

/// Wide enough for a header with the filter's button beside it, where each language may take two lines.
pub(super) fn least(header: &str) -> f64 {
    let widest = |parts: &mut dyn Iterator<Item = &str>| parts.map(display_width).max();
    let line = widest(&mut header.lines()).unwrap_or(0);
    // Chinese is broken anywhere
    let mut words = header.split_whitespace().filter(|word| !has_han(word));
    let word = widest(&mut words).unwrap_or(0);
    let half = (line / 2 + 3).max(word).min(line);
    half as f64 * 1.08 + 3.0
}

/// Takes from the widest columns what would spill over to one more page, where their texts take more lines; gives them what a page
/// has to spare.
pub(super) fn share(widths: &mut [f64]) {
    let sum = |most: f64| widths.iter().map(|width| width.min(most)).sum::<f64>();
    let total = sum(f64::MAX);
    let fits = (total / PAGE_WIDTH).floor().max(1.0) * PAGE_WIDTH * TOLERANCE;
    let widest = widths.iter().copied().fold(0.0, f64::max) as u32;
    let mut narrower = (NARROWEST..=widest).rev().map(f64::from);
    let texts = widths.iter().filter(|width| **width >= TEXTS).count() as f64;
    if total < UNREDUCED {
        let more = (UNREDUCED - total) / texts;
        for width in widths.iter_mut().filter(|width| **width >= TEXTS) {
            *width += more;
        }
    } else if total > fits
        && let Some(most) = narrower.find(|most| sum(*most) <= fits)
    {
        for width in widths {
            *width = width.min(most);
        }
    }
}

/// Pages beside each other that columns take.
pub(super) fn pages(widths: &[f64]) -> u16 {
    (widths.iter().sum::<f64>() / (PAGE_WIDTH * TOLERANCE))
        .ceil()
        .max(1.0) as u16
}
