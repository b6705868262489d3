//! The page's view of the program, written from the types behind the table. `cargo xtask bindings` sets SEALBOOK_WRITE_BINDINGS and
//! runs this test; without it the test fails when ui/src/bindings.ts is stale.

use std::path::Path;

use ts_rs::{Config, TS};

use super::TABLE;
use crate::secret::Secret;
use crate::{files, host, jobs, places, settings};
use sealbook_core::intake::api as import;
use sealbook_core::intake::file::SheetInfo;
use sealbook_core::ledger;
use sealbook_core::matching;
use sealbook_core::register::parse::DateOrder;
use sealbook_core::register::{FileRef, Pair};
use sealbook_core::rules::deadline::{holidays, lanes, report as deadline};
use sealbook_core::rules::findings::{self, report as finding};
use sealbook_core::rules::position::change::PositionChange;
use sealbook_core::rules::position::history::PositionMonth;
use sealbook_core::rules::position::report as position;
use sealbook_core::rules::position::snapshot::{PositionSnapshot, SnapshotInfo, SnapshotRow};
use sealbook_core::rules::{bilingual, gaps, sums};
use sealbook_core::vault::{
    Changes, Thresholds, Touched, VaultInfo, left_out, log, passphrase, preference, slots,
};
use sealbook_core::{Error, words, workbook};

const HEAD: &str = "// Written by `cargo xtask bindings` from the Rust types; a test fails when it is stale. Do not edit.
";

/// One exported type with the comment it has in Rust.
fn declared<T: TS>(config: &Config) -> String {
    let docs = T::docs().unwrap_or_default();
    tidy(&format!("{docs}export {}\n", T::decl(config)))
}

/// One line a field and a comment, as a person would write it.
fn tidy(declaration: &str) -> String {
    let joined = declaration
        .replace("/**\n * ", "/** ")
        .replace("\n */\n", " */\n")
        .replace(", };", ",\n};");
    let mut inside = false;
    let mut out = String::new();
    for line in joined.lines().map(str::trim_end) {
        inside &= line != "};";
        out.push_str(if inside { "  " } else { "" });
        out.push_str(line);
        out.push('\n');
        inside |= line.starts_with("export") && line.ends_with('{');
    }
    out
}

macro_rules! declared {
    ($config:expr, $($ty:ty),* $(,)?) => { [$(declared::<$ty>($config)),*].concat() };
}

