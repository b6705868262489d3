//! What should be done: findings, and what counts as one.

use sealbook_core::Result;
use sealbook_core::rules::findings::describe;
use sealbook_core::vault::Thresholds;

use super::Call;

/// Findings shown of each kind; the list behind them holds all.
const SHOWN: usize = 200;

pub fn findings(call: Call<'_>) -> Result<u32> {
    let (today, words) = (call.session.clock.today(), call.session.words());
    let reader = call.session.vault(|vault| vault.reader())?;
    call.session.jobs.start(move |job| {
        let mut progress = |done, total| job.progress("findings", done, total).is_ok();
        let report = describe::report(reader.connection(), today, words, SHOWN, &mut progress)?;
        Ok(serde_json::to_value(report)?)
    })
}

pub fn thresholds(call: Call<'_>) -> Result<Thresholds> {
    call.session
        .read(|reader| Thresholds::read(reader.connection()))
}

pub fn set_thresholds(call: Call<'_>, thresholds: Thresholds) -> Result<Thresholds> {
    call.session
        .vault(|vault| vault.set_thresholds(thresholds))?;
    self::thresholds(call)
}
