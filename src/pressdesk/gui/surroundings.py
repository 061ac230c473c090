"""What every place of the window is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """How things look, which language is spoken, and the way off the UI thread."""

    look: Look
    speech: Speech
    tasks: TaskRunner
