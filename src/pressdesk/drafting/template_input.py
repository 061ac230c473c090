"""Answers from the command line: ``field=value``, and files in TOML."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from pressdesk.domain.errors import (
    AssignmentRefused,
    FieldsFileKeyWrong,
    FieldsFileNotToml,
    SourceMissing,
)
from pressdesk.drafting.template_lines import TomlFault, TomlLines, parse_toml
from pressdesk.drafting.template_model import (
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

LARGEST_FILE = 1024 * 1024
"""Bytes; a release is a page or two of text."""

_PEOPLE = ("partner", "spokesperson", "contact")


def parse_assignments(words: Iterable[str]) -> dict[str, str]:
    """Return the answers in ``field=value``; the last one wins, an empty value clears.

    Raises:
        AssignmentRefused: no ``=``, or no name before it.
    """
    answers: dict[str, str] = {}
    for one in words:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise AssignmentRefused(words=one)
        answers[name.strip()] = value.strip()
    return answers


def read_fields_file(path: Path) -> FilledFields:
    """Return the answers in a file: fields on top, ``[[partner]]`` and the others below.

    Raises:
        SourceMissing: no such file, or one that may not be read.
        FieldsFileNotToml, FieldsFileKeyWrong: a fault in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SourceMissing(name=path.name) from error
    if len(data) > LARGEST_FILE:
        raise FieldsFileNotToml(name=path.name, line=1)
    try:
        value, text = parse_toml(data)
    except TomlFault as fault:
        raise FieldsFileNotToml(name=path.name, line=fault.line) from fault
    return _Reader(path.name, TomlLines(text)).filled(value)


class _Reader:
    """Reads one file of answers."""

    def __init__(self, name: str, lines: TomlLines) -> None:
        self._name, self._lines = name, lines

    def filled(self, value: dict[str, Any]) -> FilledFields:  # Any: what tomllib gives
        """Return everything in the file."""
        rows = {key: self._rows(key, value.get(key, [])) for key in _PEOPLE}
        return FilledFields(
            values={
                key: self._answer("", key, one) for key, one in value.items() if key not in rows
            },
            partners=tuple(
                FilledPartner(**row)
                for row in self._people("partner", rows, FilledPartner.__slots__)
            ),
            spokespersons=tuple(
                FilledSpokesperson(**row)
                for row in self._people("spokesperson", rows, FilledSpokesperson.__slots__)
            ),
            contacts=tuple(
                FilledContact(**row)
                for row in self._people("contact", rows, FilledContact.__slots__)
            ),
        )

    def _rows(self, key: str, value: object) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self._wrong("", key)
        return value

    def _people(
        self, table: str, rows: dict[str, list[dict[str, Any]]], keys: Sequence[str]
    ) -> Iterable[dict[str, str]]:
        for place, row in enumerate(rows[table]):
            path = f"{table}.{place}"
            for key in row:
                if key not in keys:
                    raise self._wrong(path, key)
            yield {key: self._answer(path, key, one) for key, one in row.items()}

    def _answer(self, table: str, key: str, value: object) -> str:
        """Return an answer as it would be typed; TOML's numbers and dates are welcome."""
        match value:
            case bool():
                raise self._wrong(table, key)
            case str():
                return value
            case int() | float():
                return str(value)
            case datetime():
                return value.isoformat(timespec="minutes")
            case date() | time():
                return value.isoformat()
        raise self._wrong(table, key)

    def _wrong(self, table: str, key: str) -> FieldsFileKeyWrong:
        return FieldsFileKeyWrong(name=self._name, line=self._lines.line(table, key), key=key)
