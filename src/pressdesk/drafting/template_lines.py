"""Where in a TOML file something stands: tomllib tells for faulty files only."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Any

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")
_TRIPLE = re.compile(r'"""|\'\'\'')
_AT_LINE = re.compile(r"at line (\d+)")


class TomlFault(Exception):
    """Not TOML; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class TomlLines:
    """The lines of tables and keys.

    A table is called by its path with the number of the element in it: ``field.2`` is the third
    ``[[field]]``, ``""`` the top of the file.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._known: dict[tuple[str, str], int] = {}

    @property
    def _found(self) -> dict[tuple[str, str], int]:
        """The lines of tables and keys; looked for when somebody asks, which is seldom."""
        if not self._known:
            self._scan()
        return self._known

    def _scan(self) -> None:
        table, seen = "", Counter[str]()
        inside: str | None = None
        for number, line in enumerate(self._lines, 1):
            if inside is None:
                header, key = _HEADER.match(line), _KEY.match(line)
                if header is not None:
                    table = header[2]
                    if header[1] == "[[":
                        table = f"{table}.{seen[table]}"
                        seen[header[2]] += 1
                    self._known.setdefault((table, ""), number)
                elif key is not None:
                    name = next(part for part in key.groups() if part is not None)
                    self._known.setdefault((table, name), number)
            for mark in _TRIPLE.findall(line):
                inside = mark if inside is None else None if inside == mark else inside

    def line(self, table: str, key: str = "") -> int:
        """Return the line of the key, else of its table or the nearest one around, else 1."""
        while True:
            inner = f"{table}.{key}" if table else key
            for place in ((table, key), (inner, ""), (f"{inner}.0", ""), (table, "")):
                if place in self._found:
                    return self._found[place]
            if not table:
                return 1
            table, _, last = table.rpartition(".")
            key = key if last.isdigit() else last

    def line_of_words(self, table: str, key: str, words: str) -> int:
        """Return the first line from the key on that holds ``words``, else that of the key."""
        first = self.line(table, key)
        for number, line in enumerate(self._lines[first - 1 :], first):
            if words in line:
                return number
        return first


def parse_toml(data: bytes) -> tuple[dict[str, Any], str]:  # Any: what tomllib gives
    """Return the tables of a TOML file and its text.

    Raises:
        TomlFault: not UTF-8, or not TOML.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise TomlFault(data[: error.start].count(b"\n") + 1) from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        raise TomlFault(int(place[1]) if place else max(1, text.count("\n"))) from error
    except (RecursionError, ValueError) as error:  # nested too deep, or a day like 2026-02-30
        raise TomlFault(1) from error
