//! The vaults that are measured, made once and kept under target/bench.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io::Write};

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use rusqlite::{Connection, named_params};
use sealbook_core::sample::{self, Size};
use sealbook_core::vault::{CreateOptions, Unlock, Vault};
use tempfile::NamedTempFile;

use crate::figure;

/// The moment every benchmark is of.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap()
}

pub fn today() -> NaiveDate {
    now().date_naive()
}

/// A vault with the sample company grown to this many licenses, and its recovery key.
pub fn grown(rows: usize) -> (PathBuf, String) {
    let folder = sealbook_tests::root()
        .join("target/bench")
        .join(rows.to_string());
    let kept = folder.join("recovery-key.txt");
    if !kept.is_file() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        figure::measure("make-vault", &[&rows.to_string(), folder.to_str().unwrap()]);
    }
    (folder.join("vault"), fs::read_to_string(kept).unwrap())
}

/// The same with this many assignments and installations more, laid in beside the gate: only their number matters here.
pub fn busy(rows: usize, uses: usize) -> (PathBuf, String) {
    let (grown, key) = grown(rows);
    let folder = grown.with_file_name(format!("with-{uses}-uses"));
    if !folder.join("filled").is_file() {
        let _ = fs::remove_dir_all(&folder);
        copy(&grown, &folder);
        let conn = plain(&folder, &raw_key(&folder, key.trim()));
        conn.execute_batch(&format!("BEGIN; {} COMMIT;", use_of(uses)))
            .unwrap();
        fs::write(folder.join("filled"), "").unwrap();
    }
    (folder, key)
}

/// Rights handed out and installations found, spread over everything there is.
fn use_of(uses: usize) -> String {
    let numbers =
        format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {uses})");
    let one = |table: &str, step: u32| format!("1 + i * {step} % (SELECT MAX(id) FROM {table})");
    format!(
        "{numbers} INSERT INTO assignment (uuid, created_at, changed_at, license_id, person_id, starts) \
           SELECT randomblob(16), '', '', {}, {}, '2026-01-05' FROM n; \
         {numbers} INSERT INTO deployment (uuid, created_at, changed_at, product_id, device_id, version, installed, source) \
           SELECT randomblob(16), '', '', {}, {}, 2020 + i % 7, '2026-02-03', 'scan' FROM n;",
        one("license", 7_919),
        one("person", 6_101),
        one("product", 31),
        one("device", 5_003),
    )
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &place);
        } else {
            fs::copy(&path, &place).unwrap();
        }
    }
}

/// The task behind [`grown`].
pub fn make(words: &[String]) -> f64 {
    let (rows, folder) = (words[0].parse().unwrap(), Path::new(&words[1]));
    let (mut vault, key) = create(&folder.join("vault"));
    sample::fill(
        &mut vault,
        Size::Rows(rows),
        today(),
        now(),
        &mut |_, _, _| Ok(()),
    )
    .unwrap();
    vault.close().unwrap();
    fs::write(folder.join("recovery-key.txt"), key).unwrap();
    0.0
}

/// An empty vault.
pub fn create(folder: &Path) -> (Vault, String) {
    let options = CreateOptions {
        folder,
        company: "美瑞迪零部件（中国）有限公司",
        person: "李伟",
        passphrase: "copper lantern drift meadow orbit",
        work_factor: Some(10),
        now: now(),
    };
    let (mut vault, key) = Vault::create(&options).unwrap();
    vault.confirm_recovery(&key).unwrap();
    (vault, key)
}

/// Opens as a person with the recovery key does: the cost of a passphrase is chosen, not measured.
pub fn open(folder: &Path, key: &str) -> Vault {
    Vault::open(folder, Unlock::Recovery(key)).unwrap()
}

/// A plain SQLCipher connection to the same database; the raw key comes from the `age` command.
pub fn plain(folder: &Path, raw_key: &str) -> Connection {
    let connection = Connection::open(folder.join("store.db")).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA key = \"x'{raw_key}'\"; PRAGMA cache_size = -262144;"
        ))
        .unwrap();
    connection
}

/// Asks a connection questions of `:today` and reads every answer; how many rows they had.
pub fn answered(conn: &Connection, questions: &[&str]) -> usize {
    let today = today().to_string();
    let mut rows_read = 0;
    for sql in questions {
        let mut statement = conn.prepare(sql).unwrap();
        let mut rows = statement.query(named_params! { ":today": today }).unwrap();
        while let Some(row) = rows.next().unwrap() {
            black_box(row.get_ref(0).unwrap());
            rows_read += 1;
        }
    }
    rows_read
}

/// The 96 digits under which SQLCipher opens the database.
pub fn raw_key(folder: &Path, recovery_key: &str) -> String {
    let mut identity = NamedTempFile::new().unwrap();
    writeln!(identity, "{recovery_key}").unwrap();
    let mut age = Command::new("age");
    age.args(["--decrypt", "--identity"])
        .arg(identity.path())
        .arg(folder.join("keys/recovery.age"));
    let secret = String::from_utf8(age.output().expect("age runs").stdout).unwrap();
    secret
        .lines()
        .nth(2)
        .expect("the third line is the key")
        .to_owned()
}
