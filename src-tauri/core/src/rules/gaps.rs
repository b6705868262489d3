//! What an auditor would find. Each finding is a list; its number is that list counted, so the two cannot differ.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::ledger::{self, FilterOp, ListQuery};
use crate::words::Language;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GapSeverity {
    /// An auditor objects.
    Bad,
    /// An auditor asks.
    Warn,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Gap {
    /// Fluent `gap-<key>`.
    pub key: &'static str,
    /// Rows of the list.
    pub count: i64,
    /// How bad.
    pub severity: GapSeverity,
    /// The list.
    pub query: ListQuery,
}

/// The lists, worst first.
fn findings() -> [(&'static str, GapSeverity, ListQuery); 9] {
    use FilterOp::{Empty, Is, IsNot};
    use GapSeverity::{Bad, Warn};
    let buying = |query: ListQuery| query.filter("effect", IsNot, &["return", "correction"]);
    [
        (
            "purchase_without_fapiao",
            Bad,
            buying(ListQuery::all("purchase")).filter("invoice", Empty, &[]),
        ),
        (
            "purchase_without_document",
            Bad,
            buying(ListQuery::all("purchase"))
                .filter("documents", Empty, &[])
                .filter("contract", Empty, &[]),
        ),
        (
            "leaver_with_license",
            Bad,
            ListQuery::all("assignment").filter("leaver", Is, &["left"]),
        ),
        (
            "license_without_purchase",
            Bad,
            ListQuery::all("license").filter("proof", Empty, &[]),
        ),
        (
            "contract_one_language",
            Warn,
            ListQuery::all("contract").filter("languages", Is, &["zh", "en"]),
        ),
        (
            "invoice_unverified",
            Warn,
            ListQuery::all("invoice").filter("verified", Empty, &[]),
        ),
        (
            "license_without_owner",
            Warn,
            ListQuery::all("license").filter("owner", Empty, &[]),
        ),
        (
            "license_without_entity",
            Warn,
            ListQuery::all("license").filter("entity", Empty, &[]),
        ),
        (
            "tenant_with_gaps",
            Warn,
            ListQuery::all("tenant").filter("missing", FilterOp::Present, &[]),
        ),
    ]
}

/// Every finding with its count; those with none too.
pub fn read(connection: &Connection, today: NaiveDate, language: Language) -> Result<Vec<Gap>> {
    findings()
        .into_iter()
        .map(|(key, severity, query)| {
            let query = ListQuery { language, ..query };
            let count = ledger::count(connection, &query, today)?;
            Ok(Gap {
                key,
                count,
                severity,
                query,
            })
        })
        .collect()
}
