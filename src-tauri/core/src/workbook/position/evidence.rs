//! The index of evidence: every file with its size and SHA-256, so that a handed-over file can be matched to the record.

use super::registers::sheet as register_sheet;
use super::{Making, Meter};
use crate::Result;
use crate::register::register;
use crate::workbook::book::Book;
use crate::workbook::columns::Extra;
use crate::workbook::names::Names;

pub(super) fn sheet(
    making: &Making<'_>,
    book: &mut Book,
    names: &mut Names<'_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    let side = making.side;
    let extras = [
        Extra::text(
            "evidence.size",
            side.stacked("evidence-size"),
            "(SELECT group_concat(json_extract(f.value, '$.size'), '; ') FROM json_each(evidence.files) f)",
        ),
        Extra::text(
            "evidence.sha256",
            side.stacked("evidence-sha256"),
            "(SELECT group_concat(json_extract(f.value, '$.sha256'), '; ') FROM json_each(evidence.files) f)",
        ),
    ];
    register_sheet(making, book, names, meter, register("evidence")?, &extras)
}
