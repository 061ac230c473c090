"""A release on the way to its preflight, made with the journeys that people use."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from pressdesk.domain.approvals import How
from pressdesk.domain.comments import Audience
from pressdesk.domain.content import Content, Paragraph, QuoteBlock, ReleaseMode
from pressdesk.domain.rounds import Decided
from pressdesk.domain.text import Text
from pressdesk.services.approving import Said
from pressdesk.services.commenting import Remark, spot_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place
    from pressdesk.services.stored import StoredRelease

SPEAKERS = ("Kari Nes", "Ola Li")
READY = """Nordlys og Fjell bygger varmeanlegg

Nordlys og Fjell skal bygge et varmeanlegg i Bodø.

Anlegget er ferdig i 2028.

– Vi gleder oss stort, sier daglig leder Kari Nes i Nordlys.

– Det blir varmt i hele byen, sier styreleder Ola Li i Fjell.

Kontakt:
Kari Nes, daglig leder i Nordlys, tlf. 900 00 001
Ola Li, styreleder i Fjell, tlf. 900 00 002

Om Nordlys
Nordlys lager strøm.

Om Fjell
Fjell lager varme.
"""
"""Two quotes, and nothing missing but their approvals."""


def approve(journeys: Journeys, place: Place, number: int, **more: object) -> None:
    """Note that the speaker of quote ``number`` (from 0) approved it by telephone."""
    content = place.read().draft.content()
    quote = list(content.quotes())[number]
    speaker = content.person(quote.speaker)
    assert speaker is not None
    said = Said(
        block=quote.id,
        by=speaker.name,
        how=How.PHONE,
        evidence="Leste opp hele sitatet.",
        code=journeys.approving.states(place)[quote.id].code,
    )
    journeys.approving.approve(place, replace(said, **more))  # type: ignore[arg-type]  # by name


def rewrite(
    desk: DeskWork, release: ReleaseId, change: Callable[[Content], Content]
) -> StoredRelease:
    """Store another text, as the editor does."""
    stored = desk.open(release)
    draft = stored.draft
    desk.drafting.save(desk.at(release), (change(draft.content()),), read_version=draft.version)
    return desk.open(release)


def with_words(content: Content, number: int, old: str, new: str) -> Content:
    """Return ``content`` with words of quote ``number`` changed."""
    quote = list(content.quotes())[number]
    words = tuple(Text.of(text.plain.replace(old, new)) for text in quote.paragraphs)
    assert words != quote.paragraphs
    return content.with_block(replace(quote, paragraphs=words))


def half_way(desk: DeskWork, journeys: Journeys, release: StoredRelease) -> StoredRelease:
    """Return the sample with approvals, one of them void, a comment, and gaps to fill in."""
    place = desk.at(release.id)
    for number in (0, 1, 3, 4):
        approve(journeys, place, number)
    approve(
        journeys,
        place,
        5,
        decision=Decided.CHANGE_ASKED,
        code=None,
        evidence="Vil ha en mildere avslutning.",
    )

    def changed(content: Content) -> Content:
        quote = next(iter(content.quotes()))
        words = quote.paragraphs[0].plain.split(" ")
        content = with_words(content, 0, words[2], f"alltid {words[2]}")
        contacts = (replace(content.contacts[0], phone=None), *content.contacts[1:])
        first = next(one for one in content.blocks if isinstance(one, Paragraph))
        more = Paragraph(
            id=first.id, text=Text.of(f"{first.text.plain} Avtalen gir [antall] jobber.")
        )
        content = content.with_block(more)
        return replace(
            content,
            contacts=contacts,
            place="Elvebyen",
            release_mode=ReleaseMode.EMBARGO,
            embargo=journeys.clock() + timedelta(days=1, hours=20, minutes=5),
        )

    stored = rewrite(desk, release.id, changed)
    content = stored.draft.content()
    block = next(one for one in content.blocks if isinstance(one, QuoteBlock))
    words = block.paragraphs[0].plain[2:24]
    spot = spot_at(content, block.id, words)
    remark = Remark(text="Kan vi si dette enklere?", spot=spot, audience=Audience.ALL)
    asked = journeys.commenting.add(place, remark)
    journeys.commenting.add(place, Remark(text="Ja, gjerne.", parent=asked.id))
    settled = journeys.commenting.add(place, Remark(text="Stemmer årstallet?"))
    journeys.commenting.resolve(place, settled.id, reason="Sjekket med utbyggeren.")
    journeys.exporting.export(place, journeys.data_folder, is_draft=True)
    return desk.open(release.id)
