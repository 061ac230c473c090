"""The lines of the desk, read with nothing but sqlite3.

The window's first paint waits for these, and SQLAlchemy alone would take longer to import than
all of them take to read.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.content_json import instant_from_json
from pressdesk.domain.history import Stage
from pressdesk.domain.ids import ReleaseId
from pressdesk.domain.overview import Overview

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "desk.sqlite"
_QUERY = """
    SELECT release, title, template, language, words, partners, stage, quotes, approved, embargo,
           changed_at, stale, round_number, deadline, waiting_for
    FROM overview ORDER BY changed_at DESC
"""


def read_overviews(folder: Path) -> tuple[Overview, ...]:
    """Return the desk's lines, the last changed first; none where there is no desk yet.

    A desk that cannot be read has no lines here: opening it says what is wrong.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return ()
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return tuple(overview_of(row) for row in connection.execute(_QUERY))
        finally:
            connection.close()
    except (sqlite3.Error, ValueError, TypeError):
        return ()


def overview_of(
    row: tuple[
        str,
        str,
        str | None,
        str,
        int,
        str,
        str,
        int,
        int,
        str | None,
        str,
        int,
        int,
        str | None,
        str,
    ],
) -> Overview:
    """Return the line that a row holds; ValueError where it holds something else."""
    (
        release,
        title,
        template,
        language,
        words,
        partners,
        stage,
        quotes,
        approved,
        embargo,
        at,
        stale,
        number,
        deadline,
        waiting,
    ) = row
    return Overview(
        release=ReleaseId(release),
        title=title,
        template=template,
        language=Language(language),
        words=words,
        partners=tuple(json.loads(partners)),
        stage=Stage(stage),
        quotes=quotes,
        approved=approved,
        embargo=instant_from_json(embargo) if embargo else None,
        changed_at=instant_from_json(at),
        stale=stale,
        round_number=number,
        deadline=instant_from_json(deadline) if deadline else None,
        waiting_for=tuple(json.loads(waiting)),
    )
