"""Opens a Sealbook vault with programs that share no code with Sealbook: the `age` command and Python's SQLCipher binding."""

import os
import pty
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2


class Secret(NamedTuple):
    """What every key file wraps."""

    vault_id: str
    database_key: str
    evidence_identity: str


def read_secret(text: str) -> Secret:
    heading, vault_id, key, identity = text.splitlines()
    assert heading == "sealbook vault 1", heading
    assert len(key) == 96 and int(key, 16) >= 0
    assert identity.startswith("AGE-SECRET-KEY-1")
    return Secret(vault_id, key, identity)


def by_identity(file: Path, identity: str) -> bytes:
    """age --decrypt --identity, the identity kept in a file only while the command runs."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as key:
        key.write(identity + "\n")
        key.flush()
        command = ["age", "--decrypt", "--identity", key.name, str(file)]
        return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout


def by_passphrase(file: Path, passphrase: str) -> str:
    """age --decrypt asks at a terminal, so it gets one."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "secret"
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvp("age", ["age", "--decrypt", "--output", str(answer), str(file)])
        _type_when_asked(terminal, passphrase)
        _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0, "age refused the passphrase"
        return answer.read_text()


def _type_when_asked(terminal: int, passphrase: str) -> None:
    seen = b""
    while True:
        try:
            part = os.read(terminal, 1024)
        except OSError:  # the command has ended
            return
        if not part:
            return
        seen += part
        if b"assphrase" in seen:
            time.sleep(0.2)  # the prompt comes before the terminal stops echoing
            os.write(terminal, passphrase.encode() + b"\n")
            seen = b""


def open_store(vault: Path, key: str) -> dbapi2.Connection:
    """The database, read only, with the raw key."""
    connection = dbapi2.connect(f"file:{vault / 'store.db'}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection
