//! The company's name in the window's head.

use sealbook_core::Result;
use sealbook_core::ledger::{self, ListQuery};
use sealbook_core::register::{Pair, entity};
use sealbook_core::vault::Reader;

/// A name typed in one language: Chinese if it is written so.
pub fn plain(name: &str) -> Pair {
    let han = name.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    let name = Some(name.to_owned());
    if han {
        Pair { zh: name, en: None }
    } else {
        Pair { zh: None, en: name }
    }
}

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
