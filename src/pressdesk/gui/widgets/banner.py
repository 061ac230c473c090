"""Messages in place: a banner that stays, and a toast that offers to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.card import RADIUS_PX
from pressdesk.gui.widgets.painting import Tone, paint_rounded, painting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.OK: "check",
    Tone.WARN: "warning",
    Tone.DANGER: "error",
}


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Let a screen reader say ``words``, which appeared in ``widget``."""
    event = QAccessibleAnnouncementEvent(widget, words)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Banner(QWidget):
    """A message with its buttons, at the place it is about. Hidden until there is one."""

    action_requested = Signal(str)
    """The key of the button that was pressed."""
    closed = Signal()

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._look = look
        self._speech = speech
        self._tone = Tone.ACCENT
        self.can_close = True
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # which the flag had changed
        self._buttons = QHBoxLayout()
        self._close = IconButton(look, "close", parent=self)
        self._close.setObjectName("banner_close")
        self._close.clicked.connect(self.close_message)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(self._buttons)
        self._row.addWidget(self._close)
        look.follow(self._restyle)
        speech.follow(self.retranslate)
        self.hide()

    def show_message(
        self,
        text: str,
        tone: Tone = Tone.ACCENT,
        actions: Sequence[tuple[str, str]] = (),
        *,
        can_close: bool = True,
    ) -> None:
        """Show ``text`` with ``actions``, pairs of key and words, and say it aloud."""
        self._tone = tone
        self._text.setText(text)
        while (item := self._buttons.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for key, words in actions:
            button = Button(self._look, ButtonKind.SOFT, parent=self)
            button.setObjectName(f"banner_{key}")
            button.setText(words)
            button.clicked.connect(lambda _=False, key=key: self.action_requested.emit(key))
            self._buttons.addWidget(button)
        self.can_close = can_close
        self._close.setVisible(can_close)
        self._restyle()
        self.retranslate()
        self.show()
        announce(self, text, is_urgent=tone in {Tone.WARN, Tone.DANGER})

    def close_message(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """Return the message shown."""
        return self._text.text()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self._close.show_name(self._speech.gettext("Close message"))
        kinds = {
            Tone.WARN: self._speech.gettext("Warning: {message}"),
            Tone.DANGER: self._speech.gettext("Error: {message}"),
        }
        spoken = kinds.get(self._tone, "{message}").format(message=self._text.text())
        self.setAccessibleName(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        look = self._look
        line = look.color(self._tone.ink) if look.theme.has_outlines else None
        with painting(self) as painter:
            paint_rounded(
                painter,
                QRectF(self.rect()),
                look.length(RADIUS_PX),
                ground=look.color(self._tone.ground),
                line=line,
            )

    def _restyle(self) -> None:
        side, top = self._look.length(13), self._look.length(9)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(self._look.length(10))
        scale = self.devicePixelRatioF()
        icon = self._look.pixmap(_ICONS[self._tone], self._tone.ink, 18, scale)
        self._icon.setPixmap(icon)
        self.update()


class UndoToast(QWidget):
    """Says what was done, low in its parent, and offers to undo it for a while.

    It stays while the mouse or the keyboard is on it; Escape takes it away.
    """

    undo_requested = Signal()
    gone = Signal()

    def __init__(
        self, look: Look, speech: Speech, parent: QWidget, *, visible_ms: int = 8000
    ) -> None:
        super().__init__(parent)
        self.setObjectName("undo_toast")
        self._room = parent
        self._look = look
        self._speech = speech
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.undo_button = Button(look, ButtonKind.QUIET, "undo", self)
        self.undo_button.setObjectName("undo_toast_undo")
        self.undo_button.clicked.connect(self._on_undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.undo_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(visible_ms)
        self._timer.timeout.connect(self._on_time_out)
        parent.installEventFilter(self)
        look.follow(self._restyle)
        speech.follow(self.retranslate)
        self.hide()

    def show_done(self, text: str) -> None:
        """Say ``text`` («Sitatet er slettet»)."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def show_words(self, text: str) -> None:
        """Say the same in other words: the language of the window is another."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()

    def dismiss(self) -> None:
        """Go: what it offers to undo is undone, or something else was done."""
        if not self.isHidden():
            self._leave()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.undo_button.setText(self._speech.gettext("Undo"))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark ground."""
        look = self._look
        line = look.color("line") if look.theme.has_outlines else None
        with painting(self) as painter:
            ground = look.color("tooltip")
            paint_rounded(painter, QRectF(self.rect()), look.length(9), ground=ground, line=line)

    def _on_undo(self) -> None:
        self._leave()
        self.undo_requested.emit()

    def _on_time_out(self) -> None:
        if self.underMouse() or self.undo_button.hasFocus():
            self._timer.start()
        else:
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def _place(self) -> None:
        room = self._room
        margin = self._look.length(20)
        width = min(self.sizeHint().width(), room.width() - 2 * margin)
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))
        left = (room.width() - self.width()) // 2
        self.move(max(0, left), room.height() - self.height() - margin)

    def _restyle(self) -> None:
        look = self._look
        self._row.setContentsMargins(
            look.length(16), look.length(7), look.length(8), look.length(7)
        )
        self.undo_button.setIcon(look.icon("undo", "on_tooltip", gap=look.length(4)))
        self._place()
        self.update()
