//! The rights of each license on the day, from its purchase lines. A line counts when it has begun and not ended; a renewal
//! replaces the lines that began before it; a return takes away; maintenance gives no rights of its own; a step-up turns rights
//! of its base license into rights of its own, as far as base rights stand.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::facts::{Effect, Facts, LicenseFacts, LineFacts, Proof};
use super::steps::{Rule, Subject};

/// The rights of one license.
#[derive(Debug, Clone, Default)]
pub struct Owned {
    /// All.
    pub all: i64,
    /// Of lines that are proven.
    pub proven: i64,
    /// Of these, with weak proof.
    pub weak: i64,
    /// Of all and of the proven: what step-ups added or took.
    pub raised: [i64; 2],
    /// Whether a line that stands is proven, whatever its quantity.
    pub any_proven: bool,
    /// Last day of maintenance; none where nothing is known of it.
    pub maintenance: Option<NaiveDate>,
    /// Lines that stand and lack proof: what, and rights.
    pub lacking: Vec<(i64, i64)>,
    /// How it came about.
    pub steps: Vec<(Rule, Option<Subject>, i64)>,
}

impl Owned {
    fn step(&mut self, rule: Rule, subject: Option<Subject>, input: i64) {
        self.steps.push((rule, subject, input));
    }
}

/// A step-up line that stands.
struct StepUp<'a> {
    line: &'a LineFacts,
    license: usize,
}

/// The rights of every license, in their order.
pub fn owned(facts: &Facts, index: &HashMap<i64, usize>) -> Vec<Owned> {
    let mut by_license: Vec<Vec<&LineFacts>> = vec![Vec::new(); facts.licenses.len()];
    for line in &facts.lines {
        if let Some(at) = index.get(&line.license) {
            by_license[*at].push(line);
        }
    }
    let mut step_ups = Vec::new();
    let mut owned: Vec<Owned> = Vec::with_capacity(by_license.len());
    for (at, lines) in by_license.iter_mut().enumerate() {
        lines.sort_unstable_by_key(|line| line.id);
        owned.push(of_lines(facts, at, lines, &mut step_ups));
    }
    step_ups.sort_by_key(|step| (step.line.starts, step.line.id));
    raise(facts, index, &step_ups, &mut owned);
    for rights in &mut owned {
        let (proven, weak) = (rights.proven, rights.weak);
        rights.step(Rule::Proven, None, proven);
        rights.step(Rule::Weak, None, weak);
    }
    owned
}

/// Whether a line has begun, and whether it has ended.
fn term(line: &LineFacts, license: &LicenseFacts, day: NaiveDate) -> (bool, bool) {
    let starts = line.starts.or(license.starts);
    let ends = line.ends.or(license.ends);
    (
        starts.is_none_or(|starts| starts <= day),
        ends.is_some_and(|ends| ends < day),
    )
}

