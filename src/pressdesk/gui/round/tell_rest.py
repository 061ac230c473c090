"""Tells of approvals, comments and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalState
from pressdesk.domain.comments import comments
from pressdesk.domain.history import payload_of
from pressdesk.domain.places import words_at
from pressdesk.domain.proposals import ProposalPart
from pressdesk.gui.editor.approval.words import tone_of
from pressdesk.gui.editor.comments.state import comment_rows
from pressdesk.gui.round.state import Cell, LogLine, Matrix
from pressdesk.gui.round.tell_people import moment_words
from pressdesk.gui.round.words import EVIDENCES, place_words, shortened, surname
from pressdesk.gui.sheet import LEAD_ID, TITLE_ID, OutlineItem, Part
from pressdesk.gui.widgets.painting import Tone
from pressdesk.i18n.events import summary
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from pressdesk.domain.approvals import Standing
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.places import Place
    from pressdesk.gui.editor.comments.state import CommentRow
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.scene import Scene

_BEGINNING = 70
_MOST_LINES = 400
"""Lines of the log that are shown; more would keep the window waiting, and nobody reads them."""


def matrix(
    speech: Saying, content: Content, standings: Mapping[BlockId, Standing], changed: set[BlockId]
) -> Matrix:
    """Return quotes × persons. ``changed`` are quotes that their speaker approved as changed."""
    people: list[str] = []
    for quote in content.quotes():
        person = content.person(quote.speaker)
        if person is not None and person.name not in people:
            people.append(person.name)
    rows = []
    for number, quote in enumerate(content.quotes(), 1):
        person = content.person(quote.speaker)
        standing = standings.get(quote.id)
        cell = Cell()
        if standing is not None and person is not None:
            cell = _cell(speech, standing, is_changed=quote.id in changed)
        who = surname(person.name) if person else speech.gettext("unknown")
        cells = tuple(
            cell if person is not None and person.name == name else Cell() for name in people
        )
        beginning = shortened(quote.paragraphs[0].plain, _BEGINNING)
        rows.append((f"{number} · {who}", beginning, cells))
    return Matrix(people=tuple(surname(name) for name in people), rows=tuple(rows))


def _cell(speech: Saying, standing: Standing, *, is_changed: bool) -> Cell:
    tr = speech.gettext
    if standing.state is ApprovalState.APPROVED:
        given, number = standing.given, standing.round_number
        how = tr(EVIDENCES[given.evidence]) if given else ""
        short = f"✓ r{number}" if number else f"✓ {how}"
        return Cell(words=short, tone=Tone.OK, spoken=tr("approved, {how}").format(how=how))
    if is_changed:
        return Cell(words=tr("changed"), tone=Tone.OK, spoken=tr("approved as changed"))
    words, spoken = _CELLS[standing.state]
    return Cell(words=tr(words), tone=tone_of(standing), spoken=tr(spoken))


_CELLS = {
    ApprovalState.STALE: (N_("again"), N_("must be approved again")),
    ApprovalState.WAITING: (N_("waiting"), N_("sent for approval")),
    ApprovalState.CHANGE_ASKED: (N_("wants change"), N_("wants a change")),
    ApprovalState.DECLINED: (N_("says no"), N_("does not want to be quoted")),
    ApprovalState.MISSING: (N_("missing"), N_("not approved")),
}


def remarks(speech: Saying, scene: Scene) -> tuple[CommentRow, ...]:
    """Return the comments with their answers, those that wait first."""
    content = scene.content
    places = _places(content)
    pieces = tuple(OutlineItem(part=Part.PARAGRAPH, id=piece, words="") for piece in places)
    names = {
        piece: place_words(speech, content, part, block) for piece, (part, block) in places.items()
    }
    words = {piece: words_at(content, place) or "" for piece, place in places.items()}
    return comment_rows(speech, comments(scene.release.events), content, pieces, names, words)


def _places(content: Content) -> dict[BlockId, Place]:
    places: dict[BlockId, Place] = {
        TITLE_ID: (ProposalPart.TITLE, None),
        LEAD_ID: (ProposalPart.LEAD, None),
    }
    places |= {one.id: (ProposalPart.BLOCK, one.id) for one in content.blocks}
    return places | {one.id: (ProposalPart.BOILERPLATE, one.id) for one in content.boilerplates}


def log(speech: Saying, events: Sequence[Event], now: datetime) -> tuple[LogLine, ...]:
    """Return what the ledger tells, the newest first."""
    return tuple(_log_lines(speech, events[::-1][:_MOST_LINES], now))


def _log_lines(speech: Saying, events: Sequence[Event], now: datetime) -> Iterator[LogLine]:
    for event in events:
        header = event.header
        yield LogLine(
            at=moment_words(speech, header.at, now),
            who=header.actor.partition("<")[0].partition(";")[0].strip(),
            words=summary(header.kind, payload_of(event), speech.language),
        )
