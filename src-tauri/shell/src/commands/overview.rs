//! The first page: every figure from the rule that owns it.

use sealbook_core::Result;
use sealbook_core::ledger::{self, FilterOp, ListQuery};
use sealbook_core::matching;
use sealbook_core::register::{Pair, REGISTERS};
use sealbook_core::rules::bilingual::{self, Bilingual};
use sealbook_core::rules::deadline::lanes::{self, Lane, NeedItem};
use sealbook_core::rules::findings::describe;
use sealbook_core::rules::findings::report::{FindingRow, FindingsReport, SavingRow};
use sealbook_core::rules::gaps::{self, Gap};
use sealbook_core::rules::position::{self, ProductPosition, Scope, Status};
use sealbook_core::rules::sums::MoneySums;
use sealbook_core::vault::{keys, log};
use sealbook_core::words::Language;
use serde::Serialize;
use ts_rs::TS;

use super::Call;

/// Products shown of the position.
const SHOWN: usize = 8;
/// Shortfalls and savings shown of the findings.
const SHORTFALLS: usize = 3;
const SAVINGS: usize = 2;

/// How many records a register holds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Count {
    /// Register.
    pub register: &'static str,
    /// Records in use.
    pub total: i64,
}

/// One product's position in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PositionGlance {
    /// Register of the row: products.
    pub register: &'static str,
    /// Row.
    pub id: i64,
    /// Product.
    pub title: Pair,
    /// Rights.
    pub owned: i64,
    /// Rights given to people and devices.
    pub assigned: i64,
    /// Installations that need a right.
    pub deployed: i64,
    /// Rights beyond those needed; negative when short.
    pub delta: i64,
    /// Covers any number.
    pub unlimited: bool,
}

/// How many products stand in one way.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Standing {
    /// Fluent `position-status--<status>`.
    pub status: &'static str,
    /// Rows of the list.
    pub count: usize,
    /// The list.
    pub query: ListQuery,
}

/// The position in short.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PositionSummary {
    /// Products by how they stand.
    pub standings: Vec<Standing>,
    /// The shortest products, then the most over.
    pub rows: Vec<PositionGlance>,
}

/// The findings in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingsGlance {
    /// The dearest shortfalls.
    pub shortfalls: Vec<FindingRow>,
    /// The largest savings.
    pub savings: Vec<SavingRow>,
    /// Could be saved.
    pub save: MoneySums,
    /// It would cost to be covered.
    pub cover: MoneySums,
    /// Findings of every kind.
    pub count: usize,
}

/// The end of the change log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LogEnd {
    /// Entries.
    pub entries: i64,
    /// Last hash, hex.
    pub head: String,
}

/// The first page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Overview {
    /// Records by register.
    pub counts: Vec<Count>,
    /// Dates by nearness.
    pub lanes: Vec<Lane>,
    /// Dates, the earliest first.
    pub needs: Vec<NeedItem>,
    /// The license position.
    pub position: PositionSummary,
    /// What should be done.
    pub findings: FindingsGlance,
    /// What an auditor would find.
    pub gaps: Vec<Gap>,
    /// Names inventories found that wait to be matched with products.
    pub names: u32,
    /// Completeness in two languages.
    pub bilingual: Bilingual,
    /// The change log.
    pub log: LogEnd,
    /// A second way into the vault exists.
    pub second_way: bool,
}

pub fn overview(call: Call<'_>) -> Result<Overview> {
    let (today, words) = (call.session.clock.today(), call.session.words());
    let language = words.language();
    call.session.count(|reader| {
        let connection = reader.connection();
        let (lanes, needs) = lanes::read(connection, today, words)?;
        let head = log::head(connection)?;
        let counts = REGISTERS.iter().map(|register| {
            let total = ledger::count(connection, &ListQuery::all(register.key), today)?;
            Ok(Count {
                register: register.key,
                total,
            })
        });
        Ok(Overview {
            counts: counts.collect::<Result<_>>()?,
            lanes,
            needs,
            position: summary(
                position::read(connection, today, &Scope::default(), &mut |_, _| true)?,
                language,
            ),
            findings: glance(describe::report(
                connection,
                today,
                words,
                SHORTFALLS,
                &mut |_, _| true,
            )?),
            gaps: gaps::read(connection, today, language)?,
            names: matching::count(connection)?,
            bilingual: bilingual::read(connection, today, language)?,
            log: LogEnd {
                entries: head.entries,
                head: keys::hex(&head.hash),
            },
            // a vault is open for work only after its recovery key was typed back
            second_way: true,
        })
    })
}

/// The largest of the findings.
fn glance(report: FindingsReport) -> FindingsGlance {
    let count = report.groups.iter().map(|group| group.count).sum();
    let short = report
        .groups
        .into_iter()
        .find(|group| group.kind == "shortfall");
    FindingsGlance {
        shortfalls: short.map(|group| group.rows).unwrap_or_default(),
        savings: report.savings.into_iter().take(SAVINGS).collect(),
        save: report.save,
        cover: report.cover,
        count,
    }
}

/// The statuses that are counted.
const COUNTED: [Status; 4] = [Status::Short, Status::Unproven, Status::Over, Status::Level];

fn summary(mut positions: Vec<ProductPosition>, language: Language) -> PositionSummary {
    let standings = COUNTED.map(|status| Standing {
        status: status.key(),
        count: positions
            .iter()
            .filter(|position| position.status() == status)
            .count(),
        query: ListQuery {
            language,
            ..ListQuery::all("product")
        }
        .filter("position", FilterOp::Is, &[status.key()]),
    });
    positions.retain(|position| matches!(position.status(), Status::Short | Status::Over));
    positions.sort_by_key(|position| (position.status() != Status::Short, -position.delta().abs()));
    let rows = positions.iter().take(SHOWN).map(|position| PositionGlance {
        register: "product",
        id: position.product.id,
        title: position.product.name.clone(),
        owned: position.total.owned,
        assigned: position.total.assigned,
        deployed: position.total.deployed,
        delta: position.delta(),
        unlimited: position.total.unlimited > 0,
    });
    PositionSummary {
        standings: standings.into(),
        rows: rows.collect(),
    }
}
