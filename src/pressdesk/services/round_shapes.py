"""The JSON that ``round`` and ``propose`` print: a contract, see ARCHITECTURE.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.comments import Comment, comments
from pressdesk.domain.content_json import instant_to_json
from pressdesk.domain.rounds import rounds
from pressdesk.services.commenting import comment_shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.rounds import Reader, ReviewRound
    from pressdesk.services.proposals import ProposalLine
    from pressdesk.services.rounds import OpenedRound, Received
    from pressdesk.storage.workspace import StoredRelease


def opened_shape(found: OpenedRound) -> dict[str, Json]:
    """Return what ``round open`` prints; paths are relative to the folder."""
    pairs = zip(found.opened.readers, found.paths, strict=True)
    return {
        "round": found.opened.number,
        "files": [
            {"person": reader.name, "word": path.name, "page": None, "mail": None}
            for reader, path in pairs
        ],
    }


def received_shape(found: Sequence[Received]) -> dict[str, Json]:
    """Return what ``round receive`` prints."""
    return {"responses": [_response_shape(one) for one in found]}


def rounds_shape(release: StoredRelease, now: datetime) -> dict[str, Json]:
    """Return what ``round show`` prints; requests outside the rounds stand apart."""
    known = comments(release.events)
    found = rounds(release.events)
    return {
        "rounds": [_round_shape(one, release, known, now) for one in found if not one.is_request],
        "requests": [_round_shape(one, release, known, now) for one in found if one.is_request],
    }


def proposals_shape(lines: Sequence[ProposalLine]) -> dict[str, Json]:
    """Return what ``propose list`` prints."""
    return {"proposals": [_proposal_shape(one) for one in lines]}


def person_state(asked: ReviewRound, reader: Reader, now: datetime) -> str:
    """Return where a reader stands: ``answered``, ``waiting`` or ``overdue``."""
    if asked.responses_of(reader):
        return "answered"
    return "overdue" if asked.is_open and asked.deadline < now else "waiting"


def _response_shape(one: Received) -> dict[str, Json]:
    response = one.response
    if response is None:
        return {
            "taken": False,
            "person": None,
            "via": None,
            "round": None,
            "base": None,
            "proposals": 0,
            "silent_edits": 0,
            "decisions": [],
            "comments": 0,
            "problems": list(one.problems),
        }
    return {
        "taken": True,
        "person": response.person,
        "via": response.via.value,
        "round": one.round_number,
        "base": response.base,
        "proposals": len(response.proposals),
        "silent_edits": sum(not proposal.is_marked for proposal in response.proposals),
        "decisions": [
            {
                "block": answer.block,
                "decision": answer.decision.value,
                "evidence": response.via.value,
            }
            for answer in response.answers
        ],
        "comments": one.comments,
        "problems": list(one.problems),
    }


def _round_shape(
    asked: ReviewRound, release: StoredRelease, known: Sequence[Comment], now: datetime
) -> dict[str, Json]:
    return {
        "number": asked.opened.number,
        "state": "open" if asked.is_open else "closed",
        "deadline": instant_to_json(asked.deadline),
        "people": [_person_shape(asked, reader, release, now) for reader in asked.opened.readers],
        "comments": [
            comment_shape(one, release.draft.contents)
            for one in known
            if one.added.round == asked.id
        ],
    }


def _person_shape(
    asked: ReviewRound, reader: Reader, release: StoredRelease, now: datetime
) -> dict[str, Json]:
    responses = asked.responses_of(reader)
    partner = release.draft.content().partner(reader.partner)
    return {
        "name": reader.name,
        "partner": partner.short if partner else None,
        "role": reader.role.value,
        "state": person_state(asked, reader, now),
        "answered_at": instant_to_json(responses[-1].at) if responses else None,
        "via": responses[-1].received.via.value if responses else None,
    }


def _proposal_shape(line: ProposalLine) -> dict[str, Json]:
    one = line.proposal
    return {
        "id": one.id,
        "block": one.block or one.part.value,
        "person": line.person,
        "organisation": line.organisation,
        "marked": one.is_marked,
        "old": one.old,
        "new": one.new,
        "state": line.state.value,
        "conflict": line.is_conflict,
        "flags": [flag.value for flag in one.flags],
    }
