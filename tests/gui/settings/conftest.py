"""The dialog, with folders of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from pressdesk.gui.settings import SettingsDialog
from pressdesk.gui.surroundings import Surroundings
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.tasks import TaskRunner
    from pressdesk.gui.theme_look import Look

MakeDialog = Callable[..., SettingsDialog]


@dataclass
class Drawer:
    """A keyring of the test's own."""

    name: str = "drawer"
    kept: dict[str, str] = field(default_factory=dict)

    def get(self, account: str) -> str | None:
        """Return the secret."""
        return self.kept.get(account)

    def set(self, account: str, secret: str) -> None:
        """Keep the secret."""
        self.kept[account] = secret


@pytest.fixture
def drawer() -> Drawer:
    """Return the keyring that the dialog is given."""
    return Drawer()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a settings folder that is not there yet."""
    return tmp_path / "config"


@pytest.fixture
def opened() -> list[Path]:
    """Return the folders that were opened."""
    return []


@pytest.fixture
def make_dialog(  # noqa: PLR0917  # fixtures
    qtbot: QtBot,
    look: Look,
    speech: Speech,
    runner: TaskRunner,
    config: Path,
    home: Path,
    opened: list[Path],
    drawer: Drawer,
) -> MakeDialog:
    """Return a maker of dialogs that are shown."""

    def make(settings: Settings | None = None) -> SettingsDialog:
        dialog = SettingsDialog(
            Surroundings(look=look, speech=speech, tasks=runner),
            settings or Settings(),
            config,
            data_folder=home / ".local" / "share" / "PressDesk",
            open_folder=opened.append,
            keyring=lambda: drawer,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make
