//! From what a contract says to the day that counts: the term that runs today, and the last day to give notice of it.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::calendar::Calendar;

/// How an agreement goes on when its term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// By itself, unless somebody gives notice.
    Tacit,
    /// Only when both agree, or not at all.
    Ends,
}

/// What notice is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Working days of the country.
    WorkingDays,
    /// Months by the calendar.
    Months,
}

impl Unit {
    /// By its key; days where nothing is said.
    pub fn of(key: Option<&str>) -> Self {
        match key {
            Some("working_days") => Self::WorkingDays,
            Some("months") => Self::Months,
            _ => Self::Days,
        }
    }
}

/// What the paper says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms<'a> {
    /// Last day of the term the paper names.
    pub ends: NaiveDate,
    /// How it goes on.
    pub renewal: Renewal,
    /// Length of each further term in months.
    pub months: Option<i64>,
    /// Length of notice.
    pub notice: Option<i64>,
    /// What that is counted in.
    pub unit: Unit,
    /// Whose working days count.
    pub country: &'a str,
}

/// One step of how a day was found. Fluent `deadline-step-<key>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The record names the day.
    Named(NaiveDate),
    /// The paper's term ended; it renewed by itself so many times.
    Renewed {
        /// The paper's day.
        from: NaiveDate,
        /// Further terms.
        terms: i64,
        /// Months of each.
        months: i64,
        /// Last day of the one that runs.
        ends: NaiveDate,
    },
    /// It renewed by itself, but for how long is not said.
    LengthUnknown,
    /// Counted back from the end.
    Notice {
        /// How many.
        count: i64,
        /// Of what.
        unit: Unit,
        /// The day found.
        day: NaiveDate,
    },
    /// The arrangement of a year the count runs through is not known: only weekends were left out.
    YearUnknown(i32),
    /// The day is not worked: act by the last working day before.
    ActBy(NaiveDate),
}

/// The days that follow from the terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Last day of the term that runs on the day asked about, or of the last one.
    pub ends: NaiveDate,
    /// How that was found.
    pub end_steps: Vec<Step>,
    /// Last day to give notice of it, and how that was found.
    pub notice: Option<(NaiveDate, Vec<Step>)>,
}

impl Terms<'_> {
    /// The days that count on `today`.
    pub fn on(&self, today: NaiveDate, calendar: &Calendar) -> Found {
        let (ends, end_steps) = self.running(today);
        let notice = self
            .notice_day(ends, calendar)
            .map(|(day, counted)| (day, [end_steps.as_slice(), &counted].concat()));
        Found {
            ends,
            end_steps,
            notice,
        }
    }

    /// The term that has not ended yet; the paper's own where it does not renew by itself.
    fn running(&self, today: NaiveDate) -> (NaiveDate, Vec<Step>) {
        let named = vec![Step::Named(self.ends)];
        if self.ends >= today || self.renewal != Renewal::Tacit {
            return (self.ends, named);
        }
        let Some(months) = self.months.filter(|months| *months > 0) else {
            return (self.ends, [named, vec![Step::LengthUnknown]].concat());
        };
        let whole = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
        let mut terms = ((whole(today) - whole(self.ends)) / months).max(1);
        loop {
            // each counted from the paper's day, so that a short month does not shift those after it
            let Some(ends) = later(self.ends, terms.saturating_mul(months)) else {
                return (self.ends, named);
            };
            if ends >= today {
                let renewed = Step::Renewed {
                    from: self.ends,
                    terms,
                    months,
                    ends,
                };
                return (ends, vec![renewed]);
            }
            terms += 1;
        }
    }

    fn notice_day(&self, ends: NaiveDate, calendar: &Calendar) -> Option<(NaiveDate, Vec<Step>)> {
        let count = self.notice.filter(|count| *count >= 0)?;
        let day = match self.unit {
            Unit::Days => ends.checked_sub_days(Days::new(count.unsigned_abs()))?,
            // the day of the same number: where a month is shorter, the earlier reading
            Unit::Months => ends.checked_sub_months(Months::new(u32::try_from(count).ok()?))?,
            Unit::WorkingDays if count > MOST_WORKING_DAYS => return None,
            Unit::WorkingDays => calendar.working_days_before(self.country, ends, count)?,
        };
        let mut steps = vec![Step::Notice {
            count,
            unit: self.unit,
            day,
        }];
        let act_by = calendar.worked_by(self.country, day);
        let counted = match self.unit {
            Unit::WorkingDays => day.year()..=ends.year(),
            _ => act_by.year()..=day.year(),
        };
        let unknown = counted.filter(|year| !calendar.knows(self.country, *year));
        if self.unit == Unit::WorkingDays {
            steps.extend(unknown.map(Step::YearUnknown));
        }
        if act_by != day {
            steps.push(Step::ActBy(act_by));
        }
        Some((day, steps))
    }
}

/// Ten years: beyond it is a typing error.
const MOST_WORKING_DAYS: i64 = 2_500;

/// So many months later: the last day of a month stays the last day, another keeps its number where the month has it.
pub fn later(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let moved = day.checked_add_months(Months::new(u32::try_from(months).ok()?))?;
    let last = |day: NaiveDate| {
        day.succ_opt()
            .is_none_or(|next| next.month() != day.month())
    };
    if !last(day) {
        return Some(moved);
    }
    moved
        .with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}
