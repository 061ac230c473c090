"""The JSON that the command line prints: a contract, see ARCHITECTURE.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalState, approval_states
from pressdesk.domain.codes import head_code, short_code
from pressdesk.domain.content import (
    Block,
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    Partner,
    QuoteBlock,
    QuoteDash,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.content_json import instant_to_json
from pressdesk.domain.freezing import stage
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.history import pen_holder
from pressdesk.domain.rounds import open_round

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.approvals import Standing
    from pressdesk.domain.canonical import Json
    from pressdesk.domain.draft import ImportNotes
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.text import Text
    from pressdesk.storage.workspace import StoredRelease

_KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Subheading: "subheading",
    QuoteBlock: "quote",
    BulletList: "list",
    FactBox: "factbox",
    Image: "image",
}


def release_shape(release: StoredRelease, content: Content) -> dict[str, Json]:
    """Return what ``show`` prints of one language version."""
    pen = pen_holder(release.events, content)
    standings = approval_states(release.events, content)
    asking = open_round(release.events)
    return {
        "id": release.id,
        "title": content.title.plain,
        "lead": "\n".join(text.plain for text in content.lead) or None,
        "language": content.language.value,
        "languages": [language.value for language in release.draft.languages],
        "stage": stage(release.events, release.draft.contents).value,
        "place": content.place,
        "date": content.date.isoformat() if content.date else None,
        "release_mode": content.release_mode.value if content.release_mode else None,
        "embargo": instant_to_json(content.embargo) if content.embargo else None,
        "blocks": [
            block_shape(content, block, release.draft.notes.lines, standings.get(block.id))
            for block in content.blocks
        ],
        "partners": [_partner_shape(partner, pen) for partner in content.partners],
        "spokespersons": [_person_shape(one) for one in content.spokespersons],
        "contacts": [
            {
                "partner": _short(content.partner(one.partner)),
                "name": one.name,
                "title": one.title,
                "phone": one.phone,
                "email": one.email,
            }
            for one in content.contacts
        ],
        "boilerplates": [
            {
                "id": one.id,
                "partner": _short(content.partner(one.partner)),
                "paragraphs": _words(one.paragraphs),
            }
            for one in content.boilerplates
        ],
        "round": asking.opened.number if asking else None,
        "head": release.head.hash,
        "head_code": head_code(release.head.hash),
    }


def block_shape(
    content: Content,
    block: Block,
    lines: Mapping[BlockId, tuple[int, ...]],
    standing: Standing | None = None,
) -> dict[str, Json]:
    """Return what is printed of one block; ``lines`` are those of the file it came from.

    ``standing`` is where the ledger has it, if it is a quote and there is a ledger.
    """
    shape: dict[str, Json] = {
        "id": block.id,
        "kind": _KINDS[type(block)],
        "lines": list(lines.get(block.id, ())),
        "paragraphs": _words(block.texts),
        "speaker": None,
        "owner": None,
        "indirect": False,
        "uncertain": content.is_uncertain(block),
        "dash": QuoteDash.NONE.value,
        "approval": None,
    }
    if isinstance(block, QuoteBlock):
        shape |= _quote_shape(content, block, standing)
    return shape


def notes_shape(notes: ImportNotes) -> dict[str, Json]:
    """Return what was cleaned and what is asked."""
    return {
        "cleaned": [
            {"what": one.kind.value, "line": one.line, "text": one.text} for one in notes.cleaned
        ],
        "questions": [
            {"about": one.kind.value, "line": one.line, "text": one.text} for one in notes.questions
        ],
    }


def approval_shape(content: Content, quote: QuoteBlock, standing: Standing | None) -> Json:
    """Return what is printed of a quote's approval."""
    given = standing.given if standing else None
    return {
        "state": (standing.state if standing else ApprovalState.MISSING).value,
        "code": short_code(quote_hash(content, quote)),
        "by": given.by if given else None,
        "evidence": given.evidence.value if given else None,
    }


def _quote_shape(content: Content, quote: QuoteBlock, standing: Standing | None) -> dict[str, Json]:
    person = content.person(quote.speaker)
    return {
        "speaker": _person_shape(person) if person else None,
        "owner": _short(content.partner(quote.owner)),
        "indirect": quote.is_indirect,
        "dash": quote.dash.value,
        "approval": approval_shape(content, quote, standing),
    }


def _person_shape(person: Spokesperson) -> Json:
    return {"name": person.name, "title": person.title, "organisation": person.organisation}


def _partner_shape(partner: Partner, pen: Partner | None) -> Json:
    return {"name": partner.name, "short": partner.short, "holds_pen": partner == pen}


def _short(partner: Partner | None) -> str | None:
    return partner.short if partner else None


def _words(texts: Sequence[Text]) -> list[Json]:
    return [text.plain for text in texts]
