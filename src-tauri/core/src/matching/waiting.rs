//! The names that wait: what inventories found, no product is known for and nobody has set aside.

use std::collections::{BTreeMap, HashSet};

use rusqlite::Connection;

use super::clean::proposed;
use super::kinds;
use super::likely::Products;
use super::{FoundName, Progress, Sure};
use crate::intake::comparable;
use crate::{Error, Result};

/// Names between two looks at whether to stop.
const STEP: usize = 64;

/// Installations by name and in use, of which no product is known.
const DEPLOYMENTS: &str = "SELECT found_as, MAX(found_publisher), MAX(version), COUNT(*), COUNT(DISTINCT device_id), 0 \
     FROM deployment WHERE product_id IS NULL AND found_as IS NOT NULL AND archived_at IS NULL \
     AND (licensable IS NULL OR licensable = 1) GROUP BY found_as";
/// Counts by name.
const COUNTS: &str = "SELECT found_as, MAX(found_publisher), MAX(version), 0, 0, SUM(COALESCE(amount, 0)) \
     FROM usage WHERE product_id IS NULL AND license_id IS NULL AND found_as IS NOT NULL AND archived_at IS NULL GROUP BY found_as";

/// A name that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// As first found.
    pub name: String,
    /// Publisher as found.
    pub publisher: Option<String>,
    /// Newest version found.
    pub version: Option<String>,
    installs: u32,
    devices: u32,
    counted: i64,
}

/// How many names wait.
pub fn count(connection: &Connection) -> Result<u32> {
    Ok(u32::try_from(names(connection)?.len()).unwrap_or(u32::MAX))
}

/// The names by the form in which they are compared.
fn names(connection: &Connection) -> Result<BTreeMap<String, Waiting>> {
    let aside = aside(connection)?;
    let mut names: BTreeMap<String, Waiting> = BTreeMap::new();
    for sql in [DEPLOYMENTS, COUNTS] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            let key = comparable(&name);
            if aside.contains(&key) {
                continue;
            }
            let (publisher, version): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
            let waiting = names.entry(key).or_insert_with(|| Waiting {
                name,
                publisher: None,
                version: None,
                installs: 0,
                devices: 0,
                counted: 0,
            });
            waiting.publisher = waiting.publisher.take().or(publisher);
            waiting.version = waiting.version.take().or(version);
            waiting.installs += row.get::<_, u32>(3)?;
            // one computer may have it in two spellings: rare, and no more than a hint
            waiting.devices += row.get::<_, u32>(4)?;
            waiting.counted += row.get::<_, i64>(5)?;
        }
    }
    Ok(names)
}

/// Names that need no license, as compared.
fn aside(connection: &Connection) -> Result<HashSet<String>> {
    let mut statement =
        connection.prepare_cached("SELECT name FROM ignored_name WHERE archived_at IS NULL")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    rows.map(|name| Ok(comparable(&name?))).collect()
}

/// Every name that waits with what it may mean: the surest first, within each the most installed. Error `cancelled`.
pub fn waiting(connection: &Connection, progress: &mut Progress<'_>) -> Result<Vec<FoundName>> {
    let names = names(connection)?;
    let products = Products::read(connection)?;
    let total = names.len() as u64;
    let mut found = Vec::with_capacity(names.len());
    for (done, (key, waiting)) in names.into_iter().enumerate() {
        if done % STEP == 0 && !progress(done as u64, total) {
            return Err(Error::new("cancelled"));
        }
        found.push(one(&products, &key, waiting));
    }
    progress(total, total);
    let weight = |name: &FoundName| i64::from(name.installs) + name.counted;
    found.sort_by(|a, b| {
        let order = (a.sure, -weight(a)).cmp(&(b.sure, -weight(b)));
        order.then_with(|| a.name.cmp(&b.name))
    });
    Ok(found)
}

pub(super) fn one(products: &Products, key: &str, waiting: Waiting) -> FoundName {
    let candidates = products.like(key, &waiting);
    let named = candidates
        .first()
        .is_some_and(super::likely::goes_by_the_name);
    let class = kinds::of(&waiting.name).filter(|_| !named);
    let sure = match class {
        Some(_) => Sure::Aside,
        None => super::likely::sure(&candidates),
    };
    FoundName {
        sure,
        class,
        candidates,
        proposed: proposed(&waiting),
        name: waiting.name,
        publisher: waiting.publisher,
        version: waiting.version,
        installs: waiting.installs,
        devices: waiting.devices,
        counted: waiting.counted,
    }
}

#[cfg(test)]
impl Waiting {
    /// A name found once.
    pub(super) fn of(name: &str, publisher: &str, version: &str) -> Self {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self {
            name: name.to_owned(),
            publisher: text(publisher),
            version: text(version),
            installs: 1,
            devices: 1,
            counted: 0,
        }
    }
}
