//! One date, one day: lists, lanes, forecast and reminders say what the engine says.

use std::collections::BTreeMap;

use super::super::kinds::{KINDS, Part};
use super::super::{Deadline, decision, forecast, lanes, read, tiers};
use crate::ledger::{self, FilterOp, ListQuery};
use crate::register::{REGISTERS, contract, register, renewal};
use crate::rules::tests::{now, sample, today};
use crate::vault::reminders::Given;
use crate::vault::{Operation, Vault};
use crate::words::{Language, Words, WorkbookLanguages};
use crate::workbook::worklist::{self, Recipient};
use crate::workbook::{Target, calendar};

fn all(vault: &Vault) -> Vec<Deadline> {
    read(vault.connection(), today(), None).unwrap()
}

fn overview(vault: &Vault) -> (Vec<lanes::Lane>, Vec<lanes::NeedItem>) {
    lanes::read(vault.connection(), today(), Words::new(Language::En)).unwrap()
}

#[test]
fn every_kind_names_what_there_is() {
    for kind in KINDS {
        let register = register(kind.register).unwrap();
        assert!(
            kind.day.starts_with(&format!("{}.", register.key)),
            "{}",
            kind.key
        );
        for language in Language::ALL {
            assert!(
                Words::new(language).has(&format!("deadline-{}", kind.key)),
                "{}",
                kind.key
            );
        }
        let decided = renewal::DATE.field.choices();
        assert!(
            kind.part == Part::Notice
                || kind.next == super::super::kinds::Next::None
                || decided.contains(&kind.key),
            "{} can be renewed and so decided",
            kind.key
        );
    }
    let dated: Vec<&str> = REGISTERS.iter().map(|register| register.key).collect();
    assert!(KINDS.iter().all(|kind| dated.contains(&kind.register)));
}

#[test]
fn the_sample_company_has_dates_of_every_sort_but_an_unended_purchase() {
    let (_folder, vault) = sample();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for deadline in all(&vault) {
        *found.entry(deadline.kind.key).or_default() += 1;
    }
    let lacking: Vec<&str> = KINDS
        .iter()
        .map(|kind| kind.key)
        .filter(|key| !found.contains_key(key))
        .collect();
    assert_eq!(lacking, ["purchase_ends"], "{found:?}");
}

#[test]
fn the_notice_she_would_have_missed_is_among_the_nearest() {
    let (_folder, vault) = sample();
    let (_, needs) = overview(&vault);
    let missed = needs
        .iter()
        .find(|need| {
            need.kind == "contract_notice" && need.title.en_or_zh().contains("Desktop support")
        })
        .unwrap();
    assert!((0..=14).contains(&missed.days), "{missed:?}");
    let contract =
        ledger::record(vault.connection(), register("contract").unwrap(), missed.id).unwrap();
    assert!(
        contract.get(contract::ENDS).unwrap() < today(),
        "its paper ended long ago"
    );
}

#[test]
fn lanes_count_what_is_open_and_near() {
    let (_folder, vault) = sample();
    let (lanes, needs) = overview(&vault);
    let open: Vec<Deadline> = all(&vault)
        .into_iter()
        .filter(|one| !one.settled())
        .collect();
    let (missed, open): (Vec<_>, Vec<_>) = open.iter().partition(|one| one.missed(today()));
    let within = |first: i64, last: i64| {
        let days = open.iter().map(|one| one.days(today()));
        days.filter(|days| (first..=last).contains(days)).count()
    };
    let counts: Vec<usize> = lanes.iter().map(|lane| lane.count).collect();
    assert_eq!(
        counts,
        [
            missed.len() + within(-30, -1),
            within(0, 7),
            within(8, 30),
            within(31, 90),
            within(i64::MIN, -31)
        ]
    );
    // a missed notice comes first, what passed long ago last
    let (first, needs) = needs.split_at(missed.len());
    assert!(first.iter().all(|need| !need.follows.is_empty()));
    let news = open
        .iter()
        .filter(|one| (-30..=90).contains(&one.days(today())));
    for (need, deadline) in needs.iter().zip(news) {
        assert_eq!(need.due, deadline.day.to_string());
    }
    assert!(needs.is_sorted_by_key(|need| need.near == lanes::Near::Past));
}

