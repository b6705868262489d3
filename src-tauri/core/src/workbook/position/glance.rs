//! The few figures of the cover.

use super::Making;
use crate::Result;
use crate::register::Money;
use crate::rules::findings::assignments;
use crate::rules::position::Status;
use crate::words::{Side, Words};
use crate::workbook::style::Tone;

/// The figures.
pub(super) struct Glance {
    short: i64,
    unproven: i64,
    owned: i64,
    provable: i64,
    leavers: i64,
    true_up: Money,
    unpriced: i64,
}

impl Glance {
    pub(super) fn of(making: &Making<'_>) -> Result<Self> {
        let with = |status| {
            let found = making
                .positions
                .iter()
                .filter(|position| position.status() == status);
            i64::try_from(found.count()).unwrap_or(i64::MAX)
        };
        let mut glance = Self {
            short: with(Status::Short),
            unproven: with(Status::Unproven),
            owned: making
                .positions
                .iter()
                .map(|position| position.total.owned)
                .sum(),
            provable: making
                .positions
                .iter()
                .map(|position| position.total.provable)
                .sum(),
            leavers: assignments::held_by_leavers(making.conn, making.options.as_of)?,
            true_up: Money {
                amount: 0,
                currency: making.pricing.currency().to_owned(),
            },
            unpriced: 0,
        };
        for position in &making.positions {
            if position.status() != Status::Short {
                continue;
            }
            let cost = making.pricing.costs(position).true_up;
            match cost {
                Some(cost) => glance.true_up.amount += cost.amount,
                None => glance.unpriced += 1,
            }
        }
        Ok(glance)
    }

    /// Tone, label and value of each line.
    pub(super) fn lines(&self, side: Side) -> Vec<(Tone, String, String)> {
        let bad_if = |count: i64, tone: Tone| if count > 0 { tone } else { Tone::Good };
        let figure =
            |tone: Tone, count: i64| format!("{} {}", symbol(tone), side.first().number(count));
        let counts = [
            ("glance-short", self.short, Tone::Bad),
            ("glance-unproven", self.unproven, Tone::Warn),
            ("glance-leavers", self.leavers, Tone::Bad),
        ];
        let mut lines: Vec<_> = counts
            .into_iter()
            .map(|(label, count, worst)| {
                let tone = bad_if(count, worst);
                (tone, side.stacked(label), figure(tone, count))
            })
            .collect();
        let tone = bad_if(self.owned - self.provable, Tone::Warn);
        let of = |words: Words| {
            format!(
                "{} {} / {}",
                symbol(tone),
                words.number(self.provable),
                words.number(self.owned)
            )
        };
        lines.insert(2, (tone, side.stacked("glance-provable"), of(side.first())));
        let tone = bad_if(self.true_up.amount + self.unpriced, Tone::Bad);
        let mut cost = format!("{} {}", symbol(tone), side.first().money(&self.true_up));
        if self.unpriced > 0 {
            let unpriced =
                |words: Words| words.format("glance-unpriced", &[("count", self.unpriced)]);
            cost = format!("{cost} · {}", side.joined(" ", unpriced));
        }
        lines.push((tone, side.stacked("glance-true-up"), cost));
        lines
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
