//! `sealbook import` as it is typed: what it says, how it ends, and what the vault holds then.
#![allow(clippy::unwrap_used)] // a test stops where it fails

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A vault of one company, and the files beside it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: TempDir::new().unwrap(),
        };
        let init = "init vault --company Acme --person Lin --recovery-out key.txt";
        assert_eq!(desk.sealbook(init).0, 0);
        desk
    }

    fn file(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    /// Exit code, and everything said.
    fn sealbook(&self, line: &str) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_sealbook"))
            .args(line.split(' '))
            .current_dir(self.folder.path())
            .env("SEALBOOK_VAULT", Path::new("vault"))
            .env("SEALBOOK_PASSPHRASE", "correct horse battery staple")
            .env("SEALBOOK_LANG", "en")
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        (output.status.code().unwrap(), said)
    }

    /// Runs it to its end, whatever it found.
    fn says(&self, line: &str) -> String {
        let (code, said) = self.sealbook(line);
        assert!(code < 2, "{line}: {said}");
        said
    }
}

#[test]
fn rows_left_out_are_corrected_and_taken_in_by_themselves() {
    let desk = Desk::new();
    desk.file(
        "people.csv",
        "Employee ID,Name,Hire date\nE1,Ann Bell,2024-01-08\nE2,Bo Chen,2024-02-31\nE3,Cy Dong,soon\n",
    );
    let said = desk.says("import people.csv --into person --skip-errors");
    let number = said.split("--again ").nth(1).unwrap();
    let number = number.split(' ').next().unwrap();
    let again = format!("import --again {number}");
    assert!(said.contains("people.csv: 2 rows"), "{said}");
    assert!(desk.says("import --left-out").contains(&again));

    let (code, said) = desk.sealbook(&again);
    assert_eq!(code, 1, "they are as wrong as before: {said}");
    assert!(said.contains("C3:") && said.contains("C4:"), "{said}");
    let (code, said) = desk.sealbook(&format!("{again} --correct D3=x"));
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("D3 is none of the cells"), "{said}");

    let corrected = format!("{again} --correct C3=2024-02-28 --skip-errors");
    let said = desk.says(&corrected);
    assert!(said.contains("people.csv: 1 row"), "{said}");
    let people = desk.says("list person --fields staff_no,joined --format csv");
    assert!(people.contains("E2,2024-02-28"), "{people}");
    assert!(!people.contains("E3"), "{people}");
    let (code, said) = desk.sealbook(&corrected);
    assert_eq!(code, 6, "they wait with the second import: {said}");
}

#[test]
fn what_is_read_and_what_is_not_is_told() {
    let desk = Desk::new();
    desk.file(
        "list.csv",
        "Product,Quantity,Shelf\nVisio,3,A\nProject,2,B\nTotal,5,\n",
    );
    let said = desk.says("import list.csv --dry-run");
    for line in [
        "A Product → product.name",
        "C Shelf: not imported",
        "Row 4 sums up others",
        "2 to create",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let said = desk.says("import list.csv");
    assert!(
        said.contains("Row 4 sums up others") && !said.contains("→"),
        "{said}"
    );
}

#[test]
fn what_counts_as_the_same_record_is_chosen() {
    let desk = Desk::new();
    desk.file(
        "first.csv",
        "Employee ID,Name,Email\nE1,Ann Bell,a@example.cn\n",
    );
    desk.file(
        "moved.csv",
        "Employee ID,Name,Email\nF1,Ann Bell,b@example.cn\n",
    );
    desk.says("import first.csv --into person");
    for (wrong, hint) in [
        ("person", "person=staff_no,email"),
        ("device=serial", "Choose from: person"),
        ("person=phone", "staff_no"),
    ] {
        let (code, said) =
            desk.sealbook(&format!("import moved.csv --into person --match {wrong}"));
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(hint), "{said}");
    }
    let new = desk.says("import moved.csv --into person --dry-run");
    let same = desk.says("import moved.csv --into person --match person=name --dry-run");
    assert!(new.contains("1 to create"), "{new}");
    assert!(same.contains("0 to create, 1 to change"), "{same}");
}
