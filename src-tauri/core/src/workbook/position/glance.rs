//! The few figures of the cover.

use super::Making;
use crate::Result;
use crate::rules::findings::{Group, Summary, assignments};
use crate::rules::position::change::PositionChange;
use crate::rules::position::describe::{figures, total};
use crate::rules::position::report::PositionTotal;
use crate::rules::sums::MoneySums;
use crate::words::{Side, Words};
use crate::workbook::style::Tone;

/// The figures.
pub(super) struct Glance {
    total: PositionTotal,
    leavers: i64,
    findings: Summary,
    /// Since the last snapshot; nothing for a part of the company, of which none is kept.
    change: Option<Option<PositionChange>>,
}

impl Glance {
    pub(super) fn of(making: &Making<'_>, found: &[Group]) -> Result<Self> {
        Ok(Self {
            total: total(&making.positions, &making.pricing),
            leavers: assignments::held_by_leavers(making.conn, making.options.as_of)?,
            findings: Summary::of(found),
            change: making.scope.is_whole().then(|| {
                let now = || making.positions.iter().map(|one| figures(&one.total));
                (making.last).map(|last| PositionChange::since(last, now()))
            }),
        })
    }

    /// Tone, label and value of each line.
    pub(super) fn lines(&self, side: Side) -> Vec<(Tone, String, String)> {
        let total = &self.total;
        let words = side.first();
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let line = |label: &str, wrong: i64, worst: Tone, value: String| {
            let tone = if wrong > 0 { worst } else { Tone::Good };
            let value = format!("{} {value}", symbol(tone));
            (tone, side.stacked(label), value)
        };
        let counted =
            |label: &str, count: i64, worst: Tone| line(label, count, worst, words.number(count));
        let sums = |sums: &MoneySums| side.joined("\n", |words| sums.said(words));
        let at_stake = |sums: &MoneySums| sums.yearly.amount + sums.once.amount;
        let cost = |label: &str, cost: &MoneySums, worst: Tone| {
            line(label, at_stake(cost), worst, sums(cost))
        };
        let proven = format!(
            "{} / {}",
            words.number(total.provable),
            words.number(total.owned)
        );
        let mut true_up = sums(&total.true_up);
        if total.unpriced > 0 {
            let unpriced =
                |words: Words| words.format("glance-unpriced", &[("count", total.unpriced)]);
            true_up = format!("{true_up}\n{}", side.joined(" ", unpriced));
        }
        let currency = &total.true_up.once.currency;
        let [save, cover] =
            [self.findings.save, self.findings.cover].map(|sums| sums.within(currency));
        let change = self.change.as_ref().map(|change| {
            let worse = (change.as_ref()).map_or(0, |one| one.short.max(one.short_provable));
            let said = side.joined("\n", |words| match change {
                Some(change) => change.said(words),
                None => words.text("glance-change-none"),
            });
            line("glance-change", worse, Tone::Warn, said)
        });
        let lines = [
            counted("glance-short", count(total.short), Tone::Bad),
            counted("glance-unproven", count(total.unproven), Tone::Warn),
            line(
                "glance-provable",
                total.owned - total.provable,
                Tone::Warn,
                proven,
            ),
            counted("glance-leavers", self.leavers, Tone::Bad),
            line(
                "glance-true-up",
                at_stake(&total.true_up) + count(total.unpriced),
                Tone::Bad,
                true_up,
            ),
            cost(
                "glance-true-up-provable",
                &total.true_up_provable,
                Tone::Bad,
            ),
            cost("glance-surplus", &total.surplus, Tone::Warn),
            cost("findings-side--cover", &cover, Tone::Bad),
            cost("findings-side--save", &save, Tone::Warn),
        ];
        lines.into_iter().chain(change).collect()
    }
}

/// Stands beside the colour.
const fn symbol(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "●",
        Tone::Warn => "◐",
        Tone::Bad => "▼",
    }
}
