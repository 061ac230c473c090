"""A question with its field: label, editor, guidance, limit and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.widgets.card import RADIUS_PX
from pressdesk.gui.widgets.length_meter import LengthMeter, LengthUnit
from pressdesk.gui.widgets.painting import FOCUS_PX, Tone, add_look, paint_rounded, painting

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class FieldRow(QWidget):
    """The whole card is the field: a click anywhere goes to the editor.

    The editor is the caller's; the row names and describes it for screen readers.
    """

    def __init__(
        self,
        look: Look,
        speech: Speech,
        editor: QWidget,
        *,
        unit: LengthUnit = LengthUnit.CHARACTERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{editor.objectName() or 'field'}_row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._look = look
        self._speech = speech
        self._tone = Tone.NEUTRAL
        self._is_required = False
        self._name = ""
        self.editor = editor
        self._label = QLabel(self)
        self._label.setBuddy(editor)
        self._guidance = QLabel(self)
        self._problem = QLabel(self)
        self.meter = LengthMeter(look, speech, unit, self)
        self._arrange()
        self.meter.hide()
        self._guidance.hide()
        self._problem.hide()
        editor.installEventFilter(self)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_label(self, text: str, *, is_required: bool = False) -> None:
        """Say what is asked; ``is_required`` adds that in words."""
        self._name = text
        self._is_required = is_required
        self.retranslate()

    def show_guidance(self, text: str) -> None:
        """Show a line of help below the field."""
        self._guidance.setText(text)
        self._guidance.setVisible(bool(text))
        self._describe()

    def show_problem(self, text: str, tone: Tone = Tone.WARN) -> None:
        """Show what is wrong; an empty string says that nothing is."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._tone = tone if text else Tone.NEUTRAL
        add_look(self._problem, f"small {tone.value}")
        self._describe()
        self.update()

    def show_length(self, count: int, limit: int) -> None:
        """Show how long the text is against its limit."""
        self.meter.show_length(count, limit)
        self.meter.show()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        label = self._name
        if self._is_required:
            label = self._speech.gettext("{label} (required)").format(label=self._name)
        self._label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the ring when the editor gains or loses the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the editor."""
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card; its line shows the keyboard, else what is wrong."""
        look = self._look
        if self.editor.hasFocus():
            line = QPen(look.color("focus"), FOCUS_PX)
        elif self._tone is Tone.NEUTRAL:
            line = QPen(look.color("field_line"))
        else:
            line = QPen(look.color(self._tone.value))
        ground = look.color("paper")
        with painting(self) as painter:
            radius = look.length(RADIUS_PX)
            paint_rounded(painter, QRectF(self.rect()), radius, ground=ground, line=line)

    def _arrange(self) -> None:
        add_look(self._label, "muted")
        add_look(self._guidance, "faint small")
        add_look(self.editor, "bare")
        if isinstance(self.editor, QLineEdit):
            self.editor.setTextMargins(-2, 0, -2, 0)  # Qt's own inset: the letters start below
        elif isinstance(self.editor, QPlainTextEdit | QTextEdit):  # those of the label
            self.editor.document().setDocumentMargin(0)
            self.editor.setTabChangesFocus(True)
        for label in (self._label, self._guidance, self._problem):
            label.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self._label, 1)
        self._top.addWidget(self.meter, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        self._column.addWidget(self.editor)
        self._column.addWidget(self._guidance)
        self._column.addWidget(self._problem)

    def _describe(self) -> None:
        parts = [label.text() for label in (self._problem, self._guidance) if label.text()]
        self.editor.setAccessibleDescription(". ".join(parts))

    def _restyle(self) -> None:
        side, top = self._look.length(14), self._look.length(10)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(self._look.length(2))
        self.update()
