//! Workbooks out: the dialog first, then the work as a job beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sealbook_core::Result;
use sealbook_core::register::register;
use sealbook_core::rules::position::change;
use sealbook_core::words::WorkbookLanguages;
use sealbook_core::workbook::{self, ExportOptions, Seal, Target};

use super::Call;
use crate::host::FileKind;
use crate::{held, places};

pub fn position(call: Call<'_>, options: ExportOptions) -> Result<Option<u32>> {
    let words = call.session.words();
    let company = held(&call.session.door)
        .opened
        .as_ref()
        .map(|opened| words.half(&opened.company).to_owned());
    let title = words.text("export-position-name");
    let name = format!("{} {title} {}", company.unwrap_or_default(), options.as_of);
    let Some(path) = ask(call, &name)? else {
        return Ok(None);
    };
    let session = Arc::clone(call.session);
    let (reader, last, vault, key) = session.vault(|vault| {
        let last = change::last(vault, options.as_of)?;
        let (id, key) = (vault.id().to_owned(), vault.signing_key()?);
        Ok((vault.reader()?, last, id, key))
    })?;
    let job = call.start(move |job| {
        let comment = file_name(&path);
        let sign = |bytes: &[u8]| session.vault(|vault| vault.sign(bytes, &comment));
        let seal = Seal {
            vault,
            key,
            sign: &sign,
        };
        let target = Target {
            now: session.clock.now(),
            path: &path,
        };
        let mut progress = |done, total| job.progress("export_writing", done, total).is_ok();
        let result = workbook::position::export(
            reader.connection(),
            &options,
            last.as_ref(),
            target,
            Some(&seal),
            &mut progress,
        )?;
        job.wrote(path.clone());
        Ok(serde_json::to_value(result)?)
    })?;
    Ok(Some(job))
}

pub fn list(
    call: Call<'_>,
    handle: u32,
    fields: Vec<String>,
    languages: WorkbookLanguages,
) -> Result<Option<u32>> {
    let list = call.session.lists.get(handle)?;
    let register = register(&list.query.register)?;
    let today = list.query.day(call.session.clock.today());
    let name = format!("{} {today}", call.session.words().plural(register.key));
    let Some(path) = ask(call, &name)? else {
        return Ok(None);
    };
    let session = Arc::clone(call.session);
    let reader = session.vault(|vault| vault.reader())?;
    let job = call.start(move |job| {
        let asked = workbook::list::ListExport {
            register,
            ids: Some(&list.ids),
            fields: &fields,
            languages,
            today,
        };
        let target = Target {
            now: session.clock.now(),
            path: &path,
        };
        let mut progress = |done, total| job.progress("export_writing", done, total).is_ok();
        let result = workbook::list::export(reader.connection(), &asked, target, &mut progress)?;
        job.wrote(path.clone());
        Ok(serde_json::to_value(result)?)
    })?;
    Ok(Some(job))
}

/// The sheet of an import in preparation, with what is wrong marked.
pub fn errors(call: Call<'_>, draft: u32, languages: WorkbookLanguages) -> Result<Option<u32>> {
    let draft = call.session.drafts.get(draft)?;
    let view = draft.read().view(0);
    let file = view
        .file
        .name
        .rsplit_once('.')
        .map_or(&*view.file.name, |(stem, _)| stem);
    let name = call
        .session
        .words()
        .format("annotated-name", &[("file", file)]);
    let Some(path) = ask(call, &name)? else {
        return Ok(None);
    };
    let now = call.session.clock.now();
    let job = call.start(move |job| {
        let target = Target { now, path: &path };
        let mut progress = |done, total| job.progress("export_writing", done, total).is_ok();
        let draft = draft.read();
        let result =
            workbook::annotated::export(&draft.annotated(), languages, target, &mut progress)?;
        job.wrote(path.clone());
        Ok(serde_json::to_value(result)?)
    })?;
    Ok(Some(job))
}

/// The save dialog, with the ending put right: Excel refuses a workbook under another.
pub(super) fn ask(call: Call<'_>, name: &str) -> Result<Option<PathBuf>> {
    let kind = FileKind::new(call.session.words(), "workbook", &["xlsx"]);
    let name = format!("{}.xlsx", places::plain_name(name));
    let Some(path) = call.pick_save(&name, &kind)? else {
        return Ok(None);
    };
    let right = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    Ok(Some(if right {
        path
    } else {
        path.with_extension("xlsx")
    }))
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
