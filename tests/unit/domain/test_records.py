"""Records: written with their members, read strictly."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.ids import BlockId, Digest
from pressdesk.domain.records import from_json, record, to_json
from pressdesk.domain.rounds import BlockAnswer, Decided, RoundOpened
from samples import NOW
from unit.domain.reviews import opened

if TYPE_CHECKING:
    from pressdesk.domain.canonical import Json


@record
class Everything:
    """One member of each kind."""

    name: str
    count: int
    is_on: bool
    at: datetime | None
    answers: tuple[BlockAnswer, ...]


def everything() -> Everything:
    answer = BlockAnswer(
        block=BlockId("b1"), decision=Decided.DECLINED, content_hash=Digest("a" * 64)
    )
    return Everything(name="å", count=2, is_on=True, at=NOW, answers=(answer,))


def test_a_record_comes_back_as_it_was() -> None:
    """Instants, enums, nested records and tuples included."""
    assert from_json(Everything, to_json(everything())) == everything()
    assert from_json(RoundOpened, to_json(opened())) == opened()


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("name", 1),
        ("name", None),
        ("count", True),
        ("count", "2"),
        ("is_on", 1),
        ("at", "i går"),
        ("at", 5),
        ("answers", {}),
        ("answers", [{"block": "b1"}]),
        ("answers", [{"block": "b1", "decision": "maybe", "content_hash": "a"}]),
        ("unknown", 1),
    ],
)
def test_another_shape_is_refused(member: str, value: Json) -> None:
    """A member of another type, a missing one, one too many."""
    with pytest.raises(ValueError, match=r".+"):
        from_json(Everything, {**to_json(everything()), member: value})


def test_a_missing_member_is_refused() -> None:
    """There are no defaults in what was signed."""
    shape = to_json(everything())
    del shape["at"]

    with pytest.raises(ValueError, match="at"):
        from_json(Everything, shape)


def test_instants_are_written_in_utc() -> None:
    """With six decimals, as everywhere in the ledger."""
    assert to_json(everything())["at"] == "2026-11-24T12:00:00.000000Z"
    assert datetime(2026, 11, 24, 12, tzinfo=UTC) == NOW
