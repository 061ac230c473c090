"""The user's signing key in the keyring of the operating system.

Only keyrings that are known to keep secrets safe are used. Others, and above all those that
store plain text, are refused, so that a key never lies in clear.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import KeyFileDamaged, KeyringMissing
from pressdesk.trust.signers import SEED_BYTES, Ed25519Signer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from keyring.backend import KeyringBackend

SERVICE = "PressDesk"
ACCOUNT = "signing-key"
_FORM = "1:"
_SAFE = {
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
}
_CHAIN = "keyring.backends.chainer"
_NOTHING = "keyring.backends.fail"


class Keyring(Protocol):
    """A place that keeps secrets safe, by account."""

    @property
    def name(self) -> str:
        """What it is, for people; KeyringMissing if there is none."""

    def get(self, account: str) -> str | None:
        """Return the secret, None if there is none; KeyringMissing if it cannot be read."""

    def set(self, account: str, secret: str) -> None:
        """Keep the secret; KeyringMissing if that fails."""


class OsKeyring:
    """The keyring of the operating system, through ``keyring``, which is imported on first use."""

    @property
    def name(self) -> str:
        """The backend in use, by module and class."""
        return _name(_safe_backend())

    def get(self, account: str) -> str | None:
        """Return the secret, None if there is none."""
        backend = _safe_backend()
        with _refusals_of(_name(backend)):
            return backend.get_password(SERVICE, account)

    def set(self, account: str, secret: str) -> None:
        """Keep the secret."""
        backend = _safe_backend()
        with _refusals_of(_name(backend)):
            backend.set_password(SERVICE, account, secret)


def keyring_signer(
    keyring: Keyring, random_bytes: Callable[[int], bytes] = secrets.token_bytes
) -> Ed25519Signer:
    """Return the user's key, made on first use.

    Raises:
        KeyringMissing: no safe keyring, or it is locked, or does not keep what it is given.
        KeyFileDamaged: what it holds under PressDesk's name is no key; it was left as it is.
    """
    stored = keyring.get(ACCOUNT)
    if stored is None:
        seed = base64.b64encode(random_bytes(SEED_BYTES)).decode("ascii")
        keyring.set(ACCOUNT, _FORM + seed)
        stored = keyring.get(ACCOUNT)
    if stored is None:
        raise KeyringMissing(backend=keyring.name)
    return _signer(stored, keyring)


def existing_keyring_signer(keyring: Keyring) -> Ed25519Signer | None:
    """Return the user's key if it was made before; raises what ``keyring_signer`` raises."""
    stored = keyring.get(ACCOUNT)
    return _signer(stored, keyring) if stored is not None else None


def _signer(stored: str, keyring: Keyring) -> Ed25519Signer:
    try:
        seed = base64.b64decode(stored.removeprefix(_FORM), validate=True)
    except (binascii.Error, ValueError):
        seed = b""
    if not stored.startswith(_FORM) or len(seed) != SEED_BYTES:
        raise KeyFileDamaged(name=keyring.name)
    return Ed25519Signer(seed)


def _safe_backend() -> KeyringBackend:
    """Return the backend in use if it is known to be safe; of a chain, the one that stores."""
    with _refusals_of(""):
        import keyring

        backend = keyring.get_keyring()
        if _module(backend) == _CHAIN:
            # The chain stores in its first, but reads from all: only that one is used.
            backend = next(iter(getattr(backend, "backends", ())), backend)
    if _module(backend) == _NOTHING:
        raise KeyringMissing
    if _module(backend) not in _SAFE:
        raise KeyringMissing(backend=_name(backend))
    return backend


@contextmanager
def _refusals_of(name: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # D-Bus, COM and backends raise what they like
        raise KeyringMissing(backend=name) from error


def _module(backend: KeyringBackend) -> str:
    return type(backend).__module__


def _name(backend: KeyringBackend) -> str:
    return f"{_module(backend)}.{type(backend).__qualname__}"
