"""Names that the text itself introduces: with a title, or after a first name that is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.proofing.spelling import messages
from pressdesk.proofing.spelling.suggestions import near_names
from pressdesk.textops.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressdesk.domain.content import Language
    from pressdesk.domain.finding import Finding
    from pressdesk.textops.tokens import Token

_TITLES = (
    "leder", "leiar", "direktør", "sjef", "minister", "rådgiver", "rådgivar", "rådgjevar",
    "ordfører", "ordførar", "forsker", "forskar", "professor", "rektor", "dekan", "lege",
    "ansvarlig", "ansvarleg", "president", "statsråd", "redaktør", "gründer", "koordinator",
    "sekretær", "forvalter", "forvaltar", "formann", "prest", "prost", "biskop", "advokat",
    "stipendiat", "ingeniør", "arkitekt", "forfatter", "forfattar", "trener", "trenar", "eier",
    "eigar", "kaptein", "representant", "politiker", "politikar", "partner", "konsulent",
    "inspektør", "kommissær", "byråd", "varsler", "talsperson", "talskvinne", "talsmann",
)  # fmt: skip
"""How Norwegian titles end."""
_ONLY_TITLES = frozenset(("administrerende", "administrerande", "daglig", "dagleg"))
_PARTICLES = frozenset(("von", "van", "de", "af", "av", "der"))
_SHORTEST_NEAR = 4


def introduced(tokens: Sequence[Token], is_name: Callable[[str], bool]) -> frozenset[str]:
    """Return the words of names that are introduced; ``is_name`` tells of a first name."""
    words = [token for token in tokens if token.kind is not TokenKind.SPACE]
    found: set[str] = set()
    for first, last in _runs(words):
        run = [token.text for token in words[first:last]]
        has_title = (first > 0 and _is_title(words[first - 1].text)) or (
            last + 1 < len(words) and words[last].text == "," and _is_title(words[last + 1].text)
        )
        if has_title or any(map(is_name, run[:-1])):
            found.update(map(bare, run))
    return frozenset(found)


def once_each(
    findings: Iterable[Finding], names: frozenset[str], speech: Language
) -> Iterator[Finding]:
    """Yield ``findings`` with each name asked about once, and none that the text introduces.

    A name that is one slip away from an introduced one is told of as that.
    """
    told = tuple(findings)
    inside = {bare(one.text) for one in told if one.rule == messages.NAME.id}
    asked: set[str] = set()
    for finding in told:
        name = bare(finding.text)
        is_name = finding.rule == messages.NAME.id
        is_first = finding.rule == messages.UNKNOWN.id and finding.text.istitle()
        if is_first and name in names | inside:
            continue  # as the first word of a sentence it looked like a misspelt one
        if not is_name:
            yield finding
        elif name not in names and name not in asked:
            asked.add(name)
            is_near = len(name) >= _SHORTEST_NEAR and near_names(name, names)
            yield _nearly(finding, speech) if is_near else finding


def _nearly(finding: Finding, speech: Language) -> Finding:
    rule = messages.NEARLY_NAME
    return replace(
        finding,
        rule=rule.id,
        severity=rule.severity,
        message=rule.said(finding.text, speech),
        explanation=rule.explanation[speech],
    )


def bare(name: str) -> str:
    """Return ``name`` without the ending of a genitive."""
    name = name.rstrip("'’")
    return name[:-1] if name.endswith("s") and len(name) > _SHORTEST_NEAR else name


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where words with a capital stand in a row, particles between them too."""
    place = 0
    while place < len(words):
        start = place
        while place < len(words) and _continues(words, start, place):
            place += 1
        if place > start:
            yield start, place
        place = max(place, start + 1)


def _continues(words: Sequence[Token], start: int, place: int) -> bool:
    token = words[place]
    if token.kind is not TokenKind.WORD:
        return False
    is_between = place > start and token.text in _PARTICLES and place + 1 < len(words)
    return token.is_capital or (is_between and words[place + 1].is_capital)


def _is_title(word: str) -> bool:
    return word in _ONLY_TITLES or (word.islower() and word.endswith(_TITLES))
