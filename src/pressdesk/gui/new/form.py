"""What has been typed so far, as one value; an edit returns a new one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.services.templates import FilledFields

FEWEST_PARTNERS = 2
EMBARGO, RELEASE_MODE = "embargo", "release_mode"
IMMEDIATE = "immediate"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerEntry:
    """What is typed about one partner. ``key`` stays with it wherever it is moved."""

    key: int
    name: str = ""
    short: str = ""
    speaker: str = ""
    speaker_title: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not any((self.name, self.short, self.speaker, self.speaker_title))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything typed, whatever template is chosen: answers are kept when that changes.

    Shape: partners in the agreed order, at least two; the first one holds the pen.
    """

    template: str = ""
    language: str = "nb"
    values: Mapping[str, str] = field(default_factory=dict)
    partners: tuple[PartnerEntry, ...] = (PartnerEntry(key=1), PartnerEntry(key=2))

    @classmethod
    def fresh(cls, language: str, organisation: str = "") -> Form:
        """Return an empty form; the user's own organisation is the first partner."""
        return cls(
            language=language,
            partners=(PartnerEntry(key=1, name=organisation), PartnerEntry(key=2)),
        )

    def with_value(self, name: str, value: str) -> Form:
        """Return the form with one answer changed; an embargo says when it may be published."""
        values = {**self.values, name: value}
        if name == EMBARGO and value.strip():
            values[RELEASE_MODE] = EMBARGO
        return replace(self, values=values)

    def with_partner(self, partner: PartnerEntry) -> Form:
        """Return the form with what is typed about one partner changed."""
        partners = tuple(partner if one.key == partner.key else one for one in self.partners)
        return replace(self, partners=partners)

    def with_new_partner(self) -> Form:
        """Return the form with an empty partner more."""
        key = max(one.key for one in self.partners) + 1
        return replace(self, partners=(*self.partners, PartnerEntry(key=key)))

    def without_partner(self, key: int) -> Form:
        """Return the form without one partner; two always stay."""
        if not self.can_remove:
            return self
        return replace(self, partners=tuple(one for one in self.partners if one.key != key))

    def with_moved_partner(self, key: int, step: int) -> Form:
        """Return the form with one partner ``step`` places further down, or up."""
        partners = list(self.partners)
        here = next(place for place, one in enumerate(partners) if one.key == key)
        there = here + step
        if not 0 <= there < len(partners):
            return self
        partners.insert(there, partners.pop(here))
        return replace(self, partners=tuple(partners))

    @property
    def can_remove(self) -> bool:
        """Whether there are more partners than a joint release needs."""
        return len(self.partners) > FEWEST_PARTNERS

    @property
    def has_embargo(self) -> bool:
        """Whether an embargo may be given."""
        return self.values.get(RELEASE_MODE, "") != IMMEDIATE

    def says_the_same(self, other: Form) -> bool:
        """Return whether nothing was typed that ``other`` does not have."""
        mine = {name: value for name, value in self.values.items() if value.strip()}
        its = {name: value for name, value in other.values.items() if value.strip()}
        return (mine, self.partners) == (its, other.partners)

    def filled(self, names: frozenset[str]) -> FilledFields:
        """Return the answers to the fields ``names``, and the partners with their people."""
        from pressdesk.services.templates import (
            FilledFields,
            FilledPartner,
            FilledSpokesperson,
        )

        return FilledFields(
            values={
                name: value
                for name, value in self.values.items()
                if name in names and (name != EMBARGO or self.has_embargo)
            },
            partners=tuple(
                FilledPartner(name=one.name.strip(), short=one.short.strip())
                for one in self.partners
            ),
            spokespersons=tuple(
                FilledSpokesperson(
                    name=one.speaker.strip(),
                    title=one.speaker_title.strip(),
                    partner=one.short.strip() or one.name.strip(),
                )
                for one in self.partners
                if one.speaker.strip() and (one.short.strip() or one.name.strip())
            ),
        )
