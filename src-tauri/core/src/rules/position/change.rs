//! What changed since the last snapshot, summed over the products of the whole company.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::report::PositionFigures;
use super::snapshot::{self, PositionSnapshot};
use crate::Result;
use crate::ledger::Ref;
use crate::vault::Vault;
use crate::words::{Arg, Language, Words};

/// A snapshot that was kept, and the evidence it is kept as.
#[derive(Debug, Clone)]
pub struct Last {
    /// The evidence.
    pub evidence: Ref,
    /// The position then.
    pub kept: PositionSnapshot,
}

/// Rights more or fewer than in a snapshot, over all products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionChange {
    /// The evidence the snapshot is kept as.
    pub evidence: Ref,
    /// The day it speaks of.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Owned.
    #[ts(type = "number")]
    pub owned: i64,
    /// Of these, proven.
    #[ts(type = "number")]
    pub provable: i64,
    /// Needed.
    #[ts(type = "number")]
    pub needed: i64,
    /// Missing.
    #[ts(type = "number")]
    pub short: i64,
    /// Missing when only provable ones count.
    #[ts(type = "number")]
    pub short_provable: i64,
}

/// The snapshot of the last day before `day`; of several of one day the one kept last. One that cannot be read keeps nothing else
/// from being shown.
pub fn last(vault: &Vault, day: NaiveDate) -> Result<Option<Last>> {
    let conn = vault.connection();
    let earlier = snapshot::all(conn, day, Language::En)?.into_iter();
    let Some(info) = earlier
        .filter(|info| info.as_of < day)
        .max_by_key(|info| (info.as_of, info.evidence.id))
    else {
        return Ok(None);
    };
    let file = snapshot::kept_file(conn, info.evidence.id)?;
    let kept = vault
        .read_file(&file)
        .and_then(|bytes| snapshot::read(conn, &bytes));
    Ok(kept.ok().map(|kept| Last {
        evidence: info.evidence,
        kept,
    }))
}

impl PositionChange {
    /// From a snapshot to the figures of now.
    pub fn since(last: &Last, now: impl Iterator<Item = PositionFigures>) -> Self {
        let then = sums(last.kept.products.iter().map(|row| row.figures));
        let now = sums(now);
        let [owned, provable, needed, short, short_provable] =
            std::array::from_fn(|at| now[at] - then[at]);
        Self {
            evidence: last.evidence.clone(),
            as_of: last.kept.as_of,
            owned,
            provable,
            needed,
            short,
            short_provable,
        }
    }

    /// In one sentence.
    pub fn said(&self, words: Words) -> String {
        words.format(
            "position-change",
            &[
                ("day", Arg::from(words.date(self.as_of))),
                ("owned", Arg::from(words.signed(self.owned))),
                ("provable", Arg::from(words.signed(self.provable))),
                ("needed", Arg::from(words.signed(self.needed))),
                ("short", Arg::from(words.signed(self.short))),
                (
                    "short_provable",
                    Arg::from(words.signed(self.short_provable)),
                ),
            ],
        )
    }
}

fn sums(of: impl Iterator<Item = PositionFigures>) -> [i64; 5] {
    of.fold([0; 5], |sums, one| {
        let more = [
            one.owned,
            one.provable,
            one.needed,
            one.short,
            one.short_provable,
        ];
        std::array::from_fn(|at| sums[at] + more[at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Record, evidence, purchase};
    use crate::rules::position::Scope;
    use crate::rules::position::describe::{Asked, report};
    use crate::rules::tests::{now, sample, today};
    use crate::vault::Operation;

    fn read(vault: &Vault) -> super::super::report::PositionReport {
        let asked = Asked {
            day: today(),
            scope: Scope::default(),
            product: None,
        };
        let words = Words::new(Language::En);
        report(vault.connection(), &asked, words, &mut |_, _| true).unwrap()
    }

    /// Keeps the position as that of a day.
    fn keep(vault: &mut Vault, as_of: NaiveDate) {
        let mut then = read(vault);
        then.as_of = as_of;
        let (name, bytes) = snapshot::file(vault.connection(), &then, now()).unwrap();
        let kept = vault.keep_file(&name, &bytes[..], now()).unwrap();
        let record = snapshot::record(kept.reference(), as_of, now());
        let operation = Operation::new(snapshot::KIND, now());
        (vault.write(&operation, |tx| tx.insert(&evidence::REGISTER, record))).unwrap();
        kept.stay();
    }

    #[test]
    fn what_changed_is_told_from_the_last_snapshot_of_an_earlier_day() {
        let (_folder, mut vault) = sample();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(last(&vault, today()).unwrap().is_none());
        keep(&mut vault, day("2026-06-30"));
        let line = "SELECT id, quantity FROM purchase WHERE effect = 'add' AND (starts IS NULL OR starts <= '2026-11-24') \
            AND (ends IS NULL OR ends >= '2026-11-24') AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.license_id = purchase.license_id \
            AND r.effect = 'renew') LIMIT 1";
        let (id, quantity): (i64, i64) = vault
            .connection()
            .query_row(line, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        let more = Record::new().with(purchase::QUANTITY, quantity + 7);
        let edit = Operation::new("edit", now());
        (vault.write(&edit, |tx| tx.update(&purchase::REGISTER, id, more))).unwrap();
        let change = |vault: &Vault, until: &str| {
            let last = last(vault, day(until)).unwrap().unwrap();
            let now = read(vault).products.into_iter();
            PositionChange::since(&last, now.map(|row| row.figures))
        };
        let seven = change(&vault, "2026-11-24");
        assert_eq!((seven.as_of, seven.owned), (day("2026-06-30"), 7));
        assert_eq!(seven.needed, 0);
        let said = seven.said(Words::new(Language::En));
        assert!(
            said.contains("30 Jun 2026") && said.contains("owned +7"),
            "{said}"
        );

        // one of the same day is no earlier one
        keep(&mut vault, today());
        assert_eq!(change(&vault, "2026-11-24"), seven);
        assert_eq!(change(&vault, "2026-11-25").owned, 0);
        assert!(last(&vault, day("2026-06-30")).unwrap().is_none());
    }
}
