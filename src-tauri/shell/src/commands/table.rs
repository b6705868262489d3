//! The table: every command the page can call, one line each.

use chrono::NaiveDate;
use sealbook_core::intake::api::{CellChange, UnknownName};
use sealbook_core::intake::{ImportSet, PreviewRow, RowFilter};
use sealbook_core::ledger::{
    EntryView, HistoryPage, HistoryQuery, Hit, ListQuery, RecordView, Ref, Row, Sum, UndoState,
};
use sealbook_core::matching::{Merging, SetAside, Taken};
use sealbook_core::register::Pair;
use sealbook_core::rules::deadline::holidays::PublishedYear;
use sealbook_core::rules::deadline::report::{DeadlineReport, RenewalOffer};
use sealbook_core::rules::findings::Action;
use sealbook_core::rules::findings::act::HolderAnswer;
use sealbook_core::rules::findings::message::AskMessage;
use sealbook_core::rules::position::snapshot::{PositionSnapshot, SnapshotInfo};
use sealbook_core::vault::left_out::Waiting;
use sealbook_core::vault::log::LogVerdict;
use sealbook_core::vault::passphrase::Strength;
use sealbook_core::vault::preference::SavedView;
use sealbook_core::vault::{Changes, Thresholds, VaultInfo};
use sealbook_core::words::{Language, WorkbookLanguages};
use sealbook_core::workbook::ExportOptions;
use sealbook_core::workbook::worklist::Recipient;

use super::app::{self, AppState};
use super::deadlines;
use super::evidence::{self, Preview, Purpose};
use super::exports;
use super::findings;
use super::imports;
use super::lists::{self, Copied};
use super::matching;
use super::overview::{self, Overview};
use super::position;
use super::records::{self, Saved, Values};
use super::recovery::{self, RecoverySheet};
use super::schema::{self, KindName, Schema};
use super::vault;
use super::{Command, When, commands};
use crate::files::FileToken;
use crate::jobs::JobState;
use crate::lists::ListHandle;
use crate::places::Place;
use crate::secret::Secret;
use crate::settings::Theme;

