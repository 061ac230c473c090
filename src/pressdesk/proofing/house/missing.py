"""Parts that a joint press release has, and this one lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressdesk.domain.content import FactBox, Image
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.reading import (
    is_release,
    is_working,
    of_roles,
    passage_of,
    words_of_body,
)
from pressdesk.proofing.rules.model import TextHit
from pressdesk.textops.months import MONTHS, MONTHS_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.content import Partner
    from pressdesk.domain.manuscript import Manuscript

_JOINT = 2
_UNDIVIDED_WORDS = 300
_MONTHS = "|".join((*MONTHS, *MONTHS_ENGLISH))
_DATE = re.compile(rf"\d{{1,2}}\.?\s*(?:{_MONTHS}|\d{{1,2}}\.)\s*\d{{2,4}}", re.IGNORECASE)
_RELEASE = re.compile(
    r"sperrefrist|umiddelbar|straks|embargo|immediate release|for publisering|offentliggj", re.I
)
_LABEL = re.compile(r"\b(?:presse?meld|nyhetsmelding|press release|news release)", re.IGNORECASE)
_IS_JOINT = re.compile(r"\bfelles\b|\bjoint\b", re.IGNORECASE)
_REACH = re.compile(r"@|(?<!\d)(?:\+47[ \u00a0]?)?(?:\d[ \u00a0]?){8}(?!\d)")
_ABOUT = re.compile(r"(?:om|about)\s+\S", re.IGNORECASE)


def place_and_date(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that place or date is missing."""
    content = manuscript.content
    if content is None:
        is_there = any(_DATE.search(text) for text in _furniture(manuscript))
    else:
        is_there = content.place is not None and content.date is not None
    yield from _missed(manuscript, is_there=is_there)


def sender(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that no line says who sends the release, or that they send it together."""
    labels = [text for text in _furniture(manuscript) if _LABEL.search(text)]
    partners = _partners(manuscript)
    is_joint = any(
        _IS_JOINT.search(text) or all(one.short.casefold() in text.casefold() for one in partners)
        for text in labels
    )
    is_there = is_working(manuscript) or bool(labels and (is_joint or len(partners) < _JOINT))
    yield from _missed(manuscript, is_there=is_there)


def release_mode(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that neither an embargo nor immediate release is stated."""
    content = manuscript.content
    is_stated = content is not None and content.release_mode is not None
    is_stated = is_stated or any(_RELEASE.search(text) for text in _furniture(manuscript))
    yield from _missed(manuscript, is_there=is_stated)


def contacts(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield the partners whom journalists cannot call."""
    content = manuscript.content
    if content is None or not content.partners:
        is_there = bool(content and content.contacts)
        is_there = is_there or any(_REACH.search(text) for text in _furniture(manuscript))
        yield from _missed(manuscript, is_there=is_there)
        return
    reached = {one.partner for one in content.contacts if one.phone or one.email}
    unreached = [one for one in content.partners if one.id not in reached]
    unplaced = sum(one.partner is None for one in content.contacts)
    if unplaced < len(unreached):
        for partner in unreached:
            yield from _missed(manuscript, is_there=False, partner=partner)


def boilerplates(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield the partners about whom nothing is told at the end."""
    content = manuscript.content
    if content is None or not content.partners:
        is_there = passage_of(manuscript, Role.ABOUT) is not None
        is_there = is_there or any(_ABOUT.match(text) for text in _furniture(manuscript))
        yield from _missed(manuscript, is_there=is_there)
        return
    told = {one.partner for one in content.boilerplates if any(one.paragraphs)}
    headings = [one.heading.plain.casefold() for one in content.boilerplates]
    for partner in content.partners:
        is_named = any(partner.is_called(heading.partition(" ")[2]) for heading in headings)
        yield from _missed(manuscript, is_there=is_named or partner.id in told, partner=partner)


def picture(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that there is no picture."""
    content = manuscript.content
    has_image = content is not None and any(isinstance(one, Image) for one in content.blocks)
    is_there = has_image or passage_of(manuscript, Role.CAPTION) is not None
    yield from _missed(manuscript, is_there=is_there)


def fact_box(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that there is no fact box."""
    content = manuscript.content
    has_box = content is not None and any(isinstance(one, FactBox) for one in content.blocks)
    is_there = has_box or passage_of(manuscript, Role.FACT) is not None
    yield from _missed(manuscript, is_there=is_there)


def subheadings(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that a long text has no subheadings."""
    words = words_of_body(manuscript)
    is_there = words <= _UNDIVIDED_WORDS or passage_of(manuscript, Role.SUBHEADING) is not None
    if is_release(manuscript) and not is_there:
        yield TextHit(fields={"ord": str(words)})


def lone_subheading(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield a subheading that is the only one."""
    found = list(of_roles(manuscript, frozenset({Role.SUBHEADING})))
    if len(found) == 1:
        yield TextHit(place=found[0].place, start=0, end=len(found[0].text))


def _missed(
    manuscript: Manuscript, *, is_there: bool, partner: Partner | None = None
) -> Iterator[TextHit]:
    if not is_there and is_release(manuscript):
        name = partner.short if partner else ""
        # The name tells findings of one rule apart where no words do.
        yield TextHit(fields={"for_part": f" for {name}" if name else "", "part": name})


def _partners(manuscript: Manuscript) -> tuple[Partner, ...]:
    return manuscript.content.partners if manuscript.content else ()


def _furniture(manuscript: Manuscript) -> list[str]:
    return [one.text for one in of_roles(manuscript, frozenset({Role.FURNITURE}))]


CHECKS = {
    "place_and_date": place_and_date,
    "sender": sender,
    "release_mode": release_mode,
    "contacts": contacts,
    "boilerplates": boilerplates,
    "picture": picture,
    "fact_box": fact_box,
    "subheadings": subheadings,
    "lone_subheading": lone_subheading,
}