fn sections(config: &Config) -> Vec<(&'static str, String)> {
    use super::{app, evidence, lists, overview, records, recovery, schema};
    vec![
        (
            "errors and values",
            declared!(config, Error, Secret, Pair, FileRef, ledger::Ref) + VALUES,
        ),
        (
            "what a register is",
            declared!(
                config,
                schema::KindName,
                schema::OwnLabels,
                schema::FieldInfo,
                schema::SectionInfo,
                schema::ChildInfo,
                schema::RegisterInfo,
                schema::Schema,
            ),
        ),
        (
            "the application and its vault",
            declared!(
                config,
                words::Language,
                settings::Theme,
                host::Platform,
                app::Phase,
                app::VaultEntry,
                app::AppState,
                passphrase::Strength,
                places::Place,
                recovery::RecoverySheet,
                slots::Person,
                VaultInfo,
            ),
        ),
        (
            "lists",
            declared!(
                config,
                ledger::FilterOp,
                ledger::Filter,
                ledger::Sort,
                ledger::ListQuery,
                crate::lists::ListHandle,
                ledger::Row,
                ledger::Total,
                ledger::Sum,
                lists::Copied,
                preference::SavedView,
            ),
        ),
        (
            "records",
            declared!(
                config,
                ledger::Severity,
                ledger::IssueView,
                ledger::ChildCount,
                ledger::RecordView,
                Touched,
                Changes,
                records::Saved,
                ledger::Hit,
            ),
        ),
        (
            "history",
            declared!(
                config,
                ledger::EntryView,
                ledger::OperationView,
                ledger::HistoryQuery,
                ledger::HistoryPage,
                log::LogVerdict,
                ledger::UndoState,
            ),
        ),
        (
            "files and jobs",
            declared!(
                config,
                files::FileToken,
                evidence::Purpose,
                evidence::Preview,
                jobs::JobState
            ),
        ),
        (
            "import",
            declared!(
                config,
                DateOrder,
                SheetInfo,
                import::ColumnMatch,
                import::HeadRow,
                import::FileInfo,
                import::FieldChoice,
                import::UnknownLinks,
                import::WriteMode,
                import::HiddenRows,
                import::ImportOptions,
                import::PartKeys,
                import::KeyChoice,
                import::TableInfo,
                import::NameBecomes,
                import::NameChoice,
                import::NameCandidate,
                import::UnknownName,
                import::ImportDraft,
                import::ColumnChoice,
                import::DateChoice,
                import::ImportSet,
                import::RowAction,
                import::PreviewCell,
                import::Made,
                import::PreviewRow,
                import::ImportCounts,
                import::RegisterCounts,
                import::FaultKey,
                import::Fault,
                import::RowFilter,
                import::ImportPreview,
                import::ImportResult,
                import::CellChange,
                left_out::Waiting,
            ),
        ),
        (
            "matching",
            declared!(
                config,
                matching::Sure,
                matching::Why,
                matching::Candidate,
                matching::Proposed,
                matching::FoundName,
                matching::Taken,
                matching::SetAside,
                matching::Twins,
                matching::Moves,
                matching::Merging,
            ),
        ),
        (
            "workbooks",
            declared!(
                config,
                words::WorkbookLanguages,
                workbook::ExportOptions,
                workbook::SheetRows,
                workbook::ExportResult
            ),
        ),
        (
            "findings",
            declared!(
                config,
                Thresholds,
                findings::Side,
                findings::Action,
                sums::MoneySums,
                finding::FindingTask,
                finding::FindingRow,
                finding::FindingGroup,
                finding::SavingKind,
                finding::SavingRow,
                finding::FindingsReport,
                findings::act::HolderAnswer,
                findings::message::AskMessage,
            ),
        ),
        (
            "the license position",
            declared!(
                config,
                position::PositionFigures,
                position::PositionStep,
                position::PositionLine,
                position::ProofGap,
                position::MissingProof,
                position::PositionRow,
                position::PositionTotal,
                PositionChange,
                position::PositionReport,
                PositionMonth,
                SnapshotInfo,
                SnapshotRow,
                PositionSnapshot,
            ),
        ),
        (
            "the first page",
            declared!(
                config,
                deadline::DeadlineRow,
                deadline::QuarterCost,
                deadline::DeadlineReport,
                deadline::RenewalOffer,
                holidays::PublishedDay,
                holidays::PublishedYear,
                workbook::worklist::Recipient,
                lanes::NeedItem,
                lanes::Near,
                lanes::DueList,
                lanes::Lane,
                gaps::GapSeverity,
                gaps::Gap,
                bilingual::MissingHalves,
                bilingual::Bilingual,
                overview::Count,
                overview::PositionGlance,
                overview::Standing,
                overview::PositionSummary,
                overview::FindingsGlance,
                overview::LogEnd,
                overview::Overview,
            ),
        ),
    ]
}

/// Values are read by the kind of their field.
const VALUES: &str = r#"export type Money = { amount: string, currency: string, };
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | Pair | Money | Ref | Ref[] | FileRef[];
export type Values = Record<string, Json>;
"#;

fn bindings() -> String {
    let config = Config::new().with_large_int("number");
    let mut text = HEAD.to_owned();
    for (title, types) in sections(&config) {
        text.push_str(&format!("\n// {:-<64} {title}\n{types}", ""));
    }
    text.push_str(&format!(
        "\n// {:-<64} the commands\nexport interface Commands {{\n",
        ""
    ));
    for command in TABLE {
        let (doc, args, result) = (command.declare)(&config);
        if !doc.is_empty() {
            text.push_str(&format!("  /** {doc} */\n"));
        }
        let args = if args.contains(':') {
            args
        } else {
            "{}".to_owned()
        };
        text.push_str(&format!(
            "  {}: {{ args: {args}; result: {result} }};\n",
            command.name
        ));
    }
    text + "}\n"
}

#[test]
fn bindings_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bindings.ts");
    let fresh = bindings();
    if std::env::var_os("SEALBOOK_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let stands = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\r\n", "\n");
    assert!(
        stands == fresh,
        "ui/src/bindings.ts is stale: run `cargo xtask bindings`"
    );
}
