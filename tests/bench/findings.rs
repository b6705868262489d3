//! Every finding of a large company, beside the position that they start from.

use std::hint::black_box;

use sealbook_core::rules::findings;
use sealbook_core::rules::position::{self, Scope};

use crate::figure::{Figure, best};
use crate::{Scale, vaults};

const FINDINGS: f64 = 3.0;
/// Assignments, and installations, a license.
const USES: usize = 10;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let (licenses, uses) = (scale.sheet, scale.sheet * USES);
    let (folder, key) = vaults::busy(licenses, uses);
    let vault = vaults::open(&folder, key.trim());
    // a connection of its own each time: what one has worked out before, it keeps
    let ours = best(|| {
        let reader = vault.reader().unwrap();
        let read = findings::read(reader.connection(), vaults::today(), &mut |_, _| true);
        black_box(read.unwrap().len())
    });
    let position = best(|| {
        let reader = vault.reader().unwrap();
        let conn = reader.connection();
        let read = position::read(conn, vaults::today(), &Scope::default(), &mut |_, _| true);
        black_box(read.unwrap().len())
    });
    vec![Figure::time(
        format!(
            "findings of {licenses} licenses, {uses} assignments and as many installations, beside the position alone"
        ),
        ours,
        position,
        Some(FINDINGS),
    )]
}
