"""Stories need a screen of their own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from e2e.screen import ROOT, Screen, missing_programs, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def screen(home: Path) -> Iterator[Screen]:
    """Return a real X server with a window manager, or skip and say what is missing."""
    missing = missing_programs()
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    pictures = Path(os.environ.get("PRESSDESK_SCREENSHOTS", ROOT / "build" / "screenshots"))
    with open_screen(home, pictures / "stories") as screen:
        yield screen
