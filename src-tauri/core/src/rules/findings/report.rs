//! The findings as the page and the command show them.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{Action, Side};
use crate::ledger::{ListQuery, Ref};
use crate::register::{Money, Pair};
use crate::rules::sums::MoneySums;
use crate::vault::Thresholds;

/// The findings of a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingsReport {
    /// The day.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Could be saved, each right counted once.
    pub save: MoneySums,
    /// It would cost to be covered.
    pub cover: MoneySums,
    /// Findings whose money cannot be told.
    pub unpriced: usize,
    /// What most could be saved on, the largest first.
    pub savings: Vec<SavingRow>,
    /// By kind; those without findings too.
    pub groups: Vec<FindingGroup>,
    /// What counts as let lie and as little used.
    pub thresholds: Thresholds,
}

/// What could be saved on one product.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavingRow {
    /// The product.
    pub product: Ref,
    /// How much.
    pub sums: MoneySums,
    /// Findings behind it, the most first.
    pub kinds: Vec<SavingKind>,
}

/// Findings of one kind behind a saving.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavingKind {
    /// Fluent `findings-kind--<kind>`.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
}

/// The findings of one kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingGroup {
    /// Fluent `findings-kind--<kind>`.
    pub kind: &'static str,
    /// What it is about.
    pub side: Side,
    /// What may be done, the proposal first.
    pub actions: Vec<Action>,
    /// Rows of the list.
    pub count: usize,
    /// Money at stake in all of them.
    pub sums: MoneySums,
    /// The list.
    pub query: ListQuery,
    /// Those with the most money, as many as were asked for.
    pub rows: Vec<FindingRow>,
}

/// One finding.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingRow {
    /// Register of its record.
    pub register: &'static str,
    /// Its record.
    #[ts(type = "number")]
    pub id: i64,
    /// Title of its record.
    pub title: Pair,
    /// Product concerned.
    pub product: Option<Ref>,
    /// License concerned.
    pub license: Option<Ref>,
    /// Person or device that holds it.
    pub holder: Option<Ref>,
    /// Rights, holders or installations.
    #[ts(type = "number")]
    pub count: i64,
    /// Of how many.
    #[ts(type = "number | null")]
    pub whole: Option<i64>,
    /// Why it is one, in a sentence.
    pub text: String,
    /// Money at stake in the reporting currency; null where it cannot be told.
    #[ts(type = "Money | null")]
    pub money: Option<Money>,
    /// The same in the currency it is paid in, where that is another.
    #[ts(type = "Money | null")]
    pub own: Option<Money>,
    /// Paid every year, not once.
    pub yearly: bool,
    /// What is proposed: Fluent `findings-action--<action>`.
    pub action: Action,
    /// The task it became.
    pub task: Option<FindingTask>,
}

/// A task a finding became.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingTask {
    /// The task.
    pub task: Ref,
    /// Choice of the task's action.
    pub action: String,
    /// Choice of the task's status.
    pub status: String,
    /// Somebody still has to do it; otherwise the finding outlived it.
    pub open: bool,
    /// Who does it.
    pub owner: Option<Ref>,
    /// Last day.
    #[ts(type = "string | null")]
    pub due: Option<NaiveDate>,
    /// The holder was asked on.
    #[ts(type = "string | null")]
    pub asked: Option<NaiveDate>,
    /// The holder's answer.
    pub answer: Option<String>,
}