#[test]
fn a_missed_notice_leads_until_it_is_decided_and_says_what_follows() {
    let (_folder, mut vault) = sample();
    let (_, needs) = overview(&vault);
    let leads = &needs[0];
    assert!(
        leads.days < -tiers::NEWS,
        "older than what is news: {leads:?}"
    );
    let missed = all(&vault)
        .into_iter()
        .find(|one| (one.kind.key, one.id) == (leads.kind, leads.id))
        .unwrap();
    let renews = Words::new(Language::En).date(missed.ends.succ_opt().unwrap());
    assert!(leads.follows[0].contains(&renews), "{:?}", leads.follows);
    // it is said once, and handed over whatever its age
    let said = tiers::pending(vault.connection(), today()).unwrap();
    assert!(said.iter().any(|reminder| reminder.deadline == missed));
    let later = missed.ends;
    assert!(missed.missed(later));
    let chosen = worklist::chosen(vault.connection(), later, &Recipient::All).unwrap();
    assert!(
        chosen
            .iter()
            .any(|one| one.uuid == missed.uuid && one.kind == missed.kind)
    );

    let decision = decision::Decision {
        decision: "drop".to_owned(),
        ..Default::default()
    };
    vault
        .write(&Operation::new("decide", now()), |tx| {
            decision::decide(tx, &missed, &decision, today())
        })
        .unwrap();
    let (_, needs) = overview(&vault);
    let quiet = |need: &lanes::NeedItem| (need.kind, need.id) != (missed.kind.key, missed.id);
    assert!(needs.iter().all(quiet));
}

#[test]
fn a_missed_notice_matters_while_the_term_it_began_runs() {
    let (_folder, vault) = sample();
    let mut notice = all(&vault)
        .into_iter()
        .find(|one| one.missed(today()))
        .unwrap();
    let words = Words::new(Language::En);
    let on = |day: &str| day.parse().unwrap();
    notice.day = on("2026-06-30");
    notice.ends = on("2026-12-31");
    notice.months = Some(6);
    assert!(notice.follows(today(), words)[0].contains("1 Jan 2027 for 6 months"));
    assert!(
        !notice.missed(on("2026-06-30")),
        "that day can still be used"
    );
    assert!(
        !notice.missed(on("2027-01-01")),
        "the next term has a notice of its own"
    );
    notice.months = None;
    assert!(notice.follows(on("2027-03-01"), words)[0].contains("renewed by itself on 1 Jan 2027"));
    assert!(notice.missed(on("2027-12-31")) && !notice.missed(on("2028-01-01")));
    notice.automatic = None;
    assert!(!notice.missed(today()), "nothing is known to follow");
    assert!(notice.past(today()));
}

#[test]
fn the_contract_list_shows_and_filters_the_days_found() {
    let (_folder, vault) = sample();
    let contracts = register("contract").unwrap();
    let days: BTreeMap<i64, (String, String)> = all(&vault)
        .into_iter()
        .filter(|one| one.kind.key == "contract_ends")
        .filter_map(|one| Some((one.id, (one.ends.to_string(), one.notice_by?.to_string()))))
        .collect();
    assert!(days.len() > 5);
    let query = ListQuery::all("contract").filter("notice_by", FilterOp::After, &["1900-01-01"]);
    let ids = ledger::ids(vault.connection(), &query, today()).unwrap();
    assert_eq!(ids.len(), days.len());
    let fields = ["term_ends", "notice_by"];
    let rows = ledger::rows(vault.connection(), contracts, &ids, &fields, today()).unwrap();
    for row in rows {
        let (ends, notice) = &days[&row.id];
        let shown = serde_json::to_string(&row).unwrap();
        assert!(shown.contains(ends) && shown.contains(notice), "{shown}");
    }
}

#[test]
fn a_reminder_comes_once_a_tier() {
    let (_folder, mut vault) = sample();
    let first = tiers::pending(vault.connection(), today()).unwrap();
    assert!(first.len() > 10);
    assert!(first.iter().all(|reminder| !reminder.deadline.settled()));
    let given: Vec<Given> = first.iter().map(tiers::Reminder::given).collect();
    vault.reminded(&given, now()).unwrap();
    assert_eq!(tiers::pending(vault.connection(), today()).unwrap(), []);
    // the next tier of a date that was 8 to 30 days away
    let near = first
        .iter()
        .find(|reminder| (8..=30).contains(&reminder.deadline.days(today())))
        .unwrap();
    let later = near.deadline.day.pred_opt().unwrap();
    let again = tiers::pending(vault.connection(), later).unwrap();
    let again = again
        .iter()
        .find(|one| (one.deadline.kind, one.deadline.id) == (near.deadline.kind, near.deadline.id))
        .unwrap();
    assert_eq!((near.tier, again.tier), (30, 7));
}

