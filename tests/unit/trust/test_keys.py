"""Which key signs; and which backends of the keyring library may hold one."""

from __future__ import annotations

import base64
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import keyring
import keyring.backend
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import KeyringLocked

from pressdesk.domain.errors import (
    KeyFileDamaged,
    KeyringMissing,
    PassphraseMissing,
    PassphraseWrong,
    SourceMissing,
    ValueRefused,
)
from pressdesk.trust.key_file import create_key_file
from pressdesk.trust.keys import open_signer, own_keys
from pressdesk.trust.os_keyring import ACCOUNT, SERVICE, OsKeyring, keyring_signer
from pressdesk.trust.signers import Ed25519Signer, key_id, session_signer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSPHRASE = "blåbær på toppen"


class FakeKeyring:
    """A safe keyring in memory."""

    name = "memory"

    def __init__(self, stored: str | None = None, *, keeps: bool = True) -> None:
        self.stored = stored
        self.keeps = keeps
        self.asked = 0

    def get(self, account: str) -> str | None:
        """Return what is stored."""
        assert account == ACCOUNT
        self.asked += 1
        return self.stored

    def set(self, account: str, secret: str) -> None:
        """Store it, unless this one forgets."""
        assert account == ACCOUNT
        if self.keeps:
            self.stored = secret


class MissingKeyring(FakeKeyring):
    """No keyring at all."""

    def get(self, account: str) -> str | None:
        """Fail as the real one does."""
        raise KeyringMissing(backend=account)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "kari.key"
    create_key_file(path, PASSPHRASE, cost=2**14)
    return path


def test_a_signer_signs_what_its_public_key_verifies() -> None:
    """The id is the hash of the public key; the private key shows nowhere."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signer = Ed25519Signer(b"\x07" * 32)

    Ed25519PublicKey.from_public_bytes(signer.public).verify(signer.sign(b"ja"), b"ja")
    assert signer.key == key_id(signer.public)
    assert "07" * 3 not in repr(signer)
    assert not hasattr(signer, "__dict__")


def test_every_session_has_a_key_of_its_own() -> None:
    """A key for this run only."""
    assert session_signer().key != session_signer().key


def test_the_keyring_makes_the_key_once() -> None:
    """First use makes it, later uses find it; the form carries its version."""
    fake = FakeKeyring()

    first, second = keyring_signer(fake, lambda length: b"\x05" * length), keyring_signer(fake)

    assert first.key == second.key == Ed25519Signer(b"\x05" * 32).key
    assert fake.stored == "1:" + base64.b64encode(b"\x05" * 32).decode()


def test_a_keyring_that_forgets_is_no_keyring() -> None:
    """A key that would be lost with this run is not used in silence."""
    with pytest.raises(KeyringMissing):
        keyring_signer(FakeKeyring(keeps=False))


@pytest.mark.parametrize(
    "stored", ["", "1:", "2:" + "A" * 44, "A" * 44, "1:AAAA", "1:æ", "1:\ud800"]
)
def test_what_is_no_key_is_left_as_it_is(stored: str) -> None:
    """It may be the key of a newer PressDesk, so it is never overwritten."""
    fake = FakeKeyring(stored)

    with pytest.raises(KeyFileDamaged):
        keyring_signer(fake)

    assert fake.stored == stored


def test_a_named_key_file_comes_first(key_file: Path) -> None:
    """Before the session key and the keyring, which is not even asked."""
    fake = FakeKeyring()

    signer = open_signer(
        keyring=fake, key_file=key_file, choice="session", ask_passphrase=lambda _: PASSPHRASE
    )

    assert own_keys(keyring=None, key_file=key_file) == {signer.key}
    assert fake.asked == 0


def test_a_session_key_comes_before_the_keyring() -> None:
    """The way out where there is no keyring."""
    assert open_signer(keyring=MissingKeyring(), choice="session").public


@pytest.mark.parametrize("choice", [None, ""])
def test_the_keyring_is_the_rule(choice: str | None) -> None:
    """Nothing chosen, or an empty variable."""
    fake = FakeKeyring()

    signer = open_signer(keyring=fake, choice=choice)

    assert own_keys(keyring=fake) == {signer.key}


def test_without_any_key_that_is_said() -> None:
    """Nothing is made up."""
    with pytest.raises(KeyringMissing):
        open_signer(keyring=MissingKeyring())


def test_another_choice_is_refused() -> None:
    """A misspelt choice must not fall back to another key."""
    with pytest.raises(ValueRefused):
        open_signer(keyring=FakeKeyring(), choice="sesion")


@pytest.mark.parametrize("answer", [None, ""])
def test_a_key_file_without_passphrase_is_said_so(key_file: Path, answer: str | None) -> None:
    """Nobody can be asked, or nothing was answered."""
    with pytest.raises(PassphraseMissing):
        open_signer(keyring=FakeKeyring(), key_file=key_file, ask_passphrase=lambda _: answer)


def test_a_key_file_that_fails_does_not_fall_back(key_file: Path, tmp_path: Path) -> None:
    """Wrong passphrase, missing file; and nobody is asked for the passphrase of a missing one."""
    with pytest.raises(PassphraseWrong):
        open_signer(keyring=FakeKeyring(), key_file=key_file, ask_passphrase=lambda _: "x")
    with pytest.raises(SourceMissing):
        open_signer(
            keyring=FakeKeyring(),
            key_file=tmp_path / "missing.key",
            ask_passphrase=lambda _: pytest.fail("asked"),
        )


def test_own_keys_are_what_can_be_read(key_file: Path, tmp_path: Path) -> None:
    """Reading makes no key, and neither a missing keyring nor a missing file fails."""
    empty = FakeKeyring()

    assert own_keys(keyring=empty) == frozenset()
    assert empty.stored is None
    assert own_keys(keyring=MissingKeyring(), key_file=tmp_path / "missing") == frozenset()
    assert len(own_keys(keyring=FakeKeyring("1:" + "A" * 43 + "="), key_file=key_file)) == 2
    assert len(own_keys(keyring=FakeKeyring("damaged"), key_file=key_file)) == 1


# --- backends of the keyring library --------------------------------------------------------------


class Backend(keyring.backend.KeyringBackend):
    """A backend in memory, put under the name of any module."""

    priority = 5
    viable = False  # keeps the library from finding it by itself

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password


def backend_of(module: str, base: type[Backend] = Backend) -> Backend:
    return type("Keyring", (base,), {"__module__": module})()


class Locked(Backend):
    """A keyring whose owner does not open it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Fail as the library does."""
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Fail as the system does."""
        raise OSError("the bus went away")


