"""Shows one round: everything of it, or what depends on the decisions made; knows no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalBook, states_in
from pressdesk.domain.rounds import Decided
from pressdesk.gui.round.tell_changes import ChangeTeller
from pressdesk.gui.round.tell_people import people, round_rows
from pressdesk.gui.round.tell_rest import log, matrix, remarks
from pressdesk.gui.round.tell_round import overall
from pressdesk.gui.round.tell_text import TextTeller

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.decisions import Decisions
    from pressdesk.gui.round.ports import View
    from pressdesk.gui.round.scene import Scene


class Showing:
    """Tells the view of a scene."""

    def __init__(self, view: View, speech: Saying, clock: Callable[[], datetime]) -> None:
        self._view = view
        self._speech = speech
        self._clock = clock

    def show_all(self, scene: Scene, decisions: Decisions, current: str) -> tuple[str, ...]:
        """Show everything, and return the proposals in the order of the text."""
        now = self._clock()
        self._view.show_people(people(self._speech, scene, now))
        self._view.show_rounds(round_rows(self._speech, scene, now), scene.shown.id)
        self._view.show_remarks(remarks(self._speech, scene))
        self._view.show_log(log(self._speech, scene.release.events, now))
        return self.show_decisions(scene, decisions, current)

    def show_decisions(self, scene: Scene, decisions: Decisions, current: str) -> tuple[str, ...]:
        """Show what depends on the draft, and return the proposals in the order of the text."""
        scene = _as_decided(scene, decisions)
        teller = ChangeTeller(self._speech, scene, decisions.lines(), self._clock())
        standings = states_in(ApprovalBook.of(scene.release.events), scene.content)
        landed = [one.landed for one in decisions.lines()] if scene.is_live else scene.as_proposed()
        text = TextTeller(self._speech, scene, teller, standings)
        changed = _approved_as_changed(scene)
        self._view.show_text(text.pieces(landed), current)
        self._view.show_changes(teller.rows(), current)
        self._view.show_matrix(matrix(self._speech, scene.content, standings, changed))
        self._view.show_overall(
            overall(self._speech, scene, self._clock()), decisions.counts(), teller.partners()
        )
        self._view.show_undo(can_undo=decisions.can_undo, can_redo=decisions.can_redo)
        return teller.reading_order()

    def teller(self, scene: Scene, decisions: Decisions) -> ChangeTeller:
        """Return who makes the cards of a scene."""
        scene = _as_decided(scene, decisions)
        return ChangeTeller(self._speech, scene, decisions.lines(), self._clock())


def _as_decided(scene: Scene, decisions: Decisions) -> Scene:
    """Return the scene with the text as it stands now; history has its own."""
    if not scene.is_live:
        return scene
    return replace(scene, content=decisions.draft.content(decisions.language))


def _approved_as_changed(scene: Scene) -> set[BlockId]:
    return {
        one.block
        for _, response in scene.responses
        for one in response.received.answers
        if one.decision is Decided.APPROVED_AS_CHANGED
    }
