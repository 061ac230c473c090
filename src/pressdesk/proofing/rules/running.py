"""Rules at work on a passage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.proofing.rules.model import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript, Place
    from pressdesk.proofing.rules.context import Context
    from pressdesk.proofing.rules.model import Rule, TextHit

_MOST_HITS = 1000
"""Of one rule in one passage; nobody reads more, and hostile text has millions."""


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A fault with what is said about it.

    Shape: code points of the passage, half open; suggestions differ from the text and from each
    other. ``place`` is given by rules about the whole text only.
    """

    rule: Rule
    start: int
    end: int
    text: str
    suggestions: tuple[str, ...]
    fields: dict[str, str]
    place: Place | None = None
    removes_passage: bool = False


def run(rule: Rule, context: Context) -> Iterator[RuleHit]:
    """Yield what ``rule`` finds in a passage; nothing in a role that it does not speak of.

    Raises:
        TimeoutError: a pattern of the rule took too long.
    """
    if rule.detector is None or context.role not in rule.roles:
        return
    silenced: list[tuple[int, int]] | None = None
    count = 0
    for hit in rule.detector.hits(context):
        if silenced is None:
            silenced = _silenced(rule, context)
        if any(hit.start < end and start < hit.end for start, end in silenced):
            continue
        yield _filled(rule, hit, context.text)
        count += 1
        if count == _MOST_HITS:
            return


def _silenced(rule: Rule, context: Context) -> list[tuple[int, int]]:
    """Return the spans that the exceptions of ``rule`` cover."""
    return [match.span() for pattern in rule.exceptions for match in pattern.matches(context.text)]


def run_on_text(rule: Rule, manuscript: Manuscript) -> Iterator[RuleHit]:
    """Yield what ``rule`` finds in the text as a whole."""
    if rule.text_detector is None:
        return
    texts = {passage.place: passage.text for passage in manuscript.passages}
    for count, hit in enumerate(rule.text_detector(manuscript), 1):
        if hit.place is None or hit.place.role in rule.roles:
            filled = _filled(rule, hit, texts.get(hit.place, "") if hit.place else "")
            # What a finding about the whole speaks of tells it from the others of its rule.
            yield filled if hit.place else replace(filled, text=hit.fields.get("part", ""))
        if count == _MOST_HITS:
            return


def _filled(rule: Rule, hit: Hit | TextHit, text: str) -> RuleHit:
    found = text[hit.start : hit.end]
    fields = {**hit.fields, "treff": found}
    written = [filling.fill(fields) for filling in rule.suggestions]
    suggestions = tuple(one for one in dict.fromkeys((*hit.suggestions, *written)) if one != found)
    fields["forslag"] = suggestions[0] if suggestions else ""
    about = (rule, hit.start, hit.end, found, suggestions, fields)
    if isinstance(hit, Hit):
        return RuleHit(*about)
    return RuleHit(*about, hit.place, hit.removes_passage)
