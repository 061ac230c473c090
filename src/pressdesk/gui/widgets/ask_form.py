"""A few questions in place, below what they are about; nothing waits for the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.widgets.banner import announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import Tone, add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_LONGEST = 2_000
_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that is asked: a line, or a choice of ``choices``, pairs of key and words.

    ``is_long`` gives room for several lines; there Ctrl+Enter answers.
    ``shows`` hides the field unless the field named first holds the key named second.
    """

    key: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    guidance: str = ""
    is_required: bool = False
    is_long: bool = False
    shows: tuple[str, str] | None = None


class Choice(QComboBox):
    """A choice that the wheel scrolls past."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()


class LongLine(QPlainTextEdit):
    """A few lines of text; Tab goes on, and Ctrl+Enter is left to the form."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setTabChangesFocus(True)
        rows = QFontMetrics(self.font()).lineSpacing() * _ROWS
        self.setFixedHeight(rows + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; what ends the form goes to the form."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (
            is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AskForm(QWidget):
    """Questions with two buttons; hidden until something is asked. Escape takes it away."""

    answered = Signal(str, dict)
    """What was asked, and the answers by key."""
    cancelled = Signal()

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask_form")
        self._look = look
        self._speech = speech
        self._name = ""
        self._rows: dict[str, FieldRow] = {}
        self._questions: tuple[Question, ...] = ()
        self._title = make_label("strong", wraps=True)
        self._note = make_label("muted", wraps=True)
        self._problem = make_label("danger", wraps=True)
        self._fields = QVBoxLayout()
        self.done_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.done_button.setObjectName("form_done")
        self.cancel_button = Button(look, ButtonKind.QUIET, parent=self)
        self.cancel_button.setObjectName("form_cancel")
        self._buttons = QWidget(self)
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.done_button)
        self._row.addWidget(self.cancel_button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._note):
            self._column.addWidget(widget)
        self._column.addLayout(self._fields)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._buttons)
        self.done_button.clicked.connect(self._on_done)
        self.cancel_button.clicked.connect(self._on_cancelled)
        look.follow(self._restyle)
        speech.follow(self.retranslate)
        self.hide()

    @property
    def name(self) -> str:
        """What is asked now; empty while nothing is."""
        return self._name

    def ask(
        self, name: str, title: str, note: str, questions: Sequence[Question], done_words: str
    ) -> None:
        """Ask, and go to the first field."""
        self._name, self._questions = name, tuple(questions)
        for label, words in ((self._title, title), (self._note, note)):
            label.setText(words)
            label.setVisible(bool(words))
        self.show_problem("")
        self._fill()
        self.done_button.setText(done_words)
        self.setAccessibleName(title)
        self.show()
        self._follow_choices()
        self._order()
        for row in list(self._rows.values())[:1]:
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the window; what is asked just now stays as it was said."""
        self.cancel_button.setText(self._speech.gettext("Cancel"))
        if not self._name:
            self.done_button.setText(self._speech.gettext("Done"))

    def end(self) -> None:
        """Ask nothing any more."""
        self._name = ""
        self.hide()

    def answers(self) -> dict[str, str]:
        """Return what stands in the fields, by key; of a choice its key."""
        return {key: _value(row.editor) for key, row in self._rows.items()}

    def editor(self, key: str) -> QWidget:
        """Return the field of a question."""
        return self._rows[key].editor

    def show_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong, at the field it is about where there is one."""
        for one, row in self._rows.items():
            row.show_problem(words if one == key else "", Tone.DANGER)
        loose = "" if key in self._rows else words
        self._problem.setText(loose)
        self._problem.setVisible(bool(loose))
        if words:
            announce(self, words, is_urgent=True)
        if words and key in self._rows:
            self._rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""
        self.done_button.setEnabled(not is_busy)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the form, before a shortcut of the place takes it."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the questions away; Ctrl+Enter answers them."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancelled()
            event.accept()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_done()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        for row in self._rows.values():
            self._fields.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for one in self._questions:
            editor = _editor(one, self)
            row = FieldRow(self._look, self._speech, editor, parent=self)
            row.show_label(one.label, is_required=one.is_required)
            row.show_guidance(one.guidance)
            self._fields.addWidget(row)
            self._rows[one.key] = row
            row.show()
            if isinstance(editor, QLineEdit):
                editor.returnPressed.connect(self._on_done)
            elif isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(self._follow_choices)

    def _follow_choices(self, _place: int = 0) -> None:
        answers = self.answers()
        for one in self._questions:
            if one.shows is not None:
                key, wanted = one.shows
                self._rows[one.key].setVisible(answers.get(key) == wanted)

    def _order(self) -> None:
        stops = [row.editor for row in self._rows.values()]
        for one, other in zip(
            stops, [*stops[1:], self.done_button, self.cancel_button], strict=False
        ):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.done_button, self.cancel_button)

    def _on_done(self) -> None:
        if not self.done_button.isEnabled():
            return
        for one in self._questions:
            row = self._rows[one.key]
            if one.is_required and not row.isHidden() and not _value(row.editor).strip():
                words = self._speech.gettext("This has to be filled in.")
                self.show_problem(words, one.key)
                return
        self.show_problem("")
        hidden = {key for key, row in self._rows.items() if row.isHidden()}
        answers = {key: words for key, words in self.answers().items() if key not in hidden}
        self.answered.emit(self._name, answers)

    def _on_cancelled(self) -> None:
        self.end()
        self.cancelled.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.length(7))
        self._column.setContentsMargins(0, self._look.length(9), 0, self._look.length(2))
        self._fields.setSpacing(self._look.length(7))
        self._row.setSpacing(self._look.length(6))


def _editor(one: Question, parent: QWidget) -> QWidget:
    if one.is_long:
        text = LongLine(one.value, parent)
        text.setObjectName(f"form_{one.key}")
        return text
    if not one.choices:
        line = QLineEdit(one.value, parent)
        line.setObjectName(f"form_{one.key}")
        line.setMaxLength(_LONGEST)
        return line
    choice = Choice(parent)
    choice.setObjectName(f"form_{one.key}")
    choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(8)
    for key, words in one.choices:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(one.value)))
    add_look(choice, "bare")
    return choice


def _value(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
