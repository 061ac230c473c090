"""The questions of a template, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.new.editors import ChoiceEditor, LineEditor, LongEditor
from pressdesk.gui.new.showing import FieldState
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.length_meter import LengthUnit
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from pressdesk.gui.new.form import Form
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.templates import TemplateField, TemplateText

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class _Question:
    """One field with its row, its editor and what is said about it."""

    def __init__(self, look: Look, speech: Speech, field: TemplateField, parent: QWidget) -> None:
        self._speech = speech
        self.name = field.name
        self.group = field.group or ""
        self._is_required = field.required
        self._guidance = ""
        self._state = FieldState()
        self.editor = _make_editor(field)
        unit = LengthUnit(field.limit.unit.value) if field.limit else LengthUnit.CHARACTERS
        self.row = FieldRow(look, speech, self.editor, unit=unit, parent=parent)
        for words in self.row.findChildren(QLabel):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def label(self, field: TemplateField) -> None:
        """Ask in the words of ``field``."""
        self._guidance = field.guidance or ""
        label = field.label
        if not self._is_required:
            label = self._speech.gettext("{label} (optional)").format(label=label)
        self.row.show_label(label.replace("&", "&&"))
        hint = field.placeholder[:1].upper() + field.placeholder[1:]
        if isinstance(self.editor, ChoiceEditor):
            choices = [(one.value, one.text) for one in field.choices]
            self.editor.show_choices(self._speech.gettext("Not decided"), choices)
        else:
            self.editor.show_hint(hint)
        self.refresh()

    def show_state(self, state: FieldState) -> None:
        """Show what is to be said about the answer."""
        self._state = state
        self.refresh()

    def refresh(self) -> None:
        """Show guidance while the keyboard is here, and how the answer will be written."""
        state, row = self._state, self.row
        row.setVisible(state.is_shown)
        row.show_problem(state.problem, Tone.DANGER if state.is_refused else Tone.WARN)
        is_here = self.editor.hasFocus()
        row.show_guidance(state.written or (self._guidance if is_here else ""))
        if state.limit is not None:
            row.show_length(state.length, state.limit)
            row.meter.setVisible(is_here or state.length > 0)
        self._describe()

    def _describe(self) -> None:
        """Let a screen reader say the guidance too, before the field is reached."""
        said = [self._state.problem, self._state.written, self._guidance]
        if self._is_required and not self._state.problem:
            said.insert(0, self._speech.gettext("Needed before the release can be sent out."))
        self.editor.setAccessibleDescription(" ".join(words for words in said if words))


def _make_editor(field: TemplateField) -> LineEditor | LongEditor | ChoiceEditor:
    name = f"field_{field.name}"
    if field.choices:
        return ChoiceEditor(name)
    return LongEditor(name) if field.type == "longtext" else LineEditor(name)


class FieldsForm(QWidget):
    """Asks, and says what was answered and which field was left."""

    value_edited = Signal(str, str)
    field_entered = Signal(str)
    field_left = Signal(str)

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_fields")
        self._look = look
        self._speech = speech
        self._questions: dict[str, _Question] = {}
        self._headers: list[tuple[str, SectionHeader]] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._traps_header = SectionHeader(look, parent=self)
        self._traps = make_label("muted small", wraps=True)
        self._traps.setParent(self)
        self._traps.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._traps_header)
        self._column.addWidget(self._traps)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_template(self, labels: TemplateText, words: TemplateText, form: Form) -> None:
        """Ask for the fields of a template, with the words of ``labels``."""
        shown = tuple((field.name, field.type.value) for field in words.fields)
        if shown != self._shown:
            self._rebuild(words)
            self._shown = shown
        self._label(labels, words)
        for name, question in self._questions.items():
            question.editor.show_value(form.values.get(name, ""))

    def show_value(self, name: str, value: str) -> None:
        """Put an answer into its field."""
        if name in self._questions:
            self._questions[name].editor.show_value(value)

    def show_field(self, name: str, state: FieldState) -> None:
        """Show what is to be said about one answer."""
        self._questions[name].show_state(state)

    def editor(self, name: str) -> LineEditor | LongEditor | ChoiceEditor:
        """Return the editor of a field."""
        return self._questions[name].editor

    def editors(self) -> list[QWidget]:
        """Return the editors in their order."""
        return [question.editor for question in self._questions.values()]

    def retranslate(self) -> None:
        """Say it in the language of the window; the questions come from the template."""
        self._traps_header.show_text(self._speech.gettext("Take care"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show guidance where the keyboard is, and say which field it left."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            question = next(
                (one for one in self._questions.values() if one.editor is watched), None
            )
            if question is not None and isinstance(event, QFocusEvent):
                question.refresh()
                if event.reason() not in _PASSING:
                    signal = self.field_entered if event.gotFocus() else self.field_left
                    signal.emit(question.name)
        return super().eventFilter(watched, event)

    def _rebuild(self, words: TemplateText) -> None:
        for old in [*(one.row for one in self._questions.values()), *(h for _, h in self._headers)]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._questions, self._headers = {}, []
        place, group = 0, None
        for field in words.fields:
            question = _Question(self._look, self._speech, field, self)
            if question.group != group:
                group = question.group
                header = SectionHeader(self._look, parent=self)
                self._headers.append((field.name, header))
                self._column.insertWidget(place, header)
                place += 1
            self._questions[field.name] = question
            self._column.insertWidget(place, question.row)
            place += 1
            question.editor.value_edited.connect(
                lambda value, name=field.name: self.value_edited.emit(name, value)
            )
            question.editor.installEventFilter(self)
        self._restyle()

    def _label(self, labels: TemplateText, words: TemplateText) -> None:
        said = {field.name: field for field in labels.fields}
        for name, header in self._headers:
            header.show_text(said[name].group or labels.title)
        for field in words.fields:
            self._questions[field.name].label(said[field.name])
        self._traps.setText("\n".join(f"· {trap}" for trap in labels.traps))
        self._traps.setVisible(bool(labels.traps))
        self._traps_header.setVisible(bool(labels.traps))

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.length(9))
