"""Who says what in a manuscript, read off the words: verbs of saying, names, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.reading import bare_words, count_words, of_roles
from pressdesk.textops.normalise import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.content import Content, QuoteBlock
    from pressdesk.domain.manuscript import Manuscript, Passage

PLAIN_VERBS = frozenset({"sier", "seier", "says", "said", "sa"})
CLOSING_VERBS = frozenset({"avslutter", "avsluttar", "konkluderer", "konkluderar", "concludes"})
_VERBS = (
    "sier|seier|sa|fortsetter|held fram|fortset|avslutter|avsluttar|konkluderer|konkluderar"
    "|påpeker|peikar på|peker på|understreker|understrekar|poengterer|poengterar|utdyper|utdjupar"
    "|forteller|fortel|forklarer|forklarar|mener|meiner|legger til|legg til|føyer til|tilføyer"
    "|uttaler|uttalar|kommenterer|kommenterar|fastslår|slår fast|hevder|hevdar|framhever"
    "|fremhever|framhevar|bekrefter|stadfestar|innrømmer|vedgår|slutter|smiler|ler"
    r"|(?:held|heldt)(?=[ \u00a0]\w+[ \u00a0]fram\b)"
    r"|(?:legger|legg|la)(?=[ \u00a0]\w+[ \u00a0]til\b)|slår(?=[ \u00a0]\w+[ \u00a0]fast\b)"
    "|says|said|adds|added|continues|continued|concludes|concluded|explains|explained|notes|noted"
)
_NAME = r"(?:[A-ZÆØÅÄÖÜÉ]\.|[A-ZÆØÅÄÖÜÉ][\w'’-]*)"
_FULL_NAME = rf"{_NAME}(?:[ \u00a0](?:(?:von|van|de|af|av)[ \u00a0])?{_NAME}){{1,3}}"
_PRONOUN = r"hun|han|ho|hen|she|he|they"
_TITLE = r"(?:[a-zæøå][\w-]*(?:[ \u00a0]|-)){0,6}?"
SAID = re.compile(
    rf"(?<![\w-])(?P<verb>{_VERBS})[ \u00a0](?P<who>(?P<pronoun>{_PRONOUN})\b"
    rf"|(?P<title>{_TITLE})(?P<name>{_FULL_NAME}|{_NAME}))"
)
"""Speech with its tag behind it: ", sier daglig leder Kari Nes"."""
_SAYS = re.compile(
    rf"^\W{{0,4}}(?P<who>(?P<pronoun>Hun|Han|Ho|Hen|She|He|They)|(?P<name>{_FULL_NAME}))[ \u00a0]"
    rf"(?P<verb>{_VERBS})(?![\w-])"
)
"""Speech with its tag before it: "Han påpeker at"."""
_SMALL_WORDS = (
    "at att om seg det dette som hva kva noe noko mye mykje ja nei til ikke ikkje vi jeg eg de dei"
    " that it what"
)
_NO_TITLE = frozenset(_SMALL_WORDS.split())
_BEFORE_TAG = ',?!»”"…–'
_OPENS = re.compile(rf"\s*[{re.escape(DASHES)}]\s*\D|\s*[«“\"]")


@dataclass(frozen=True, slots=True)
class Tag:
    """Where a statement says who says it.

    Shape: ``start`` and ``end`` cover verb and speaker. ``name`` is as it stands, None for a
    pronoun; ``is_title_first`` is None where no title stands beside a full name.
    """

    passage: Passage
    start: int
    end: int
    verb: str
    name: str | None
    name_start: int
    is_title_first: bool | None
    is_behind: bool


def tags(manuscript: Manuscript) -> Iterator[Tag]:
    """Yield the tags of all statements, in reading order."""
    for passage in of_roles(manuscript, frozenset({Role.QUOTE})):
        yield from tags_of(passage)


def tags_of(passage: Passage) -> Iterator[Tag]:
    """Yield the tags of one passage, in order."""
    before = _SAYS.match(passage.text)
    behind = [one for one in SAID.finditer(passage.text) if _is_tag(one, passage.text)]
    for found in ([before] if before else []) + behind:
        name = found["name"]
        yield Tag(
            passage=passage,
            start=found.start("verb") if found.re is SAID else found.start("who"),
            end=found.end(),
            verb=found["verb"].lower(),
            name=name,
            name_start=found.start("name"),
            is_title_first=_is_title_first(found, passage.text) if name else None,
            is_behind=found.re is SAID,
        )


def _is_tag(found: re.Match[str], text: str) -> bool:
    """Return whether a verb of saying tells who spoke, and not what somebody says or thinks."""
    if _NO_TITLE & set((found["title"] or "").split()):
        return False
    before = text[max(0, found.start() - 3) : found.start()].rstrip()
    return found["verb"] in PLAIN_VERBS or before[-1:] in _BEFORE_TAG


def _is_title_first(found: re.Match[str], text: str) -> bool | None:
    if " " not in found["name"].replace("\u00a0", " "):
        return None
    if found.re is SAID and found["title"].strip():
        return True
    return False if re.match(r",[ \u00a0][a-zæøå]", text[found.end() :]) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A passage of attributed speech.

    ``speaker`` is a label that is the same for the same person, "" where nobody is named;
    ``side`` is the partner spoken for, as far as known, else the speaker.
    """

    passage: Passage
    speaker: str
    side: str
    words: int


def statements(manuscript: Manuscript) -> tuple[Statement, ...]:
    """Return what is said in the manuscript, in reading order."""
    quotes = quotes_by_words(manuscript.content)
    found: list[Statement] = []
    speaker = ""
    for passage in of_roles(manuscript, frozenset({Role.QUOTE})):
        quote = quotes.get(bare_words(passage.text))
        side = ""
        if quote is not None and manuscript.content is not None:
            person = manuscript.content.person(quote.speaker)
            partner = manuscript.content.partner(quote.owner)
            speaker = person.surname if person else ""
            side = partner.short if partner else ""
        else:
            named = [tag.name for tag in tags_of(passage) if tag.name]
            speaker = re.split(r"[ \u00a0]", named[0])[-1] if named else speaker
        words = count_words(passage.text)
        found.append(Statement(passage=passage, speaker=speaker, side=side or speaker, words=words))
    return tuple(found)


def opens_speech(text: str) -> bool:
    """Return whether a paragraph opens with a quote dash or quotation marks."""
    return _OPENS.match(text) is not None


def quotes_by_words(content: Content | None) -> dict[str, QuoteBlock]:
    """Return the quotes of a content by the bare words of each of their paragraphs."""
    if content is None:
        return {}
    return {
        bare_words(text.plain): quote for quote in content.quotes() for text in quote.paragraphs
    }
