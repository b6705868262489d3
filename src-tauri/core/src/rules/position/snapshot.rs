//! The position as it was known on a day: kept as evidence, so that later changes of the record cannot change it, and set
//! beside the position of another day.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::report::{PositionFigures, PositionReport, PositionTotal};
use crate::ledger::{self, FilterOp, ListQuery, Ref, Sort};
use crate::register::{FileRef, Pair, Record, evidence, product};
use crate::words::{Arg, Language, Words};
use crate::{Error, Result, vault};

/// The kind of evidence a snapshot is.
pub const KIND: &str = "position_snapshot";

/// The shape of the kept file; raised when it changes. The first had sums that mixed money a year and money once.
const FORMAT: u32 = 2;

/// What the kept file holds besides its sums, which are for whoever opens it without this program.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    format: u32,
    as_of: NaiveDate,
    taken: DateTime<Utc>,
    products: Vec<KeptProduct>,
}

/// The file as it is written.
#[derive(Serialize)]
struct Written<'r> {
    #[serde(flatten)]
    kept: Kept,
    total: &'r PositionTotal,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptProduct {
    uuid: Uuid,
    code: Option<String>,
    name_zh: Option<String>,
    name_en: Option<String>,
    status: String,
    figures: PositionFigures,
}

/// A snapshot as the page lists it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnapshotInfo {
    /// The evidence it is kept as.
    pub evidence: Ref,
    /// The day it speaks of.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
}

/// The position as it was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionSnapshot {
    /// The day it speaks of.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// When it was taken.
    #[ts(type = "string")]
    pub taken: DateTime<Utc>,
    /// One row a product.
    pub products: Vec<SnapshotRow>,
}

/// A product's position as it was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnapshotRow {
    /// The product, where it still stands.
    #[ts(type = "number | null")]
    pub product: Option<i64>,
    /// Its name then.
    pub title: Pair,
    /// Fluent `position-status--<status>`.
    pub status: String,
    /// Its figures then.
    pub figures: PositionFigures,
}

/// The file a report is kept as.
pub fn file(
    conn: &Connection,
    report: &PositionReport,
    taken: DateTime<Utc>,
) -> Result<(String, Vec<u8>)> {
    let products = report
        .products
        .iter()
        .map(|row| {
            Ok(KeptProduct {
                uuid: vault::uuid_of(conn, &product::REGISTER, row.product.id)?,
                code: row.product.code.clone(),
                name_zh: row.product.title.zh.clone(),
                name_en: row.product.title.en.clone(),
                status: row.status.to_owned(),
                figures: row.figures,
            })
        })
        .collect::<Result<_>>()?;
    let kept = Kept {
        format: FORMAT,
        as_of: report.as_of,
        taken,
        products,
    };
    Ok((
        format!("position-{}.json", report.as_of),
        serde_json::to_vec_pretty(&Written {
            kept,
            total: &report.total,
        })?,
    ))
}

/// The evidence record a kept file belongs to, named in both languages.
pub fn record(file: FileRef, as_of: NaiveDate, taken: DateTime<Utc>) -> Record {
    let named = |language| {
        Words::new(language).format(
            "position-snapshot-named",
            &[("day", Arg::from(as_of.to_string().as_str()))],
        )
    };
    Record::new()
        .with(
            evidence::TITLE,
            Pair {
                zh: Some(named(Language::Zh)),
                en: Some(named(Language::En)),
            },
        )
        .with(evidence::KIND, KIND.to_owned())
        .with(evidence::FILES, vec![file])
        .with(evidence::RECEIVED, taken)
        .with(evidence::DATED, as_of)
}

