"""Who acts, and with which key: decided once for a run, when something has to be signed."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.actor import Actor
from pressdesk.domain.errors import (
    KeyringMissing,
    LoginNameUsed,
    PassphraseMissing,
    PassphraseWrong,
    PressDeskError,
)
from pressdesk.domain.ledger import LedgerWriter, Signer
from pressdesk.files import refuse_existing
from pressdesk.trust.key_file import create_key_file, open_key_file
from pressdesk.trust.keys import open_signer, own_keys
from pressdesk.trust.os_keyring import OsKeyring

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.ids import KeyId
    from pressdesk.services.wishes import Wishes
    from pressdesk.settings import Settings

Notify = Callable[[PressDeskError], None]
"""Takes something that people should know, but that stops nothing."""


class Identity:
    """The person and the key behind the events of this run."""

    def __init__(  # noqa: PLR0913  # the wiring names every part
        self,
        *,
        wishes: Wishes,
        settings: Settings,
        ask_passphrase: Callable[[Path], str | None],
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes],
        notify: Notify,
    ) -> None:
        self._wishes = wishes
        self._settings = settings
        self._ask_passphrase = ask_passphrase
        self._clock = clock
        self._random_bytes = random_bytes
        self._notify = notify
        self._key_is_missing: Callable[[], None] = lambda: None

    @cached_property
    def actor(self) -> Actor:
        """The actor of the wishes, else of the settings, else the login name, which is said.

        Raises:
            ActorRefused: not of the form ``Name <mail>; Organisation``.
        """
        named = self._wishes.actor or self._settings.actor
        if named is not None:
            return Actor.parse(named)
        login = getpass.getuser()
        self._notify(LoginNameUsed(login=login))
        return Actor(name=login)

    @cached_property
    def signer(self) -> Signer:
        """The signing key.

        Raises:
            KeyringMissing, PassphraseMissing, PassphraseWrong, KeyFileDamaged.
        """
        try:
            return open_signer(
                keyring=OsKeyring(),
                key_file=self._wishes.key_file,
                choice=self._wishes.key_choice,
                ask_passphrase=self._ask_passphrase,
            )
        except KeyringMissing:
            self._key_is_missing()
            raise

    def when_key_is_missing(self, tell: Callable[[], None]) -> None:
        """Call ``tell``, on the thread that wanted to sign, whenever there is no keyring."""
        self._key_is_missing = tell

    def choose_key(self, *, key_file: Path | None = None, key_choice: str | None = None) -> None:
        """Sign with another key from now on: that of a file, or with ``session`` of this run."""
        self._wishes = replace(self._wishes, key_file=key_file, key_choice=key_choice)
        self.forget_signer()

    def go_on_from(self, other: Identity) -> None:
        """Sign with the key that ``other`` chose, opened already if it was there."""
        self._wishes = replace(
            self._wishes, key_file=other._wishes.key_file, key_choice=other._wishes.key_choice
        )
        if "signer" in other.__dict__:
            self.__dict__["signer"] = other.signer

    def forget_signer(self) -> None:
        """Let the key be opened anew, and its passphrase be asked for, when it is next needed."""
        self.__dict__.pop("signer", None)

    @property
    def ledger_writer(self) -> LedgerWriter:
        """Writes this person's events; raises what ``actor`` and ``signer`` raise."""
        return LedgerWriter(
            actor=str(self.actor),
            signer=self.signer,
            clock=self._clock,
            random_bytes=self._random_bytes,
        )

    def own_keys(self) -> frozenset[KeyId]:
        """Return the keys known to be this person's own, so far as nobody has to be asked."""
        return own_keys(keyring=OsKeyring(), key_file=self._wishes.key_file)

    def new_key_file(self, path: Path) -> KeyId:
        """Make a key file locked with a passphrase, and return its key.

        Raises:
            PassphraseMissing, PassphraseTooShort, TargetExists, FolderReadOnly, DiskFull.
        """
        refuse_existing(path)
        return self.make_key_file(path, self._ask_passphrase(path))

    def make_key_file(self, path: Path, passphrase: str | None) -> KeyId:
        """Make a key file locked with ``passphrase``, and return its key; raises as above."""
        if not passphrase:
            raise PassphraseMissing(name=path.name)
        return create_key_file(path, passphrase).key


def opens_key_file(path: Path, passphrase: str) -> bool:
    """Return whether nothing is wrong with ``passphrase``; a faulty file is said when signing."""
    try:
        open_key_file(path, passphrase)
    except PassphraseWrong:
        return False
    except PressDeskError:
        return True
    return True
