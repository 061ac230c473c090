"""How the grammar engine is doing, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.domain.errors import PressDeskError


class EngineState(StrEnum):
    """Where an engine stands: from off or stopped nothing runs, and no text goes anywhere."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatus:
    """An engine's state, and what goes with it.

    Shape: ``server`` is the host that the text leaves this machine for, None where it stays.
    ``languages`` are those it reads, known when it is ready; ``version`` is what it calls
    itself, known once it has answered. ``reason`` says why it failed.
    """

    state: EngineState = EngineState.OFF
    server: str | None = None
    languages: frozenset[Language] = frozenset()
    reason: PressDeskError | None = None
    version: str | None = None

    def __post_init__(self) -> None:
        if (self.state is EngineState.FAILED) != (self.reason is not None):
            raise ValueError("a failed engine has a reason, and no other has")
