"""Rounds and approvals to start from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import ApprovalGiven, Evidence, Scope
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.ids import BlockId, Digest, PersonId
from pressdesk.domain.rounds import AskedWords, Decided, Reader, ReaderRole, RoundOpened
from samples import NOW, content

if TYPE_CHECKING:
    from pressdesk.domain.content import Content

DIGEST = Digest("a" * 64)
QUOTE = BlockId("b2")


def hash_of(release: Content, block: BlockId = QUOTE) -> Digest:
    """Return what an approval of a quote is tied to."""
    (quote,) = (one for one in release.quotes() if one.id == block)
    return quote_hash(release, quote)


def opened(name: str = "r1", number: int = 1, release: Content | None = None) -> RoundOpened:
    """Return a round in which Kari Nes is asked about her quote."""
    release = release or content()
    reader = Reader(
        id=PersonId(f"{name}-kari"),
        name="Kari Nes",
        mail="kari@nordlys.example",
        role=ReaderRole.APPROVER,
        partner=release.partners[0].id,
        file_name="runde1_nes.docx",
        sent=DIGEST,
    )
    return RoundOpened(
        id=name,
        number=number,
        revision=DIGEST,
        revision_number=number,
        language="nb",
        deadline=NOW + timedelta(days=2),
        is_confidential=False,
        is_listed_partner=False,
        readers=(reader,),
        asked=(AskedWords(block=QUOTE, content_hash=hash_of(release), reader=reader.id),),
        quote=None,
        head="ABEC-XRPC-NJ5B-215W-E37E",
    )


def given(
    release: Content | None = None,
    *,
    name: str = "a1",
    by: str = "Kari Nes",
    decision: Decided = Decided.APPROVED,
    asked_in: str | None = "r1",
) -> ApprovalGiven:
    """Return Kari Nes's answer about the words that her quote holds in ``release``."""
    return ApprovalGiven(
        id=name,
        scope=Scope.QUOTE,
        block=QUOTE,
        language="nb",
        content_hash=hash_of(release or content()),
        speaker="Kari Nes",
        partner=None,
        by=by,
        decision=decision,
        evidence=Evidence.WORD if asked_in else Evidence.NOTED,
        note="",
        round=asked_in,
        response="s1" if asked_in else None,
    )
