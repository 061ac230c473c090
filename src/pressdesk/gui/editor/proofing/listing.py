"""Makes the list of findings out of what was found and what was said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from pressdesk.domain.finding import FindingKind
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proofing_notes import is_word
from pressdesk.gui.editor.proofing.rows import (
    CardRow,
    Excerpt,
    Filter,
    HeadingRow,
    MoreRow,
    Row,
    Step,
    excerpt_of,
    is_listed,
    sort_words,
)
from pressdesk.gui.editor.proofing.spots import WAVES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pressdesk.domain.finding import Finding
    from pressdesk.gui.editor.proofing.found import Found
    from pressdesk.gui.editor.proofing.spots import Spot, Spots
    from pressdesk.gui.editor.saying import Saying

MOST_CARDS = 120
"""Cards listed at once: nobody reads more, and each costs a moment."""
EARLIER, LATER = "earlier", "later"
_WHOLE = BlockId("")
_BY_RULE = (FindingKind.TYPOGRAPHY, FindingKind.PUNCTUATION)
"""Kinds whose findings are alike when the rule is, whatever the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One finding that can be listed; ``spot`` is None for one about the whole."""

    key: str
    finding: Finding
    spot: Spot | None = None

    @property
    def part(self) -> BlockId:
        """The piece that it stands in."""
        return self.spot.part if self.spot is not None else _WHOLE


def entries_of(
    spots: Sequence[Spot], is_shown: Callable[[Finding], bool], held: Spot | None
) -> list[Entry]:
    """Return what can be listed of one piece, in reading order."""
    seen: dict[str, int] = {}
    return [
        Entry(key=_key(spot.part, spot.finding, seen), finding=spot.finding, spot=spot)
        for spot in spots
        if spot is not held and is_shown(spot.finding)
    ]


def whole_entries(findings: Sequence[Finding], is_shown: Callable[[Finding], bool]) -> list[Entry]:
    """Return what can be listed about the text as a whole."""
    seen: dict[str, int] = {}
    return [Entry(key=_key("", one, seen), finding=one) for one in findings if is_shown(one)]


class EntryBook:
    """Keeps the entries of every piece while that what they were made of stays."""

    def __init__(self) -> None:
        self._made: dict[BlockId, tuple[Spots, Spot | None, list[Entry]]] = {}

    def forget(self) -> None:
        """Make all anew: other findings are shown now."""
        self._made.clear()

    def entries(
        self,
        pieces: Sequence[BlockId],
        found: Found,
        held: Spot | None,
        is_shown: Callable[[Finding], bool],
    ) -> list[Entry]:
        """Return what can be listed, in reading order, that about the whole last."""
        made: dict[BlockId, tuple[Spots, Spot | None, list[Entry]]] = {}
        for part in pieces:
            spots = found.spots.get(part, ())
            own = held if held is not None and held.part == part else None
            if not spots:
                continue
            old = self._made.get(part)
            if old is None or old[0] is not spots or old[1] is not own:
                old = (spots, own, entries_of(spots, is_shown, own))
            made[part] = old
        self._made = made
        placed = [one for _, _, some in made.values() for one in some]
        return placed + whole_entries(found.whole, is_shown)


def _key(part: str, finding: Finding, seen: dict[str, int]) -> str:
    """Return a key that stays while the text around changes."""
    base = f"{part}\t{finding.rule}\t{finding.text[:40]}"
    seen[base] = seen.get(base, 0) + 1
    return f"{base}\t{seen[base]}"


def kin_of(finding: Finding) -> tuple[str, str]:
    """Return what findings have in common that can be mended in one go."""
    by_rule = finding.kind in _BY_RULE and bool(finding.suggestions)
    return finding.rule, "" if by_rule else finding.text


@dataclass(slots=True)
class Listing:
    """The rows for some entries, and the window of them that is listed.

    ``fixes_of`` gives the replacements as far as they are known, ``cost_of`` whose approval a
    change of a piece costs, ``goal_of`` whether there is a place to mend something about the
    whole.
    """

    saying: Saying
    fixes_of: Callable[[Finding], tuple[str, ...] | None]
    cost_of: Callable[[BlockId], tuple[str, ...]]
    has_goal: Callable[[Finding], bool]
    first: int = 0
    """The number of the first entry that is listed."""
    names: Mapping[BlockId, str] = field(default_factory=dict)

    def rows(self, entries: Sequence[Entry], chosen: Filter, found: Found) -> list[Row]:
        """Return the rows."""
        listed = [one for one in entries if is_listed(one.finding, chosen)]
        self.first = max(0, min(self.first, len(listed) - 1))
        self.first -= self.first % MOST_CARDS
        shown = listed[self.first : self.first + MOST_CARDS]
        kin: dict[tuple[str, str], int] = {}
        for one in entries:
            if one.spot is not None:
                kin[kin_of(one.finding)] = kin.get(kin_of(one.finding), 0) + 1
        rows: list[Row] = []
        if self.first:
            words = self.saying.ngettext(
                "{count} earlier remark", "{count} earlier remarks", self.first
            )
            rows.append(MoreRow(key=EARLIER, text=words.format(count=self.first)))
        for part, some in groupby(shown, key=lambda one: one.part):
            name = self.names.get(part, "")
            heading = self.saying.gettext("The text as a whole") if part == _WHOLE else name
            rows.append(HeadingRow(text=heading))
            cost = self._cost(part)
            rows += [self._card(one, found, kin, cost) for one in some]
        left = len(listed) - self.first - len(shown)
        if left:
            words = self.saying.ngettext("{count} more remark", "{count} more remarks", left)
            rows.append(MoreRow(key=LATER, text=words.format(count=left)))
        return rows

    def reveal(self, entries: Iterable[Entry], chosen: Filter, key: str) -> None:
        """Move the window so that it holds an entry."""
        listed = [one.key for one in entries if is_listed(one.finding, chosen)]
        if key in listed:
            self.first = listed.index(key) // MOST_CARDS * MOST_CARDS

    def card(self, entry: Entry, entries: Sequence[Entry], found: Found) -> CardRow:
        """Return the card of one entry."""
        alike = sum(
            one.spot is not None and kin_of(one.finding) == kin_of(entry.finding) for one in entries
        )
        kin = {kin_of(entry.finding): alike}
        return self._card(entry, found, kin, self._cost(entry.part))

    def _cost(self, part: BlockId) -> str:
        names = self.cost_of(part) if part != _WHOLE else ()
        if not names:
            return ""
        words = self.saying.gettext(
            "These words are approved. A change needs a new yes from {names}."
        )
        return words.format(names=", ".join(names))

    def _card(
        self, entry: Entry, found: Found, kin: Mapping[tuple[str, str], int], cost: str
    ) -> CardRow:
        finding = entry.finding
        fixes = self.fixes_of(finding)
        alike = kin.get(kin_of(finding), 1)
        return CardRow(
            key=entry.key,
            title=finding.message,
            sort=sort_words(self.saying, finding),
            excerpt=self._excerpt(entry, found),
            wave=WAVES[finding.kind],
            fixes=fixes,
            steps=self._steps(entry, fixes, alike),
            alike=alike,
            note=cost,
            explanation=finding.explanation,
            source=finding.source,
        )

    @staticmethod
    def _excerpt(entry: Entry, found: Found) -> Excerpt:
        if entry.spot is None:
            return Excerpt(words=entry.finding.text)
        words = found.words.get(entry.spot.part, "")
        left = words.rfind("\n", 0, entry.spot.start) + 1
        right = words.find("\n", entry.spot.end)
        line = words[left : right if right >= 0 else len(words)]
        return excerpt_of(line, entry.spot.start - left, entry.spot.end - left)

    def _steps(self, entry: Entry, fixes: tuple[str, ...] | None, alike: int) -> tuple[Step, ...]:
        finding = entry.finding
        steps = []
        if finding.removes_passage and entry.spot is not None:
            steps.append(Step.REMOVE)
        if entry.spot is None and self.has_goal(finding):
            steps.append(Step.GO)
        if alike > 1 and fixes:
            steps.append(Step.ALIKE)
        if finding.kind is FindingKind.SPELLING and is_word(finding.text):
            steps.append(Step.WORD)
        return (*steps, Step.IGNORE)
