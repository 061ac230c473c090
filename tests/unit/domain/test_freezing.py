"""The frozen text: by its words, and until somebody says no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ledgers import ledger
from pressdesk.domain.approvals import ApprovalState, ApprovalWithdrawn, approval_states
from pressdesk.domain.freezing import Frozen, draft_revision, frozen, is_frozen, stage
from pressdesk.domain.history import Stage
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.rounds import Decided
from pressdesk.domain.text import Text
from samples import content
from unit.domain.reviews import QUOTE, given

FROZEN = Frozen(revision=draft_revision([content()]), number=1)
FREEZE = (EventKind.FROZEN, FROZEN)
GIVEN = (EventKind.APPROVAL_GIVEN, given(asked_in=None))
TAKEN_BACK = (
    EventKind.APPROVAL_WITHDRAWN,
    ApprovalWithdrawn(approvals=("a1",), by="Kari Nes", reason=""),
)


def test_exactly_the_frozen_words_are_frozen() -> None:
    """Another title is another text; the words put back are frozen again."""
    events = ledger([GIVEN, FREEZE])

    assert is_frozen(events, [content()])
    assert stage(events, [content()]) is Stage.FROZEN
    assert not is_frozen(events, [replace(content(), title=Text.of("Ny tittel"))])
    assert not is_frozen(ledger([GIVEN]), [content()])


@pytest.mark.parametrize(
    "said",
    [
        TAKEN_BACK,
        (EventKind.APPROVAL_GIVEN, given(asked_in=None, decision=Decided.DECLINED)),
        (EventKind.APPROVAL_GIVEN, given(asked_in=None, decision=Decided.CHANGE_ASKED)),
    ],
)
def test_a_no_opens_the_text_until_it_is_frozen_again(said: tuple[EventKind, object]) -> None:
    """The freeze before it does not count; one after it does."""
    assert not is_frozen(ledger([GIVEN, FREEZE, said]), [content()])
    assert is_frozen(ledger([GIVEN, FREEZE, said, FREEZE]), [content()])


def test_one_more_yes_opens_nothing() -> None:
    """Only a no does."""
    assert is_frozen(ledger([GIVEN, FREEZE, GIVEN]), [content()])


def test_what_a_withheld_payload_says_is_not_guessed_in_favour() -> None:
    """No freeze without its details; a withdrawal without them opens, and takes all back."""
    approval, freeze, back = ledger([GIVEN, FREEZE, TAKEN_BACK])
    absent = replace(back, payload=None, salt=None)

    assert frozen([approval, replace(freeze, payload=None, salt=None)]) is None
    assert not is_frozen([approval, freeze, absent], [content()])
    states = approval_states([approval, freeze, absent], content())
    assert states[QUOTE].state is ApprovalState.MISSING
