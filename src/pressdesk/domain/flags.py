"""Why a change of wording deserves a second look, even where it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.proposals import ProposalFlag
from pressdesk.textops.facts import FactKind, facts
from pressdesk.textops.negations import turns_round

if TYPE_CHECKING:
    from collections.abc import Collection

    from pressdesk.domain.rewording import Rewording

_AROUND = 80
"""Characters on either side that are read along, so that «17» is seen to be a day in May."""
_FLAGS = {
    FactKind.NUMBER: ProposalFlag.NUMBER,
    FactKind.NAME: ProposalFlag.NAME,
    FactKind.DATE: ProposalFlag.DATE,
    FactKind.NEGATION: ProposalFlag.NEGATION,
}


def change_flags(
    text: str,
    change: Rewording,
    *,
    language: Language,
    names: Collection[str] = (),
) -> tuple[ProposalFlag, ...]:
    """Return which kinds of facts ``change`` alters in ``text``.

    Shape: each flag once, in the order of ``ProposalFlag``. ``names`` are single words that are
    known to be names. Whose words they are (``FOREIGN_QUOTE``) is not told here.
    """
    start, end, new = change.start, change.end, change.new.plain
    before = _from_word(text, start - _AROUND)
    behind = _to_word(text, end + _AROUND)
    is_english = language is Language.EN
    old = facts(text[before:behind], is_english=is_english, names=names)
    changed = text[before:start] + new + text[end:behind]
    other = facts(changed, is_english=is_english, names=names)
    kinds = {_FLAGS[fact.kind] for fact in (*(old - other), *(other - old))}
    if turns_round(text[start:end], new, is_english=is_english):
        kinds.add(ProposalFlag.NEGATION)
    return tuple(flag for flag in ProposalFlag if flag in kinds)


def _from_word(text: str, place: int) -> int:
    """Return the place, or the start of the word that it is in."""
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return max(place, 0)


def _to_word(text: str, place: int) -> int:
    """Return the place, or the end of the word that it is in."""
    place = min(place, len(text))
    while place < len(text) and not text[place].isspace():
        place += 1
    return place
