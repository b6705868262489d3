//! What Sealbook exports it reads back: nothing changes in the vault it came from, and another vault becomes equal.

use super::*;
use crate::register::REGISTERS;
use crate::sample::{Size, fill};
use crate::words::WorkbookLanguages;
use crate::workbook::Target;
use crate::workbook::list::{ListExport, export};

/// Every register as an exported list.
pub(super) fn lists(
    vault: &Vault,
    folder: &std::path::Path,
    languages: WorkbookLanguages,
) -> Vec<(&'static Register, Vec<u8>)> {
    REGISTERS
        .iter()
        .map(|register| {
            let path = folder.join(format!("{}.xlsx", register.key));
            let list = ListExport {
                register,
                ids: None,
                fields: &[],
                languages,
                today: today(),
            };
            let target = Target {
                now: now(),
                path: &path,
            };
            export(vault.connection(), &list, target, &mut |_, _| true).unwrap();
            (*register, std::fs::read(path).unwrap())
        })
        .collect()
}

#[test]
fn a_list_read_back_changes_nothing() {
    let (folder, mut vault) = vault();
    fill(&mut vault, Size::Company, today(), now(), &mut |_, _, _| {
        Ok(())
    })
    .unwrap();
    for languages in [WorkbookLanguages::ZhEn, WorkbookLanguages::It] {
        for (register, bytes) in lists(&vault, folder.path(), languages) {
            let mut draft = open(&vault, "list.xlsx", &bytes, None);
            assert_eq!(draft.view(1).target, register.key);
            let seen = preview(&mut draft, &vault);
            let changed = draft
                .rows(vault.connection(), &only(RowAction::Update), 0, 3)
                .unwrap();
            assert_eq!(
                seen.counts.all,
                seen.counts.unchanged,
                "{}: {:?}\n{changed:#?}\n{}",
                register.key,
                seen.counts,
                faults(&draft, &vault)
            );
        }
    }
}
