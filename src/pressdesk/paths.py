"""Where resources, templates and the user's folders lie; nobody else knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent
_APP = "PressDesk"


@cache
def _root() -> Path:
    """Return the folder that holds ``resources`` and ``templates``: wheel, else checkout."""
    return _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent.parent


def resource(name: str) -> Path:
    """Return the file or folder ``name`` (``i18n``, ``samples/…``) of the resources."""
    return _root() / "resources" / name


def templates() -> Path:
    """Return the folder of the release templates that come along."""
    return _root() / "templates"


def default_data_folder() -> Path:
    """Return the user's data folder for PressDesk; it may not exist yet."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def default_config_folder() -> Path:
    """Return the user's settings folder for PressDesk; it may not exist yet."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))
