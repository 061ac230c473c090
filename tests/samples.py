"""Values that many tests start from."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    Contact,
    Content,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
)
from pressdesk.domain.draft import Draft
from pressdesk.domain.ids import BlockId, PartnerId, PersonId, ReleaseId
from pressdesk.domain.ledger import LedgerWriter
from pressdesk.domain.text import Text
from pressdesk.trust.signers import Ed25519Signer

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
RELEASE = ReleaseId("01ARZ3NDEKTSV4RRFFQ69G5FAV")


def counting_ids(prefix: str = "01TEST") -> Callable[[], str]:
    """Return a factory of ids that look like ULIDs and count up."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers):0{26 - len(prefix)}d}"


def content() -> Content:
    """Return a small release of two partners with one quote each."""
    act, skift = PartnerId("p1"), PartnerId("p2")
    return Content(
        language=Language.NB,
        title=Text.of("Nordlys og Fjell bygger sammen"),
        lead=(Text.of("Nordlys og Fjell skal bygge et varmeanlegg i Bodø."),),
        blocks=(
            Paragraph(id=BlockId("b1"), text=Text.of("Anlegget er ferdig i 2028.")),
            QuoteBlock(
                id=BlockId("b2"),
                paragraphs=(Text.of("– Vi gleder oss, sier daglig leder Kari Nes i Nordlys."),),
                speaker=PersonId("s1"),
                owner=act,
            ),
            QuoteBlock(
                id=BlockId("b3"),
                paragraphs=(Text.of("– Det gjør vi også, sier Ola Li."),),
                speaker=PersonId("s2"),
            ),
        ),
        partners=(
            Partner(id=act, name="Nordlys AS", short="Nordlys"),
            Partner(id=skift, name="Fjell Kraft", short="Fjell"),
        ),
        spokespersons=(
            Spokesperson(
                id=PersonId("s1"), name="Kari Nes", title="daglig leder", organisation="Nordlys"
            ),
            Spokesperson(id=PersonId("s2"), name="Ola Li"),
        ),
        contacts=(Contact(partner=act, name="Kari Nes", phone="900 00 001"),),
    )


def draft() -> Draft:
    """Return the first draft of ``content``."""
    return Draft(contents=(content(),), version=1, saved_at=NOW)


def ledger_writer() -> LedgerWriter:
    """Return a writer with a fixed key, clock and salts."""
    return LedgerWriter(
        actor="Kari Nes <kari@nordlys.example>; Nordlys",
        signer=Ed25519Signer(bytes(range(32))),
        clock=lambda: NOW,
        random_bytes=lambda length: b"\x01" * length,
    )
