"""What a proofreading came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A rule that took too long in a passage, so that it was not tried to its end there.

    Units: ``line`` counts from 1, as in ``Place``.
    """

    rule: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of a text.

    Shape: findings in reading order, those about the text as a whole last. ``words`` counts words
    and numbers. ``engines`` names what read the text: ``spelling``, ``rules``, and a grammar
    engine where one did; ``notices`` say why one could not. ``is_complete`` is False where the reading was cancelled; then there
    are the findings of the passages before.
    """

    findings: tuple[Finding, ...]
    words: int
    engines: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[PressDeskError, ...] = ()
    is_complete: bool = True
