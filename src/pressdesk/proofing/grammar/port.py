"""What a grammar engine does, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from pressdesk.domain.content import Language
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.grammar import EngineStatus
    from pressdesk.domain.manuscript import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who asks a server that wants to know; the key is never shown."""

    user: str
    key: str = field(repr=False)


class GrammarEngine(Protocol):
    """Reads passages of one language; safe on any thread, never for the thread that paints."""

    @property
    def status(self) -> EngineStatus:
        """How it is doing; answers at once."""

    def start(self) -> None:
        """Begin to start in the background, also after a failure; answers at once."""

    def check(
        self, passages: Sequence[Passage], language: Language, *, cancelled: Event | None = None
    ) -> tuple[Finding, ...]:
        """Return what is found, in the order of ``passages``; starts the engine if need be.

        Nothing in a language that the engine does not read, or once it is stopped; when
        ``cancelled``, what was found so far.

        Raises:
            GrammarError: one of its kinds, after a bounded time.
        """

    def stop(self) -> None:
        """End for good what was started, and return when it has ended."""