commands! {
    Always app_state {} -> AppState = app::state;
    Always set_preference {
        #[cfg_attr(test, ts(optional))] language: Option<Language>,
        #[cfg_attr(test, ts(optional))] theme: Option<Theme>,
        #[cfg_attr(test, ts(optional))] idle_minutes: Option<u32>,
        #[cfg_attr(test, ts(optional))] lock_away: Option<bool>,
        #[cfg_attr(test, ts(optional))] notices: Option<bool>,
        #[cfg_attr(test, ts(optional))] watch: Option<bool>
    } -> AppState = app::set_preference;
    Always passphrase_strength { passphrase: Secret, inputs: Vec<String> } -> Strength = app::passphrase_strength;
    Always passphrase_suggest {} -> String = app::passphrase_suggest;
    Always place_default { name: String } -> Place = vault::place_default;
    /// native folder dialog; null when cancelled
    Always place_pick { name: String } -> Option<Place> = vault::place_pick;
    /// makes the vault and answers with the recovery key; nothing can be entered before it was typed back
    Always vault_create { place: u32, company: String, person: String, passphrase: Secret } -> RecoverySheet = vault::create;
    /// native save dialog for a printable text with the recovery key
    Always recovery_save {} -> bool = recovery::save;
    Always vault_confirm { recovery_key: Secret } -> AppState = vault::confirm;
    Always vault_cancel {} -> AppState = vault::cancel;
    /// native folder dialog for an existing vault; leaves it locked and selected
    Always vault_pick {} -> Option<AppState> = vault::pick;
    Always vault_select { id: String } -> AppState = vault::select;
    Always vault_unlock { passphrase: Secret } -> AppState = vault::unlock;
    Always vault_recover { recovery_key: Secret, passphrase: Secret } -> AppState = vault::recover;
    Always vault_lock {} -> AppState = vault::lock;
    /// ends the program, which closing the window does not while it watches
    Always quit {} -> () = app::quit;
    Open vault_info {} -> VaultInfo = vault::info;
    /// a recovery key that opens nothing before it was typed back
    Open recovery_offer { passphrase: Secret } -> RecoverySheet = recovery::offer;
    /// from then on the old recovery key opens nothing any more
    Open recovery_replace { recovery_key: Secret } -> VaultInfo = recovery::replace;
    Open passphrase_change { old: Secret, new: Secret } -> () = vault::passphrase_change;
    Open keychain_set { on: bool } -> VaultInfo = vault::keychain_set;
    /// try the keychain once at start; null when it holds nothing for this vault
    Always vault_unlock_keychain {} -> Option<AppState> = vault::unlock_keychain;
    /// job; result AppState: the sample company in a vault of its own, opened
    Always sample_open {} -> u32 = vault::sample_open;

    Open schema {} -> Schema = schema::schema;
    Open list { query: ListQuery } -> ListHandle = lists::list;
    /// at most 200 rows
    Open page { handle: u32, offset: usize, limit: usize, fields: Vec<String> } -> Vec<Row> = lists::page;
    /// where a record stands in the list; null when it is not in it
    Open list_place { handle: u32, id: i64 } -> Option<usize> = lists::place;
    Open list_close { handle: u32 } -> () = lists::close;
    /// sums of number and money fields over the list, or over the ids given
    Open sums { handle: u32, ids: Option<Vec<i64>>, fields: Vec<String> } -> Vec<Sum> = lists::sums;
    /// tab-separated text with a header line, for Excel; ids null = the whole list (at most 100 000 rows)
    Open copy { handle: u32, ids: Option<Vec<i64>>, fields: Vec<String>, language: Language } -> Copied = lists::copy;
    Open views { register: String } -> Vec<SavedView> = lists::views;
    Open view_save {
        id: Option<i64>, register: String, name: String, query: ListQuery, columns: Vec<String>
    } -> SavedView = lists::view_save;
    Open view_remove { id: i64 } -> () = lists::view_remove;

    Open get { register: String, id: i64 } -> RecordView = records::get;
    /// only the keys in values are touched; id null makes a record
    Open save {
        register: String, id: Option<i64>, #[cfg_attr(test, ts(type = "Values"))] values: Values, reason: Option<String>
    } -> Saved = records::save;
    Open bulk_set {
        register: String, ids: Vec<i64>, #[cfg_attr(test, ts(type = "Values"))] values: Values, reason: Option<String>
    } -> Changes = records::bulk_set;
    Open archive { register: String, ids: Vec<i64>, archived: bool } -> Changes = records::archive;
    Open remove { register: String, ids: Vec<i64> } -> Changes = records::remove;
    Open secret { register: String, id: i64, field: String } -> String = records::secret;
    /// a link field's candidates; empty text: the latest
    Open lookup { register: String, text: String, limit: usize } -> Vec<Ref> = records::lookup;
    Open search { text: String, limit: usize } -> Vec<Hit> = records::search;
    /// earlier translations of the same text, best first
    Open translations { zh: Option<String>, en: Option<String> } -> Vec<Pair> = records::translations;
    Open custom_field_save {
        register: String, key: Option<String>, kind: KindName, choices: Vec<String>, zh: String, en: String, it: String
    } -> Schema = schema::custom_field_save;
    Open custom_field_remove { register: String, key: String } -> Schema = schema::custom_field_remove;

    Open undo_state {} -> Option<UndoState> = records::undo_state;
    Open undo { operation: Option<i64> } -> Changes = records::undo;
    Open history { query: HistoryQuery } -> HistoryPage = records::history;
    /// further entries of an operation, of one record alone when it is named
    Open history_entries {
        operation: i64, register: Option<String>, id: Option<i64>, offset: u32
    } -> Vec<EntryView> = records::history_entries;
    Open verify_log {} -> LogVerdict = records::verify_log;

    /// native open dialog: purpose chooses the file filter
    Open pick_file { purpose: Purpose } -> Option<FileToken> = evidence::pick_file;
    Open attach { register: String, id: i64, token: u32 } -> Saved = evidence::attach;
    Open evidence_preview { id: i64, file: String } -> Preview = evidence::preview;
    Open evidence_export { id: i64, file: String } -> bool = evidence::export;

    Always job { job: u32 } -> JobState = app::job;
    Always job_cancel { job: u32 } -> () = app::job_cancel;

    /// job; result ImportDraft
    Open import_open { token: u32, target: Option<String> } -> u32 = imports::open;
    /// a block copied in a spreadsheet program, over a list with those columns; job; result ImportDraft
    Open import_paste { text: String, target: Option<String>, columns: Vec<String> } -> u32 = imports::paste;
    /// job, since another sheet has to be read; result ImportDraft
    Open import_set { draft: u32, change: ImportSet } -> u32 = imports::set;
    /// job; result ImportPreview
    Open import_preview { draft: u32 } -> u32 = imports::preview;
    Open import_rows { draft: u32, filter: RowFilter, offset: usize, limit: usize } -> Vec<PreviewRow> = imports::rows;
    Open import_names { draft: u32, offset: usize, limit: usize } -> Vec<UnknownName> = imports::names;
    /// the row with what is wrong in the cell itself; what becomes of the rows, import_preview works out anew
    Open import_correct { draft: u32, cell: CellChange } -> PreviewRow = imports::correct;
    /// job; result ImportResult
    Open import_apply { draft: u32 } -> u32 = imports::apply;
    /// imports whose rows with errors wait to be corrected
    Open imports_waiting {} -> Vec<Waiting> = imports::waiting;
    /// those rows alone, understood as before; job; result ImportDraft
    Open import_resume { operation: i64 } -> u32 = imports::resume;
    Open import_forget { operation: i64 } -> Vec<Waiting> = imports::forget;
    Open import_close { draft: u32 } -> () = imports::close;

    /// job; result FoundName[]: what inventories found and no product is known for
    Open matching_names {} -> u32 = matching::names;
    /// job; result Twins[]: pairs of products that look the same
    Open matching_twins {} -> u32 = matching::twins;
    /// job; result Changes
    Open matching_accept { taken: Vec<Taken> } -> u32 = matching::accept;
    /// makes a product of these names
    Open matching_new {
        names: Vec<String>, #[cfg_attr(test, ts(type = "Values"))] values: Values
    } -> Saved = matching::new;
    /// they need no license; job; result Changes
    Open matching_aside { names: Vec<SetAside> } -> u32 = matching::aside;
    Open would_merge { keep: i64, gone: i64 } -> Merging = matching::would_merge;
    /// the second product becomes the first; job; result Changes
    Open merge { keep: i64, gone: i64 } -> u32 = matching::merge;

    /// native save dialog, then a job; null when cancelled; result ExportResult
    Open export_position { options: ExportOptions } -> Option<u32> = exports::position;
    /// the list as it stands (filters, order, columns) as a workbook that can be imported again
    Open export_list { handle: u32, fields: Vec<String>, languages: WorkbookLanguages } -> Option<u32> = exports::list;
    /// the sheet as read, wrong cells marked and the reasons said; null when cancelled; result ExportResult
    Open export_errors { draft: u32, languages: WorkbookLanguages } -> Option<u32> = exports::errors;
    /// shows the last exported file of that job in the system's file manager
    Open reveal { job: u32 } -> () = app::reveal;
    /// every date that has passed or comes within a year
    Open deadlines {} -> DeadlineReport = deadlines::deadlines;
    /// the arrangements that ship with the program, and what the officer says instead
    Open holidays {} -> Vec<PublishedYear> = deadlines::holidays;
    /// what renewing would bring
    Open deadline_offer { kind: String, id: i64 } -> RenewalOffer = deadlines::offer;
    /// values are fields of the register of decisions; what follows is part of the same operation
    Open deadline_decide {
        kind: String, id: i64, #[cfg_attr(test, ts(type = "Values"))] values: Values, quantity: Option<i64>
    } -> Changes = deadlines::decide;
    /// days ahead, for a kind or for one record; none is the usual
    Open reminders_set { kind: String, id: Option<i64>, days: Vec<i64> } -> Changes = deadlines::reminders;
    /// dates that reached a reminder not given before; asking gives it
    Open reminders_due {} -> usize = deadlines::due;
    /// native save dialog; the number of entries, null when cancelled
    Open export_calendar { recipient: Recipient, languages: WorkbookLanguages } -> Option<usize> = deadlines::calendar;
    /// native save dialog, then a job; null when cancelled; result ExportResult
    Open export_worklist { recipient: Recipient, languages: WorkbookLanguages } -> Option<u32> = deadlines::worklist;
    Open overview {} -> Overview = overview::overview;
    /// job; result FindingsReport
    Open findings { #[cfg_attr(test, ts(type = "number | null"))] product: Option<i64> } -> u32 = findings::findings;
    /// one task of the findings of a kind on these records
    Open finding_task {
        kind: String, ids: Vec<i64>, action: Action, owner: Option<i64>,
        #[cfg_attr(test, ts(type = "string | null"))] due: Option<NaiveDate>
    } -> Saved = findings::task;
    /// what to ask the holder, to be copied
    Open finding_message { kind: String, id: i64, #[cfg_attr(test, ts(type = "string"))] due: NaiveDate } -> AskMessage = findings::message;
    Open finding_ask { kind: String, id: i64, #[cfg_attr(test, ts(type = "string"))] due: NaiveDate } -> Saved = findings::ask;
    /// of the task that says the holder was asked; release ends the assignment
    Open finding_answer { task: i64, answer: HolderAnswer } -> Changes = findings::answer;
    /// ends assignments
    Open finding_release { ids: Vec<i64> } -> Changes = findings::release;
    Open thresholds {} -> Thresholds = findings::thresholds;
    Open set_thresholds { thresholds: Thresholds } -> Changes = findings::set_thresholds;
    /// job; result PositionReport: every product, or one with what its purchase lines lack; as_of null is today
    Open position {
        #[cfg_attr(test, ts(type = "string | null"))] as_of: Option<NaiveDate>,
        #[cfg_attr(test, ts(type = "number[]"))] entities: Vec<i64>,
        #[cfg_attr(test, ts(type = "number[]"))] sites: Vec<i64>,
        #[cfg_attr(test, ts(type = "number | null"))] product: Option<i64>
    } -> u32 = position::position;
    /// how one product stood at the ends of the last months; job; result PositionMonth[]
    Open position_history {
        #[cfg_attr(test, ts(type = "string"))] as_of: NaiveDate,
        #[cfg_attr(test, ts(type = "number[]"))] entities: Vec<i64>,
        #[cfg_attr(test, ts(type = "number[]"))] sites: Vec<i64>,
        product: i64
    } -> u32 = position::history;
    /// keeps the position of a day as evidence; job; result Changes
    Open position_keep { #[cfg_attr(test, ts(type = "string"))] as_of: NaiveDate } -> u32 = position::keep;
    Open position_snapshots {} -> Vec<SnapshotInfo> = position::snapshots;
    Open position_snapshot { id: i64 } -> PositionSnapshot = position::snapshot;
}
