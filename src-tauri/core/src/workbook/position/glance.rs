//! The few figures of the cover.

use super::Making;
use crate::Result;
use crate::register::Money;
use crate::rules::findings::{Group, Summary, Sums, assignments};
use crate::rules::position::describe::total;
use crate::rules::position::report::PositionTotal;
use crate::words::{Side, Words};
use crate::workbook::style::Tone;

/// The figures.
pub(super) struct Glance {
    total: PositionTotal,
    leavers: i64,
    findings: Summary,
}

impl Glance {
    pub(super) fn of(making: &Making<'_>, found: &[Group]) -> Result<Self> {
        Ok(Self {
            total: total(&making.positions, &making.pricing),
            leavers: assignments::held_by_leavers(making.conn, making.options.as_of)?,
            findings: Summary::of(found),
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
        let cost = |label: &str, money: &Money, worst: Tone| {
            line(label, money.amount, worst, words.money(money))
        };
        let proven = format!(
            "{} / {}",
            words.number(total.provable),
            words.number(total.owned)
        );
        let mut true_up = words.money(&total.true_up);
        if total.unpriced > 0 {
            let unpriced =
                |words: Words| words.format("glance-unpriced", &[("count", total.unpriced)]);
            true_up = format!("{true_up} · {}", side.joined(" ", unpriced));
        }
        let (save, cover) = (self.findings.save, self.findings.cover);
        vec![
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
                total.true_up.amount + count(total.unpriced),
                Tone::Bad,
                true_up,
            ),
            cost(
                "glance-true-up-provable",
                &total.true_up_provable,
                Tone::Bad,
            ),
            cost("glance-surplus", &total.surplus, Tone::Warn),
            line(
                "findings-side--cover",
                cover.whole(),
                Tone::Bad,
                self.sums(side, cover),
            ),
            line(
                "findings-side--save",
                save.whole(),
                Tone::Warn,
                self.sums(side, save),
            ),
        ]
    }

    /// What findings amount to, every year and once.
    fn sums(&self, side: Side, sums: Sums) -> String {
        let money = |amount| Money {
            amount,
            currency: self.total.true_up.currency.clone(),
        };
        let said = |words: Words| {
            [("yearly", sums.yearly), ("once", sums.once)]
                .map(|(key, amount)| {
                    let args = [("money", words.money(&money(amount)))];
                    words.format(&format!("findings-{key}"), &args)
                })
                .join(" · ")
        };
        side.joined("\n", said)
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
