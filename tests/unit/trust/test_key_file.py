"""A key in a file, under a passphrase."""

from __future__ import annotations

import json
import os
import stat
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import (
    FolderReadOnly,
    KeyFileDamaged,
    PassphraseTooShort,
    PassphraseWrong,
    SourceMissing,
    TargetExists,
)
from pressdesk.trust.key_file import create_key_file, key_in_file, open_key_file

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "blåbær på toppen"
CHEAP = 2**14


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kari.key"


def test_the_key_comes_back_with_its_passphrase(path: Path) -> None:
    """At full cost: the same key, also for a passphrase typed on a system that decomposes å."""
    made = create_key_file(path, PASSPHRASE)

    opened = open_key_file(path, unicodedata.normalize("NFD", PASSPHRASE))

    assert opened.key == made.key == key_in_file(path)
    assert opened.sign(b"x") == made.sign(b"x")
    assert json.loads(path.read_bytes())["n"] == 2**17


def test_the_seed_is_not_in_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither as bytes nor in hexadecimal."""
    seed = bytes(range(32))
    monkeypatch.setattr("secrets.token_bytes", lambda length: seed[:length])

    create_key_file(path, PASSPHRASE, cost=CHEAP)

    assert seed not in path.read_bytes()
    assert seed.hex().encode() not in path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_only_its_owner_may_read_it(path: Path) -> None:
    """Whatever the umask says."""
    old = os.umask(0)
    try:
        create_key_file(path, PASSPHRASE, cost=CHEAP)
    finally:
        os.umask(old)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["kari.key"]


def test_a_key_is_never_overwritten(path: Path) -> None:
    """What stands there, stays."""
    path.write_bytes(b"mine")

    with pytest.raises(TargetExists):
        create_key_file(path, PASSPHRASE, cost=CHEAP)

    assert path.read_bytes() == b"mine"
    assert [one.name for one in path.parent.iterdir()] == ["kari.key"]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """Nothing is left behind."""
    with pytest.raises(FolderReadOnly):
        create_key_file(tmp_path / "missing" / "kari.key", PASSPHRASE, cost=CHEAP)


@pytest.mark.parametrize("short", ["", "elleve tegn", "a\u030a" * 11])
def test_a_short_passphrase_is_refused(path: Path, short: str) -> None:
    """Twelve characters at least; an å typed as two counts as one."""
    with pytest.raises(PassphraseTooShort) as refused:
        create_key_file(path, short, cost=CHEAP)

    assert refused.value.minimum == 12
    assert not path.exists()


@pytest.mark.parametrize("wrong", ["", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud800"])
def test_a_wrong_passphrase_opens_nothing(path: Path, wrong: str) -> None:
    """And says only that."""
    create_key_file(path, PASSPHRASE, cost=CHEAP)

    with pytest.raises(PassphraseWrong):
        open_key_file(path, wrong)


@pytest.mark.parametrize("name", ["public", "salt", "nonce", "secret"])
def test_every_byte_of_the_file_is_authenticated(path: Path, name: str) -> None:
    """Another public key in clear is noticed as soon as the key is used."""
    create_key_file(path, PASSPHRASE, cost=CHEAP)
    members = json.loads(path.read_bytes())
    members[name] = ("0" if members[name][0] != "0" else "1") + members[name][1:]
    path.write_text(json.dumps(members), encoding="ascii")

    with pytest.raises(PassphraseWrong):
        open_key_file(path, PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"kdf": "pbkdf2"},
        {"cipher": "none"},
        {"n": 2**30},
        {"n": 2**13},
        {"n": 2**17 + 1},
        {"n": -1},
        {"n": True},
        {"r": 1_000_000},
        {"p": 1_000_000},
        {"salt": ""},
        {"salt": "zz" * 16},
        {"public": "00"},
        {"secret": "00" * 64},
        {"secret": None},
        {"more": 1},
    ],
    ids=str,
)
def test_a_file_that_asks_for_anything_else_is_refused_unopened(
    path: Path, change: dict[str, object]
) -> None:
    """Above all one whose parameters would eat the machine's memory."""
    create_key_file(path, PASSPHRASE, cost=CHEAP)
    members = json.loads(path.read_bytes()) | change
    path.write_text(json.dumps(members), encoding="ascii")

    with pytest.raises(KeyFileDamaged):
        open_key_file(path, PASSPHRASE)
    with pytest.raises(KeyFileDamaged):
        key_in_file(path)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 10_000, b" " * 20_000, bytes(64)]
)
def test_what_is_no_key_file_is_said_so(path: Path, data: bytes) -> None:
    """Never a traceback."""
    path.write_bytes(data)

    with pytest.raises(KeyFileDamaged):
        open_key_file(path, PASSPHRASE)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """Missing, and a folder."""
    for path in (tmp_path / "missing.key", tmp_path):
        with pytest.raises(SourceMissing):
            open_key_file(path, PASSPHRASE)
