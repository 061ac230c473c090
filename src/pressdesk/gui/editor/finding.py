"""Finding and replacing: the bar above the sheet, and what it does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from pressdesk.gui.sheet import FindOptions
from pressdesk.gui.sheet.search import Search, pattern_of
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.sheet import Sheet
    from pressdesk.gui.surroundings import Surroundings


_Keys = QKeySequence.StandardKey


class FindBar(QWidget):
    """A field for the words, one for what to put in their place, and how many there are."""

    words_changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    """Undo and redo of the text, asked for with the keyboard in the bar."""
    closed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "bar")
        self._speech = around.speech
        self._look = around.look
        look = around.look
        self.field = SearchField(look, around.speech, self)
        self.field.setObjectName("find_words")
        self.field.setFixedWidth(look.length(250))
        self._count = make_label("muted small")
        self._count.setMinimumWidth(look.length(74))
        self._previous = IconButton(look, "chevron-up", parent=self)
        self._next = IconButton(look, "chevron-down", parent=self)
        self.case = self._toggle("find_case", "Aa")
        self.whole = self._toggle("find_whole_word", "")
        self._close = IconButton(look, "close", parent=self)
        self.replacement = QLineEdit(self)
        self.replacement.setObjectName("find_replacement")
        self.replacement.setFixedWidth(look.length(250))
        self._replace = Button(look, ButtonKind.SOFT, parent=self)
        self._replace_all = Button(look, ButtonKind.SOFT, parent=self)
        for name, button in (
            ("find_previous", self._previous),
            ("find_next", self._next),
            ("find_close", self._close),
            ("find_replace", self._replace),
            ("find_replace_all", self._replace_all),
        ):
            button.setObjectName(name)
        self._arrange()
        self._connect()
        self._has_replaced = False
        """Whether undo in a field takes a replacement back, until something is typed there."""
        for edit in (self.field, self.replacement):
            edit.installEventFilter(self)
            edit.textEdited.connect(self._on_typed)
        self.hide()
        look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _toggle(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self.words_changed)
        return button

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.field, self._previous, self._next, self.case, self.whole, self._count):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self._close)
        self._second = QWidget(self)
        self._second.setLayout(second)
        second.setContentsMargins(0, 0, 0, 0)
        for later in (self.replacement, self._replace, self._replace_all):
            second.addWidget(later)
        second.addStretch(1)
        self._column.addLayout(first)
        self._column.addWidget(self._second)
        stops = (
            self.field,
            self.replacement,
            self._previous,
            self._next,
            self.case,
            self.whole,
            self._replace,
            self._replace_all,
            self._close,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.words_changed)
        self._next.clicked.connect(self.next_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._replace.clicked.connect(self.replace_wanted)
        self._replace_all.clicked.connect(self.replace_all_wanted)
        self._close.clicked.connect(self.closed)

    @property
    def options(self) -> FindOptions:
        """How exactly words must agree."""
        return FindOptions(
            is_case_sensitive=self.case.isChecked(), is_whole_word=self.whole.isChecked()
        )

    def begin(self, words: str, *, has_replacement: bool) -> None:
        """Show the bar and go to its field, with ``words`` in it unless empty."""
        if words:
            self.field.setText(words)
        self._second.setVisible(has_replacement)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, words: str, tone: Tone) -> None:
        """Show where among how many places the user is."""
        self._count.setText(words)
        add_look(self._count, f"{tone.ink} small")
        self.field.setAccessibleDescription(words)
        has_any = tone is Tone.NEUTRAL and bool(words)
        buttons = (self._previous, self._next, self._replace, self._replace_all)
        if not has_any and any(button.hasFocus() for button in buttons):
            # A button that is switched off would take the keyboard with it.
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(has_any)

    def show_replaced(self) -> None:
        """Let undo in the fields take the replacement back."""
        self._has_replaced = True

    def _on_typed(self) -> None:
        self._has_replaced = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape close the bar, where the field alone would only be cleared.

        Undo is the text's, where the field has nothing of its own to take back.
        """
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            edit = self.field if watched is self.field else self.replacement
            if event.matches(_Keys.Undo) and (self._has_replaced or not edit.isUndoAvailable()):
                self.undo_wanted.emit()
                return True
            if event.matches(_Keys.Redo) and (self._has_replaced or not edit.isRedoAvailable()):
                self.redo_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift and Enter, away with Escape; undo is the text's."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(_Keys.Undo):
            self.undo_wanted.emit()
        elif event.matches(_Keys.Redo):
            self.redo_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.replacement.hasFocus():
                self.replace_wanted.emit()
            else:
                (self.previous_wanted if shift else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.field.show_hint(_("Find in the text"), _("Find"))
        self.replacement.setPlaceholderText(_("Replace with"))
        self.replacement.setAccessibleName(_("Replace with"))
        self._previous.show_name(_("Previous place"), "Shift+F3")
        self._next.show_name(_("Next place"), "F3")
        self.case.setAccessibleName(_("Match case"))
        self.case.setToolTip(_("Match case"))
        self.whole.setText(_("Whole words"))
        self.whole.setAccessibleName(_("Whole words"))
        self._replace.setText(_("Replace"))
        self._replace_all.setText(_("Replace all"))
        self._close.show_name(_("Close"), "Esc")

    def _restyle(self) -> None:
        side, top = self._look.length(18), self._look.length(8)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(self._look.length(6))


class FindPresenter:
    """Finds and replaces on the sheet as the bar says."""

    def __init__(self, bar: FindBar, saying: Saying, sheet: Sheet) -> None:
        self._bar = bar
        self._saying = saying
        self._sheet = sheet
        self._search = Search(sheet.page)
        self._has_told = False
        """Whether the bar tells how many places were replaced, until something else happens."""

    def begin(self, *, has_replacement: bool) -> None:
        """Show the bar with what is selected, if that stands in one line."""
        words = self._sheet.textCursor().selectedText()
        is_line = bool(words) and "\u2029" not in words
        self._bar.begin(words if is_line else "", has_replacement=has_replacement)
        self.on_words_changed()

    def on_words_changed(self) -> None:
        """Select the first place from the start of the selection on."""
        cursor = self._sheet.textCursor()
        words = self._bar.field.text()
        if words and self._bar.isVisible():
            pattern = pattern_of(words, self._bar.options)
            found = self._search.next(pattern, cursor.selectionStart())
            if found is not None:
                self._sheet.put_cursor(found.end, found.start)
        self.count()

    def on_next(self) -> None:
        """Go to the next place."""
        self._go(is_backwards=False)

    def on_previous(self) -> None:
        """Go to the place before."""
        self._go(is_backwards=True)

    def _go(self, *, is_backwards: bool) -> None:
        bar = self._bar
        if not bar.field.text():
            bar.begin("", has_replacement=False)
            return
        self._sheet.finder.find(bar.field.text(), bar.options, is_backwards=is_backwards)
        self.count()

    def on_replace(self) -> None:
        """Replace the place that is selected, and go to the next."""
        bar = self._bar
        self._sheet.finder.replace(bar.field.text(), bar.replacement.text(), bar.options)
        bar.show_replaced()
        self.count()

    def on_replace_all(self) -> None:
        """Replace every place as one undo step."""
        bar = self._bar
        words = bar.field.text()
        count = self._sheet.finder.replace_all(words, bar.replacement.text(), bar.options)
        done = self._saying.ngettext("{count} replaced", "{count} replaced", count)
        bar.show_count(done.format(count=count), Tone.OK)
        if count:
            bar.show_replaced()
        self._has_told = True

    def on_undo(self) -> None:
        """Take the last step of the text back, and count anew."""
        self._sheet.undo()
        self.count()

    def on_redo(self) -> None:
        """Take the last undone step of the text again, and count anew."""
        self._sheet.redo()
        self.count()

    def follow(self) -> None:
        """Count anew after the text has changed."""
        if self._bar.isVisible() and not self._has_told:
            self.count()

    def on_closed(self) -> None:
        """Take the bar away and go back to the text."""
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()

    def count(self) -> None:
        """Say where among how many places the cursor is: «3 av 12»."""
        self._has_told = False
        words = self._bar.field.text()
        if not words:
            self._bar.show_count("", Tone.NEUTRAL)
            return
        places = list(self._search.all(pattern_of(words, self._bar.options)))
        cursor = self._sheet.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        number = next(
            (number for number, one in enumerate(places, 1) if (one.start, one.end) == here), 0
        )
        if not places:
            self._bar.show_count(self._saying.gettext("No hits"), Tone.WARN)
        elif number:
            words = self._saying.gettext("{number} of {count}")
            self._bar.show_count(words.format(number=number, count=len(places)), Tone.NEUTRAL)
        else:
            words = self._saying.ngettext("{count} hit", "{count} hits", len(places))
            self._bar.show_count(words.format(count=len(places)), Tone.NEUTRAL)
