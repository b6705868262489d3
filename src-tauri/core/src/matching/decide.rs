//! What a name becomes: another name of a product, a product of its own, or a name that needs no license.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Progress, SetAside, Taken};
use crate::intake::{comparable, is_called};
use crate::register::{Record, Register, RowId, Value, deployment, ignored_name, product, usage};
use crate::vault::Writer;
use crate::{Error, Result, ledger};

/// Records between two looks at whether to stop.
const STEP: usize = 64;
/// Where names are kept as they were found.
const FOUND: [&Register; 2] = [&deployment::REGISTER, &usage::REGISTER];

/// Links what was found under these names, and makes them other names of their products, so that the next import links by itself.
/// Errors: `cancelled`, `name_settled` when nothing waits under any of them.
pub fn accept(tx: &mut Writer<'_>, taken: &[Taken], progress: &mut Progress<'_>) -> Result<u32> {
    let wanted: HashMap<String, i64> = taken
        .iter()
        .map(|taken| (comparable(&taken.name), taken.product))
        .collect();
    let linked = link(tx, &wanted, progress)?;
    let mut names: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for taken in taken {
        names.entry(taken.product).or_default().push(&taken.name);
    }
    for (id, names) in names {
        call_also(tx, id, names.into_iter())?;
    }
    Ok(linked)
}

/// Makes a product and links what was found under these names with it. Error `name_settled`.
pub fn make(
    tx: &mut Writer<'_>,
    names: &[String],
    product: Record,
    progress: &mut Progress<'_>,
) -> Result<i64> {
    let id = tx.insert(&product::REGISTER, product)?;
    let taken: Vec<Taken> = names
        .iter()
        .map(|name| Taken {
            name: name.clone(),
            product: id,
        })
        .collect();
    accept(tx, &taken, progress)?;
    Ok(id)
}

/// Sets aside what was found under these names: it needs no license. The names are kept, so that the next import does the same.
pub fn leave_aside(
    tx: &mut Writer<'_>,
    names: &[SetAside],
    progress: &mut Progress<'_>,
) -> Result<u32> {
    let wanted: HashMap<String, &SetAside> = names
        .iter()
        .map(|aside| (comparable(&aside.name), aside))
        .collect();
    let rows = waiting(tx, &deployment::REGISTER, &|key| wanted.contains_key(key))?;
    each(rows.len(), progress, |at| {
        let (id, key, _) = &rows[at];
        let mut change = Record::new().with(deployment::LICENSABLE, false);
        if let Some(aside) = wanted.get(key) {
            change.set(deployment::REASON, aside.reason.clone());
        }
        tx.update(&deployment::REGISTER, *id, change).map(|_| ())
    })?;
    let mut known = known_names(tx)?;
    for aside in names {
        let key = comparable(&aside.name);
        if !known.insert(key.clone()) {
            continue;
        }
        let mut record = Record::new()
            .with(ignored_name::NAME, aside.name.clone())
            .with(ignored_name::CLASS, aside.class.clone())
            .with(ignored_name::REASON, aside.reason.clone());
        if let Some((_, _, Some(publisher))) = rows.iter().find(|(_, of, _)| *of == key) {
            record.set(ignored_name::PUBLISHER, publisher.clone());
        }
        tx.insert(&ignored_name::REGISTER, record)?;
    }
    Ok(count_of(rows.len()))
}

fn known_names(tx: &Writer<'_>) -> Result<HashSet<String>> {
    let mut statement = tx
        .connection()
        .prepare("SELECT name FROM ignored_name WHERE archived_at IS NULL")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    rows.map(|name| Ok(comparable(&name?))).collect()
}

fn count_of(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// A record, its name as compared, the publisher found.
type Row = (i64, String, Option<String>);

/// Records of a register that wait under a name.
fn waiting(
    tx: &Writer<'_>,
    register: &Register,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<Row>> {
    let aside = match register.field(deployment::LICENSABLE.field.key) {
        Some(_) => "AND (licensable IS NULL OR licensable = 1)",
        None => "",
    };
    let sql = format!(
        "SELECT id, found_as, found_publisher FROM {} WHERE product_id IS NULL AND found_as IS NOT NULL \
         AND archived_at IS NULL {aside} ORDER BY id",
        register.key
    );
    let mut statement = tx.connection().prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let key = comparable(&row.get::<_, String>(1)?);
        if wanted(&key) {
            found.push((row.get(0)?, key, row.get(2)?));
        }
    }
    Ok(found)
}

fn link(
    tx: &mut Writer<'_>,
    wanted: &HashMap<String, i64>,
    progress: &mut Progress<'_>,
) -> Result<u32> {
    let mut rows: Vec<(&'static Register, Row)> = Vec::new();
    for register in FOUND {
        let found = waiting(tx, register, &|key| wanted.contains_key(key))?;
        let register = crate::register::register(register.key)?;
        rows.extend(found.into_iter().map(|row| (register, row)));
    }
    if rows.is_empty() {
        return Err(Error::new("name_settled"));
    }
    each(rows.len(), progress, |at| {
        let (register, (id, key, _)) = &rows[at];
        let mut change = Record::new();
        let product = wanted.get(key).copied().unwrap_or_default();
        change.set(deployment::PRODUCT, RowId(product));
        tx.update(register, *id, change).map(|_| ())
    })?;
    Ok(count_of(rows.len()))
}

/// Does something for each of so many records.
pub(super) fn each(
    count: usize,
    progress: &mut Progress<'_>,
    mut step: impl FnMut(usize) -> Result<()>,
) -> Result<()> {
    for at in 0..count {
        if at % STEP == 0 && !progress(at as u64, count as u64) {
            return Err(Error::new("cancelled"));
        }
        step(at)?;
    }
    Ok(())
}

/// Gives a product other names, those it does not go by yet.
pub(super) fn call_also<'n>(
    tx: &mut Writer<'_>,
    id: i64,
    names: impl Iterator<Item = &'n str>,
) -> Result<()> {
    let record = ledger::record(tx.connection(), &product::REGISTER, id)?;
    let aliases = more_names(&record, names);
    let mut change = Record::new();
    change
        .values
        .insert(product::ALIASES.field.key, Value::Text(aliases));
    tx.update(&product::REGISTER, id, change).map(|_| ())
}

/// The other names of a product, with these.
pub(super) fn more_names<'n>(record: &Record, names: impl Iterator<Item = &'n str>) -> String {
    let aliases = record.get(product::ALIASES).unwrap_or_default();
    let mut lines: Vec<&str> = aliases.lines().collect();
    for name in names {
        let name = name.trim();
        let noted = lines
            .iter()
            .any(|line| comparable(line) == comparable(name));
        if !name.is_empty() && !noted && !is_called(&product::REGISTER, record, name) {
            lines.push(name);
        }
    }
    lines.join("\n")
}
