"""What copying leaves behind: repeated paragraphs, residue of web pages, stray white space."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.domain.recognised import CleanUpKind
from pressdesk.proofing.house.reading import SPOKEN, bare_words, count_words, of_roles
from pressdesk.proofing.rules.model import TextHit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript, Passage

_FEWEST_WORDS = 6
_LONGEST_RESIDUE = 80
_RESIDUE = re.compile(
    r"\s*(?:"
    r"del(?: (?:på|saken|artikkelen|denne saken))?(?: (?:facebook|linkedin|twitter|x|e-post))*\s*:?"
    r"|share(?: (?:on|this|via)\b.{0,30})?\s*:?"
    r"|les også\s*:.*|les òg\s*:.*|read also\s*:.*|les meir|les mer(?: her)?|read more"
    r"|skriv ut|print|kopier lenke|kopier lenkje|copy link|tips en venn|tilbake til toppen"
    r"|(?:vi bruker|vi brukar|this (?:site|website) uses) (?:informasjonskapsler|cookies|informasjonskapslar)\b.*"
    r"|godta (?:alle )?(?:informasjonskapsler|informasjonskapslar|cookies)|accept (?:all )?cookies"
    r"|publisert\s*:.*|oppdatert\s*:.*|annonse|advertisement"
    r")\s*",
    re.IGNORECASE,
)


def repeated_lead(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield paragraphs of the body that say the lead again."""
    leads = {bare_words(one.text) for one in of_roles(manuscript, frozenset({Role.LEAD}))}
    leads = {words for words in leads if count_words(words) >= _FEWEST_WORDS}
    for passage in of_roles(manuscript, frozenset({Role.BODY})):
        if bare_words(passage.text) in leads:
            yield _whole(passage)


def repeated_paragraph(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield paragraphs of the body that stood in the body before, word by word."""
    seen: set[str] = set()
    for passage in of_roles(manuscript, SPOKEN):
        bare = bare_words(passage.text)
        if passage.place.role is Role.LEAD or count_words(bare) < _FEWEST_WORDS:
            continue
        if bare in seen:
            yield _whole(passage)
        seen.add(bare)


def web_residue(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield what web pages leave behind: share buttons, cookie notices, links to other pages."""
    removed = {one.line for one in manuscript.cleaned if one.kind is CleanUpKind.WEB_RESIDUE}
    for passage in manuscript.passages:
        is_short = len(passage.text) <= _LONGEST_RESIDUE
        if passage.place.line in removed or (is_short and _RESIDUE.fullmatch(passage.text)):
            yield _whole(passage)


def indentation(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield white space at the beginning of paragraphs."""
    for passage in manuscript.passages:
        width = len(passage.text) - len(passage.text.lstrip())
        if width:
            yield TextHit(place=passage.place, start=0, end=width, suggestions=("",))


def trailing_space(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield white space at the end of paragraphs."""
    for passage in manuscript.passages:
        end = len(passage.text)
        start = len(passage.text.rstrip())
        if start < end:
            yield TextHit(place=passage.place, start=start, end=end, suggestions=("",))


def line_breaks(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield, once each, empty lines beyond the one between paragraphs, and an open last line."""
    kinds = {one.kind for one in manuscript.cleaned}
    is_open = CleanUpKind.FINAL_NEWLINE in kinds
    is_empty = [not passage.text for passage in manuscript.passages]
    if is_open:
        last = manuscript.passages[-1]
        yield TextHit(place=last.place, start=len(last.text), end=len(last.text))
    if CleanUpKind.EMPTY_LINES in kinds or any(map(all, pairwise(is_empty))):
        yield TextHit()


def _whole(passage: Passage) -> TextHit:
    return TextHit(place=passage.place, start=0, end=len(passage.text), removes_passage=True)


CHECKS = {
    "repeated_lead": repeated_lead,
    "repeated_paragraph": repeated_paragraph,
    "web_residue": web_residue,
    "indentation": indentation,
    "trailing_space": trailing_space,
    "line_breaks": line_breaks,
}