/// Every snapshot, the latest day first.
pub fn all(conn: &Connection, today: NaiveDate, language: Language) -> Result<Vec<SnapshotInfo>> {
    let mut query = ListQuery {
        language,
        ..ListQuery::all(evidence::REGISTER.key)
    }
    .filter(evidence::KIND.field.key, FilterOp::Is, &[KIND]);
    query.sort = vec![Sort {
        field: evidence::DATED.field.key.to_owned(),
        descending: true,
    }];
    let mut found = Vec::new();
    for id in ledger::ids(conn, &query, today)? {
        let record = ledger::record(conn, &evidence::REGISTER, id)?;
        let kept = record
            .get(evidence::FILES)
            .is_some_and(|files| !files.is_empty());
        if let (true, Some(as_of)) = (kept, record.get(evidence::DATED)) {
            found.push(SnapshotInfo {
                evidence: ledger::Titles::default().reference(conn, &evidence::REGISTER, id)?,
                as_of,
            });
        }
    }
    Ok(found)
}

/// The kept file of a snapshot: its first, since later ones can only have been put beside it. Error `snapshot_unread`.
pub fn kept_file(conn: &Connection, id: i64) -> Result<FileRef> {
    ledger::record(conn, &evidence::REGISTER, id)?
        .get(evidence::FILES)
        .and_then(|files| files.into_iter().next())
        .ok_or_else(|| Error::new("snapshot_unread"))
}

/// Reads a kept file. Error `snapshot_unread` for one that is no snapshot of a known shape.
pub fn read(conn: &Connection, bytes: &[u8]) -> Result<PositionSnapshot> {
    let kept: Kept = serde_json::from_slice(bytes)
        .ok()
        .filter(|kept: &Kept| (1..=FORMAT).contains(&kept.format))
        .ok_or_else(|| Error::new("snapshot_unread"))?;
    let products = kept
        .products
        .into_iter()
        .map(|one| {
            Ok(SnapshotRow {
                product: vault::row_of(conn, &product::REGISTER, &one.uuid)?,
                title: Pair {
                    zh: one.name_zh,
                    en: one.name_en,
                },
                status: one.status,
                figures: one.figures,
            })
        })
        .collect::<Result<_>>()?;
    Ok(PositionSnapshot {
        as_of: kept.as_of,
        taken: kept.taken,
        products,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::position::Scope;
    use crate::rules::position::describe::{Asked, report};
    use crate::rules::tests::{now, sample, today};
    use crate::vault::Operation;

    #[test]
    fn a_snapshot_tells_what_was_known_then() {
        let (_folder, mut vault) = sample();
        let conn = vault.connection();
        let asked = Asked {
            day: today(),
            scope: Scope::default(),
            product: None,
        };
        let words = Words::new(Language::En);
        let then = report(conn, &asked, words, &mut |_, _| true).unwrap();
        let taken = now();
        let (name, bytes) = file(conn, &then, taken).unwrap();
        let kept = vault.keep_file(&name, &bytes[..], taken).unwrap();
        let (id, _) = vault
            .write(&Operation::new(KIND, taken), |tx| {
                tx.insert(
                    &evidence::REGISTER,
                    record(kept.reference(), today(), taken),
                )
            })
            .unwrap();
        kept.stay();
        let first = then.products.first().unwrap();
        vault
            .write(&Operation::new("delete", taken), |tx| {
                tx.archive(&product::REGISTER, first.product.id, true)
            })
            .unwrap();

        let conn = vault.connection();
        let listed = all(conn, today(), Language::En).unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].evidence.id, listed[0].as_of), (id, today()));
        let bytes = vault.read_file(&kept_file(conn, id).unwrap()).unwrap();
        let snapshot = read(conn, &bytes).unwrap();
        assert_eq!(snapshot.products.len(), then.products.len());
        assert_eq!(snapshot.products[0].product, Some(first.product.id));
        assert_eq!(snapshot.products[0].figures, first.figures);
        let written: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let total = serde_json::to_value(&then.total).unwrap();
        assert_eq!(written["total"], total, "readable without the program");
        let mut earlier = written.clone();
        earlier["format"] = 1.into();
        let earlier = read(conn, &serde_json::to_vec(&earlier).unwrap()).unwrap();
        assert_eq!(earlier.products.len(), snapshot.products.len());
        let later = report(conn, &asked, words, &mut |_, _| true).unwrap();
        assert_eq!(later.products.len() + 1, snapshot.products.len());
        assert_eq!(read(conn, b"{}").unwrap_err().code, "snapshot_unread");
    }
}
