"""The frame of everything: menus, the place shown, messages that belong to no place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.desk.page import DeskPage
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.window.actions import Actions
from pressdesk.gui.window.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.widgets.painting import Tone
    from pressdesk.gui.window.help import HelpPanel

    Words = Callable[[], tuple[str, Sequence[tuple[str, str]]]]

_WIDTH, _HEIGHT = 1280, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 760, 520
GEOMETRY_FILE = "window.ini"


class MainWindow(QMainWindow):
    """Shows one place at a time."""

    files_dropped = Signal(object)
    """Paths of files."""
    text_dropped = Signal(str, str)
    """A text, and its HTML."""
    leave_requested = Signal()
    """The user closes the window; ``leave`` does it."""

    def __init__(self, around: Surroundings, config_folder: Path) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self._around = around
        self._geometry_file = config_folder / GEOMETRY_FILE
        self._is_leaving = False
        self._help: HelpPanel | None = None
        self._explain: Callable[[], None] | None = None
        self._is_passing = False
        self._title = ""
        self.actions_ = Actions(around, self)
        self.actions_.build(self.menuBar())
        self.addActions(list(self.actions_.all()))
        self.menuBar().setObjectName("menu_bar")
        self.desk_page = DeskPage(around, self)
        self.banner = Banner(around.look, around.speech, self)
        self.banner.setObjectName("window_banner")
        self.status = StatusLine(around, self)
        self._places = QStackedWidget(self)
        self._places.setObjectName("places")
        self._places.addWidget(self.desk_page)
        self._banner_room = QWidget(self)
        self._banner_room.setObjectName("banner_room")
        self._middle = QHBoxLayout()
        self._lay_out()
        self.banner.closed.connect(self.clear_message)
        self.actions_.action("next_pane").triggered.connect(lambda: self.next_pane(1))
        self.actions_.action("previous_pane").triggered.connect(lambda: self.next_pane(-1))
        self.actions_.action("help").triggered.connect(self.toggle_help)
        self.actions_.action("quit").triggered.connect(self.close)
        self._restore_geometry()
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _lay_out(self) -> None:
        add_look(self._banner_room, "ground")
        room = QVBoxLayout(self._banner_room)
        room.addWidget(self.banner)
        self._banner_room.hide()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._places, 1)
        body = QWidget(self)
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner_room)
        column.addLayout(self._middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)

    # places

    def add_place(self, place: QWidget) -> None:
        """Make room for a place; it is shown later."""
        self._places.addWidget(place)

    def remove_place(self, place: QWidget) -> None:
        """Let go of a place."""
        self._places.removeWidget(place)
        place.deleteLater()

    def current_place(self) -> QWidget:
        """Return the place that is shown."""
        return self._places.currentWidget() or self.desk_page

    def show_place(
        self,
        place: QWidget,
        guests: Mapping[str, Sequence[QAction]] | None,
        *,
        has_own_status: bool = False,
    ) -> None:
        """Show ``place``, with its own actions in the menus; None for the desk."""
        self._places.setCurrentWidget(place)
        self.actions_.show_place(guests)
        has_own_keys = hasattr(place, "go_to_pane")
        self.actions_.action("next_pane").setEnabled(not has_own_keys)
        self.status.setVisible(not has_own_status)
        if place is self.desk_page:
            self.desk_page.desk.take_focus()

    def show_title(self, title: str) -> None:
        """Show which release is open; empty for the desk."""
        self._title = title
        self.setWindowTitle(f"{title} – PressDesk" if title else "PressDesk")

    def next_pane(self, by: int) -> None:
        """Go to the next part of the place that the keyboard can be in."""
        place = self.current_place()
        if hasattr(place, "go_to_pane"):
            place.go_to_pane(by)
            return
        panes: Sequence[QWidget] = place.panes() if hasattr(place, "panes") else (place,)
        if self._help is not None and self._help.isVisible():
            panes = (*panes, self._help.words_area)
        if not panes:
            return
        focus = QApplication.focusWidget()
        now = next(
            (
                number
                for number, pane in enumerate(panes)
                if focus is not None and (pane is focus or pane.isAncestorOf(focus))
            ),
            -1 if by > 0 else 0,
        )
        panes[(now + by) % len(panes)].setFocus()

    def toggle_help(self) -> None:
        """Show the help, or take it away."""
        if self._help is None:
            from pressdesk.gui.window.help import HelpPanel

            self._help = HelpPanel(self._around, self)
            self._help.closed.connect(self.toggle_help)
            self._middle.addWidget(self._help)
            self._help.hide()
        if self._help.isVisible():
            self._help.hide()
            self.current_place().setFocus()
            self.next_pane(1)
        else:
            self._help.show()
            self._help.words_area.setFocus()

    # messages

    def say(self, words: Words, tone: Tone, *, is_passing: bool = False) -> None:
        """Show what ``words`` gives in the banner, now and after every switch of language.

        Shape: a sentence, and the buttons beside it as pairs of key and words.

        ``is_passing``: it is about one action, and goes when the next one goes well.
        """

        def explain() -> None:
            sentence, buttons = words()
            self.banner.show_message(sentence, tone, buttons)

        self._explain = explain
        self._is_passing = is_passing
        explain()
        self._banner_room.show()

    def clear_message(self) -> None:
        """Take the message away."""
        self._explain = None
        self._is_passing = False
        self.banner.hide()
        self._banner_room.hide()

    def clear_passing(self) -> None:
        """Take a message away that was about one action: another one went well."""
        if self._is_passing:
            self.clear_message()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a message on Escape, where the place has no other use for it."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.banner.isHidden():
            self.banner.close_message()
        elif self._is_desk():
            self.desk_page.desk.dismiss()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.show_title(self._title)
        self.menuBar().setAccessibleName(self._around.speech.gettext("Menus"))
        if self._explain is not None:
            self._explain()

    # coming and going

    def come_forward(self) -> None:
        """Show the window above the others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close for good."""
        self._is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to leave first; what is being written has to be saved."""
        if not self._is_leaving:
            event.ignore()
            QTimer.singleShot(0, self.leave_requested.emit)  # a window cannot close in its closing
            return
        settings = QSettings(str(self._geometry_file), QSettings.Format.IniFormat)
        settings.setValue("geometry", self.saveGeometry())
        settings.sync()
        super().closeEvent(event)

    def _restore_geometry(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        if self._geometry_file.exists():
            settings = QSettings(str(self._geometry_file), QSettings.Format.IniFormat)
            kept = settings.value("geometry")
            if kept is not None:
                self.restoreGeometry(kept)

    # files and texts from elsewhere

    def clipboard_text(self) -> str:
        """Return the text in the clipboard."""
        return QGuiApplication.clipboard().text()

    def clipboard_markup(self) -> str:
        """Return the HTML in the clipboard, which may be all there is."""
        data = QGuiApplication.clipboard().mimeData()
        return data.html() if data is not None and data.hasHtml() else ""

    def clipboard_files(self) -> list[Path]:
        """Return the files in the clipboard, which a file manager put there."""
        return _files(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and on the desk texts too."""
        if _files(event.mimeData()) or (self._is_desk() and _has_words(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        files = _files(event.mimeData())
        event.acceptProposedAction()
        if files:
            self.files_dropped.emit(files)
        elif self._is_desk() and _has_words(event.mimeData()):
            self.text_dropped.emit(event.mimeData().text(), event.mimeData().html())

    def _is_desk(self) -> bool:
        return self.current_place() is self.desk_page

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(18)
        layout = self._banner_room.layout()
        if layout is not None:
            layout.setContentsMargins(side, look.length(10), side, look.length(2))


def _files(data: QMimeData | None) -> list[Path]:
    if data is None or not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _has_words(data: QMimeData) -> bool:
    return bool(data.text().strip() or data.html().strip())
