"""Brings the translation catalogues in step with the sources: `.venv/bin/python packaging/catalogues.py`.

New messages are added without a translation, which a test then asks for; messages that nobody says
any more are removed. Translations are written by hand in resources/i18n/*/LC_MESSAGES/pressdesk.po.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "say": None, "tr": None}
LANGUAGES = ("nb", "nn")
HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: PressDesk\n"
"Language: {language}\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def messages() -> set[str | tuple[str, ...]]:
    """Return every message in the sources; a plural as (one, many)."""
    found: set[str | tuple[str, ...]] = set()
    for _file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "src" / "pressdesk", method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(message)
    from pressdesk.trust import verifier  # stands alone, so its sentences are not marked

    found.update(verifier.BREAKS.values(), verifier.DOUBTS.values())
    return found


def path_of(language: str) -> Path:
    """Return the catalogue of ``nb`` or ``nn``."""
    return ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "pressdesk.po"


def read(language: str) -> Catalog:
    """Return the catalogue as it stands, a new one if there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="PressDesk", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """Return the catalogue with exactly the messages of the sources, in alphabetical order."""
    old, new = read(language), Catalog(locale=language, project="PressDesk", charset="utf-8")
    for message in sorted(messages(), key=str):
        kept = old.get(message if isinstance(message, str) else message[0])
        new.add(message, kept.string if kept else "", flags=kept.flags if kept else ())
    return new


def _is_filled(string: str | Sequence[str] | None) -> bool:
    return bool(string) if isinstance(string, str | None) else all(string)


def main() -> int:
    """Update all catalogues and say what is not translated yet."""
    missing = 0
    for language in LANGUAGES:
        catalogue, path = updated(language), path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        neighbour = path.with_suffix(".po.new")  # whoever reads meanwhile reads it whole
        with neighbour.open("wb") as file:
            file.write(HEADER.format(language=language).encode())
            write_po(file, catalogue, width=96, omit_header=True, sort_output=True)
        neighbour.replace(path)
        empty = [one.id for one in catalogue if one.id and not _is_filled(one.string)]
        missing += len(empty)
        for message in empty:
            print(f"{language}: not translated: {message}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