#[test]
fn reminders_are_chosen_by_kind_and_by_record() {
    let (_folder, mut vault) = sample();
    let of = |vault: &Vault, deadline: &Deadline| {
        let tiers = tiers::Tiers::read(vault.connection()).unwrap();
        tiers.of(deadline).to_vec()
    };
    let deadlines = all(&vault);
    let mut notices = deadlines
        .iter()
        .filter(|one| one.kind.key == "contract_notice");
    let (one, other) = (notices.next().unwrap(), notices.next().unwrap());
    let (one, other) = (one.clone(), other.clone());
    let kind = "contract_notice";
    let mut set = |record, days: &[i64]| {
        let operation = Operation::new("settings", now());
        let set = vault.write(&operation, |tx| tx.set_reminders(kind, record, days));
        let chosen = [&one, &other].map(|deadline| of(&vault, deadline));
        set.map(|_| chosen)
    };
    let usual = tiers::USUAL.to_vec();
    assert_eq!(set(None, &[]).unwrap(), [usual.clone(), usual]);
    set(None, &[14, 120, 14]).unwrap();
    let own = set(Some(one.uuid), &[3]).unwrap();
    assert_eq!(own, [vec![3], vec![120, 14]]);
    let again = set(Some(one.uuid), &[]).unwrap();
    assert_eq!(again[0], [120, 14]);
    assert!(set(None, &[-1]).unwrap_err().is("reminder_days"));
}

#[test]
fn the_forecast_adds_every_end_once() {
    let (_folder, vault) = sample();
    let deadlines = all(&vault);
    let quarters = forecast::read(vault.connection(), today(), &deadlines).unwrap();
    assert_eq!(quarters.len(), 6);
    assert_eq!(quarters[0].starts.to_string(), "2026-10-01");
    assert!(quarters.iter().map(|quarter| quarter.amount).sum::<i64>() > 0);
    let last = quarters[5]
        .starts
        .checked_add_months(chrono::Months::new(3))
        .unwrap();
    let licenses = deadlines
        .iter()
        .filter(|one| one.kind.key == "license_ends" || one.kind.key == "license_maintenance")
        .filter(|one| one.day >= today() && one.day < last)
        .count();
    let counted: usize = quarters.iter().map(|quarter| quarter.count).sum();
    assert!(counted >= licenses, "{counted} of {licenses}");
}

#[test]
fn workbook_and_calendar_name_the_same_days() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let (folder, vault) = sample();
    let chosen = worklist::chosen(vault.connection(), today(), &Recipient::All).unwrap();
    let path = folder.path().join("worklist.xlsx");
    let target = Target {
        now: now(),
        path: &path,
    };
    let languages = WorkbookLanguages::En;
    worklist::export(
        vault.connection(),
        today(),
        &Recipient::All,
        languages,
        target,
    )
    .unwrap();
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let range = book.worksheet_range("Renewals").unwrap();
    let (top, left) = range.start().unwrap();
    let head = range.rows().position(|row| {
        row.iter()
            .any(|cell| cell == &Data::String("Days left".into()))
    });
    let rows: Vec<_> = range.rows().skip(head.unwrap() + 1).collect();
    assert_eq!((rows.len(), left), (chosen.len(), 0), "from row {top}");
    for (row, deadline) in rows.iter().zip(&chosen) {
        let day = match &row[3] {
            Data::DateTime(day) => day.as_datetime().unwrap().date(),
            other => panic!("{other:?}"),
        };
        assert_eq!(day, deadline.day);
        assert_eq!(row[4], Data::Float(deadline.days(today()) as f64));
    }
    let quarters = forecast::read(vault.connection(), today(), &chosen).unwrap();
    let costs = book.worksheet_range("Cost by quarter").unwrap();
    let first = costs
        .rows()
        .position(|row| row[0] == Data::String(quarters[0].name()))
        .unwrap();
    for (row, quarter) in costs.rows().skip(first).zip(&quarters) {
        assert_eq!(row[1], Data::Float(quarter.amount as f64 / 10_000.0));
    }
    let (text, entries) = calendar::written(
        vault.connection(),
        today(),
        &Recipient::All,
        languages,
        now(),
    )
    .unwrap();
    let open: Vec<&Deadline> = chosen.iter().filter(|one| !one.settled()).collect();
    assert_eq!(entries, open.len());
    for deadline in open {
        let starts = format!("DTSTART;VALUE=DATE:{}", deadline.day.format("%Y%m%d"));
        assert!(text.contains(&starts), "{starts}");
    }
}

#[test]
fn a_lead_is_handed_the_kinds_of_the_role_and_what_its_people_answer_for() {
    let (_folder, vault) = sample();
    let of =
        |recipient: Recipient| worklist::chosen(vault.connection(), today(), &recipient).unwrap();
    let all = of(Recipient::All);
    let finance = of(Recipient::Role("finance_lead".to_owned()));
    let it = of(Recipient::Role("it_lead".to_owned()));
    assert!(finance.len() < all.len() && it.len() < all.len());
    assert!(finance.iter().any(|one| one.kind.key == "contract_notice"));
    assert!(it.iter().any(|one| one.kind.key == "license_warranty"));
    let owner = all.iter().find_map(|one| one.owner).unwrap();
    let hers = of(Recipient::Person(owner));
    assert!(!hers.is_empty() && hers.iter().all(|one| one.owner == Some(owner)));
}
