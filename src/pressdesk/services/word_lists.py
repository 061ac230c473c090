"""The word lists that outlast a release: the user's own, and the organisation's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pressdesk.domain.errors import (
    FolderReadOnly,
    ValueRefused,
    WordListDamaged,
    WordListFull,
)
from pressdesk.domain.proofing_notes import is_word
from pressdesk.files import write_whole

ORGANISATION_FILE, PERSONAL_FILE = "organisation.txt", "personal.txt"
MOST_BYTES = 2_000_000
MOST_WORDS = 50_000
FOLDER = "words"


class Layer(StrEnum):
    """How far a word in a list is known."""

    RELEASE = "release"
    ORGANISATION = "organisation"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class WordList:
    """One list: a text file in UTF-8, one word a line, that people may edit by hand.

    It is read anew every time: a list of the organisation is shared, and others write to it.
    """

    path: Path

    def words(self) -> tuple[str, ...]:
        """Return the words, sorted as they stand; none where there is no file.

        Lines that are no words are passed over, and stay in the file.

        Raises:
            WordListDamaged: too large, not text, or not to be read.
        """
        return tuple(dict.fromkeys(word for word in map(_word, self._lines()) if word))

    def add(self, word: str) -> None:
        """Add a word, once; the rest of the file stays as it is.

        Raises:
            ValueRefused: not one word.
            WordListDamaged, WordListFull, FolderReadOnly, DiskFull: nothing was changed.
        """
        word = checked_word(word)
        lines = self._lines()
        if word in map(_word, lines):
            return
        if len(lines) >= MOST_WORDS:
            raise WordListFull(name=str(self.path))
        self._write([*lines, word])

    def remove(self, *words: str) -> None:
        """Take words out; the rest of the file stays as it is.

        Raises:
            WordListDamaged, FolderReadOnly, DiskFull: nothing was changed.
        """
        lines = self._lines()
        kept = [line for line in lines if _word(line) not in words]
        if len(kept) < len(lines):
            self._write(kept)

    def _lines(self) -> list[str]:
        try:
            if self.path.stat().st_size > MOST_BYTES or not self.path.is_file():
                raise WordListDamaged(name=str(self.path))
            text = self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeError) as error:
            raise WordListDamaged(name=str(self.path)) from error
        lines = text.splitlines()
        if len(lines) > MOST_WORDS:
            raise WordListDamaged(name=str(self.path))
        return lines

    def _write(self, lines: list[str]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderReadOnly(name=str(self.path.parent)) from error
        write_whole(self.path, "".join(f"{line}\n" for line in lines).encode())


def organisation_list(data_folder: Path, chosen: str | None) -> WordList:
    """Return the organisation's list: the file that is ``chosen``, else one of the data folder."""
    return WordList(Path(chosen) if chosen else data_folder / FOLDER / ORGANISATION_FILE)


def personal_list(data_folder: Path) -> WordList:
    """Return the user's own list."""
    return WordList(data_folder / FOLDER / PERSONAL_FILE)


def checked_word(word: str) -> str:
    """Return ``word`` as it is kept.

    Raises:
        ValueRefused: not one word.
    """
    kept = _word(word)
    if kept is None:
        raise ValueRefused(key="word", value=word[:80])
    return kept


def _word(line: str) -> str | None:
    word = unicodedata.normalize("NFC", line.strip())
    return word if is_word(word) and any(letter.isalpha() for letter in word) else None
