"""Which finding is next, and which one is at the cursor; no window."""

from __future__ import annotations

import pytest

from gui.findings.hands import finding
from pressdesk.domain.ids import BlockId
from pressdesk.gui.editor.proofing.listing import Entry
from pressdesk.gui.editor.proofing.spots import Spot
from pressdesk.gui.editor.proofing.walking import entry_at, next_entry
from pressdesk.gui.sheet import Caret

PART = BlockId("p0")
PIECES = (BlockId("p0"), BlockId("p1"))


def entry(key: str, start: int, end: int, part: BlockId = PART) -> Entry:
    found = finding(key)
    return Entry(key=key, finding=found, spot=Spot(finding=found, part=part, start=start, end=end))


SENTENCE, COMMA, NUMBER = entry("sentence", 0, 40), entry("comma", 20, 24), entry("number", 30, 35)
LATER = entry("later", 3, 6, BlockId("p1"))
ALL = (SENTENCE, COMMA, NUMBER, LATER)


def walked(*, is_backwards: bool, steps: int) -> list[str]:
    """Return where one comes from the start of the text, the cursor behind each finding."""
    caret, current, seen = Caret(PART, 0, ""), "", []
    for _ in range(steps):
        found = next_entry(ALL, PIECES, caret, current=current, is_backwards=is_backwards)
        assert found.spot is not None
        caret, current = Caret(found.spot.part, found.spot.end, ""), found.key
        seen.append(current)
    return seen


def test_findings_inside_a_longer_one_have_their_turn() -> None:
    """A remark about a whole sentence hides none about its words, whichever way one goes."""
    forwards = walked(is_backwards=False, steps=5)
    backwards = walked(is_backwards=True, steps=5)

    assert forwards == ["sentence", "comma", "number", "later", "sentence"]
    assert backwards == ["later", "number", "comma", "sentence", "later"]


def test_from_elsewhere_the_cursor_decides() -> None:
    """Whoever has moved on by hand does not go back to where the list was."""
    caret = Caret(PART, 26, "")

    found = next_entry((COMMA, NUMBER, LATER), PIECES, caret, current="comma", is_backwards=False)

    assert found is NUMBER


@pytest.mark.parametrize(
    ("place", "current", "expected"),
    [(22, "", "comma"), (22, "sentence", "sentence"), (10, "comma", "sentence"), (45, "", None)],
)
def test_the_finding_at_the_cursor_is_the_open_one_or_the_narrowest(
    place: int, current: str, expected: str | None
) -> None:
    """The quick fix is about the word, not about the sentence around it."""
    found = entry_at(ALL, Caret(PART, place, ""), lambda spot: spot, current=current)

    assert (found.key if found else None) == expected
