"""Pictures of the window, for people to look at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Read when the module is: within a test the variables of whoever runs it are gone.
_FOLDER = Path(
    os.environ.get("PRESSDESK_SCREENSHOTS")
    or Path(__file__).resolve().parents[3] / "build" / "screenshots"
)


def screenshot(widget: QWidget, name: str) -> Path:
    """Write a picture of ``widget`` and return where it lies.

    The widget should have been shown, so that its layout is done.
    """
    path = _FOLDER / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"could not write {path}")
    return path
