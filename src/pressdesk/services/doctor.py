"""A look at the installation."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.domain.errors import KeyringMissing
from pressdesk.domain.oslo import OSLO
from pressdesk.i18n.catalogue import LANGUAGES, catalogue
from pressdesk.i18n.marking import N_
from pressdesk.trust.os_keyring import OsKeyring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, and what to say of it."""

    words: str
    is_well: bool
    is_needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How one thing is looked at. ``find`` raises when it is not well."""

    find: Callable[[], object]
    well: str
    ill: str
    is_needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctor:
    """Examine what PressDesk stands on. Nothing is changed."""

    data_folder: Path
    language: str

    def examine(self) -> tuple[Check, ...]:
        """Return all checks, the needed ones first."""
        return tuple(self._check(look) for look in self._looks())

    def _check(self, look: _Look) -> Check:
        _ = catalogue(self.language).gettext
        try:
            look.find()
        except (OSError, ValueError, sqlite3.Error, KeyringMissing):
            return Check(
                words=_(look.ill).format(folder=self.data_folder),
                is_well=False,
                is_needed=look.is_needed,
            )
        return Check(words=_(look.well).format(folder=self.data_folder), is_well=True)

    def _looks(self) -> tuple[_Look, ...]:
        return (
            _Look(
                find=lambda: [catalogue(language) for language in LANGUAGES],
                well=N_("The interface speaks bokmål, nynorsk and English."),
                ill=N_("The translations are missing. Install PressDesk again."),
            ),
            _Look(
                find=lambda: paths.resource("samples").iterdir().__next__(),
                well=N_("The samples are in place."),
                ill=N_("The samples are missing. Install PressDesk again."),
            ),
            _Look(
                find=lambda: OSLO.key,
                well=N_("Norwegian time is known."),
                ill=N_("Norwegian time is not known. Install the package tzdata."),
            ),
            _Look(
                find=_database_search,
                well=N_("The database can search within words."),
                ill=N_("The database is too old to search within words. Use a newer Python."),
            ),
            _Look(
                find=self._writable_folder,
                well=N_("The data folder {folder} can be written to."),
                ill=N_("The data folder {folder} cannot be written to. Choose one with --data."),
            ),
            _Look(
                find=lambda: OsKeyring().name,
                well=N_("There is a safe keyring for your signing key."),
                ill=N_(
                    "There is no safe keyring. Make a key with “pressdesk key new FILE”, or "
                    "set PRESSDESK_KEY=session for a key that lasts for one run."
                ),
                is_needed=False,
            ),
        )

    def _writable_folder(self) -> None:
        nearest = self.data_folder
        while not nearest.exists():
            nearest = nearest.parent
        with tempfile.TemporaryFile(dir=nearest):
            pass


def _database_search() -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
    finally:
        connection.close()
