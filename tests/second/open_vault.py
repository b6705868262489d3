"""The vault opens without Sealbook: open_vault.py VAULT RECOVERY_KEY [PASSPHRASE]

Decrypts the recovery slot (and a person's, when the passphrase is given) with the age command, opens the database with an
independent SQLCipher binding, checks every page's seal, and makes sure that plain SQLite sees nothing.
"""

import sqlite3
import sys
import tomllib
from pathlib import Path

import vault as vaults


def main(vault: Path, recovery_key: str, passphrase: str | None) -> None:
    secret = vaults.read_secret(vaults.by_identity(vault / "keys/recovery.age", recovery_key).decode())
    named = tomllib.loads((vault / "vault.toml").read_text())
    assert secret.vault_id in str(named), "the secret belongs to this vault"
    if passphrase is not None:
        people = sorted((vault / "keys").glob("person-*.age"))
        assert people, "a person's slot"
        assert vaults.read_secret(vaults.by_passphrase(people[0], passphrase)) == secret

    store = vaults.open_store(vault, secret.database_key)
    broken = store.execute("PRAGMA cipher_integrity_check").fetchall()
    assert broken == [], broken
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = {name for (name,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {"license", "product", "purchase", "log", "operation"} <= tables, tables
    licenses = store.execute("SELECT count(*) FROM license").fetchone()[0]

    plain_sqlite_sees_nothing(vault / "store.db")
    wrong_key_sees_nothing(vault, secret.database_key)
    evidence = evidence_opens(vault, secret.evidence_identity)
    print(f"opened: {len(tables)} tables, {licenses} licenses, {evidence} evidence files")


def plain_sqlite_sees_nothing(store: Path) -> None:
    assert not store.read_bytes()[:16].startswith(b"SQLite format 3")
    try:
        sqlite3.connect(f"file:{store}?mode=ro", uri=True).execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.DatabaseError:
        return
    raise AssertionError("plain SQLite opened the database")


def wrong_key_sees_nothing(vault: Path, key: str) -> None:
    flipped = ("0" if key[0] != "0" else "1") + key[1:]
    try:
        vaults.open_store(vault, flipped).execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except vaults.dbapi2.DatabaseError:
        return
    raise AssertionError("a key with one digit changed opened the database")


def evidence_opens(vault: Path, identity: str) -> int:
    files = sorted((vault / "evidence").rglob("*.age")) if (vault / "evidence").is_dir() else []
    for file in files[:3]:
        assert file.read_bytes().startswith(b"age-encryption.org/v1")
        assert vaults.by_identity(file, identity)
    return len(files)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
