//! The company's name in the window's head.

use sealbook_core::Result;
use sealbook_core::ledger::{self, ListQuery};
use sealbook_core::register::{Pair, entity};
use sealbook_core::vault::Reader;

/// The name of the first legal entity entered, which is her own company.
pub fn entered(reader: &Reader, today: chrono::NaiveDate) -> Result<Option<Pair>> {
    let first = ledger::ids(
        reader.connection(),
        &ListQuery::all(entity::REGISTER.key),
        today,
    )?
    .first()
    .copied();
    first
        .map(|id| ledger::title(reader.connection(), &entity::REGISTER, id))
        .transpose()
}
