"""Statements and who makes them: verbs, order of names and titles, balance, approvals."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language, QuoteDash, inner_speech_at
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.attributions import (
    CLOSING_VERBS,
    PLAIN_VERBS,
    opens_speech,
    quotes_by_words,
    statements,
    tags,
    tags_of,
)
from pressdesk.proofing.house.reading import WORD, bare_words, of_roles
from pressdesk.proofing.rules.model import TextHit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.proofing.house.attributions import Tag

_FEWEST_WORDS = 80
_PLAIN: Mapping[Language, str] = MappingProxyType(
    {Language.NB: "sier", Language.NN: "seier", Language.EN: "says"}
)
_SPLIT_VERBS = frozenset({"held", "heldt", "legger", "legg", "la", "slår"})
"""They speak with a particle behind the speaker: "held ho fram"."""
_LOPSIDED = 1.5
_CLAUSE_END = re.compile(r"[.!?…](?:\s|$)")
_BELONGS = re.compile(
    r"\b(?:i|ved|fra|frå|for|hos|på|av|of|at|from|in|with)[ \u00a0](?:[A-ZÆØÅÄÖ]|\w+-)"
)
_HAS_CAPITALS = re.compile(r"[A-ZÆØÅ]")


def varied_verbs(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield verbs of saying other than the plain one; closing ones are told of by themselves."""
    found = [tag for tag in tags(manuscript) if tag.verb not in CLOSING_VERBS]
    for tag in found:
        if tag.verb not in PLAIN_VERBS:
            yield _hit(manuscript, tag)


def closing_verbs(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield verbs that say that a speech is over."""
    for tag in tags(manuscript):
        if tag.verb in CLOSING_VERBS:
            yield _hit(manuscript, tag)


def name_and_title(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield attributions whose order of name and title is not that of the first one."""
    found = [tag for tag in tags(manuscript) if tag.is_title_first is not None]
    for tag in found[1:]:
        if tag.is_title_first is not found[0].is_title_first:
            yield TextHit(place=tag.passage.place, start=tag.name_start, end=_clause_end(tag))


def unplaced_speaker(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield speakers whose organisation is not told where they are first named in full."""
    seen: set[str] = set()
    for tag in tags(manuscript):
        if tag.name is None or tag.is_title_first is not True or tag.name in seen:
            continue
        seen.add(tag.name)
        if _is_named_before(manuscript, tag):
            continue
        clause = tag.passage.text[tag.start : _clause_end(tag)]
        beside = clause.replace(tag.name, "", 1)
        if not _BELONGS.search(beside) and not _HAS_CAPITALS.search(beside):
            start = tag.start + len(tag.verb) + 1
            yield TextHit(
                place=tag.passage.place, start=start, end=tag.end, fields={"navn": tag.name}
            )


def _is_named_before(manuscript: Manuscript, tag: Tag) -> bool:
    for passage in manuscript.passages:
        if passage.place == tag.passage.place:
            return tag.name is not None and tag.name in passage.text[: tag.start]
        in_text = passage.place.role not in (Role.CAPTION, Role.FURNITURE)
        if in_text and tag.name is not None and tag.name in passage.text:
            return True
    return False


def missing_dash(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield direct speech that opens with neither dash nor quotation marks, at its first word."""
    quotes = quotes_by_words(manuscript.content)
    for passage in of_roles(manuscript, frozenset({Role.QUOTE})):
        quote = quotes.get(bare_words(passage.text))
        if quote is not None:
            is_first = bare_words(quote.paragraphs[0].plain) == bare_words(passage.text)
            is_missing = is_first and quote.dash is QuoteDash.MISSING
        else:
            is_marked = opens_speech(passage.text) or inner_speech_at(passage.text) is not None
            is_missing = not is_marked and any(
                tag.is_behind and tag.verb in PLAIN_VERBS for tag in tags_of(passage)
            )
        word = WORD.search(passage.text)
        if is_missing and word is not None:
            yield TextHit(
                place=passage.place,
                start=word.start(),
                end=word.end(),
                suggestions=(f"–\u00a0{word.group()}",),
            )


def balance(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that one side says much more than another."""
    sides: Counter[str] = Counter()
    for statement in statements(manuscript):
        sides[statement.side] += statement.words
    sides.pop("", None)
    if len(sides) < 2 or sides.total() < _FEWEST_WORDS:  # noqa: PLR2004  # one side has no other
        return
    (most, many), *_, (least, few) = sides.most_common()
    if many > _LOPSIDED * few:
        yield TextHit(fields={"flest": most, "mange": str(many), "færrest": least, "få": str(few)})


def unapproved(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield that there are statements without an approval on record."""
    content = manuscript.content
    if content is None:
        count = len(statements(manuscript))
    else:
        count = sum(quote.id not in manuscript.approved for quote in content.quotes())
    if count:
        yield TextHit(fields={"antall": str(count)})


def _clause_end(tag: Tag) -> int:
    """Return where the clause of the attribution ends."""
    found = _CLAUSE_END.search(tag.passage.text, tag.end)
    return found.start() if found else len(tag.passage.text.rstrip())


def _hit(manuscript: Manuscript, tag: Tag) -> TextHit:
    """Return the tag as a hit, with the plain verb where it takes the place of one word."""
    words = tag.passage.text[tag.start : tag.end]
    plain = _PLAIN[manuscript.language]
    is_split = tag.verb in _SPLIT_VERBS
    right = re.sub(rf"(?<!\w){re.escape(tag.verb)}(?!\w)", plain, words, count=1)
    suggestions = () if is_split or right == words else (right,)
    return TextHit(
        place=tag.passage.place,
        start=tag.start,
        end=tag.end,
        suggestions=suggestions,
        fields={"verb": tag.verb},
    )


CHECKS = {
    "varied_verbs": varied_verbs,
    "closing_verbs": closing_verbs,
    "name_and_title": name_and_title,
    "unplaced_speaker": unplaced_speaker,
    "missing_dash": missing_dash,
    "balance": balance,
    "unapproved": unapproved,
}
