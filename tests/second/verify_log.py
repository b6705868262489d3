"""Verifies a vault's change log independently: verify_log.py VAULT RECOVERY_KEY

Written from the format in src-tauri/core/src/vault/log.rs alone. Prints `ok <entries> <head>`, or fails at the first bad entry.
"""

import hashlib
import sys
from pathlib import Path

import vault as vaults

ENTRIES = """
SELECT l.seq, l.register, l.record, l.field, l.before, l.after, l.hash,
       o.id, o.kind, o.actor, o.utc, o.reason, o.origin, v.salt, v.before, v.after
FROM log l LEFT JOIN operation o ON o.id = l.operation LEFT JOIN log_value v ON v.seq = l.seq
ORDER BY l.seq
"""


def entry_hash(*parts: str | bytes | int | None) -> bytes:
    """Each part with its length; a missing part is the length ffffffff."""
    digest = hashlib.sha256()
    for part in parts:
        if part is None:
            digest.update(b"\xff\xff\xff\xff")
            continue
        raw = part if isinstance(part, bytes) else str(part).encode()
        digest.update(len(raw).to_bytes(4, "big") + raw)
    return digest.digest()


def commitment(salt: bytes, side: bytes, value: str) -> bytes:
    return hashlib.sha256(salt + side + value.encode()).digest()


def verify(store: vaults.dbapi2.Connection, vault_id: str) -> tuple[int, bytes]:
    head = bytes(32)
    count = 0
    for row in store.execute(ENTRIES):
        seq, register, record, field, before, after, stored = row[:7]
        operation, kind, actor, utc, reason, origin, salt, value_before, value_after = row[7:]
        count += 1
        assert seq == count, f"entry {count} is missing"
        assert operation is not None, f"entry {seq} has lost its operation"
        head = entry_hash(
            "sealbook log 1", vault_id, seq, head, operation, kind, actor, utc, reason, origin,
            register, record, field, before, after,
        )
        assert head == stored, f"entry {seq} was changed"
        for side, value, committed in ((b"b", value_before, before), (b"a", value_after, after)):
            if salt is not None and value is not None:
                assert commitment(salt, side, value) == committed, f"a value of entry {seq} was changed"
    return count, head


def main(vault: Path, recovery_key: str) -> None:
    secret = vaults.read_secret(vaults.by_identity(vault / "keys/recovery.age", recovery_key).decode())
    count, head = verify(vaults.open_store(vault, secret.database_key), secret.vault_id)
    print(f"ok {count} {head.hex()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
