//! The license position, as a job beside the window.

use chrono::NaiveDate;
use sealbook_core::Result;
use sealbook_core::rules::position::Scope;
use sealbook_core::rules::position::describe::{Asked, report};

use super::Call;

pub fn position(
    call: Call<'_>,
    as_of: Option<NaiveDate>,
    entities: Vec<i64>,
    sites: Vec<i64>,
    product: Option<i64>,
) -> Result<u32> {
    let asked = Asked {
        day: as_of.unwrap_or_else(|| call.session.clock.today()),
        scope: Scope { entities, sites },
        product,
    };
    let words = call.session.words();
    let reader = call.session.vault(|vault| vault.reader())?;
    call.session.jobs.start(move |job| {
        let mut progress = |done, total| job.progress("position", done, total).is_ok();
        let report = report(reader.connection(), &asked, words, &mut progress)?;
        Ok(serde_json::to_value(report)?)
    })
}
