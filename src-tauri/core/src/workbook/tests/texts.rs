//! Every text of every sheet in every language.

use super::*;

#[test]
fn every_text_of_every_language_is_there() {
    let (folder, vault) = vault();
    for languages in [
        WorkbookLanguages::ZhIt,
        WorkbookLanguages::En,
        WorkbookLanguages::Zh,
        WorkbookLanguages::It,
    ] {
        let path = folder.path().join("language.xlsx");
        let result = made(&vault, &options(languages), &path);
        let ids = |cell: &String| {
            let id = cell.split([' ', '\n']).next().unwrap_or_default();
            Language::ALL
                .iter()
                .all(|language| !crate::words::Words::new(*language).has(id))
                && [
                    "sheet-",
                    "position-",
                    "cover-",
                    "changelog-",
                    "renewals-",
                    "lists-",
                    "workbook-",
                    "method-",
                    "integrity-",
                    "operation-",
                    "places-",
                    "findings-",
                    "savings-",
                    "idle-",
                    "trace-",
                ]
                .iter()
                .any(|prefix| id.starts_with(prefix))
        };
        for name in result.sheets.iter().map(|sheet| &sheet.name) {
            let cells = sheet(&path, name);
            assert!(
                cells.iter().flatten().find(|cell| ids(cell)).is_none(),
                "{name}"
            );
        }
    }
}
