"""Who acts: written into every event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressdesk.domain.errors import ActorRefused

_FORM = re.compile(
    r"\s*([^<>;]*[^<>;\s])\s*(?:<\s*([^<>;\s]+@[^<>;\s]+)\s*>)?\s*(?:;\s*(.*\S))?\s*"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person who works on a release, as far as known."""

    name: str
    mail: str | None = None
    organisation: str | None = None

    @classmethod
    def parse(cls, words: str) -> Actor:
        """Return the actor that ``Name <mail>; Organisation`` names; only the name is needed.

        Raises:
            ActorRefused: another form.
        """
        found = _FORM.fullmatch(words)
        if found is None or len(words) > _LONGEST or not words.isprintable():
            raise ActorRefused(words=words[:_LONGEST])
        return cls(name=found[1], mail=found[2], organisation=found[3])

    def __str__(self) -> str:
        mail = f" <{self.mail}>" if self.mail else ""
        organisation = f"; {self.organisation}" if self.organisation else ""
        return f"{self.name}{mail}{organisation}"
