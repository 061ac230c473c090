"""The line of stages, told by the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledgers import ledger
from pressdesk.domain.freezing import Frozen, draft_revision
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.rounds import RoundClosed
from pressdesk.gui.stages import stage_steps
from pressdesk.gui.widgets.stage_line import StepState
from samples import content
from unit.domain.reviews import opened

if TYPE_CHECKING:
    from pressdesk.domain.ledger import Event
    from pressdesk.gui.speech import Speech

OPENED = (EventKind.ROUND_OPENED, opened())
CLOSED = (EventKind.ROUND_CLOSED, RoundClosed(round="r1"))


def told(speech: Speech, events: tuple[Event, ...], *, is_checking: bool = False) -> list[str]:
    """Return the stages, the one of now in brackets, those behind with a tick."""
    forms = {StepState.NOW: "[{}]", StepState.DONE: "✓ {}", StepState.AHEAD: "{}"}
    steps = stage_steps(speech, events, (content(),), is_checking=is_checking)
    return [forms[step.state].format(step.text) for step in steps]


def test_a_draft_has_everything_ahead(speech: Speech) -> None:
    """Before any round; at the preflight no round is shown that never was."""
    assert told(speech, ()) == ["[Draft]", "Round", "Preflight", "Frozen"]
    assert told(speech, (), is_checking=True) == ["✓ Draft", "[Preflight]", "Frozen"]


def test_an_open_round_says_whom_it_waits_for(speech: Speech) -> None:
    """One missing is named."""
    steps = told(speech, ledger([OPENED]))

    assert steps == ["✓ Draft", "[Round 1 · waiting for Nes]", "Preflight", "Frozen"]


def test_after_the_round_comes_the_preflight_then_the_lock(speech: Speech) -> None:
    """And a changed text falls back from the lock."""
    final = Frozen(revision=draft_revision((content(),)), number=2)
    frozen = (EventKind.FROZEN, final)

    assert told(speech, ledger([OPENED, CLOSED])) == [
        "✓ Draft",
        "✓ Round 1",
        "[Preflight]",
        "Frozen",
    ]
    assert told(speech, ledger([OPENED, CLOSED, frozen])) == [
        "✓ Draft",
        "✓ Round 1",
        "✓ Preflight",
        "[Frozen]",
    ]
