"""Strict reading of one TOML table: every key is taken once, what is left is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from pressdesk.domain.errors import RuleKeyMissing, RuleKeyUnknown, RuleValueWrong

E = TypeVar("E", bound=StrEnum)


class Table:
    """The keys of a rule, or of a table in it. ``name`` is the file's, ``rule`` the rule's id."""

    def __init__(self, values: dict[str, object], *, name: str, rule: str, path: str = "") -> None:
        self._left = dict(values)
        self.name, self.rule, self._path = name, rule, path

    def wrong(self, key: str) -> RuleValueWrong:
        """Return the fault of a value that cannot be used."""
        return RuleValueWrong(name=self.name, rule=self.rule, key=self._path + key)

    def missing(self, key: str) -> RuleKeyMissing:
        """Return the fault of a key that is not there."""
        return RuleKeyMissing(name=self.name, rule=self.rule, key=self._path + key)

    def end(self) -> None:
        """Refuse the keys that nobody took.

        Raises:
            RuleKeyUnknown: there is one.
        """
        for key in self._left:
            raise RuleKeyUnknown(name=self.name, rule=self.rule, key=self._path + key)

    def has(self, key: str) -> bool:
        """Return whether the key is there and was not taken yet."""
        return key in self._left

    def given(self, *keys: str) -> tuple[str, ...]:
        """Return those of ``keys`` that are there."""
        return tuple(key for key in keys if key in self._left)

    def optional_text(self, key: str) -> str | None:
        """Return words that need not be there; empty words are refused."""
        if key not in self._left:
            return None
        value = self._left.pop(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key)
        return value

    def text(self, key: str) -> str:
        """Return words that must be there."""
        value = self.optional_text(key)
        if value is None:
            raise self.missing(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return one or several words, none if the key is not there."""
        if key not in self._left:
            return ()
        value = self._left[key]
        if isinstance(value, str):
            return (self.text(key),)
        texts = tuple(one for one in self._list(key) if isinstance(one, str) and one.strip())
        if not isinstance(value, list) or len(texts) != len(value):
            raise self.wrong(key)
        return texts

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Return one of ``choices``, None if the key is not there."""
        value = self.optional_text(key)
        return None if value is None else self._member(key, value, choices)

    def choices(self, key: str, choices: type[E]) -> frozenset[E] | None:
        """Return some of ``choices``, None if the key is not there."""
        if key not in self._left:
            return None
        return frozenset(self._member(key, value, choices) for value in self.texts(key))

    def _member(self, key: str, value: str, choices: type[E]) -> E:
        try:
            return choices(value)
        except ValueError:
            raise self.wrong(key) from None

    def flag(self, key: str) -> bool | None:
        """Return true or false, None if the key is not there."""
        value = self._left.pop(key, None)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def count(self, key: str, most: int) -> int | None:
        """Return a number from 1 to ``most``, None if the key is not there."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.wrong(key)
        return value

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return a list of tables, empty if the key is not there."""
        if key not in self._left:
            return ()
        return tuple(
            self._table(key, one, f"{key}.{number}.")
            for number, one in enumerate(self._list(key), 1)
        )

    def texts_or_tables(self, key: str) -> tuple[str | Table, ...]:
        """Return a list in which words and tables may stand."""
        return tuple(
            one
            if isinstance(one, str) and one.strip()
            else self._table(key, one, f"{key}.{number}.")
            for number, one in enumerate(self._list(key), 1)
        )

    def single_table(self, key: str) -> Table | None:
        """Return the table under ``key``, None if there is none or a list of them."""
        if not isinstance(self._left.get(key), dict):
            return None
        return self._table(key, self._left.pop(key), f"{key}.")

    def entries(self) -> dict[str, tuple[str, ...]]:
        """Return every key that is left with its words, and take them."""
        return {key: self.texts(key) for key in tuple(self._left)}

    def _table(self, key: str, value: object, path: str) -> Table:
        if not isinstance(value, dict):
            raise self.wrong(key)
        return Table(value, name=self.name, rule=self.rule, path=self._path + path)

    def _list(self, key: str) -> list[object]:
        value = self._left.pop(key, None)
        if not isinstance(value, list):
            raise self.wrong(key)
        return value
