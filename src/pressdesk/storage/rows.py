"""Values as rows, and rows as values.

Whatever comes out of a row is checked: files come from outside, and SQLite holds any type in any
column. What is not of the right type raises ValueError.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import Json, canonical_json
from pressdesk.domain.content_json import content_from_json, content_to_json, instant_to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.content import Content
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.overview import Overview


def draft_row(draft: Draft) -> dict[str, object]:
    """Return the columns of a draft."""
    contents: list[Json] = [content_to_json(content) for content in draft.contents]
    return {
        "version": draft.version,
        "saved_at": instant_to_json(draft.saved_at),
        "contents": canonical_json(contents),
        "notes": canonical_json(draft.notes.to_json()),
    }


def overview_row(line: Overview) -> dict[str, object]:
    """Return the columns of a line of the desk."""
    return {
        "title": line.title,
        "template": line.template,
        "language": line.language.value,
        "words": line.words,
        "partners": json.dumps(line.partners, ensure_ascii=False),
        "stage": line.stage.value,
        "quotes": line.quotes,
        "approved": line.approved,
        "embargo": instant_to_json(line.embargo) if line.embargo else None,
        "changed_at": instant_to_json(line.changed_at),
        "stale": line.stale,
        "round_number": line.round_number,
        "deadline": instant_to_json(line.deadline) if line.deadline else None,
        "waiting_for": json.dumps(line.waiting_for, ensure_ascii=False),
    }


def contents_in(value: Json) -> tuple[Content, ...]:
    """Return the texts of a draft."""
    if not isinstance(value, list):
        raise ValueError("the draft's contents are not a list")
    return tuple(content_from_json(one) for one in value)


def blob(value: object) -> bytes:
    """Return a value that must be binary."""
    if not isinstance(value, bytes):
        raise ValueError("a value that is not binary")
    return value


def text(value: object) -> str:
    """Return a value that must be text."""
    if not isinstance(value, str):
        raise ValueError("a value that is not text")
    return value


def integer(value: object) -> int:
    """Return a value that must be an integer."""
    if not isinstance(value, int):
        raise ValueError("a value that is not an integer")
    return value


def decisions_in(value: Json) -> Mapping[str, bool]:
    """Return which proposals a draft has accepted or rejected, by id."""
    if not isinstance(value, dict):
        raise ValueError("decisions are not an object")
    found = {name: one for name, one in value.items() if isinstance(one, bool)}
    if len(found) != len(value):
        raise ValueError("a decision is yes or no")
    return found