fn of_lines<'a>(
    facts: &Facts,
    at: usize,
    lines: &[&'a LineFacts],
    step_ups: &mut Vec<StepUp<'a>>,
) -> Owned {
    let license = &facts.licenses[at];
    let mut owned = Owned {
        maintenance: license.maintenance_until,
        ..Owned::default()
    };
    let stands = |line: &LineFacts| {
        let unsaid = line.ends.or(license.ends).is_none();
        term(line, license, facts.day) == (true, false)
            && !license.retired
            && !(license.expired && unsaid)
    };
    let begins = |line: &LineFacts| line.starts.or(license.starts);
    let renewed = lines
        .iter()
        .filter(|line| line.effect == Effect::Renew && stands(line))
        .map(|line| begins(line))
        .max();
    let (mut taken, mut full, mut weak) = (0, 0, 0);
    for line in lines {
        let (begun, ended) = term(line, license, facts.day);
        if !begun {
            continue;
        }
        if line.effect == Effect::Maintenance {
            owned.maintenance = owned
                .maintenance
                .max(Some(line.ends.unwrap_or(NaiveDate::MAX)));
            continue;
        }
        let gives = matches!(line.effect, Effect::Add | Effect::Renew | Effect::StepUp);
        let quantity = line.quantity;
        let unsaid = line.ends.or(license.ends).is_none();
        let gone = if ended || (license.expired && unsaid) {
            Some(Rule::Ended)
        } else if license.retired {
            Some(Rule::Retired)
        } else if renewed.is_some_and(|renewed| begins(line) < renewed) {
            Some(Rule::Replaced)
        } else {
            None
        };
        if let Some(rule) = gone {
            if gives {
                owned.step(rule, None, quantity);
            }
            continue;
        }
        if line.lacks != 0 && line.effect != Effect::Return {
            owned.lacking.push((line.lacks, quantity));
        }
        let added = match line.effect {
            Effect::StepUp => {
                step_ups.push(StepUp { line, license: at });
                continue;
            }
            Effect::Return => -quantity,
            _ => quantity,
        };
        owned.all += added;
        match line.effect {
            Effect::Return => owned.step(Rule::Returned, None, quantity),
            Effect::Correction => owned.step(Rule::Corrected, None, quantity),
            _ => owned.step(Rule::Bought, None, quantity),
        }
        owned.any_proven |= line.effect != Effect::Return && line.proof() > Proof::None;
        match line.proof() {
            _ if added < 0 => taken -= added,
            Proof::Full => full += added,
            Proof::Weak => weak += added,
            Proof::None => {}
        }
    }
    owned.proven = (full + weak - taken).max(0);
    owned.weak = weak.min(owned.proven);
    owned
}

/// Turns base rights into higher ones, the earlier step-up first. What is turned is no base right any more, whether the
/// step-up is proven or not: so more proof never takes a provable right away.
fn raise(facts: &Facts, index: &HashMap<i64, usize>, step_ups: &[StepUp<'_>], owned: &mut [Owned]) {
    // what each base had before anything was turned
    let mut bases: HashMap<usize, (i64, i64, i64)> = HashMap::new();
    for step in step_ups {
        let base = step.line.base.and_then(|base| index.get(&base).copied());
        let Some(base) = base.filter(|base| *base != step.license) else {
            owned[step.license].step(Rule::WithoutBase, None, step.line.quantity);
            continue;
        };
        let (left, proven, strong) = bases.entry(base).or_insert_with(|| {
            let rights = &owned[base];
            (
                rights.all.max(0),
                rights.proven,
                rights.proven - rights.weak,
            )
        });
        let turned = step.line.quantity.clamp(0, *left);
        let shown = turned.min(*proven);
        let firm = turned.min(*strong);
        *left -= turned;
        *proven -= shown;
        *strong -= firm;
        let subject = |license: usize| Some(("product", facts.licenses[license].product));
        let rights = &mut owned[base];
        rights.all -= turned;
        rights.raised[0] -= turned;
        rights.raised[1] -= shown;
        rights.proven -= shown;
        rights.weak -= shown - firm;
        rights.step(Rule::SteppedFrom, subject(step.license), turned);
        let rights = &mut owned[step.license];
        rights.all += turned;
        rights.raised[0] += turned;
        rights.step(Rule::SteppedUp, subject(base), turned);
        rights.step(Rule::WithoutBase, None, step.line.quantity - turned);
        if step.line.proof() > Proof::None {
            rights.proven += shown;
            rights.raised[1] += shown;
            rights.any_proven |= shown > 0;
            rights.weak += if step.line.proof() == Proof::Full {
                shown - firm
            } else {
                shown
            };
        }
    }
}

/// What step-ups add to or take from each license they concern: its row, rights, provable rights.
pub fn raised(facts: &Facts) -> Vec<(i64, i64, i64)> {
    let index: HashMap<i64, usize> = (facts.licenses.iter().enumerate())
        .map(|(at, license)| (license.id, at))
        .collect();
    let ids = facts.licenses.iter().map(|license| license.id);
    ids.zip(owned(facts, &index))
        .map(|(id, owned)| (id, owned.raised[0], owned.raised[1]))
        .collect()
}
