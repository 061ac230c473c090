"""Notices what happens to the document, and says so without doing much at each key."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.gui.sheet.page import Page, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.gui.sheet.sheet import Sheet


class Watch(QObject):
    """Tells changes of words from changes of structure.

    It remembers the number of each line's format: one comparison at a key shows whether a line
    has become something else, also by undo.
    """

    text_edited = Signal()
    structure_changed = Signal()

    def __init__(self, sheet: Sheet, page: Page) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._page = page
        self._is_quiet = False
        self._is_changed = False
        self._formats: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_idle)
        page.document.contentsChange.connect(self._on_contents_change)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Say nothing about what happens inside the ``with``."""
        self._is_quiet = True
        try:
            yield
        finally:
            self._is_quiet = False
            self._remember()

    def _remember(self) -> None:
        self._formats = [block.blockFormatIndex() for block in self._page.blocks()]

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        del removed
        if self._is_quiet:
            return
        document = self._page.document
        block = document.findBlock(position)
        is_same = document.blockCount() == len(self._formats) and (
            position + added < block.position() + block.length()
        )
        if is_same:
            number = block.blockNumber()
            is_same = self._formats[number] == block.blockFormatIndex()
        if is_same:
            if not is_clean(block):
                self._page.unsettle()
                self._timer.start()
            self._sheet.update_piece(block)
        else:
            self._remember()
            self._page.unsettle()
            self._tell_later()
            self._sheet.viewport().update()
        self.text_edited.emit()

    def _tell_later(self) -> None:
        self._is_changed = True
        self._timer.start()

    def _on_idle(self) -> None:
        self._page.settle()
        if self._is_changed:
            self._is_changed = False
            self.structure_changed.emit()
