"""Which key signs, and which keys are one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    KeyFileDamaged,
    KeyringMissing,
    PassphraseMissing,
    SourceMissing,
    ValueRefused,
)
from pressdesk.trust.key_file import key_in_file, open_key_file
from pressdesk.trust.os_keyring import Keyring, existing_keyring_signer, keyring_signer
from pressdesk.trust.signers import session_signer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.ids import KeyId
    from pressdesk.domain.ledger import Signer

SESSION = "session"


def open_signer(
    *,
    keyring: Keyring,
    key_file: Path | None = None,
    choice: str | None = None,
    ask_passphrase: Callable[[Path], str | None] = lambda _: None,
) -> Signer:
    """Return the key that signs: that of the key file, else of this session, else the keyring's.

    Shape: ``choice`` is the value of ``PRESSDESK_KEY``; ``ask_passphrase`` is called for a key
    file only, and returns None or nothing where nobody can be asked.

    Raises:
        PassphraseMissing: a key file, and no passphrase for it.
        PassphraseWrong: the passphrase does not open it.
        SourceMissing: no such key file.
        KeyFileDamaged: not a key file, or what the keyring holds is no key.
        ValueRefused: a choice other than ``session``.
        KeyringMissing: neither was chosen, and there is no safe keyring.
    """
    if key_file is not None:
        key_in_file(key_file)  # nobody is asked for the passphrase of a file that cannot be read
        passphrase = ask_passphrase(key_file)
        if not passphrase:
            raise PassphraseMissing(name=key_file.name)
        return open_key_file(key_file, passphrase)
    if choice == SESSION:
        return session_signer()
    if choice:
        raise ValueRefused(key="PRESSDESK_KEY", value=choice)
    return keyring_signer(keyring)


def own_keys(*, keyring: Keyring | None, key_file: Path | None = None) -> frozenset[KeyId]:
    """Return the ids of the user's own keys, so far as they can be read without a passphrase.

    Where there is no keyring or no key file, there is no key; nothing is made, nothing fails.
    A keyring that is locked may ask the user to open it.
    """
    own: set[KeyId] = set()
    try:
        signer = existing_keyring_signer(keyring) if keyring is not None else None
    except (KeyringMissing, KeyFileDamaged):
        signer = None
    if signer is not None:
        own.add(signer.key)
    try:
        own |= {key_in_file(key_file)} if key_file is not None else set()
    except (SourceMissing, KeyFileDamaged):
        return frozenset(own)
    return frozenset(own)