@pytest.fixture
def use() -> Iterator[object]:
    """Return what chooses the backend of the library; the old one comes back."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    "module",
    [
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    ],
)
def test_safe_backends_are_used(use: object, module: str) -> None:
    """The key lies under PressDesk's name."""
    backend = backend_of(module)
    use(backend)

    signer = keyring_signer(OsKeyring())

    assert list(backend.kept) == [(SERVICE, ACCOUNT)]
    assert keyring_signer(OsKeyring()).key == signer.key
    assert OsKeyring().name == f"{module}.Keyring"


@pytest.mark.parametrize(
    "module",
    [
        "keyrings.alt.file",
        "keyrings.alt.Gnome",
        "keyrings.cryptfile.cryptfile",
        "keyring.backends.null",
        "keyring.backends.SecretServiceish",
        "somebodys.own",
    ],
)
def test_other_backends_are_refused_by_name(use: object, module: str) -> None:
    """Nothing is stored in them, nor asked of them."""
    backend = backend_of(module)
    use(backend)

    with pytest.raises(KeyringMissing) as refused:
        keyring_signer(OsKeyring())

    assert refused.value.backend == f"{module}.Keyring"
    assert backend.kept == {}


def test_no_backend_has_no_name(use: object) -> None:
    """The library's stand-in for nothing is nothing."""
    use(keyring.backends.fail.Keyring())

    with pytest.raises(KeyringMissing) as refused:
        OsKeyring().get(ACCOUNT)

    assert refused.value.backend == ""


def test_a_keyring_that_stays_locked_is_no_keyring(use: object) -> None:
    """Whatever the backend raises becomes the one failure that people can be told."""
    use(backend_of("keyring.backends.SecretService", Locked))

    for ask in (lambda: OsKeyring().get(ACCOUNT), lambda: OsKeyring().set(ACCOUNT, "x")):
        with pytest.raises(KeyringMissing) as refused:
            ask()
        assert refused.value.backend == "keyring.backends.SecretService.Keyring"


def test_a_configured_backend_that_cannot_be_loaded_is_no_keyring(
    use: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stale setting of the library is no traceback."""
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")

    with pytest.raises(KeyringMissing):
        OsKeyring().get(ACCOUNT)


def chain_of(monkeypatch: pytest.MonkeyPatch, *backends: Backend) -> object:
    monkeypatch.setattr(keyring.backends.chainer.ChainerBackend, "backends", backends)
    return keyring.backends.chainer.ChainerBackend()


def test_of_a_chain_only_the_safe_first_is_used(
    use: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain-text backend further down is neither read nor written."""
    safe, plain = backend_of("keyring.backends.SecretService"), backend_of("keyrings.alt.file")
    plain.set_password(SERVICE, ACCOUNT, "planted")
    use(chain_of(monkeypatch, safe, plain))

    keyring_signer(OsKeyring())

    assert list(safe.kept) == [(SERVICE, ACCOUNT)]
    assert plain.kept == {(SERVICE, ACCOUNT): "planted"}


@pytest.mark.parametrize("first", ["keyrings.alt.file", None])
def test_a_chain_that_would_store_in_clear_is_refused(
    use: object, monkeypatch: pytest.MonkeyPatch, first: str | None
) -> None:
    """The first backend of a chain stores; and an empty chain stores nothing."""
    safe = backend_of("keyring.backends.SecretService")
    backends = [backend_of(first), safe] if first else []
    use(chain_of(monkeypatch, *backends))

    with pytest.raises(KeyringMissing):
        keyring_signer(OsKeyring())

    assert safe.kept == {}


def test_the_library_is_imported_only_when_it_is_needed() -> None:
    """It costs too much for every start."""
    import subprocess

    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, pressdesk.trust.keys, pressdesk.trust.verify, pressdesk.trust.heads;"
            "print([m for m in ('keyring', 'cryptography') if m in sys.modules])",
        ],
        check=True,
        capture_output=True,
        text=True,
    )

    assert answer.stdout == "[]\n"
    assert isinstance(keyring, ModuleType)
