"""The signing key in a real gnome-keyring, on a session bus and in a home of its own."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.trust.signers import Ed25519Signer

if TYPE_CHECKING:
    from collections.abc import Mapping

NEEDED = ("gnome-keyring-daemon", "dbus-run-session")
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's keyring"),
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)),
        reason="no gnome-keyring or no D-Bus here (packages gnome-keyring, dbus)",
    ),
]

UNLOCKED = 'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null'
RUNNING = "gnome-keyring-daemon --start --components=secrets >/dev/null </dev/null"
ASK = """
    import base64, json
    from pressdesk.domain.errors import KeyringMissing
    from pressdesk.trust.keys import open_signer
    from pressdesk.trust.os_keyring import OsKeyring
    try:
        signer = open_signer(keyring=OsKeyring())
    except KeyringMissing as missing:
        print(json.dumps({"missing": missing.backend}))
    else:
        signature = base64.b64encode(signer.sign(b"ja")).decode()
        print(json.dumps({"key": signer.key, "name": OsKeyring().name, "signature": signature}))
"""
STORED = """
    import keyring
    print(keyring.get_password("PressDesk", "signing-key"))
"""
LOCK = """
    import secretstorage
    bus = secretstorage.dbus_init()
    secretstorage.get_default_collection(bus).lock()
"""
PLAIN = """
    import sys
    from keyring.backend import KeyringBackend

    class PlaintextKeyring(KeyringBackend):
        priority = 0.5

        def get_password(self, service, username):
            return None

        def set_password(self, service, username, password):
            open("plain.txt", "w").write(password)
"""


@pytest.fixture
def world(home: Path) -> dict[str, str]:
    """Return an environment with that home, and the keyring that the system would choose."""
    (home / "run").mkdir(mode=0o700)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHON_KEYRING_BACKEND", "DISPLAY", "WAYLAND_DISPLAY")
        and not name.startswith(("DBUS_", "GNOME_", "SSH_"))
    }
    return environment | {
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PYTHONPATH": os.pathsep.join([str(home), *filter(None, sys.path)]),
    }


def script(folder: str, name: str, source: str) -> str:
    path = Path(folder) / f"{name}.py"
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    return f"'{sys.executable}' '{path}'"


def on_a_bus(world: Mapping[str, str], *steps: str) -> list[str]:
    """Run the steps one after the other on a session bus of their own; return what they print."""
    answer = subprocess.run(
        [shutil.which("dbus-run-session") or "", "--", "bash", "-c", "\n".join(["set -e", *steps])],
        check=False,
        capture_output=True,
        text=True,
        env=world,
        cwd=world["HOME"],
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


def test_the_key_is_made_once_and_found_by_the_next_process(world: dict[str, str]) -> None:
    """Two processes on one bus, and a third after the keyring was started anew."""
    ask = script(world["HOME"], "ask", ASK)
    stored = script(world["HOME"], "stored", STORED)

    first, second, secret = on_a_bus(world, UNLOCKED, ask, ask, stored)
    (third,) = on_a_bus(world, UNLOCKED, ask)

    answer = json.loads(first)
    assert answer["name"] == "keyring.backends.SecretService.Keyring"
    assert first == second == third
    assert secret.startswith("1:")
    assert answer["key"] == keyed(secret)


def test_the_key_lies_nowhere_in_clear(world: dict[str, str]) -> None:
    """No file of that home holds it, as text or as bytes."""
    ask = script(world["HOME"], "ask", ASK)
    stored = script(world["HOME"], "stored", STORED)

    _, secret = on_a_bus(world, UNLOCKED, ask, stored)

    seed = base64.b64decode(secret.removeprefix("1:"))
    files = [path for path in Path(world["HOME"]).rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    for path in files:
        data = path.read_bytes()
        assert seed not in data
        assert seed.hex().encode() not in data
        assert secret.removeprefix("1:").encode() not in data


def test_a_locked_keyring_that_nobody_opens_is_missing(world: dict[str, str]) -> None:
    """Without a screen nobody can be asked: it fails, and does not wait."""
    ask, lock = script(world["HOME"], "ask", ASK), script(world["HOME"], "lock", LOCK)

    before, after = on_a_bus(world, UNLOCKED, ask, lock, ask)

    assert "key" in json.loads(before)
    assert json.loads(after) == {"missing": "keyring.backends.SecretService.Keyring"}


def test_a_keyring_without_any_collection_is_missing(world: dict[str, str]) -> None:
    """A daemon that was never unlocked has nothing to store in, and nobody to ask."""
    (answer,) = on_a_bus(world, RUNNING, script(world["HOME"], "ask", ASK))

    assert json.loads(answer) == {"missing": "keyring.backends.SecretService.Keyring"}


def test_without_a_session_bus_there_is_no_keyring(world: dict[str, str]) -> None:
    """The case of a bare server."""
    ask = script(world["HOME"], "ask", ASK)

    answer = subprocess.run(
        [shutil.which("bash") or "", "-c", ask],
        check=True,
        capture_output=True,
        text=True,
        env=world | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={world['HOME']}/none"},
        timeout=60,
    )

    assert json.loads(answer.stdout) == {"missing": ""}
    assert answer.stderr == ""


def test_a_plain_text_keyring_is_refused(world: dict[str, str]) -> None:
    """What ``keyrings.alt`` does: it would be chosen in silence, and store in clear."""
    home = Path(world["HOME"])
    module = home / "keyrings" / "alt"
    module.mkdir(parents=True)
    (module / "file.py").write_text(textwrap.dedent(PLAIN), encoding="utf-8")
    ask = script(world["HOME"], "ask", ASK)

    (answer,) = on_a_bus(
        world | {"PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring"}, UNLOCKED, ask
    )

    assert json.loads(answer) == {"missing": "keyrings.alt.file.PlaintextKeyring"}
    assert not (home / "plain.txt").exists()


def keyed(secret: str) -> str:
    return Ed25519Signer(base64.b64decode(secret.removeprefix("1:"))).key
