"""What answers a grammar engine, and how long is waited for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.proofing.grammar.port import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long is waited, in seconds."""

    java_s: float = 10
    start_s: float = 20
    answer_s: float = 20
    check_s: float = 120
    stop_s: float = 5
    rest_s: float = 60
    """After a failure, a server that is not ours is asked again so much later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, and as whom."""

    url: str
    account: Account | None


class Server(Protocol):
    """What answers: a process of our own, or a machine somewhere."""

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""

    @property
    def name(self) -> str:
        """Its name for people."""

    def open(self, limits: Limits, is_given_up: Callable[[], bool]) -> Endpoint:
        """Make it ready to be asked; raises PressDeskError, or GivenUp."""

    def close(self) -> None:
        """Leave nothing running; safe at any time and on any thread."""
