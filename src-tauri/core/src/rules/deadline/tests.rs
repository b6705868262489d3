//! The rules as a table of cases, their laws, and the sample company's dates wherever the core shows them.
#![allow(clippy::unwrap_used)] // a test stops where something is missing

mod ahead;
mod deciding;
mod places;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use proptest::prelude::*;
use serde::Deserialize;

use super::calendar::{Calendar, arrangements};
use super::term::{Renewal, Step, Terms, Unit, later};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    ends: NaiveDate,
    today: NaiveDate,
    renewal: Option<String>,
    months: Option<i64>,
    notice: Option<i64>,
    unit: Option<String>,
    country: Option<String>,
    #[serde(default)]
    own: BTreeMap<NaiveDate, String>,
    runs_until: NaiveDate,
    terms: Option<i64>,
    notice_by: Option<NaiveDate>,
    act_by: Option<NaiveDate>,
}

#[test]
fn every_case_comes_out_as_written() {
    let cases: Cases = toml::from_str(include_str!("cases.toml")).unwrap();
    assert!(cases.case.len() >= 60);
    for case in cases.case {
        let country = case.country.as_deref().unwrap_or("CN");
        let mut calendar = Calendar::published().unwrap();
        for (day, kind) in &case.own {
            calendar.set(country, *day, kind == "worked");
        }
        let terms = Terms {
            ends: case.ends,
            renewal: match case.renewal.as_deref() {
                Some("tacit") => Renewal::Tacit,
                _ => Renewal::Ends,
            },
            months: case.months,
            notice: case.notice,
            unit: Unit::of(case.unit.as_deref()),
            country,
        };
        let found = terms.on(case.today, &calendar);
        let renewed = found.end_steps.iter().find_map(|step| match step {
            Step::Renewed { terms, .. } => Some(*terms),
            _ => None,
        });
        let (notice, steps) = found.notice.unzip();
        let act_by = steps.into_iter().flatten().find_map(|step| match step {
            Step::ActBy(day) => Some(day),
            _ => None,
        });
        assert_eq!(
            (found.ends, renewed, notice, act_by),
            (case.runs_until, case.terms, case.notice_by, case.act_by),
            "{}",
            case.name
        );
    }
}

#[test]
fn a_count_through_an_unknown_year_says_so() {
    let calendar = Calendar::published().unwrap();
    let terms = |ends: &str, unit| Terms {
        ends: ends.parse().unwrap(),
        renewal: Renewal::Ends,
        months: None,
        notice: Some(5),
        unit,
        country: "CN",
    };
    let unknown = |ends, unit| {
        let found = terms(ends, unit).on("2026-11-24".parse().unwrap(), &calendar);
        found.notice.unwrap().1.contains(&Step::YearUnknown(2027))
    };
    assert!(unknown("2027-03-31", Unit::WorkingDays));
    assert!(!unknown("2026-12-31", Unit::WorkingDays));
    assert!(!unknown("2027-03-31", Unit::Days));
}

#[test]
fn the_arrangements_are_whole() {
    for arrangement in arrangements().unwrap() {
        let name = format!("{} {}", arrangement.country, arrangement.year);
        assert!(arrangement.published.parse::<NaiveDate>().is_ok(), "{name}");
        assert!(!arrangement.source.is_empty(), "{name}");
        assert!(["high", "medium"].contains(&arrangement.confidence.as_str()));
    }
    let calendar = Calendar::published().unwrap();
    let worked = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first
            .iter_days()
            .take_while(|day| day.format("%Y").to_string() == year.to_string());
        days.filter(|day| calendar.works("CN", *day)).count()
    };
    // 365 days less 52 weekends and 13 statutory days, as the Ministry of Human Resources counts 248
    assert_eq!([worked(2025), worked(2026)], [248, 248]);
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20_000).prop_map(|days| {
        let first = NaiveDate::from_ymd_opt(1995, 1, 1).unwrap();
        first.checked_add_days(chrono::Days::new(days)).unwrap()
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Days),
        Just(Unit::WorkingDays),
        Just(Unit::Months)
    ]
}

fn terms(ends: NaiveDate, months: i64, notice: i64, unit: Unit) -> Terms<'static> {
    Terms {
        ends,
        renewal: Renewal::Tacit,
        months: Some(months),
        notice: Some(notice),
        unit,
        country: "CN",
    }
}

proptest! {
    #[test]
    fn the_running_term_is_the_first_that_has_not_ended(ends in day(), today in day(), months in 1_i64..40) {
        let calendar = Calendar::published().unwrap();
        let running = terms(ends, months, 0, Unit::Days).on(today, &calendar).ends;
        prop_assert!(running >= today || running == ends);
        prop_assert!(running >= ends);
        if running > ends {
            let before = (0_i64..).map(|k| later(ends, k * months).unwrap()).take_while(|end| *end < running).last();
            prop_assert!(before.unwrap() < today, "the term before had ended");
        }
    }

    #[test]
    fn more_notice_is_never_later_and_none_is_after_the_end(ends in day(), notice in 0_i64..200, unit in unit()) {
        let calendar = Calendar::published().unwrap();
        let by = |notice| terms(ends, 12, notice, unit).on(ends, &calendar).notice.unwrap().0;
        prop_assert!(by(notice) <= ends);
        prop_assert!(by(notice + 1) < by(notice) || unit == Unit::Months && by(notice + 1) <= by(notice));
    }

    #[test]
    fn between_notice_and_end_lie_as_many_working_days_as_agreed(ends in day(), notice in 1_i64..120) {
        let calendar = Calendar::published().unwrap();
        let by = terms(ends, 12, notice, Unit::WorkingDays).on(ends, &calendar).notice.unwrap().0;
        let worked = by.iter_days().take_while(|day| *day < ends).filter(|day| calendar.works("CN", *day));
        prop_assert_eq!(i64::try_from(worked.count()).unwrap(), notice);
        prop_assert!(calendar.works("CN", by));
    }

    #[test]
    fn notice_in_months_leaves_at_least_these_months(ends in day(), notice in 0_u32..40) {
        let calendar = Calendar::published().unwrap();
        let by = terms(ends, 12, i64::from(notice), Unit::Months).on(ends, &calendar).notice.unwrap().0;
        prop_assert!(by.checked_add_months(Months::new(notice)).unwrap() <= ends);
    }

    #[test]
    fn asking_again_on_the_day_found_finds_it(ends in day(), today in day(), months in 1_i64..40) {
        let calendar = Calendar::published().unwrap();
        let once = terms(ends, months, 30, Unit::Days).on(today, &calendar);
        prop_assert_eq!(&terms(ends, months, 30, Unit::Days).on(once.ends, &calendar), &once);
    }
}
