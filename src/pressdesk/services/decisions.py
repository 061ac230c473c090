"""Decisions on proposals on their way from the working draft into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.ledger import EventKind
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import ProposalDecision, ProposalsDecided, decisions, rounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.payloads import RevisionSaved
    from pressdesk.services.releases import Recorder


def record_decisions(recorder: Recorder, name: str, wanted: Mapping[str, bool]) -> RevisionSaved:
    """Record what was decided about proposals and is not in the ledger yet; return the version.

    The version is saved in any case; each round's decisions are one event.
    """
    revision = recorder.save_revision(name)
    settled = decisions(recorder.events)
    for asked in rounds(recorder.events):
        made = tuple(
            ProposalDecision(proposal=one.id, is_accepted=wanted[one.id])
            for one in asked.proposals()
            if one.id in wanted and one.id not in settled
        )
        if made:
            decided = ProposalsDecided(round=asked.id, decisions=made, revision=revision.hash)
            recorder.record(EventKind.PROPOSALS_DECIDED, to_json(decided))
    return revision
