"""What a run of the command line gives the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ran:
    """What one run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # Any: whatever the command printed
        """The JSON document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Ran]
