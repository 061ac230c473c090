"""The line below: whether all is saved, where the work lies, which language is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.window.actions import LANGUAGE_NAMES

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings

_HEIGHT_PX = 30


class StatusLine(QFrame):
    """Says little, and only what is so."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        add_look(self, "status")
        self._around = around
        self._is_open: bool | None = None
        self._saved = make_label("muted small")
        self._saved.setObjectName("status_saved")
        self._workspace = make_label("muted small")
        self._language = make_label("muted small")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._saved)
        self._row.addWidget(self._workspace)
        self._row.addStretch(1)
        self._row.addWidget(self._language)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_desk(self, *, is_open: bool | None) -> None:
        """Say whether the desk can be written to; None while it is being opened."""
        self._is_open = is_open
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        words = {
            None: tr("Opening …"),
            True: tr("● Saved"),
            False: tr("○ The desk is not open"),
        }
        self._saved.setText(words[self._is_open])
        self._workspace.setText(tr("Workspace: local"))
        self._language.setText(LANGUAGE_NAMES[self._around.speech.language])

    def _restyle(self) -> None:
        look = self._around.look
        self._row.setContentsMargins(look.length(18), 0, look.length(18), 0)
        self._row.setSpacing(look.length(22))
        self.setMinimumHeight(look.length(_HEIGHT_PX))
