//! Lists: opening, paging, sums, copying for Excel, saved views.

use sealbook_core::ledger::{self, ListQuery, MOST_ROWS, Row, Sum};
use sealbook_core::register::register;
use sealbook_core::vault::preference::{SavedView, custom_fields, views as saved};
use sealbook_core::words::{Language, Words};
use sealbook_core::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

use super::{Call, cells};
use crate::lists::{List, ListHandle};

/// Rows that can be copied at once: what the clipboard and Excel bear.
const MOST_COPIED: usize = 100_000;

/// Text for the clipboard.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Copied {
    /// Tab-separated, with a header line.
    pub text: String,
    /// Rows below the header.
    pub rows: usize,
}

pub fn list(call: Call<'_>, query: ListQuery) -> Result<ListHandle> {
    let today = call.session.clock.today();
    let ids = call
        .session
        .read(|reader| ledger::ids(reader.connection(), &query, today))?;
    Ok(call.session.lists.open(List { query, ids }))
}

pub fn page(
    call: Call<'_>,
    handle: u32,
    offset: usize,
    limit: usize,
    fields: Vec<String>,
) -> Result<Vec<Row>> {
    let list = call.session.lists.get(handle)?;
    rows(
        call,
        &list.query,
        list.page(offset, limit.min(MOST_ROWS)),
        &fields,
    )
}

fn rows(call: Call<'_>, query: &ListQuery, ids: &[i64], fields: &[String]) -> Result<Vec<Row>> {
    let register = register(&query.register)?;
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let day = query.day(call.session.clock.today());
    call.session
        .read(|reader| ledger::rows(reader.connection(), register, ids, &fields, day))
}

/// Where a record stands in a list; nothing where it is not in it.
pub fn place(call: Call<'_>, handle: u32, id: i64) -> Result<Option<usize>> {
    let list = call.session.lists.get(handle)?;
    Ok(list.ids.iter().position(|one| *one == id))
}

pub fn close(call: Call<'_>, handle: u32) -> Result<()> {
    call.session.lists.close(handle);
    Ok(())
}

pub fn sums(
    call: Call<'_>,
    handle: u32,
    ids: Option<Vec<i64>>,
    fields: Vec<String>,
) -> Result<Vec<Sum>> {
    let list = call.session.lists.get(handle)?;
    let register = register(&list.query.register)?;
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let day = list.query.day(call.session.clock.today());
    let ids = ids.as_deref().unwrap_or(&list.ids);
    call.session
        .read(|reader| ledger::sums(reader.connection(), register, ids, &fields, day))
}

pub fn copy(
    call: Call<'_>,
    handle: u32,
    ids: Option<Vec<i64>>,
    fields: Vec<String>,
    language: Language,
) -> Result<Copied> {
    let list = call.session.lists.get(handle)?;
    let ids = ids.as_deref().unwrap_or(&list.ids);
    if ids.len() > MOST_COPIED {
        return Err(Error::new("too_many_to_copy").with("most", MOST_COPIED));
    }
    let register = register(&list.query.register)?;
    let own = call
        .session
        .read(|reader| custom_fields(reader.connection()))?;
    let words = Words::new(language);
    let mut text = cells::header(words, register, &fields, &own);
    let mut copied = 0;
    for part in ids.chunks(MOST_ROWS) {
        for row in rows(call, &list.query, part, &fields)? {
            text.push_str(&cells::line(words, register, &fields, &row));
            copied += 1;
        }
    }
    Ok(Copied { text, rows: copied })
}

pub fn views(call: Call<'_>, register: String) -> Result<Vec<SavedView>> {
    call.session
        .read(|reader| saved(reader.connection(), &register))
}

pub fn view_save(
    call: Call<'_>,
    id: Option<i64>,
    register: String,
    name: String,
    query: ListQuery,
    columns: Vec<String>,
) -> Result<SavedView> {
    let view = SavedView {
        id: id.unwrap_or_default(),
        register,
        name,
        query,
        columns,
    };
    call.session.vault(|vault| vault.save_view(&view))
}

pub fn view_remove(call: Call<'_>, id: i64) -> Result<()> {
    call.session.vault(|vault| vault.remove_view(id))
}
