//! Taking in a spreadsheet: open, match, preview, correct, apply.

use std::sync::Arc;
use std::time::Instant;

use sealbook_core::Result;
use sealbook_core::bytes::Bytes;
use sealbook_core::intake::api::{CellChange, UnknownName};
use sealbook_core::intake::pasted::Pasted;
use sealbook_core::intake::{Draft, ImportSet, OpenFile, PreviewRow, Progress, RowFilter};
use sealbook_core::vault::Reader;
use sealbook_core::vault::left_out::{self, Waiting};

use super::Call;

pub fn open(call: Call<'_>, token: u32, target: Option<String>) -> Result<u32> {
    let file = call.session.files.take(token)?;
    let today = call.session.clock.today();
    prepare(
        call,
        file.name,
        file.bytes,
        move |file, reader, progress| {
            Draft::open(
                file,
                target.as_deref(),
                reader.connection(),
                today,
                progress,
            )
        },
    )
}

/// Opens a file and what it becomes, in a job.
fn prepare(
    call: Call<'_>,
    name: String,
    bytes: Bytes,
    draft: impl FnOnce(OpenFile, &Reader, &mut Progress<'_>) -> Result<Draft> + Send + 'static,
) -> Result<u32> {
    let reader = call.session.vault(|vault| vault.reader())?;
    let session = Arc::clone(call.session);
    call.start(move |job| {
        let progress = &mut |done, total| job.progress("import_reading", done, total).is_ok();
        let file = OpenFile::open(&name, bytes, &session.isolation, progress)?;
        let (number, draft) = session.drafts.open(draft(file, &reader, progress)?);
        let view = draft.read().view(number.into());
        Ok(serde_json::to_value(view)?)
    })
}

pub fn paste(
    call: Call<'_>,
    text: String,
    target: Option<String>,
    columns: Vec<String>,
) -> Result<u32> {
    let today = call.session.clock.today();
    let pasted = Pasted {
        text: &text,
        target: target.as_deref(),
        columns: &columns,
    };
    let mut block = pasted.block(call.session.words(), today)?;
    let (name, bytes) = (block.name.clone(), std::mem::take(&mut block.bytes));
    prepare(call, name, bytes.into(), move |file, reader, progress| {
        Draft::paste(block, file, reader.connection(), today, progress)
    })
}

pub fn set(call: Call<'_>, draft: u32, change: ImportSet) -> Result<u32> {
    let shared = call.session.drafts.get(draft)?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("import_reading", done, total).is_ok();
        let mut opened = shared.change();
        opened.change(change, &mut progress)?;
        Ok(serde_json::to_value(opened.view(draft.into()))?)
    })
}

pub fn preview(call: Call<'_>, draft: u32) -> Result<u32> {
    let draft = call.session.drafts.get(draft)?;
    let reader = call.session.vault(|vault| vault.reader())?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("import_checking", done, total).is_ok();
        let preview = draft.preview(&reader, &mut progress)?;
        Ok(serde_json::to_value(preview)?)
    })
}

pub fn rows(
    call: Call<'_>,
    draft: u32,
    filter: RowFilter,
    offset: usize,
    limit: usize,
) -> Result<Vec<PreviewRow>> {
    let draft = call.session.drafts.get(draft)?;
    call.session.read(|reader| {
        draft
            .read()
            .rows(reader.connection(), &filter, offset, limit)
    })
}

pub fn names(call: Call<'_>, draft: u32, offset: usize, limit: usize) -> Result<Vec<UnknownName>> {
    let draft = call.session.drafts.get(draft)?;
    call.session
        .read(|reader| draft.read().names(reader.connection(), offset, limit))
}

pub fn correct(call: Call<'_>, draft: u32, cell: CellChange) -> Result<PreviewRow> {
    let draft = call.session.drafts.get(draft)?;
    call.session
        .read(|reader| draft.change().correct(reader.connection(), &cell))
}

pub fn apply(call: Call<'_>, draft: u32) -> Result<u32> {
    let draft = call.session.drafts.get(draft)?;
    let session = Arc::clone(call.session);
    call.start(move |job| {
        let begun = Instant::now();
        let mut progress = |done, total| job.progress("import_writing", done, total).is_ok();
        let now = session.clock.now();
        let mut result = session.vault(|vault| draft.change().apply(vault, now, &mut progress))?;
        session.refresh_company();
        result.seconds = begun.elapsed().as_secs_f64();
        Ok(serde_json::to_value(result)?)
    })
}

pub fn waiting(call: Call<'_>) -> Result<Vec<Waiting>> {
    call.session
        .read(|reader| left_out::waiting(reader.connection()))
}

pub fn resume(call: Call<'_>, operation: i64) -> Result<u32> {
    let today = call.session.clock.today();
    let (left, bytes) = call.session.vault(|vault| {
        let left = left_out::of(vault.connection(), operation)?;
        let bytes = vault.open_file(&left.file)?;
        Ok((left, bytes))
    })?;
    let name = left.file.name.clone();
    prepare(call, name, bytes, move |file, reader, progress| {
        Draft::resume(left, file, reader.connection(), today, progress)
    })
}

pub fn forget(call: Call<'_>, operation: i64) -> Result<Vec<Waiting>> {
    call.session
        .vault(|vault| vault.forget_left_out(operation))?;
    waiting(call)
}

pub fn close(call: Call<'_>, draft: u32) -> Result<()> {
    call.session.drafts.close(draft);
    Ok(())
}
