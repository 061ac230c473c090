"""What one run was told; light, since every start of the program makes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What this run was told, on the command line or in its environment.

    ``key_choice`` is the value of ``PRESSDESK_KEY``: ``session`` for a key of this run only.
    """

    actor: str | None = None
    key_file: Path | None = None
    key_choice: str | None = None
    data_folder: Path | None = None
