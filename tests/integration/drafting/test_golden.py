"""Recognition against releases in many shapes, with expectations written by people."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pressdesk.domain.content import (
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    QuoteBlock,
    Subheading,
)
from pressdesk.drafting.recognition import recognise_text

if TYPE_CHECKING:
    from pressdesk.domain.recognised import Recognised

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
FOLDERS = (
    "recognition",
    "recognition_blind",
)
"""Folders of ``tests/golden`` that hold ``NAME.txt`` beside ``NAME.expected.json``."""
SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"

KINDS = {
    Paragraph: "paragraph",
    Subheading: "subheading",
    QuoteBlock: "quote",
    BulletList: "list",
    FactBox: "factbox",
    Image: "image",
}


def cases() -> list[Any]:
    """Return (text, expectation) for every golden text, and for the samples we ship."""
    found = [
        (text, text.with_suffix(".expected.json"), f"{folder}/{text.stem}")
        for folder in FOLDERS
        for text in sorted((GOLDEN / folder).glob("*.txt"))
    ]
    found += [
        (SAMPLES / f"{expected.name.removesuffix('.expected.json')}.txt", expected, expected.stem)
        for expected in sorted((GOLDEN / "samples").glob("*.expected.json"))
    ]
    return [pytest.param(text, expected, id=name) for text, expected, name in found]


@pytest.mark.parametrize(("source", "expected"), cases())
def test_recognition_reads_the_release_as_a_person_does(source: Path, expected: Path) -> None:
    """Every key of the expectation holds; the clean-ups that it names are among those made."""
    wanted = json.loads(expected.read_text(encoding="utf-8"))

    recognised = recognise(source)

    found = differences(summary(recognised), wanted)
    assert not found, "\n" + "\n".join(found)


def recognise(source: Path) -> Recognised:
    """Return the recognised text of a file, with ids that count."""
    counter = itertools.count(1)
    text = source.read_bytes().decode("utf-8")
    return recognise_text(text, new_id=lambda: f"{next(counter):026d}")


def summary(recognised: Recognised) -> dict[str, Any]:
    """Return what was recognised in the shape of an expectation."""
    content = recognised.content
    return {
        "language": content.language.value,
        "title": content.title.plain,
        "lead": " ".join(text.plain for text in content.lead) or None,
        "place": content.place,
        "date": content.date.isoformat() if content.date else None,
        "release_mode": content.release_mode.value if content.release_mode else None,
        "embargo": content.embargo.isoformat() if content.embargo else None,
        "partners": [{"name": one.name, "short": one.short} for one in content.partners],
        "blocks": _blocks(recognised),
        "contacts": [
            {
                "partner": _short(content, one.partner),
                "name": one.name,
                "title": one.title,
                "phone": one.phone,
                "email": one.email,
            }
            for one in content.contacts
        ],
        "boilerplates": [
            {"partner": _short(content, one.partner), "lines": list(recognised.lines[one.id])}
            for one in content.boilerplates
        ],
        "removed": [{"line": one.line, "what": one.kind.value} for one in recognised.cleaned],
        "asked": [{"about": one.kind.value, "line": one.line} for one in recognised.questions],
    }


def differences(found: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """Return what differs, one line each: the key, then - for wanted and + for found."""
    lines: list[str] = []
    for key, value in wanted.items():
        if key == "removed":
            missing = _counted(value) - _counted(found[key])
            lines += [f"removed - {one}" for one in sorted(missing)]
        elif isinstance(value, list):
            lines += [f"{key} {line}" for line in _list_difference(found[key], value)]
        elif found[key] != value:
            lines += [f"{key} - {value!r}", f"{key} + {found[key]!r}"]
    return lines


def _list_difference(found: list[Any], wanted: list[Any]) -> list[str]:
    if found == wanted:
        return []
    ours, theirs = [_shown(one) for one in found], [_shown(one) for one in wanted]
    lines = [f"- {one}" for one in theirs if one not in ours]
    lines += [f"+ {one}" for one in ours if one not in theirs]
    return lines or [f"- in the order {theirs}", f"+ in the order {ours}"]


def _counted(values: list[Any]) -> Counter[str]:
    return Counter(_shown(one) for one in values)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _blocks(recognised: Recognised) -> list[dict[str, Any]]:
    blocks = []
    for block in recognised.content.blocks:
        shown: dict[str, Any] = {
            "lines": list(recognised.lines[block.id]),
            "kind": KINDS[type(block)],
        }
        if isinstance(block, QuoteBlock):
            person = recognised.content.person(block.speaker)
            shown |= {
                "speaker": person.name if person else None,
                "title": person.title if person else None,
                "organisation": person.organisation if person else None,
                "indirect": block.is_indirect,
                "dash": block.dash.value,
            }
        blocks.append(shown)
    return blocks


def _short(content: Content, partner: Any) -> str | None:
    found = content.partner(partner)
    return found.short if found else None
