//! What is set for the whole vault stands in the change log like a record, and is taken back like one.

use serde_json::json;

use crate::ledger::{EntryView, HistoryQuery, history};
use crate::register::register;
use crate::rules::deadline;
use crate::rules::tests::{now, sample, today};
use crate::vault::{Changes, Operation, Thresholds, Vault, Writer};
use crate::words::{Language, Words};

fn set(vault: &mut Vault, change: impl FnOnce(&mut Writer<'_>) -> crate::Result<()>) -> Changes {
    let operation = Operation::new("settings", now());
    vault.write(&operation, change).unwrap().1
}

fn thresholds(vault: &mut Vault, dormant_days: u32) -> Changes {
    let thresholds = Thresholds {
        dormant_days,
        ..Thresholds::DEFAULT
    };
    set(vault, |tx| tx.set_thresholds(thresholds))
}

/// The entries of the last operation, as the page shows them.
fn last(vault: &Vault) -> Vec<EntryView> {
    let query = HistoryQuery {
        limit: 1,
        ..HistoryQuery::default()
    };
    let mut page = history(vault.connection(), &query).unwrap();
    assert_eq!(page.operations[0].kind, "settings");
    page.operations.swap_remove(0).entries
}

fn kept(vault: &Vault) -> u32 {
    let kept = Thresholds::read(vault.connection()).unwrap();
    kept.dormant_days
}

#[test]
fn a_threshold_changed_stands_in_the_log_and_is_taken_back() {
    let (_folder, mut vault) = sample();
    let before = vault.log_head().unwrap();
    let first = thresholds(&mut vault, 60);
    let [entry] = last(&vault).try_into().unwrap();
    assert_eq!((entry.register, entry.record), ("settings", None));
    assert_eq!(entry.title.en.as_deref(), Some("Settings"));
    assert_eq!((entry.before, entry.after), (json!(90), json!(60)));
    let field = entry.field.unwrap();
    for language in Language::ALL {
        let words = Words::new(language);
        assert_eq!(words.setting(&field), words.text("dormant-days"));
    }

    // the same once more leaves no trace
    thresholds(&mut vault, 60);
    let after = vault.log_head().unwrap();
    assert_eq!(after.entries, before.entries + 1);

    let undo = Operation::new("undo", now());
    let second = thresholds(&mut vault, 30);
    let refused = vault.undo(first.operation, &undo).unwrap_err();
    assert!(refused.is("undo_changed"), "{refused:?}");
    vault.undo(second.operation, &undo).unwrap();
    assert_eq!(kept(&vault), 60);
    vault.undo(first.operation, &undo).unwrap();
    assert_eq!(kept(&vault), 90);
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn reminders_chosen_stand_in_the_log_of_the_vault_or_of_their_record() {
    let (_folder, mut vault) = sample();
    let dates = deadline::read(vault.connection(), today(), None).unwrap();
    let notice = dates.iter().find(|one| one.kind.key == "contract_notice");
    let notice = notice.unwrap();
    let all = set(&mut vault, |tx| {
        tx.set_reminders("contract_notice", None, &[14, 120])
    });
    let [entry] = last(&vault).try_into().unwrap();
    assert_eq!((entry.register, entry.record), ("settings", None));
    assert_eq!((entry.before, entry.after), (json!(null), json!([120, 14])));
    let label = Words::new(Language::En).setting(entry.field.as_deref().unwrap());
    assert_eq!(label, "Remind, days ahead (Contract: last day for notice)");

    let one = set(&mut vault, |tx| {
        tx.set_reminders("contract_notice", Some(notice.uuid), &[3])
    });
    let [entry] = last(&vault).try_into().unwrap();
    let contract = register("contract").unwrap();
    let title = crate::ledger::title(vault.connection(), contract, notice.id).unwrap();
    assert_eq!(
        (entry.register, entry.record, entry.title),
        ("contract", Some(notice.id), title)
    );
    let of_record = HistoryQuery {
        register: Some("contract".to_owned()),
        id: Some(notice.id),
        limit: 9,
        ..HistoryQuery::default()
    };
    let page = history(vault.connection(), &of_record).unwrap();
    assert_eq!(page.operations[0].id, one.operation);

    let undo = Operation::new("undo", now());
    vault.undo(one.operation, &undo).unwrap();
    vault.undo(all.operation, &undo).unwrap();
    let chosen = crate::vault::reminders::chosen(vault.connection()).unwrap();
    assert!(chosen.is_empty(), "{chosen:?}");
    assert!(vault.verify_log().unwrap().ok);
}
